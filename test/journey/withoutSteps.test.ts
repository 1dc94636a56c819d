import { expect, it } from 'vitest';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { withoutKinds, withoutStep } from '../../src/journey/withoutSteps.ts';
import { openSample } from '../support/samples.ts';

const journey = openSample('speed-to-lead');
const off = ({ steps }: Journey) =>
  Object.entries(steps).flatMap(([id, { disabled }]) => (disabled ? [id] : []));
const idsOf = (kinds: readonly string[]) =>
  Object.entries(journey.steps).flatMap(([id, { kind }]) => (kinds.includes(kind) ? [id] : []));

it('steps of the kinds are passed through, all others stay as they are, and so does the journey itself', () => {
  const kinds = ['message', 'handoff'] as const;
  const without = withoutKinds(journey, kinds);
  expect(kinds.map((kind) => idsOf([kind]).length)).not.toContain(0);
  expect(off(without)).toEqual(idsOf(kinds));
  const on = Object.entries(journey.steps).filter(([id]) => !idsOf(kinds).includes(id));
  for (const [id, step] of on) expect(without.steps[stepId(id)]).toBe(step);
  expect({ ...without, steps: {} }).toEqual({ ...journey, steps: {} });
  expect(off(journey)).toEqual([]);
});

it('one step alone is passed through, if it is there', () => {
  const [id = ''] = idsOf(['message']);
  expect(off(withoutStep(journey, stepId(id))!)).toEqual([id]);
  expect(withoutStep(journey, stepId('nowhere'))).toBeUndefined();
});
