import { describe, expect, it } from 'vitest';
import { sweepables } from '../../../../src/compile/sweep/sweepables.ts';
import type { Design } from '../../../../src/compile/response/assumption.ts';
import { firstValue } from '../../../../src/features/compare-runs/scenarios/firstValue.ts';
import {
  foundChanges,
  readScenarios,
  withScenario,
  type Scenario,
} from '../../../../src/features/compare-runs/scenarios/scenario.ts';
import { BENCHMARKS_ONLY } from '../../../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { CHECK, smallJourney, WAIT } from '../../../support/smallJourney.ts';

const design: Design = { journey: smallJourney(), policies: NO_POLICIES, calibration: BENCHMARKS_ONLY };
const all = sweepables(design);
const scenario: Scenario = {
  id: 's',
  name: 'Faster',
  changes: [
    { parameter: `${WAIT}.wait`, value: 60 },
    { parameter: `${CHECK}.window`, value: 120 },
    { parameter: 'step-that-is-gone.wait', value: 1 },
  ],
};

describe('a scenario', () => {
  it('is the journey with its changes, without what the journey has not any more', () => {
    const { journey } = withScenario(scenario, design, all);
    expect(journey.steps[WAIT]).toMatchObject({ until: { minutes: 60 } });
    expect(journey.steps[CHECK]).toMatchObject({ windowMinutes: 120 });
    expect(foundChanges(scenario, all).map(({ of }) => of?.id)).toEqual([
      `${WAIT}.wait`,
      `${CHECK}.window`,
      undefined,
    ]);
  });

  it('stays within what a number can be', () => {
    const parameter = 'assumption.email.clicked';
    const { calibration } = withScenario({ ...scenario, changes: [{ parameter, value: 7 }] }, design, all);
    expect(calibration.channels?.email?.clicked).toBe(1);
  });

  it('without changes is the journey as it is', () => {
    expect(withScenario({ ...scenario, changes: [] }, design, all)).toBe(design);
  });

  it('is read back as it was kept, and what is none is left out', () => {
    expect(readScenarios([scenario, { id: '', name: 'x', changes: [] }, 7])).toEqual([scenario]);
    expect(readScenarios(undefined)).toEqual([]);
    expect(readScenarios('nonsense')).toEqual([]);
  });

  it('begins with a value that is another than now', () => {
    for (const one of all) expect(firstValue(one), one.id).not.toBe(one.value);
  });
});
