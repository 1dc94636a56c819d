import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '../../src/state/exchangePort.ts';
import type { SimulationOutcome } from '../../src/state/ports.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { probability } from '../../src/journey/units.ts';
import { reportOf } from '../support/fakePorts.ts';
import { openWorkspace } from '../support/renderApp.tsx';
import { smallJourney } from '../support/smallJourney.ts';
import { audienceWith, numberColumn } from '../audience/audiences.ts';

const rehearsal: Rehearsal = {
  journey: { ...smallJourney(), name: 'From afar' },
  audience: { kind: 'sample', rows: 50_000 },
  contacts: 20_000,
  seed: 42,
  policies: NO_POLICIES,
  calibration: { clicked: probability(0.07) },
  finishedAt: 5,
  report: reportOf(412),
};

async function open(asked: Rehearsal, outcome: SimulationOutcome) {
  const opened = await openWorkspace();
  const { ports, workspace } = opened;
  const answer = workspace.getState().openRehearsal(asked);
  await expect.poll(() => ports.runs_.length).toBe(1);
  ports.runs_[0]?.answer.resolve(outcome);
  return { ...opened, answer: await answer };
}

describe('a rehearsal from elsewhere', () => {
  it('is made again with its own rates, seed and contacts, and the workspace keeps its own', async () => {
    const { ports, workspace, answer } = await open(rehearsal, {
      ok: true,
      report: { ...reportOf(412), seconds: 99, journeyId: 'other' },
    });
    expect(answer).toEqual({ kind: 'same' });
    expect(ports.runs_[0]?.request).toMatchObject({
      seed: 42,
      contacts: 20_000,
      audience: { kind: 'sample', rows: 50_000 },
      calibration: { clicked: 0.07 },
    });
    expect(workspace.getState().calibration).toEqual({});
    expect(workspace.getState().journey?.name).toBe('From afar');
  });

  it('stands beside a journey that has its id already, with the same luck', async () => {
    const { ports, workspace } = await open(rehearsal, { ok: true, report: reportOf(412) });
    expect(ports.stored.size).toBe(2);
    expect(workspace.getState().journey?.id).not.toBe(rehearsal.journey.id);
    expect(ports.runs_[0]?.request.journey.luckId).toBe(rehearsal.journey.luckId);
  });

  it('tells when the numbers are not the same', async () => {
    const { answer } = await open(rehearsal, { ok: true, report: reportOf(415) });
    expect(answer.kind).toBe('different');
  });

  it('shows what the file says when it cannot be made again', async () => {
    const problem = { code: 'x', severity: 'error', words: 'The entry is missing.', values: {} } as const;
    const { answer, workspace } = await open(rehearsal, { ok: false, problems: [problem] });
    expect(answer).toEqual({ kind: 'notMade', words: 'The entry is missing.' });
    expect(workspace.getState().run).toMatchObject({ kind: 'finished', run: { report: { seed: 1 } } });
  });
});

describe('a rehearsal over imported contacts', () => {
  const list = audienceWith({ spend: numberColumn(1, 2, 3) });
  const over = async (fingerprint: string): Promise<Rehearsal> =>
    Promise.resolve({
      ...rehearsal,
      audience: {
        kind: 'imported',
        name: 'Customers',
        rows: list.rows,
        columns: [{ name: 'spend', type: 'number' }],
        fingerprint,
      },
    });

  it('finds the same list by its fingerprint', async () => {
    const { ports, workspace } = await openWorkspace();
    await ports.audiences.save({ ...list, id: 'mine', name: 'Kunder' });
    await workspace.getState().audienceImported('mine');
    const { fingerprintOf } = await ports.exchange();
    const answer = workspace.getState().openRehearsal(await over(fingerprintOf(list)));
    await expect.poll(() => ports.runs_.length).toBe(1);
    expect(ports.runs_[0]?.request.audience).toEqual({ kind: 'imported', id: 'mine' });
    ports.runs_[0]?.answer.resolve({ ok: true, report: reportOf(412) });
    expect(await answer).toEqual({ kind: 'same' });
  });

  it('shows the file’s numbers and says which list is missing', async () => {
    const { workspace, ports } = await openWorkspace();
    await ports.audiences.save({ ...list, id: 'other' });
    const answer = await workspace.getState().openRehearsal(await over('0'.repeat(32)));
    expect(answer).toEqual({ kind: 'withoutContacts', audience: 'Customers' });
    expect(ports.runs_).toHaveLength(0);
    expect(workspace.getState().run).toMatchObject({ kind: 'finished', run: { report: rehearsal.report } });
  });
});

describe('a rehearsal whose journey is there', () => {
  const ok = (conversions: number) => ({ ok: true, report: reportOf(conversions) }) as const;

  it('opens that one as long as nobody changed it, and else stands beside it with a number', async () => {
    const { workspace, ports } = await open(rehearsal, ok(412));
    const again = async (asked: Rehearsal) => {
      const before = ports.runs_.length;
      const answer = workspace.getState().openRehearsal(asked);
      await expect.poll(() => ports.runs_.length).toBe(before + 1);
      ports.runs_.at(-1)?.answer.resolve(ok(412));
      expect((await answer).kind).toBe('same');
    };
    const [first] = [workspace.getState().journey?.id];
    await again(rehearsal);
    expect(workspace.getState().journey?.id).toBe(first);
    expect(ports.stored.size).toBe(2);
    workspace.getState().edit({ type: 'rename', name: 'From afar', brief: 'Changed here' });
    await again(rehearsal);
    expect(workspace.getState().journey?.name).toBe('From afar 2');
    expect(ports.stored.size).toBe(3);
    // The second one is as the file says, so it is that one from now on.
    await again(rehearsal);
    expect(workspace.getState().journey?.name).toBe('From afar 2');
    expect(ports.stored.size).toBe(3);
  });

  it('brings what a customer is worth along with its run', async () => {
    const customerWorth = { marginPerMonth: 12, retention: 0.9 };
    const { workspace } = await open({ ...rehearsal, customerWorth }, ok(412));
    expect(workspace.getState().run).toMatchObject({ run: { customerWorth } });
  });
});
