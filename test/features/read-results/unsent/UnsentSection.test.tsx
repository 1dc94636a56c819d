import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import '../../../../src/i18n/resultWords.ts';
import { UnsentSection } from '../../../../src/features/read-results/unsent/UnsentSection.tsx';
import type { Policies } from '../../../../src/journey/policies.ts';
import { renderIn } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import { STRICT_POLICIES } from '../../../support/strictPolicies.ts';
import { templateOf } from '../shownRuns.ts';
import { openLocal, shownRun } from '../wholeRuns.ts';

async function open(policies?: Policies, journey = templateOf('orchestration')) {
  const run = shownRun(journey, policies);
  renderIn(await openLocal(journey), <UnsentSection run={run} />);
  return run;
}

describe('what was not sent', () => {
  it('is told in a sentence with the reason that stops most', async () => {
    await open();
    expect(
      screen.getByRole('heading', { name: /due messages were not sent; missing consent stops \d/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Counted in this run/)).toBeInTheDocument();
  });

  it('is listed by reason, message and channel with its share of what was due', async () => {
    const run = await open(STRICT_POLICIES);
    const table = screen.getByRole('table', { name: 'Unsent messages by reason, message and channel' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(run.report.messages.flatMap(({ unsent }) => Object.keys(unsent)).length);
    expect(rows[0]).toHaveTextContent(/%/);
    expect(within(table).getAllByText('Frequency cap 1 / 7 days').length).toBeGreaterThan(0);
  });

  it('has the interval of every number of messages: all, by reason, by message', async () => {
    const { report } = await open(STRICT_POLICIES);
    expect(
      screen.getByText(/An equal run on other contacts of this kind: \d[\d\s]*–\d[\d\s]* \(95 %\)/),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'Unsent messages by reason, message and channel' });
    const figures = within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => Number(cell.textContent.replaceAll(/\s/g, ''))),
      );
    expect(figures.length).toBeGreaterThan(0);
    for (const row of figures) {
      const [people = NaN, low = NaN, high = NaN] = row.slice(2);
      expect(low).toBeLessThanOrEqual(people);
      expect(high).toBeGreaterThan(people);
    }
    const most = Math.max(...report.messages.flatMap(({ unsent }) => Object.values(unsent)));
    expect(figures[0]?.[2]).toBe(Math.round(most));
  });

  it('says of a rule that never stopped anything how many it may stop', async () => {
    const cap = { ...STRICT_POLICIES.caps[0]!, id: 'roomy', max: 50 };
    await open({ ...STRICT_POLICIES, caps: [...STRICT_POLICIES.caps, cap] });
    const picture = screen.getByRole('figure', { name: /due messages were not sent/ });
    expect(within(picture).getByText('Frequency cap 50 / 7 days')).toBeInTheDocument();
    expect(within(picture).getByText(/None stopped; at most \d/)).toBeInTheDocument();
  });

  it('can be filtered by reason and channel', async () => {
    await open(STRICT_POLICIES);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Reason'), 'Frequency cap 1 / 7 days');
    const table = screen.getByRole('table', { name: 'Unsent messages by reason, message and channel' });
    expect(within(table).queryByText('No consent for the channel')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: /of them match the filter/ })).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Channel'), 'SMS');
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveTextContent('SMS');
  });

  it('says what cannot be relaxed, with a way to the audience', async () => {
    await open();
    expect(screen.getByRole('heading', { name: /No consent for the channel: \d/ })).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: 'Look at the audience' })[0]).toHaveAttribute(
      'href',
      '#/audiences',
    );
  });

  it('teaches what due means where nothing is left out, and where nothing was due', async () => {
    const journey = smallJourney();
    const run = shownRun(journey);
    const messages = run.report.messages.map((message) => ({ ...message, unsent: {} }));
    const workspace = await openLocal(journey);
    const all = { ...run, report: { ...run.report, messages } };
    const { unmount } = renderIn(workspace, <UnsentSection run={all} />);
    expect(screen.getByRole('heading', { name: 'Every due message was sent' })).toBeInTheDocument();
    unmount();
    const none = { ...run, report: { ...run.report, messages: [] } };
    renderIn(workspace, <UnsentSection run={none} />);
    expect(screen.getByRole('heading', { name: 'Nothing was due' })).toBeInTheDocument();
  });
});

describe('what a rule costs', () => {
  it('is told in sentences with intervals: what it keeps back, what there would be without it', async () => {
    await open(STRICT_POLICIES);
    const rule = await screen.findByRole('heading', { name: 'The cap of 1 in 7 days' });
    const line = rule.closest('li')!;
    expect(line).toHaveTextContent(/Keeps back \d[\d\s]* \(\d[\d\s]*–\d[\d\s]*\) messages\./);
    expect(line).toHaveTextContent(/Without it: .*conversions.*revenue.*profit.*unsubscribes/);
    expect(screen.getByText(/with the same luck, each time with one rule relaxed/)).toBeInTheDocument();
  });

  it('is not asked where there is no rule', async () => {
    await open();
    expect(screen.getByText(/No rule that could be relaxed/)).toBeInTheDocument();
  });
});
