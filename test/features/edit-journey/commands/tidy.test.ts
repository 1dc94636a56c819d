import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import { stepId } from '../../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../../src/journey/journey.ts';
import { boxesOf, bounds } from '../../../../src/features/edit-journey/commands/arrange.ts';
import { tidy } from '../../../../src/features/edit-journey/commands/tidy.ts';
import { cardBox, frameAround, overlaps } from '../../../../src/features/edit-journey/cardLayout.ts';
import { branchOf, draft, step } from '../../../support/draftJourney.ts';
import { large } from '../../../support/largeJourneys.ts';
import { runnableJourney, runnableJourneyOf } from '../../../support/randomJourney.ts';

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

const groupName = fc.constantFrom('one', 'two', 'three', undefined);

/** Random journeys whose steps are in groups at random, linked with one another or not. */
const grouped = fc
  .tuple(runnableJourney, fc.array(groupName, { minLength: 16, maxLength: 16 }))
  .map(([journey, names]): Journey => {
    const groups = ['one', 'two', 'three'].flatMap((name) => {
      const steps = idsOf(journey).filter((_, at) => names[at] === name);
      return steps.length > 0 ? [[name, { name, tint: 'blue', steps }] as const] : [];
    });
    return { ...journey, groups: Object.fromEntries(groups) };
  });

function framesOf(journey: Journey) {
  return Object.values(journey.groups ?? {}).map(({ steps }) => ({
    steps,
    box: frameAround(bounds(boxesOf(journey, steps).map(({ box }) => box))),
  }));
}

function expectApart(after: Journey) {
  const frames = framesOf(after);
  for (const [n, { steps, box }] of frames.entries()) {
    for (const stranger of idsOf(after).filter((id) => !steps.includes(id))) {
      const card = after.steps[stranger];
      expect(card && overlaps(cardBox(card, at(after, stranger)), box, 0)).toBe(false);
    }
    for (const other of frames.slice(n + 1)) expect(overlaps(other.box, box, 0)).toBe(false);
  }
}

it('puts no stranger into the frame of a group, and no frame over another', () => {
  fc.assert(
    fc.property(grouped, (journey) => expectApart(tidied(journey))),
    { numRuns: 120, seed: 7 },
  );
});

it.each(large(40))('keeps groups apart whose steps are far from one another, %s', (_, journey) => {
  const groups = [1, 3, 5, 7].map((rest) => {
    const steps = idsOf(journey).filter((_id, n) => n % 9 === rest);
    return [`g${rest}`, { name: 'Some', tint: 'blue', steps }] as const;
  });
  expectApart(tidied({ ...journey, groups: Object.fromEntries(groups) }));
});

it('keeps the steps of a group near one another and the ways beside it in their layers', () => {
  const steps = ['low', 'wait'].map(stepId);
  const after = tidied({ ...fork, groups: { g: { name: 'Low', tint: 'blue', steps } } });
  expect(new Set(['high', 'low', 'rest'].map((id) => at(after, id).x)).size).toBe(1);
  expectApart(after);
});

it('has nothing to do a second time where there are groups', () => {
  const groups = { g: { name: 'Low', tint: 'blue', steps: ['low', 'wait'].map(stepId) } } as const;
  const journey: Journey = { ...fork, groups };
  expect(tidy(tidied(journey), idsOf(fork))).toBeUndefined();
});
