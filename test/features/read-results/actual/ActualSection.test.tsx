import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { foreseenDays } from '../../../../src/analytics/actual/foreseen.ts';
import { datesOf } from '../../../../src/analytics/dashboard/timeline.ts';
import { ActualSection } from '../../../../src/features/read-results/actual/ActualSection.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import type { StepId } from '../../../../src/journey/journey.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import { shownSample } from '../shownSample.ts';

const journey = smallJourney();
const run = shownSample(journey, { contacts: 10_000 });

/** What a tool would export of the first message had the launch gone as forecast, but for so many of its clicks. */
function exported({ detail }: ShownRun, clicks: number): File {
  if (!detail) throw new Error('no detail');
  const sentBy = (place: number) =>
    foreseenDays(detail, { kind: 'sends', places: [place] }, 'sent').simulated.reduce((a, b) => a + b, 0);
  const place = detail.sends.map((_, at) => at).toSorted((a, b) => sentBy(b) - sentBy(a))[0]!;
  const { step } = detail.sends[place]!;
  const figures = (['sent', 'delivered', 'clicked'] as const).map((field) =>
    foreseenDays(detail, { kind: 'sends', places: [place] }, field).simulated.map((count) =>
      Math.round(count * detail.factor * (field === 'clicked' ? clicks : 1)),
    ),
  );
  const name = journey.steps[step as StepId]?.name ?? '';
  const lines = datesOf(detail)
    .slice(0, 40)
    .map((day, at) => [`"${name}"`, day, ...figures.map((days) => days[at])].join());
  return new File([['Step,Day,Sent,Delivered,Clicks', ...lines].join('\n')], 'launch.csv', {
    type: 'text/csv',
  });
}

async function open() {
  const opened = await openWorkspace(journey);
  const view = renderIn(opened.workspace, <ActualSection run={run} />);
  return {
    ...opened,
    view,
    chooser: await screen.findByLabelText('Choose a CSV file', { selector: 'input' }),
  };
}

describe('a launch beside its forecast', () => {
  it('raises nothing when it went as forecast', async () => {
    const { chooser } = await open();
    await userEvent.upload(chooser, exported(run, 1));
    expect(await screen.findByText('Nothing lies outside what luck explains.')).toBeVisible();
    expect(screen.getByText(/at most 5 in 100 raise any alert/)).toBeVisible();
  });

  it('tells a message that is clicked too little, and calibrates it by one press', async () => {
    const { chooser, workspace } = await open();
    await userEvent.upload(chooser, exported(run, 0.3));
    expect(await screen.findByText(/Clicks of .* came out below what 999 of 1 000 launches/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Calibrate: clicks of delivered/ }));
    const changed = Object.values(workspace.getState().journey!.steps).flatMap((step) =>
      step.kind === 'message' && step.response?.clicked !== undefined ? [step] : [],
    );
    expect(changed.length).toBeGreaterThan(0);
  });

  it('is kept for the next visit until it is removed, and never leaves the browser', async () => {
    const { chooser, ports, view, workspace } = await open();
    await userEvent.upload(chooser, exported(run, 1));
    await screen.findByText(/launch.csv: 40 lines/);
    view.unmount();
    const again = renderIn(workspace, <ActualSection run={run} />);
    expect(await screen.findByText(/launch.csv: 40 lines/)).toBeVisible();
    expect(ports.saved).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    again.unmount();
    renderIn(workspace, <ActualSection run={run} />);
    expect(await screen.findByRole('button', { name: 'Choose a CSV file' })).toBeVisible();
  });

  it('says what is wrong with a file, line by line, and keeps the one before', async () => {
    const { chooser } = await open();
    await userEvent.upload(chooser, new File(['day,sent\nsoon,1\n'], 'bad.csv', { type: 'text/csv' }));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText('“bad.csv” was not read:')).toBeVisible();
    expect(alert.getByText(/Line 2: “soon” is no day/)).toBeVisible();
  });

  it('asks whether the month stands first, and reads the file by the answer', async () => {
    const { chooser } = await open();
    const [name] = Object.values(journey.steps).flatMap((step) =>
      step.kind === 'message' ? [step.name] : [],
    );
    const file = new File([`step,day,sent\n"${name!}",3/2/2031,5\n`], 'us.csv', { type: 'text/csv' });
    await userEvent.upload(chooser, file);
    expect(await screen.findByText(/Which day is “3\/2\/2031” in “us.csv”/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'March 2, 2031, month first' }));
    expect(await screen.findByText(/us.csv: 1 lines?, Mar 2 to Mar 2/)).toBeVisible();
    expect(
      screen.getByText(/days from 2031-03-02 to 2031-03-02, all outside those of the run/),
    ).toBeVisible();
  });

  it('offers a template with the messages of the journey', async () => {
    const { ports } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Save a template' }));
    expect(ports.saved[0]?.name).toBe('actual.csv');
    expect(ports.saved[0]?.contents).toContain('step,channel,day,sent,delivered');
  });
});
