import { expect, test } from 'vitest';
import { takenIn } from '../../../src/features/manage-journeys/takenIn.ts';
import { draft } from '../../support/draftJourney.ts';

test('a journey out of a file gets an id and the typed name, and keeps its luck', () => {
  const journey = { ...draft({}), luckId: 'of its own', name: 'Spring' };
  const taken = takenIn(journey, ' Summer ');
  expect(taken).toEqual({ ...journey, id: taken.id, name: 'Summer' });
  expect(taken.id).not.toBe(journey.id);
  expect(takenIn(journey, ' ').name).toBe('Spring');
});
