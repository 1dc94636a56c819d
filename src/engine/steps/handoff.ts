import type { AgentQueue, HandoffOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { EVENT } from '../eventLog.ts';
import { PURPOSE, draw, second } from '../random.ts';
import type { Fate } from '../results.ts';
import { quantile, TWO_32, wholeMinutes } from '../tables.ts';
import type { Advance, StepWith } from './advance.ts';

const ACCEPTED = 0;
const MISSED = 1;

/** As many agents as it takes: everyone is taken after the service delay, unless that breaks the SLA. Else the queue decides. */
export const advanceHandoff: Advance<HandoffOp> = (block, step, order, from, to) => {
  const { serviceMinutes, slaMinutes, queue } = step.op;
  const missed = slaMinutes >= 0 && serviceMinutes > slaMinutes;
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    if (block.holdout[i] === 1) {
      block.exit[i] = MISSED;
      block.leave[i] = t;
    } else if (queue !== undefined) {
      block.exit[i] = MISSED;
      block.leave[i] = joinQueue(block, i, step, queue);
    } else {
      block.exit[i] = missed ? MISSED : ACCEPTED;
      block.leave[i] = t + (missed ? slaMinutes : serviceMinutes);
    }
  }
};

/** Minute at which the contact leaves unless an agent takes it before. */
function joinQueue(block: Block, i: number, step: StepWith<HandoffOp>, queue: AgentQueue): number {
  const { serviceMinutes, slaMinutes } = step.op;
  const contact = block.contact[i]!;
  const at = block.occasion(i, step.counter, PURPOSE.QUEUE);
  const since = 60 * block.at[i]! + Math.floor((draw(block.seed, step.key, contact, at) / TWO_32) * 60);
  const handling = Math.max(1, Math.ceil(quantile(queue.handling, second())));
  const patience = slaMinutes < 0 ? Infinity : since + 60 * slaMinutes;
  block.waitsSince[i] = since;
  block.ticket[i] = block.capacity!.queues.join({
    place: block.place,
    step: block.journey.steps.indexOf(step),
    row: block.base + i,
    joined: since + 60 * serviceMinutes,
    patience,
    handling,
  });
  // The minute after the last second in which it can be taken.
  return Math.min(Math.floor(patience / 60) + 1, block.journey.horizonMinute);
}

/** An agent takes the contact at a second of the run. */
export function takeFromQueue(block: Block, i: number, taken: number): void {
  quitQueue(block, i);
  block.exit[i] = ACCEPTED;
  block.leave[i] = Math.ceil(taken / 60);
  block.waited[i] = taken - block.waitsSince[i]!;
}

/** The contact waits no more. */
export function quitQueue(block: Block, i: number): void {
  block.capacity!.queues.quit(block.ticket[i]!);
  block.ticket[i] = 0;
}

/** A contact leaves the hand-off at `t` by one of its exits: if it was accepted, it costs and may be won. */
export function leaveHandoff(
  block: Block,
  i: number,
  t: number,
  step: StepWith<HandoffOp>,
  index: number,
): void {
  if (block.exit[i] !== ACCEPTED) {
    if (block.holdout[i] === 0) note(block, i, index, t, 'missed');
    return;
  }
  const { op } = step;
  block.spend(i, t, op.costMicros);
  const waited = op.queue === undefined ? op.serviceMinutes : block.waited[i]! / 60;
  const contact = block.contact[i]!;
  const word = draw(block.seed, step.key, contact, block.occasion(i, step.counter, PURPOSE.WINNING));
  if (word >= chanceToWin(op, waited)) {
    note(block, i, index, t, 'lost');
    return;
  }
  const won = t + wholeMinutes(quantile(op.cycle, second()));
  const worth = draw(block.seed, step.key, contact, block.occasion(i, step.counter, PURPOSE.VALUE));
  const value = block.orderValue(worth, op.valueMeanMinor);
  if (won >= block.program.endMinute) {
    note(block, i, index, t, 'open', -1, value);
    return;
  }
  note(block, i, index, t, 'won', won, value);
  block.results.won[index] = block.results.won[index]! + 1;
  block.log.add(i, won, EVENT.CONVERSION, value, -1);
}

function note(
  block: Block,
  i: number,
  step: number,
  left: number,
  fate: Fate,
  won = -1,
  valueMinor = 0,
): void {
  block.detail?.handsOff(i, step, { fate, arrived: block.at[i]!, left, won, valueMinor });
}

/** Out of 2^32, after a wait of so many minutes. */
function chanceToWin({ winThreshold, halfLifeMinutes }: HandoffOp, waited: number): number {
  const place = (waited * 64) / halfLifeMinutes;
  const last = winThreshold.length - 1;
  const cell = Math.floor(place);
  if (cell >= last) return winThreshold[last]!;
  return winThreshold[cell]! + (winThreshold[cell + 1]! - winThreshold[cell]!) * (place - cell);
}
