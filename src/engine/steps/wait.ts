import type { WaitOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { MINUTES_PER_DAY, weekday } from '../calendar.ts';
import { journeyMemory } from '../memory.ts';
import { PURPOSE, draw } from '../random.ts';
import { TWO_32 } from '../tables.ts';
import type { Advance, StepWith } from './advance.ts';

export const advanceWait: Advance<WaitOp> = (block, step, order, from, to) => {
  const { until } = step.op;
  if (until.type === 'date') return waitForDate(block, step, order, from, to);
  if (until.type === 'duration') return waitSoLong(block, until.minutes, order, from, to);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    block.exit[i] = 0;
    switch (until.type) {
      case 'random':
        block.leave[i] = t + until.from + randomPart(block, i, step, until.span);
        break;
      case 'timeOfDay':
        block.leave[i] = clockToday(block, i, t, until.clock);
        break;
      case 'daysAt':
        block.leave[i] =
          until.days === 0
            ? clockToday(block, i, t, until.clock)
            : clockAfter(block, i, t, until.days, until.clock);
        break;
      case 'weekday': {
        const ahead = (until.weekday - weekday(block.calendar.local(block.zone[i]!, t)) + 6) % 7;
        block.leave[i] = clockAfter(block, i, t, ahead + 1, until.clock);
      }
    }
  }
};

function waitSoLong(block: Block, minutes: number, order: Int32Array, from: number, to: number): void {
  const { at, exit, leave } = journeyMemory(block);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    exit[i] = 0;
    leave[i] = at[i]! + minutes;
  }
}

function randomPart(block: Block, i: number, step: StepWith<WaitOp>, span: number): number {
  const word = draw(
    block.seed,
    step.key,
    block.contact[i]!,
    block.occasion(i, step.counter, PURPOSE.WAITING),
  );
  return Math.floor((word / TWO_32) * span);
}

/** The clock time today, this minute included, else tomorrow. */
function clockToday(block: Block, i: number, t: number, clock: number): number {
  const local = block.calendar.local(block.zone[i]!, t);
  return clockAfter(block, i, t, clock >= local % MINUTES_PER_DAY ? 0 : 1, clock);
}

/** The clock time (−1: the same as now) on the date `days` on. Never before `t`: clocks that went back show a time twice. */
function clockAfter(block: Block, i: number, t: number, days: number, clock: number): number {
  const zone = block.zone[i]!;
  const local = block.calendar.local(zone, t);
  const midnight = Math.floor(local / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const target = midnight + days * MINUTES_PER_DAY + (clock < 0 ? local - midnight : clock);
  return Math.max(t, block.calendar.fromLocal(zone, target));
}

/** A date that is missing or past is no reason to wait: on at once, and counted. */
function waitForDate(
  block: Block,
  step: StepWith<WaitOp>,
  order: Int32Array,
  from: number,
  to: number,
): void {
  const { until } = step.op;
  if (until.type !== 'date') return;
  const dates = block.columns.inputs[until.input]!;
  const index = block.journey.steps.indexOf(step);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    const date = dates[block.base + i]!;
    const instant = until.floating
      ? block.calendar.fromLocal(block.zone[i]!, date)
      : Math.floor(date) - block.program.epoch;
    const due = instant + until.offsetMinutes;
    block.exit[i] = 0;
    block.leave[i] = due >= t ? Math.min(due, block.journey.horizonMinute) : t;
    if (!(due >= t)) block.results.wentOn[index] = block.results.wentOn[index]! + 1;
  }
}
