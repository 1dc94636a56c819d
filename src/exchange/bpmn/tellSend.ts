import type { StepId } from '../../journey/journey.ts';
import type { EscalateStep } from '../../journey/steps/escalate.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import type { Portability } from '../portability.ts';

/** Who sends, and what of the message only the extension says. */
export function tellSend(portability: Portability, id: StepId, step: MessageStep | EscalateStep): void {
  const service = step.kind === 'message' ? 'send' : 'escalate';
  const task =
    step.kind === 'message'
      ? 'The service send sends it'
      : 'The service escalate sends on the next channel, and a gateway asks sent';
  const parts = step.kind === 'message' ? messageParts(step) : ladderParts(step);
  portability.say('emulated', id, {
    code: `${service}-service`,
    words: `${task}; ${list(['the channel', ...parts])} stand in the extension for it.`,
    returns: true,
  });
  if (!step.obeysCaps) portability.say('missing', id, PAST_CAPS);
}

const PAST_CAPS = {
  code: 'past-caps',
  words:
    'BPMN knows no caps: that none stops this one is for whoever sends to heed, it stands in the extension.',
  returns: true,
};

function messageParts({ content, tags, transactional, fallback }: MessageStep): readonly string[] {
  return [
    ...contentParts(content),
    ...(fallback ? ['the channels to fall back on'] : []),
    ...(tags && tags.length > 0 ? ['the tags'] : []),
    ...(transactional ? ['that it is transactional'] : []),
  ];
}

function ladderParts({ rungs, tags }: EscalateStep): readonly string[] {
  const parts = rungs.flatMap(({ content }) => contentParts(content));
  return [...new Set(parts), ...(tags && tags.length > 0 ? ['the tags'] : [])];
}

function contentParts(content: Content | undefined): readonly string[] {
  if (!content) return [];
  const { subject, preheader, body, variants, couponCode, utm } = content;
  const said = subject ?? preheader ?? body;
  return [
    ...(said === undefined ? [] : ['the content']),
    ...(variants && variants.length > 0 ? ['the variants'] : []),
    ...(couponCode === undefined ? [] : ['the coupon code']),
    ...(utm ? ['the UTM parameters'] : []),
  ];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
