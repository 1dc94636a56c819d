import type { Channel } from '../../../journey/channels.ts';
import { COUPON, replacePlaceholders } from '../../../journey/content/placeholders.ts';
import { isMarkup, plainText } from '../../../journey/content/plainText.ts';
import type { Content, MessageStep } from '../../../journey/steps/message.ts';
import type { Slip } from '../slip.ts';
import { type PropertyFilter, SUPPRESSED_KEY } from '../format.ts';
import { liquidOf } from '../liquid.ts';
import { tagged } from '../mailText.ts';
import { sayMessage } from './sayMessage.ts';
import { sendingOf, type Texts } from './sendings.ts';
import { actionOf, type Part, type Writing } from './writing.ts';

export function writeMessage(writing: Writing, step: MessageStep): Part {
  const transactional = step.transactional || writing.journey.settings.transactional === true;
  const coupon = couponOf(writing, step);
  const texts = textsOf(step.content ?? {}, coupon);
  sayMessage(writing, step, coupon !== undefined);
  const category = { message_category_type: transactional ? 'transactional' : 'marketing' };
  const { type, config } = sendingOf({ writing, step, texts, category });
  const action = actionOf(writing, step, {
    type,
    config,
    slip: slipOf(step, coupon),
    filters: unlessSuppressed(writing, step.channel),
    mayFail: true,
  });
  return { actions: [action], ways: [{ from: writing.id, type: 'continue', exit: 'next' }] };
}

/** The variable that holds the coupon code; where there is no room for one, the code stands in the texts. */
function couponOf(writing: Writing, { content, name }: MessageStep): string | undefined {
  if (content?.couponCode === undefined) return undefined;
  const label = `Coupon code of “${name.slice(0, 60)}”`;
  return writing.variables.add(`coupon_${writing.source}`, label, content.couponCode);
}

function withCode(text: string, code: string): string {
  return replacePlaceholders(text, ({ name, fallback }) =>
    name === COUPON && fallback === undefined ? code : undefined,
  );
}

function textsOf(content: Content, coupon: string | undefined): Texts {
  const { subject = '', preheader = '', body = '', utm = {}, couponCode } = content;
  const coded = (text: string) =>
    coupon === undefined && couponCode !== undefined ? withCode(text, couponCode) : text;
  const linked = tagged(coded(body), utm);
  return {
    subject: liquidOf(coded(subject), coupon),
    preheader: liquidOf(coded(preheader), coupon),
    body: liquidOf(linked, coupon),
    plain: liquidOf(isMarkup(linked) ? plainText(linked) : linked, coupon),
  };
}

function slipOf(step: MessageStep, coupon: string | undefined): Slip {
  const { content, tags, obeysCaps, countsTowardCaps } = step;
  const utm = Object.entries(content?.utm ?? {});
  return {
    ...(!obeysCaps && { uncapped: [] }),
    ...(!countsTowardCaps && { uncounted: [] }),
    ...(tags && tags.length > 0 && { tags }),
    ...(coupon !== undefined && { coupon: [coupon] }),
    ...(utm.length > 0 && { utm: utm.map(([key, value]) => `${key}:${value}`) }),
  };
}

/** A contact that an update of this workflow has suppressed is passed by. */
function unlessSuppressed(
  { suppressible }: Writing,
  channel: Channel | 'preferred',
): readonly PropertyFilter[] {
  return ['all', channel]
    .filter((one) => suppressible.has(one))
    .map((one) => ({
      key: SUPPRESSED_KEY + one,
      operator: 'is_not',
      value: [true],
      type: 'person' as const,
    }));
}
