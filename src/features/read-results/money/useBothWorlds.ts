import { useMemo } from 'react';
import { ledgerOf } from '../../../analytics/finance/reportLedgers.ts';
import type { BothWorlds } from '../../../analytics/incrementality/lift.ts';
import type { ShownRun } from '../shownRun.ts';
import { useWhatIfs, type Known, type WhatIfsAsked } from './useWhatIfs.ts';
import { bothWorldsOf, termsOf } from './withoutJourney.ts';

export interface BothWorldsAsked extends WhatIfsAsked {
  /** The last that are known. */
  readonly worlds: BothWorlds | undefined;
  /** They are of the journey as it was before. */
  readonly isStale: boolean;
}

/** The run beside the same contacts without the journey, simulated as soon as it is looked at. */
export function useBothWorlds({ request, report, pending }: ShownRun): BothWorldsAsked {
  const requests = useMemo(
    () => (pending ? undefined : bothWorldsOf({ request, report })),
    [pending, request, report],
  );
  const asked = useWhatIfs(requests, { atOnce: true });
  const { latest } = asked;
  const worlds = useMemo(() => latest && worldsOf(latest), [latest]);
  return { ...asked, worlds, isStale: latest !== undefined && latest.requests !== requests };
}

export function worldsOf({ requests, reports }: Pick<Known, 'requests' | 'reports'>): BothWorlds | undefined {
  const [[request], [base, none]] = [requests, reports];
  if (!request || !base || !none) return undefined;
  const terms = termsOf(request);
  // What is paid whoever is messaged is not paid without a journey.
  return { withIt: ledgerOf(base, terms), without: { ...ledgerOf(none, terms), fixedCost: 0 } };
}
