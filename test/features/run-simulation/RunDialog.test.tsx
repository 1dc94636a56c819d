import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { RunDialog } from '../../../src/features/run-simulation/RunDialog.tsx';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';

it('a ready-made number of contacts takes the place of one that was refused, and the run can start', async () => {
  const user = userEvent.setup();
  const { workspace } = await openWorkspace();
  renderIn(workspace, <RunDialog open contacts={5000} onClose={() => undefined} />);
  const [contacts] = screen.getAllByRole('textbox', { hidden: true });
  if (!contacts) throw new Error('no box');
  await user.clear(contacts);
  expect(screen.getByRole('button', { name: /^Run/, hidden: true })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: /^100.000$/, hidden: true }));
  expect(contacts).toHaveValue('100000');
  expect(screen.getByRole('button', { name: /^Run/, hidden: true })).toBeEnabled();
});
