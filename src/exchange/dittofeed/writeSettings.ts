import { finishOrder, successorsOf, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { ExitRule, Journey } from '../../journey/journey.ts';
import { describePolicies, durationWords, type Policies } from '../../journey/policies.ts';
import { nominalMinutes } from '../../journey/times.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { converted, ruleContext, unsubscribedAskings } from './askings.ts';
import type { Mark } from './marks.ts';
import type { SegmentNode } from './types.ts';
import { acts, type Writing } from './writing.ts';
import { RuleWriter } from './writeRule.ts';

/** What becomes of what holds for the journey as a whole. */
export function tellOfSettings(out: Writing, original: Journey, policies: Policies | undefined): void {
  const { reEntry, entryCap, transactional, currency } = original.settings;
  const lost = (code: string, words: string) => out.say('missing', undefined, { code, words });
  if (reEntry.mode === 'cooldown')
    lost(
      'reentry-cooldown',
      `Dittofeed has no pause of ${durationWords(reEntry.minutes)} between two entries: contacts can come in again as soon as they have left.`,
    );
  if (reEntry.mode === 'never' && out.byEvent)
    out.say('missing', undefined, {
      code: 'reentry-by-event',
      words: 'On Dittofeed every event begins the journey anew, even for contacts who are in it.',
      returns: true,
    });
  if (entryCap !== undefined)
    lost('entry-cap', `Dittofeed does not count entries: more than ${entryCap} contacts can come in.`);
  if (transactional)
    out.say('emulated', undefined, {
      code: 'transactional-each',
      words: 'No message has a subscription group, as all are transactional.',
      returns: false,
    });
  if (Object.keys(original.notes ?? {}).length + Object.keys(original.groups ?? {}).length > 0)
    lost('notes-dropped', 'Notes and groups of the canvas do not go along.');
  if (policies)
    for (const sentence of describePolicies(policies, currency))
      lost('policy-dropped', `${sentence} Dittofeed’s journeys have no such rule.`);
  out.say('emulated', undefined, {
    code: 'names-unkept',
    words:
      'Dittofeed has no place for the names of waits, checks and experiments, the ids of arms, and the ends of ways. Importing the file over this journey keeps those of this journey.',
    returns: true,
  });
}

/** The segment of those whom an exit rule takes out: asked before each thing that is sent, as no rule acts by itself. */
export function writeExitRules(out: Writing): string | undefined {
  const { exitRules } = out.journey.settings;
  const steps = Object.values(out.journey.steps);
  if (exitRules.length === 0) return undefined;
  if (!steps.some(acts)) {
    out.say('missing', undefined, {
      code: 'exit-rules-unasked',
      words: 'Nothing is sent, so no exit rule is asked.',
    });
    return undefined;
  }
  const within = longestWay(out.journey) * 60;
  const writer = new RuleWriter(ruleContext(out, undefined));
  const parts = exitRules.map((rule) => (at: string) => leaveNode(out, writer, rule, at, within));
  const segment = out.segment(['leave'], ['Left the journey'], {
    entryNode: writer.joined('Or', parts, '1'),
    nodes: writer.nodes,
  });
  out.say('emulated', undefined, {
    code: 'exit-rules-asked',
    words: `Dittofeed has no exit rules: before each message a question lets out whom a rule would have taken out. Until then they stay in. An order counts for ${durationWords(within / 60)}, the longest that the journey lasts.`,
    returns: true,
  });
  return segment;
}

function leaveNode(
  out: Writing,
  writer: RuleWriter,
  { id, mode, when }: ExitRule,
  at: string,
  within: number,
): SegmentNode {
  const mark = (what: Extract<Mark, { kind: 'leave' }>['when']): Mark => ({
    kind: 'leave',
    id,
    mode,
    when: what,
  });
  switch (when.kind) {
    case 'converted':
      return writer.oneOf([converted(out, within)], at, mark('converted'));
    case 'unsubscribed': {
      const askings = unsubscribedAskings(out, when.channel);
      return writer.oneOf(askings, at, mark({ unsubscribed: when.channel }));
    }
    case 'rule':
      return writer.joined('And', [(inner) => writer.part(when.rule, inner, false)], at, mark('rule'));
  }
}

/** The longest that the journey takes anybody, as far as its waits say: at least a day. */
function longestWay(journey: Journey): number {
  const successors = successorsOf(journey);
  const longest = new Map<StepId, number>();
  // Without loops each step is left for good behind all that it leads to.
  for (const id of finishOrder(successors)) {
    const onward = (successors.get(id) ?? []).map((next) => longest.get(next) ?? 0);
    const step = stepOf(journey, id);
    longest.set(id, (step ? nominalMinutes(step) : 0) + Math.max(0, ...onward));
  }
  return Math.max(MINUTES_PER_DAY, ...longest.values());
}
