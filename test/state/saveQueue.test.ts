import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Operation } from '../../src/state/ports.ts';
import { journeyId } from '../../src/journey/ids.ts';
import { createSaveQueue } from '../../src/state/saveQueue.ts';
import type { SaveState } from '../../src/state/workspace.ts';
import { deferred, fakePorts } from '../support/fakePorts.ts';
import { smallJourney } from '../support/smallJourney.ts';

const journey = smallJourney();
const nameOf = (name: string) => `${name} (2)`;
const operation = (name: string): Operation => ({ patches: [name], inverse: [] });

function queueOver(ports = fakePorts([journey])) {
  const states: SaveState['kind'][] = [];
  const queue = createSaveQueue({
    store: ports.journeys,
    onState: ({ kind }) => states.push(kind),
    now: () => 5,
    onConflict: (mine) => ({
      journey: { ...mine, id: journeyId('kept'), name: nameOf(mine.name) },
      from: { id: mine.id, nameOf },
    }),
  });
  return { ports, queue, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('writes nothing before it is released, then the first document before what waits', async () => {
  const ports = fakePorts();
  const { queue } = queueOver(ports);
  queue.append(operation('a'), journey);
  await queue.settled();
  expect(ports.stored.size).toBe(0);
  queue.release(journey);
  await queue.settled();
  expect(ports.stored.has(journey.id)).toBe(true);
  expect(ports.appended).toEqual([operation('a')]);
});

it('joins what gathered while a write was on its way, in order', async () => {
  const { ports, queue, states } = queueOver();
  const opening = deferred<undefined>();
  ports.opening = opening.promise;
  queue.release();
  for (const name of ['a', 'b', 'c']) queue.append(operation(name), journey);
  opening.resolve(undefined);
  await queue.settled();
  expect(ports.appended).toEqual(['a', 'b', 'c'].map(operation));
  expect(states.at(-1)).toBe('saved');
});

it('tries again at once when told', async () => {
  const { ports, queue, states } = queueOver();
  queue.release();
  ports.failing = 'Full.';
  queue.append(operation('a'), journey);
  await queue.settled();
  expect(states.at(-1)).toBe('failed');
  ports.failing = undefined;
  queue.retry();
  await queue.settled();
  expect(states.at(-1)).toBe('saved');
  expect(ports.appended).toEqual([operation('a')]);
});

it('keeps a document that another tab changed as one of its own, with all that waited for it', async () => {
  const { ports, queue, states } = queueOver();
  const refusal = Object.assign(new Error('Changed in another tab.'), { name: 'Conflict' });
  const append = vi.spyOn(ports.journeys, 'append').mockRejectedValue(refusal);
  const create = vi.spyOn(ports.journeys, 'create');
  queue.append(operation('a'), journey);
  queue.append(operation('b'), { ...journey, name: 'Mine' });
  queue.release();
  await queue.settled();
  expect(ports.stored.get(journeyId('kept'))?.name).toBe('Mine (2)');
  expect(ports.stored.get(journey.id)).toEqual(journey);
  expect(append).toHaveBeenCalledTimes(1);
  // What it was made of is said, so that versions come along.
  expect(create).toHaveBeenCalledWith(expect.anything(), { id: journey.id, nameOf });
  expect(states.at(-1)).toBe('saved');
});
