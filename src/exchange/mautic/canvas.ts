import type { JsonObject, Source } from './campaign.ts';
import type { Placed } from './emit.ts';
import { SLIP, type SourceSlip } from './slip.ts';
import type { Kept } from './origin.ts';
import { isObject } from '../kept.ts';
import type { Writing } from './write.ts';

interface Drawing {
  readonly source: Source;
  readonly slip: SourceSlip | undefined;
  readonly kept: Kept | undefined;
}

/** The canvas: what the file had of it stays, in its order. */
export function canvasSettings(all: readonly Writing[], { source, slip, kept }: Drawing): JsonObject {
  const drawn = canvasOf(all, source);
  const before = kept?.body['canvasSettings'];
  const notes = new Map<string, unknown>(all.map(({ event }) => [event.id, event.slip]));
  notes.set(source, slip);
  const nodes = drawn.nodes.map((node) => {
    const own = { ...(kept?.nodes.find(({ id }) => String(id) === node['id']) ?? node) };
    const note = notes.get(String(node['id']));
    const { [SLIP]: _, ...plain } = own;
    return isObject(note) && Object.keys(note).length > 0 ? { ...plain, [SLIP]: note } : plain;
  });
  const ids = new Set(drawn.nodes.map(({ id }) => String(id)));
  const sources = (kept?.nodes ?? []).filter(({ id }) => isSource(id) && !ids.has(String(id)));
  return {
    ...(isObject(before) ? before : {}),
    nodes: inOrderOf(kept?.nodes ?? [], [...nodes, ...sources], ({ id }) => String(id)),
    connections: keptConnections(drawn.connections, kept?.connections ?? []),
  };
}

function isSource(id: unknown): boolean {
  return id === 'lists' || id === 'forms';
}

/** Lines that the file had are written as it had them; those of a second source stay where its event is still the first. */
function keptConnections(drawn: readonly JsonObject[], kept: readonly JsonObject[]): readonly JsonObject[] {
  const keys = new Map(drawn.map((line) => [keyOf(line), line]));
  const first = new Set(drawn.filter(({ sourceId }) => isSource(sourceId)).map(({ targetId }) => targetId));
  const stay = kept.filter(
    (line) => keys.has(keyOf(line)) || (isSource(line['sourceId']) && first.has(line['targetId'])),
  );
  const known = new Set(stay.map(keyOf));
  const isEntered = stay.some(({ sourceId }) => isSource(sourceId));
  const added = drawn.filter((line) => !known.has(keyOf(line)) && !(isEntered && isSource(line['sourceId'])));
  return [...stay, ...added];
}

function keyOf({ sourceId, targetId, anchors }: JsonObject): string {
  const [first] = Array.isArray(anchors) ? (anchors as readonly unknown[]) : [];
  const anchor = isObject(anchors) ? anchors['source'] : isObject(first) ? first['endpoint'] : '';
  return JSON.stringify([String(sourceId), String(anchor), String(targetId)]);
}

/** Those that were there before in the order that they had, then the others. */
export function inOrderOf<T>(
  before: readonly JsonObject[],
  now: readonly T[],
  idOf: (one: JsonObject | T) => string,
): readonly T[] {
  const places = new Map(before.map((one, index) => [idOf(one), index]));
  const placeOf = (one: T) => places.get(idOf(one)) ?? before.length;
  return now.toSorted((a, b) => placeOf(a) - placeOf(b));
}

interface Canvas {
  readonly nodes: readonly JsonObject[];
  readonly connections: readonly JsonObject[];
}

const [COLUMN, ROW, TOP] = [240, 110, 150];

/** Where the events stand on Mautic's canvas, from top to bottom, and the lines between them. */
function canvasOf(all: readonly Writing[], source: string): Canvas {
  const xs = columns(all.map(({ event }) => event));
  const depths = new Map<string, number>();
  const nodes = all.map(({ event }) => {
    const depth = event.from ? (depths.get(event.from.id) ?? 0) + 1 : 0;
    depths.set(event.id, depth);
    return node(event.id, xs.get(event.id) ?? 0, TOP + depth * ROW);
  });
  const first = all[0]?.event.id ?? '';
  return {
    nodes: [...nodes, node(source, xs.get(first) ?? 0, TOP - ROW)],
    connections: all.map(({ event: { id, from } }) => ({
      sourceId: from?.id ?? source,
      targetId: id,
      anchors: { source: from?.anchor ?? 'leadsource', target: 'top' },
    })),
  };
}

function node(id: string, x: number, y: number): JsonObject {
  return { id, positionX: String(Math.round(x)), positionY: String(Math.round(y)) };
}

/** Leaves side by side, everything else above the middle of what follows. */
function columns(events: readonly Placed[]): ReadonlyMap<string, number> {
  const spans = new Map<string, { from: number; to: number }>();
  let leaf = 0;
  // Every event comes after the one that it hangs below, and all that hangs below it comes before its next sibling.
  for (const event of events.toReversed()) {
    const own = spans.get(event.id) ?? { from: leaf * COLUMN, to: leaf++ * COLUMN };
    spans.set(event.id, own);
    if (!event.from) continue;
    const above = spans.get(event.from.id);
    const middle = (own.from + own.to) / 2;
    spans.set(event.from.id, {
      from: Math.min(above?.from ?? middle, middle),
      to: Math.max(above?.to ?? middle, middle),
    });
  }
  return new Map(
    [...spans].map(([id, { from, to }]) => [id, Math.max(0, (leaf - 1) * COLUMN) - (from + to) / 2 + COLUMN]),
  );
}
