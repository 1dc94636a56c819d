import { ADDRESSED_CHANNELS, type Channel } from '../journey/channels.ts';
import { MISSING_CODE, type AudienceColumn, type Column, type Role, type Roles } from './audience.ts';
import { findChannel } from './channelWords.ts';
import { yesNoWord } from './yesNo.ts';
import { isZone } from './zones.ts';

/** Share of a column's different values that must look right: files have typing errors. */
const MOST = 0.8;
/** Values looked at. */
const LOOKED_AT = 500;

const ID_NAMES = [
  'id',
  'contact id',
  'customer id',
  'user id',
  'person id',
  'client id',
  'member id',
  'subscriber id',
  'lead id',
];
const ZONE_NAMES = ['time zone', 'timezone', 'tz', 'zone', 'iana zone'];
const PREFERENCE_NAMES = [
  'preferred channel',
  'channel preference',
  'favourite channel',
  'favorite channel',
  'contact preference',
];
const TAG_NAMES = ['tags', 'tag', 'labels', 'label'];
const SCORE_NAMES = ['score', 'lead score', 'engagement score'];
const MACHINE_NAMES = ['machine reader', 'machine opens', 'apple mail privacy', 'mpp'];
const CONSENT_WORDS = /\b(consent|opt ?in|opted in|permission|subscribed|subscription|marketing allowed)\b/;

/** The column called so is where a channel writes to; in order of preference. */
const ADDRESS_NAMES: readonly (readonly [Channel, readonly string[]])[] = [
  ['email', ['email', 'e mail', 'email address', 'e mail address', 'mail']],
  [
    'sms',
    [
      'mobile',
      'mobile number',
      'mobile phone',
      'cell',
      'cell phone',
      'msisdn',
      'sms number',
      'phone',
      'phone number',
      'telephone',
    ],
  ],
  ['call', ['phone', 'phone number', 'telephone', 'landline']],
  ['whatsapp', ['whatsapp', 'whatsapp number', 'whatsapp id']],
  ['push', ['push token', 'device token', 'push id']],
  ['web-push', ['web push token', 'browser token']],
  ['direct-mail', ['address', 'postal address', 'street', 'street address', 'mailing address']],
];

/**
 * What columns are for, from their names and a look at their values. A guess for the person to correct: each role goes to
 * one column, each column gets one role, and a name alone is not enough where values can tell.
 */
export function guessRoles(columns: readonly AudienceColumn[]): Roles {
  const named = columns.map((column) => ({ ...column, words: wordsOf(column.name) }));
  const roles = new Map<string, Role>();
  const give = (role: Role, names: readonly string[], fits: (data: Column) => boolean): void => {
    if ([...roles.values()].includes(role)) return;
    const inOrder = names.flatMap((name) => named.filter(({ words }) => words === name));
    const column = inOrder.find(({ name, data }) => !roles.has(name) && fits(data));
    if (column !== undefined) roles.set(column.name, role);
  };
  give('zone', ZONE_NAMES, (data) => mostTexts(data, isZone));
  give('preferredChannel', PREFERENCE_NAMES, (data) =>
    mostTexts(data, (text) => findChannel(text) !== undefined),
  );
  for (const channel of ADDRESSED_CHANNELS) give(`consent:${channel}`, consentNames(channel, named), isYesNo);
  give(
    'consent:email',
    named.map(({ words }) => words).filter((words) => isGeneralConsent(words)),
    isYesNo,
  );
  for (const [channel, names] of ADDRESS_NAMES)
    give(`address:${channel}`, names, looksLikeAddressOf(channel));
  give(
    'id',
    [...ID_NAMES, ...named.map(({ words }) => words).filter((words) => words.endsWith(' id'))],
    isUnique,
  );
  give('tags', TAG_NAMES, ({ type }) => type === 'category');
  give('score', SCORE_NAMES, ({ type }) => type === 'number');
  give('machineReader', MACHINE_NAMES, isYesNo);
  return Object.fromEntries(
    columns.flatMap(({ name }) => (roles.has(name) ? [[name, roles.get(name)!]] : [])),
  );
}

/** `preferredChannel`, `Preferred_Channel` and `preferred-channel` are the same words. */
function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Names of columns that say yes or no to one channel: `sms consent`, `consent sms`, or a plain `sms` of yes and no. */
function consentNames(channel: Channel, named: readonly { readonly words: string }[]): string[] {
  const spoken = [
    ...new Set([
      channel.replaceAll('-', ' '),
      channel,
      ...(channel === 'email' ? ['e mail', 'newsletter'] : []),
    ]),
  ];
  const saysConsent = (words: string): boolean =>
    CONSENT_WORDS.test(words) && spoken.some((name) => hasWords(words, name) && !isLonger(words, name));
  const all = named.map(({ words }) => words);
  return [...all.filter(saysConsent), ...all.filter((words) => spoken.includes(words))];
}

/** `web push consent` is not about push. */
function isLonger(words: string, name: string): boolean {
  return name === 'push' && hasWords(words, 'web push');
}

function hasWords(words: string, part: string): boolean {
  return ` ${words} `.includes(` ${part} `);
}

/** Consent that names no channel is the mailing list's. */
function isGeneralConsent(words: string): boolean {
  return (
    CONSENT_WORDS.test(words) &&
    !ADDRESSED_CHANNELS.some((channel) => hasWords(words, channel.replaceAll('-', ' ')))
  );
}

function looksLikeAddressOf(channel: Channel): (data: Column) => boolean {
  if (channel === 'email') return (data) => mostTexts(data, (text) => text.includes('@'));
  if (channel === 'direct-mail') return ({ type }) => type === 'category';
  return ({ type }) => type === 'category' || type === 'number';
}

function isYesNo(data: Column): boolean {
  return data.type === 'boolean' || mostTexts(data, (text) => yesNoWord(text) !== 2);
}

function mostTexts(data: Column, fits: (text: string) => boolean): boolean {
  if (data.type !== 'category' || data.dictionary.length === 0) return false;
  const texts = data.dictionary.slice(0, LOOKED_AT);
  return texts.filter(fits).length >= MOST * texts.length;
}

/** Known everywhere and never twice. */
function isUnique(data: Column): boolean {
  if (data.type === 'category')
    return data.dictionary.length === data.codes.length && !data.codes.includes(MISSING_CODE);
  if (data.type !== 'number') return false;
  const sorted = data.values.slice().sort();
  return sorted.every((value, index) => !Number.isNaN(value) && (index === 0 || value !== sorted[index - 1]));
}
