import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { VersionsDialog } from '../../../../src/features/edit-journey/versions/VersionsDialog.tsx';
import type { Step } from '../../../../src/journey/steps/index.ts';
import { days } from '../../../../src/journey/units.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { CHECK, EMAIL, smallJourney, WAIT } from '../../../support/smallJourney.ts';

const user = userEvent.setup();
const LONGER: Step = { kind: 'wait', name: 'Wait', until: { type: 'duration', minutes: days(3) } };

async function open() {
  const opened = await openWorkspace();
  const notices = createNotices();
  const onClose = vi.fn();
  renderIn(
    opened.workspace,
    <NoticesContext value={notices}>
      <VersionsDialog open onClose={onClose} />
    </NoticesContext>,
  );
  await screen.findByRole('textbox', { name: 'Name' });
  return { ...opened, notices, onClose, now: opened.workspace.getState };
}

const save = () => user.click(screen.getByRole('button', { name: 'Save version' }));
const names = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
const comparison = () => screen.getByRole('dialog', { name: 'Compare versions' });

/** “Version 1” is saved, then the wait gets longer and the check goes. */
async function changedSince() {
  const opened = await open();
  await save();
  await screen.findByText('Same as now.');
  act(() => {
    opened.now().edit({ type: 'changeStep', id: WAIT, step: LONGER });
    opened.now().edit({ type: 'removeSteps', ids: [CHECK] });
  });
  return opened;
}

describe('saving', () => {
  it('teaches while there is none, offers a name, and lists what was saved', async () => {
    await open();
    expect(screen.getByText('No version yet')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Version 1');
    await user.type(screen.getByRole('textbox', { name: /^Note/ }), 'For the board');
    await save();
    expect(await screen.findByText('“Version 1” is saved.')).toBeVisible();
    const row = screen.getByRole('listitem');
    expect(row).toHaveTextContent('Version 1saved now');
    expect(row).toHaveTextContent('For the board');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Version 2');
    expect(screen.getByRole('textbox', { name: /^Note/ })).toHaveValue('');
  });

  it('refuses an empty name with a sentence', async () => {
    const { ports } = await open();
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await save();
    expect(screen.getByText('Give the version a name, for example “Version 1”.')).toBeVisible();
    expect(name).toBeInvalid();
    expect(ports.versionsKept.size).toBe(0);
    await user.type(name, 'Draft{Enter}');
    expect(await screen.findByText('“Draft” is saved.')).toBeVisible();
    expect(name).toBeValid();
  });

  it('says at once that a name or a note is too long, and loses nothing of it', async () => {
    const { ports } = await open();
    const name = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.click(name);
    await user.paste('v'.repeat(1_001));
    expect(name).toHaveAccessibleDescription(/^At most 1000 characters; this has 1001\. /);
    await save();
    expect(name).toHaveValue('v'.repeat(1_001));
    expect(await ports.versions.list(smallJourney().id)).toEqual([]);
  });

  it('says what storage says, keeps what was typed, and everything goes on', async () => {
    const { ports, now } = await open();
    const before = now().journey;
    ports.failing = 'There is no room left.';
    await user.type(screen.getByRole('textbox', { name: 'Name' }), ' b');
    await save();
    expect(await screen.findByText(/There is no room left\. Your journey is as it was\./)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Version 1 b');
    expect(now().journey).toBe(before);
    ports.failing = undefined;
    await save();
    expect(await screen.findByText('“Version 1 b” is saved.')).toBeVisible();
  });
});

describe('a version', () => {
  it('says what became of the journey since', async () => {
    await changedSince();
    expect(
      await screen.findByText('Since then: 1 step removed, 1 step changed, and 1 link changed.'),
    ).toBeVisible();
  });

  it('is restored as one undo step, which is offered back', async () => {
    const { now, onClose, notices } = await changedSince();
    const changed = now().journey;
    await user.click(screen.getByRole('button', { name: 'Restore Version 1' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(now().journey).toEqual(smallJourney());
    const [notice] = notices.shown();
    expect(notice?.words).toBe('The journey is “Version 1” again.');
    act(() => notice?.action?.run());
    expect(now().journey).toEqual(changed);
  });

  it('that is the same as now cannot be restored', async () => {
    await open();
    await save();
    await screen.findByText('Same as now.');
    expect(screen.getByRole('button', { name: 'Restore Version 1' })).toBeDisabled();
  });

  it('is renamed where it stands, and Escape keeps the old name', async () => {
    await open();
    await save();
    await user.click(await screen.findByRole('button', { name: 'Rename Version 1' }));
    await user.keyboard('{Control>}a{/Control}Before the sale{Escape}');
    expect(names()).toEqual(['Version 1']);
    expect(screen.getByRole('button', { name: 'Rename Version 1' })).toHaveFocus();
    await user.keyboard('{Enter}{Control>}a{/Control}{Backspace}{Enter}');
    expect(screen.getByText('Give the version a name, for example “Version 1”.')).toBeVisible();
    await user.keyboard('Before the sale{Enter}');
    expect(await screen.findByRole('button', { name: 'Rename Before the sale' })).toHaveFocus();
    expect(names()).toEqual(['Before the sale']);
  });

  it('is deleted, and can be had back', async () => {
    const { ports } = await open();
    await save();
    await user.click(await screen.findByRole('button', { name: 'Delete Version 1' }));
    expect(await screen.findByText('“Version 1” is deleted.')).toBeVisible();
    expect(ports.versionsKept.size).toBe(0);
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('“Version 1” is back.')).toBeVisible();
    expect(names()).toEqual(['Version 1']);
  });

  it('that cannot be read says so and can still be deleted', async () => {
    const { ports, now } = await open();
    await save();
    await screen.findByText('Same as now.');
    const [kept] = [...ports.versionsKept.values()];
    vi.spyOn(ports.versions, 'load').mockRejectedValue(new Error('The stored version is damaged.'));
    ports.versionsKept.set('v-2', { ...kept!, version: { ...kept!.version, id: 'v-2', name: 'Broken' } });
    await act(() => now().listVersions());
    const row = screen.getAllByRole('listitem').find((item) => item.textContent.includes('Broken'));
    expect(await within(row!).findByText('The stored version is damaged.')).toBeVisible();
    expect(within(row!).getByRole('button', { name: 'Restore Broken' })).toBeDisabled();
    await user.click(within(row!).getByRole('button', { name: 'Delete Broken' }));
    expect(await screen.findByText('“Broken” is deleted.')).toBeVisible();
  });
});

describe('comparing', () => {
  it('shows in words and on the canvas what was changed and removed, and leads to a step', async () => {
    await changedSince();
    await user.click(screen.getByRole('button', { name: 'Compare Version 1 with now' }));
    const changed = await within(comparison()).findByRole('region', { name: 'Changed steps' });
    expect(changed).toHaveTextContent(/Wait1 daybecomes3 days$/);
    expect(within(comparison()).getByRole('region', { name: 'Removed steps' })).toHaveTextContent(
      'Engagement check',
    );
    expect(within(comparison()).getByRole('region', { name: 'Links' })).toHaveTextContent(
      'Wait, NextEngagement checkbecomesnowhere',
    );
    expect(within(comparison()).queryByRole('region', { name: 'Added steps' })).toBeNull();
    const card = (id: string) => comparison().querySelector<HTMLElement>(`[data-id="${id}"]`);
    expect(card(WAIT)).toHaveTextContent('1 change');
    expect(card(WAIT)).toHaveAttribute('aria-label', 'Changed: Wait Wait. Wait: 1 day → 3 days');
    expect(card(CHECK)).toHaveTextContent('Removed');
    expect(card(EMAIL)).toHaveAttribute('aria-label', 'Unchanged: Message Message');
    await user.click(within(changed).getByRole('button', { name: /Wait/ }));
    expect(card(WAIT)).toHaveClass('selected');
  });

  it('the other way round turns every value', async () => {
    await changedSince();
    await user.click(screen.getByRole('button', { name: 'Compare Version 1 with now' }));
    await within(comparison()).findByRole('region', { name: 'Changed steps' });
    await user.click(within(comparison()).getByRole('button', { name: 'Swap the two' }));
    expect(await within(comparison()).findByRole('region', { name: 'Changed steps' })).toHaveTextContent(
      /Wait3 daysbecomes1 day$/,
    );
    expect(within(comparison()).getByRole('region', { name: 'Added steps' })).toBeVisible();
  });

  it('two of the same says that nothing differs', async () => {
    await changedSince();
    await user.click(screen.getByRole('button', { name: 'Compare Version 1 with now' }));
    const [before] = within(comparison()).getAllByRole('combobox');
    await user.selectOptions(before!, 'Now');
    expect(await within(comparison()).findByText('Nothing differs')).toBeVisible();
    expect(within(comparison()).queryByRole('button', { name: /^Restore/ })).toBeNull();
  });

  it('restores what it shows', async () => {
    const { now } = await changedSince();
    await user.click(screen.getByRole('button', { name: 'Compare Version 1 with now' }));
    await user.click(within(comparison()).getByRole('button', { name: 'Restore “Version 1”' }));
    await waitFor(() => expect(now().journey).toEqual(smallJourney()));
  });
});
