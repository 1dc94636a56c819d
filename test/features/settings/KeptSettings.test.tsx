import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { expect, it } from 'vitest';
import { SettingsPage } from '../../../src/app/SettingsPage.tsx';
import { probability } from '../../../src/journey/units.ts';
import { createNotices, NoticesContext } from '../../../src/ui/notices.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';

const user = userEvent.setup();
const box = (name: RegExp) => screen.getByRole('textbox', { name });

async function open() {
  const { workspace } = await openWorkspace();
  const notices = createNotices();
  const { hook, history } = memoryLocation({ path: '/settings', record: true });
  const show = () =>
    renderIn(
      workspace,
      <NoticesContext value={notices}>
        <Router hook={hook}>
          <SettingsPage place={undefined} />
        </Router>
      </NoticesContext>,
    ).unmount;
  return { workspace, notices, history, show };
}

it('what a box refused is told when the settings are left, and is there with its reason on coming back', async () => {
  const { notices, history, show } = await open();
  const leave = show();
  await user.type(box(/^Gross margin/), '150');
  leave();
  const [told] = notices.shown();
  expect(told?.words).toMatch(/^“150” is not taken over as “Gross margin” in the settings, under “Money”/);
  act(() => told?.action?.run());
  expect(history.at(-1)).toBe('/settings/money');
  const leaveAgain = show();
  expect(box(/^Gross margin/)).toHaveValue('150');
  expect(box(/^Gross margin/)).toBeInvalid();
  expect(notices.shown()).toEqual([]);
  leaveAgain();
  // It was told once.
  expect(notices.shown()).toEqual([]);
});

it('what was mended is not told of, nor what went when benchmarks were asked for', async () => {
  const { workspace, notices, show } = await open();
  const leave = show();
  await user.type(box(/^Gross margin/), '150');
  await user.clear(box(/^Gross margin/));
  act(() => workspace.getState().calibrate({ opened: probability(0.5) }));
  await user.type(box(/^Your click rate/), '150');
  await user.click(screen.getByRole('button', { name: 'Use the benchmarks for all three' }));
  expect(screen.queryByDisplayValue('150')).toBeNull();
  leave();
  expect(notices.shown()).toEqual([]);
});
