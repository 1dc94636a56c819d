import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Audience } from '../../../src/audience/audience.ts';
import { ManageAudienceView } from '../../../src/features/manage-audience/ManageAudienceView.tsx';
import type { ImportHandle, Progress } from '../../../src/state/ports.ts';
import { NoticesContext, createNotices } from '../../../src/ui/notices.ts';
import { deferred } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';

const user = userEvent.setup();

const AUDIENCE: Audience = {
  id: 'a-1',
  name: 'people',
  rows: 3,
  columns: [
    {
      name: 'mail',
      data: { type: 'category', codes: new Uint32Array([0, 1, 2]), dictionary: ['a@x', 'b@x', 'c@x'] },
    },
    { name: 'texts', data: { type: 'boolean', values: new Uint8Array([1, 0, 2]) } },
    { name: 'calls', data: { type: 'boolean', values: new Uint8Array([1, 0, 2]) } },
  ],
  roles: { mail: 'address:email', texts: 'consent:sms' },
};
const RAGGED = {
  code: 'csvRaggedRows',
  severity: 'warning',
  words: '6 rows were left out.',
  values: {},
} as const;

type Outcome = Awaited<ImportHandle['done']>;

async function openAudiences() {
  const notices = createNotices();
  const open = await openWorkspace();
  const answer = deferred<Outcome>();
  const cancel = vi.fn();
  let report: (progress: Progress) => void = () => undefined;
  Object.assign(open.ports.importer, {
    importCsv: (_file: Blob, _name: string, onProgress: (progress: Progress) => void): ImportHandle => {
      report = onProgress;
      return { done: answer.promise, cancel };
    },
  });
  renderIn(
    open.workspace,
    <NoticesContext value={notices}>
      <ManageAudienceView />
    </NoticesContext>,
  );
  return { ...open, answer, cancel, notices, report: (progress: Progress) => act(() => report(progress)) };
}

const CSV = new File(['mail\na@x'], 'people.csv', { type: 'text/csv' });
const chooseFile = () => user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, CSV);

describe('the sample audience', () => {
  it('is in use, in the size that is chosen', async () => {
    const { workspace, ports } = await openAudiences();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Contacts' }), '1\u202f000\u202f000');
    expect(workspace.getState().audience).toEqual({ kind: 'sample', rows: 1_000_000 });
    expect(ports.forecasts.at(-1)?.request.audience).toEqual({ kind: 'sample', rows: 1_000_000 });
  });
});

describe('an import', () => {
  it('shows how far it is, and stops at once', async () => {
    const { report, cancel, notices } = await openAudiences();
    await chooseFile();
    expect(screen.getByText(/working out how long it takes/)).toBeVisible();
    report({ share: 0.42, secondsLeft: 12 });
    expect(screen.getByRole('progressbar', { name: 'Reading “people.csv”' })).toHaveAttribute(
      'aria-valuenow',
      '42',
    );
    expect(screen.getByText(/about 12 sec left/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledOnce();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(notices.shown()[0]?.words).toBe('The import was cancelled. Nothing was kept.');
  });

  it('is reviewed, saved with the roles as corrected, chosen, and forecast', async () => {
    const { answer, ports, workspace } = await openAudiences();
    const save = vi.spyOn(ports.audiences, 'save');
    await chooseFile();
    answer.resolve({ ok: true, audience: AUDIENCE, warnings: [RAGGED] });
    const dialog = await screen.findByRole('dialog', { name: 'Is this right?' });
    expect(within(dialog).getByText('6 rows were left out.')).toBeVisible();
    expect(within(dialog).getByText(/^No consent column for Email, Push/)).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What calls is for' }), 'Consent: SMS');
    expect(screen.getByRole('combobox', { name: 'What texts is for' })).toHaveValue('none');
    expect(
      within(dialog).getByText('“Consent: SMS” moved here from “texts”, which has no role now.'),
    ).toBeVisible();
    expect(within(dialog).getByText('“Consent: SMS” moved to “calls”.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Save and use this audience' }));
    await waitFor(() => expect(workspace.getState().audience).toEqual({ kind: 'imported', id: 'a-1' }));
    expect(save.mock.calls[0]?.[0]).toMatchObject({
      name: 'people',
      roles: { mail: 'address:email', calls: 'consent:sms' },
    });
    expect(ports.forecasts.at(-1)?.request.audience).toEqual({ kind: 'imported', id: 'a-1' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText(/3 contacts · 3 columns/)).toBeVisible();
  });

  it('says how many contacts a role cannot read, also after the role was changed', async () => {
    const { answer } = await openAudiences();
    await chooseFile();
    const town = {
      name: 'town',
      data: { type: 'category', codes: new Uint32Array([0, 1, 0]), dictionary: ['Rome', 'Europe/Rome'] },
    } as const;
    answer.resolve({
      ok: true,
      audience: { ...AUDIENCE, columns: [...AUDIENCE.columns, town] },
      warnings: [RAGGED],
    });
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByText(/no time zone, for example/)).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What town is for' }), 'Time zone');
    expect(
      within(dialog).getByText(/^2 of 3 values in “town” are no time zone, for example “Rome”/),
    ).toBeVisible();
    expect(within(dialog).getByText('6 rows were left out.')).toBeVisible();
  });

  it('that cannot be kept says so and loses nothing', async () => {
    const { answer, ports } = await openAudiences();
    await chooseFile();
    answer.resolve({ ok: true, audience: AUDIENCE });
    await screen.findByRole('dialog');
    ports.failing = 'The disk is full.';
    await user.click(screen.getByRole('button', { name: 'Save and use this audience' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('It could not be saved: The disk is full.');
    expect(screen.getByRole('button', { name: 'Save and use this audience' })).toBeEnabled();
  });

  it('of something else is refused in words', async () => {
    const { answer, workspace } = await openAudiences();
    await chooseFile();
    answer.resolve({
      ok: false,
      problems: [{ code: 'csvEmpty', severity: 'error', words: 'The file is empty.', values: {} }],
    });
    expect(await screen.findByRole('dialog', { name: '“people.csv” was not imported' })).toHaveTextContent(
      'The file is empty.',
    );
    expect(workspace.getState().audiences).toEqual([]);
  });

  it('may come by dropping a file', async () => {
    await openAudiences();
    fireEvent.drop(screen.getByText('Or drop a CSV file here'), { dataTransfer: { files: [CSV] } });
    expect(screen.getByRole('progressbar')).toBeVisible();
  });

  it('whose worker died says what happened', async () => {
    const { answer } = await openAudiences();
    await chooseFile();
    answer.reject(new Error('its worker could not be started'));
    expect(await screen.findByText('The import stopped: its worker could not be started')).toBeVisible();
  });
});

describe('imported audiences', () => {
  async function withSaved() {
    const open = await openAudiences();
    await act(async () => {
      await open.ports.audiences.save(AUDIENCE);
      await open.workspace.getState().audienceImported(AUDIENCE.id);
    });
    return open;
  }

  it('can be deleted, which falls back to the sample', async () => {
    const { workspace } = await withSaved();
    await user.click(screen.getByRole('button', { name: 'Delete people' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(workspace.getState().audience.kind).toBe('sample'));
    expect(screen.getByText('No audience imported yet')).toBeVisible();
  });

  it('get other roles, and the forecast follows', async () => {
    const { ports, workspace } = await withSaved();
    const changeRoles = vi.spyOn(ports.audiences, 'changeRoles');
    const before = ports.forecasts.length;
    await user.click(screen.getByRole('button', { name: 'Columns and roles of people' }));
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'What calls is for' }),
      'Consent: Call',
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(changeRoles).toHaveBeenCalledWith('a-1', { ...AUDIENCE.roles, calls: 'consent:call' });
    expect(ports.forecasts.length).toBe(before + 1);
    // Another audience to whoever keeps what was opened or counted.
    expect(ports.forecasts.at(-1)?.request.audience).toEqual({ kind: 'imported', id: 'a-1', revision: 1 });
    // Also when another one was chosen in between.
    await act(() => workspace.getState().chooseAudience({ kind: 'sample', rows: 1000 }));
    await act(() => workspace.getState().changeRoles('a-1', AUDIENCE.roles));
    expect(workspace.getState().audience.kind).toBe('sample');
    await user.click(screen.getByRole('button', { name: 'Use the audience people' }));
    await waitFor(() =>
      expect(workspace.getState().audience).toEqual({ kind: 'imported', id: 'a-1', revision: 2 }),
    );
  });
});
