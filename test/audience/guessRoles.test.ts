import { expect, test } from 'vitest';
import type { Column } from '../../src/audience/audience.ts';
import { guessRoles } from '../../src/audience/guessRoles.ts';
import { numberColumn, textColumn, yesNoColumn } from './audiences.ts';

const yes = yesNoColumn(true, false, true);
const mails = textColumn('a@x.org', 'b@x.org', undefined);
const numbers = textColumn('+49 1', '+49 2', undefined);
const unique = numberColumn(1, 2, 3);
const word = textColumn('a', 'b', 'a');
const zones = textColumn('Europe/Berlin', 'Europe/Rome', undefined);

test.each<[string, Record<string, Column>, object]>([
  ['finds ids by name and values', { customer_id: unique }, { customer_id: 'id' }],
  ['takes no id that repeats', { customer_id: numberColumn(1, 1, 2) }, {}],
  ['takes no id that is missing', { customer_id: textColumn('a', undefined, 'b') }, {}],
  ['prefers plain ids to others', { order_id: unique, ContactId: unique }, { ContactId: 'id' }],
  [
    'finds addresses',
    { 'E-mail': mails, Mobile: numbers, phone: numbers },
    { 'E-mail': 'address:email', Mobile: 'address:sms', phone: 'address:call' },
  ],
  ['a lone phone is for text messages', { phone: numbers }, { phone: 'address:sms' }],
  ['finds the account by its name', { Company: word }, { Company: 'account' }],
  ['finds the account in other languages', { Société: word, plan: word }, { Société: 'account' }],
  ['finds the account by its number', { AccountId: numberColumn(7, 7, 8) }, { AccountId: 'account' }],
  ['prefers the account’s id to its name', { company: word, account_id: word }, { account_id: 'account' }],
  ['takes an account that nobody shares for the id', { account_id: unique }, { account_id: 'id' }],
  ['takes no yes or no for an account', { company: yes }, {}],
  ['takes no address of e-mail without @', { email: word }, {}],
  [
    'a yes/no column called like a channel is consent',
    { email: yes, sms: yes },
    { email: 'consent:email', sms: 'consent:sms' },
  ],
  [
    'finds consent however it is written',
    {
      email_consent: yes,
      'Opt-in SMS': yes,
      pushOptIn: yes,
      'web push consent': yes,
      whatsapp_permission: yes,
    },
    {
      email_consent: 'consent:email',
      'Opt-in SMS': 'consent:sms',
      pushOptIn: 'consent:push',
      'web push consent': 'consent:web-push',
      whatsapp_permission: 'consent:whatsapp',
    },
  ],
  [
    'consent words may be text',
    { sms_consent: textColumn('opted-in', 'opted-out', undefined) },
    { sms_consent: 'consent:sms' },
  ],
  ['a consent column is yes or no', { email_consent: textColumn('form 3', 'form 4') }, {}],
  [
    'consent without a channel is for e-mail',
    { marketing_consent: yes },
    { marketing_consent: 'consent:email' },
  ],
  [
    'unless e-mail has its own',
    { marketing_consent: yes, email_consent: yes },
    { email_consent: 'consent:email' },
  ],
  [
    'a newsletter is consent to e-mail when nothing says it better',
    { newsletter: yes },
    { newsletter: 'consent:email' },
  ],
  [
    'and is not when something does',
    { newsletter: yes, email_opt_in: yes },
    { email_opt_in: 'consent:email' },
  ],
  ['finds zones by their values', { tz: zones, zone: word }, { tz: 'zone' }],
  ['takes no zone that is none', { zone: textColumn('CET+1', 'north') }, {}],
  ['takes a column at its word that is called time zone', { TZ: textColumn('Berlin') }, { TZ: 'zone' }],
  ...['tz', 'timezone', 'Time zone', 'timeZone'].map((name): [string, Record<string, Column>, object] => [
    `knows a time zone called ${name}`,
    { [name]: zones },
    { [name]: 'zone' },
  ]),
  ['prefers zones that are some', { tz: word, timezone: zones }, { timezone: 'zone' }],
  ...['Favourite channel', 'favorite_channel', 'preferred channel', 'preferredchannel'].map(
    (name): [string, Record<string, Column>, object] => [
      `knows a preference called ${name}, whatever it holds`,
      { [name]: textColumn('Fax', 'SMS') },
      { [name]: 'preferredChannel' },
    ],
  ),
  [
    'consent that most contacts answer is consent',
    { sms_consent: textColumn('yes', 'yes', 'no', 'maybe', undefined) },
    { sms_consent: 'consent:sms' },
  ],
  [
    'finds the preferred channel',
    { preferred_channel: textColumn('Email', 'SMS', 'other', 'push', 'call') },
    { preferred_channel: 'preferredChannel' },
  ],
  ['a channel of purchase is no preference', { channel: textColumn('Web', 'Phone') }, {}],
  ['finds tags and score', { Tags: word, lead_score: unique }, { Tags: 'tags', lead_score: 'score' }],
  ['gives each role once', { email: mails, email_address: mails }, { email: 'address:email' }],
  [
    'is not confused by names that every object has',
    { constructor: word, __proto__x: word, toString: unique },
    {},
  ],
])('%s', (_, columns, expected) => {
  expect(guessRoles(Object.entries(columns).map(([name, data]) => ({ name, data })))).toEqual(expected);
});
