import type { Columns, Input, Program } from '../compile/program.ts';
import type { Channel } from '../journey/channels.ts';
import { accountsOf } from './accounts.ts';
import { MISSING_CODE, type Audience, type Column } from './audience.ts';
import { findChannel } from './channelWords.ts';
import { columnWithRole } from './columnWithRole.ts';
import { consentOf, reachableOf } from './reach.ts';
import { evaluateRule } from './rules.ts';
import { yesNoOf } from './yesNo.ts';

const UNKNOWN_CHANNEL = -1;
const UNKNOWN_MACHINE = 2;

/** The part of a Program that says what it wants to know of its contacts. */
export type Wanted = Pick<Program, 'inputs' | 'zones' | 'channels' | 'muted' | 'scoreInput'> & {
  readonly outputs?: Pick<Program['outputs'], 'accounts'>;
};

/**
 * Gathers what a Program asks of these contacts, and nothing else. A contact's row is its number modulo the audience's
 * rows: a run may be larger than its audience. New arrays as long as `contacts`, which the result keeps. Throws for an
 * audience without rows.
 */
export function bind(program: Wanted, audience: Audience, contacts: Uint32Array): Columns {
  if (audience.rows < 1) throw new RangeError(`invalid audience: ${audience.rows} rows`);
  const rows = contacts.map((contact) => contact % audience.rows);
  const asked = program.outputs?.accounts;
  return {
    count: contacts.length,
    contact: contacts,
    zone: zoneIndices(audience, program.zones.ids, rows),
    consent: channelBits(program.channels, rows, (channel) => consentOf(audience, channel, rows)),
    reachable: channelBits(program.channels, rows, (channel) => reachableOf(audience, channel, rows)).map(
      (bits) => bits & ~program.muted,
    ),
    preferred: preferredChannels(audience, program.channels, rows),
    machine: machineReaders(audience, rows),
    inputs: program.inputs.map((input) => bindInput(input, audience, rows)),
    ...(asked !== undefined && { account: accountsOf(audience, asked, contacts) }),
  };
}

function bindInput(input: Input, audience: Audience, rows: Uint32Array): Float64Array | Uint8Array {
  if (input.kind === 'rule') return evaluateRule(input.rule, audience, rows);
  const data = audience.columns.find(({ name }) => name === input.column)?.data;
  if (input.kind === 'date') return data?.type === 'date' ? gather(data.values, rows) : missing(rows.length);
  return data === undefined ? missing(rows.length) : numbersOf(data, rows);
}

function gather(values: Float64Array, rows: Uint32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]!]!;
  return out;
}

function missing(length: number): Float64Array {
  return new Float64Array(length).fill(NaN);
}

/** Yes is 1, no 0; words are read as numbers where they are some; a date has no number. */
function numbersOf(data: Column, rows: Uint32Array): Float64Array {
  switch (data.type) {
    case 'number':
      return gather(data.values, rows);
    case 'date':
      return missing(rows.length);
    case 'boolean':
      return Float64Array.from(yesNoOf(data, rows), (value) => (value === 2 ? NaN : value));
    case 'category':
      return lookUp(
        data,
        rows,
        Float64Array.from(data.dictionary, (text) => (text.trim() === '' ? NaN : Number(text))),
        NaN,
      );
  }
}

/** The table's entry for each row's code, `absent` where the value is missing. */
function lookUp(
  data: Extract<Column, { type: 'category' }>,
  rows: Uint32Array,
  table: Float64Array,
  absent: number,
): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = data.codes[rows[i]!]!;
    out[i] = code === MISSING_CODE ? absent : table[code]!;
  }
  return out;
}

/** Zone 0 is the journey's own: for contacts whose zone is missing or is none that the Program knows. */
function zoneIndices(audience: Audience, ids: readonly string[], rows: Uint32Array): Uint16Array {
  const data = columnWithRole(audience, 'zone')?.data;
  if (data?.type !== 'category') return new Uint16Array(rows.length);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  return new Uint16Array(
    lookUp(
      data,
      rows,
      Float64Array.from(data.dictionary, (id) => indexOf.get(id) ?? 0),
      0,
    ),
  );
}

/** Bit `c` of an entry answers for `channels[c]`. */
function channelBits(
  channels: readonly Channel[],
  rows: Uint32Array,
  ask: (channel: Channel) => Uint8Array,
): Uint16Array {
  const out = new Uint16Array(rows.length);
  channels.forEach((channel, bit) => {
    const answers = ask(channel);
    for (let i = 0; i < out.length; i++) out[i]! |= answers[i]! << bit;
  });
  return out;
}

function preferredChannels(audience: Audience, channels: readonly Channel[], rows: Uint32Array): Int8Array {
  const data = columnWithRole(audience, 'preferredChannel')?.data;
  if (data?.type !== 'category') return new Int8Array(rows.length).fill(UNKNOWN_CHANNEL);
  const indexOf = (text: string): number => {
    const channel = findChannel(text);
    return channel === undefined ? UNKNOWN_CHANNEL : channels.indexOf(channel);
  };
  return new Int8Array(lookUp(data, rows, Float64Array.from(data.dictionary, indexOf), UNKNOWN_CHANNEL));
}

function machineReaders(audience: Audience, rows: Uint32Array): Uint8Array {
  const data = columnWithRole(audience, 'machineReader')?.data;
  return data === undefined ? new Uint8Array(rows.length).fill(UNKNOWN_MACHINE) : yesNoOf(data, rows);
}
