import type { Channel } from '../../journey/channels.ts';
import type { EscalateStep } from '../../journey/steps/escalate.ts';
import type { MessageStep, Send } from '../../journey/steps/message.ts';
import { SEND_EMAIL, type JsonObject } from './campaign.ts';
import { action, type Out, type Part, type StepParts, type Surroundings } from './parts.ts';

interface Sender {
  readonly type: string;
  /** The property that holds the number of what is sent. */
  readonly key: string;
  readonly kind: string;
  readonly where: string;
}

const SENDERS: Readonly<Partial<Record<Channel | 'preferred', Sender>>> = {
  email: { type: SEND_EMAIL, key: 'email', kind: 'email', where: 'Channels, Emails, column ID' },
  sms: {
    type: 'sms.send_text_sms',
    key: 'sms',
    kind: 'sms',
    where: 'Channels, Text Messages, column ID',
  },
  push: {
    type: 'notification.send_mobile_notification',
    key: 'notification',
    kind: 'mobile notification',
    where: 'Channels, Mobile Notifications, column ID',
  },
  'web-push': {
    type: 'notification.send_notification',
    key: 'notification',
    kind: 'web notification',
    where: 'Channels, Web Notifications, column ID',
  },
  'in-app': {
    type: 'focus.show',
    key: 'focus',
    kind: 'focus item',
    where: 'Channels, Focus Items, column ID',
  },
  preferred: {
    type: 'message.send',
    key: 'marketingMessage',
    kind: 'marketing message',
    where: 'Channels, Marketing Messages, column ID',
  },
};

const WEBHOOK = 'campaign.sendwebhook';

/** The channel that an action of this type sends on. */
export function channelOfType(type: string): Channel | 'preferred' | undefined {
  if (type === WEBHOOK) return 'webhook';
  const known = Object.entries(SENDERS) as [Channel | 'preferred', Sender][];
  return known.find(([, sender]) => sender.type === type)?.[0];
}

export function messageParts(step: MessageStep, around: Surroundings): StepParts {
  tellOptions(step, around);
  if (around.onLoop && step.channel === 'email' && !step.transactional && !around.transactional)
    around.say('missing', {
      code: 'sent-once',
      words:
        'Mautic sends a contact the same marketing e-mail once only: in later rounds of the loop nothing is sent here. Use another e-mail in each round, or mark it transactional where it is.',
      returns: true,
    });
  if (step.channel === 'preferred')
    around.say('native', {
      code: 'preferred-channel',
      words:
        'A marketing message of Mautic goes out on the channel that the contact prefers; which channels it has is said there.',
    });
  else if (step.fallback && step.fallback.length > 0)
    around.say('missing', {
      code: 'fallback',
      words:
        'The channels to fall back on are not part of the action: make it a marketing message in Mautic.',
      returns: true,
    });
  return { parts: [sendPart(step, { id: around.id, name: step.name }, { exit: 'next' }, around)] };
}

interface What {
  /** Of the blank. */
  readonly id: string;
  readonly name: string;
}

export function sendPart(
  send: Pick<MessageStep, 'channel' | 'content' | 'transactional'>,
  what: What,
  out: Out,
  around: Surroundings,
): Part {
  if (send.content) tellContent(send.content, around);
  const sender = SENDERS[send.channel];
  if (!sender) return webhookPart(send.channel, what, out, around);
  if (send.channel === 'in-app')
    around.say('emulated', {
      code: 'in-app-focus',
      words: 'A focus item on the website stands for the message in the app.',
      returns: true,
    });
  const transactional = send.transactional || around.transactional;
  if (transactional && send.channel !== 'email')
    around.say('missing', {
      code: 'transactional',
      words: 'Mautic knows transactional messages for e-mail only: “do not contact” stops this one.',
      returns: true,
    });
  const number = around.blank({
    id: `${sender.key}:${what.id}`,
    kind: sender.kind,
    what: `the number of the ${sender.kind} “${what.name}” (${sender.where})`,
    form: 'wholeNumber',
    scope: 'journey',
    placeholder: '0',
  });
  const more: JsonObject =
    send.channel === 'email'
      ? { email_type: transactional ? 'transactional' : 'marketing', priority: 2, attempts: 3 }
      : {};
  return action(sender.type, { [sender.key]: number, ...more }, out);
}

function webhookPart(channel: string, { id, name }: What, out: Out, around: Surroundings): Part {
  if (channel !== 'webhook')
    around.say('emulated', {
      code: 'sent-by-webhook',
      words: `Mautic does not send on the channel “${channel}”: it calls an address of yours, which has to do it.`,
      values: { channel },
      returns: true,
    });
  const url = around.blank({
    id: `url:${id}`,
    kind: 'webhook',
    what: `the address that Mautic calls for “${name}”`,
    form: 'url',
    scope: 'journey',
    placeholder: 'https://example.com/to-be-filled-in',
  });
  const data = [
    { label: 'message', value: id },
    { label: 'channel', value: channel },
  ];
  return action(
    WEBHOOK,
    { url, method: 'post', headers: { list: [] }, additional_data: { list: data }, timeout: 10 },
    out,
  );
}

function tellContent(content: NonNullable<Send['content']>, around: Surroundings): void {
  const { variants = [], utm, couponCode, subject, preheader, body } = content;
  const left = [
    ...([subject, preheader, body].some((text) => text !== undefined) ? ['the text'] : []),
    ...(variants.length > 0 ? [`the ${variants.length} variants`] : []),
    ...(utm && Object.keys(utm).length > 0 ? ['the UTM tags'] : []),
    ...(couponCode !== undefined ? ['the coupon code'] : []),
  ];
  if (left.length === 0) return;
  const what = left.join(', ').replace(/, ([^,]*)$/, ' and $1');
  around.say('missing', {
    code: 'content',
    words: `A campaign names what it sends by its number only: ${what} must be put there in Mautic. On the way back they are taken from the journey here.`,
    values: { what },
    returns: true,
  });
}

export function tellOptions(
  step: Pick<EscalateStep, 'obeysCaps' | 'countsTowardCaps' | 'tags'>,
  around: Surroundings,
): void {
  const told = [
    ...(step.obeysCaps ? [] : ['that caps do not stop it']),
    ...(step.countsTowardCaps ? [] : ['that it does not count toward caps']),
    ...(step.tags && step.tags.length > 0 ? ['its tags'] : []),
  ];
  if (told.length === 0) return;
  around.say('missing', {
    code: 'message-options',
    words: `Frequency rules are settings of Mautic and its contacts, not of a campaign: ${told.join(', ').replace(/, ([^,]*)$/, ' and $1')} cannot be said there.`,
    returns: true,
  });
}
