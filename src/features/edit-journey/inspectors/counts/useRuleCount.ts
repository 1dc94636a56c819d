import { useEffect, useState } from 'react';
import type { Rule } from '../../../../journey/rules.ts';
import type { AudienceChoice, Simulator } from '../../../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../../../state/useWorkspace.ts';
import { Questions } from './questions.ts';

const questionsOf = new WeakMap<Simulator, Questions>();

function useQuestions(): Questions {
  const { simulator } = useWorkspaceStore().getState().ports;
  const known = questionsOf.get(simulator) ?? new Questions(simulator);
  questionsOf.set(simulator, known);
  return known;
}

interface Answer {
  readonly choice: AudienceChoice;
  readonly rule: Rule;
  readonly count: number | undefined;
}

export interface RuleCount {
  /** Contacts that match; undefined while nothing was ever known, or when it cannot be known. */
  readonly count: number | undefined;
  /** The number is that of the rule before the last change. */
  readonly isStale: boolean;
}

/**
 * How many contacts of the chosen audience match the rule. Follows it as it changes; the number before stays until the new one is there.
 * The rule is to be the same object while it is the same rule.
 */
export function useRuleCount(rule: Rule): RuleCount {
  const questions = useQuestions();
  const choice = useWorkspace(({ audience }) => audience);
  const [last, setLast] = useState<Answer>();
  const isCurrent = last?.choice === choice && last.rule === rule;
  const remembered = isCurrent ? last : questions.remembered(choice, rule);

  useEffect(() => {
    const known = questions.remembered(choice, rule);
    const answered = (count: number | undefined) => setLast({ choice, rule, count });
    if (!known) return questions.want(choice, rule, answered);
    answered(known.count);
    return undefined;
  }, [questions, choice, rule]);

  return remembered
    ? { count: remembered.count, isStale: false }
    : { count: last?.count, isStale: last !== undefined };
}
