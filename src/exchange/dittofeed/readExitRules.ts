import type { ExitRule } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { helperOf } from './ids.ts';
import { textAt } from './keptDocument.ts';
import { markOf } from './marks.ts';
import type { Reading } from './reading.ts';
import type { ReadSegment } from './readRule.ts';
import { EXIT } from './types.ts';

/**
 * Questions before what is sent, by which exit rules were written: they are read as the rules again if they stand before
 * everything that is sent and are about the same ones. Otherwise they stay questions.
 */
export function readExitRules(reading: Reading): readonly ExitRule[] {
  const guards = [...reading.nodes.values()].flatMap(({ node }) => {
    const helper = helperOf(node.id);
    if (node.type !== 'SegmentSplitNode' || helper?.part !== 'guard') return [];
    const guarded = helper.main;
    const { variant } = node;
    if (variant.trueChild !== EXIT || variant.falseChild !== guarded || !reading.nodes.has(guarded))
      return [];
    const segment = reading.segment(variant.segment);
    const rules = segment && rulesOf(reading, segment);
    return rules ? [{ id: node.id, guarded, rules }] : [];
  });
  const [first] = guards;
  const sends = [...reading.nodes.values()].filter(({ node }) => node.type === 'MessageNode');
  if (!first || guards.length !== sends.length || !guards.every(({ rules }) => sameJson(rules, first.rules)))
    return [];
  for (const { id, guarded } of guards) {
    reading.done.add(id);
    reading.aliases.set(id, guarded);
  }
  return first.rules;
}

function rulesOf(reading: Reading, segment: ReadSegment): readonly ExitRule[] | undefined {
  const children = segment.childrenOf(segment.root);
  const rules = children.flatMap((child): readonly ExitRule[] => {
    const mark = markOf(textAt(child, 'id') ?? '');
    if (mark?.kind !== 'leave') return [];
    const { id, mode, when } = mark;
    if (when === 'converted') return [{ id, mode, when: { kind: 'converted' } }];
    if (when !== 'rule') return [{ id, mode, when: { kind: 'unsubscribed', channel: when.unsubscribed } }];
    const [inner] = segment.childrenOf(child);
    const by = {
      messageWith: (template: string) => reading.messageWith(template),
      stepAt: (id: string) => reading.stepAt(id),
      unasked: () => undefined,
    };
    return inner ? [{ id, mode, when: { kind: 'rule', rule: segment.ruleOf(inner, by) } }] : [];
  });
  return rules.length > 0 && rules.length === children.length ? rules : undefined;
}
