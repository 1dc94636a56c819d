import { MINUTES_PER_DAY } from '../journey/units.ts';
import { MISSING_CODE, type Audience, type AudienceColumn, type Column, type Roles } from './audience.ts';
import { drawAt, streamKey } from './hash.ts';
import { dayNumber } from './isoDate.ts';
import * as sample from './sampleTables.ts';

/** The sample's own today: dates lie around it. Not the clock's, so that the sample is the same tomorrow. */
const TODAY = dayNumber(2026, 3, 2);
const RENEWAL_DAYS = 180;
const VIP_VALUE = 600;
const LAPSED_DAYS = 300;

/** One number per column or cause: draws of one never move those of another. */
const STREAM = {
  intent: 0,
  scoreA: 1,
  scoreB: 2,
  plan: 3,
  country: 4,
  zone: 5,
  value: 6,
  basket: 7,
  lastOrder: 8,
  renewal: 9,
  signedUp: 10,
  newsletter: 11,
  preferred: 12,
  beta: 13,
  churn: 14,
  /** One per channel from here. */
  consent: 16,
} as const;

const ROLES: Roles = {
  contact_id: 'id',
  time_zone: 'zone',
  preferred_channel: 'preferredChannel',
  email_consent: 'consent:email',
  sms_consent: 'consent:sms',
  push_consent: 'consent:push',
  whatsapp_consent: 'consent:whatsapp',
  tags: 'tags',
};

/**
 * The built-in audience, made up: contacts `from` (included) to `to` (excluded) of `rows`. Every value hangs on the seed
 * and the contact's number alone, in integers and simple arithmetic, so any slice equals that part of the whole, byte for
 * byte, on every machine. New buffers, owned by the caller.
 */
export function synthesise(rows: number, seed: number, from = 0, to = rows): Audience {
  if (!(from >= 0 && from <= to && to <= rows))
    throw new RangeError(`invalid slice: ${from} to ${to} of ${rows}`);
  const draws = new Draws(seed, from, to - from);
  const intent = draws.pick(STREAM.intent, () => sample.INTENT_SLOTS);
  const plan = draws.pick(STREAM.plan, (row) => sample.PLAN_SLOTS[intent[row]!]!);
  const country = draws.pick(STREAM.country, () => sample.COUNTRY_SLOTS);
  const preferred = draws.pick(STREAM.preferred, () => sample.PREFERRED_SLOTS);
  const value = lifetimeValues(draws, plan);
  const orders = orderCounts(draws, value);
  const lastOrder = lastOrders(draws, orders, intent);
  const consents = sample.PREFERRED.map((_, channel) => consentTo(draws, channel, preferred));
  const columns: AudienceColumn[] = [
    { name: 'contact_id', data: numbers(draws.each((row) => from + row + 1)) },
    { name: 'intent', data: category(intent, sample.INTENTS) },
    { name: 'intent_score', data: numbers(intentScores(draws, intent)) },
    { name: 'plan', data: category(plan, sample.PLANS) },
    { name: 'country', data: category(country, sample.COUNTRIES) },
    { name: 'time_zone', data: zones(draws, country) },
    { name: 'lifetime_value', data: numbers(value) },
    { name: 'orders', data: numbers(orders) },
    { name: 'last_order', data: days(lastOrder) },
    {
      name: 'renewal_date',
      data: days(draws.each((row) => TODAY + 1 + draws.below(STREAM.renewal, row, RENEWAL_DAYS))),
    },
    { name: 'signed_up', data: days(signUps(draws, lastOrder)) },
    { name: 'newsletter', data: yesNo(newsletter(draws, consents[0]!)) },
    { name: 'preferred_channel', data: category(preferred, sample.PREFERRED) },
    ...sample.PREFERRED.map((channel, index) => ({
      name: `${channel}_consent`,
      data: yesNo(consents[index]!),
    })),
    { name: 'tags', data: tags(draws, { value, lastOrder, intent }) },
  ];
  return { id: `sample-${rows}-${seed}`, name: 'Sample audience', rows: to - from, columns, roles: ROLES };
}

/** Draws for a slice: rows are counted from the slice's start, luck from the audience's. */
class Draws {
  readonly rows: number;
  private readonly from: number;
  private readonly keys: readonly number[];

  constructor(seed: number, from: number, rows: number) {
    this.rows = rows;
    this.from = from;
    this.keys = Array.from({ length: STREAM.consent + sample.PREFERRED.length }, (_, stream) =>
      streamKey(seed, stream),
    );
  }

  /** A whole number from 0 to below `bound`. The bias of scaling 32 bits is below bound / 2^32. */
  below(stream: number, row: number, bound: number): number {
    return Math.floor((drawAt(this.keys[stream]!, this.from + row) * bound) / 0x100000000);
  }

  /** An index per row, with the shares of the table that `slotsOf` gives for it. */
  pick(stream: number, slotsOf: (row: number) => Uint8Array): Uint8Array {
    const out = new Uint8Array(this.rows);
    for (let row = 0; row < out.length; row++) out[row] = slotsOf(row)[this.below(stream, row, 100)]!;
    return out;
  }

  each(valueOf: (row: number) => number): Float64Array {
    const out = new Float64Array(this.rows);
    for (let row = 0; row < out.length; row++) out[row] = valueOf(row);
    return out;
  }
}

function intentScores(draws: Draws, intent: Uint8Array): Float64Array {
  const half = sample.SCORE_SPREAD / 2 + 1;
  return draws.each(
    (row) =>
      sample.SCORE_FROM[intent[row]!]! +
      draws.below(STREAM.scoreA, row, half) +
      draws.below(STREAM.scoreB, row, half),
  );
}

/** Linear between the quantiles, in whole cents. */
function lifetimeValues(draws: Draws, plan: Uint8Array): Float64Array {
  const quantiles = sample.VALUE_QUANTILES;
  const steps = quantiles.length - 1;
  return draws.each((row) => {
    const at = draws.below(STREAM.value, row, steps * 1000) / 1000;
    const index = Math.floor(at);
    const base = quantiles[index]! + (quantiles[index + 1]! - quantiles[index]!) * (at - index);
    return Math.round(base * sample.PLAN_WORTH[plan[row]!]! * 100) / 100;
  });
}

/** Baskets of 20 to 89 currency units. */
function orderCounts(draws: Draws, value: Float64Array): Float64Array {
  return draws.each((row) =>
    value[row]! === 0 ? 0 : 1 + Math.floor(value[row]! / (20 + draws.below(STREAM.basket, row, 70))),
  );
}

/** Day numbers; the square of a uniform draw makes recent orders the usual ones. */
function lastOrders(draws: Draws, orders: Float64Array, intent: Uint8Array): Float64Array {
  return draws.each((row) => {
    if (orders[row] === 0) return NaN;
    const u = draws.below(STREAM.lastOrder, row, 1000);
    return TODAY - 1 - Math.floor((u * u * sample.LAST_ORDER_DAYS[intent[row]!]!) / 1_000_000);
  });
}

function signUps(draws: Draws, lastOrder: Float64Array): Float64Array {
  return draws.each(
    (row) =>
      (Number.isNaN(lastOrder[row]!) ? TODAY : lastOrder[row]!) - 1 - draws.below(STREAM.signedUp, row, 1200),
  );
}

function consentTo(draws: Draws, channel: number, preferred: Uint8Array): Uint8Array {
  const shares = sample.CONSENT_SHARES[channel]!;
  const out = new Uint8Array(draws.rows);
  for (let row = 0; row < out.length; row++) {
    const share = preferred[row] === channel ? shares.preferred : shares.others;
    out[row] = draws.below(STREAM.consent + channel, row, 1000) < share ? 1 : 0;
  }
  return out;
}

/** Six of ten of those who may be e-mailed. */
function newsletter(draws: Draws, email: Uint8Array): Uint8Array {
  return email.map((consent, row) => (consent === 1 && draws.below(STREAM.newsletter, row, 10) < 6 ? 1 : 0));
}

function zones(draws: Draws, country: Uint8Array): Column {
  const dictionary = sample.COUNTRY_ZONES.flatMap(({ zones: ids }) => [...ids]);
  const first = sample.COUNTRY_ZONES.map(({ zones: ids }) => dictionary.indexOf(ids[0]));
  const within = draws.pick(STREAM.zone, (row) => sample.COUNTRY_ZONES[country[row]!]!.slots);
  return category(
    within.map((zone, row) => first[country[row]!]! + zone),
    dictionary,
  );
}

function tags(
  draws: Draws,
  of: { value: Float64Array; lastOrder: Float64Array; intent: Uint8Array },
): Column {
  const sets = new Uint8Array(draws.rows);
  for (let row = 0; row < sets.length; row++) {
    const vip = of.value[row]! >= VIP_VALUE ? 1 : 0;
    const beta = draws.below(STREAM.beta, row, 100) < 6 ? 2 : 0;
    const lapsed =
      TODAY - of.lastOrder[row]! > LAPSED_DAYS ||
      (of.intent[row] === 2 && draws.below(STREAM.churn, row, 100) < 8);
    sets[row] = vip + beta + (lapsed ? 4 : 0);
  }
  // Set 0 wraps to 255, beyond the dictionary: missing.
  return category(
    sets.map((set) => set - 1),
    sample.TAGS,
  );
}

function numbers(values: Float64Array): Column {
  return { type: 'number', values };
}

function days(values: Float64Array): Column {
  return { type: 'date', precision: 'day', values: values.map((day) => day * MINUTES_PER_DAY) };
}

function yesNo(values: Uint8Array): Column {
  return { type: 'boolean', values };
}

/** Indices at or beyond the dictionary's end are missing values. */
function category(indices: Uint8Array, dictionary: readonly string[]): Column {
  const codes = new Uint32Array(indices);
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! >= dictionary.length) codes[row] = MISSING_CODE;
  return { type: 'category', codes, dictionary };
}
