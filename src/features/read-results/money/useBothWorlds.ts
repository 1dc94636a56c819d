import { useEffect, useMemo } from 'react';
import { ledgerOf, type Terms } from '../../../analytics/finance/reportLedgers.ts';
import { liftOf, type BothWorlds, type Lift } from '../../../analytics/incrementality/lift.ts';
import type { Entering } from '../../../analytics/incrementality/realHoldout.ts';
import type { Report } from '../../../analytics/report.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import type { ShownRun } from '../shownRun.ts';
import { useLacking } from '../useLacking.ts';
import { keepWorlds, keptWorlds } from './keptWorlds.ts';
import { useWhatIfs, type Known, type WhatIfsAsked } from './useWhatIfs.ts';
import { bothWorldsOf, termsOf } from './withoutJourney.ts';

export interface BothWorldsAsked extends WhatIfsAsked {
  /** The last that are known. */
  readonly worlds: BothWorlds | undefined;
  /** What the journey causes among all contacts. */
  readonly lift: Lift | undefined;
  /** Of those who enter alone, and what reaches the goal of them. */
  readonly entering: EnteringWorlds | undefined;
  /** They are of the journey as it was before. */
  readonly isStale: boolean;
  /** The comparison is under way. */
  readonly isComing: boolean;
}

export interface EnteringWorlds {
  readonly worlds: BothWorlds;
  readonly parts: Entering;
}

/** The run beside the same contacts without the journey, simulated as soon as it is looked at, and once for all sections that tell of it. */
export function useBothWorlds(run: ShownRun): BothWorldsAsked {
  const { request, report, pending } = run;
  // Without its list nobody can be simulated.
  const isHere = useLacking(run)?.kind !== 'list';
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const kept = useMemo(() => keptWorlds(simulator, { request, report }), [simulator, request, report]);
  const requests = useMemo(
    () => (pending || kept || !isHere ? undefined : bothWorldsOf({ request, report })),
    [pending, kept, isHere, request, report],
  );
  const asked = useWhatIfs(requests, { atOnce: true });
  const { latest } = asked;
  useEffect(() => {
    if (latest && latest.requests === requests) keepWorlds(simulator, { request, report }, latest);
  }, [simulator, request, report, latest, requests]);
  const shown = kept ?? latest;
  const told = useMemo(() => shown && toldOf(shown), [shown]);
  return {
    ...asked,
    worlds: told?.worlds,
    lift: told?.lift,
    entering: told?.entering,
    isStale: shown !== undefined && shown !== kept && shown.requests !== requests,
    isComing: asked.answer?.kind === 'asking',
  };
}

function toldOf({ requests, reports }: Known) {
  const [[request], [base, none]] = [requests, reports];
  if (!request || !base || !none) return undefined;
  const terms = termsOf(request);
  const worlds = worldsOf(base, none, terms);
  const entering: EnteringWorlds = {
    worlds: worldsOf(base, none, { ...terms, measure: { kind: 'goal' } }),
    parts: { withIt: enteredPart(base), without: enteredPart(none) },
  };
  return { worlds, lift: liftOf(worlds), entering };
}

export function worldsOf(base: Report, none: Report, terms: Terms): BothWorlds {
  // What is paid whoever is messaged is not paid without a journey.
  return { withIt: ledgerOf(base, terms), without: { ...ledgerOf(none, terms), fixedCost: 0 } };
}

function enteredPart({ funnel }: Report): number {
  const people = (stage: string) => funnel.find((one) => one.stage === stage)?.people.value ?? 0;
  const contacts = people('contacts');
  return contacts === 0 ? 0 : people('entered') / contacts;
}
