import { beforeAll, describe, expect, it } from 'vitest';
import { comparePaired } from '../../src/analytics/comparePaired.ts';
import { chanceOfBest } from '../../src/analytics/compare/chanceOfBest.ts';
import { PAIRED_METRICS, type Report } from '../../src/analytics/report.ts';
import { sweepables } from '../../src/compile/sweep/sweepables.ts';
import type { Design } from '../../src/compile/response/assumption.ts';
import { draw } from '../../src/engine/random.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { inGroups, profitReport } from '../analytics/compare/plantedReports.ts';
import { forecastHere } from '../support/localSimulator.ts';
import { binomialZ } from '../support/normal.ts';
import { openSample } from '../support/samples.ts';

const CONTACTS = 20_000;
const NARROWER = 3;

function forecast(design: Design, seed: number): Report {
  const audience = { kind: 'sample', rows: CONTACTS } as const;
  const outcome = forecastHere({ ...design, audience, contacts: CONTACTS, seed });
  if (!outcome.ok) throw new Error(outcome.problems[0]?.words);
  return outcome.report;
}

/** A template and the same with its check looking half or twice as long. */
const PAIRS = [
  ['welcome', 'answer', 2],
  ['abandoned-cart', 'looked', 0.5],
] as const;

describe.each(PAIRS)('the interval of what a window does to %s', (name, step, times) => {
  const design: Design = { journey: openSample(name), policies: NO_POLICIES, calibration: BENCHMARKS_ONLY };
  const window = sweepables(design).find(({ id }) => id === `${step}.window`);
  if (!window) throw new Error(`${name} has no check ${step}`);
  const changed = window.apply(window.value * times, design);
  const [before, after, other] = [forecast(design, 1), forecast(changed, 1), forecast(changed, 2)];
  const differences = comparePaired(before, after);

  it.each(PAIRED_METRICS)(
    'is, of %s, at least three times narrower than with luck of their own',
    (metric) => {
      const { low = 0, high = 0 } = differences?.[metric].by ?? {};
      const [one, two] = [before.totals[metric], other.totals[metric]];
      const apart = Math.hypot(one.high - one.low, two.high - two.low);
      expect(high - low).toBeGreaterThan(0);
      expect(apart / (high - low)).toBeGreaterThan(NARROWER);
    },
  );
});

/** Normal luck, keyed: the sum of twelve even draws less six. */
function luck(seed: number, trial: number, at: number): number {
  let sum = -6;
  for (let part = 0; part < 12; part++) sum += draw(seed, trial, at, part) / 2 ** 32;
  return sum;
}

const TRIALS = 3000;
/** What a design’s luck of its own and the contacts’ common luck make of a group’s profit. */
const [OWN, COMMON] = [1, 4];
/** Between designs: far more than their luck, for what is told supposes that nothing was known of them before. */
const APART = 0.8;

/** Three designs, a forecast of each on the same contacts, and who is best in one launch to as many contacts. */
function tried(trial: number): { readonly chances: readonly number[]; readonly best: number } {
  const truths = [0, 1, 2].map((design) => APART * luck(1, trial, design));
  const groupOf = (seed: number, design: number) => (group: number) =>
    (truths[design] ?? 0) +
    COMMON * luck(seed, trial, group) +
    OWN * luck(seed + 10, trial, group * 8 + design);
  const forecasts = truths.map((_, design) => profitReport(inGroups(groupOf(2, design))));
  const launches = truths.map((_, design) =>
    inGroups(groupOf(3, design)).reduce((sum, value) => sum + value),
  );
  return {
    chances: chanceOfBest('profit', forecasts, { seed: trial, resamples: 200 }),
    best: launches.indexOf(Math.max(...launches)),
  };
}

describe('the chance of being best', () => {
  let told: { readonly chance: number; readonly won: boolean }[];
  beforeAll(() => {
    const all = Array.from({ length: TRIALS }, (_, trial) => tried(trial));
    told = all.flatMap(({ chances, best }) =>
      chances.map((chance, place) => ({ chance, won: place === best })),
    );
  });

  it.each([
    [0, 0.1],
    [0.1, 0.25],
    [0.25, 0.5],
    [0.5, 0.75],
    [0.75, 0.9],
    [0.9, 1.0001],
  ])('between %f and %f comes true that often', (from, to) => {
    const here = told.filter(({ chance }) => chance >= from && chance < to);
    const won = here.filter((one) => one.won).length;
    const mean = here.reduce((sum, { chance }) => sum + chance, 0) / here.length;
    expect(here.length).toBeGreaterThan(50);
    expect(
      Math.abs(binomialZ(won, here.length, mean)),
      `${won} of ${here.length}, told ${mean}`,
    ).toBeLessThan(3.29);
  });

  it('is not always the same', () => {
    expect(told.filter(({ chance }) => chance > 0.1 && chance < 0.9).length).toBeGreaterThan(500);
  });
});
