import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ReportSection } from '../../../../src/features/read-results/report/ReportSection.tsx';
import { readRehearsal } from '../../../../src/exchange/rehearsal/readRehearsal.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import { shownSample } from '../shownSample.ts';

const journey = smallJourney();
const run = shownSample(journey);
const past = {
  request: run.request,
  report: shownSample(journey, { seed: 2 }).report,
  finishedAt: 1_700_000_000_000,
  audienceName: '',
};

async function open() {
  const opened = await openWorkspace(journey);
  opened.ports.runsKept.set(journey.id, past);
  const notices = createNotices();
  const view = renderIn(
    opened.workspace,
    <NoticesContext value={notices}>
      <ReportSection run={run} />
    </NoticesContext>,
  );
  return { ...opened, view, notices };
}

describe('the page', () => {
  it('says the figures with their intervals, the channels and what it rests on', async () => {
    const { view } = await open();
    const sheet = within(view.container.querySelector<HTMLElement>('[data-sheet]')!);
    expect(sheet.getByRole('heading', { level: 1 })).toHaveTextContent(journey.name);
    expect(sheet.getByText('Profit').parentElement).toHaveTextContent(/[–o]/);
    expect(sheet.getByRole('rowheader', { name: 'Email' })).toBeVisible();
    expect(sheet.getByText(/And \d+ more, in the app/)).toBeVisible();
    expect(sheet.getByText(/95 % intervals: simulation noise/)).toBeVisible();
  });

  it('waits for what the journey causes before it is printed, then says it', async () => {
    const { view, ports } = await open();
    const print = screen.getByRole('button', { name: 'Print the page' });
    const sheet = view.container.querySelector<HTMLElement>('[data-sheet]')!;
    expect(print).toBeDisabled();
    const profit = () => within(sheet).getByText('Extra profit').parentElement;
    expect(profit()).toHaveTextContent('being worked out');
    await act(async () => {
      const { requests, answer } = ports.comparisons[0]!;
      answer.resolve(requests.map((request) => forecastHere(request)));
      await answer.promise;
    });
    expect(print).toBeEnabled();
    expect(profit()).toHaveTextContent(/\$\d/);
    expect(within(sheet).getByRole('columnheader', { name: 'Converted after a click' })).toBeVisible();
  });

  it('says that what the journey causes is not known where it cannot be worked out', async () => {
    const { view, ports } = await open();
    await act(async () => {
      ports.comparisons[0]!.answer.reject(new Error('The list is not here.'));
      await ports.comparisons[0]!.answer.promise.catch(() => undefined);
    });
    const sheet = within(view.container.querySelector<HTMLElement>('[data-sheet]')!);
    expect(sheet.getByText('Extra profit').parentElement).toHaveTextContent('not known');
    expect(screen.getByRole('button', { name: 'Print the page' })).toBeEnabled();
  });

  it('stands alone on the paper while it is printed, and is gone after', async () => {
    await open();
    window.dispatchEvent(new Event('beforeprint'));
    const printed = document.querySelectorAll('body > [data-printed]');
    expect(printed).toHaveLength(1);
    expect(printed[0]).toHaveTextContent(journey.name);
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('[data-printed]')).toBeNull();
  });
});

describe('a rehearsal file', () => {
  it('holds the run as it is shown', async () => {
    const { ports } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Save as .rehearsal' }));
    await expect.poll(() => ports.saved.length).toBe(1);
    expect(ports.saved[0]?.name).toMatch(/\.rehearsal$/);
    const read = readRehearsal(ports.saved[0]?.contents ?? '');
    expect(read).toMatchObject({
      ok: true,
      rehearsal: {
        journey: { name: journey.name },
        contacts: 2000,
        seed: 1,
        audience: { kind: 'sample', rows: 2000 },
      },
    });
    if (read.ok) expect(read.rehearsal.report).toEqual(JSON.parse(JSON.stringify(run.report)));
  });
});

describe('the runs before', () => {
  it('are listed, made again with what made them, and held beside the one shown', async () => {
    const { ports, notices } = await open();
    const list = within(await screen.findByRole('table', { name: 'Runs of this journey' }));
    expect(list.getAllByRole('rowheader')).toHaveLength(1);
    await userEvent.click(list.getByRole('button', { name: /Compare the run of/ }));
    const beside = within(screen.getByRole('table', { name: /Then, .*, and now/ }));
    expect(beside.getAllByRole('rowheader')).toHaveLength(5);
    expect(screen.getByText(/of other contacts or other luck/)).toBeVisible();
    await userEvent.click(list.getByRole('button', { name: /again$/ }));
    expect(ports.runs_[0]?.request).toMatchObject({ ...run.request, detailed: true });
    await act(async () => {
      ports.runs_[0]?.answer.resolve({ ok: true, report: { ...past.report, seconds: 77 } });
      await ports.runs_[0]?.answer.promise;
    });
    await expect
      .poll(() => notices.shown().map(({ words }) => words))
      .toContain('Made again: to the last digit the same.');
  });
});
