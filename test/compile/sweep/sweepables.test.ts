import { describe, expect, it } from 'vitest';
import { BENCHMARKS_ONLY } from '../../../src/journey/calibration.ts';
import { compile } from '../../../src/compile/compile.ts';
import type { Design } from '../../../src/compile/response/assumption.ts';
import { sweepables } from '../../../src/compile/sweep/sweepables.ts';
import { typedValue } from '../../../src/compile/sweep/sweepable.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Policies } from '../../../src/journey/policies.ts';
import { experiment, type ExperimentStep } from '../../../src/journey/steps/experiment.ts';
import { days, minutes, money } from '../../../src/journey/units.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { CHECK, smallJourney, WAIT } from '../../support/smallJourney.ts';

const policies: Policies = {
  caps: [
    {
      id: 'weekly',
      max: 3,
      window: { kind: 'calendar', unit: 'week' },
      zone: 'contact',
      scope: 'all',
      onCap: { kind: 'skip' },
    },
  ],
  budgets: [{ channel: 'sms', amount: money(500) }],
  rateLimits: [{ channel: 'email', max: 1000, perMinutes: minutes(60) }],
};
const schema = sampleSchema(1000);
const designOf = (name: string): Design => ({
  journey: openSample(name),
  policies,
  calibration: BENCHMARKS_ONLY,
});
const small: Design = { journey: smallJourney(), policies, calibration: BENCHMARKS_ONLY };

function find(id: string, design: Design) {
  const found = sweepables(design, schema).find((one) => one.id === id);
  if (!found)
    throw new Error(
      `no ${id} among ${sweepables(design, schema)
        .map((one) => one.id)
        .join(' ')}`,
    );
  return found;
}

describe.each(SAMPLE_NAMES)('the numbers of %s', (name) => {
  const design = designOf(name);
  const all = sweepables(design, schema);

  it('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('stand between what they can be at all', () => {
    for (const { id, value, least, most, low, high } of all) {
      expect(least, id).toBeLessThanOrEqual(value);
      expect(value, id).toBeLessThanOrEqual(most);
      expect(least, id).toBeLessThanOrEqual(low);
      expect(low, id).toBeLessThan(high);
      expect(high, id).toBeLessThanOrEqual(most);
    }
  });

  it('are what is read back after they were given, and the journey still runs', () => {
    for (const { id, low, high, apply, ...one } of all)
      for (const value of [low, high].map((end) => typedValue(one, end))) {
        const changed = apply(value, design);
        expect(find(id, changed).value, id).toBeCloseTo(value, 6);
        const compiled = compile({ journeys: [changed.journey], schema, ...changed });
        // Rates may contradict each other (more clicks than opens): that is told when it is tried.
        if (!compiled.ok && !id.startsWith('assumption'))
          throw new Error(`${id}: ${compiled.problems[0]?.words}`);
      }
  });
});

describe('a change of a number', () => {
  it('is made in what was changed before', () => {
    const both = find(`${CHECK}.window`, small).apply(60, find(`${WAIT}.wait`, small).apply(120, small));
    expect(both.journey.steps[WAIT]).toMatchObject({ until: { minutes: 120 } });
    expect(both.journey.steps[CHECK]).toMatchObject({ windowMinutes: 60 });
  });

  it('of a cap is one of the policies', () => {
    expect(find('cap.weekly', small).apply(1, small).policies.caps[0]?.max).toBe(1);
    expect(find('budget.0', small).apply(9, small).policies.budgets[0]?.amount).toBe(9);
    expect(find('rateLimit.0', small).apply(9, small).policies.rateLimits[0]?.max).toBe(9);
  });

  it('of a rate is one of the calibration', () => {
    const { calibration } = find('assumption.email.clicked', small).apply(0.05, small);
    expect(calibration.channels?.email?.clicked).toBe(0.05);
  });

  it('of a step that is gone changes nothing', () => {
    const { [WAIT]: _, ...steps } = small.journey.steps;
    const without = { ...small, journey: { ...small.journey, steps } };
    expect(find(`${WAIT}.wait`, small).apply(60, without)).toBe(without);
  });

  it('of a wait between two lengths keeps their proportion', () => {
    const step = {
      kind: 'wait',
      name: 'Wait',
      until: { type: 'random', from: days(1), to: days(4) },
    } as const;
    const design = {
      ...small,
      journey: { ...small.journey, steps: { ...small.journey.steps, [WAIT]: step } },
    };
    expect(find(`${WAIT}.wait`, design).apply(days(8), design).journey.steps[WAIT]).toMatchObject({
      until: { from: days(2), to: days(8) },
    });
  });
});

describe('shares of an experiment', () => {
  const step: ExperimentStep = {
    ...experiment.defaults(),
    arms: [
      { id: 'a', name: 'A', weight: 60 },
      { id: 'b', name: 'B', weight: 30 },
    ],
    holdout: { weight: 10, goesOn: false },
  };
  const id = stepId('wait-1');
  const design: Design = {
    ...small,
    journey: { ...small.journey, steps: { ...small.journey.steps, [id]: step } },
  };
  const after = (what: string, value: number, from = design) => {
    const changed = find(`${id}.${what}`, design).apply(value, from);
    const now = changed.journey.steps[id];
    if (now?.kind !== 'experiment') throw new Error('no experiment');
    return { changed, weights: now.arms.map(({ weight }) => weight), holdout: now.holdout?.weight };
  };

  it('leave the arms their proportions when the holdout goes', () => {
    expect(after('holdout', 0)).toMatchObject({
      weights: [expect.closeTo(66.667, 3), expect.closeTo(33.333, 3)],
      holdout: 0,
    });
  });

  it('leave the holdout alone when an arm grows', () => {
    expect(after('weight.b', 90)).toMatchObject({ weights: [0, 90], holdout: 10 });
  });

  it('come back from nothing in equal parts', () => {
    const { changed } = after('weight.b', 90);
    expect(after('weight.b', 40, changed).weights).toEqual([50, 40]);
  });

  it('never go below zero, whichever is changed first', () => {
    const { changed } = after('holdout', 50);
    expect(after('weight.a', 90, changed).weights).toEqual([50, 0]);
  });
});
