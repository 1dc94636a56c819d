import { expect, it } from 'vitest';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import { stepId } from '../../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../../src/journey/journey.ts';
import { boxesOf, bounds } from '../../../../src/features/edit-journey/commands/arrange.ts';
import { tidy } from '../../../../src/features/edit-journey/commands/tidy.ts';
import { overlaps } from '../../../../src/features/edit-journey/cardLayout.ts';
import { branchOf, draft, step } from '../../../support/draftJourney.ts';
import { runnableJourneyOf } from '../../../support/randomJourney.ts';

const idsOf = (journey: Journey) => Object.keys(journey.steps) as StepId[];
function tidied(journey: Journey, ids = idsOf(journey)): Journey {
  const edit = tidy(journey, ids);
  return edit ? applyEdit(journey, edit).journey : journey;
}
const at = (journey: Journey, id: string) => journey.layout[stepId(id)] ?? { x: NaN, y: NaN };
const rule = { kind: 'all', rules: [] } as const;

const fork = draft(
  {
    split: step('split', { branches: [branchOf('high', rule), branchOf('low', rule)] }),
    high: step('message'),
    low: step('message'),
    rest: step('message'),
    wait: step('wait'),
    check: step('check'),
  },
  [
    'entry-1.next > split',
    'split.high > high',
    'split.low > low',
    'split.else > rest',
    'low.next > wait',
    'high.next > check',
    'wait.next > check',
    'rest.next > check',
  ],
);

it('puts ways out in the order of their exits, each right after its step', () => {
  const after = tidied(fork);
  const [high, low, rest] = ['high', 'low', 'rest'].map((id) => at(after, id)) as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ];
  expect(high.y).toBeLessThan(low.y);
  expect(low.y).toBeLessThan(rest.y);
  expect(new Set([high.x, low.x, rest.x]).size).toBe(1);
  expect(at(after, 'check').x).toBeGreaterThan(at(after, 'wait').x);
});

it('keeps the top left corner of what is laid out, and everything else', () => {
  const ids = ['low', 'wait'].map(stepId);
  const after = tidied(fork, ids);
  const corner = (journey: Journey) => bounds(boxesOf(journey, ids).map(({ box }) => box));
  expect({ x: corner(after).x, y: corner(after).y }).toEqual({ x: corner(fork).x, y: corner(fork).y });
  for (const id of idsOf(fork).filter((other) => !ids.includes(other)))
    expect(after.layout[id]).toEqual(fork.layout[id]);
});

it('has nothing to do a second time', () => {
  expect(tidy(tidied(fork), idsOf(fork))).toBeUndefined();
});

it.each([1, 2, 3, 4, 5])('lets no cards touch, random journey %i', (seed) => {
  const after = tidied(runnableJourneyOf(seed));
  const boxes = boxesOf(after, idsOf(after)).map(({ box }) => box);
  for (const [n, box] of boxes.entries())
    for (const other of boxes.slice(n + 1)) expect(overlaps(box, other, 8)).toBe(false);
});
