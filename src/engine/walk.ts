import { FLAG, GROUP_OFFSET, type Block } from './block.ts';
import type { Arrivals } from './arrivals.ts';
import { exitRuleHolds, firstExit } from './exitRules.ts';
import { countConversions } from './goals.ts';
import { END } from './outlets.ts';
import { NEVER } from './tables.ts';
import { advance } from './steps/index.ts';
import { noteLaterRuleGoals, noteRuleGoals } from './ruleGoals.ts';

/**
 * Runs the block's contacts from entry to exit in waves: each wave moves every contact by one step, contacts at the same step together.
 * Contacts do not interact, so their order within a wave is free.
 */
export class Walk {
  readonly #block: Block;
  readonly #arrivals: Arrivals;
  readonly #active: Int16Array;
  readonly #order: Int16Array;
  readonly #starts: Int32Array;
  readonly #hasExitRules: boolean;
  #count = 0;

  constructor(block: Block, arrivals: Arrivals) {
    this.#block = block;
    this.#arrivals = arrivals;
    this.#active = new Int16Array(block.size);
    this.#order = new Int16Array(block.size);
    this.#starts = new Int32Array(block.journey.steps.length + 1);
    this.#hasExitRules = block.journey.exitRules.length > 0;
  }

  run(): void {
    const block = this.#block;
    this.#count = 0;
    for (let i = 0; i < block.count; i++) this.#enter(i, -1);
    for (let i = 0; i < block.count; i++) if (block.step[i]! >= 0) this.#active[this.#count++] = i;
    while (this.#count > 0) this.#wave();
    for (let i = 0; i < block.count; i++) this.#finish(i);
  }

  #wave(): void {
    const block = this.#block;
    const { steps } = block.journey;
    this.#sortByStep();
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

  /** Counting sort of the active contacts by the step they stand at. */
  #sortByStep(): void {
    const { step } = this.#block;
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
    const block = this.#block;
    const { journey, results } = block;
    const at = block.step[i]!;
    const leave = block.leave[i]!;
    if (block.ruleGoals.length > 0) noteRuleGoals(block, i, block.at[i]!, block.at[i]!);
    const pulled =
      this.#hasExitRules && leave > block.at[i]! ? firstExit(block, i, block.at[i]!, leave) : NEVER;
    noteLaterRuleGoals(block, i, block.at[i]!, Math.min(pulled, leave, journey.horizonMinute - 1));
    if (this.#hasExitRules) {
      const out = pulled <= leave ? pulled : this.#exitMinute(i, at, leave);
      if (out < journey.horizonMinute && out <= leave) {
        add(results.exitRule, at);
        this.#enter(i, out);
        return;
      }
    }
    if (leave >= journey.horizonMinute) {
      add(results.inFlight, at);
      block.step[i] = -1;
      this.#arrivals.dropRest(i);
      noteLaterRuleGoals(block, i, journey.horizonMinute - 1, block.program.endMinute - 1);
      return;
    }
    const exit = block.exit[i]!;
    if (exit === END) {
      add(results.ended, at);
      this.#enter(i, leave);
      return;
    }
    add(results.exits, block.exitOffset[at]! + exit);
    const target = journey.steps[at]!.targets[exit]!;
    if (target < 0) this.#enter(i, leave);
    else this.#goTo(i, target, leave);
  }

  /** Minute at which an exit rule takes the contact out of its step, beyond `leave` when none does. */
  #exitMinute(i: number, at: number, leave: number): number {
    const block = this.#block;
    const kind = block.journey.steps[at]!.op.op;
    const waited = kind === 'wait' || kind === 'check';
    for (const rule of block.journey.exitRules) {
      const asked = rule.mode === 'stepEnd' || (rule.mode === 'afterWait' && waited);
      if (asked && leave < block.journey.horizonMinute && exitRuleHolds(block, i, rule, leave)) return leave;
    }
    return leave + 1;
  }

  /** Moves a contact on to a step at minute `t`, unless its loop is used up or an exit rule is true there already. */
  #goTo(i: number, target: number, t: number): void {
    const block = this.#block;
    const { results, journey } = block;
    const step = journey.steps[target]!;
    add(results.entered, target);
    block.step[i] = target;
    block.at[i] = t;
    if (step.counter >= 0) {
      const at = step.counter * block.size + i;
      block.passes[at] = block.passes[at]! + 1;
      if (block.passes[at] > step.maxPasses) {
        add(results.loopBound, target);
        this.#enter(i, t);
        return;
      }
    }
    if (!this.#hasExitRules) return;
    for (const rule of journey.exitRules) {
      if (rule.mode !== 'immediate' || !exitRuleHolds(block, i, rule, t)) continue;
      add(results.exitRule, target);
      this.#enter(i, t);
      return;
    }
  }

  /** Brings a contact in (`left` −1) or back after it left at that minute; otherwise it rests. */
  #enter(i: number, left: number): void {
    const block = this.#block;
    block.step[i] = -1;
    const minute = this.#arrivals.next(i, left);
    if (minute < 0) return;
    if (left >= 0) block.entry[i] = block.entry[i]! + 1;
    block.flags[i] = block.flags[i]! | FLAG.ENTERED;
    block.startEntry(i, minute);
    if (block.ruleGoals.length > 0) noteRuleGoals(block, i, minute, minute);
    this.#goTo(i, block.journey.entryStep, minute);
  }

  #finish(i: number): void {
    const block = this.#block;
    const flags = block.flags[i]!;
    block.addToGroup(i, GROUP_OFFSET.contacts, 1);
    if ((flags & FLAG.ENTERED) !== 0) block.addToGroup(i, GROUP_OFFSET.entered, 1);
    else if ((flags & FLAG.NOT_ELIGIBLE) !== 0) block.notEligible++;
    if ((flags & FLAG.MESSAGED) !== 0) block.addToGroup(i, GROUP_OFFSET.messaged, 1);
    if ((flags & FLAG.OPENED) !== 0) block.addToGroup(i, GROUP_OFFSET.opened, 1);
    if ((flags & FLAG.CLICKED) !== 0) block.addToGroup(i, GROUP_OFFSET.clicked, 1);
    if ((flags & FLAG.UNSUBSCRIBED) !== 0) block.addToGroup(i, GROUP_OFFSET.unsubscribed, 1);
    countConversions(block, i);
  }
}

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}
