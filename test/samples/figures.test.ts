import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/analytics/buildReport.ts';
import type { Estimate } from '../../src/analytics/intervals.ts';
import type { Report } from '../../src/analytics/report.ts';
import { compile } from '../../src/compile/compile.ts';
import type { FiguresFile } from '../../src/features/manage-journeys/templateFigures.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import { openSample, SAMPLE_NAMES, sampleText } from '../support/samples.ts';

const CONTACTS = 100_000;
const SEED = 1;
const file = JSON.parse(sampleText('figures.json')) as FiguresFile;

function run(journey: Journey): Report {
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(CONTACTS),
    policies: NO_POLICIES,
    calibration: BENCHMARKS_ONLY,
  });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  const work = new ShardWork();
  work.open(sampleSource(CONTACTS));
  const [whole] = partition(CONTACTS, CONTACTS, 1);
  const results = work.run({ program, seed: SEED, contacts: whole! });
  return buildReport({ program, results, seed: SEED, seconds: 0, ...wordsOf(journey) });
}

const rounded = ({ value, low, high }: Estimate) => ({
  value: Math.round(value),
  low: Math.round(low),
  high: Math.round(high),
});

test('the figures are of every template, on the whole sample audience', () => {
  expect([file.contacts, file.seed]).toEqual([CONTACTS, SEED]);
  expect(file.templates.map(({ template }) => template)).toEqual(SAMPLE_NAMES);
});

describe.each(SAMPLE_NAMES)('a run of %s', (name) => {
  const journey = openSample(name);
  const report = run(journey);
  const entered = report.steps.find(({ kind }) => kind === 'entry')?.entered ?? 0;

  test('comes to the figures of its card; when it does not, `npm run figures` brings them up to date', () => {
    expect(file.templates.find(({ template }) => template === name)).toEqual({
      template: name,
      entered,
      messages: report.messages.reduce((sum, { sent }) => sum + sent, 0),
      conversions: rounded(report.totals.conversions),
      revenue: rounded(report.totals.revenue),
      cost: Math.round(report.totals.cost.value),
      currency: journey.settings.currency,
    });
  });

  test('brings somebody to every step', () => {
    expect(report.steps.filter((step) => step.entered === 0).map(({ id }) => id)).toEqual([]);
  });

  test('sends every message to somebody', () => {
    expect(report.messages.filter(({ sent }) => sent === 0).map(({ step, rung }) => [step, rung])).toEqual(
      [],
    );
  });

  test('converts a few per cent, and reaches its target neither surely nor never', () => {
    const share = report.totals.conversions.value / entered;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.1);
    expect(report.target?.chance).toBeGreaterThan(0.02);
    expect(report.target?.chance).toBeLessThan(0.98);
  });
});
