import type { HandoffOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { EVENT } from '../eventLog.ts';
import { firstExit } from '../exitRules.ts';
import { PURPOSE, draw, second } from '../random.ts';
import { charge } from '../send.ts';
import { quantile, wholeMinutes } from '../tables.ts';
import type { Advance, StepWith } from './advance.ts';

const ACCEPTED = 0;
const MISSED = 1;

/** Unlimited agents: everyone is taken after the service delay, unless that breaks the SLA. */
export const advanceHandoff: Advance<HandoffOp> = (block, step, order, from, to) => {
  const { serviceMinutes, slaMinutes } = step.op;
  const missed = slaMinutes >= 0 && serviceMinutes > slaMinutes;
  const index = block.journey.steps.indexOf(step);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    if (block.holdout[i] === 1) {
      block.exit[i] = MISSED;
      block.leave[i] = t;
      continue;
    }
    block.exit[i] = missed ? MISSED : ACCEPTED;
    block.leave[i] = t + (missed ? slaMinutes : serviceMinutes);
    if (!missed && isTaken(block, i)) accept(block, i, block.leave[i], step, index);
  }
};

/** Somebody who leaves by an exit rule before being taken, or is still waiting at the horizon, is not taken. */
function isTaken(block: Block, i: number): boolean {
  const leave = block.leave[i]!;
  if (leave >= block.journey.horizonMinute) return false;
  return block.journey.exitRules.length === 0 || firstExit(block, i, block.at[i]!, leave) > leave;
}

function accept(block: Block, i: number, t: number, step: StepWith<HandoffOp>, index: number): void {
  const { op } = step;
  charge(block, i, t, -1, op.costMicros);
  const contact = block.contact[i]!;
  if (
    draw(block.seed, step.key, contact, block.occasion(i, step.counter, PURPOSE.WINNING)) >= op.winThreshold
  )
    return;
  const won = t + wholeMinutes(quantile(op.cycle, second()));
  const word = draw(block.seed, step.key, contact, block.occasion(i, step.counter, PURPOSE.VALUE));
  if (won >= block.program.endMinute) return;
  block.results.won[index] = block.results.won[index]! + 1;
  block.log.add(i, won, EVENT.CONVERSION, block.orderValue(word, op.valueMeanMinor), -1);
}
