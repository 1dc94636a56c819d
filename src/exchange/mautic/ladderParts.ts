import { ADDRESSED_CHANNELS, type Channel } from '../../journey/channels.ts';
import { EXHAUSTED, type EscalateStep, SENT } from '../../journey/steps/escalate.ts';
import { tagOf } from '../tagOf.ts';
import { dncChannel, type Question, segmentQuestion } from './conditions.ts';
import { sendPart, tellOptions } from './messageParts.ts';
import { DO_NOTHING } from './doNothing.ts';
import { action, type Out, type Part, type StepParts, type Surroundings } from './parts.ts';

/**
 * One visit of a ladder: who may not be contacted on the channel of a rung is asked for the next. Where contacts may come again, a tag says
 * which rungs they were sent already.
 */
export function ladderParts(step: EscalateStep, around: Surroundings): StepParts {
  tellOptions(step, around);
  around.say('emulated', {
    code: 'ladder-expanded',
    words: `A question for “do not contact” and a message for each channel, one after the other. A channel that a frequency rule stops is not followed by the next one.${around.onLoop ? ' Tags remember which were sent, also for contacts who come in again.' : ''}`,
    returns: true,
  });
  const parts: Part[] = [];
  for (const index of step.rungs.keys()) {
    const own = rungParts(step, index, parts.length, around);
    // Everybody can be sent what needs no address: no rung comes after it, but in another round.
    const isLast = index + 1 === step.rungs.length || own.every(({ out }) => !isOnward(out));
    const next: Out = isLast ? { exit: EXHAUSTED } : { part: parts.length + own.length };
    parts.push(...own.map((part) => ({ ...part, out: resolved(part.out, next) })));
    if (isLast) break;
  }
  const [first, ...rest] = parts;
  return {
    parts: first ? [first, ...rest] : [action(DO_NOTHING.type, DO_NOTHING.properties, { exit: EXHAUSTED })],
  };
}

/** Stands for the rung that comes next. */
const ONWARD: Out = { exit: '' };

function isOnward(out: Part['out']): boolean {
  return Object.values(out).some((to) => to === ONWARD);
}

function resolved(out: Part['out'], next: Out): Part['out'] {
  return Object.fromEntries(Object.entries(out).map(([anchor, to]) => [anchor, to === ONWARD ? next : to]));
}

/** The events of one rung, the first of which has this number. */
function rungParts(step: EscalateStep, index: number, from: number, around: Surroundings): readonly Part[] {
  const rung = step.rungs[index];
  if (!rung) return [];
  const tag = `${tagOf(around.id)}-rung-${index + 1}`;
  const asked = [
    ...(around.onLoop ? [{ type: 'lead.tags', properties: { tags: [tag] }, flipped: true }] : []),
    ...reachable(rung.channel, around),
  ];
  const questions = asked.map(({ type, properties, flipped }, at): Part => {
    const pass: Out = { part: from + at + 1 };
    const [yes, no] = flipped === true ? [ONWARD, pass] : [pass, ONWARD];
    return { type, properties, eventType: 'condition', out: { yes, no } };
  });
  const noted = around.onLoop
    ? [action('lead.changetags', { add_tags: [tag], remove_tags: [] }, { part: from + questions.length + 1 })]
    : [];
  const what = { id: `${around.id}-${index + 1}`, name: `${step.name}: ${rung.channel}` };
  return [...questions, ...noted, sendPart({ ...rung, transactional: false }, what, { exit: SENT }, around)];
}

/** None: everyone can be sent something there. */
function reachable(channel: Channel, around: Surroundings): readonly Question[] {
  const addressed: readonly Channel[] = ADDRESSED_CHANNELS;
  if (!addressed.includes(channel)) return [];
  const known = dncChannel(channel);
  if (known !== undefined) return [{ type: 'lead.dnc', properties: { channels: [known] }, flipped: true }];
  return [segmentQuestion(`consent ${channel}`, `may be written to by ${channel}`, around)];
}
