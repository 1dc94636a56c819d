import '../i18n/formWords.ts';
import { formatNumber } from '../i18n/format.ts';
import { i18n, type Translate } from '../i18n/i18n.ts';
import type { StepId } from '../journey/ids.ts';
import {
  alwaysMatches,
  isGroup,
  neverMatches,
  type Comparison,
  type Group,
  type Rule,
  type RuleValue,
} from '../journey/rules.ts';

/** The name of a step of the journey, for “opened Welcome”; undefined when it is gone. */
export type StepNames = (step: StepId) => string | undefined;

/** A rule as a marketer says it: `country is “SE” and (orders is at least 3 or clicked a message)`. */
export function ruleInWords(rule: Rule, t: Translate, names: StepNames = () => undefined): string {
  if (isGroup(rule)) return groupInWords(rule, t, names);
  switch (rule.kind) {
    case 'column':
      return comparisonInWords(rule, t);
    case 'tag':
      return t('inspectors.rule.words.tag', { tag: quoted(rule.tag, t) });
    case 'score':
      return t('inspectors.rule.words.score', { points: rule.atLeast });
    case 'consent':
      return t('inspectors.rule.words.consent', { channel: t(`words.channel.${rule.channel}`) });
    case 'behaviour': {
      if (rule.step === undefined) return t(`inspectors.rule.words.${rule.did}`);
      const name = names(rule.step);
      const step = name === undefined ? t('inspectors.rule.goneStep') : quoted(name, t);
      return t(`inspectors.rule.words.${rule.did}Step`, { step });
    }
  }
}

function groupInWords(group: Group, t: Translate, names: StepNames): string {
  if (alwaysMatches(group)) return t('inspectors.rule.everyone');
  if (neverMatches(group)) return t('inspectors.rule.nobody');
  const parts = saying(group).map((part) => partInWords(part, t, names));
  if (group.kind === 'none')
    return t('inspectors.rule.none', { parts: parts.join(t('inspectors.rule.separator')) });
  return parts.join(t(group.kind === 'all' ? 'inspectors.rule.and' : 'inspectors.rule.or'));
}

/**
 * The parts that change whom the group matches. A part like an empty group does not: “or nobody” adds no one, “and everyone” asks
 * nothing.
 */
function saying({ kind, rules }: Group): readonly Rule[] {
  return rules.filter((part) => !(kind === 'all' ? alwaysMatches(part) : neverMatches(part)));
}

/** Groups inside a group stand in brackets, so that "a and b or c" can be read one way only. */
function partInWords(part: Rule, t: Translate, names: StepNames): string {
  const words = ruleInWords(part, t, names);
  return isGroup(part) && saying(part).length > 1 ? t('inspectors.rule.nested', { part: words }) : words;
}

function comparisonInWords({ column, operator, value }: Comparison, t: Translate): string {
  return t(`inspectors.rule.words.${operator}`, {
    column,
    value: value === undefined ? '' : valueInWords(value, t),
  });
}

function valueInWords(value: RuleValue, t: Translate): string {
  if (typeof value === 'boolean') return t(value ? 'inspectors.rule.yes' : 'inspectors.rule.no');
  if (typeof value === 'number') return formatNumber(i18n.language, value, 6);
  return value === '' ? t('inspectors.rule.empty') : quoted(value, t);
}

function quoted(text: string, t: Translate): string {
  return t('inspectors.rule.quoted', { text });
}
