import type { ProgramSend } from '../compile/program.ts';
import {
  ANSWERING,
  DELIVERY,
  DOES,
  FIELD,
  OPENING,
  REPLYING,
  WIDTH,
  answers,
  bounced,
  earliest,
  machineOpen,
  pressureBins,
  type Sender,
} from './answers.ts';
import { FLAG, type Block } from './block.ts';
import { EVENT } from './eventLog.ts';
import { force } from './force.ts';
import { BLOCK_CONTACTS, journeyMemory, peopleMemory } from './memory.ts';
import { drawColumn, drawing } from './drawColumn.ts';
import { PURPOSE } from './random.ts';
import { UNSENT } from './results.ts';
import { NEVER, accepts } from './tables.ts';

/** Apart in the key, so that the same message delivered by e-mail may fail by SMS; nothing else of a send depends on its channel. */
const CHANNEL_SALT = 0x9e3779b9;

/** Places in the list of those whose message bounces, and of those who do something about it and what. */
const bounces = new Int32Array(BLOCK_CONTACTS);
const actors = new Int32Array(BLOCK_CONTACTS);
const deeds = new Uint8Array(BLOCK_CONTACTS);
/** The same of those who leave the message to a machine. */
const unread = new Int32Array(BLOCK_CONTACTS);

/** Why a send on this channel cannot go out at `t` whatever the policies, as a place in `UNSENT_REASONS`; −1 when it can. */
export function obstacle(
  block: Block,
  i: number,
  channel: number,
  t: number,
  transactional: boolean,
): number {
  const { holdout } = journeyMemory(block);
  const { consent, reachable, suppressedAt, unsubscribedAt } = peopleMemory(block.people);
  if (holdout[i] === 1) return UNSENT.holdout;
  const at = channel * block.size + i;
  if (suppressedAt[at]! <= t) return UNSENT.suppressed;
  const given = (consent[i]! >> channel) & 1;
  if (!transactional && (given === 0 || unsubscribedAt[at]! <= t)) return UNSENT.consent;
  return ((reachable[i]! >> channel) & 1) === 1 ? -1 : UNSENT.unreachable;
}

/**
 * Sends one message to the first `count` contacts of `list` at the minute where each stands, and draws everything that will come of it:
 * minutes of delivery, open, click, reply, conversions, end of consent. Answers at or after the run's end never happen.
 */
export function sendMessage(
  block: Block,
  index: number,
  sender: Sender,
  list: Int32Array,
  count: number,
): void {
  const send = block.journey.sends[index]!;
  goOut(block, index, send, sender, list, count);
  drawAnswers(block.seed, send, sender, count);
  if (block.program.forced !== undefined) force(block, index, block.program.forced, list, count);
  hearBack(block, index, send, sender, list, count);
}

/** Counts the sends, charges them, and lets what remembers sends remember them. */
function goOut(
  block: Block,
  index: number,
  send: ProgramSend,
  sender: Sender,
  list: Int32Array,
  count: number,
): void {
  const { contact, pressure } = peopleMemory(block.people);
  const { at, entry, passes, sent } = journeyMemory(block);
  const { contact: contacts, occasion: occasions } = drawing;
  block.people.pressureBins(list, count, at, pressureBins);
  const counted = sender.counter >= 0;
  const place = sender.counter * block.size;
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    contacts[k] = contact[i]!;
    // As `occasion` makes it.
    occasions[k] = (entry[i]! << 20) | (counted ? (passes[place + i]! - 1) << 8 : 0);
    pressure[i] = pressure[i]! + send.pressure;
    sent[i] = sent[i]! + 1;
  }
  const { sends } = block.results;
  const counts = index * WIDTH;
  sends[counts + FIELD.sent] = sends[counts + FIELD.sent]! + count;
  const { costMicros } = send;
  sends[counts + FIELD.costMicros] = sends[counts + FIELD.costMicros]! + costMicros * count;
  if (costMicros > 0) block.spendAll(list, count, costMicros);
  if (sender.slot >= 0) clearSlots(block, list, count, sender.slot, send.channel);
  if (block.journey.latestSlot >= 0) clearSlots(block, list, count, block.journey.latestSlot, send.channel);
  if (block.remarks || block.hasPolicies)
    for (let k = 0; k < count; k++) remark(block, list[k]!, index, send);
}

/** Tells a send to whatever else keeps account of it. */
function remark(block: Block, i: number, index: number, send: ProgramSend): void {
  const t = block.at[i]!;
  block.detail?.sends(i, t, index);
  block.tracer?.note(i, 'sent', t, block.place, index);
  if (block.marksSends) block.log.add(i, t, EVENT.SEND, 0, index, block.place);
  if (send.counts.length > 0) block.caps.note(i, block.zone[i]!, t, send.counts, block.place);
  block.capacity?.spend(send.channel, send.costMicros);
}

function clearSlots(block: Block, list: Int32Array, count: number, slot: number, channel: number): void {
  const { at, sentAt, sentOn, openAt, clickAt, replyAt, bounceAt } = journeyMemory(block);
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    const place = slot * block.size + i;
    sentAt[place] = at[i]!;
    sentOn[place] = channel;
    openAt[place] = NEVER;
    clickAt[place] = NEVER;
    replyAt[place] = NEVER;
    bounceAt[place] = NEVER;
  }
}

function drawAnswers(seed: number, send: ProgramSend, { key }: Sender, count: number): void {
  const deliveryKey = (key + (send.channelKey + 1) * CHANNEL_SALT) | 0;
  drawColumn(seed, deliveryKey, PURPOSE.DELIVERY, count, 0);
  drawColumn(seed, key | 0, PURPOSE.OPENING, count, 1);
  drawColumn(seed, key | 0, PURPOSE.ANSWERING, count, 2);
  if (send.replyThreshold > 0 || send.machineOpens) drawColumn(seed, key | 0, PURPOSE.REPLYING, count, 3);
}

/** Who gets the message, and who does anything about it. */
function hearBack(
  block: Block,
  index: number,
  send: ProgramSend,
  sender: Sender,
  list: Int32Array,
  count: number,
): void {
  const { deadWord, engagement, machine } = peopleMemory(block.people);
  const { at } = journeyMemory(block);
  const { first } = drawing;
  const { hardBounceThreshold, deliveredThreshold, openOdds, openFatigue, machineOpens } = send;
  const { unsubscribeOdds, unsubscribeFatigue, replyThreshold } = send;
  const mayReply = replyThreshold > 0 && !send.replyIsClick;
  const servesAll = send.goodwill >= 0 && send.goodwillAtDelivery;
  const isAsked = sender.everSlot >= 0 || block.journey.anySlot >= 0;
  const isPlain = send.opensReported && !isAsked && !block.remarks && !block.marksAnswers;
  const last = block.program.endMinute - 1;
  let delivered = 0;
  let acting = 0;
  let bouncing = 0;
  let unreading = 0;
  // No calls in this loop: they would make the compiler look every array up again each time.
  for (let k = 0; k < count; k++) {
    const i = list[k]!;
    if (deadWord[i]! < hardBounceThreshold || first[DELIVERY + k]! >= deliveredThreshold) {
      bounces[bouncing++] = k;
      continue;
    }
    if (at[i]! < last) delivered++;
    const bucket = engagement[i]!;
    const bin = pressureBins[k]!;
    let does = accepts(first[OPENING + k]!, openOdds[bucket]! * openFatigue[bin]!) ? DOES.OPEN : 0;
    if (accepts(first[ANSWERING + k]!, unsubscribeOdds[bucket]! * unsubscribeFatigue[bin]!))
      does |= DOES.LEAVE;
    if (mayReply && first[REPLYING + k]! < replyThreshold) does |= DOES.REPLY;
    if (machineOpens && machine[i] === 1) does |= DOES.HAVE_IT_OPENED;
    if (does === 0 && !servesAll) continue;
    if (does === DOES.HAVE_IT_OPENED && !servesAll && isPlain) {
      unread[unreading++] = k;
      continue;
    }
    actors[acting] = k;
    deeds[acting++] = does;
  }
  const { sends } = block.results;
  const place = index * WIDTH + FIELD.delivered;
  sends[place] = sends[place]! + delivered;
  for (let b = 0; b < bouncing; b++) {
    const i = list[bounces[b]!]!;
    bounced(block, i, at[i]! + 1, index, send, sender, deadWord[i]! < hardBounceThreshold);
  }
  if (block.remarks || isAsked) remarkDeliveries(block, index, sender, list, count, bouncing);
  if (unreading > 0) openByMachine(block, index, sender, list, unreading);
  for (let a = 0; a < acting; a++)
    answers(block, list[actors[a]!]!, actors[a]!, index, send, sender, deeds[a]!);
}

/** Opens that only a machine makes, where nobody but checks of single messages asks about them: half of all e-mail. */
function openByMachine(block: Block, index: number, { slot }: Sender, list: Int32Array, count: number): void {
  const { at, flags, openAt } = journeyMemory(block);
  const { second: seconds } = drawing;
  const { endMinute, response } = block.program;
  const { latestSlot } = block.journey;
  const own = slot * block.size;
  const latest = latestSlot * block.size;
  let opened = 0;
  for (let u = 0; u < count; u++) {
    const k = unread[u]!;
    const i = list[k]!;
    const time = machineOpen(at[i]!, seconds[REPLYING + k]!, response.machineOpenMinutes);
    if (time >= endMinute) continue;
    opened++;
    if (slot >= 0) openAt[own + i] = time;
    if (latestSlot >= 0) openAt[latest + i] = time;
    flags[i] = flags[i]! | FLAG.OPENED;
  }
  const { sends } = block.results;
  const place = index * WIDTH + FIELD.opened;
  sends[place] = sends[place]! + opened;
}

/** Tells deliveries to whatever keeps account of them: to all of the list but those whose message bounced. */
function remarkDeliveries(
  block: Block,
  index: number,
  sender: Sender,
  list: Int32Array,
  count: number,
  bouncing: number,
): void {
  let b = 0;
  for (let k = 0; k < count; k++) {
    if (b < bouncing && bounces[b] === k) {
      b++;
      continue;
    }
    if (block.remarks) remarkDelivery(block, list[k]!, index);
    noteDelivery(block, list[k]!, sender);
  }
}

function remarkDelivery(block: Block, i: number, index: number): void {
  const time = block.at[i]! + 1;
  if (time >= block.program.endMinute) return;
  block.detail?.happens(i, time, index, FIELD.delivered, 1);
  block.tracer?.note(i, 'delivered', time, block.place, index);
}

function noteDelivery(block: Block, i: number, { everSlot }: Sender): void {
  const { anySlot } = block.journey;
  const time = block.at[i]! + 1;
  if (everSlot >= 0) earliest(block.sentAt, everSlot * block.size + i, time);
  if (anySlot >= 0) earliest(block.sentAt, anySlot * block.size + i, time);
}
