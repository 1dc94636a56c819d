import { useEffect, useMemo, useState } from 'react';
import { ruleCost, type RuleCost } from '../../../analytics/dashboard/ruleCost.ts';
import { relaxationsOf, type Relaxation } from '../../../journey/relaxations.ts';
import type { SimulationOutcome } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';

/** What one rule costs; without a cost the journey cannot run without the rule. */
export interface CostedRule extends Relaxation {
  readonly cost: RuleCost | undefined;
  readonly problem: string | undefined;
}

export type RuleCosts =
  | { readonly kind: 'none' }
  | { readonly kind: 'waits' }
  | { readonly kind: 'working'; readonly done: number; readonly all: number }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'known'; readonly rules: readonly CostedRule[]; readonly contacts: number };

interface Answer {
  readonly of: readonly Relaxation[];
  readonly costs: RuleCosts;
}

/** The same contacts with the same luck, once as they are and once without each rule; cancelled when nobody looks any more. */
export function useRuleCosts(run: ShownRun): RuleCosts {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const { request, report, pending } = run;
  const relaxations = useMemo(() => relaxationsOf(request.journey, request.policies), [request]);
  const requests = useMemo(() => {
    const base = whatIf({ request, report });
    return [base, ...relaxations.map(({ change }) => ({ ...base, ...change }))];
  }, [request, report, relaxations]);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    if (relaxations.length === 0 || pending) return undefined;
    let isOver = false;
    const tell = (costs: RuleCosts) => isOver || setAnswer({ of: relaxations, costs });
    const comparison = simulator.compare(requests, ({ share }) =>
      tell({ kind: 'working', done: Math.round(share * requests.length), all: requests.length }),
    );
    comparison.done.then(
      (outcomes) => tell(costsOf(relaxations, outcomes)),
      (error: unknown) => tell({ kind: 'failed', words: wordsOf(error) }),
    );
    return () => {
      isOver = true;
      comparison.cancel();
    };
  }, [simulator, relaxations, requests, pending]);
  if (relaxations.length === 0) return { kind: 'none' };
  if (answer?.of === relaxations) return answer.costs;
  return pending ? { kind: 'waits' } : { kind: 'working', done: 0, all: requests.length };
}

function costsOf(
  relaxations: readonly Relaxation[],
  [base, ...others]: readonly SimulationOutcome[],
): RuleCosts {
  if (!base?.ok) return { kind: 'failed', words: base?.problems[0]?.words ?? '' };
  const rules = relaxations.map((relaxation, at): CostedRule => {
    const outcome = others[at];
    return {
      ...relaxation,
      cost: outcome?.ok ? ruleCost(base.report, outcome.report) : undefined,
      problem: outcome && !outcome.ok ? outcome.problems[0]?.words : undefined,
    };
  });
  return { kind: 'known', rules, contacts: base.report.contacts };
}
