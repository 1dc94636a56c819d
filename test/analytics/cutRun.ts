import { buildDetail } from '../../src/analytics/buildDetail.ts';
import { buildReport } from '../../src/analytics/buildReport.ts';
import type { RunDetail } from '../../src/analytics/detail.ts';
import type { Estimate } from '../../src/analytics/intervals.ts';
import type { Report } from '../../src/analytics/report.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { OutputRequest } from '../../src/compile/compile.ts';
import type { Program } from '../../src/compile/program.ts';
import { detailing } from '../../src/engine/detail.ts';
import { mergeWith } from '../../src/engine/merge.ts';
import type { Results } from '../../src/engine/results.ts';
import type { Policies } from '../../src/journey/policies.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import { openSample } from '../support/samples.ts';
import { run, tryCompileAll } from '../support/simulate.ts';
import { coverageOf, expectCovered } from './coverage.ts';

export const SEED = 1;

/** A run as its readers have it. */
export interface Part {
  readonly program: Program;
  readonly results: Results;
  readonly report: Report;
  readonly detail: RunDetail;
}

/** One large run cut into many small ones of other contacts, and what they come to on average: the truth that each has an interval of. */
export interface CutRun {
  readonly parts: readonly Part[];
  readonly whole: Part;
}

interface CutRequest {
  readonly sample: string;
  readonly contacts: number;
  readonly parts: number;
  readonly policies: Policies;
  readonly outputs?: OutputRequest;
}

const merge = mergeWith(detailing.merge);

export function cutRun({ sample, contacts, parts, policies, outputs = {} }: CutRequest): CutRun {
  const journey = openSample(sample);
  const all = contacts * parts;
  const audience = synthesise(all, 1);
  const compiled = tryCompileAll([journey], audience, policies, { ...outputs, detail: true });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  const made = Array.from({ length: parts }, (_, part) => {
    const range = { kind: 'range', from: part * contacts, to: (part + 1) * contacts, of: all } as const;
    return run(program, { contacts: all, seed: SEED, audience, range });
  });
  const asRead = (results: Results, scaleTo?: number): Part => ({
    program,
    results,
    report: buildReport({
      program,
      results,
      seed: SEED,
      seconds: 0,
      ...wordsOf(journey),
      ...(scaleTo !== undefined && { scaleTo }),
    }),
    detail: buildDetail({ program, results, ...(scaleTo !== undefined && { scaleTo }) }),
  });
  return { parts: made.map((results) => asRead(results)), whole: asRead(mergeAll(made), contacts) };
}

/** In pairs: columns that grow are copied a few times only. */
function mergeAll(results: readonly Results[]): Results {
  const [first, ...others] = results;
  if (!first) throw new RangeError('nothing to merge');
  if (others.length === 0) return first;
  const half = results.length >> 1;
  return merge(mergeAll(results.slice(0, half)), mergeAll(results.slice(half)));
}

/** What is read from a part; undefined: this part does not say. */
export type Figure = (part: Part) => Estimate | undefined;

/**
 * How often the parts' intervals hold what the whole run shows. What is expected is counted in even events: the squared mean over the
 * variance of the parts, which of a plain count is its mean, and of a share the rarer of yes and no.
 */
export function expectHeld({ parts, whole }: CutRun, figure: Figure, isShare = false): void {
  const truth = figure(whole);
  if (!truth) throw new RangeError('the whole run does not show this figure');
  const found = parts.flatMap((part) => figure(part) ?? []);
  const rarer =
    isShare && truth.value > 0.5 ? found.map(({ value }) => 1 - value) : found.map(({ value }) => value);
  const mean = rarer.reduce((sum, value) => sum + value, 0) / rarer.length;
  const variance = rarer.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rarer.length;
  const events = variance === 0 ? 0 : (mean * mean) / variance;
  expectCovered(
    coverageOf(found.length, truth.value, (at) => found[at]),
    events,
  );
}
