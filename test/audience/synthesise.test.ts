import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience, Column } from '../../src/audience/audience.ts';
import { dayOfIsoDate } from '../../src/audience/isoDate.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';

const ROWS = 50_000;
const audience = synthesise(ROWS, 1);
const TODAY = dayOfIsoDate('2026-03-02') * 1440;

function data<T extends Column['type']>(name: string, type: T): Extract<Column, { type: T }> {
  const column = audience.columns.find((candidate) => candidate.name === name)!.data;
  if (column.type !== type) throw new Error(`${name} is ${column.type}`);
  return column as Extract<Column, { type: T }>;
}

function shares(name: string): Record<string, number> {
  const { codes, dictionary } = data(name, 'category');
  const counts = new Float64Array(dictionary.length);
  for (const code of codes) if (code < counts.length) counts[code]!++;
  return Object.fromEntries(dictionary.map((text, code) => [text, counts[code]! / ROWS]));
}

function shareOfYes(name: string): number {
  return data(name, 'boolean').values.reduce((sum, value) => sum + Number(value === 1), 0) / ROWS;
}

function slice(data: Column, from: number, to: number): Column {
  return data.type === 'category'
    ? { ...data, codes: data.codes.slice(from, to) }
    : ({ ...data, values: data.values.slice(from, to) } as Column);
}

/** FNV-1a over every column: changes when any value does. */
function fingerprint(of: Audience): string {
  let hash = 0x811c9dc5;
  const add = (bytes: Uint8Array): void => {
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (const { name, data: column } of of.columns) {
    add(
      new TextEncoder().encode(name + (column.type === 'category' ? column.dictionary.join() : column.type)),
    );
    const { buffer } = column.type === 'category' ? column.codes : column.values;
    add(new Uint8Array(buffer));
  }
  return (hash >>> 0).toString(16);
}

test('a slice equals that part of the whole', () => {
  const edge = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(fc.integer(), edge, edge, (seed, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const whole = synthesise(3000, seed);
      const expected = whole.columns.map(({ name, data: column }) => ({
        name,
        data: slice(column, from, to),
      }));
      const part = synthesise(3000, seed, from, to);
      expect(part).toEqual({ ...whole, rows: to - from, columns: expected });
    }),
    { seed: 7, numRuns: 40 },
  );
});

test('its values do not depend on how many rows there are', () => {
  expect(synthesise(1_000_000, 5, 0, 100).columns).toEqual(synthesise(100, 5).columns);
});

test('is byte for byte what it was when its tables were last changed', () => {
  expect(fingerprint(synthesise(2000, 1))).toMatchInlineSnapshot(`"4e4c1e82"`);
});

test('another seed makes other people', () => {
  expect(synthesise(100, 2).columns).not.toEqual(synthesise(100, 1).columns);
});

test('refuses slices that are none', () => {
  expect(() => synthesise(10, 1, 5, 11)).toThrow('5 to 11 of 10');
});

describe('the people', () => {
  test('intend, consent and prefer in the shares promised', () => {
    expect(shares('intent')['high']).toBeCloseTo(0.2, 1);
    expect(shares('intent')['low']).toBeCloseTo(0.45, 1);
    for (const [channel, share] of [
      ['email', 0.92],
      ['sms', 0.45],
      ['push', 0.4],
      ['whatsapp', 0.25],
    ] as const) {
      expect(Math.abs(shareOfYes(`${channel}_consent`) - share)).toBeLessThan(0.01);
    }
    expect(Object.keys(shares('country'))).toHaveLength(10);
    expect(Object.values(shares('country')).every((share) => share > 0.02)).toBe(true);
  });

  test('score higher the more they intend', () => {
    const { codes } = data('intent', 'category');
    const { values } = data('intent_score', 'number');
    const mean = (intent: number): number => {
      const scores = values.filter((_, row) => codes[row] === intent);
      return scores.reduce((sum, score) => sum + score, 0) / scores.length;
    };
    expect(mean(0)).toBeGreaterThan(mean(1) + 20);
    expect(mean(1)).toBeGreaterThan(mean(2) + 20);
    expect(values.every((score) => Number.isInteger(score) && score >= 0 && score <= 100)).toBe(true);
  });

  test('live in a zone of their country that this platform knows', () => {
    const zones = data('time_zone', 'category');
    const country = data('country', 'category');
    const american = [...zones.codes].filter((_, row) => country.dictionary[country.codes[row]!] === 'US');
    expect(new Set(american.map((code) => zones.dictionary[code]!.split('/')[0]))).toEqual(
      new Set(['America']),
    );
    expect(schemaOf(audience).zones).toEqual([...zones.dictionary].sort());
  });

  test('ordered before today, renew after it, and signed up before they ordered', () => {
    const orders = data('orders', 'number').values;
    const last = data('last_order', 'date').values;
    const renewal = data('renewal_date', 'date').values;
    const signedUp = data('signed_up', 'date').values;
    for (let row = 0; row < ROWS; row++) {
      if (Number.isNaN(last[row]!) !== (orders[row] === 0)) throw new Error(`row ${row}`);
      if (orders[row] !== 0 && !(last[row]! < TODAY && signedUp[row]! < last[row]!))
        throw new Error(`row ${row}`);
      if (!(renewal[row]! > TODAY && renewal[row]! <= TODAY + 180 * 1440)) throw new Error(`row ${row}`);
    }
  });

  test('are worth little mostly, and much sometimes', () => {
    const values = data('lifetime_value', 'number').values.slice().sort();
    const mean = values.reduce((sum, value) => sum + value, 0) / ROWS;
    expect(mean).toBeGreaterThan(1.5 * values[ROWS / 2]!);
    expect(values.every((value) => Math.round(value * 100) / 100 === value)).toBe(true);
  });

  test('have an id, roles and tags', () => {
    expect(new Set(data('contact_id', 'number').values).size).toBe(ROWS);
    expect(audience.roles).toEqual({
      contact_id: 'id',
      time_zone: 'zone',
      preferred_channel: 'preferredChannel',
      email_consent: 'consent:email',
      sms_consent: 'consent:sms',
      push_consent: 'consent:push',
      whatsapp_consent: 'consent:whatsapp',
      tags: 'tags',
    });
    expect(Object.values(shares('tags')).reduce((sum, share) => sum + share, 0)).toBeLessThan(0.5);
  });
});
