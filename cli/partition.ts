import type { ContactRange } from '../src/engine/protocol.ts';

/** Contacts of a part when nobody says: small enough that progress moves and columns stay in a thread's reach. */
const PART = 25_000;

/**
 * The parts of a run. `rows`: how many the audience has; fewer contacts are a sample of it, more repeat its rows. Which
 * parts there are decides who runs whom, and nothing else.
 */
export function partition(
  contacts: number,
  rows: number,
  wanted?: { readonly shards?: number },
): ContactRange[] {
  const parts = Math.min(contacts, wanted?.shards ?? Math.ceil(contacts / PART));
  return Array.from({ length: parts }, (_, part): ContactRange => {
    if (contacts < rows) return { kind: 'sample', count: contacts, of: rows, part, parts };
    return {
      kind: 'range',
      from: boundary(part, contacts, parts),
      to: boundary(part + 1, contacts, parts),
      of: contacts,
    };
  });
}

/** Whole numbers that cut the contacts evenly; exact as long as contacts times parts is below 2^53. */
function boundary(part: number, contacts: number, parts: number): number {
  return Math.floor((part * contacts) / parts);
}
