import type { Columns, Program } from '../compile/program.ts';
import type { EntryCutoff } from './arrivals.ts';
import { contactsOf, runSize, wholeRun } from './contacts.ts';
import { mergeWith } from './merge.ts';
import { MergeTree } from './mergeTree.ts';
import type { ContactRange, ShardRequest } from './protocol.ts';
import type { Results } from './results.ts';
import { firstEntries, runShard, type RunMeans } from './run.ts';
import { scaleCapacity } from './scale.ts';

/** Contacts bound at a time: bounds the memory of a shard of any size. */
const CHUNK = 32_768;

/** Gives the columns of some contacts; an audience's `bind`. */
export type Bind = (contacts: Uint32Array) => Columns;

/** Runs the contacts of a request, a chunk at a time; all at once when they share capacity. */
export function runContacts(request: ShardRequest, bind: Bind, means: RunMeans = {}): Results {
  const { seed, contacts } = request;
  const program = scaleFor(request.program, contacts);
  const cutoffs = program.journeys.map(({ entryCap }, place) =>
    entryCap < 0 ? undefined : entryCutoff(program, seed, contacts, bind, place),
  );
  const numbers = contactsOf(contacts, seed);
  if (program.chronological) return runShard(program, bind(numbers), seed, cutoffs, means);
  const sums = new MergeTree(
    Math.max(1, Math.ceil(numbers.length / CHUNK)),
    mergeWith(means.detailing?.merge),
  );
  let part = 0;
  for (const chunk of chunks(numbers)) sums.add(part++, runShard(program, bind(chunk), seed, cutoffs, means));
  if (part === 0) return runShard(program, bind(numbers), seed, cutoffs, means);
  return sums.total;
}

function scaleFor(program: Program, range: ContactRange): Program {
  return range.kind === 'sample' ? scaleCapacity(program, runSize(range), range.of) : program;
}

/**
 * Who is the last to get in under a journey's entry cap. Every shard asks it of the whole run, so that all give the same answer; a sample
 * of n of N contacts has n / N of the places.
 */
function entryCutoff(
  program: Program,
  seed: number,
  range: ContactRange,
  bind: Bind,
  place: number,
): EntryCutoff | undefined {
  const { entryCap } = program.journeys[place]!;
  const size = runSize(range);
  const share = range.kind === 'sample' ? size / range.of : 1;
  const places = Math.max(1, Math.round(entryCap * share));
  const entries: EntryCutoff[] = [];
  for (const chunk of chunks(contactsOf(wholeRun(range), seed)))
    entries.push(...firstEntries(program, bind(chunk), seed, place));
  if (entries.length <= places) return undefined;
  entries.sort((a, b) => a.minute - b.minute || a.hash - b.hash || a.contact - b.contact);
  return entries[places - 1];
}

function* chunks(contacts: Uint32Array): Generator<Uint32Array> {
  for (let from = 0; from < contacts.length; from += CHUNK) yield contacts.subarray(from, from + CHUNK);
}
