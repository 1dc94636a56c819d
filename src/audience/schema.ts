import { ADDRESSED_CHANNELS } from '../journey/channels.ts';
import { MISSING_CODE, type Audience, type AudienceColumn, type AudienceSchema } from './audience.ts';
import { columnWithRole } from './columnWithRole.ts';
import { consentOf, reachableOf } from './reach.ts';
import { isZone } from './zones.ts';

/** Values of a category that a schema lists. */
const MOST_VALUES = 200;

/** What compile, forms and lint need to know of an audience. Reads every column of names, dates, consent and addresses once. */
export function schemaOf(audience: Audience): AudienceSchema {
  return {
    rows: audience.rows,
    columns: audience.columns.map(describe),
    roles: audience.roles,
    zones: zonesOf(audience),
    reach: reachOf(audience),
  };
}

function describe({ name, data }: AudienceColumn): AudienceSchema['columns'][number] {
  if (data.type === 'category') {
    const values = frequentValues(data.codes, data.dictionary);
    return { name, type: data.type, values: values.slice(0, MOST_VALUES), distinct: values.length };
  }
  if (data.type !== 'date') return { name, type: data.type };
  const range = rangeOf(data.values);
  return { name, type: data.type, precision: data.precision, ...(range && { range }) };
}

function rangeOf(values: Float64Array): { readonly first: number; readonly last: number } | undefined {
  let first = Infinity;
  let last = -Infinity;
  for (const value of values) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return first <= last ? { first, last } : undefined;
}

/** Channels that the audience has no column for are left out: everyone may be written to there. */
function reachOf(audience: Audience): NonNullable<AudienceSchema['reach']> {
  const known = ADDRESSED_CHANNELS.filter(
    (channel) =>
      columnWithRole(audience, `consent:${channel}`) ?? columnWithRole(audience, `address:${channel}`),
  );
  if (audience.rows === 0 || known.length === 0) return {};
  const rows = Uint32Array.from({ length: audience.rows }, (_, row) => row);
  return Object.fromEntries(
    known.map((channel) => {
      const consent = consentOf(audience, channel, rows);
      const address = reachableOf(audience, channel, rows);
      return [channel, { addressed: shareOf(address, address), allowed: shareOf(consent, address) }];
    }),
  );
}

function shareOf(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  for (let row = 0; row < a.length; row++) both += a[row]! & b[row]!;
  return both / a.length;
}

/** Values that occur, the most frequent first; equally frequent ones in dictionary order. */
function frequentValues(codes: Uint32Array, dictionary: readonly string[]): string[] {
  const counts = new Uint32Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING_CODE) counts[code]!++;
  }
  const occurring = Array.from(counts.keys()).filter((code) => counts[code]! > 0);
  occurring.sort((a, b) => counts[b]! - counts[a]! || a - b);
  return occurring.map((code) => dictionary[code]!);
}

/** All of the dictionary's, occurring or not: a slice of an audience then compiles to the same program as the whole. */
function zonesOf(audience: Audience): string[] {
  const data = columnWithRole(audience, 'zone')?.data;
  return data?.type === 'category' ? data.dictionary.filter(isZone).sort() : [];
}
