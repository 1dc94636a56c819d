import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { normalCumulative } from '../../src/analytics/chance.ts';
import type { Estimate } from '../../src/analytics/intervals.ts';
import type { Report } from '../../src/analytics/report.ts';
import { runTotals } from '../../src/analytics/runTotals.ts';
import { compile } from '../../src/compile/compile.ts';
import { SEND_FIELDS } from '../../src/engine/results.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { parseJourney } from '../../src/journey/format.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import { binomialZ } from '../support/normal.ts';

const AUDIENCE = 6_000;
const SAMPLE = 1_500;
const SEEDS = 200;
const FIRST_SEED = 1;

/**
 * An interval is that of a run on SAMPLE new people, and holds 95 % of such runs' means. The full run holds the sample itself, so that the
 * two differ by less: the variance of their difference is 1 − SAMPLE / AUDIENCE of the sample's. That makes it 97.6 %.
 */
const LEVEL = 2 * normalCumulative(1.959964 / Math.sqrt(1 - SAMPLE / AUDIENCE)) - 1;
/** Sums of a few orders of uneven value are skewed: 92.5 to 94 of 95 with 30 orders (src/analytics/intervals.ts). */
const LEAST_OF_MONEY = 0.925;

const COUNTS = [
  'conversions',
  'conversionsAudience',
  'cost',
  'unsubscribed',
  'entered',
  'messaged',
  'opened',
  'clicked',
  'converters',
  'run sent',
  'run cost',
  'run conversions',
] as const;
const MONEY = ['revenue', 'profit', 'run revenue'] as const;

/** Runs a journey of `public/samples` for all and for a sample, and shows both for all. */
function openSample(name: string) {
  const parsed = parseJourney(readFileSync(`public/samples/${name}.journey.json`, 'utf8'));
  if (!parsed.ok) throw new Error('the sample does not parse');
  const { journey } = parsed;
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(AUDIENCE),
    policies: NO_POLICIES,
    calibration: BENCHMARKS_ONLY,
  });
  if (!compiled.ok) throw new Error('the sample does not compile');
  const { program } = compiled;
  const work = new ShardWork();
  work.open(sampleSource(AUDIENCE));
  return (contacts: number, seed: number) => {
    const [part] = partition(contacts, AUDIENCE, 1);
    const results = work.run({ program, seed, contacts: part! });
    const report = buildReport({
      program,
      results,
      seed,
      seconds: 0,
      scaleTo: AUDIENCE,
      ...wordsOf(journey),
    });
    return { report, results, figures: figuresOf(report, runTotals(program, results, AUDIENCE)) };
  };
}

type Figures = Readonly<Record<string, Estimate>>;

function figuresOf({ totals, funnel }: Report, run: ReturnType<typeof runTotals>): Figures {
  return {
    ...totals,
    ...Object.fromEntries(funnel.map(({ stage, people }) => [stage, people])),
    'run sent': run.sent,
    'run cost': run.cost,
    'run conversions': run.conversionsAudience,
    'run revenue': run.revenueAudience,
  };
}

/** The same figures of a forecast and of its full run, for many seeds: other luck and another sample each time. */
function manyForecasts(name: string): readonly { readonly forecast: Figures; readonly full: Figures }[] {
  const run = openSample(name);
  return Array.from({ length: SEEDS }, (_, k) => ({
    forecast: run(SAMPLE, FIRST_SEED + k).figures,
    full: run(AUDIENCE, FIRST_SEED + k).figures,
  }));
}

describe.each(['abandoned-cart', 'orchestration', 'welcome'])('a forecast of %s', (name) => {
  let pairs: ReturnType<typeof manyForecasts>;
  beforeAll(() => {
    pairs = manyForecasts(name);
  });
  const covered = (figure: string) =>
    pairs.filter(({ forecast, full }) => {
      const { value } = full[figure]!;
      return forecast[figure]!.low <= value && value <= forecast[figure]!.high;
    }).length;

  /** Of forecasts from their full runs. */
  const differences = (figure: string) => {
    const all = pairs.map(({ forecast, full }) => forecast[figure]!.value - full[figure]!.value);
    const mean = meanOf(all);
    return {
      mean,
      deviation: Math.sqrt((meanOf(all.map((one) => (one - mean) ** 2)) * SEEDS) / (SEEDS - 1)),
    };
  };

  it('has intervals of counts and cost that hold the full run’s as often as they should', () => {
    for (const figure of COUNTS) {
      const z = binomialZ(covered(figure), SEEDS, LEVEL);
      expect(Math.abs(z), `${figure}: ${covered(figure)} of ${SEEDS}`).toBeLessThan(3.29);
    }
  });

  it('has intervals of money that hold the full run’s nearly as often', () => {
    for (const figure of MONEY) {
      const z = binomialZ(covered(figure), SEEDS, LEAST_OF_MONEY);
      expect(z, `${figure}: ${covered(figure)} of ${SEEDS}`).toBeGreaterThan(-3.29);
      // Not so wide that they say nothing.
      expect(covered(figure), figure).toBeLessThan(SEEDS);
    }
  });

  it('has intervals as wide as samples spread: no wider than they need to be', () => {
    for (const figure of COUNTS) {
      const { deviation } = differences(figure);
      // Where everybody does the same, as entering at once, samples do not differ.
      if (deviation === 0) continue;
      const halfWidths = pairs.map(({ forecast }) => (forecast[figure]!.high - forecast[figure]!.low) / 2);
      const needed = (1.959964 * deviation) / Math.sqrt(1 - SAMPLE / AUDIENCE);
      // A deviation that SEEDS samples show is off by 1 / √(2 SEEDS) of itself.
      const off = (meanOf(halfWidths) / needed - 1) * Math.sqrt(2 * SEEDS);
      // 1 in 10 000 for one figure, 1 in 280 for all 36 of the three journeys.
      expect(Math.abs(off), figure).toBeLessThan(3.89);
    }
  });

  it('is neither high nor low, over many samples', () => {
    for (const figure of [...COUNTS, ...MONEY]) {
      const { mean, deviation } = differences(figure);
      expect(Math.abs(mean), figure).toBeLessThanOrEqual((3.29 * deviation) / Math.sqrt(SEEDS));
    }
  });
});

describe('a forecast', () => {
  const run = openSample('orchestration');
  const factor = AUDIENCE / SAMPLE;

  it('shows every count for the whole audience, and says how many it simulated', () => {
    const { report, results } = run(SAMPLE, 7);
    const [counted] = results.journeys;
    expect(report).toMatchObject({ contacts: SAMPLE, scaledTo: AUDIENCE });
    expect(report.steps.map(({ entered }) => entered)).toEqual([...counted!.entered].map((n) => n * factor));
    expect(report.steps.map(({ inFlight }) => inFlight)).toEqual(
      [...counted!.inFlight].map((n) => n * factor),
    );
    const sent = report.messages.reduce((sum, message) => sum + message.sent, 0);
    expect(sent).toBe(runSent(results) * factor);
  });

  it('of everybody is the full run, and shrinks its intervals as the sample grows', () => {
    expect(run(AUDIENCE, 7).report.scaledTo).toBeUndefined();
    const widths = [100, 400, 1_600].map((contacts) => {
      const { low, high } = run(contacts, 7).figures['messaged']!;
      return high - low;
    });
    expect(widths[1]!).toBeLessThan(widths[0]!);
    expect(widths[2]!).toBeLessThan(widths[1]!);
  });
});

function runSent({ journeys }: { readonly journeys: readonly { readonly sends: Float64Array }[] }): number {
  return journeys[0]!.sends.reduce((sum, n, at) => (at % SEND_FIELDS.length === 0 ? sum + n : sum), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
