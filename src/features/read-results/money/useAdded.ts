import { useMemo } from 'react';
import { ledgerOf, type Terms } from '../../../analytics/finance/reportLedgers.ts';
import { incrementalProfit } from '../../../analytics/finance/incremental.ts';
import type { Figured } from '../../../analytics/finance/known.ts';
import { incrementalOf } from '../../../analytics/incrementality/lift.ts';
import type { Report } from '../../../analytics/report.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import { stepId } from '../../../journey/ids.ts';
import { withoutStep } from '../../../journey/withoutSteps.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';
import type { Parts } from './parts.ts';
import { useWhatIfs, type WhatIfsAsked } from './useWhatIfs.ts';
import { termsOf } from './withoutJourney.ts';

export interface Added extends WhatIfsAsked {
  /** Extra profit of a channel or a step, by its name, once it was worked out. */
  readonly profitOf: (name: string) => Figured | undefined;
}

/** What each part adds: the run less the same run without that part, when somebody asks. */
export function useAdded({ request, report, pending }: ShownRun, parts: Parts | undefined): Added {
  const names = useMemo(() => namesOf(parts), [parts]);
  const requests = useMemo(
    () =>
      pending || names.length === 0
        ? undefined
        : [whatIf({ request, report }), ...names.map((name) => without({ request, report }, name))],
    [pending, names, request, report],
  );
  const asked = useWhatIfs(requests, { atOnce: false });
  const { latest } = asked;
  const profits = useMemo(() => {
    const current = latest && latest.requests === requests ? latest.reports : [];
    return profitsOf(current, names, termsOf(request));
  }, [latest, requests, names, request]);
  return { ...asked, profitOf: (name) => profits.get(name) };
}

/** Of channels, then of steps. */
function namesOf(parts: Parts | undefined): readonly string[] {
  if (!parts) return [];
  const steps = new Set(parts.messages.flatMap(({ step }) => step ?? []));
  return [...parts.channels.map(({ channel }) => channel), ...steps];
}

function without(run: Pick<ShownRun, 'request' | 'report'>, name: string): SimulationRequest {
  const channel = CHANNELS.find((known) => known === name);
  if (channel) return whatIf(run, { muted: [channel] });
  const { journey } = run.request;
  return whatIf(run, { journey: withoutStep(journey, stepId(name)) ?? journey });
}

function profitsOf(
  [base, ...others]: readonly Report[],
  names: readonly string[],
  terms: Terms,
): ReadonlyMap<string, Figured> {
  const profits = new Map<string, Figured>();
  if (!base) return profits;
  // The journey goes on without the part, so the fixed cost is paid either way.
  const ledger = (report: Report) => ({ ...ledgerOf(report, terms), fixedCost: 0 });
  const withIt = ledger(base);
  for (const [at, name] of names.entries()) {
    const other = others[at];
    if (other) profits.set(name, incrementalProfit(incrementalOf({ withIt, without: ledger(other) })).value);
  }
  return profits;
}
