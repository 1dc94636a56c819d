import { chanceOfReaching } from './chance.ts';
import { jackknife, type Estimate, type Jackknifed } from './intervals.ts';
import { corrected } from './rankCandidatesBound.ts';
import { arePaired, fixedPart, widened, type PooledMetric } from './pairParts.ts';
import type { Report } from './report.ts';

/** Two reports of the same contacts with the same luck. */
export interface Pair {
  readonly before: Report;
  readonly after: Report;
}

/** What a change does, over several launches with different luck. */
export interface PooledDifference {
  /** After less before, for as many contacts as the reports show; its interval is the one that was asked for. */
  readonly by: Estimate;
  /** Chance that one launch to these contacts comes out higher than it would have before; one half where nothing differs. */
  readonly chanceHigher: number;
  readonly standardError: number;
}

/**
 * The difference over all pairs, whose interval holds for `looked` differences together. Groups of contacts are added up over the pairs,
 * so that each group is one observation of 128 however many times it was drawn: the spread between launches and that between contacts
 * are both in it. Pairs must be pairs: throws where two reports are not of the same contacts.
 */
export function pooledDifference(metric: PooledMetric, pairs: readonly Pair[], looked = 1): PooledDifference {
  const [first] = pairs;
  if (!first) throw new RangeError('there is no pair to compare');
  for (const { before, after } of pairs)
    if (!arePaired(before, after)) throw new RangeError(`invalid pair: seeds ${before.seed}, ${after.seed}`);
  const contacts = summed(pairs, ({ after }, group) => after.groups.contacts[group] ?? 0);
  const more = summed(
    pairs,
    ({ before, after }, group) => (after.groups[metric][group] ?? 0) - (before.groups[metric][group] ?? 0),
  );
  const perContact = jackknife(more, contacts);
  const people = pairs.reduce((total, { after }) => total + after.contacts, 0);
  const isSame = more.every((change) => change === 0);
  return told(isSame ? perContact : widened(metric, perContact, reportsOf(pairs), people), {
    looked,
    shown: first.after.scaledTo ?? first.after.contacts,
    contacts: people,
    fixed: fixedPart(metric, first.before, first.after),
  });
}

function reportsOf(pairs: readonly Pair[]): readonly Report[] {
  return pairs.flatMap(({ before, after }) => [before, after]);
}

interface Means {
  readonly looked: number;
  readonly shown: number;
  readonly contacts: number;
  readonly fixed: number;
}

function told(perContact: Jackknifed, { looked, shown, contacts, fixed }: Means): PooledDifference {
  const standardError = perContact.standardError * shown;
  const value = perContact.ratio * shown + fixed;
  const half = standardError === 0 ? 0 : corrected(looked, perContact.groups - 1) * standardError;
  const launch = { people: shown, contacts, counted: false };
  return {
    by: { value, low: value - half, high: value + half },
    chanceHigher: value === 0 && half === 0 ? 0.5 : chanceOfReaching(-fixed, perContact, launch),
    standardError,
  };
}

function summed(pairs: readonly Pair[], of: (pair: Pair, group: number) => number): Float64Array {
  const groups = pairs[0]?.after.groups.contacts.length ?? 0;
  return Float64Array.from({ length: groups }, (_, group) =>
    pairs.reduce((total, pair) => total + of(pair, group), 0),
  );
}
