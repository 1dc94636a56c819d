import type { Channel } from '../../../journey/channels.ts';
import { fallbackSettings, wordingSettings } from '../content.ts';
import type { Dialect, Saying, StepTask } from '../dialect.ts';
import { quoted } from '../phrases.ts';

const FLOW_STEPS: Readonly<Record<Channel | 'preferred', string>> = {
  email: 'Send Email',
  sms: 'Send SMS Message',
  push: 'Send Push Notification',
  'web-push': 'Call Webhook (to the push service)',
  'in-app': 'Send In-App Message',
  whatsapp: 'Call Webhook (to the WhatsApp service)',
  'direct-mail': 'Call Webhook (to the printer)',
  'search-ad': 'Add to List (synced to the ad network)',
  'display-ad': 'Add to List (synced to the ad network)',
  'social-ad': 'Add to List (synced to the ad network)',
  'social-post': 'Send Alert (to post it by hand)',
  call: 'Create Task in SFDC (call)',
  webhook: 'Call Webhook',
  preferred: 'one send per channel, with a choice by preferred channel',
};
const NATIVE_CHANNELS: ReadonlySet<string> = new Set(['email', 'sms', 'push', 'in-app', 'webhook']);

function token(column: string, otherwise: string): string {
  return `{{lead.${column}${otherwise === '' ? '' : `:default=${otherwise}`}}}`;
}

/** A send of Marketo or what stands for it, with what is said in it. */
export function sayMessage(step: Parameters<Dialect['message']>[0], { told, source }: Saying): StepTask {
  if (!NATIVE_CHANNELS.has(step.channel))
    told.say('emulated', source, {
      code: 'channel-by-others',
      words: `${FLOW_STEPS[step.channel]} stands for a message on ${step.channel}.`,
    });
  if (!step.obeysCaps && !step.transactional)
    told.say('emulated', source, {
      code: 'ignores-caps',
      words:
        'Communication limits are ignored by a whole campaign (Schedule > Smart Campaign Settings), not by one email.',
    });
  if (!step.countsTowardCaps)
    told.say('missing', source, {
      code: 'counts-not',
      words: 'Every email but operational ones counts toward communication limits.',
    });
  if (step.tags && step.tags.length > 0)
    told.say('missing', source, {
      code: 'tags',
      words: 'Messages have no tags that communication limits go by.',
    });
  const variants = step.content?.variants ?? [];
  if (variants.length > 0)
    told.say('emulated', source, {
      code: 'variants',
      words: 'Choices by Random Sample in the Send Email step have one email each.',
    });
  return {
    words: `Add the flow step ${FLOW_STEPS[step.channel]} ${quoted(step.name)}.`,
    settings: [
      { name: 'Channel', value: step.channel },
      ...fallbackSettings(step, 'Else, in this order', FLOW_STEPS),
      ...wordingSettings(step.content, token),
      ...(step.transactional
        ? [{ name: 'Email setting', value: 'Operational: also to people who unsubscribed' }]
        : []),
    ],
    wayOf: () => 'Next',
  };
}
