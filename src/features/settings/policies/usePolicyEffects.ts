import { useEffect, useState } from 'react';
import type { SimulationOutcome, SimulationRequest } from '../../../state/ports.ts';
import { useForecastRequest } from '../../../state/useForecastRequest.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { effectOf, type PolicyEffect } from '../../../analytics/effectOf.ts';
import { partsOf } from '../../../journey/policyParts.ts';

/** Longer than between two keys of a number. */
const SETTLED_MILLISECONDS = 350;

export interface PolicyEffects {
  /** By the keys of policyParts.ts; of the policies as they were when the last answer came. */
  readonly of: ReadonlyMap<string, PolicyEffect>;
  /** Other policies, or another journey, are being simulated: what is shown is older. */
  readonly pending: boolean;
  /** Why there is no answer. */
  readonly trouble?: { readonly kind: 'journey' } | { readonly kind: 'simulator'; readonly words: string };
}

interface Answer extends Omit<PolicyEffects, 'pending'> {
  /** What was asked. */
  readonly about: SimulationRequest | undefined;
}

const NO_ANSWER: Answer = { of: new Map(), about: undefined };

/**
 * What each policy does to the open journey: its forecast beside that of the same contacts without this one policy. Asked once changes have
 * stood still; what is overtaken is cancelled.
 */
export function usePolicyEffects(): PolicyEffects {
  const request = useForecastRequest();
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [{ about, ...answer }, setAnswer] = useState<Answer>(NO_ANSWER);
  useEffect(() => {
    const parts = request ? partsOf(request.policies) : [];
    if (!request || parts.length === 0) return undefined;
    let isOver = false;
    let cancel = () => undefined as unknown;
    const timer = setTimeout(() => {
      const comparison = simulator.compare([
        request,
        ...parts.map(({ without }) => ({ ...request, policies: without })),
      ]);
      cancel = () => comparison.cancel();
      comparison.done.then(
        (outcomes) => isOver || setAnswer({ about: request, ...readOutcomes(outcomes, parts) }),
        (error: unknown) => isOver || setAnswer({ about: request, of: new Map(), trouble: troubleOf(error) }),
      );
    }, SETTLED_MILLISECONDS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      cancel();
    };
  }, [request, simulator]);
  return { ...answer, pending: about !== request };
}

function readOutcomes(
  [withAll, ...others]: readonly SimulationOutcome[],
  parts: readonly { readonly key: string }[],
): Omit<Answer, 'about'> {
  if (!withAll?.ok) return { of: new Map(), trouble: { kind: 'journey' } };
  const of = new Map<string, PolicyEffect>();
  for (const [at, outcome] of others.entries()) {
    const key = parts[at]?.key;
    const effect = outcome.ok ? effectOf(outcome.report, withAll.report) : undefined;
    if (key !== undefined && effect) of.set(key, effect);
  }
  return { of };
}

function troubleOf(error: unknown): PolicyEffects['trouble'] & object {
  return { kind: 'simulator', words: wordsOf(error) };
}
