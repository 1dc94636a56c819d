import { expect, it } from 'vitest';
import { createWorkspace } from '../../src/state/createWorkspace.ts';
import { fakePorts } from '../support/fakePorts.ts';
import { EMAIL, smallJourney, WAIT } from '../support/smallJourney.ts';

const first = smallJourney('j-first');
const other = smallJourney('j-other');

async function started() {
  const ports = fakePorts([first, other]);
  ports.kept.set('openJourney', first.id);
  let clock = 0;
  const workspace = createWorkspace(ports, {
    firstJourney: Promise.resolve(first),
    firstVisit: false,
    now: () => ++clock,
  });
  await workspace.getState().start();
  const now = () => workspace.getState();
  const names = () => now().versions?.map(({ name }) => name);
  const idOf = (wanted: string) => now().versions?.find(({ name }) => name === wanted)?.id ?? '';
  return { ports, now, names, idOf };
}

it('keeps the journey as it is now, newest first, and says nothing of versions until asked', async () => {
  const { now, names, ports } = await started();
  expect(now().versions).toBeUndefined();
  await now().listVersions();
  expect(now().versions).toEqual([]);
  await now().saveVersion('  Draft ', ' for the board ');
  now().edit({ type: 'removeSteps', ids: [EMAIL] });
  await now().saveVersion('Without the email', ' ');
  expect(names()).toEqual(['Without the email', 'Draft']);
  expect(now().versions?.[1]).toMatchObject({ journeyId: first.id, note: 'for the board' });
  expect(now().versions?.[0]).not.toHaveProperty('note');
  expect([...ports.versionsKept.values()].map(({ document }) => document)).toEqual([first, now().journey]);
});

it('waits for edits on their way, so that a version never knows more than the journey', async () => {
  const { now, ports } = await started();
  now().edit({ type: 'rename', name: 'Later' });
  const saved = now().saveVersion('A');
  expect(ports.stored.get(first.id)?.name).toBe('Small');
  await saved;
  expect(ports.stored.get(first.id)?.name).toBe('Later');
});

it('restores as one undo step that is saved, keeps the id, and undo brings everything back', async () => {
  const { now, idOf, ports } = await started();
  await now().saveVersion('Draft');
  now().edit({ type: 'removeSteps', ids: [EMAIL, WAIT] });
  now().edit({ type: 'rename', name: 'Shorter', brief: 'Less is more' });
  const shorter = now().journey;
  expect(await now().restoreVersion(idOf('Draft'))).toBe(true);
  expect(now().journey).toEqual(first);
  await expect.poll(() => ports.stored.get(first.id)).toEqual(first);
  now().undo();
  expect(now().journey).toEqual(shorter);
});

it('renames, removes, and puts back what was removed', async () => {
  const { now, names, idOf } = await started();
  await now().saveVersion('A');
  await now().saveVersion('B');
  await now().renameVersion(idOf('A'), ' Before the sale ');
  expect(names()).toEqual(['B', 'Before the sale']);
  const putBack = await now().removeVersion(idOf('B'));
  expect(names()).toEqual(['Before the sale']);
  await putBack();
  expect(names()).toContain('B');
});

it('takes no blank name', async () => {
  const { now, ports } = await started();
  await expect(now().saveVersion('  ')).rejects.toThrow(RangeError);
  expect(ports.versionsKept.size).toBe(0);
});

it('says why storage could not, and leaves the journey and what is listed as they were', async () => {
  const { now, idOf, names, ports } = await started();
  await now().saveVersion('A');
  const id = idOf('A');
  now().edit({ type: 'rename', name: 'Here' });
  await expect.poll(() => now().save.kind).toBe('saved');
  ports.failing = 'There is no room left.';
  const failures = [
    now().saveVersion('B'),
    now().renameVersion(id, 'C'),
    now().removeVersion(id),
    now().restoreVersion(id),
    now().listVersions(),
  ];
  for (const failure of failures) await expect(failure).rejects.toThrow('There is no room left.');
  expect(names()).toEqual(['A']);
  expect(now().journey?.name).toBe('Here');
  ports.failing = undefined;
  expect(await now().restoreVersion(id)).toBe(true);
  expect(await now().restoreVersion('gone')).toBe(false);
});

it('belongs to its journey: another one has its own, and what arrives late is not shown to it', async () => {
  const { now, idOf } = await started();
  await now().saveVersion('A');
  const id = idOf('A');
  const late = now().listVersions();
  const restoring = now().restoreVersion(id);
  await now().addJourney(smallJourney('j-new'));
  await late;
  expect(await restoring).toBe(false);
  expect(now().versions).toBeUndefined();
  await now().listVersions();
  expect(now().versions).toEqual([]);
});
