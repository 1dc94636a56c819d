import type { Block } from './block.ts';
import { EVENT } from './eventLog.ts';
import { holds, nextEvent } from './tests.ts';

/**
 * Notes goals about a rule: each is reached when its rule turns true, at a move or at an event of the contact, inside the journey or
 * after it. Looks at minute `from` itself and at every event up to `to`.
 */
export function noteRuleGoals(block: Block, i: number, from: number, to: number): void {
  for (let t = from; t <= to; t = nextEvent(block, i, t)) {
    for (const index of block.ruleGoals) noteRuleGoal(block, i, index, t);
  }
}

/** The same for the contact's events after `after`. */
export function noteLaterRuleGoals(block: Block, i: number, after: number, to: number): void {
  if (block.ruleGoals.length > 0) noteRuleGoals(block, i, nextEvent(block, i, after), to);
}

/** Answers a question about the time up to `to` as if the contact stood where it stands until then, and forgets what it noted for that. */
export function lookAhead<T>(block: Block, i: number, to: number, ask: () => T): T {
  if (block.ruleGoals.length === 0) return ask();
  const { log, goalHeld, size } = block;
  const mark = log.mark(i);
  const held = block.ruleGoals.map((index) => goalHeld[index * size + i]!);
  noteLaterRuleGoals(block, i, Math.max(block.at[i]!, block.noted[i]!), to);
  const answer = ask();
  log.rewind(i, mark);
  block.ruleGoals.forEach((index, k) => (goalHeld[index * size + i] = held[k]!));
  return answer;
}

function noteRuleGoal(block: Block, i: number, index: number, t: number): void {
  const goal = block.journey.goals[index]!;
  if (goal.on.kind !== 'test') return;
  const at = index * block.size + i;
  const held = holds(block, i, goal.on.test, t) ? 1 : 0;
  if (held === 1 && block.goalHeld[at] === 0) block.log.add(i, t, EVENT.GOAL, 0, index, block.place);
  block.goalHeld[at] = held;
}
