import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { replay } from '../../src/journey/applyEdit.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { probability } from '../../src/journey/units.ts';
import { createWorkspace } from '../../src/state/createWorkspace.ts';
import { deferred, fakePorts, finishedRun, reportOf, type FakePorts } from '../support/fakePorts.ts';
import { EMAIL, smallJourney, WAIT } from '../support/smallJourney.ts';

const first = smallJourney('j-first');

function open(
  ports: FakePorts,
  options: { readonly firstVisit?: boolean; readonly journey?: Journey | undefined } = {},
) {
  const { firstVisit = true } = options;
  const journey = 'journey' in options ? options.journey : first;
  return createWorkspace(ports, { firstJourney: Promise.resolve(journey), firstVisit, now: () => 1000 });
}

const settle = () => vi.advanceTimersByTimeAsync(0);

async function started(ports = fakePorts(), firstVisit = true) {
  const workspace = open(ports, { firstVisit });
  await workspace.getState().start();
  await settle();
  return { ports, workspace, now: () => workspace.getState() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the first visit', () => {
  it('forecasts the first journey before storage answers', async () => {
    const ports = fakePorts();
    const storage = deferred<undefined>();
    ports.opening = storage.promise;
    const workspace = open(ports);
    const start = workspace.getState().start();
    await settle();
    expect(workspace.getState().journey).toBe(first);
    expect(workspace.getState().forecast.pending).toBe(true);
    expect(ports.forecasts).toHaveLength(1);
    expect(ports.forecasts[0]?.request).toMatchObject({ contacts: 20_000, seed: 1 });
    storage.resolve(undefined);
    await start;
    expect(workspace.getState().phase).toBe('ready');
    expect(ports.stored.get(first.id)).toBe(first);
    expect(ports.forecasts).toHaveLength(1);
  });

  it('keeps what was edited before storage answered', async () => {
    const ports = fakePorts([smallJourney('j-old')]);
    const storage = deferred<undefined>();
    ports.opening = storage.promise;
    const workspace = open(ports);
    const start = workspace.getState().start();
    await settle();
    workspace.getState().edit({ type: 'rename', name: 'Mine' });
    storage.resolve(undefined);
    await start;
    await settle();
    expect(workspace.getState().journey?.name).toBe('Mine');
    expect(ports.stored.get(first.id)?.name).toBe('Mine');
    expect(workspace.getState().library).toHaveLength(2);
  });

  it('gives way to a stored journey when nothing was changed', async () => {
    const old = smallJourney('j-old');
    const { ports, now } = await started(fakePorts([old]));
    expect(now().journey).toBe(old);
    expect(ports.stored.has(first.id)).toBe(false);
  });

  it('works without storage and says that nothing is kept', async () => {
    const ports = fakePorts();
    ports.failing = 'Storage is switched off.';
    const { now } = await started(ports);
    expect(now().phase).toBe('ready');
    expect(now().journey).toBe(first);
    expect(now().save).toEqual({ kind: 'failed', words: 'Storage is switched off.' });
  });

  it('fails with words when there is nothing to show', async () => {
    const workspace = open(fakePorts(), { journey: undefined });
    await workspace.getState().start();
    expect(workspace.getState().phase).toBe('failed');
    expect(workspace.getState().startError).toBeDefined();
  });
});

describe('a returning visit', () => {
  it('shows nothing until storage answers, then the journey that was open', async () => {
    const [old, last] = [smallJourney('j-old'), smallJourney('j-last')];
    const ports = fakePorts([old, last]);
    ports.kept.set('openJourney', last.id);
    const workspace = open(ports, { firstVisit: false });
    const start = workspace.getState().start();
    expect(workspace.getState().journey).toBeUndefined();
    await start;
    expect(workspace.getState().journey).toBe(last);
    expect(ports.forecasts).toHaveLength(1);
  });

  it('finds the last run and the calibration', async () => {
    const ports = fakePorts([first]);
    ports.kept.set('calibration', { opened: 0.3 });
    ports.runsKept.set(first.id, finishedRun(first, reportOf(7)));
    const workspace = open(ports, { firstVisit: false });
    await workspace.getState().start();
    await settle();
    expect(workspace.getState().run.kind).toBe('finished');
    expect(ports.forecasts.at(-1)?.request.calibration).toEqual({ opened: 0.3 });
  });
});

describe('editing', () => {
  it('stores each edit as an operation that replays to the document', async () => {
    const { ports, now } = await started();
    now().edit({ type: 'rename', name: 'A' }, { merge: 'rename' });
    now().edit({ type: 'rename', name: 'AB' }, { merge: 'rename' });
    expect(now().save.kind).toBe('saving');
    await settle();
    expect(now().save).toEqual({ kind: 'saved', at: 1000 });
    expect(ports.appended).toHaveLength(2);
    const replayed = ports.appended.reduce(
      (journey, { patches }) => replay(journey, patches as never),
      first,
    );
    expect(replayed).toEqual(now().journey);
    expect(now().library.find(({ id }) => id === first.id)?.name).toBe('AB');
  });

  it('undoes merged typing in one step and redoes it', async () => {
    const { now } = await started();
    now().edit({ type: 'rename', name: 'A' }, { merge: 'rename' });
    now().edit({ type: 'rename', name: 'AB' }, { merge: 'rename' });
    now().undo();
    expect(now().journey).toEqual(first);
    expect(now()).toMatchObject({ canUndo: false, canRedo: true });
    now().redo();
    expect(now().journey?.name).toBe('AB');
  });

  it('keeps failed writes, tries again, and writes them in order', async () => {
    const { ports, now } = await started();
    ports.failing = 'Disk full.';
    now().edit({ type: 'rename', name: 'A' });
    await settle();
    now().edit({ type: 'rename', name: 'B' });
    await settle();
    expect(now().save).toEqual({ kind: 'failed', words: 'Disk full.' });
    ports.failing = undefined;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(now().save.kind).toBe('saved');
    expect(ports.stored.get(first.id)?.name).toBe('B');
    expect(ports.appended).toHaveLength(2);
  });

  it('drops a removed step from the selection', async () => {
    const { now } = await started();
    now().select([EMAIL, WAIT]);
    now().edit({ type: 'removeSteps', ids: [EMAIL] });
    expect(now().selection).toEqual([WAIT]);
  });

  it('finds problems at once', async () => {
    const { now } = await started();
    const about = () => now().problems.filter(({ step }) => step === WAIT);
    expect(about()).toEqual([]);
    now().edit({ type: 'disconnect', from: EMAIL, exit: 'next' });
    expect(about()).not.toEqual([]);
  });
});

describe('settings', () => {
  it('that cannot be kept hold for this visit, and why is told until one is kept', async () => {
    const { ports, now } = await started();
    ports.failing = 'The disk is full.';
    now().changePolicies({ ...NO_POLICIES, weekStart: 'sunday' });
    await settle();
    expect(now()).toMatchObject({ policies: { weekStart: 'sunday' }, settingsUnkept: 'The disk is full.' });
    ports.failing = undefined;
    now().changeDefaults({ currency: 'SEK', zone: 'Europe/Stockholm', utm: {} });
    await settle();
    expect(now().settingsUnkept).toBeUndefined();
    expect(ports.kept.get('defaults')).toMatchObject({ currency: 'SEK' });
  });

  it('are there again at the next visit, but for policies that cannot be read any more', async () => {
    const ports = fakePorts([first]);
    ports.kept.set('policies', { ...NO_POLICIES, weekStart: 'saturday' });
    ports.kept.set('calibration', { clicked: 0.5 });
    ports.kept.set('defaults', { currency: 'EUR' });
    const { now } = await started(ports, false);
    await vi.waitFor(() => expect(now().policies.weekStart).toBe('saturday'));
    expect(now()).toMatchObject({
      calibration: { clicked: 0.5 },
      defaults: { currency: 'EUR', zone: 'UTC' },
    });

    ports.kept.set('policies', { caps: 'many' });
    const next = await started(ports, false);
    await vi.waitFor(() => expect(next.now().phase).toBe('ready'));
    expect(next.now().policies).toEqual(NO_POLICIES);
  });
});

describe('the forecast', () => {
  it('keeps the old numbers, marked as pending, until the newest answer', async () => {
    const { ports, now } = await started();
    ports.forecasts[0]?.answer.resolve({ ok: true, report: reportOf(1) });
    await settle();
    expect(now().forecast).toMatchObject({ pending: false });
    now().edit({ type: 'removeSteps', ids: [WAIT] });
    now().edit({ type: 'removeSteps', ids: [EMAIL] });
    expect(now().forecast).toMatchObject({ pending: true, report: reportOf(1) });
    ports.forecasts[2]?.answer.resolve({ ok: true, report: reportOf(3) });
    ports.forecasts[1]?.answer.resolve({ ok: true, report: reportOf(2) });
    await settle();
    expect(now().forecast).toMatchObject({ report: reportOf(3), pending: false, problems: [] });
  });

  it('is compared with what it was before the last change, however many edits joined it', async () => {
    const { ports, now } = await started();
    const answer = async (at: number, conversions: number) => {
      ports.forecasts[at]?.answer.resolve({ ok: true, report: reportOf(conversions) });
      await settle();
    };
    await answer(0, 1);
    expect(now().forecast.before).toBeUndefined();
    now().calibrate({ clicked: probability(0.1) }, { merge: 'clicked' });
    await answer(1, 2);
    now().calibrate({ clicked: probability(0.2) }, { merge: 'clicked' });
    await answer(2, 3);
    expect(now().forecast.before).toEqual(reportOf(1));
    now().edit({ type: 'removeSteps', ids: [WAIT] });
    expect(now().forecast.before).toEqual(reportOf(3));
    await answer(3, 4);
    now().edit({ type: 'rename', name: 'Another' });
    expect(now().forecast.before).toEqual(reportOf(3));
    now().stopComparing();
    expect(now().forecast.before).toBeUndefined();
    now().edit({ type: 'removeSteps', ids: [EMAIL] });
    expect(now().forecast.before).toEqual(reportOf(4));
    // Whoever goes back knows what that does.
    now().undo();
    expect(now().forecast.before).toBeUndefined();
  });

  it('is compared with nothing once there are other contacts', async () => {
    const { ports, now } = await started();
    ports.forecasts[0]?.answer.resolve({ ok: true, report: reportOf(1) });
    await settle();
    now().calibrate({ clicked: probability(0.1) });
    expect(now().forecast.before).toEqual(reportOf(1));
    await now().chooseAudience({ kind: 'sample', rows: 500 });
    expect(now().forecast.before).toBeUndefined();
  });

  it('is not asked again when a card is moved or the journey renamed', async () => {
    const { ports, now } = await started();
    now().edit({ type: 'moveSteps', to: { [EMAIL]: { x: 8, y: 8 } } });
    now().edit({ type: 'rename', name: 'Other' });
    expect(ports.forecasts).toHaveLength(1);
  });

  it('says why there is none', async () => {
    const { ports, now } = await started();
    const problem = { code: 'x', severity: 'error', words: 'No entry.', values: {} } as const;
    ports.forecasts[0]?.answer.resolve({ ok: false, problems: [problem] });
    await settle();
    expect(now().forecast).toEqual({ report: undefined, pending: false, problems: [problem] });
    now().calibrate({});
    ports.forecasts[1]?.answer.reject(new Error('The worker died.'));
    await settle();
    expect(now().forecast).toMatchObject({ pending: false, error: 'The worker died.' });
  });
});

describe('a run', () => {
  it('tells its progress, is kept, and finishes', async () => {
    const { ports, now } = await started();
    now().startRun(5000, 9);
    const [run] = ports.runs_;
    expect(run?.request).toMatchObject({ contacts: 5000, seed: 9 });
    run?.onProgress({ share: 0.5, secondsLeft: 2 });
    expect(now().run).toMatchObject({ kind: 'running', progress: { share: 0.5 } });
    run?.answer.resolve({ ok: true, report: reportOf(4) });
    await settle();
    expect(now().run).toMatchObject({
      kind: 'finished',
      run: { report: reportOf(4), request: { journey: first } },
    });
    expect(ports.runsKept.has(first.id)).toBe(true);
  });

  it('is gone at once when cancelled, whatever arrives later', async () => {
    const { ports, now } = await started();
    now().startRun(5000);
    now().cancelRun();
    expect(now().run).toEqual({ kind: 'none' });
    const [run] = ports.runs_;
    expect(run?.cancelled).toBe(true);
    run?.onProgress({ share: 0.9 });
    run?.answer.reject(Object.assign(new Error('The run was cancelled.'), { name: 'Cancelled' }));
    await settle();
    expect(now().run).toEqual({ kind: 'none' });
  });

  it('says why it stopped', async () => {
    const { ports, now } = await started();
    now().startRun(5000);
    ports.runs_[0]?.answer.reject(new Error('A worker died twice.'));
    await settle();
    expect(now().run).toEqual({ kind: 'failed', words: 'A worker died twice.' });
  });
});

describe('the library', () => {
  it('opens, adds and removes journeys, and never shows none', async () => {
    const { ports, now } = await started();
    const other = smallJourney('j-other');
    await now().addJourney(other);
    expect(now().journey).toBe(other);
    expect(now().library).toHaveLength(2);
    await now().openJourney(first.id);
    expect(now().journey?.id).toBe(first.id);
    await now().removeJourney(first.id);
    expect(now().journey?.id).toBe(other.id);
    await now().removeJourney(other.id);
    expect(now().journey?.id).toBe(first.id);
    await settle();
    expect(ports.kept.get('openJourney')).toBe(first.id);
  });
});
