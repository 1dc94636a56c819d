import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i18n } from '../../src/i18n/i18n.ts';
import { ruleInWords } from '../../src/legend/ruleInWords.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Rule } from '../../src/journey/rules.ts';
import { randomRule } from '../support/randomRule.ts';

const words = (rule: Rule) => ruleInWords(rule, i18n.t, (id) => (id === 'welcome' ? 'Welcome' : undefined));
const vip = { kind: 'tag', tag: 'vip' } as const;
const scored = { kind: 'score', atLeast: 10 } as const;

describe('ruleInWords', () => {
  it.each<[Rule, string]>([
    [{ kind: 'all', rules: [] }, 'everyone'],
    [{ kind: 'any', rules: [] }, 'nobody'],
    [{ kind: 'none', rules: [] }, 'everyone'],
    [{ kind: 'column', column: 'country', operator: 'is', value: 'SE' }, 'country is “SE”'],
    [{ kind: 'column', column: 'orders', operator: 'atLeast', value: 3 }, 'orders is at least 3'],
    [{ kind: 'column', column: 'member', operator: 'is', value: true }, 'member is yes'],
    [{ kind: 'column', column: 'email', operator: 'isUnknown' }, 'email is not known'],
    [{ kind: 'behaviour', did: 'opened' }, 'opened a message'],
    [{ kind: 'behaviour', did: 'clicked', step: stepId('welcome') }, 'clicked “Welcome”'],
    [{ kind: 'behaviour', did: 'clicked', step: stepId('gone') }, 'clicked a step that is gone'],
    [{ kind: 'consent', channel: 'sms' }, 'accepts SMS'],
    [{ kind: 'any', rules: [vip, scored] }, 'has the tag “vip” or score is at least 10'],
    [{ kind: 'none', rules: [vip, scored] }, 'none of: has the tag “vip”; score is at least 10'],
    [
      { kind: 'all', rules: [scored, { kind: 'any', rules: [vip, scored] }] },
      'score is at least 10 and (has the tag “vip” or score is at least 10)',
    ],
    [{ kind: 'any', rules: [vip, { kind: 'any', rules: [] }] }, 'has the tag “vip”'],
    [{ kind: 'any', rules: [vip, { kind: 'all', rules: [] }] }, 'everyone'],
    [{ kind: 'all', rules: [vip, { kind: 'all', rules: [] }] }, 'has the tag “vip”'],
    [{ kind: 'all', rules: [vip, { kind: 'any', rules: [] }] }, 'nobody'],
    [{ kind: 'none', rules: [vip, { kind: 'any', rules: [] }] }, 'none of: has the tag “vip”'],
    [
      { kind: 'all', rules: [scored, { kind: 'any', rules: [vip, { kind: 'any', rules: [] }] }] },
      'score is at least 10 and has the tag “vip”',
    ],
  ])('prints %j', (rule, text) => {
    expect(words(rule)).toBe(text);
  });

  it('has words for every rule, and no key of the catalogue among them', () => {
    fc.assert(
      fc.property(randomRule, (rule) => {
        expect(words(rule)).not.toMatch(/^$|inspectors\.|words\.|\{\{|undefined/);
      }),
      { seed: 3 },
    );
  });
});
