import type { DelayTable, PoissonTable, ProgramSend } from '../../src/compile/program.ts';
import { draw, occasion, PURPOSE, second } from '../../src/engine/random.ts';

/** In the order in which they count within a minute. */
export const ANSWERS = [
  'bounced',
  'delivered',
  'opened',
  'openedTrue',
  'clicked',
  'replied',
  'conversion',
  'unsubscribed',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** Something that will come of a send, minutes after it. */
export interface Outcome {
  readonly answer: Answer;
  readonly after: number;
  /** Of a conversion: as drawn, 32 bits of the order value's distribution. */
  readonly valueWord?: number;
  /** Of a conversion: it follows the click and counts for the message. */
  readonly byClick?: boolean;
  /** Of a bounce: the address is dead. Of an unsubscription: it is a complaint too. */
  readonly bad?: boolean;
}

/** What a send's draws depend on. */
export interface Occasion {
  readonly seed: number;
  readonly stepKey: number;
  readonly contact: number;
  readonly entry: number;
  readonly pass: number;
}

export interface Recipient {
  readonly engagement: number;
  readonly propensity: number;
  readonly isMachine: boolean;
  readonly deadWord: number;
  readonly pressureBin: number;
  /** Clock minutes that so many minutes of activity take from now. */
  readonly warp: (virtual: number) => number;
}

const TWO_32 = 2 ** 32;
const CHANNEL_SALT = 0x9e3779b9;

/** Two words of a draw for a purpose. */
function words(at: Occasion, purpose: number, key = at.stepKey): readonly [number, number] {
  const first = draw(at.seed, key, at.contact, occasion(at.entry, at.pass, purpose));
  return [first, second()];
}

/** Everything that comes of one send (semantics D), in no particular order. */
export function outcomesOf(
  send: ProgramSend,
  at: Occasion,
  who: Recipient,
  tables: { goodwill: readonly PoissonTable[]; goodwillDelay: DelayTable; machineOpenMinutes: number },
): Outcome[] {
  const [delivery] = words(at, PURPOSE.DELIVERY, (at.stepKey + (send.channelKey + 1) * CHANNEL_SALT) | 0);
  const dead = who.deadWord < send.hardBounceThreshold;
  if (dead || delivery >= send.deliveredThreshold) return [{ answer: 'bounced', after: 1, bad: dead }];

  const [openWord, delayWord] = words(at, PURPOSE.OPENING);
  const [leaveWord, clickWord] = words(at, PURPOSE.ANSWERING);
  const [replyWord, machineWord] = words(at, PURPOSE.REPLYING);
  const odds = (table: Float64Array, fatigue: Float64Array) =>
    table[who.engagement]! * fatigue[who.pressureBin]!;
  const virtual = quantile(send.openDelay, delayWord);
  const openAfter = rounded(send.warped ? who.warp(virtual) : virtual);
  const opens = happens(openWord, odds(send.openOdds, send.openFatigue));

  const outcomes: Outcome[] = [{ answer: 'delivered', after: 1 }];
  if (opens && send.opensCounted) outcomes.push({ answer: 'openedTrue', after: openAfter });
  const seen = [
    ...(opens ? [openAfter] : []),
    ...(send.machineOpens && who.isMachine
      ? [1 + Math.floor((machineWord / TWO_32) * tables.machineOpenMinutes)]
      : []),
  ];
  if (send.opensReported && seen.length > 0) outcomes.push({ answer: 'opened', after: Math.min(...seen) });
  if (happens(leaveWord, odds(send.unsubscribeOdds, send.unsubscribeFatigue))) {
    const [, complaintWord] = words(at, PURPOSE.CLICKING);
    outcomes.push({
      answer: 'unsubscribed',
      after: openAfter,
      bad: complaintWord < send.complaintShareThreshold,
    });
  }
  if (!send.replyIsClick && replyWord < send.replyThreshold)
    outcomes.push({ answer: 'replied', after: openAfter + 1 });
  if (send.goodwill >= 0 && (send.goodwillAtDelivery || opens)) {
    const [countWord] = words(at, PURPOSE.GOODWILL);
    const count = poisson(tables.goodwill[send.goodwill]!, who.propensity, countWord);
    for (let k = 0; k < count; k++) {
      const [goodwillDelay, valueWord] = words(at, PURPOSE.EACH + k);
      const from = send.goodwillAtDelivery ? 0 : openAfter;
      outcomes.push({
        answer: 'conversion',
        after: from + rounded(quantile(tables.goodwillDelay, goodwillDelay)),
        valueWord,
      });
    }
  }

  // A later open makes a click less likely: the factor goes with the open delay's place in its distribution.
  const factor = send.clickDelayFactor[Math.floor((delayWord / TWO_32) * send.clickDelayFactor.length)] ?? 1;
  if (!opens || !happens(clickWord, odds(send.clickOdds, send.clickFatigue) * factor)) return outcomes;
  const [clickDelay] = words(at, PURPOSE.CLICKING);
  const clickAfter = openAfter + rounded(quantile(send.clickDelay, clickDelay));
  outcomes.push({ answer: 'clicked', after: clickAfter });
  if (send.replyIsClick) outcomes.push({ answer: 'replied', after: clickAfter });
  const [convertWord, quickWord] = words(at, PURPOSE.CONVERTING);
  if (convertWord < send.conversionThreshold[who.propensity]!) {
    const [buyDelay, valueWord] = words(at, PURPOSE.BUYING);
    const delay = quickWord < send.quickShareThreshold ? send.quickDelay : send.slowDelay;
    outcomes.push({
      answer: 'conversion',
      after: clickAfter + rounded(quantile(delay, buyDelay)),
      valueWord,
      byClick: true,
    });
  }
  return outcomes;
}

/** With odds o: probability o / (1 + o). */
function happens(word: number, odds: number): boolean {
  return word * (1 + odds) < odds * TWO_32;
}

/** Value of a distribution at a 32-bit draw, linear between the entries of its table. */
export function quantile(table: DelayTable, word: number): number {
  const place = (word / TWO_32) * (table.length - 1);
  const cell = Math.floor(place);
  return table[cell]! + (table[cell + 1]! - table[cell]!) * (place - cell);
}

/** Whole minutes, upwards, at least one. */
export function rounded(delay: number): number {
  return Math.max(1, Math.ceil(delay));
}

/** How many events: the first k whose cumulative probability is above the draw. */
function poisson({ width, thresholds }: PoissonTable, bin: number, word: number): number {
  const row = thresholds.subarray(bin * width, (bin + 1) * width);
  return row.findIndex((threshold) => word < threshold);
}
