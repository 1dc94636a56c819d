import { readFileSync } from 'node:fs';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunDetail } from '../../../../src/analytics/detail.ts';
import { buildDetail } from '../../../../src/analytics/buildDetail.ts';
import { buildReport } from '../../../../src/analytics/buildReport.ts';
import { bind } from '../../../../src/audience/bind.ts';
import { synthesise } from '../../../../src/audience/synthesise.ts';
import { compile } from '../../../../src/compile/compile.ts';
import { detailing } from '../../../../src/engine/detail.ts';
import { runContacts } from '../../../../src/engine/runContacts.ts';
import { AttributionSection } from '../../../../src/features/read-results/attribution/AttributionSection.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import { BENCHMARKS_ONLY } from '../../../../src/journey/calibration.ts';
import { parseJourney } from '../../../../src/journey/format.ts';
import type { Journey } from '../../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { sampleSchema } from '../../../../src/simulation/sampleAudience.ts';
import { wordsOf } from '../../../../src/simulation/words.ts';
import type { SimulationOutcome, SimulationRequest } from '../../../../src/state/ports.ts';
import { openWorkspace, renderIn, type OpenWorkspace } from '../../../support/renderApp.tsx';

const CONTACTS = 4_000;
const audience = synthesise(CONTACTS, 1);

/** What the app's workers would answer. */
function simulate(request: SimulationRequest): SimulationOutcome & { readonly detail?: RunDetail } {
  const { journey, seed, policies, calibration, muted = [] } = request;
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(CONTACTS),
    policies,
    calibration,
    muted,
    outputs: { detail: true },
  });
  if (!compiled.ok) return compiled;
  const { program } = compiled;
  const contacts = { kind: 'range', from: 0, to: CONTACTS, of: CONTACTS } as const;
  const results = runContacts({ program, seed, contacts }, (numbers) => bind(program, audience, numbers), {
    detailing,
  });
  const report = buildReport({ program, results, seed, seconds: 0, ...wordsOf(journey), scaleTo: 40_000 });
  return { ok: true, report, detail: buildDetail({ program, results, scaleTo: 40_000 }) };
}

function shownRun(journey: Journey): ShownRun {
  const request: SimulationRequest = {
    journey,
    audience: { kind: 'sample', rows: 40_000 },
    contacts: CONTACTS,
    seed: 3,
    calibration: BENCHMARKS_ONLY,
    policies: NO_POLICIES,
  };
  const outcome = simulate(request);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.words);
  const { report, detail } = outcome;
  return { kind: 'forecast', request, report, detail, audienceName: '', pending: false };
}

/** Answers whatever is waited for. */
async function answer({ ports }: OpenWorkspace): Promise<void> {
  await act(async () => {
    for (const { requests, answer: waiting } of ports.comparisons) waiting.resolve(requests.map(simulate));
    await Promise.resolve();
  });
}

async function open(run: ShownRun): Promise<OpenWorkspace> {
  const opened = await openWorkspace(run.request.journey);
  renderIn(opened.workspace, <AttributionSection run={run} />);
  return opened;
}

const table = () => screen.getByRole('table', { name: 'Attribution beside true lift' });
const line = (name: string) => within(table()).getByRole('row', { name: new RegExp(`^${name}`) });

describe('attribution', () => {
  let run: ShownRun;
  beforeAll(() => {
    const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
    if (!parsed.ok) throw new Error('the sample does not parse');
    run = shownRun(parsed.journey);
  });

  it('says what last touch credits, and then what would not have happened without it', async () => {
    const opened = await open(run);
    expect(await screen.findByText(/^Last touch credits .* is being worked out\.$/)).toBeInTheDocument();
    expect(line('SMS')).toHaveTextContent('not known yet');
    const [{ requests } = { requests: [] }] = opened.ports.comparisons;
    // As it is, without any message, and without each of its four channels.
    expect(requests.map(({ muted = [] }) => muted.length)).toEqual([0, expect.any(Number), 1, 1, 1, 1]);
    expect(
      new Set(requests.map(({ seed, contacts, showFor }) => `${seed} ${contacts} ${showFor}`)).size,
    ).toBe(1);
    await answer(opened);
    expect(
      screen.getByText(
        /^Last touch credits .* (would not have happened without it|cannot be told from luck)\.$/,
      ),
    ).toBeInTheDocument();
    expect(line('SMS')).toHaveTextContent(/too much|too little|equal/);
    expect(line('SMS')).toHaveTextContent(/holdout test/);
    expect(screen.getByText(/^Without any message there would have been/)).toBeInTheDocument();
    expect(screen.getByText(/^Nearest to the true lift/)).toBeInTheDocument();
  });

  it('adds up: claimants and what has no touch, to all conversions', async () => {
    await open(run);
    await screen.findByRole('table', { name: 'Attribution beside true lift' });
    const rows = within(table()).getAllByRole('row').slice(1);
    const column = 3;
    const figures = rows.map((row) => {
      const [figure] = within(row).getAllByRole('cell')[column - 1]!.children;
      return Number(figure?.textContent.replace(/\s/g, ''));
    });
    const total = figures.pop()!;
    expect(total).toBe(run.detail!.paths.contact.length * 10);
    // Each is rounded as it is printed.
    expect(Math.abs(figures.reduce((sum, one) => sum + one, 0) - total)).toBeLessThan(figures.length);
  });

  it('credits steps and messages too, without a step by passing it by', async () => {
    const opened = await open(run);
    await screen.findByRole('table', { name: 'Attribution beside true lift' });
    await userEvent.click(screen.getByRole('radio', { name: 'Steps' }));
    await waitFor(() => expect(line('Channel escalation')).toBeInTheDocument());
    const { requests } = opened.ports.comparisons.at(-1)!;
    const passedBy = requests.map(
      ({ journey }) => Object.values(journey.steps).filter((step) => step.disabled).length,
    );
    expect(passedBy).toEqual([0, 0, ...passedBy.slice(2).map(() => 1)]);
    expect(opened.ports.comparisons[0]?.cancelled).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: 'Messages' }));
    await answer(opened);
    await waitFor(() =>
      expect(line('Channel escalation 1, SMS')).toHaveTextContent('cannot be switched off alone'),
    );
  });

  it('gives up when told to, and begins again when asked', async () => {
    const opened = await open(run);
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(opened.ports.comparisons[0]?.cancelled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Work out the true lift of 4' }));
    expect(opened.ports.comparisons).toHaveLength(2);
    await answer(opened);
    expect(line('SMS')).toHaveTextContent('holdout test');
  });

  it('says why when true lift cannot be worked out', async () => {
    const opened = await open(run);
    await screen.findByRole('table', { name: 'Attribution beside true lift' });
    await act(async () => {
      opened.ports.comparisons[0]!.answer.reject(new Error('A worker died twice.'));
      await Promise.resolve();
    });
    expect(screen.getByRole('alert')).toHaveTextContent('A worker died twice.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('simulates every set of channels on request, and what they bring sums to what all bring', async () => {
    const opened = await open(run);
    await userEvent.click(await screen.findByRole('button', { name: 'Simulate 16 sets of channels' }));
    // Sixteen runs in this thread: a busy machine takes its time.
    await waitFor(
      async () => {
        await answer(opened);
        expect(screen.getByText(/^From 16 runs/)).toBeInTheDocument();
      },
      { timeout: 45_000 },
    );
    const brought = within(screen.getByRole('table', { name: 'What each channel brings' }))
      .getAllByRole('row')
      .slice(1);
    expect(brought).toHaveLength(4);
    const sum = brought.reduce((total, row) => {
      const [figure] = within(row).getByRole('cell').children;
      return total + Number(figure?.textContent.replace(/\s/g, '').replace('−', '-'));
    }, 0);
    const jointly = within(line('All together')).getAllByRole('cell')[0]!.children[0]!;
    expect(Math.abs(sum - Number(jointly.textContent.replace(/\s/g, '')))).toBeLessThan(4);
    const said = screen.getByText(/^They sum to .* conversions: what all channels together brought/);
    expect(said).toHaveTextContent(`They sum to ${jointly.textContent} conversions`);
    // Of the contacts of the true lifts.
    const asked = opened.ports.comparisons.flatMap(({ requests }) =>
      requests.map(({ contacts }) => contacts),
    );
    expect(new Set(asked).size).toBe(1);
  });

  it('reads a journey without messages, and one that nobody converts in, as such', async () => {
    const { detail } = run;
    const opened = await open({ ...run, detail: { ...detail!, sends: [] } });
    expect(screen.getByRole('heading', { name: 'Nothing to credit' })).toBeInTheDocument();
    const nobody = {
      ...detail!.paths,
      contact: new Uint32Array(0),
      minute: new Int32Array(0),
      valueMinor: new Float64Array(0),
      from: new Uint32Array(1),
    };
    renderIn(
      opened.workspace,
      <AttributionSection run={{ ...run, detail: { ...detail!, paths: nobody } }} />,
    );
    expect(await screen.findByRole('heading', { name: 'Nobody converted' })).toBeInTheDocument();
  });
});
