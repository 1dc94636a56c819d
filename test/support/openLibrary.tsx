import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { ManageJourneysView } from '../../src/features/manage-journeys/ManageJourneysView.tsx';
import { NoticesContext, createNotices } from '../../src/ui/notices.ts';
import { openWorkspace, renderIn } from './renderApp.tsx';
import { smallJourney } from './smallJourney.ts';

/** The library of journeys with a small one open, once its templates are there; whoever calls it answers their `fetch`. */
export async function openLibrary() {
  const opened = vi.fn();
  const notices = createNotices();
  const open = await openWorkspace(smallJourney());
  renderIn(
    open.workspace,
    <NoticesContext value={notices}>
      <ManageJourneysView onOpened={opened} />
    </NoticesContext>,
  );
  await screen.findByRole('button', { name: 'Use this template: Welcome new subscribers' });
  return { ...open, opened, notices, journey: () => open.workspace.getState().journey };
}

export async function chooseFiles(...files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no field for files');
  await userEvent.setup().upload(input, [...files]);
}
