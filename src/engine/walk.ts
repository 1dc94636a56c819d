import { BLOCK_CONTACTS, FLAG, type Block } from './block.ts';
import type { Arrivals } from './arrivals.ts';
import { exitRuleHolds, firstExit } from './exitRules.ts';
import { countConversions } from './goals.ts';
import { AGAIN, END, OUT } from './outlets.ts';
import { NEVER } from './tables.ts';
import type { HandoffOp, ProgramJourney, ProgramStep } from '../compile/program.ts';
import type { StepWith } from './steps/advance.ts';
import { leaveHandoff } from './steps/handoff.ts';
import { advance } from './steps/index.ts';
import { noteLaterRuleGoals, noteRuleGoals } from './ruleGoals.ts';

/** What `leaveStep` answers instead of the next step. */
export const GONE = -1;
/** Inside at the horizon. */
export const STAYS = -2;
/** A held message is looked at again where the contact stands. */
export const LOOKS_AGAIN = -3;

/**
 * Contacts of a block on their way through one journey. `run` takes them from entry to exit when nothing else happens to them, a column of
 * contacts at the same step at a time. `Crowd` moves them where several journeys or a shared capacity are about.
 */
export class Walk {
  readonly block: Block;
  readonly arrivals: Arrivals;
  readonly hasExitRules: boolean;
  /** Steps in an order in which a contact meets them, so that most have all their contacts when their turn comes. */
  readonly #sequence: readonly number[];
  /** Contacts that stand at each step, as linked lists; −1 ends one. */
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #column: Int32Array;
  /** Whether nothing can happen to a contact between the ends of its steps. */
  readonly #plain: boolean;
  #standing = 0;

  constructor(block: Block, arrivals: Arrivals) {
    this.block = block;
    this.arrivals = arrivals;
    const together = Math.min(block.size, BLOCK_CONTACTS);
    this.#sequence = sequence(block.journey);
    this.#first = new Int32Array(block.journey.steps.length).fill(-1);
    this.#next = new Int32Array(together);
    this.#column = new Int32Array(together);
    this.hasExitRules = block.journey.exitRules.length > 0;
    this.#plain = !this.hasExitRules && block.ruleGoals.length === 0 && block.tracer === undefined;
  }

  run(): void {
    const { block } = this;
    for (let i = 0; i < block.count; i++) {
      this.#enter(i, -1);
      this.#stand(i);
    }
    while (this.#standing > 0) for (const step of this.#sequence) this.#runColumn(step);
    this.finish();
  }

  finish(): void {
    this.block.finish((i) => countConversions(this.block, i));
  }

  /** Puts a contact to the others at its step, if it is at one. */
  #stand(i: number): void {
    const step = this.block.step[i]!;
    if (step < 0) return;
    this.#next[i] = this.#first[step]!;
    this.#first[step] = i;
    this.#standing++;
  }

  /** Moves everyone who stands at a step on. */
  #runColumn(at: number): void {
    const column = this.#column;
    let count = 0;
    for (let i = this.#first[at]!; i >= 0; i = this.#next[i]!) column[count++] = i;
    if (count === 0) return;
    this.#first[at] = -1;
    this.#standing -= count;
    const { block } = this;
    const step = block.journey.steps[at]!;
    advance(block, step, column, 0, count);
    if (this.#plain) return this.#settlePlain(at, step, count);
    for (let k = 0; k < count; k++) {
      this.#settle(column[k]!);
      this.#stand(column[k]!);
    }
  }

  /** `#settle` for a whole column at once; what is rare goes there after all. */
  #settlePlain(at: number, step: ProgramStep, count: number): void {
    const { block } = this;
    const { steps, horizonMinute } = block.journey;
    const { entered, exits, ended } = block.results;
    const { leave, exit, step: stepOf, at: minuteOf, passes, held, size } = block;
    const first = this.#first;
    const next = this.#next;
    const column = this.#column;
    const { targets } = step;
    const offset = block.exitOffset[at]!;
    // A hand-off does something when it is left; whoever may come back does something when it has ended.
    const isHandoff = step.op.op === 'handoff';
    const forGood = this.arrivals.onceOnly;
    let stays = 0;
    for (let k = 0; k < count; k++) {
      const i = column[k]!;
      const t = leave[i]!;
      const by = exit[i]!;
      if (t < horizonMinute && !isHandoff) {
        if (by === END && forGood) {
          ended[at] = ended[at]! + 1;
          stepOf[i] = -1;
          continue;
        }
        const target = by < 0 ? -1 : targets[by]!;
        if (target >= 0) {
          const { counter, maxPasses } = steps[target]!;
          if (counter < 0 || countPass(passes, counter * size + i, maxPasses)) {
            exits[offset + by] = exits[offset + by]! + 1;
            entered[target] = entered[target]! + 1;
            stepOf[i] = target;
            minuteOf[i] = t;
            if (held.length > 0) held[i] = 0;
            next[i] = first[target]!;
            first[target] = i;
            stays++;
            continue;
          }
        }
      }
      this.#settle(i);
      this.#stand(i);
    }
    this.#standing += stays;
  }

  /** What becomes of a contact whose step said when and by which exit it leaves. */
  #settle(i: number): void {
    const { block } = this;
    const { horizonMinute } = block.journey;
    const from = block.at[i]!;
    const leave = block.leave[i]!;
    if (block.ruleGoals.length > 0) noteRuleGoals(block, i, from, from);
    const pulled = this.hasExitRules && leave > from ? firstExit(block, i, from, leave) : NEVER;
    noteLaterRuleGoals(block, i, from, Math.min(pulled, leave, horizonMinute - 1));
    const next = this.leaveStep(i, pulled);
    if (next >= 0) {
      if (!this.goTo(i, next, leave)) this.#enter(i, leave);
    } else if (next === GONE) this.#enter(i, Math.min(pulled, leave));
    else if (next === STAYS) {
      this.arrivals.dropRest(i);
      noteLaterRuleGoals(block, i, horizonMinute - 1, block.program.endMinute - 1);
    }
  }

  /**
   * The contact's step ends at `block.leave`, unless an exit rule takes it out at `pulled` (NEVER: none does) or the horizon comes before.
   * Counts how, and gives the step it goes to.
   */
  leaveStep(i: number, pulled: number): number {
    const { block } = this;
    const { results, journey } = block;
    const at = block.step[i]!;
    const leave = block.leave[i]!;
    const exit = block.exit[i]!;
    if (pulled <= leave && pulled < journey.horizonMinute) {
      if (exit === AGAIN) block.unsent(i, pulled, block.heldSend[i]!, 'exited');
      add(results.exitRule, at);
      block.tracer?.note(i, 'leaves', pulled, block.place, -1);
      return GONE;
    }
    if (leave >= journey.horizonMinute) {
      if (exit === AGAIN) block.unsent(i, journey.horizonMinute, block.heldSend[i]!, 'horizon');
      add(results.inFlight, at);
      block.step[i] = -1;
      return STAYS;
    }
    if (exit === AGAIN) {
      block.at[i] = leave;
      return LOOKS_AGAIN;
    }
    const step = journey.steps[at]!;
    const { op } = step;
    if (op.op === 'handoff') leaveHandoff(block, i, leave, step as StepWith<HandoffOp>, at);
    if (
      exit === OUT ||
      (this.hasExitRules && this.#exitRuleAtEnd(i, op.op === 'wait' || op.op === 'check', leave))
    ) {
      add(results.exitRule, at);
      block.tracer?.note(i, 'leaves', leave, block.place, -1);
      return GONE;
    }
    if (exit === END) {
      add(results.ended, at);
      block.tracer?.note(i, 'leaves', leave, block.place, -1);
      return GONE;
    }
    add(results.exits, block.exitOffset[at]! + exit);
    block.tracer?.note(i, 'leaves', leave, block.place, exit);
    return step.targets[exit]!;
  }

  /** Whether an exit rule that is asked at the end of a step takes the contact out. */
  #exitRuleAtEnd(i: number, waited: boolean, leave: number): boolean {
    for (const rule of this.block.journey.exitRules) {
      const asked = rule.mode === 'stepEnd' || (rule.mode === 'afterWait' && waited);
      if (asked && exitRuleHolds(this.block, i, rule, leave)) return true;
    }
    return false;
  }

  /** Moves a contact on to a step at minute `t`; false when its loop is used up or an exit rule is true there already. */
  goTo(i: number, target: number, t: number): boolean {
    const { block } = this;
    const { results, journey } = block;
    const step = journey.steps[target]!;
    add(results.entered, target);
    block.tracer?.note(i, 'arrives', t, block.place, target);
    block.step[i] = target;
    block.at[i] = t;
    if (block.hasPolicies) block.held[i] = 0;
    if (step.counter >= 0) {
      const at = step.counter * block.size + i;
      block.passes[at] = block.passes[at]! + 1;
      if (block.passes[at] > step.maxPasses) {
        add(results.loopBound, target);
        return false;
      }
    }
    if (this.hasExitRules && this.immediateRuleHolds(i, t)) {
      add(results.exitRule, target);
      return false;
    }
    return true;
  }

  immediateRuleHolds(i: number, t: number): boolean {
    for (const rule of this.block.journey.exitRules)
      if (rule.mode === 'immediate' && exitRuleHolds(this.block, i, rule, t)) return true;
    return false;
  }

  /** Brings a contact in at its minute; false when it is out again at once. */
  come(i: number, minute: number): boolean {
    const { block } = this;
    if ((block.flags[i]! & FLAG.ENTERED) !== 0) block.entry[i] = block.entry[i]! + 1;
    block.flags[i] = block.flags[i]! | FLAG.ENTERED;
    block.startEntry(i, minute);
    block.tracer?.note(i, 'enters', minute, block.place, -1);
    if (block.ruleGoals.length > 0) noteRuleGoals(block, i, minute, minute);
    return this.goTo(i, block.journey.entryStep, minute);
  }

  /** Brings a contact in (`left` −1) or back after it left at that minute; otherwise it rests. */
  #enter(i: number, left: number): void {
    for (let from = left; ;) {
      this.block.step[i] = -1;
      const minute = this.arrivals.next(i, from);
      if (minute < 0 || this.come(i, minute)) return;
      from = minute;
    }
  }
}

/** Counts one more arrival at a step unless its bound is reached. */
function countPass(passes: Uint16Array, at: number, most: number): boolean {
  if (passes[at]! >= most) return false;
  passes[at] = passes[at]! + 1;
  return true;
}

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}

/** The steps that can be reached, each after those that lead to it but for links that go back. */
function sequence({ steps, entryStep }: ProgramJourney): number[] {
  const seen = new Uint8Array(steps.length);
  const done: number[] = [];
  // Depth first without recursion: a journey may be a thousand steps long.
  const path: { readonly step: number; exit: number }[] = [{ step: entryStep, exit: 0 }];
  seen[entryStep] = 1;
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { targets } = steps[top.step]!;
    if (top.exit === targets.length) {
      done.push(top.step);
      path.pop();
      continue;
    }
    const target = targets[top.exit++]!;
    if (target < 0 || seen[target] === 1) continue;
    seen[target] = 1;
    path.push({ step: target, exit: 0 });
  }
  return done.reverse();
}
