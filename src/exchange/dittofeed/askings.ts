import { ADDRESSED_CHANNELS, type Channel } from '../../journey/channels.ts';
import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Behaviour } from '../../journey/rules.ts';
import type { Response } from '../../journey/steps/check.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { MessageStep } from '../../journey/steps/message.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { uuidOf } from './ids.ts';
import { messageTypeOf } from './templates.ts';
import type { Asking, Body, EmailEvent } from './types.ts';
import type { RuleContext } from './writeRule.ts';
import { templateIn, type Writing } from './writing.ts';

/** The channel that a message goes out on at Dittofeed, where contacts have no preferred one. */
export function channelOf({ channel, fallback }: MessageStep): Channel {
  return channel === 'preferred' ? (fallback?.[0] ?? 'email') : channel;
}

export function isAddressed(channel: Channel): boolean {
  const addressed: readonly Channel[] = ADDRESSED_CHANNELS;
  return addressed.includes(channel);
}

/** Consent is membership of a subscription group, one for each channel. */
export function groupOf(out: Writing, channel: Channel): string {
  const placeholder = uuidOf(out.workspace, 'subscription-group', channel);
  const id = out.fill({
    id: `group:${channel}`,
    kind: 'subscription group',
    what: `the subscription group of marketing by ${channel}; without an answer a new one is made, and nobody is in it until they opt in`,
    form: 'uuid',
    scope: 'workspace',
    placeholder,
  });
  if (id === placeholder)
    out.bundle.put('subscriptionGroups', id, [`Marketing by ${channel}`], {
      workspaceId: out.workspace,
      channel: messageTypeOf(channel),
      type: 'OptIn',
    });
  return id;
}

const GROUP_TYPES = ['OptIn', 'OptOut'];

function consentOn(out: Writing, channel: Channel): Asking {
  const type = out.fill({
    id: `group-type:${channel}`,
    kind: 'subscription group type',
    what: `OptIn or OptOut: how the subscription group of ${channel} is set up`,
    form: 'choice',
    options: GROUP_TYPES,
    scope: 'workspace',
    placeholder: 'OptIn',
  });
  return {
    type: 'SubscriptionGroup',
    subscriptionGroupId: groupOf(out, channel),
    subscriptionGroupType: type,
  };
}

function unsubscribedFrom(out: Writing, channel: Channel): Asking {
  return { type: 'SubscriptionGroupUnsubscribed', subscriptionGroupId: groupOf(out, channel) };
}

export interface MessageTemplate {
  readonly id: string;
  /** `kept`: as it came; `answered`: one that is there already; `written`: one that goes along. */
  readonly how: 'kept' | 'answered' | 'written';
}

/** The template of a message: that of the file it came from as long as it says the same, or one that goes along. */
export function templateFor(out: Writing, id: StepId): MessageTemplate {
  const came = out.came(id);
  const before = templateIn(came?.raw);
  if (before !== undefined && (out.kept(id) || saysTheSame(stepOf(out.journey, id), came?.read)))
    return { id: before, how: 'kept' };
  // One that came along and that no other message has is made over.
  const over = before !== undefined && out.bundle.kept('templates', before) && out.cameWith(before) === 1;
  const own = over ? before : out.uuid('template', out.node(id));
  const asked = out.fill({
    id: `template:${id}`,
    kind: 'template',
    what: `a template on Dittofeed (Messages) for “${stepOf(out.journey, id)?.name ?? id}”, instead of the one that goes along`,
    form: 'uuid',
    scope: 'journey',
    step: out.sourceOf(id),
    placeholder: own,
    optional: true,
  });
  return { id: asked, how: asked === own ? 'written' : 'answered' };
}

function saysTheSame(step: Step | undefined, read: Body | undefined): boolean {
  if (step?.kind !== 'message' || !read) return false;
  return step.channel === read['channel'] && sameJson(step.content, read['content']);
}

const EMAIL_EVENTS: Readonly<Partial<Record<Behaviour | Response, EmailEvent>>> = {
  received: 'DFEmailDelivered',
  opened: 'DFEmailOpened',
  clicked: 'DFEmailClicked',
  bounced: 'DFEmailBounced',
};

/** What Dittofeed is told of messages that are no e-mail. */
function ownEvent(what: Behaviour | Response, channel: Channel): string | undefined {
  const type = messageTypeOf(channel);
  if (what === 'received') return type === 'Sms' ? 'DFSmsDelivered' : 'DFInternalMessageSent';
  if (what === 'bounced') return type === 'Sms' ? 'DFSmsFailed' : 'DFMessageFailure';
  return undefined;
}

/** Whether Dittofeed itself learns of such an answer. */
export function isTold(what: Response, channel: Channel): boolean {
  if (what === 'converted' || what === 'replied') return false;
  return what === 'unsubscribed' || messageTypeOf(channel) === 'Email' || what === 'bounced';
}

function performed(
  event: string,
  templateId: string | undefined,
  { negated = false, withinSeconds }: { negated?: boolean; withinSeconds?: number } = {},
): Asking {
  return {
    type: 'Performed',
    event,
    times: 1,
    timesOperator: negated ? '<' : '>=',
    ...(withinSeconds !== undefined && { timeOperator: 'Within', withinSeconds }),
    ...(templateId !== undefined && {
      properties: [{ path: 'templateId', operator: { type: 'Equals', value: templateId } }],
    }),
  };
}

export function converted(out: Writing, withinSeconds?: number, negated = false): Asking {
  const what = 'the event that your systems send for an order, or whatever the journey is to reach';
  const event = out.event('conversion', what, 'order_completed');
  return performed(event, undefined, { negated, ...(withinSeconds !== undefined && { withinSeconds }) });
}

function toMessage(
  out: Writing,
  id: StepId,
  what: Behaviour | Response,
  negated: boolean,
): readonly Asking[] {
  const step = stepOf(out.journey, id);
  if (step?.kind !== 'message') return [];
  const channel = channelOf(step);
  const templateId = templateFor(out, id).id;
  const event = messageTypeOf(channel) === 'Email' ? EMAIL_EVENTS[what] : undefined;
  if (event && !negated) return [{ type: 'Email', event, templateId }];
  const told = event ?? ownEvent(what, channel);
  const sent =
    told ??
    out.event(
      `message-${what}`,
      `the event that your systems send when somebody has ${what} a message other than e-mail, with the property templateId`,
      `message_${what}`,
    );
  return [performed(sent, templateId, { negated })];
}

/** One of these is an answer; none: such an answer cannot come. */
export function answersTo(
  out: Writing,
  messages: readonly StepId[],
  response: Response,
  withinSeconds: number,
): readonly Asking[] {
  if (response === 'converted') return [converted(out, withinSeconds)];
  if (response !== 'unsubscribed') return messages.flatMap((id) => toMessage(out, id, response, false));
  return [...new Set(channelsOf(out, messages))].map((channel) => unsubscribedFrom(out, channel));
}

export function channelsOf(out: Writing, messages: readonly StepId[]): readonly Channel[] {
  return messages.flatMap((id) => {
    const step = stepOf(out.journey, id);
    return step?.kind === 'message' ? [channelOf(step)] : [];
  });
}

export function unsubscribedAskings(out: Writing, channel: Channel | 'any'): readonly Asking[] {
  if (channel !== 'any') return [unsubscribedFrom(out, channel)];
  const all = stepEntries(out.journey).flatMap(([, step]) =>
    step.kind === 'message' ? [channelOf(step)] : [],
  );
  return [...new Set(all)].filter(isAddressed).map((one) => unsubscribedFrom(out, one));
}

const WEAKER_WORDS = {
  'text-case': (of: string) =>
    `Dittofeed compares the text of “${of}” with capitals and small letters as they are written.`,
  ever: (of: string) =>
    `Dittofeed asks whether the contact ever has ${of} that template, not whether since it came in.`,
  'unsubscribed-only': (of: string) =>
    `Dittofeed knows who has unsubscribed from ${of}; who never subscribed is not found by that.`,
  'no-such-question': (of: string) =>
    `Dittofeed cannot ask “${of}”: nobody matches that part. Make the segment there yourself and enter its id.`,
} as const;

/** What a rule asks for, said of the step that it belongs to. `lost`: something of it could not be said. */
export function ruleContext(
  out: Writing,
  step: StepId | undefined,
): RuleContext & { readonly lost: () => boolean } {
  let lost = false;
  const messages = stepEntries(out.journey).flatMap(([id, { kind }]) => (kind === 'message' ? [id] : []));
  return {
    lost: () => lost,
    nodeOf: (id) => out.node(id),
    consent: (channel) => consentOn(out, channel),
    unsubscribed: (channel) => unsubscribedFrom(out, channel),
    behaviour: (did, on, negated) =>
      did === 'converted'
        ? [converted(out, undefined, negated)]
        : (on === undefined ? messages : [on]).flatMap((id) => toMessage(out, id, did, negated)),
    weaker: (what, of) => {
      const gone = what === 'no-such-question';
      lost ||= gone;
      const told = { code: what, words: WEAKER_WORDS[what](of), values: { of }, returns: !gone };
      out.say(gone ? 'missing' : 'emulated', step, told);
    },
  };
}
