import { expect, it } from 'vitest';
import { stepId } from '../../../../src/journey/ids.ts';
import { firstOf, neighbour, type Direction } from '../../../../src/features/edit-journey/commands/walk.ts';
import { draft, step } from '../../../support/draftJourney.ts';

const journey = {
  ...draft(
    {
      mail: step('message'),
      check: step('check', { responses: ['clicked'] }),
      goal: step('goal'),
      ladder: step('escalate'),
      loose: step('wait'),
    },
    [
      'entry-1.next > mail',
      'mail.next > check',
      'check.clicked > goal',
      'check.noResponse > ladder',
      'ladder.sent > check',
    ],
  ),
  layout: {
    'entry-1': { x: 0, y: 0 },
    mail: { x: 320, y: 0 },
    check: { x: 640, y: 0 },
    goal: { x: 960, y: -80 },
    ladder: { x: 960, y: 160 },
    loose: { x: 0, y: 400 },
  },
};
const walk = (from: string, ...directions: readonly Direction[]) =>
  directions.reduce<string | undefined>(
    (at, direction) => (at === undefined ? undefined : neighbour(journey, stepId(at), direction)),
    from,
  );

it('begins at the entry and goes on by the first exit', () => {
  expect(firstOf(journey)).toBe('entry-1');
  expect(walk('entry-1', 'right', 'right', 'right')).toBe('goal');
});

it('goes to the other way out of the same step', () => {
  expect(walk('goal', 'down')).toBe('ladder');
  expect(walk('ladder', 'up')).toBe('goal');
});

it('goes back to what leads there from the left, not around a loop', () => {
  expect(walk('check', 'left')).toBe('mail');
});

it('reaches a step that nothing leads to by its place', () => {
  expect(walk('entry-1', 'down')).toBe('loose');
});

it('ends where there is nothing', () => {
  expect(walk('goal', 'right')).toBeUndefined();
  expect(walk('entry-1', 'left')).toBeUndefined();
});
