import { describe, expect, it } from 'vitest';
import {
  allHandoffs,
  bySource,
  byStep,
  influencedShare,
  pipelineOf,
  winsBySpeed,
} from '../../../src/analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../src/analytics/detail.ts';
import type { Report } from '../../../src/analytics/report.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { probability } from '../../../src/journey/units.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample } from '../../support/samples.ts';

const ROWS = 20_000;

function runOf(journey: Journey): { readonly report: Report; readonly detail: RunDetail } {
  const outcome = forecastHere({
    journey,
    audience: { kind: 'sample', rows: ROWS },
    contacts: 8000,
    seed: 2,
    calibration: {},
    policies: NO_POLICIES,
    detailed: true,
  });
  if (!outcome.ok || !outcome.detail) throw new Error('the run did not work');
  return { report: outcome.report, detail: outcome.detail };
}

const handsOff = ['orchestration', 'lead-nurture', 'speed-to-lead'];

describe.each(handsOff)('the pipeline of %s', (name) => {
  const { report, detail } = runOf(openSample(name));
  const pipeline = pipelineOf(detail);

  it('has everybody who left a hand-off, each at one stage', () => {
    const exits = report.steps
      .filter(({ kind }) => kind === 'handoff')
      .map(({ exits: { accepted = 0, missed = 0 } }) => ({ accepted, missed }));
    const sum = (of: 'accepted' | 'missed') => exits.reduce((all, exit) => all + exit[of], 0);
    expect(pipeline.accepted.value).toBeCloseTo(sum('accepted'), -0.6);
    expect(pipeline.missed.value).toBeCloseTo(sum('missed'), -0.6);
    expect(pipeline.handed).toBeCloseTo(pipeline.accepted.value + pipeline.missed.value, 6);
    expect(pipeline.won.value).toBeGreaterThan(0);
    expect(pipeline.won.value + pipeline.open.value).toBeLessThanOrEqual(pipeline.accepted.value);
  });

  it('comes to the same by source and by step', () => {
    for (const parts of [bySource(detail), byStep(detail)]) {
      const all = [...parts.values()].map((places) => pipelineOf(detail, places));
      expect(all.reduce((sum, { handed }) => sum + handed, 0)).toBeCloseTo(pipeline.handed, 6);
      expect(all.reduce((sum, { value }) => sum + value.value, 0)).toBeCloseTo(pipeline.value.value, 4);
    }
  });

  it('says how long it takes, and what that comes to in a day', () => {
    const { speedToLead, cycle, velocity, value } = pipeline;
    expect(speedToLead!.median.value).toBeLessThanOrEqual(speedToLead!.most);
    expect(speedToLead!.mean.low).toBeLessThan(speedToLead!.mean.value + 1e-9);
    expect(velocity!.value).toBeCloseTo(value.value / (cycle!.mean.value / 1440), 4);
    const bands = winsBySpeed(detail);
    expect(bands.reduce((sum, { accepted }) => sum + accepted, 0)).toBeCloseTo(pipeline.accepted.value, 6);
    const share = influencedShare(detail)!;
    expect(share.low).toBeLessThanOrEqual(share.value);
    expect(share.high).toBeLessThanOrEqual(1);
  });
});

describe('the win rate of a hand-off', () => {
  const journey = openSample('orchestration');
  const at = (serviceMinutes: number, winRate: number) => {
    const steps = Object.fromEntries(
      Object.entries(journey.steps).map(([id, step]) => [
        id,
        step.kind === 'handoff'
          ? {
              ...step,
              serviceMinutes,
              capacity: undefined,
              slaMinutes: undefined,
              opportunity: { ...step.opportunity, winRate: probability(winRate), halfLifeMinutes: 1440 },
            }
          : step,
      ]),
    );
    return runOf({ ...journey, steps: steps as Journey['steps'] }).detail;
  };

  it('is what the step says, halved for each half-life of waiting', () => {
    for (const [wait, expected] of [
      [0, 0.4],
      [1440, 0.2],
      [2880, 0.1],
    ] as const) {
      const detail = at(wait, 0.4);
      const [band, ...others] = winsBySpeed(detail);
      expect(others).toEqual([]);
      expect(band!.won.low).toBeLessThan(expected);
      expect(band!.won.high).toBeGreaterThan(expected);
      expect(pipelineOf(detail).speedToLead?.mean.value).toBeCloseTo(wait, 6);
    }
  });

  it('of a journey that hands nobody off is of nobody', () => {
    const { detail } = runOf(openSample('welcome'));
    expect(allHandoffs(detail)).toEqual([]);
    expect(pipelineOf(detail)).toMatchObject({ handed: 0, speedToLead: undefined, velocity: undefined });
    expect(influencedShare(detail)).toBeUndefined();
  });
});
