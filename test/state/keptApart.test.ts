import { expect, it, vi } from 'vitest';
import { journeyId } from '../../src/journey/ids.ts';
import type { JourneyId } from '../../src/journey/journey.ts';
import { createWorkspace } from '../../src/state/createWorkspace.ts';
import { fakePorts, reportOf } from '../support/fakePorts.ts';
import { EMAIL, smallJourney, WAIT } from '../support/smallJourney.ts';

const first = smallJourney('j-first');
const CONFLICT = Object.assign(new Error('Changed in another tab.'), { name: 'Conflict' });

/** A workspace whose journey another tab has changed: the next write of it is refused. */
async function overtaken(before?: (open: Awaited<ReturnType<typeof started>>) => Promise<void>) {
  const open = await started();
  await before?.(open);
  const append = open.ports.journeys.append.bind(open.ports.journeys);
  vi.spyOn(open.ports.journeys, 'append').mockImplementation((id, operations, after) =>
    id === first.id ? Promise.reject(CONFLICT) : append(id, operations, after),
  );
  return open;
}

async function started() {
  const ports = fakePorts([first]);
  const workspace = createWorkspace(ports, {
    firstJourney: Promise.resolve(first),
    firstVisit: false,
    nameApart: (name) => `${name} (second tab)`,
  });
  await workspace.getState().start();
  const now = () => workspace.getState();
  const isApart = () => vi.waitFor(() => expect(now().save.kind).toBe('saved'));
  return { ports, now, isApart };
}

const idOf = (now: () => { readonly journey: { readonly id: JourneyId } | undefined }) =>
  now().journey?.id ?? journeyId('none');

it('undoes and redoes in the tab that goes on apart everything that it did before', async () => {
  const { now, isApart, ports } = await overtaken(async ({ now: before }) => {
    before().edit({ type: 'rename', name: 'Mine' });
    before().edit({ type: 'removeSteps', ids: [EMAIL] });
    await vi.waitFor(() => expect(before().save.kind).toBe('saved'));
  });
  now().edit({ type: 'removeSteps', ids: [WAIT] });
  await isApart();
  expect(now().journey?.id).not.toBe(first.id);
  expect(now().journey?.name).toBe('Mine (second tab)');
  const last = now().journey;
  while (now().canUndo) now().undo();
  expect(now().journey).toEqual({ ...first, id: last?.id, name: 'Small (second tab)' });
  await vi.waitFor(() => expect(ports.stored.get(idOf(now))).toEqual(now().journey));
  while (now().canRedo) now().redo();
  expect(now().journey).toEqual(last);
});

it('keeps the selection and the numbers, and counts what an offered undo takes back as the same', async () => {
  const { now, isApart, ports } = await overtaken();
  now().select([WAIT]);
  now().edit({ type: 'removeSteps', ids: [EMAIL] });
  ports.forecasts.at(-1)?.answer.resolve({ ok: true, report: reportOf(7) });
  await vi.waitFor(() => expect(now().forecast.report).toBeDefined());
  const { revision } = now();
  const asked = ports.forecasts.length;
  await isApart();
  expect(now()).toMatchObject({ revision, selection: [WAIT], forecast: { report: reportOf(7) } });
  expect(ports.forecasts).toHaveLength(asked);
});

it('takes the versions along under the names of the copy, and leaves those of the original', async () => {
  const { now, isApart } = await overtaken(async ({ now: before }) => {
    await before().saveVersion('Draft');
  });
  now().edit({ type: 'removeSteps', ids: [EMAIL] });
  await isApart();
  await now().listVersions();
  expect(now().versions?.map(({ name }) => name)).toEqual(['Draft']);
  expect(await now().restoreVersion(now().versions?.[0]?.id ?? '')).toBe(true);
  expect(now().journey).toEqual({ ...first, id: idOf(now), name: 'Small (second tab)' });
  await now().openJourney(first.id);
  await now().listVersions();
  expect(now().versions?.map(({ name }) => name)).toEqual(['Draft']);
});

it('saves a version that was asked for meanwhile with the copy, not with the other tab’s journey', async () => {
  const { now, ports } = await overtaken();
  now().edit({ type: 'removeSteps', ids: [EMAIL] });
  await now().saveVersion('Mine');
  expect(now().journey?.id).not.toBe(first.id);
  expect([...ports.versionsKept.values()]).toMatchObject([
    { version: { name: 'Mine', journeyId: idOf(now) }, document: { name: 'Small (second tab)' } },
  ]);
  expect(now().versions?.map(({ name }) => name)).toEqual(['Mine']);
});

it('keeps the results of a run for the copy, whether it ended before or after', async () => {
  const { now, isApart, ports } = await overtaken();
  now().startRun(1000);
  now().edit({ type: 'rename', name: 'Mine' });
  await isApart();
  ports.runs_[0]?.answer.resolve({ ok: true, report: reportOf(3) });
  await vi.waitFor(() => expect(ports.runsKept.get(idOf(now))?.report).toEqual(reportOf(3)));
  expect(ports.runsKept.has(first.id)).toBe(false);

  const done = await overtaken(async ({ now: before, ports: { runs_ } }) => {
    before().startRun(1000);
    runs_[0]?.answer.resolve({ ok: true, report: reportOf(4) });
    await vi.waitFor(() => expect(before().run.kind).toBe('finished'));
  });
  done.now().edit({ type: 'rename', name: 'Mine' });
  await vi.waitFor(() => expect(done.ports.runsKept.get(idOf(done.now))?.report).toEqual(reportOf(4)));
});

it('lists the copy beside the original', async () => {
  const { now, isApart } = await overtaken();
  now().edit({ type: 'rename', name: 'Mine' });
  await isApart();
  await vi.waitFor(() =>
    expect(
      now()
        .library.map(({ name }) => name)
        .sort(),
    ).toEqual(['Mine (second tab)', 'Small']),
  );
  expect(now().keptApart).toBe('Mine (second tab)');
});
