import type { Rule } from '../../../journey/rules.ts';
import { type Conjunction, conjunctionsOf, type Leaf } from '../conjunctions.ts';
import { filtersOf, flagKey, keptByOthers, NOBODY } from '../filters.ts';
import { type PropertyFilter, SCORE_KEY } from '../format.ts';
import { NotWritten, type Writing } from './writing.ts';

/** The conditions one of which a contact must meet, each a list of properties that must all fit. At least one condition. */
export function conditionsFor(
  writing: Writing,
  rule: Rule,
  where: string,
): readonly (readonly PropertyFilter[])[] {
  const conjunctions = conjunctionsOf(rule);
  if (!conjunctions)
    throw new NotWritten(
      'rule-too-branched',
      `${where} asks for more than 100 combinations of conditions, and PostHog has only lists of conditions. Part it into several splits.`,
      writing.step,
    );
  sayRule(writing, rule);
  const moved = conjunctions.map((conjunction) => filtersOf(withActions(conjunction, writing)));
  return moved.length > 0 ? moved : [NOBODY];
}

/** Messages are known by their actions there. */
function withActions(conjunction: Conjunction, writing: Writing): Conjunction {
  return conjunction.map(({ leaf, not }) => ({ leaf: atAction(leaf, writing), not }));
}

function atAction(leaf: Leaf, { actionOf }: Writing): Leaf {
  if (leaf.kind !== 'behaviour' || leaf.step === undefined) return leaf;
  // The key of a property is a text; that it is an id of ours does not matter there.
  return { ...leaf, step: actionOf(leaf.step) as typeof leaf.step };
}

function sayRule(writing: Writing, rule: Rule): void {
  const leaves = keptByOthers(rule);
  const keys = (kinds: readonly Leaf['kind'][]) => [
    ...new Set(leaves.filter(({ kind }) => kinds.includes(kind)).map(keyOf)),
  ];
  const own = keys(['tag', 'score']);
  if (own.length > 0)
    writing.say('emulated', {
      code: 'tags-as-properties',
      words: `Asks the person properties ${quoted(own)}, which updates of this workflow set. Whoever has the tag or the score from elsewhere needs them too.`,
      returns: true,
    });
  const others = keys(['consent', 'behaviour']);
  if (others.length > 0)
    writing.say('emulated', {
      code: 'rule-on-properties',
      words: `What a branch cannot look up itself is asked of properties of the person, which must be kept up to date: ${quoted(others)}. Until something of yours sets them, nobody has them.`,
      returns: true,
    });
}

function keyOf(leaf: Leaf): string {
  if (leaf.kind === 'column') return leaf.column;
  return leaf.kind === 'score' ? SCORE_KEY : flagKey(leaf);
}

function quoted(keys: readonly string[]): string {
  return keys
    .slice(0, 5)
    .map((key) => `“${key}”`)
    .join(', ');
}
