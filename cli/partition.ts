import { partOf } from '../src/engine/contacts.ts';
import type { ContactRange } from '../src/engine/protocol.ts';

/** Contacts of a part when nobody says: small enough that progress moves. */
const PART = 25_000;

/**
 * The parts of a run. `rows`: how many the audience has; fewer contacts are a sample of it, more repeat its rows. Which
 * parts there are decides who runs whom, and nothing else.
 */
export function partition(
  contacts: number,
  rows: number,
  shards = Math.ceil(contacts / PART),
): ContactRange[] {
  const parts = Math.min(contacts, shards);
  return Array.from({ length: parts }, (_, part): ContactRange => {
    if (contacts < rows) return { kind: 'sample', count: contacts, of: rows, part, parts };
    const [from, to] = partOf(contacts, part, parts);
    return { kind: 'range', from, to, of: contacts };
  });
}
