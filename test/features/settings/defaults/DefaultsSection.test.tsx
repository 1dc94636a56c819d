import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DefaultsSection } from '../../../../src/features/settings/defaults/DefaultsSection.tsx';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const put = (name: string, text: string) =>
  fireEvent.change(screen.getByLabelText(name), { target: { value: text } });

it('keeps what new journeys and messages begin with, and refuses what is no zone or currency', async () => {
  const { workspace, ports } = await openWorkspace();
  renderIn(workspace, <DefaultsSection />);
  put('Currency', 'sek');
  put('Time zone', 'Europe/Stockholm');
  put('Source', 'newsletter');
  put('Campaign', '{{journey}}');
  const chosen = {
    currency: 'SEK',
    zone: 'Europe/Stockholm',
    utm: { source: 'newsletter', campaign: '{{journey}}' },
  };
  expect(workspace.getState().defaults).toEqual(chosen);
  put('Currency', 'kronor');
  put('Time zone', 'Mars/Olympus');
  put('Source', ' ');
  expect(workspace.getState().defaults).toEqual({ ...chosen, utm: { campaign: '{{journey}}' } });
  expect(screen.getByText(/“Mars\/Olympus” is not a time zone/)).toBeVisible();
  expect(screen.getByText(/{{journey}}, {{step}} and {{channel}} stand for the names/)).toBeVisible();
  await expect.poll(() => ports.kept.get('defaults')).toEqual(workspace.getState().defaults);
});
