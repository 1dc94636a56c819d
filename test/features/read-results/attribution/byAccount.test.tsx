import { readFileSync } from 'node:fs';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDetail } from '../../../../src/analytics/buildDetail.ts';
import { buildReport } from '../../../../src/analytics/buildReport.ts';
import type { Audience, Roles } from '../../../../src/audience/audience.ts';
import { bind } from '../../../../src/audience/bind.ts';
import { schemaOf } from '../../../../src/audience/schema.ts';
import { synthesise } from '../../../../src/audience/synthesise.ts';
import { compile } from '../../../../src/compile/compile.ts';
import { detailing } from '../../../../src/engine/detail.ts';
import { runContacts } from '../../../../src/engine/runContacts.ts';
import { AttributionSection } from '../../../../src/features/read-results/attribution/AttributionSection.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import { BENCHMARKS_ONLY } from '../../../../src/journey/calibration.ts';
import { parseJourney } from '../../../../src/journey/format.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { wordsOf } from '../../../../src/simulation/words.ts';
import type { SimulationOutcome, SimulationRequest } from '../../../../src/state/ports.ts';
import { openWorkspace, renderIn, type OpenWorkspace } from '../../../support/renderApp.tsx';

const CONTACTS = 2_000;
const FIRMS = 600;
const people = synthesise(CONTACTS, 1);

function audienceWith(roles: Roles): Audience {
  const codes = Uint32Array.from({ length: CONTACTS }, (_, row) => (row * 7) % FIRMS);
  const dictionary = Array.from({ length: FIRMS }, (_, at) => `Firm ${at}`);
  const firm = { name: 'firm', data: { type: 'category', codes, dictionary } } as const;
  return { ...people, columns: [...people.columns, firm], roles: { ...people.roles, ...roles } };
}

/** What the app's workers would answer. */
function simulate(request: SimulationRequest, audience: Audience): Extract<SimulationOutcome, { ok: true }> {
  const { journey, seed, policies, calibration, accounts, showFor } = request;
  const compiled = compile({
    ...{ journeys: [journey], schema: schemaOf(audience), policies, calibration },
    outputs: { detail: true, ...(accounts !== undefined && { accounts }) },
  });
  if (!compiled.ok) throw new Error(compiled.problems[0]?.words);
  const { program } = compiled;
  const contacts = { kind: 'range', from: 0, to: CONTACTS, of: CONTACTS } as const;
  const results = runContacts({ program, seed, contacts }, (numbers) => bind(program, audience, numbers), {
    detailing,
  });
  const report = buildReport({ program, results, seed, seconds: 0, ...wordsOf(journey) });
  const scaled = showFor === undefined ? {} : { scaleTo: showFor };
  return { ok: true, report, detail: buildDetail({ program, results, ...scaled }) };
}

async function open(run: ShownRun, audience: Audience): Promise<OpenWorkspace> {
  const opened = await openWorkspace(run.request.journey);
  Object.assign(opened.ports.simulator, { schema: () => Promise.resolve(schemaOf(audience)) });
  renderIn(opened.workspace, <AttributionSection run={run} />);
  await screen.findByRole('table', { name: 'Attribution beside true lift' });
  return opened;
}

const colleagues = () => screen.getByRole('radio', { name: 'Everybody at the buyer’s account' });
const rowOf = (name: string) =>
  within(screen.getByRole('table', { name: 'Attribution beside true lift' }))
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .textContent.replace(/\s/g, ' ');
const card = (name: string) =>
  within(screen.getByRole('region', { name: 'By account' })).getByRole('group', { name });

describe('credit by account', () => {
  let run: ShownRun;
  beforeAll(() => {
    const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
    if (!parsed.ok) throw new Error('the sample does not parse');
    const request: SimulationRequest = {
      ...{ journey: parsed.journey, audience: { kind: 'imported', id: 'a' }, contacts: CONTACTS, seed: 3 },
      ...{ calibration: BENCHMARKS_ONLY, policies: NO_POLICIES },
    };
    const { report, detail } = simulate(request, people);
    run = { kind: 'run', request, report, detail, audienceName: 'Firms', pending: false };
  });

  it('is not offered where no column tells the account, and a sentence says what to do', async () => {
    await open(run, people);
    await screen.findByText(/the audience needs a column with the company of each contact/);
    expect(colleagues()).toBeDisabled();
    expect(screen.getByRole('link', { name: 'Go to audiences' })).toHaveAttribute('href', '#/audiences');
    expect(screen.queryByRole('combobox', { name: 'Account is told by' })).not.toBeInTheDocument();
  });

  it('makes the run again with the accounts, and credits the touches of colleagues', async () => {
    const audience = audienceWith({ firm: 'account' });
    const { ports } = await open(run, audience);
    await waitFor(() => expect(colleagues()).toBeEnabled());
    const before = rowOf('SMS');
    const total = rowOf('All together');
    await userEvent.click(colleagues());
    const [again] = ports.runs_;
    expect(again!.request).toMatchObject({ accounts: 'firm', detailed: true, seed: 3, contacts: CONTACTS });
    // Until the answer is there, the credit to buyers stays.
    expect(screen.getByRole('progressbar', { name: /with accounts/ })).toBeInTheDocument();
    expect(rowOf('SMS')).toBe(before);
    await act(async () => {
      again!.answer.resolve(simulate(again!.request, audience));
      await again!.answer.promise;
    });
    await screen.findByText(/^Credit by account from a run of 2.000 contacts, same seed and settings\.$/);
    await waitFor(() => expect(rowOf('SMS')).not.toBe(before));
    expect(rowOf('All together')).toBe(total);
    expect(card('Accounts with a conversion')).toHaveTextContent(/\d+–\d+/);
    expect(card('Touches on others than the buyer')).toHaveTextContent(/\d %/);
    expect(ports.runs_).toHaveLength(1);
    await userEvent.click(screen.getByRole('radio', { name: 'The buyer' }));
    expect(rowOf('SMS')).toBe(before);
    await userEvent.click(colleagues());
    expect(ports.runs_).toHaveLength(1);
  });

  it('may be told by a column without the role, once somebody names it', async () => {
    const { ports } = await open(run, audienceWith({}));
    const column = await screen.findByRole('combobox', { name: 'Account is told by' });
    expect(colleagues()).toBeDisabled();
    await userEvent.selectOptions(column, 'firm');
    expect(colleagues()).toBeChecked();
    expect(ports.runs_.at(-1)?.request.accounts).toBe('firm');
  });

  it('is given up on request, and back comes the credit to buyers', async () => {
    const { ports } = await open(run, audienceWith({ firm: 'account' }));
    await waitFor(() => expect(colleagues()).toBeEnabled());
    await userEvent.click(colleagues());
    await userEvent.click(
      within(screen.getByRole('region', { name: 'By account' })).getByRole('button', { name: 'Cancel' }),
    );
    expect(ports.runs_[0]?.cancelled).toBe(true);
    expect(screen.getByRole('radio', { name: 'The buyer' })).toBeChecked();
    expect(screen.queryByRole('region', { name: 'By account' })).not.toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    const { ports } = await open(run, audienceWith({ firm: 'account' }));
    await waitFor(() => expect(colleagues()).toBeEnabled());
    await userEvent.click(colleagues());
    await act(async () => {
      ports.runs_[0]!.answer.reject(new Error('No memory is left.'));
      await ports.runs_[0]!.answer.promise.catch(() => undefined);
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be worked out: No memory is left\./,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(ports.runs_).toHaveLength(2);
  });

  it('says when colleagues are missing because the audience was cut, and counts accounts as simulated', async () => {
    const audience = audienceWith({ firm: 'account' });
    const scaled = { ...run, report: { ...run.report, scaledTo: 5_000 } };
    const { ports } = await open(scaled, { ...audience, rows: 5_000 });
    await waitFor(() => expect(colleagues()).toBeEnabled());
    await userEvent.click(colleagues());
    const outcome = simulate(ports.runs_[0]!.request, audience);
    await act(async () => {
      ports.runs_[0]!.answer.resolve(outcome);
      await ports.runs_[0]!.answer.promise;
    });
    const { paths, accounts, factor } = outcome.detail!;
    const converted = new Set([...paths.contact].map((contact) => accounts!.account[contact]));
    expect(factor).toBe(2.5);
    await within(card('Accounts with a conversion')).findByText(String(converted.size));
    expect(await screen.findByText(/Colleagues beyond them are missing/)).toHaveTextContent(
      /from 2.000 of the audience’s 5.000 contacts/,
    );
  });
});
