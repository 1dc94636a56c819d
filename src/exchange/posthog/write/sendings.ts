import { isMarkup } from '../../../journey/content/plainText.ts';
import type { MessageStep } from '../../../journey/steps/message.ts';
import { isObject } from '../../kept.ts';
import { type Config, EMAIL_TEMPLATE, PUSH_TEMPLATE, SMS_TEMPLATE, WEBHOOK_TEMPLATE } from '../format.ts';
import { htmlOfText } from '../mailText.ts';
import type { Writing } from './writing.ts';

export type Texts = Readonly<Record<'subject' | 'preheader' | 'body' | 'plain', string>>;

/** What a message is sent with. */
export interface Sending {
  readonly writing: Writing;
  readonly step: MessageStep;
  /** Templates of Liquid’s. */
  readonly texts: Texts;
  readonly category: Config;
}

export function sendingOf(sending: Sending): { readonly type: string; readonly config: Config } {
  switch (sending.step.channel) {
    case 'email':
      return { type: 'function_email', config: mailConfig(sending) };
    case 'sms':
      return { type: 'function_sms', config: smsConfig(sending) };
    case 'push':
      return { type: 'function_push', config: pushConfig(sending) };
    case 'web-push':
    case 'in-app':
    case 'whatsapp':
    case 'direct-mail':
    case 'search-ad':
    case 'display-ad':
    case 'social-ad':
    case 'social-post':
    case 'call':
    case 'webhook':
    case 'preferred':
      return { type: 'function', config: webhookConfig(sending) };
  }
}

/** The number of an integration of the project. */
function integration(
  { fill, kept }: Writing,
  kind: 'email' | 'twilio' | 'push',
  where: readonly string[],
): number {
  const id = fill({
    id: `integration:${kind}`,
    kind: 'integration',
    what: INTEGRATIONS[kind],
    form: 'wholeNumber',
    scope: 'workspace',
    kept: numberAt(kept, where),
    placeholder: '0',
  });
  return Number(id);
}

const INTEGRATIONS = {
  email: 'the number of the verified e-mail sender (Workflows, Channels)',
  twilio: 'the number of the Twilio integration (Workflows, Channels)',
  push: 'the number of the Firebase or Apple push integration (Workflows, Channels)',
} as const;

function numberAt(config: Config, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(at, config);
  return typeof found === 'number' || typeof found === 'string' ? String(found) : undefined;
}

function at(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)] as unknown;
  return isObject(value) ? value[key] : undefined;
}

const TO_MAIL = '{{ person.properties.email }}';
const TO_PHONE = '{{ person.properties.phone }}';
const LIQUID = { templating: 'liquid' } as const;

function mailConfig({ writing, texts, category }: Sending): Config {
  const integrationId = integration(writing, 'email', ['inputs', 'email', 'value', 'from', 'integrationId']);
  const html = isMarkup(texts.body) ? texts.body : htmlOfText(texts.plain);
  const value = {
    to: { email: TO_MAIL, name: '' },
    from: { integrationId, email: '', name: '' },
    subject: texts.subject,
    preheader: texts.preheader,
    text: texts.plain,
    html,
  };
  return { ...category, template_id: EMAIL_TEMPLATE, inputs: { email: { value, ...LIQUID } } };
}

function smsConfig({ writing, texts, category }: Sending): Config {
  const account = integration(writing, 'twilio', ['inputs', 'twilio_account', 'value']);
  const from = writing.fill({
    id: 'sms:from',
    kind: 'phone number',
    what: 'the Twilio number that text messages come from',
    form: 'text',
    scope: 'workspace',
    kept: numberAt(writing.kept, ['inputs', 'from_number', 'value']),
    placeholder: '+10000000000',
  });
  const inputs = {
    twilio_account: { value: account },
    from_number: { value: from },
    to_number: { value: TO_PHONE, ...LIQUID },
    message: { value: texts.body, ...LIQUID },
  };
  return { ...category, template_id: SMS_TEMPLATE, inputs };
}

function pushConfig({ writing, step, texts, category }: Sending): Config {
  const provider = integration(writing, 'push', ['mappings', '0', 'inputs', 'push_provider', 'value']);
  const inputs = {
    distinctId: { value: '{event.distinct_id}' },
    title: { value: texts.subject === '' ? step.name : texts.subject, ...LIQUID },
    body: { value: texts.body, ...LIQUID },
  };
  const mappings = [{ name: 'Push', inputs: { push_provider: { value: provider } } }];
  return { ...category, template_id: PUSH_TEMPLATE, inputs, mappings };
}

/** A service of one’s own sends it; the body says all that it needs. */
function webhookConfig({ writing, step, texts, category }: Sending): Config {
  const { channel, fallback = [] } = step;
  const url = webhookUrl(writing, channel);
  const value = {
    rehearsal: 'message',
    channel,
    ...(channel === 'preferred' && fallback.length > 0 && { fallback: fallback.join(',') }),
    email: TO_MAIL,
    phone: TO_PHONE,
    subject: texts.subject,
    preheader: texts.preheader,
    text: texts.body,
    transactional: String(category['message_category_type'] === 'transactional'),
  };
  return {
    template_id: WEBHOOK_TEMPLATE,
    inputs: { url: { value: url }, method: { value: 'POST' }, body: { value, ...LIQUID } },
  };
}

export function webhookUrl({ fill, kept }: Writing, about: string): string {
  return fill({
    id: `webhook:${about}`,
    kind: 'address',
    what: `the address of your service for “${about}”`,
    form: 'url',
    scope: 'workspace',
    kept: numberAt(kept, ['inputs', 'url', 'value']),
    placeholder: `https://example.invalid/${about}`,
  });
}
