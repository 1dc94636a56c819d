import type { Operator, Rule, RuleValue } from '../../journey/rules.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { Doubt } from '../doubt.ts';
import { tagOf } from '../tagOf.ts';
import { idOf, type Plain } from './plain.ts';
import { conditionText } from './readStep.ts';

const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': 'is',
  '==': 'is',
  '===': 'is',
  '!=': 'isNot',
  '!==': 'isNot',
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'moreThan',
  '<': 'lessThan',
};
const COMPARISON =
  /^([A-Za-z_][\w.]{0,200})\s*(===?|!==?|>=|<=|=|>|<)\s*(?:"([^"]*)"|'([^']*)'|(-?\d{1,15}(?:\.\d{1,15})?)|(true|false))$/;

/** What stands in a condition between the signs of JavaScript engines, of JUEL and of FEEL. */
function bareCondition(text: string): string {
  const [, inCall] = /^next\(null,\s*(.*)\);?$/s.exec(text) ?? [];
  const [, inBraces] = /^[$#]\{(.*)\}$/s.exec(text) ?? [];
  return (inCall ?? inBraces ?? text.replace(/^=(?!=)/, '')).trim();
}

/** One comparison of a variable with a value, as a rule about the column of that name; undefined: it asks for something else. */
function comparisonIn(text: string): Rule | undefined {
  const [, path, sign = '', double, single, number, truth] = COMPARISON.exec(bareCondition(text)) ?? [];
  const operator = OPERATORS[sign];
  const column = path?.split('.').at(-1);
  if (column === undefined || column === '' || !operator) return undefined;
  const value: RuleValue = number !== undefined ? Number(number) : (double ?? single ?? truth === 'true');
  return { kind: 'column', column, operator, value };
}

/** The rule of an arrow: its comparison, else whether the contact has a tag of its words, which somebody has to give. */
export function ruleOfFlow(
  flow: Plain,
  name: string,
): { readonly rule: Rule; readonly doubts: readonly Doubt[] } {
  const text = conditionText(flow);
  const comparison = text === undefined ? undefined : comparisonIn(text);
  if (comparison) return { rule: comparison, doubts: [] };
  const tag = tagOf(name === '' ? (text ?? idOf(flow)) : name);
  const why =
    text === undefined ? 'The file does not say' : `“${clip(text)}” cannot be read here, so nothing says`;
  return {
    rule: { kind: 'tag', tag },
    doubts: [
      {
        code: 'condition-unread',
        words: `${why} who takes the arrow “${clip(name === '' ? idOf(flow) : name)}”. The tag “${tag}” is asked for instead, which nobody has yet.`,
        values: { tag },
        path: `${idOf(flow)}.conditionExpression`,
      },
    ],
  };
}
