import {
  rankCandidates,
  screenCandidates,
  type RankedCandidate,
  type Screened,
} from '../../../analytics/rankCandidates.ts';
import type { Pair } from '../../../analytics/rankCandidatesPooled.ts';
import type { Report, Shared } from '../../../analytics/report.ts';
import type { Candidate } from '../../../journey/candidates/candidate.ts';
import { findCandidates, withCandidate } from '../../../journey/candidates/findCandidates.ts';
import type { FactsSchema } from '../../../journey/facts.ts';
import type { Journey, TargetMetric } from '../../../journey/journey.ts';
import type { Problem } from '../../../journey/problem.ts';
import type { Progress, SimulationOutcome, SimulationRequest, Simulator } from '../../../state/ports.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS } from '../../../state/workspace.ts';

/** Luck that had no part in picking candidates: each seed is a launch to other contacts of the audience. */
export const FRESH_SEEDS = [11, 12, 13, 14] as const;
/** What is tried again is known late; until then progress counts with so many. */
const USUALLY_RETRIED = 8;

export type WhatFirstQuestion = Omit<SimulationRequest, 'contacts' | 'seed'> & {
  readonly schema: FactsSchema | undefined;
};

export interface BetterCandidate extends Omit<RankedCandidate, 'place'> {
  readonly candidate: Candidate;
}

export interface WhatFirst {
  readonly metric: TargetMetric;
  readonly better: readonly BetterCandidate[];
  readonly worse: readonly Candidate[];
  /** Tried, and no better or worse than luck makes it. */
  readonly luck: readonly Candidate[];
  /** Looked better at first and were not tried again, because others looked better still. */
  readonly passedOver: readonly Candidate[];
  /** There were more changes than are tried at a time. */
  readonly leftOut: number;
  /** What contacts share, so that all figures are near and not exact. */
  readonly approximate: readonly Shared[];
}

export type WhatFirstOutcome =
  | { readonly ok: true; readonly answer: WhatFirst }
  /** The journey as it is cannot run. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface WhatFirstHandle {
  /** Rejects as a comparison does. */
  readonly done: Promise<WhatFirstOutcome>;
  cancel(): void;
}

/** What is to go up: the number that the journey has to reach, else profit. */
function metricOf({ settings }: Journey): TargetMetric {
  return settings.target?.metric ?? 'profit';
}

/** Tries every candidate over the same contacts with the same luck, and the best of them again with other luck. */
export function askWhatFirst(
  simulator: Pick<Simulator, 'compare'>,
  question: WhatFirstQuestion,
  onProgress: (progress: Progress) => void = () => undefined,
): WhatFirstHandle {
  const comparing = makeComparing(simulator, onProgress);
  return { done: answered(question, comparing), cancel: comparing.cancel };
}

async function answered(question: WhatFirstQuestion, comparing: Comparing): Promise<WhatFirstOutcome> {
  const { candidates, leftOut } = findCandidates(question);
  const metric = metricOf(question.journey);
  comparing.expect(candidates.length + 1 + (USUALLY_RETRIED + 1) * FRESH_SEEDS.length);
  const [base, ...firsts] = await comparing.forecast(requestsFor(question, candidates, DEFAULT_SEED));
  if (base?.ok !== true) return { ok: false, problems: base?.problems ?? [] };
  const { able, pairs } = pairsOf(base.report, candidates, firsts);
  const screened = screenCandidates(metric, pairs);
  const promising = screened.promising.flatMap((place) => able[place] ?? []);
  comparing.expect(promising.length === 0 ? 0 : (promising.length + 1) * FRESH_SEEDS.length);
  const retried = await triedAgain(question, promising, comparing);
  const answer = told(metric, { able, promising, screened, retried });
  return { ok: true, answer: { ...answer, leftOut, approximate: base.report.approximate ?? [] } };
}

interface Tried {
  readonly able: readonly Candidate[];
  readonly promising: readonly Candidate[];
  readonly screened: Screened;
  readonly retried: readonly (readonly Pair[])[];
}

function told(
  metric: TargetMetric,
  { able, promising, screened, retried }: Tried,
): Omit<WhatFirst, 'leftOut' | 'approximate'> {
  const ranking = rankCandidates(
    metric,
    retried.map((pairs, place) => ({ place, pairs })),
  );
  const among = (all: readonly Candidate[], places: readonly number[]) =>
    places.flatMap((place) => all[place] ?? []);
  return {
    metric,
    better: ranking.better.flatMap(({ place, ...rest }) => {
      const candidate = promising[place];
      return candidate ? [{ ...rest, candidate }] : [];
    }),
    worse: [...among(promising, ranking.worse), ...among(able, screened.worse)],
    luck: [...among(promising, ranking.luck), ...among(able, screened.luck)],
    passedOver: among(able, screened.passedOver),
  };
}

/** For each of the promising ones, a pair under each fresh seed. */
async function triedAgain(
  question: WhatFirstQuestion,
  promising: readonly Candidate[],
  comparing: Comparing,
): Promise<readonly (readonly Pair[])[]> {
  if (promising.length === 0) return [];
  const bySeed: (readonly Pair[])[] = [];
  for (const seed of FRESH_SEEDS) {
    const [base, ...outcomes] = await comparing.forecast(requestsFor(question, promising, seed));
    if (base?.ok === true) bySeed.push(pairsOf(base.report, promising, outcomes).pairs);
  }
  return promising.map((_, place) => bySeed.flatMap((pairs) => pairs[place] ?? []));
}

/** The candidates that could run, each with its pair: rates that contradict each other are seen by compiling only. */
function pairsOf(before: Report, candidates: readonly Candidate[], outcomes: readonly SimulationOutcome[]) {
  const able: Candidate[] = [];
  const pairs: Pair[] = [];
  candidates.forEach((candidate, place) => {
    const outcome = outcomes[place];
    if (outcome?.ok !== true) return;
    able.push(candidate);
    pairs.push({ before, after: outcome.report });
  });
  return { able, pairs };
}

/** The journey as it is, then each candidate. */
function requestsFor(
  { journey, policies, audience, calibration }: WhatFirstQuestion,
  candidates: readonly Candidate[],
  seed: number,
): readonly SimulationRequest[] {
  const shared = { audience, calibration, contacts: FORECAST_CONTACTS, seed };
  const now = { journey, policies };
  return [now, ...candidates.map((candidate) => withCandidate(candidate, now))].map((designs) => ({
    ...shared,
    ...designs,
  }));
}

interface Comparing {
  /** So many more forecasts are to come, as far as is known. */
  expect(more: number): void;
  forecast(requests: readonly SimulationRequest[]): Promise<readonly SimulationOutcome[]>;
  readonly cancel: () => void;
}

/** Comparisons one after the other, told as one piece of work. */
function makeComparing(
  simulator: Pick<Simulator, 'compare'>,
  onProgress: (progress: Progress) => void,
): Comparing {
  const begun = performance.now();
  let finished = 0;
  let expected = 0;
  let running: { cancel(): void } | undefined;
  let isCancelled = false;
  return {
    expect: (more) => (expected = finished + more),
    async forecast(requests) {
      const handle = simulator.compare(requests, ({ share }) =>
        onProgress(progressOf(finished + share * requests.length, expected, performance.now() - begun)),
      );
      running = handle;
      if (isCancelled) handle.cancel();
      const outcomes = await handle.done;
      finished += requests.length;
      return outcomes;
    },
    cancel() {
      isCancelled = true;
      running?.cancel();
    },
  };
}

/** Before this the pace says little. */
const MILLISECONDS_BEFORE_GUESS = 400;

function progressOf(done: number, expected: number, elapsed: number): Progress {
  const share = Math.min(1, done / Math.max(1, expected));
  if (elapsed < MILLISECONDS_BEFORE_GUESS || share === 0) return { share };
  return { share, secondsLeft: (elapsed / 1000) * ((1 - share) / share) };
}
