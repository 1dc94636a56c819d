import type { Columns } from '../compile/program.ts';
import { MOST_CHRONOLOGICAL } from './protocol.ts';
import { CONTACT_KEY, draw } from './random.ts';
import type { Outcomes } from './results.ts';

/**
 * Rows of the columns in the order in which contacts who want the same capacity in the same minute are served: by a keyed draw, then by
 * number (rows are in order of numbers). A run whose rows stand in this order finds those who act in one minute one after the other.
 */
export function servingOrder({ contact, count }: Columns, seed: number): Int32Array {
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row++)
    keys[row] = draw(seed, CONTACT_KEY.CAPACITY, contact[row]!, 0) * MOST_CHRONOLOGICAL + row;
  return Int32Array.from(keys.sort(), (key) => key % MOST_CHRONOLOGICAL);
}

/** The columns with their rows in that order. */
export function inServingOrder(columns: Columns, order: Int32Array): Columns {
  const { count, contact, zone, consent, reachable, preferred, machine, inputs, account } = columns;
  return {
    count,
    contact: contact.map((_, k) => contact[order[k]!]!),
    zone: zone.map((_, k) => zone[order[k]!]!),
    consent: consent.map((_, k) => consent[order[k]!]!),
    reachable: reachable.map((_, k) => reachable[order[k]!]!),
    preferred: preferred.map((_, k) => preferred[order[k]!]!),
    machine: machine.map((_, k) => machine[order[k]!]!),
    inputs: inputs.map((input) => input.map((_, k) => input[order[k]!]!)),
    ...(account && { account: account.map((_, k) => account[order[k]!]!) }),
  };
}

/** Outcomes of rows in that order, by number again. */
export function outcomesByNumber(ranked: Outcomes, order: Int32Array): Outcomes {
  const place = new Int32Array(order.length);
  order.forEach((row, k) => (place[row] = k));
  return {
    contact: ranked.contact.map((_, row) => ranked.contact[place[row]!]!),
    conversions: ranked.conversions.map((_, row) => ranked.conversions[place[row]!]!),
    revenueMinor: ranked.revenueMinor.map((_, row) => ranked.revenueMinor[place[row]!]!),
    costMicros: ranked.costMicros.map((_, row) => ranked.costMicros[place[row]!]!),
    sent: ranked.sent.map((_, row) => ranked.sent[place[row]!]!),
    unsubscribed: ranked.unsubscribed.map((_, row) => ranked.unsubscribed[place[row]!]!),
  };
}
