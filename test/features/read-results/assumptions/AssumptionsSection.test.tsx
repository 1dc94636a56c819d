import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../../../src/compile/response/assumptions.ts';
import { AssumptionsSection } from '../../../../src/features/read-results/assumptions/AssumptionsSection.tsx';
import { evenWords } from '../../../../src/features/read-results/assumptions/BreakEvens.tsx';
import { RestsOn } from '../../../../src/features/read-results/assumptions/RestsOn.tsx';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { sampleSchema } from '../../../../src/simulation/sampleAudience.ts';
import { localSimulator } from '../../../support/localSimulator.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import { shownSample } from '../shownSample.ts';

describe('the assumptions of a run', () => {
  it(
    'are tried, told apart from luck, and listed one by one with where each is changed',
    { timeout: 120_000 },
    async () => {
      const journey = smallJourney();
      const { workspace, ports } = await openWorkspace(journey);
      const schema = sampleSchema(1000);
      Object.assign(ports.simulator, { ...localSimulator, schema: () => Promise.resolve(schema) });
      const run = shownSample(journey, { contacts: 1000 });
      renderIn(workspace, <AssumptionsSection run={run} />);
      const found = (name: RegExp) => screen.findByRole('heading', { name }, { timeout: 60_000 });
      expect(await found(/moves profit most: from|No assumption moves profit/)).toBeVisible();
      expect(await found(/as uncertain as luck alone|Luck is nearly all|Only not knowing/)).toBeVisible();
      expect(screen.getByText(/64 sets of \d+ assumptions/)).toBeVisible();
      expect(
        screen.getByText('Worked out over the 1 000 contacts of this run, with their luck.'),
      ).toBeVisible();
      const ledger = within(screen.getByRole('table', { name: 'All assumptions' }));
      expect(ledger.getAllByRole('rowheader')).toHaveLength(assumptionsOf(run.request, schema).length);
      expect(ledger.getAllByRole('link', { name: /settings of channels/ })[0]).toHaveAttribute(
        'href',
        '#/settings/channels',
      );
      expect(ledger.getAllByText('Benchmark').length).toBeGreaterThan(5);
    },
  );

  it('say that they rest on a part of a large run, and what the figure is among those contacts', async () => {
    const { workspace } = await openWorkspace(smallJourney());
    const run = shownSample(smallJourney(), { contacts: 1000 });
    const large = { ...run, request: { ...run.request, contacts: 1_000_000 } };
    const request = { ...run.request, contacts: 100_000 };
    renderIn(
      workspace,
      <RestsOn
        run={{ ...large, report: { ...run.report, contacts: 1_000_000 } }}
        request={request}
        metric="conversions"
        base={run.report}
      />,
    );
    const said = screen.getByText(/^Worked out over 100.000 of the 1.000.000 contacts of this run/);
    const { value } = run.report.totals.conversions;
    expect(said).toHaveTextContent(`Conversions of these contacts: ${value}; of the run: ${value}`);
  });

  it('of a journey that cannot run are listed all the same', async () => {
    const journey = smallJourney();
    const { workspace, ports } = await openWorkspace(journey);
    Object.assign(ports.simulator, {
      compare: () => ({ done: Promise.resolve([{ ok: false, problems: [] }]), cancel: () => undefined }),
    });
    renderIn(workspace, <AssumptionsSection run={shownSample(journey)} />);
    expect(await screen.findByText(/cannot run, so nothing can be tried/)).toBeVisible();
    expect(screen.getByRole('table', { name: 'All assumptions' })).toBeVisible();
  });

  it('stop being tried when the section is left', async () => {
    const { workspace, ports } = await openWorkspace(smallJourney());
    const view = renderIn(workspace, <AssumptionsSection run={shownSample(smallJourney())} />);
    expect(ports.comparisons.at(-1)?.cancelled).toBe(false);
    view.unmount();
    expect(ports.comparisons.at(-1)?.cancelled).toBe(true);
  });
});

describe('a break-even in words', () => {
  const print = (value: number) => `${(value * 100).toFixed(1)} %`;
  const means = { range: { low: 0.005, high: 0.03 }, print, t: i18n.t };

  it.each([
    [
      { kind: 'crosses', at: 0.013, low: 0.011, high: 0.016, lossWhen: 'below' },
      'The journey stops paying below 1.3 % (1.1 %–1.6 %).',
    ],
    [
      { kind: 'crosses', at: 0.013, low: undefined, high: 0.016, lossWhen: 'above' },
      'The journey stops paying above 1.3 % (up to 1.6 %).',
    ],
    [{ kind: 'never', sign: 'gain', certain: true }, 'The journey pays anywhere between 0.5 % and 3.0 %.'],
    [
      { kind: 'never', sign: 'loss', certain: true },
      'The journey does not pay anywhere between 0.5 % and 3.0 %.',
    ],
    [
      { kind: 'never', sign: 'loss', certain: false },
      'No crossing between 0.5 % and 3.0 %, but what the journey earns comes so near to zero there that luck may hide one.',
    ],
    [
      undefined,
      'With some values between 0.5 % and 3.0 % the journey cannot run, so no crossing can be given.',
    ],
  ] as const)('says where, or that there is none: %j', (even, words) => {
    expect(evenWords(even, means)).toBe(words);
  });
});
