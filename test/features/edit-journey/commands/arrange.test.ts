import { expect, it } from 'vitest';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import type { Edit } from '../../../../src/journey/edits.ts';
import type { Journey } from '../../../../src/journey/journey.ts';
import { stepId } from '../../../../src/journey/ids.ts';
import { align, distribute, nudge } from '../../../../src/features/edit-journey/commands/arrange.ts';
import { draft, step } from '../../../support/draftJourney.ts';

const ids = ['a', 'b', 'c'].map(stepId);
const journey: Journey = {
  ...draft({ a: step('message'), b: step('check', { responses: ['clicked'] }), c: step('wait') }),
  layout: {
    [stepId('entry-1')]: { x: 0, y: 0 },
    [stepId('a')]: { x: 400, y: 80 },
    [stepId('b')]: { x: 800, y: 400 },
    [stepId('c')]: { x: 1600, y: 200 },
  },
};
const placesAfter = (edit: Edit | undefined) => {
  const { layout } = edit ? applyEdit(journey, edit).journey : journey;
  return ids.map((id) => layout[id]);
};

it('aligns along an edge of what is selected', () => {
  expect(placesAfter(align(journey, ids, 'left')).map((place) => place?.x)).toEqual([400, 400, 400]);
  expect(placesAfter(align(journey, ids, 'top')).map((place) => place?.y)).toEqual([80, 80, 80]);
  expect(placesAfter(align(journey, ids, 'right')).map((place) => place?.x)).toEqual([1600, 1600, 1600]);
});

it('aligns bottoms of cards of different heights', () => {
  const [a, b] = placesAfter(align(journey, ids, 'bottom'));
  // The check is two exit rows and a foot taller: 88 + 2 × 26 + 6 = 146.
  expect((a?.y ?? 0) + 88).toBe((b?.y ?? 0) + 146);
});

it('distributes with equal gaps and leaves the outermost where they are', () => {
  const [a, b, c] = placesAfter(distribute(journey, ids, 'across'));
  expect([a?.x, b?.x, c?.x]).toEqual([400, 1000, 1600]);
});

it('moves by the grid, and gives no edit where nothing would move', () => {
  expect(placesAfter(nudge(journey, ids, { x: 1, y: -1 }))[0]).toEqual({ x: 408, y: 72 });
  expect(align(journey, ids.slice(0, 1), 'left')).toBeUndefined();
});
