import { type Channel, CHANNELS } from '../../journey/channels.ts';

/** What a metric can count of a message, or of a contact. */
const DONE = ['received', 'opened', 'clicked', 'replied', 'unsubscribed', 'bounced', 'converted'] as const;
export type Done = (typeof DONE)[number];

export interface Metric {
  /** As Klaviyo lists it; those of which it keeps none are to be sent to it under a name like this. */
  readonly name: string;
  readonly did: Done;
  /** Absent: any. */
  readonly channel?: Channel;
}

const CHANNEL_NAMES: Readonly<Partial<Record<Channel, string>>> = {
  email: 'Email',
  sms: 'SMS',
  push: 'Push',
  whatsapp: 'WhatsApp',
};

/** Names that do not follow from the verb and the channel. */
const NAMES: Readonly<Record<string, string>> = {
  'unsubscribed email': 'Unsubscribed from Email Marketing',
  'unsubscribed sms': 'Unsubscribed from SMS Marketing',
  'bounced sms': 'Failed to Deliver SMS',
};

const PLACED_ORDER: Metric = { name: 'Placed Order', did: 'converted' };

export function metricOf(did: Done, channel: Channel): Metric {
  if (did === 'converted') return PLACED_ORDER;
  const words = channel.split('-').map((word) => capital(word));
  const name = NAMES[`${did} ${channel}`] ?? `${capital(did)} ${CHANNEL_NAMES[channel] ?? words.join(' ')}`;
  return { name, did, channel };
}

/** What stands in a file until somebody says which metric it is: `OPENED_EMAIL`. */
export function placeholderOf({ name }: Metric): string {
  return name.toUpperCase().replace(/[^A-Z]+/g, '_');
}

const BY_PLACEHOLDER = new Map(
  [PLACED_ORDER, ...DONE.flatMap((did) => CHANNELS.map((channel) => metricOf(did, channel)))].map(
    (metric) => [placeholderOf(metric), metric],
  ),
);

/** The metric that an id of a file stands for; undefined: an account's own id, which says nothing. */
export function knownMetric(id: string): Metric | undefined {
  return BY_PLACEHOLDER.get(id.toUpperCase());
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
