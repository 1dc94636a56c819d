import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/journey/rules.ts';
import { STEP_DEFINITIONS } from '../../src/journey/steps/index.ts';
import type { UpdateStep } from '../../src/journey/steps/update.ts';
import { movingOf, whenKnown, type Known } from '../../src/journey/whenKnown.ts';

const update: UpdateStep = {
  kind: 'update',
  name: 'Update',
  changes: [
    { type: 'set', column: 'plan', value: 'gold' },
    { type: 'addTag', tag: 'called' },
    { type: 'removeTag', tag: 'lapsed' },
    { type: 'addScore', points: 5 },
  ],
};
const column = (name: string): Rule => ({ kind: 'column', column: name, operator: 'isKnown' });
const tag = (name: string): Rule => ({ kind: 'tag', tag: name });
const sms: Rule = { kind: 'consent', channel: 'sms' };
const score: Rule = { kind: 'score', atLeast: 1 };

describe('who matches a rule', () => {
  it.each<[Known, Rule]>([
    ['always', column('country')],
    ['start', column('plan')],
    ['always', tag('vip')],
    ['start', tag('called')],
    ['start', tag('lapsed')],
    ['start', sms],
    ['running', score],
    ['running', { kind: 'behaviour', did: 'opened' }],
    ['always', { kind: 'all', rules: [] }],
    ['start', { kind: 'none', rules: [column('country'), sms] }],
    ['running', { kind: 'any', rules: [sms, { kind: 'all', rules: [score] }] }],
  ])('is known: %s', (known, rule) => {
    expect(whenKnown(rule, movingOf([STEP_DEFINITIONS.message.defaults(), update]))).toBe(known);
  });

  it('is not changed by an update that is switched off', () => {
    expect(whenKnown(column('plan'), movingOf([{ ...update, disabled: true }]))).toBe('always');
  });
});
