import * as z from 'zod/mini';
import { type Channel, CHANNELS } from '../channels.ts';
import type { Money, Probability } from '../units.ts';
import { channel, id, list, money, probability, text } from '../schema/values.ts';
import { NEXT, type StepBase, stepBase, type StepDefinition } from './step.ts';

/** What is said. Placeholders are `{{column|default}}`; `{{coupon}}` is the coupon code. */
export interface Content {
  readonly subject?: string;
  readonly preheader?: string;
  readonly body?: string;
  readonly utm?: Readonly<Record<string, string>>;
  readonly couponCode?: string;
  /** Other wordings beside this one. Each contact is sent one of them and keeps it; all have the rates of the message. */
  readonly variants?: readonly Variant[];
}

/** Another wording: what it does not say itself is said as in the content it belongs to. */
export interface Variant {
  readonly id: string;
  readonly name: string;
  /** Per cent of the contacts; those without divide what is left with the content itself. */
  readonly share?: number;
  readonly subject?: string;
  readonly preheader?: string;
  readonly body?: string;
}

export const MOST_VARIANTS = 20;
/** Characters of a body: the HTML of a whole e-mail. */
export const LONGEST_BODY = 200_000;

/** A marketer's own rates for one message; each replaces the benchmark or the calibrated rate. Base as in the response table. */
export interface ResponseOverrides {
  readonly delivered?: Probability;
  /** True opens of delivered. */
  readonly opened?: Probability;
  /** Clicks of delivered. */
  readonly clicked?: Probability;
  /** Conversions of clicks. */
  readonly converted?: Probability;
  readonly replied?: Probability;
  readonly unsubscribed?: Probability;
}

/** One send on a channel, or a rung of an escalation. */
export interface Send {
  readonly channel: Channel;
  /** What kind of send sets its benchmark: a campaign to many, or an answer to something the contact just did. */
  readonly occasion: 'campaign' | 'triggered';
  readonly content?: Content;
  /** Per send (per impression for ads); absent: the channel's default. */
  readonly cost?: Money;
  readonly response?: ResponseOverrides;
}

export interface MessageStep extends StepBase, Omit<Send, 'channel'> {
  readonly kind: 'message';
  /** `preferred`: the contact's own channel, else the first of `fallback` it can receive. */
  readonly channel: Channel | 'preferred';
  readonly fallback?: readonly Channel[];
  readonly obeysCaps: boolean;
  readonly countsTowardCaps: boolean;
  /** Frequency caps may be about messages with a tag. */
  readonly tags?: readonly string[];
  /** Not marketing: goes out without marketing consent and outside caps and quiet hours (a receipt, a password). */
  readonly transactional: boolean;
}

const texts = {
  subject: z.exactOptional(text),
  preheader: z.exactOptional(text),
  body: z.exactOptional(z.string().check(z.maxLength(LONGEST_BODY))),
};

const variant = z.strictObject({
  id,
  name: text,
  share: z.exactOptional(z.number().check(z.gte(0), z.lte(100))),
  ...texts,
});

export const contentSchema = z.strictObject({
  ...texts,
  utm: z.exactOptional(z.record(id, text)),
  couponCode: z.exactOptional(text),
  variants: z.exactOptional(list(variant, MOST_VARIANTS)),
});

const response = z.strictObject({
  delivered: z.exactOptional(probability),
  opened: z.exactOptional(probability),
  clicked: z.exactOptional(probability),
  converted: z.exactOptional(probability),
  replied: z.exactOptional(probability),
  unsubscribed: z.exactOptional(probability),
});

/** All of a send but its channel, which a message may leave to the contact. */
const anySend = {
  occasion: z.enum(['campaign', 'triggered']),
  content: z.exactOptional(contentSchema),
  cost: z.exactOptional(money),
  response: z.exactOptional(response),
};

export const sendSchema = z.strictObject({ channel, ...anySend });

export const messageSchema = z.strictObject({
  kind: z.literal('message'),
  ...stepBase,
  channel: z.enum([...CHANNELS, 'preferred']),
  fallback: z.exactOptional(list(channel, CHANNELS.length)),
  ...anySend,
  obeysCaps: z.boolean(),
  countsTowardCaps: z.boolean(),
  tags: z.exactOptional(list(id, 20)),
  transactional: z.boolean(),
});

export const message: StepDefinition<MessageStep> = {
  defaults: () => ({
    kind: 'message',
    name: 'Message',
    channel: 'email',
    occasion: 'campaign',
    obeysCaps: true,
    countsTowardCaps: true,
    transactional: false,
  }),
  exits: () => NEXT,
  check(step) {
    if (step.channel !== 'preferred' || (step.fallback && step.fallback.length > 0)) return [];
    return [
      {
        code: 'preferred-without-fallback',
        severity: 'warning',
        words: 'Contacts without a preferred channel get nothing here. Add a channel to fall back on.',
        field: 'fallback',
        mended: { ...step, fallback: ['email'] },
      },
    ];
  },
};
