import type { Columns, Program } from '../compile/program.ts';
import type { EntryCutoff } from './arrivals.ts';
import { contactsOf, runSize, wholeRun } from './contacts.ts';
import { mergeResults } from './merge.ts';
import type { ContactRange, ShardRequest } from './protocol.ts';
import type { Results } from './results.ts';
import { firstEntries, runShard } from './run.ts';

/** Contacts bound at a time: bounds the memory of a shard of any size. */
const CHUNK = 32_768;

/** Gives the columns of some contacts; an audience's `bind`. */
export type Bind = (contacts: Uint32Array) => Columns;

/** Runs the contacts of a request, a chunk at a time. */
export function runContacts({ program, seed, contacts }: ShardRequest, bind: Bind): Results {
  const cutoff = entryCutoff(program, seed, contacts, bind);
  let total: Results | undefined;
  for (const chunk of chunks(contactsOf(contacts, seed))) {
    const results = runShard(program, bind(chunk), seed, cutoff);
    total = total === undefined ? results : mergeResults(total, results);
  }
  return total ?? runShard(program, bind(new Uint32Array(0)), seed, cutoff);
}

/**
 * Who is the last to get in under the entry cap. Every shard asks it of the whole run, so that all give the same answer; a sample of n of
 * N contacts has n / N of the places.
 */
function entryCutoff(
  program: Program,
  seed: number,
  range: ContactRange,
  bind: Bind,
): EntryCutoff | undefined {
  const cap = program.journeys[0]?.entryCap ?? -1;
  if (cap < 0) return undefined;
  const size = runSize(range);
  const share = range.kind === 'sample' ? size / range.of : 1;
  const places = Math.max(1, Math.round(cap * share));
  const entries: EntryCutoff[] = [];
  for (const chunk of chunks(contactsOf(wholeRun(range), seed)))
    entries.push(...firstEntries(program, bind(chunk), seed));
  if (entries.length <= places) return undefined;
  entries.sort((a, b) => a.minute - b.minute || a.hash - b.hash || a.contact - b.contact);
  return entries[places - 1];
}

function* chunks(contacts: Uint32Array): Generator<Uint32Array> {
  for (let from = 0; from < contacts.length; from += CHUNK) yield contacts.subarray(from, from + CHUNK);
}
