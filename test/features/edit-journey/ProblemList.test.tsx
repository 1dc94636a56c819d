import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ProblemList } from '../../../src/features/edit-journey/ProblemList.tsx';
import { useWorkspace } from '../../../src/state/useWorkspace.ts';
import { reportOf } from '../../support/fakePorts.ts';
import { chain, mail, sms, waitDays } from '../../support/doubtfulJourneys.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';

const journey = chain({ a: { ...waitDays(0), name: 'No time' }, m: mail, s: sms });

function List({ onShow }: { readonly onShow: () => void }) {
  const open = useWorkspace((workspace) => workspace.journey);
  const problems = useWorkspace((workspace) => workspace.problems);
  return open ? (
    <ProblemList journey={open} problems={problems} onShow={onShow} onClose={() => undefined} />
  ) : null;
}

it('counts by severity, says whom each problem touches, and orders by that', async () => {
  const { workspace, ports } = await openWorkspace(journey);
  renderIn(workspace, <List onShow={() => undefined} />);
  expect(screen.getByText('2 warnings')).toBeInTheDocument();
  const step = (id: string, entered: number) => ({
    id,
    kind: 'message',
    name: id,
    entered,
    inFlight: 0,
    exits: {},
  });
  await act(async () => {
    ports.forecasts[0]?.answer.resolve({
      ok: true,
      report: reportOf(5, { steps: [step('a', 400), step('m', 12_400)] }),
    });
    await ports.forecasts[0]?.answer.promise;
  });
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[0]).toMatch(/touches 12\.4.k of 100.k contacts/);
  expect(lines[1]).toMatch(/^No time.*touches 400 of 100.k contacts/);
});

it('mends with a press, says so to screen readers, and is walked with the arrow keys', async () => {
  const user = userEvent.setup();
  const { workspace } = await openWorkspace({ ...journey, settings: { ...journey.settings, maxPasses: 0 } });
  const onShow = vi.fn();
  renderIn(workspace, <List onShow={onShow} />);
  expect(screen.getByRole('status')).toHaveTextContent('1 error stops the run');
  const [first] = screen.getAllByRole('button', { name: /^Fix: / });
  first?.focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).not.toBe(first);
  await user.keyboard('{Enter}');
  expect(onShow).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: /^Fix: A contact may come/ }));
  expect(screen.getByRole('status')).toHaveTextContent('No errors left');
  expect(workspace.getState().canUndo).toBe(true);
});

it('a line that is mended hands the focus to the next one, the last one to the button that closes the list', async () => {
  const user = userEvent.setup();
  const { workspace } = await openWorkspace({ ...journey, settings: { ...journey.settings, maxPasses: 0 } });
  renderIn(workspace, <List onShow={vi.fn()} />);
  const fixes = screen.getAllByRole('button', { name: /^Fix: / });
  expect(fixes).toHaveLength(3);
  for (const fix of fixes) {
    const next = fix.closest('li')?.nextElementSibling;
    fix.focus();
    await user.keyboard('{Enter}');
    const close = screen.getByRole('button', { name: 'Hide Problems' });
    if (next) expect(next).toContainElement(document.activeElement as HTMLElement);
    else expect(close).toHaveFocus();
  }
});

it('where the last line is mended, the focus goes to the one before', async () => {
  const user = userEvent.setup();
  const { workspace } = await openWorkspace(journey);
  renderIn(workspace, <List onShow={vi.fn()} />);
  const [before, last] = screen.getAllByRole('listitem');
  await user.click(screen.getAllByRole('button', { name: /^Fix: / }).at(-1)!);
  expect(last).not.toBeInTheDocument();
  expect(before).toContainElement(document.activeElement as HTMLElement);
});
