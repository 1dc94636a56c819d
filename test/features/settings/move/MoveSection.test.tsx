import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Router } from 'wouter';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../../src/app/SettingsPage.tsx';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

async function open() {
  const opened = await openWorkspace();
  const notices = createNotices();
  const { unmount } = renderIn(
    opened.workspace,
    <NoticesContext value={notices}>
      <Router>
        <SettingsPage place={undefined} />
      </Router>
    </NoticesContext>,
  );
  const drop = (text: string) =>
    fireEvent.drop(screen.getByRole('heading', { name: 'Settings' }), {
      dataTransfer: { files: [new File([text], 'dropped.json')] },
    });
  return { ...opened, drop, notices, unmount };
}

const SUNDAY = '{"weekStart": "sunday"}';

describe('moving settings', () => {
  it('saves both files', async () => {
    const { ports } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Download policies' }));
    await userEvent.click(screen.getByRole('button', { name: 'Download rates' }));
    expect(ports.saved.map(({ name, contents }) => [name, JSON.parse(contents) as unknown])).toEqual([
      ['policies.json', { format: 'rehearsal-policies', version: 1, ...NO_POLICIES }],
      ['rates.json', {}],
    ]);
  });

  it('takes a file that is dropped anywhere on the page, and gives back what was there before', async () => {
    const { workspace, drop, notices } = await open();
    expect(drop(SUNDAY)).toBe(false);
    await expect.poll(() => workspace.getState().policies.weekStart).toBe('sunday');
    const [notice] = notices.shown();
    expect(notice?.words).toBe(
      'dropped.json was read as policies and money. Yours are now those of the file.',
    );
    notice?.action?.run();
    expect(workspace.getState().policies).toEqual(NO_POLICIES);
  });

  it('says that a file without a field was read as rates, and leaves the policies', async () => {
    const { workspace, drop, notices } = await open();
    drop(SUNDAY);
    await expect.poll(() => workspace.getState().policies.weekStart).toBe('sunday');
    drop('{}');
    await expect
      .poll(() => notices.shown().at(-1)?.words)
      .toMatch(/^dropped.json was read as rates and holds none/);
    expect(workspace.getState().policies.weekStart).toBe('sunday');
  });

  it('changes nothing when a file is wrong, and says so until one is right', async () => {
    const { workspace, drop } = await open();
    drop('{"caps": [], "budgets": [{"channel": "sms", "amount": -1}, {"channel": "pigeon", "amount": 1}]}');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('dropped.json was not read. Nothing was changed.');
    expect(alert).toHaveTextContent('“budgets[0].amount” is -1');
    expect(alert).toHaveTextContent('“budgets[1].channel”');
    expect(workspace.getState().policies).toBe(NO_POLICIES);
    drop(SUNDAY);
    await expect.poll(() => screen.queryByRole('alert')).toBeNull();
  });

  it('tells of one bad file after the other, where scrolling answers with a promise', async () => {
    const scroll = vi
      .spyOn(HTMLElement.prototype, 'scrollIntoView')
      .mockReturnValue(Promise.resolve() as never);
    const { drop, unmount } = await open();
    drop('{nope');
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is not whole JSON');
    drop('[]');
    await expect.poll(() => screen.queryByRole('alert')?.textContent).toMatch('These are no policies');
    drop('');
    await expect.poll(() => screen.queryByRole('alert')?.textContent).toMatch('The file is empty');
    await expect.poll(() => scroll.mock.calls.length).toBe(3);
    expect(unmount).not.toThrow();
    scroll.mockRestore();
  });

  it('leaves a drop of something else to the page', async () => {
    await open();
    const heading = screen.getByRole('heading', { name: 'Settings' });
    expect(fireEvent.drop(heading, { dataTransfer: { files: [] } })).toBe(true);
  });
});
