import type { ProgramSend } from '../compile/program.ts';
import { FLAG, type Block } from './block.ts';
import { minuteOfWeek, unwarp } from './calendar.ts';
import { EVENT } from './eventLog.ts';
import { BLOCK_CONTACTS } from './memory.ts';
import { drawing } from './drawColumn.ts';
import { PURPOSE, draw, second } from './random.ts';
import { SEND_FIELDS, type SendField, type TraceKind } from './results.ts';
import { NEVER, TWO_32, accepts, poisson, quantile, wholeMinutes } from './tables.ts';

export const WIDTH = SEND_FIELDS.length;
export const FIELD = Object.fromEntries(SEND_FIELDS.map((name, index) => [name, index])) as Readonly<
  Record<SendField, number>
>;
/** The step that sends: where its draws are keyed and its answers are remembered. */
export interface Sender {
  readonly key: number;
  readonly counter: number;
  readonly slot: number;
  readonly everSlot: number;
}

/** Lanes of the draws of a send. */
export const DELIVERY = 0;
export const OPENING = BLOCK_CONTACTS;
export const ANSWERING = 2 * BLOCK_CONTACTS;
export const REPLYING = 3 * BLOCK_CONTACTS;

/** Of the contacts that one `sendMessage` writes to, in the order of its list. */
export const pressureBins = new Uint8Array(BLOCK_CONTACTS);

/** Bits of what a contact does about a delivered message. */
export const DOES = { OPEN: 1, LEAVE: 2, REPLY: 4, HAVE_IT_OPENED: 8 } as const;

/** Minutes and consequences of what a contact, the `k`-th of the list, does about a message. */
export function answers(
  block: Block,
  i: number,
  k: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  does: number,
): void {
  const { second: seconds } = drawing;
  const occasion = drawing.occasion[k]!;
  const t = block.at[i]!;
  const opens = (does & DOES.OPEN) !== 0;
  const acts = (does & (DOES.OPEN | DOES.LEAVE | DOES.REPLY)) !== 0;
  const openTime = acts ? t + openMinutes(block, i, t, send, seconds[OPENING + k]! | 0) : NEVER;
  if ((does & DOES.LEAVE) !== 0) unsubscribes(block, i, openTime, index, send, sender, occasion);
  if (opens && send.opensCounted && openTime < block.program.endMinute)
    count(block, i, index, FIELD.openedTrue, openTime);
  if (send.opensReported) reportOpen(block, i, k, index, sender, does, openTime);
  if ((does & DOES.REPLY) !== 0) answer(block, i, openTime + 1, index, FIELD.replied, block.replyAt, sender);
  if (send.goodwill >= 0 && (send.goodwillAtDelivery || opens))
    goodwill(block, i, send.goodwillAtDelivery ? t : openTime, send.goodwill, sender, occasion);
  if (!opens) return;
  let clickOdds = send.clickOdds[block.engagement[i]!]! * send.clickFatigue[pressureBins[k]!]!;
  if (send.clickDelayFactor.length > 0) clickOdds *= send.clickDelayFactor[seconds[OPENING + k]! >>> 25]!;
  if (accepts(seconds[ANSWERING + k]!, clickOdds)) clicks(block, i, openTime, index, send, sender, occasion);
}

/** Whole minutes from the send to its open. */
function openMinutes(block: Block, i: number, t: number, send: ProgramSend, word: number): number {
  const delay = quantile(send.openDelay, word);
  if (!send.warped) return wholeMinutes(delay);
  const local = block.calendar.local(block.zone[i]!, t);
  return wholeMinutes(unwarp(block.program.response.warp, minuteOfWeek(local), delay));
}

/** What the sender is told: the first open, by the contact or by a machine. */
function reportOpen(
  block: Block,
  i: number,
  k: number,
  index: number,
  sender: Sender,
  does: number,
  openTime: number,
): void {
  let reported = (does & DOES.OPEN) !== 0 ? openTime : NEVER;
  if ((does & DOES.HAVE_IT_OPENED) !== 0) {
    const { machineOpenMinutes } = block.program.response;
    reported = Math.min(
      reported,
      machineOpen(block.at[i]!, drawing.second[REPLYING + k]!, machineOpenMinutes),
    );
  }
  if (reported >= block.program.endMinute) return;
  answer(block, i, reported, index, FIELD.opened, block.openAt, sender);
  block.flags[i] = block.flags[i]! | FLAG.OPENED;
  if (block.marksAnswers) block.log.add(i, reported, EVENT.OPEN, 0, index, block.place);
}

/** Minute at which a machine opens what was sent at `t`. */
export function machineOpen(t: number, word: number, within: number): number {
  return t + 1 + Math.floor((word / TWO_32) * within);
}

function count(block: Block, i: number, index: number, field: number, t: number, amount = 1): void {
  const at = index * WIDTH + field;
  block.results.sends[at] = block.results.sends[at]! + amount;
  block.detail?.happens(i, t, index, field, amount);
}

export function earliest(times: Int32Array, at: number, time: number): void {
  if (time < times[at]!) times[at] = time;
}

/** Notes an answer wherever somebody asks about it, and counts it when it comes before the run's end. */
function answer(
  block: Block,
  i: number,
  time: number,
  index: number,
  field: number,
  times: Int32Array,
  sender: Sender,
): void {
  if (time >= block.program.endMinute) return;
  count(block, i, index, field, time);
  block.tracer?.note(i, SEND_FIELDS[field] as TraceKind, time, block.place, index);
  const { size, journey } = block;
  if (sender.slot >= 0) times[sender.slot * size + i] = time;
  if (journey.latestSlot >= 0) times[journey.latestSlot * size + i] = time;
  if (sender.everSlot >= 0) earliest(times, sender.everSlot * size + i, time);
  if (journey.anySlot >= 0) earliest(times, journey.anySlot * size + i, time);
}

export function bounced(
  block: Block,
  i: number,
  time: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  dead: boolean,
): void {
  answer(block, i, time, index, FIELD.bounced, block.bounceAt, sender);
  if (dead) earliest(block.suppressedAt, send.channel * block.size + i, time);
}

/** The earliest unsubscription per contact and channel counts; one that it overtakes is taken back from its send. */
function unsubscribes(
  block: Block,
  i: number,
  time: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  occasion: number,
): void {
  if (time >= block.program.endMinute) return;
  const at = send.channel * block.size + i;
  if (block.unsubscribedAt[at]! <= time) return;
  takeBack(block, i, block.unsubscribedBy[at]!, block.unsubscribedAt[at]!);
  block.unsubscribedAt[at] = time;
  block.flags[i] = block.flags[i]! | FLAG.UNSUBSCRIBED;
  block.people.left[i] = 1;
  count(block, i, index, FIELD.unsubscribed, time);
  block.tracer?.note(i, 'unsubscribed', time, block.place, index);
  draw(block.seed, sender.key, block.contact[i]!, occasion | PURPOSE.CLICKING);
  const complains = second() < send.complaintShareThreshold;
  if (complains) {
    count(block, i, index, FIELD.complained, time);
    block.tracer?.note(i, 'complained', time, block.place, index);
  }
  const journeys = block.program.journeys.length;
  block.unsubscribedBy[at] = (index * 2 + (complains ? 1 : 0)) * journeys + block.place;
}

/** Takes an unsubscription at `time` that another overtook off its send, which may be another journey's. */
function takeBack({ program, people }: Block, i: number, by: number, time: number): void {
  if (by < 0) return;
  const place = by % program.journeys.length;
  const send = Math.floor(by / program.journeys.length);
  people.uncount(place, send >> 1, FIELD.unsubscribed, time);
  people.tracer?.forget(i, 'unsubscribed', time);
  if ((send & 1) === 0) return;
  people.uncount(place, send >> 1, FIELD.complained, time);
  people.tracer?.forget(i, 'complained', time);
}

/** Extra conversions that an open (or a served ad) brings without a click (semantics D: clusters instead of a stock). */
function goodwill(
  block: Block,
  i: number,
  from: number,
  row: number,
  sender: Sender,
  occasion: number,
): void {
  const { response, endMinute } = block.program;
  const contact = block.contact[i]!;
  const word = draw(block.seed, sender.key, contact, occasion | PURPOSE.GOODWILL);
  const conversions = poisson(response.goodwill[row]!, block.propensity[i]!, word);
  for (let k = 0; k < conversions; k++) {
    const delay = draw(block.seed, sender.key, contact, occasion | (PURPOSE.EACH + k));
    const value = block.orderValue(second());
    const time = from + wholeMinutes(quantile(response.goodwillDelay, delay));
    if (time < endMinute) block.log.add(i, time, EVENT.CONVERSION, value, -1);
  }
}

function clicks(
  block: Block,
  i: number,
  openTime: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  occasion: number,
): void {
  const { seed, program } = block;
  const contact = block.contact[i]!;
  const time =
    openTime +
    wholeMinutes(quantile(send.clickDelay, draw(seed, sender.key, contact, occasion | PURPOSE.CLICKING)));
  if (time >= program.endMinute) return;
  answer(block, i, time, index, FIELD.clicked, block.clickAt, sender);
  if (send.replyIsClick) answer(block, i, time, index, FIELD.replied, block.replyAt, sender);
  block.flags[i] = block.flags[i]! | FLAG.CLICKED;
  if (block.marksAnswers) block.log.add(i, time, EVENT.CLICK, 0, index, block.place);
  const converting = draw(seed, sender.key, contact, occasion | PURPOSE.CONVERTING);
  if (converting >= send.conversionThreshold[block.propensity[i]!]!) return;
  const delays = second() < send.quickShareThreshold ? send.quickDelay : send.slowDelay;
  const buying = draw(seed, sender.key, contact, occasion | PURPOSE.BUYING);
  const value = block.orderValue(second());
  const bought = time + wholeMinutes(quantile(delays, buying));
  if (bought >= program.endMinute) return;
  block.log.add(i, bought, EVENT.CONVERSION, value, index * program.journeys.length + block.place);
  count(block, i, index, FIELD.converted, bought);
  count(block, i, index, FIELD.revenueMinor, bought, value);
}
