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
/** These names say enough: whatever such a column holds, it is meant as that. */
const ZONE_NAMES = ['time zone', 'tz', 'iana zone', 'iana time zone'];
const PREFERENCE_NAMES = [
  'preferred channel',
  'channel preference',
  'favourite channel',
  'favorite channel',
  'preferred contact channel',
];
const PERHAPS_ZONE_NAMES = [...ZONE_NAMES, 'zone'];
const PERHAPS_PREFERENCE_NAMES = [...PREFERENCE_NAMES, 'contact preference', 'preferred contact method'];
const ACCOUNT_NAMES = [
  ...['account id', 'account', 'account name', 'account number', 'company id', 'company', 'company name'],
  ...['organisation', 'organization', 'organisation name', 'organization name', 'organisation id'],
  ...['organization id', 'org', 'org id', 'firm', 'employer', 'business name', 'household', 'household id'],
  ...['firma', 'firmenname', 'unternehmen', 'societe', 'entreprise', 'raison sociale', 'empresa', 'azienda'],
  ...['bedrijf', 'bedrijfsnaam', 'foretag'],
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
    const inOrder = names.flatMap((name) => named.filter(({ words }) => isCalled(words, name)));
    const column = inOrder.find(({ name, data }) => !roles.has(name) && fits(data));
    if (column !== undefined) roles.set(column.name, role);
  };
  const isText = ({ type }: Column) => type === 'category';
  give('zone', PERHAPS_ZONE_NAMES, (data) => mostTexts(data, isZone));
  give('zone', ZONE_NAMES, isText);
  give('preferredChannel', PERHAPS_PREFERENCE_NAMES, (data) =>
    mostTexts(data, (text) => findChannel(text) !== undefined),
  );
  give('preferredChannel', PREFERENCE_NAMES, isText);
  const all = named.map(({ words }) => words);
  for (const channel of ADDRESSED_CHANNELS) {
    give(
      `consent:${channel}`,
      all.filter((words) => saysConsentTo(channel, words)),
      isMostlyYesNo,
    );
    give(`consent:${channel}`, spokenNames(channel), isYesNo);
  }
  give('consent:email', all.filter(isGeneralConsent), isMostlyYesNo);
  for (const [channel, names] of ADDRESS_NAMES)
    give(`address:${channel}`, names, looksLikeAddressOf(channel));
  give('account', ACCOUNT_NAMES, isShared);
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

/** `preferredChannel`, `Preferred_Channel` and `preferred-channel` are the same words, and so are `société` and `societe`. */
function wordsOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `timezone` is `time zone`. */
function isCalled(words: string, name: string): boolean {
  return words === name || words.replaceAll(' ', '') === name.replaceAll(' ', '');
}

/** The channels to which a column of this name seems to say yes or no. */
export function sayConsent(name: string): readonly Channel[] {
  const words = wordsOf(name);
  if (isGeneralConsent(words)) return ['email'];
  return ADDRESSED_CHANNELS.filter((channel) => saysConsentTo(channel, words));
}

/** `sms consent`, `consent sms`. */
function saysConsentTo(channel: Channel, words: string): boolean {
  return (
    CONSENT_WORDS.test(words) &&
    spokenNames(channel).some((name) => hasWords(words, name) && !isLonger(words, name))
  );
}

/** A column of yes and no may be called like the channel and nothing more. */
function spokenNames(channel: Channel): readonly string[] {
  const spoken = [channel.replaceAll('-', ' '), channel];
  return [...new Set(channel === 'email' ? [...spoken, 'e mail', 'newsletter'] : spoken)];
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

/** By contacts: some may have what is neither. */
function isMostlyYesNo(data: Column): boolean {
  if (data.type !== 'category') return data.type === 'boolean';
  const reads = Uint8Array.from(data.dictionary, (text) => (yesNoWord(text) === 2 ? 0 : 1));
  let [known, read] = [0, 0];
  for (const code of data.codes) {
    if (code === MISSING_CODE) continue;
    known++;
    read += reads[code]!;
  }
  return known > 0 && 2 * read >= known;
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

/** Some have the same: a column in which nobody has a colleague tells no accounts. */
function isShared(data: Column): boolean {
  if (data.type === 'category') {
    const seen = new Uint8Array(data.dictionary.length);
    return data.codes.some((code) => code !== MISSING_CODE && seen[code]!++ > 0);
  }
  if (data.type !== 'number') return false;
  const sorted = data.values.filter((value) => !Number.isNaN(value)).sort();
  return sorted.some((value, at) => at > 0 && value === sorted[at - 1]);
}
