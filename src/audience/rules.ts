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
      return joinGroup(rule.rules, { audience, rows, start: 1 }, (so, next) => so & next);
    case 'any':
      return joinGroup(rule.rules, { audience, rows, start: 0 }, (so, next) => so | next);
    case 'none':
      return joinGroup(rule.rules, { audience, rows, start: 1 }, (so, next) => so & (1 - next));
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

interface Over {
  readonly audience: Audience;
  readonly rows: Uint32Array;
  /** What an empty group answers. */
  readonly start: 0 | 1;
}

function joinGroup(
  rules: readonly Rule[],
  { audience, rows, start }: Over,
  join: (so: number, next: number) => number,
): Uint8Array {
  const out = new Uint8Array(rows.length).fill(start);
  for (const rule of rules) {
    const answers = evaluateRule(rule, audience, rows);
    for (let i = 0; i < out.length; i++) out[i] = join(out[i]!, answers[i]!);
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
