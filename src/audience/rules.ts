import type { Rule } from '../journey/rules.ts';
import { MISSING_CODE, type Audience } from './audience.ts';
import { columnWithRole } from './columnWithRole.ts';
import { compareColumn, fold } from './compare.ts';
import { consentOf } from './reach.ts';

/**
 * Evaluates a rule that reads audience columns, tags and consent as they are before the run: 0 or 1 per entry of `rows`
 * (row numbers of the audience, in any order, repeats allowed). The result is the caller's. A column that the audience
 * does not have counts as missing everywhere. Throws on behaviour and score: they only exist while a run goes on, and
 * `compile` keeps them out of here.
 */
export function evaluateRule(rule: Rule, audience: Audience, rows: Uint32Array): Uint8Array {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return joinAnswers(rule.kind, rows.length, (index) => {
        const part = rule.rules[index];
        return part && evaluateRule(part, audience, rows);
      });
    case 'column': {
      const column = audience.columns.find(({ name }) => name === rule.column);
      if (column !== undefined) return compareColumn(column.data, rule, rows);
      const missing = rule.operator === 'isUnknown' || rule.operator === 'isNot' ? 1 : 0;
      return new Uint8Array(rows.length).fill(missing);
    }
    case 'tag':
      return hasTag(rule.tag, audience, rows);
    case 'consent':
      return consentOf(audience, rule.channel, rows);
    case 'score':
    case 'behaviour':
      throw new Error(`a rule on ${rule.kind} cannot be evaluated before the run`);
  }
}

/** What a group answers for `count` contacts, given what its parts answer; an empty group answers for everyone alike. */
export function joinAnswers(
  kind: 'all' | 'any' | 'none',
  count: number,
  part: (index: number) => Uint8Array | undefined,
): Uint8Array {
  const out = new Uint8Array(count).fill(kind === 'any' ? 0 : 1);
  for (let index = 0, next = part(0); next !== undefined; next = part(++index)) {
    if (kind === 'all') for (let i = 0; i < count; i++) out[i]! &= next[i]!;
    else if (kind === 'any') for (let i = 0; i < count; i++) out[i]! |= next[i]!;
    else for (let i = 0; i < count; i++) out[i]! &= 1 - next[i]!;
  }
  return out;
}

/** Tags are words between `;`, `,` and `|`, compared without case. */
export function splitTags(text: string): string[] {
  return text
    .split(/[;,|]/)
    .map(fold)
    .filter((tag) => tag !== '');
}

function hasTag(tag: string, audience: Audience, rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(rows.length);
  const data = columnWithRole(audience, 'tags')?.data;
  if (data?.type !== 'category') return out;
  const wanted = fold(tag);
  const truth = Uint8Array.from(data.dictionary, (text) => Number(splitTags(text).includes(wanted)));
  for (let i = 0; i < rows.length; i++) {
    const code = data.codes[rows[i]!]!;
    out[i] = code === MISSING_CODE ? 0 : truth[code]!;
  }
  return out;
}
