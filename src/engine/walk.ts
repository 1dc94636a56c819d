import { FLAG, type Block } from './block.ts';
import { journeyMemory } from './memory.ts';
import type { Arrivals } from './arrivals.ts';
import { EVENT } from './eventLog.ts';
import { exitRuleHolds, firstExit } from './exitRules.ts';
import { finishJourney } from './finish.ts';
import { sequence, setUpLinks } from './links.ts';
import { AGAIN, END, OUT } from './outlets.ts';
import { UNSENT } from './results.ts';
import { OUTLET } from './passFlows.ts';
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
 * Contacts of a block on their way through one journey. `run` takes them from entry to exit when nothing else happens to them, a column of
 * contacts at the same step at a time. `Crowd` moves them where several journeys or a shared capacity are about.
 */
export class Walk {
  readonly block: Block;
  readonly arrivals: Arrivals;
  readonly hasExitRules: boolean;
  /** Steps in an order in which a contact meets them, so that most have all their contacts when their turn comes. */
  readonly #sequence: readonly number[];
  /** Whether nothing can happen to a contact between the ends of its steps. */
  readonly #plain: boolean;
  #standing = 0;

  constructor(block: Block, arrivals: Arrivals) {
    this.block = block;
    this.arrivals = arrivals;
    this.#sequence = sequence(block.journey);
    setUpLinks(block);
    this.hasExitRules = block.journey.exitRules.length > 0;
    this.#plain =
      !this.hasExitRules &&
      block.ruleGoals.length === 0 &&
      block.tracer === undefined &&
      block.detail?.flows === undefined;
  }

  run(): void {
    const { block } = this;
    const entryGoals = block.arrivalGoals[block.journey.entryStep]!;
    if (this.#plain && this.arrivals.isPlain && entryGoals.length === 0) this.#enterPlain();
    else
      for (let i = 0; i < block.count; i++) {
        this.#enter(i, -1);
        this.#stand(i);
      }
    while (this.#standing > 0) for (const step of this.#sequence) this.#runColumn(step);
    this.#addMoves();
    finishJourney(block);
  }

  /** `#enter` for everybody at once, where all come in at the same time, or spread evenly, and none is kept out. */
  #enterPlain(): void {
    const { block } = this;
    const { entryStep, horizonMinute, steps } = block.journey;
    const { at, step, flags, entryMinute, first, next, passes } = journeyMemory(block);
    const counter = steps[entryStep]!.counter;
    this.arrivals.onceForAll(at);
    let entered = 0;
    let last = -1;
    for (let i = 0; i < block.count; i++) {
      const minute = at[i]!;
      if (minute >= horizonMinute) continue;
      flags[i] = FLAG.ENTERED;
      entryMinute[i] = minute;
      step[i] = entryStep;
      next[i] = last;
      last = i;
      entered++;
      if (counter >= 0) passes[counter * block.size + i] = 1;
    }
    first[entryStep] = last;
    this.#standing += entered;
    block.results.entered[entryStep] = block.results.entered[entryStep]! + entered;
    for (let i = last; i >= 0; i = next[i]!)
      block.log.add(i, entryMinute[i]!, EVENT.ENTRY, 0, -1, block.place);
  }

  /** Puts a contact to the others at its step, if it is at one. */
  #stand(i: number): void {
    const step = this.block.step[i]!;
    if (step < 0) return;
    const { first, next } = journeyMemory(this.block);
    next[i] = first[step]!;
    first[step] = i;
    this.#standing++;
  }

  /** Moves everyone who stands at a step on. */
  #runColumn(at: number): void {
    const { column, first, next } = journeyMemory(this.block);
    let count = 0;
    for (let i = first[at]!; i >= 0; i = next[i]!) column[count++] = i;
    if (count === 0) return;
    first[at] = -1;
    this.#standing -= count;
    const { block } = this;
    const step = block.journey.steps[at]!;
    if (this.#plain && step.op.op === 'exit' && this.arrivals.onceOnly) return this.#endAll(at, count);
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
    const { horizonMinute } = block.journey;
    const {
      leave,
      exit,
      step: stepOf,
      at: minuteOf,
      next,
      passes,
      held,
      first,
      column,
      moves,
    } = journeyMemory(block);
    const { target: targetOf, targetCounter, targetPasses } = journeyMemory(block);
    const { size } = block;
    const offset = block.exitOffset[at]!;
    // A hand-off does something when it is left.
    const isHandoff = step.op.op === 'handoff';
    let stays = 0;
    let rare = 0;
    // No calls in this loop: they would make the compiler look every array up again each time.
    for (let k = 0; k < count; k++) {
      const i = column[k]!;
      const t = leave[i]!;
      const link = offset + exit[i]!;
      if (link < offset || t >= horizonMinute || isHandoff || targetOf[link]! < 0) {
        column[rare++] = i;
        continue;
      }
      const counter = targetCounter[link]!;
      if (counter >= 0) {
        const pass = counter * size + i;
        if (passes[pass]! >= targetPasses[link]!) {
          column[rare++] = i;
          continue;
        }
        passes[pass] = passes[pass]! + 1;
      }
      const target = targetOf[link]!;
      moves[link] = moves[link]! + 1;
      stepOf[i] = target;
      minuteOf[i] = t;
      held[i] = 0;
      next[i] = first[target]!;
      first[target] = i;
      stays++;
    }
    this.#standing += stays;
    for (let k = 0; k < rare; k++) {
      this.#settle(column[k]!);
      this.#stand(column[k]!);
    }
  }

  /** Everyone at an exit step leaves; for journeys to which nobody comes back. */
  #endAll(at: number, count: number): void {
    const { block } = this;
    const { step, column } = journeyMemory(block);
    for (let k = 0; k < count; k++) step[column[k]!] = -1;
    block.results.ended[at] = block.results.ended[at]! + count;
  }

  /** Adds the moves that were counted apart. */
  #addMoves(): void {
    const { exits, entered } = this.block.results;
    const { target, moves } = this.block.memory;
    for (let link = 0; link < exits.length; link++) {
      const moved = moves[link]!;
      if (moved === 0) continue;
      moves[link] = 0;
      exits[link] = exits[link]! + moved;
      entered[target[link]!] = entered[target[link]!]! + moved;
    }
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
      if (exit === AGAIN) block.unsent(i, pulled, block.heldSend[i]!, UNSENT.exited);
      add(results.exitRule, at);
      this.#goesOut(i, at, OUTLET.exitRule);
      block.tracer?.note(i, 'leaves', pulled, block.place, -1);
      return GONE;
    }
    if (leave >= journey.horizonMinute) {
      if (exit === AGAIN) block.unsent(i, journey.horizonMinute, block.heldSend[i]!, UNSENT.horizon);
      add(results.inFlight, at);
      this.#goesOut(i, at, OUTLET.inFlight);
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
      this.#goesOut(i, at, OUTLET.exitRule);
      block.tracer?.note(i, 'leaves', leave, block.place, -1);
      return GONE;
    }
    if (exit === END) {
      add(results.ended, at);
      this.#goesOut(i, at, OUTLET.ended);
      block.tracer?.note(i, 'leaves', leave, block.place, -1);
      return GONE;
    }
    add(results.exits, block.exitOffset[at]! + exit);
    block.detail?.flows?.leaves(i, at, exit, step.targets[exit]!);
    block.tracer?.note(i, 'leaves', leave, block.place, exit);
    return step.targets[exit]!;
  }

  #goesOut(i: number, step: number, outlet: number): void {
    this.block.detail?.flows?.goesOut(i, step, outlet);
  }

  /** How often the contact has come to a step of a loop in this entry; 0: it is in none. */
  #passes(i: number, step: number): number {
    const { block } = this;
    const { counter } = block.journey.steps[step]!;
    return counter < 0 ? 0 : block.passes[counter * block.size + i]!;
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
    block.held[i] = 0;
    if (step.counter >= 0) {
      const at = step.counter * block.size + i;
      block.passes[at] = block.passes[at]! + 1;
    }
    block.detail?.flows?.arrives(i, target, this.#passes(i, target));
    if (step.counter >= 0) {
      if (this.#passes(i, target) > step.maxPasses) {
        add(results.loopBound, target);
        this.#goesOut(i, target, OUTLET.loopBound);
        block.tracer?.note(i, 'leaves', t, block.place, -1);
        return false;
      }
    }
    for (const goal of block.arrivalGoals[target]!) block.log.add(i, t, EVENT.GOAL, 0, goal, block.place);
    if (this.hasExitRules && this.immediateRuleHolds(i, t)) {
      add(results.exitRule, target);
      this.#goesOut(i, target, OUTLET.exitRule);
      block.tracer?.note(i, 'leaves', t, block.place, -1);
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
