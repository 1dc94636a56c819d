import type { Problem } from '../journey/problem.ts';
import { MISSING_CODE, type Audience, type AudienceColumn, type Column, type Roles } from './audience.ts';
import { findChannel } from './channelWords.ts';
import { sayConsent } from './guessRoles.ts';
import { yesNoWord } from './yesNo.ts';
import { isZone } from './zones.ts';

/** There are some 600 zones: a column with more different values than this is none of zones, and each look costs. */
const MOST_ZONES = 4000;
const LONGEST_EXAMPLE = 40;

type Category = Extract<Column, { type: 'category' }>;

/** Contacts whose value a role cannot read, or a consent that is not used: how many, and what happens with them. */
export function roleDoubts(columns: Audience['columns'], roles: Roles): readonly Problem[] {
  return columns.flatMap((column) => {
    const role = Object.hasOwn(roles, column.name) ? roles[column.name] : undefined;
    if (column.data.type !== 'category') return [];
    if (role === 'zone') return doubt(column.name, unread(column.data, zoneReader(column.data)), WORDS.zone);
    if (role === 'preferredChannel') {
      const isKnown = (text: string) => findChannel(text) !== undefined;
      return doubt(column.name, unread(column.data, isKnown), WORDS.preferredChannel);
    }
    if (role?.startsWith('consent:')) return doubt(column.name, unread(column.data, isYesNo), WORDS.consent);
    return role === undefined ? unused(column, column.data, roles) : [];
  });
}

/** A column that is called like consent but has no role: everybody counts as consenting, which may not be meant. */
function unused({ name }: AudienceColumn, data: Category, roles: Roles): readonly Problem[] {
  const channels = sayConsent(name);
  const given = Object.values(roles);
  if (channels.length === 0 || channels.some((channel) => given.includes(`consent:${channel}`))) return [];
  return doubt(name, unread(data, isYesNo), WORDS.unused);
}

interface Unread {
  /** Contacts with a value that cannot be read, and with any. */
  readonly count: number;
  readonly known: number;
  readonly example: string;
}

function unread({ codes, dictionary }: Category, reads: (text: string) => boolean): Unread {
  const bad = Uint8Array.from(dictionary, (text) => (reads(text) ? 0 : 1));
  let [count, known] = [0, 0];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === MISSING_CODE) continue;
    known++;
    count += bad[code]!;
  }
  const example = dictionary[bad.indexOf(1)] ?? '';
  const clipped = example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE - 1)}…` : example;
  return { count, known, example: clipped };
}

function zoneReader({ dictionary }: Category): (text: string) => boolean {
  const zones = new Set(dictionary.slice(0, MOST_ZONES).filter(isZone));
  return (text) => zones.has(text);
}

function isYesNo(text: string): boolean {
  return yesNoWord(text) !== 2;
}

interface Wording {
  readonly code: string;
  /** `part`: “3 of 40 values”, which is or are one contact’s or several’s. */
  readonly words: (of: { column: string; part: string; one: boolean; example: string }) => string;
}

const WORDS = {
  zone: {
    code: 'roleZoneUnread',
    words: ({ column, part, one, example }) =>
      `${part} in “${column}” ${one ? 'is' : 'are'} no time zone, for example “${example}”: ${one ? 'this contact lives' : 'these contacts live'} in the journey’s zone. Write zones as Europe/Berlin.`,
  },
  preferredChannel: {
    code: 'roleChannelUnread',
    words: ({ column, part, one, example }) =>
      `${part} in “${column}” ${one ? 'is' : 'are'} no known channel, for example “${example}”: ${one ? 'this contact gets' : 'these contacts get'} the fallback of a message.`,
  },
  consent: {
    code: 'roleConsentUnread',
    words: ({ column, part, one, example }) =>
      `${part} in “${column}” ${one ? 'is' : 'are'} neither yes nor no, for example “${example}”: ${one ? 'this contact counts' : 'these contacts count'} as a no.`,
  },
  unused: {
    code: 'consentUnused',
    words: ({ column, part, one, example }) =>
      `“${column}” is called like a consent, but ${part} ${one ? 'is' : 'are'} neither yes nor no, for example “${example}”. It is not used: everybody counts as consenting. With the role, ${one ? 'this contact counts' : 'these contacts count'} as a no.`,
  },
} as const satisfies Record<string, Wording>;

function doubt(column: string, { count, known, example }: Unread, { code, words }: Wording): Problem[] {
  if (count === 0) return [];
  const part = `${count} of ${known} value${known === 1 ? '' : 's'}`;
  return [
    {
      code,
      severity: 'warning',
      words: words({ column, part, one: count === 1, example }),
      values: { column, count, known, example },
    },
  ];
}
