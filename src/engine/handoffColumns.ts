import type { HandoffEnd } from './detailBook.ts';
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

/** Contacts of both in order of their numbers, whichever part came first. */
export function mergeHandoffs(a: HandoffColumns, b: HandoffColumns): HandoffColumns {
  return handoffColumns([...rowsOf(a), ...rowsOf(b)]);
}

function rowsOf(columns: HandoffColumns): HandoffRow[] {
  return Array.from(columns.contact, (contact, at) => ({
    contact,
    group: columns.group[at]!,
    step: columns.step[at]!,
    fate: FATES[columns.fate[at]!]!,
    arrived: columns.arrived[at]!,
    left: columns.left[at]!,
    won: columns.won[at]!,
    valueMinor: columns.valueMinor[at]!,
    source: columns.source[at]!,
    sourceKind: columns.sourceKind[at]!,
  }));
}
