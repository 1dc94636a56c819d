import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { Rule } from '../../journey/rules.ts';
import type { RuleSayer, Saying } from './dialect.ts';

/** `2 days`, `90 minutes`: in the largest unit that is whole. */
export function duration(minutes: number): string {
  if (minutes % MINUTES_PER_DAY === 0 && minutes > 0) return counted(minutes / MINUTES_PER_DAY, 'day');
  if (minutes % MINUTES_PER_HOUR === 0 && minutes > 0) return counted(minutes / MINUTES_PER_HOUR, 'hour');
  return counted(minutes, 'minute');
}

/** `1 day`, `2 days`. */
export function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How long a hand-off may take: platforms want an end, also where the journey has none. */
export function slaWords(minutes: number | undefined): string {
  return minutes === undefined
    ? '30 days, or as long as you like (the journey has no limit)'
    : duration(minutes);
}

/** A name or text of the journey as it stands in a sentence. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A rule tree as one line; groups in brackets. Nobody and everybody are said as such. */
export function ruleText(rule: Rule, say: RuleSayer, saying: Pick<Saying, 'nameOf'>): string {
  switch (rule.kind) {
    case 'all':
      return rule.rules.length === 0 ? 'everybody' : joined(rule.rules, 'AND', say, saying);
    case 'any':
      return rule.rules.length === 0 ? 'nobody' : joined(rule.rules, 'OR', say, saying);
    case 'none':
      return rule.rules.length === 0 ? 'everybody' : `NOT (${joined(rule.rules, 'OR', say, saying)})`;
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return say(rule, saying);
  }
}

function joined(
  rules: readonly Rule[],
  word: string,
  say: RuleSayer,
  saying: Pick<Saying, 'nameOf'>,
): string {
  const parts = rules.map((inner) => {
    const text = ruleText(inner, say, saying);
    const isGroup = inner.kind === 'all' || inner.kind === 'any';
    return isGroup && inner.rules.length > 1 && rules.length > 1 ? `(${text})` : text;
  });
  return parts.join(` ${word} `);
}

/** Weights in per cent as they are. */
export function percent(weight: number): string {
  return `${weight} %`;
}
