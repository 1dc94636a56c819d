import type { Rule } from '../../../../journey/rules.ts';
import { comparisonWith, type SchemaColumn } from '../ruleShapes.ts';

export type ConditionKind = 'column' | 'tag' | 'score' | 'behaviour' | 'consent';

export const todayAsDay = (): string => new Date().toISOString().slice(0, 10);

/** A first condition of each kind, that about a column with this one; undefined where the audience has nothing to ask. */
export function newConditions(
  column: SchemaColumn | undefined,
): readonly { readonly kind: ConditionKind; readonly rule: Rule | undefined }[] {
  return [
    { kind: 'column', rule: column && comparisonWith(column, todayAsDay()) },
    { kind: 'behaviour', rule: { kind: 'behaviour', did: 'clicked' } },
    { kind: 'tag', rule: { kind: 'tag', tag: 'vip' } },
    { kind: 'score', rule: { kind: 'score', atLeast: 10 } },
    { kind: 'consent', rule: { kind: 'consent', channel: 'sms' } },
  ];
}
