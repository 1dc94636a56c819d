import type { ProgramExitRule } from '../compile/program.ts';
import type { Block } from './block.ts';
import { firstPrimary } from './goals.ts';
import { lookAhead } from './ruleGoals.ts';
import { NEVER } from './tables.ts';
import { firstTrue, holds } from './tests.ts';

/** Whether an exit rule is true for the contact at `t`; only what happened since its entry counts. */
export function exitRuleHolds(block: Block, i: number, rule: ProgramExitRule, t: number): boolean {
  switch (rule.when.kind) {
    case 'converted':
      return firstPrimary(block, i, -1, t) <= t;
    case 'unsubscribed':
      return firstUnsubscription(block, i, rule.when.channel, block.entryMinute[i]!) <= t;
    case 'test':
      return holds(block, i, rule.when.test, t);
  }
}

/** First minute in (from, to] at which an `immediate` exit rule becomes true; NEVER when none does. */
export function firstExit(block: Block, i: number, from: number, to: number): number {
  return lookAhead(block, i, to, () => firstOfAll(block, i, from, to));
}

function firstOfAll(block: Block, i: number, from: number, to: number): number {
  let first = NEVER;
  for (const rule of block.journey.exitRules) {
    if (rule.mode === 'immediate')
      first = Math.min(first, firstOf(block, i, rule, from, Math.min(to, first)));
  }
  return first;
}

function firstOf(block: Block, i: number, { when }: ProgramExitRule, from: number, to: number): number {
  switch (when.kind) {
    case 'converted':
      return firstPrimary(block, i, from, to);
    case 'unsubscribed': {
      const minute = firstUnsubscription(block, i, when.channel, Math.max(from, block.entryMinute[i]!));
      return minute <= to ? minute : NEVER;
    }
    case 'test':
      return firstTrue(block, i, when.test, from, to);
  }
}

/** First unsubscription after `after`, on one channel or (−1) on any. */
function firstUnsubscription(block: Block, i: number, channel: number, after: number): number {
  let first = NEVER;
  for (let c = 0, at = i; c < block.program.channels.length; c++, at += block.size) {
    const minute = block.unsubscribedAt[at]!;
    if ((channel < 0 || channel === c) && minute > after && minute < first) first = minute;
  }
  return first;
}
