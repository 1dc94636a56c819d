import type { StepId } from '../../journey/ids.ts';

/**
 * A UUID that is the same for the same words, and another for other words. Four times 32 bits, each mixed with the others; nobody is
 * meant to be kept from finding two texts with one UUID.
 */
export function uuidOf(...words: readonly string[]): string {
  const text = words.map((word) => `${word.length}:${word}`).join('');
  const hash = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];
  for (let at = 0; at < text.length; at += 1)
    for (let lane = 0; lane < 4; lane += 1) {
      const before = (hash[lane] ?? 0) ^ text.charCodeAt(at) ^ rotated(hash[(lane + 1) % 4] ?? 0);
      hash[lane] = Math.imul(before, 0x85ebca6b + 2 * lane) >>> 0;
    }
  const hex = hash
    .map((lane, index) => finished(lane ^ rotated(hash[(index + 3) % 4] ?? 0)))
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('');
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function rotated(lane: number): number {
  return (lane << 13) | (lane >>> 19);
}

function finished(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Ids that mean something to Dittofeed, wherever a node has them. */
const RESERVED = new Set(['EntryNode', 'EventEntryNode', 'ExitNode']);
const OWN = 'step';

/** The node of a step: its own id, so that luck, which goes by ids, comes back the same. */
export function nodeId(step: StepId): string {
  return RESERVED.has(step) ? helperId(step, OWN) : step;
}

/** Another node of the step that has this one. No id of a step has a colon. */
export function helperId(main: string, part: string): string {
  return `${main}:${part}`;
}

/** The node of a step, and for which part of the step another node was made; undefined: it was not, or it is a whole step. */
export function helperOf(node: string): { readonly main: string; readonly part: string } | undefined {
  const colon = node.lastIndexOf(':');
  const [main, part] = [node.slice(0, Math.max(0, colon)), node.slice(colon + 1)];
  return main !== '' && part !== OWN ? { main, part } : undefined;
}

/** The id that the step of a node is to have. */
export function stepOfNode(node: string): string {
  const own = `:${OWN}`;
  return node.endsWith(own) && RESERVED.has(node.slice(0, -own.length)) ? node.slice(0, -own.length) : node;
}
