import type { HandoffEnd } from './detailBook.ts';
import { fillColumns, stretchesOf } from './mergeRows.ts';
import { FATES, type HandoffColumns } from './results.ts';

export interface HandoffRow extends HandoffEnd {
  readonly contact: number;
  readonly group: number;
  readonly step: number;
  readonly source: number;
  readonly sourceKind: number;
}

/** By contact, then minute, in whatever order they were written down. */
export function handoffColumns(rows: readonly HandoffRow[]): HandoffColumns {
  const sorted = rows.toSorted((a, b) => a.contact - b.contact || a.left - b.left || a.step - b.step);
  return {
    contact: Uint32Array.from(sorted, ({ contact }) => contact),
    group: Uint8Array.from(sorted, ({ group }) => group),
    step: Uint16Array.from(sorted, ({ step }) => step),
    fate: Uint8Array.from(sorted, ({ fate }) => FATES.indexOf(fate)),
    arrived: Int32Array.from(sorted, ({ arrived }) => arrived),
    left: Int32Array.from(sorted, ({ left }) => left),
    won: Int32Array.from(sorted, ({ won }) => won),
    valueMinor: Float64Array.from(sorted, ({ valueMinor }) => valueMinor),
    source: Int32Array.from(sorted, ({ source }) => source),
    sourceKind: Uint8Array.from(sorted, ({ sourceKind }) => sourceKind),
  };
}

/** Contacts of both in order of their numbers, whichever part came first; no contact is in both. */
export function mergeHandoffs(a: HandoffColumns, b: HandoffColumns): HandoffColumns {
  const total = a.contact.length + b.contact.length;
  const merged = {
    contact: new Uint32Array(total),
    group: new Uint8Array(total),
    step: new Uint16Array(total),
    fate: new Uint8Array(total),
    arrived: new Int32Array(total),
    left: new Int32Array(total),
    won: new Int32Array(total),
    valueMinor: new Float64Array(total),
    source: new Int32Array(total),
    sourceKind: new Uint8Array(total),
  };
  return fillColumns(merged, a, b, stretchesOf(a.contact, b.contact));
}
