import type { FactsSchema } from '../../journey/facts.ts';
import type { Rule } from '../../journey/rules.ts';
import { tagOf } from '../tagOf.ts';

const INTENT: ReadonlyMap<string, string> = new Map([
  ['high', 'high'],
  ['hot', 'high'],
  ['medium', 'medium'],
  ['mid', 'medium'],
  ['warm', 'medium'],
  ['low', 'low'],
  ['cold', 'low'],
]);

/**
 * A rule for a branch that is known by its name only: a category of the audience that has such a value, else the `intent`
 * column for high, medium and low, else a tag of that name, which nobody has until it is given.
 */
export function branchRule(label: string, schema: FactsSchema | undefined): Rule {
  const words = label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return valueOfAudience(label, words, schema) ?? intent(words, schema) ?? { kind: 'tag', tag: tagOf(label) };
}

function valueOfAudience(
  label: string,
  words: readonly string[],
  schema: FactsSchema | undefined,
): Rule | undefined {
  for (const { name, type, values = [] } of schema?.columns ?? []) {
    if (type !== 'category') continue;
    const value =
      values.find((known) => known.toLowerCase() === label.toLowerCase()) ??
      values.find((known) => words.includes(known.toLowerCase()));
    if (value !== undefined) return { kind: 'column', column: name, operator: 'is', value };
  }
  return undefined;
}

function intent(words: readonly string[], schema: FactsSchema | undefined): Rule | undefined {
  const level = words.flatMap((word) => INTENT.get(word) ?? [])[0];
  const known = !schema || schema.columns.some(({ name }) => name === 'intent');
  return level !== undefined && known
    ? { kind: 'column', column: 'intent', operator: 'is', value: level }
    : undefined;
}
