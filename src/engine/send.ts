import type { ProgramSend } from '../compile/program.ts';
import { FLAG, GROUP_OFFSET, type Block } from './block.ts';
import { minuteOfWeek, unwarp } from './calendar.ts';
import { EVENT } from './eventLog.ts';
import { AUDIENCE_OFFSET } from './people.ts';
import { PURPOSE, draw, second } from './random.ts';
import { SEND_FIELDS, type SendField, type TraceKind, type UnsentReason } from './results.ts';
import { NEVER, TWO_32, accepts, poisson, quantile, wholeMinutes } from './tables.ts';

const WIDTH = SEND_FIELDS.length;
const FIELD = Object.fromEntries(SEND_FIELDS.map((name, index) => [name, index])) as Readonly<
  Record<SendField, number>
>;
/** Apart in the key, so that the same message delivered by e-mail may fail by SMS; nothing else of a send depends on its channel. */
const CHANNEL_SALT = 0x9e3779b9;

/** The step that sends: where its draws are keyed and its answers are remembered. */
export interface Sender {
  readonly key: number;
  readonly counter: number;
  readonly slot: number;
  readonly everSlot: number;
}

type Obstacle = Extract<UnsentReason, 'holdout' | 'suppressed' | 'consent' | 'unreachable'> | undefined;

/** Why a send on this channel cannot go out at `t` whatever the policies; undefined when it can. In the order of reasons. */
export function obstacle(
  block: Block,
  i: number,
  channel: number,
  t: number,
  transactional: boolean,
): Obstacle | undefined {
  if (block.holdout[i] === 1) return 'holdout';
  const at = channel * block.size + i;
  if (block.suppressedAt[at]! <= t) return 'suppressed';
  const row = block.base + i;
  const given = (block.columns.consent[row]! >> channel) & 1;
  if (!transactional && (given === 0 || block.unsubscribedAt[at]! <= t)) return 'consent';
  return ((block.columns.reachable[row]! >> channel) & 1) === 1 ? undefined : 'unreachable';
}

/**
 * Sends, and draws everything that will come of it: minutes of delivery, open, click, reply, conversions, end of consent.
 * Answers at or after the run's end never happen.
 */
export function sendMessage(block: Block, i: number, t: number, index: number, sender: Sender): void {
  const send = block.journey.sends[index]!;
  // The parts are functions of their own so that what each calls fits into the compiler's budget for inlining.
  const pressureBin = block.people.pressureBin(i, t);
  goOut(block, i, t, index, send, sender);
  const occasion = block.occasion(i, sender.counter, 0);
  if (arrives(block, i, t, index, send, sender, occasion)) meet(block, i, t, index, send, sender, occasion, pressureBin);
}

/** Counts the send, charges it, and lets what remembers sends remember it. */
function goOut(block: Block, i: number, t: number, index: number, send: ProgramSend, sender: Sender): void {
  const { people, pressure, flags } = block;
  const { groups } = block.results;
  const group = block.group[i]!;
  count(block, index, FIELD.sent, t);
  block.tracer?.note(i, 'sent', t, block.place, index);
  groups[GROUP_OFFSET.sent + group] = groups[GROUP_OFFSET.sent + group]! + 1;
  people.audience[AUDIENCE_OFFSET.sent + group] = people.audience[AUDIENCE_OFFSET.sent + group]! + 1;
  people.outcomes?.send(block.base + i);
  charge(block, i, t, index, send.costMicros);
  flags[i] = flags[i]! | FLAG.MESSAGED;
  pressure[i] = pressure[i]! + send.pressure;
  if (block.hasPolicies) noteForPolicies(block, i, t, send);
  if (block.marksSends) block.log.add(i, t, EVENT.SEND, 0, index, block.place);
  if (sender.slot >= 0) clearSlot(block, i, sender.slot, t, send.channel);
  if (block.journey.latestSlot >= 0) clearSlot(block, i, block.journey.latestSlot, t, send.channel);
}

/** Whether the message is delivered; else it bounces. */
function arrives(
  block: Block,
  i: number,
  t: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  occasion: number,
): boolean {
  const key = (sender.key + (send.channelKey + 1) * CHANNEL_SALT) | 0;
  const delivered = draw(block.seed, key, block.contact[i]!, occasion | PURPOSE.DELIVERY);
  const dead = block.deadWord[i]! < send.hardBounceThreshold;
  if (dead || delivered >= send.deliveredThreshold) {
    bounced(block, i, t + 1, index, send, sender, dead);
    return false;
  }
  if (t + 1 < block.program.endMinute) {
    count(block, index, FIELD.delivered, t + 1);
    block.tracer?.note(i, 'delivered', t + 1, block.place, index);
  }
  const { anySlot } = block.journey;
  if (sender.everSlot >= 0) earliest(block.sentAt, sender.everSlot * block.size + i, t + 1);
  if (anySlot >= 0) earliest(block.sentAt, anySlot * block.size + i, t + 1);
  return true;
}

/** Draws how the contact answers a delivered message. */
function meet(
  block: Block,
  i: number,
  t: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  occasion: number,
  pressureBin: number,
): void {
  const { seed } = block;
  const contact = block.contact[i]!;
  const engagement = block.engagement[i]!;
  const opening = draw(seed, sender.key, contact, occasion | PURPOSE.OPENING);
  const openWord = second() | 0;
  const opens = accepts(opening, send.openOdds[engagement]! * send.openFatigue[pressureBin]!);
  const openTime = t + openMinutes(block, i, t, send, openWord);
  const answering = draw(seed, sender.key, contact, occasion | PURPOSE.ANSWERING);
  let clickOdds = 0;
  if (opens) {
    clickOdds = send.clickOdds[engagement]! * send.clickFatigue[pressureBin]!;
    if (send.clickDelayFactor.length > 0) clickOdds *= send.clickDelayFactor[openWord >>> 25]!;
  }
  const willClick = opens && accepts(second(), clickOdds);
  if (accepts(answering, send.unsubscribeOdds[engagement]! * send.unsubscribeFatigue[pressureBin]!))
    unsubscribes(block, i, openTime, index, send, sender, occasion);
  if (opens && send.opensCounted && openTime < block.program.endMinute) count(block, index, FIELD.openedTrue, openTime);
  reportAnswers(block, i, t, index, send, sender, occasion, openTime, opens);
  if (send.goodwill >= 0 && (send.goodwillAtDelivery || opens))
    goodwill(block, i, send.goodwillAtDelivery ? t : openTime, send.goodwill, sender, occasion);
  if (willClick) clicks(block, i, openTime, index, send, sender, occasion);
}

/** Whole minutes from the send to its open. */
function openMinutes(block: Block, i: number, t: number, send: ProgramSend, word: number): number {
  const delay = quantile(send.openDelay, word);
  if (!send.warped) return wholeMinutes(delay);
  const local = block.calendar.local(block.zone[i]!, t);
  return wholeMinutes(unwarp(block.program.response.warp, minuteOfWeek(local), delay));
}

function reportAnswers(
  block: Block,
  i: number,
  t: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  occasion: number,
  openTime: number,
  opens: boolean,
): void {
  const byMachine = send.machineOpens && block.machine[i] === 1;
  let reported = opens ? openTime : NEVER;
  let replies = false;
  if (send.replyThreshold > 0 || byMachine) {
    replies = draw(block.seed, sender.key, block.contact[i]!, occasion | PURPOSE.REPLYING) < send.replyThreshold;
    if (byMachine) {
      const within = (second() / TWO_32) * block.program.response.machineOpenMinutes;
      reported = Math.min(reported, t + 1 + Math.floor(within));
    }
  }
  if (send.opensReported && reported < block.program.endMinute) {
    answer(block, i, reported, index, FIELD.opened, block.openAt, sender);
    block.flags[i] = block.flags[i]! | FLAG.OPENED;
    if (block.marksAnswers) block.log.add(i, reported, EVENT.OPEN, 0, index, block.place);
  }
  if (replies && !send.replyIsClick)
    answer(block, i, openTime + 1, index, FIELD.replied, block.replyAt, sender);
}

/** Adds a cost at `t` to the send (when there is one) and to the contact's group. */
export function charge(block: Block, i: number, t: number, index: number, micros: number): void {
  if (micros === 0) return;
  if (index >= 0) count(block, index, FIELD.costMicros, t, micros);
  block.spend(i, t, micros);
}

/** Caps and budgets hear of a send. */
function noteForPolicies(block: Block, i: number, t: number, send: ProgramSend): void {
  if (send.counts.length > 0) block.caps.note(i, block.zone[i]!, t, send.counts, block.place);
  block.capacity?.spend(send.channel, send.costMicros);
}

function count(block: Block, index: number, field: number, t: number, amount = 1): void {
  const at = index * WIDTH + field;
  block.results.sends[at] = block.results.sends[at]! + amount;
  block.daily?.count(t, block.journey.sends[index]!.channel, field, amount);
}

function clearSlot(block: Block, i: number, slot: number, t: number, channel: number): void {
  const at = slot * block.size + i;
  block.sentAt[at] = t;
  block.sentOn[at] = channel;
  block.openAt[at] = NEVER;
  block.clickAt[at] = NEVER;
  block.replyAt[at] = NEVER;
  block.bounceAt[at] = NEVER;
}

function earliest(times: Int32Array, at: number, time: number): void {
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
  count(block, index, field, time);
  block.tracer?.note(i, SEND_FIELDS[field] as TraceKind, time, block.place, index);
  const { size, journey } = block;
  if (sender.slot >= 0) times[sender.slot * size + i] = time;
  if (journey.latestSlot >= 0) times[journey.latestSlot * size + i] = time;
  if (sender.everSlot >= 0) earliest(times, sender.everSlot * size + i, time);
  if (journey.anySlot >= 0) earliest(times, journey.anySlot * size + i, time);
}

function bounced(
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
  count(block, index, FIELD.unsubscribed, time);
  block.tracer?.note(i, 'unsubscribed', time, block.place, index);
  draw(block.seed, sender.key, block.contact[i]!, occasion | PURPOSE.CLICKING);
  const complains = second() < send.complaintShareThreshold;
  if (complains) count(block, index, FIELD.complained, time);
  const journeys = block.program.journeys.length;
  block.unsubscribedBy[at] = (index * 2 + (complains ? 1 : 0)) * journeys + block.place;
}

/** Takes an unsubscription at `time` that another overtook off its send, which may be another journey's. */
function takeBack({ program, people }: Block, i: number, by: number, time: number): void {
  if (by < 0) return;
  const place = by % program.journeys.length;
  const send = Math.floor(by / program.journeys.length);
  people.uncount(place, send >> 1, FIELD.unsubscribed, time);
  if ((send & 1) === 1) people.uncount(place, send >> 1, FIELD.complained, time);
  people.tracer?.forget(i, 'unsubscribed', time);
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
  count(block, index, FIELD.converted, bought);
  count(block, index, FIELD.revenueMinor, bought, value);
}
