import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Report } from '../../../src/analytics/report.ts';
import { ReadResultsView } from '../../../src/features/read-results/ReadResultsView.tsx';
import { finishedRun, reportOf } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { CHECK, EMAIL, ENTRY, smallJourney } from '../../support/smallJourney.ts';

const exactly = (value: number) => ({ value, low: value, high: value });

const report: Report = reportOf(412, {
  steps: [
    {
      id: CHECK,
      kind: 'check',
      name: 'Check',
      entered: 150_000,
      inFlight: 3,
      exits: { clicked: 300, noResponse: 700 },
    },
    { id: ENTRY, kind: 'entry', name: 'Start', entered: 100_000, inFlight: 0, exits: { next: 100_000 } },
  ],
  messages: [
    {
      step: EMAIL,
      channel: 'email',
      sent: 1000,
      delivered: 980,
      opened: 392,
      openedTrue: 250,
      clicked: 49,
      converted: 5,
      unsubscribed: 2,
      cost: 0.4,
      unsent: { consent: 120 },
    },
  ],
  funnel: [
    { stage: 'contacts', people: exactly(1000) },
    { stage: 'entered', people: exactly(900) },
    { stage: 'messaged', people: exactly(880) },
    { stage: 'opened', people: { value: 300, low: 280, high: 320 } },
    { stage: 'clicked', people: exactly(50) },
    { stage: 'converters', people: exactly(9) },
  ],
  entries: { dropped: 0, notEligible: 100, overCap: 0 },
  target: {
    metric: 'conversions',
    atLeast: 500,
    expected: { value: 412, low: 380, high: 450 },
    chance: 0.08,
  },
});

async function open(shown = report, place?: string) {
  const opened = await openWorkspace();
  opened.workspace.setState({ forecast: { report: shown, pending: false, problems: [] } });
  renderIn(opened.workspace, <ReadResultsView place={place} />);
  if (place !== undefined) await screen.findByRole('table', { name: 'Steps' });
  return opened;
}

it('says how many stand for how many, and which question the intervals answer', async () => {
  await open();
  expect(screen.getByText(/20.000 of 100.000 contacts, scaled/)).toBeInTheDocument();
  expect(
    screen.getByText('95 % interval: simulation noise and this sample of your audience.'),
  ).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Conversions' })).toHaveTextContent('402–422');
});

it('holds the target against what is expected, with its chance', async () => {
  await open();
  const target = screen.getByRole('group', { name: 'Target, in one launch' });
  expect(target).toHaveTextContent('412 of 500');
  expect(target).toHaveTextContent('377–454, 95 times in 100');
  expect(screen.getByText(/8\.0.% chance of at least 500 conversions in one launch/)).toBeInTheDocument();
});

it('titles the funnel by what was found', async () => {
  await open();
  expect(
    screen.getByRole('heading', {
      name: /0\.9.% of contacts convert; most are lost between “Got a message” and “Opened”/,
    }),
  ).toBeInTheDocument();
});

it('gives the same figures as tables, in the order of the canvas', async () => {
  await open(report, 'steps');
  const steps = within(screen.getByRole('table', { name: 'Steps' }));
  expect(steps.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Start', 'Check']);
  expect(steps.getByText('1.5 times each')).toBeInTheDocument();
  expect(steps.getByText(/No response 700 \(70\.0.%\)/)).toBeInTheDocument();
  const messages = within(screen.getByRole('table', { name: 'Messages' }));
  expect(messages.getByRole('cell', { name: /392\s*40\.0.%/ })).toBeInTheDocument();
  expect(messages.getByText('No consent for the channel 120')).toBeInTheDocument();
  expect(screen.getByText(/100 did not match/)).toBeInTheDocument();
});

it('names each rate a benchmark or yours', async () => {
  const { workspace } = await open(report, 'steps');
  act(() => workspace.setState({ calibration: { opened: 0.4 as never } }));
  expect(screen.getByText('Opened: Yours')).toBeInTheDocument();
  expect(screen.getByText('Clicked: Benchmark')).toBeInTheDocument();
});

it('tells machine opens from people’s for email alone', async () => {
  const text = report.messages.map((mail) => ({ ...mail, channel: 'sms', opened: 900, openedTrue: 900 }));
  const { workspace } = await open({ ...report, messages: [...report.messages, ...text] }, 'steps');
  expect(screen.getByText(/of 392 email opens, 250 were read by people/)).toBeInTheDocument();
  act(() =>
    workspace.setState({
      forecast: { report: { ...report, messages: text }, pending: false, problems: [] },
    }),
  );
  expect(screen.queryByText(/email opens/)).not.toBeInTheDocument();
});

it('shows the last run, and says when the journey has changed since', async () => {
  const { workspace, ports } = await open();
  const run = finishedRun(smallJourney(), reportOf(99), { audienceName: 'Customers' });
  act(() => workspace.setState({ run: { kind: 'finished', run } }));
  expect(screen.getByText(/20.000 contacts of Customers, seed 1/)).toBeInTheDocument();
  expect(screen.queryByText(/has changed since this run/)).not.toBeInTheDocument();
  act(() => workspace.getState().edit({ type: 'removeSteps', ids: [EMAIL] }));
  expect(screen.getByText(/has changed since this run/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Download as JSON' }));
  expect(JSON.parse(ports.saved[0]?.contents ?? '')).toMatchObject({
    totals: { conversions: { value: 99 } },
  });
  await userEvent.click(screen.getByRole('radio', { name: 'Forecast' }));
  expect(screen.getByText('412 of 500')).toBeInTheDocument();
});

it('says what a run was made with that has changed since, and makes it again', async () => {
  const { workspace, ports } = await open();
  const run = finishedRun(smallJourney(), reportOf(99), {});
  act(() => workspace.setState({ run: { kind: 'finished', run } }));
  expect(screen.queryByText(/Made with other settings/)).not.toBeInTheDocument();
  act(() => workspace.setState({ calibration: { converted: 0.25 as never } }));
  expect(screen.getByText(/Made with other settings\. Changed since: conversion rate\./)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
  expect(ports.runs_[0]?.request).toMatchObject({
    contacts: run.request.contacts,
    seed: run.request.seed,
    calibration: { converted: 0.25 },
  });
});

it('says how large a change is that is not clear', async () => {
  const { workspace } = await open();
  const before = { report: reportOf(110, { seed: 2 }), finishedAt: 0 };
  const run = finishedRun(smallJourney(), reportOf(99), { before });
  act(() => workspace.setState({ run: { kind: 'finished', run } }));
  expect(screen.getByText(/^No clear change since before: −11 \(−\d+ to \+\d+\)$/)).toBeInTheDocument();
});

it('shows no opens where a channel tells none', async () => {
  const text = report.messages.map((mail) => ({ ...mail, channel: 'sms', opened: 0 }));
  await open({ ...report, messages: text }, 'steps');
  const messages = within(screen.getByRole('table', { name: 'Messages' }));
  expect(messages.getByRole('cell', { name: 'n/a' })).toBeInTheDocument();
});

it('says what to do when there are no numbers', async () => {
  const { workspace } = await openWorkspace();
  renderIn(workspace, <ReadResultsView />);
  expect(screen.getByText('No numbers yet')).toBeInTheDocument();
});
