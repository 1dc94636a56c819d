import { BLOCK_CONTACTS, FLAG, type Block } from './block.ts';
import type { Arrivals } from './arrivals.ts';
import { exitRuleHolds, firstExit } from './exitRules.ts';
import { countConversions } from './goals.ts';
import { AGAIN, END, OUT } from './outlets.ts';
import { NEVER } from './tables.ts';
import type { HandoffOp, ProgramStep } from '../compile/program.ts';
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
 * Contacts of a block on their way through one journey. `run` takes them from entry to exit in waves when nothing else happens to them:
 * each wave moves every contact by one step, contacts at the same step together. `Crowd` moves them where several journeys or a shared
 * capacity are about.
 */
export class Walk {
  readonly block: Block;
  readonly arrivals: Arrivals;
  readonly hasExitRules: boolean;
  readonly #active: Int32Array;
  readonly #order: Int32Array;
  readonly #starts: Int32Array;
  readonly #plain: boolean;
  #count = 0;

  constructor(block: Block, arrivals: Arrivals) {
    this.block = block;
    this.arrivals = arrivals;
    const together = Math.min(block.size, BLOCK_CONTACTS);
    this.#active = new Int32Array(together);
    this.#order = new Int32Array(together);
    this.#starts = new Int32Array(block.journey.steps.length + 1);
    this.hasExitRules = block.journey.exitRules.length > 0;
    this.#plain = !this.hasExitRules && block.ruleGoals.length === 0 && !block.hasPolicies && block.tracer === undefined;
  }

  run(): void {
    const { block } = this;
    this.#count = 0;
    for (let i = 0; i < block.count; i++) this.#enter(i, -1);
    for (let i = 0; i < block.count; i++) if (block.step[i]! >= 0) this.#active[this.#count++] = i;
    while (this.#count > 0) this.#wave();
    this.finish();
  }

  finish(): void {
    this.block.finish((i) => countConversions(this.block, i));
  }

  #wave(): void {
    const { block } = this;
    const { steps } = block.journey;
    this.#sortByStep();
    if (this.#plain) {
      this.#count = 0;
      for (let s = 0; s < steps.length; s++) {
        const from = this.#starts[s]!;
        const to = this.#starts[s + 1]!;
        if (from === to) continue;
        advance(block, steps[s]!, this.#order, from, to);
        this.#settleColumn(s, steps[s]!, from, to);
      }
      return;
    }
    for (let s = 0; s < steps.length; s++) {
      const from = this.#starts[s]!;
      const to = this.#starts[s + 1]!;
      if (from < to) advance(block, steps[s]!, this.#order, from, to);
    }
    const moved = this.#count;
    this.#count = 0;
    for (let k = 0; k < moved; k++) {
      const i = this.#order[k]!;
      this.#settle(i);
      if (block.step[i]! >= 0) this.#active[this.#count++] = i;
    }
  }

  /** `#settle` for the contacts at one step when no exit rule, goal about a rule or policy is about. */
  #settleColumn(s: number, step: ProgramStep, from: number, to: number): void {
    const { block } = this;
    const { leave, exit, at } = block;
    const { entered, exits, inFlight, ended } = block.results;
    const { horizonMinute, steps } = block.journey;
    const { targets, op } = step;
    const stepOf = block.step;
    const order = this.#order;
    const active = this.#active;
    const offset = block.exitOffset[s]!;
    const isHandoff = op.op === 'handoff';
    let count = this.#count;
    for (let k = from; k < to; k++) {
      const i = order[k]!;
      const t = leave[i]!;
      if (t >= horizonMinute) {
        inFlight[s] = inFlight[s]! + 1;
        stepOf[i] = -1;
        this.arrivals.dropRest(i);
        continue;
      }
      if (isHandoff) leaveHandoff(block, i, t, step as StepWith<HandoffOp>, s);
      const by = exit[i]!;
      if (by === END) {
        ended[s] = ended[s]! + 1;
        this.#enter(i, t);
      } else {
        exits[offset + by] = exits[offset + by]! + 1;
        const target = targets[by]!;
        if (target < 0) this.#enter(i, t);
        else if (steps[target]!.counter >= 0) {
          if (!this.goTo(i, target, t)) this.#enter(i, t);
        } else {
          entered[target] = entered[target]! + 1;
          stepOf[i] = target;
          at[i] = t;
        }
      }
      if (stepOf[i]! >= 0) active[count++] = i;
    }
    this.#count = count;
  }

  /** Counting sort of the active contacts by the step they stand at. */
  #sortByStep(): void {
    const { step } = this.block;
    const starts = this.#starts.fill(0);
    for (let k = 0; k < this.#count; k++) {
      const at = step[this.#active[k]!]! + 1;
      starts[at] = starts[at]! + 1;
    }
    for (let s = 1; s < starts.length; s++) starts[s] = starts[s]! + starts[s - 1]!;
    for (let k = 0; k < this.#count; k++) {
      const i = this.#active[k]!;
      const at = step[i]!;
      this.#order[starts[at]!] = i;
      starts[at] = starts[at]! + 1;
    }
    for (let s = starts.length - 1; s > 0; s--) starts[s] = starts[s - 1]!;
    starts[0] = 0;
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

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}
