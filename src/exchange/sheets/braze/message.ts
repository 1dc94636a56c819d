import type { Channel } from '../../../journey/channels.ts';
import { fallbackSettings, wordingSettings } from '../content.ts';
import type { Dialect, Saying, StepTask } from '../dialect.ts';
import { quoted } from '../phrases.ts';

const CHANNEL_NAMES: Readonly<Record<Channel | 'preferred', string>> = {
  email: 'Email',
  sms: 'SMS/MMS/RCS',
  push: 'Push (iOS, Android)',
  'web-push': 'Push (Web)',
  'in-app': 'In-App Message',
  whatsapp: 'WhatsApp',
  'direct-mail': 'Webhook (to the printer)',
  'search-ad': 'Audience Sync (to the search network)',
  'display-ad': 'Audience Sync (to the display network)',
  'social-ad': 'Audience Sync (to the social network)',
  'social-post': 'Webhook (to the social account)',
  call: 'Webhook (to the dialler)',
  webhook: 'Webhook',
  preferred: 'Intelligent Channel, or one Message step with several channels',
};
const INDIRECT: ReadonlySet<string> = new Set([
  'direct-mail',
  'search-ad',
  'display-ad',
  'social-ad',
  'social-post',
  'call',
]);

/** A placeholder in Liquid, as Braze has it. */
function liquid(column: string, otherwise: string): string {
  const fallback = otherwise === '' ? '' : ` | default: '${otherwise.replaceAll("'", '’')}'`;
  return `{{custom_attribute.\${${column}}${fallback}}}`;
}

/** A Message step, with what is said in it. */
export function sayMessage(step: Parameters<Dialect['message']>[0], { told, source }: Saying): StepTask {
  if (INDIRECT.has(step.channel))
    told.say('emulated', source, {
      code: 'channel-by-others',
      words: `Braze does not send ${step.channel} itself: ${CHANNEL_NAMES[step.channel]} hands it to whoever does.`,
    });
  if (step.channel === 'preferred')
    told.say('emulated', source, {
      code: 'channel-preferred',
      words:
        'Audience Paths by the attribute of the preferred channel stand before one Message step per channel.',
    });
  if (!step.obeysCaps && !step.transactional)
    told.say('missing', source, {
      code: 'ignores-caps',
      words: 'Frequency capping is switched off for a whole Canvas, not for a single step.',
    });
  if (!step.countsTowardCaps)
    told.say('missing', source, {
      code: 'counts-not',
      words:
        'Whether a message counts toward frequency caps is said by tags of campaigns and Canvases, not by step.',
    });
  if (step.content?.variants && step.content.variants.length > 0)
    told.say('emulated', source, {
      code: 'variants',
      words: 'Each wording is a path of an Experiment Paths step before the message.',
    });
  return {
    words: `Add a Message step ${quoted(step.name)}.`,
    settings: [
      { name: 'Messaging channel', value: CHANNEL_NAMES[step.channel] },
      ...fallbackSettings(step, 'Fallback channels, in order', CHANNEL_NAMES),
      ...wordingSettings(step.content, liquid),
      ...(step.transactional
        ? [{ name: 'Send to', value: 'all users, including unsubscribed users (transactional)' }]
        : []),
      ...(step.tags && step.tags.length > 0
        ? [{ name: 'Tags (of the Canvas)', value: step.tags.join(', ') }]
        : []),
    ],
    wayOf: () => 'Next step',
  };
}
