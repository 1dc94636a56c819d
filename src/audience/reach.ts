import { ADDRESSED_CHANNELS, type Channel } from '../journey/channels.ts';
import { MISSING_CODE, type Audience, type Column } from './audience.ts';
import { columnWithRole } from './columnWithRole.ts';
import { yesNoOf } from './yesNo.ts';

const ADDRESSED: ReadonlySet<Channel> = new Set(ADDRESSED_CHANNELS);

/**
 * 1 where the contact may be written to on the channel, per row. Without a consent column everyone may be: the file says
 * nothing, so it was cleaned before. With one, only a plain yes is consent. Bought and published channels need none.
 */
export function consentOf(audience: Audience, channel: Channel, rows: Uint32Array): Uint8Array {
  const column = ADDRESSED.has(channel) ? columnWithRole(audience, `consent:${channel}`) : undefined;
  if (column === undefined) return new Uint8Array(rows.length).fill(1);
  const answers = yesNoOf(column.data, rows);
  for (let i = 0; i < answers.length; i++) answers[i] = answers[i] === 1 ? 1 : 0;
  return answers;
}

/** 1 where the channel has an address for the contact, per row; everyone without an address column. */
export function reachableOf(audience: Audience, channel: Channel, rows: Uint32Array): Uint8Array {
  const column = ADDRESSED.has(channel) ? columnWithRole(audience, `address:${channel}`) : undefined;
  if (column === undefined) return new Uint8Array(rows.length).fill(1);
  return hasAddress(column.data, rows);
}

/** A yes/no column (`has_push_token`) tells it outright; elsewhere anything that is not blank is an address. */
function hasAddress(data: Column, rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(rows.length);
  switch (data.type) {
    case 'boolean':
      for (let i = 0; i < rows.length; i++) out[i] = data.values[rows[i]!] === 1 ? 1 : 0;
      return out;
    case 'category': {
      const { codes, dictionary } = data;
      for (let i = 0; i < rows.length; i++) {
        const code = codes[rows[i]!]!;
        out[i] = code !== MISSING_CODE && dictionary[code]!.trim() !== '' ? 1 : 0;
      }
      return out;
    }
    case 'number':
    case 'date':
      for (let i = 0; i < rows.length; i++) out[i] = Number.isNaN(data.values[rows[i]!]!) ? 0 : 1;
      return out;
  }
}
