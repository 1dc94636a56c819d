import { expect, it } from 'vitest';
import { handoffCost, returnOn } from '../../../../src/features/read-results/channels/handoffMoney.ts';
import { openSample, SAMPLE_NAMES } from '../../../support/samples.ts';
import { runOf } from '../shownRuns.ts';

const name = SAMPLE_NAMES.find((sample) =>
  Object.values(openSample(sample).steps).some((step) => step.kind === 'handoff' && step.costPerHandoff),
);

it('hand-offs cost what is paid for each of them, and messages nothing of it', () => {
  if (name === undefined) throw new Error('no template pays for hand-offs');
  const journey = openSample(name);
  const { report } = runOf(journey);
  const paid = report.steps.map(({ id, kind, entered }) => {
    const step = Object.entries(journey.steps).find(([key]) => key === id)?.[1];
    return kind === 'handoff' && step?.kind === 'handoff' ? entered * (step.costPerHandoff ?? 0) : 0;
  });
  const expected = paid.reduce((sum, cost) => sum + cost, 0);
  expect(expected).toBeGreaterThan(0);
  expect(handoffCost(report)).toBeCloseTo(expected, 0);
});

it('returns are what margin leaves over cost, and unknown where nothing is paid', () => {
  expect(returnOn({ value: 300, low: 200, high: 400 }, 100, 0.5)).toEqual({ value: 0.5, low: 0, high: 1 });
  expect(returnOn({ value: 300, low: 200, high: 400 }, 0, 1)).toBeUndefined();
});
