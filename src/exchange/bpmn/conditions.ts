import type { Rule } from '../../journey/rules.ts';
import type { Plain } from './plain.ts';
import { jsonText } from './xmlText.ts';

/** A question to the engine's environment, in JavaScript: `environment.services.tag("vip")`. */
export function question(service: string, ...values: readonly unknown[]): string {
  return `environment.services.${service}(${values.map(jsonText).join(', ')})`;
}

/** Whether a contact matches, in JavaScript. */
export function ruleQuestion(rule: Rule): string {
  switch (rule.kind) {
    case 'all':
      return joined(rule.rules, ' && ', 'true');
    case 'any':
      return joined(rule.rules, ' || ', 'false');
    case 'none':
      return `!${joined(rule.rules, ' || ', 'false')}`;
    case 'column':
      return question(
        'column',
        rule.column,
        rule.operator,
        ...(rule.value === undefined ? [] : [rule.value]),
      );
    case 'tag':
      return question('tag', rule.tag);
    case 'score':
      return question('score', rule.atLeast);
    case 'behaviour':
      return question('did', rule.did, ...(rule.step === undefined ? [] : [rule.step]));
    case 'consent':
      return question('consent', rule.channel);
  }
}

function joined(rules: readonly Rule[], operator: string, empty: string): string {
  return rules.length === 0 ? empty : `(${rules.map(ruleQuestion).join(operator)})`;
}

/** A condition as engines that run JavaScript take it: they hand over `next`. */
export function condition(expression: string): Plain {
  return { $type: 'bpmn:FormalExpression', language: 'javascript', body: `next(null, ${expression})` };
}
