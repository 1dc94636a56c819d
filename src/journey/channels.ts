/** Every channel a message can go out on, in the fixed order used for colours, tables and consent bits. */
export const CHANNELS = [
  'email',
  'sms',
  'push',
  'web-push',
  'in-app',
  'whatsapp',
  'direct-mail',
  'search-ad',
  'display-ad',
  'social-ad',
  'social-post',
  'call',
  'webhook',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** Channels that need a person's consent and an address; the others are bought or published. */
export const ADDRESSED_CHANNELS = [
  'email',
  'sms',
  'push',
  'web-push',
  'in-app',
  'whatsapp',
  'direct-mail',
  'call',
] as const satisfies readonly Channel[];
