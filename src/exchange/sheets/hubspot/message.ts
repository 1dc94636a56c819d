import type { Channel } from '../../../journey/channels.ts';
import { fallbackSettings, wordingSettings } from '../content.ts';
import type { Dialect, Saying, StepTask } from '../dialect.ts';
import { quoted } from '../phrases.ts';

const ACTIONS: Readonly<Record<Channel | 'preferred', string>> = {
  email: 'Send email',
  sms: 'Send SMS',
  push: 'Send a webhook (to the push service)',
  'web-push': 'Send a webhook (to the push service)',
  'in-app': 'Send a webhook (to the app)',
  whatsapp: 'Send WhatsApp message',
  'direct-mail': 'Send a webhook (to the printer)',
  'search-ad': 'Add contact to ads audience',
  'display-ad': 'Add contact to ads audience',
  'social-ad': 'Add contact to ads audience',
  'social-post': 'Create a task (to post it by hand)',
  call: 'Create a task (type: Call)',
  webhook: 'Send a webhook',
  preferred: 'A branch by preferred channel, with one send per branch',
};
const NATIVE_CHANNELS: ReadonlySet<string> = new Set(['email', 'sms', 'whatsapp', 'webhook']);

function token(column: string, otherwise: string): string {
  return `{{ contact.${column} }}${otherwise === '' ? '' : ` (default value: ${otherwise})`}`;
}

/** A send of HubSpot or what stands for it, with what is said in it. */
export function sayMessage(step: Parameters<Dialect['message']>[0], { told, source }: Saying): StepTask {
  if (!NATIVE_CHANNELS.has(step.channel))
    told.say('emulated', source, {
      code: 'channel-by-others',
      words: `${ACTIONS[step.channel]} stands for a message on ${step.channel}.`,
    });
  if (!step.obeysCaps && !step.transactional)
    told.say('missing', source, {
      code: 'ignores-caps',
      words: 'Email frequency safeguards hold for every marketing email.',
    });
  if (!step.countsTowardCaps)
    told.say('missing', source, {
      code: 'counts-not',
      words: 'Every marketing email counts toward the frequency safeguards.',
    });
  if (step.tags && step.tags.length > 0)
    told.say('missing', source, { code: 'tags', words: 'Messages have no tags that safeguards go by.' });
  const variants = step.content?.variants ?? [];
  if (variants.length > 0)
    told.say('emulated', source, {
      code: 'variants',
      words: 'A Random split before the send has a branch for each wording.',
    });
  return {
    words: `Add ${ACTIONS[step.channel]} ${quoted(step.name)}.`,
    settings: [
      { name: 'Channel', value: step.channel },
      ...fallbackSettings(step, 'Else, in this order', ACTIONS),
      ...wordingSettings(step.content, token),
      ...(step.transactional
        ? [{ name: 'Email type', value: 'Transactional (needs the transactional email add-on)' }]
        : []),
    ],
    wayOf: () => 'Next action',
  };
}
