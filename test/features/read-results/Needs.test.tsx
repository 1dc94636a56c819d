import { cleanup, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ReadResultsView } from '../../../src/features/read-results/ReadResultsView.tsx';
import type { FinishedRun } from '../../../src/state/ports.ts';
import { finishedRun, reportOf } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { EMAIL, smallJourney } from '../../support/smallJourney.ts';

const report = reportOf(412, {
  messages: [
    {
      step: EMAIL,
      channel: 'email',
      ...{ sent: 1000, delivered: 980, opened: 392, openedTrue: 250, clicked: 49, converted: 5 },
      ...{ unsubscribed: 2, cost: 0.4, unsent: { consent: 120 } },
    },
  ],
});

async function shown(place: string | undefined, more: (run: FinishedRun) => FinishedRun) {
  const opened = await openWorkspace();
  const run = more(finishedRun(smallJourney(), report, { audienceName: 'Shop', audienceRows: 52_340 }));
  opened.workspace.setState({ run: { kind: 'finished', run } });
  renderIn(opened.workspace, <ReadResultsView place={place} />);
  return opened;
}

const elsewhere = (run: FinishedRun): FinishedRun => ({
  ...run,
  request: { ...run.request, audience: { kind: 'imported', id: 'missing' } },
});

const WAITING = /being worked out|Crediting touches|Simulating|counted by the values|No assumption moves/;

it.each([
  'overview',
  'channels',
  'audience',
  'money',
  'lift',
  'attribution',
  'unsent',
  'contacts',
  'assumptions',
  'actual',
] as const)('names the list that %s needs, and neither waits nor claims anything', async (place) => {
  await shown(place, elsewhere);
  expect(await screen.findByRole('heading', { name: 'This needs the list “Shop”' })).toBeVisible();
  expect(screen.getByText(/the list has 52 340 rows/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Import a list' })).toHaveAttribute('href', '#/audiences');
  expect(document.body).not.toHaveTextContent(WAITING);
});

it('keeps the figures that the file has', async () => {
  await shown('steps', elsewhere);
  expect(await screen.findByRole('table', { name: 'Messages' })).toBeVisible();
  cleanup();
  await shown(undefined, elsewhere);
  expect(await screen.findByText('412')).toBeVisible();
  cleanup();
  await shown('assumptions', elsewhere);
  expect(await screen.findByRole('table', { name: 'All assumptions' })).toBeVisible();
});

it('says on the printed page what it leaves out', async () => {
  await shown('report', elsewhere);
  expect(await screen.findByText('This needs the list “Shop”.')).toBeInTheDocument();
  expect(screen.getByText(/Return on cost is left out/)).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent(WAITING);
});

it('a run from a file that was not made again says how its days are to be had', async () => {
  await shown('channels', (run) => run);
  expect(await screen.findByRole('heading', { name: 'This is not in the file' })).toBeVisible();
});
