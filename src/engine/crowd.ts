import { FLAG } from './block.ts';
import { firstExit } from './exitRules.ts';
import { finishJourney } from './finish.ts';
import { makeColumns, type Sheet } from './memory.ts';
import { AGAIN } from './outlets.ts';
import type { People } from './people.ts';
import { noteLaterRuleGoals, noteRuleGoals } from './ruleGoals.ts';
import type { SharedCapacity } from './sharedCapacity.ts';
import { quitQueue, takeFromQueue } from './steps/handoff.ts';
import { advance } from './steps/index.ts';
import { NEVER } from './tables.ts';
import { GONE, LOOKS_AGAIN, STAYS, type Walk } from './walk.ts';

/** What a token does next. */
const STATE = {
  /** Nothing any more. */
  OUT: 0,
  /** Comes in when its trigger fires. */
  COMING: 1,
  /** Has come to a step that is still to be run. */
  ARRIVED: 2,
  /** Its step has said when and by which exit it leaves. */
  STANDING: 3,
  /** Has left a check and goes on to `target`. */
  LEFT: 4,
} as const;

/** Order of acts within one contact's minute (docs/simulation.md, “One contact, one minute”). */
const TURN = { MOVING: 0, EXIT_RULE: 1, CHECK: 2, RELEASE: 3, MOVE: 4 } as const;

/** After these a contact's other journeys look again at where they stand. */
const TELLS_OTHERS: ReadonlySet<string> = new Set(['message', 'escalate', 'update', 'goal', 'handoff']);

/** The tokens of a block's contacts in one journey. */
interface Tokens {
  readonly state: Int32Array;
  /** Minute of the next act, its turn within the minute, and where a move leads. */
  readonly time: Int32Array;
  readonly turn: Int32Array;
  readonly target: Int32Array;
  readonly keptOut: Int32Array;
}

/**
 * Moves contacts one act at a time, always the earliest of their tokens: what one journey does is there for the others, and a contact
 * can be stopped before it wants something that others want too.
 */
export class Crowd {
  readonly #people: People;
  readonly #walks: readonly Walk[];
  readonly #tokens: readonly Tokens[];
  readonly #capacity: SharedCapacity | undefined;
  /** The tokens' columns. */
  readonly sheet: Sheet;
  readonly #one = new Int32Array(1);
  readonly #hasRuleGoals: boolean;
  /** Whether a step that is left in the minute it was come to is left at once: nothing could come in between. */
  readonly #isPlain: boolean;
  /** Whether `live` stopped before an act that wants a shared capacity. */
  wants = false;

  constructor(people: People, walks: readonly Walk[], capacity?: SharedCapacity) {
    this.#people = people;
    this.#walks = walks;
    this.#capacity = capacity;
    const { views, sheet } = makeColumns(
      people.size,
      walks.flatMap(() => [1, 1, 1, 1, 1]),
    );
    this.sheet = sheet;
    this.#tokens = walks.map((_, j) => {
      const [state, time, turn, target, keptOut] = views.slice(j * 5, j * 5 + 5) as [
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      return { state, time, turn, target, keptOut };
    });
    this.#hasRuleGoals = walks.some(({ block }) => block.ruleGoals.length > 0);
    this.#isPlain = walks.length === 1 && !this.#hasRuleGoals && !walks[0]!.hasExitRules;
  }

  /** Runs the block's contacts one after the other; for contacts that share no capacity. */
  run(): void {
    for (let i = 0; i < this.#people.count; i++) {
      this.begin(i);
      this.live(i, NEVER);
    }
    this.finish();
  }

  /** Puts a contact before the first entry of each journey. */
  begin(i: number): void {
    this.#walks.forEach((walk, j) => {
      const tokens = this.#tokens[j]!;
      tokens.keptOut[i] = walk.arrivals.isKeptOut(i) ? 1 : 0;
      this.#await(j, i, -1);
    });
  }

  /**
   * Lets a contact act until nothing is left, until it wants a shared capacity, or (while it waits for an agent) until after minute `now`.
   * Answers the minute of the act that it stopped before; NEVER: it is done.
   */
  live(i: number, now: number): number {
    this.wants = false;
    for (;;) {
      const j = this.#next(i);
      if (j < 0) return NEVER;
      const t = this.#tokens[j]!.time[i]!;
      if (this.#capacity !== undefined) {
        if (this.#wantsCapacity(j, i)) {
          this.wants = true;
          return t;
        }
        if (t > now && this.#capacity.queues.isWaiting(this.#people.base + i)) return t;
      }
      this.#act(j, i, t);
    }
  }

  /** The act that `live` stopped before. */
  act(i: number): void {
    const j = this.#next(i);
    this.#act(j, i, this.#tokens[j]!.time[i]!);
  }

  /** Place of the journey that a contact acts in next. */
  nextJourney(i: number): number {
    return this.#next(i);
  }

  /** An agent has taken a contact at a second of minute `now`. */
  taken(place: number, i: number, second: number, now: number): void {
    takeFromQueue(this.#walks[place]!.block, i, second);
    this.#plan(place, i, now, 'taken');
  }

  finish(): void {
    const { endMinute } = this.#people.program;
    if (this.#hasRuleGoals)
      for (let i = 0; i < this.#people.count; i++) this.#noteGoalsUpTo(i, endMinute - 1);
    for (const { block } of this.#walks) finishJourney(block);
  }

  /** Place of the token that acts first; −1: none does. Equals go by the Program's order. */
  #next(i: number): number {
    if (this.#tokens.length === 1) return this.#tokens[0]!.state[i] === STATE.OUT ? -1 : 0;
    let first = -1;
    let time = NEVER;
    let turn = 0;
    for (let j = 0; j < this.#tokens.length; j++) {
      const tokens = this.#tokens[j]!;
      if (tokens.state[i] === STATE.OUT) continue;
      const t = tokens.time[i]!;
      if (t < time || (t === time && (first < 0 || tokens.turn[i]! < turn))) {
        first = j;
        time = t;
        turn = tokens.turn[i]!;
      }
    }
    return first;
  }

  #wantsCapacity(j: number, i: number): boolean {
    const tokens = this.#tokens[j]!;
    if (tokens.state[i] !== STATE.ARRIVED) return false;
    return this.#capacity!.isShared(j, this.#walks[j]!.block.step[i]!);
  }

  #act(j: number, i: number, t: number): void {
    if (this.#isPlain) {
      this.#perform(j, i, t);
      return;
    }
    if (this.#hasRuleGoals) this.#noteGoalsUpTo(i, t);
    const told = this.#perform(j, i, t);
    if (this.#hasRuleGoals) this.#noteGoalsAt(i, t);
    if (!told || this.#walks.length === 1) return;
    for (let other = 0; other < this.#walks.length; other++)
      if (other !== j && this.#tokens[other]!.state[i] === STATE.STANDING) this.#plan(other, i, t, 'told');
  }

  /** Whether other journeys of the contact may see a difference. */
  #perform(j: number, i: number, t: number): boolean {
    const walk = this.#walks[j]!;
    const tokens = this.#tokens[j]!;
    const { block } = walk;
    switch (tokens.state[i]!) {
      case STATE.COMING:
        this.#comeIn(j, i, t);
        return false;
      case STATE.ARRIVED: {
        const step = block.journey.steps[block.step[i]!]!;
        this.#one[0] = i;
        advance(block, step, this.#one, 0, 1);
        if (this.#hasRuleGoals) this.#noteGoalsAt(i, t);
        if (this.#isPlain && block.leave[i] === t && t < block.journey.horizonMinute) {
          tokens.turn[i] = TURN.MOVING;
          return this.#endStep(j, i, t);
        }
        this.#plan(j, i, t, 'arrived');
        return TELLS_OTHERS.has(step.op.op);
      }
      case STATE.LEFT:
        this.#goTo(j, i, tokens.target[i]!, t);
        return false;
      default:
        return this.#endStep(j, i, t);
    }
  }

  #endStep(j: number, i: number, t: number): boolean {
    const walk = this.#walks[j]!;
    const tokens = this.#tokens[j]!;
    const { block } = walk;
    const { op } = block.journey.steps[block.step[i]!]!.op;
    const turn = tokens.turn[i]!;
    const next = walk.leaveStep(i, turn === TURN.EXIT_RULE ? t : NEVER);
    if (block.ticket[i] !== 0) quitQueue(block, i);
    if (next === STAYS) {
      tokens.state[i] = STATE.OUT;
      walk.arrivals.dropRest(i);
    } else if (next === LOOKS_AGAIN) {
      tokens.state[i] = STATE.ARRIVED;
      tokens.turn[i] = TURN.MOVING;
    } else if (next === GONE) this.#await(j, i, t);
    else if (turn === TURN.CHECK) {
      tokens.state[i] = STATE.LEFT;
      tokens.target[i] = next;
      tokens.turn[i] = TURN.MOVE;
    } else this.#goTo(j, i, next, t);
    return TELLS_OTHERS.has(op);
  }

  #comeIn(j: number, i: number, t: number): void {
    const walk = this.#walks[j]!;
    const tokens = this.#tokens[j]!;
    const { block } = walk;
    // Where nobody stands, `leave` keeps when the contact left.
    const left = (block.flags[i]! & FLAG.ENTERED) === 0 ? -1 : block.leave[i]!;
    if (!walk.arrivals.isEligible(i, t)) return this.#await(j, i, left);
    if (left < 0 && tokens.keptOut[i] === 1) {
      block.keptOut(i);
      tokens.state[i] = STATE.OUT;
      return;
    }
    if (walk.come(i, t)) this.#arrived(j, i, t);
    else this.#await(j, i, t);
  }

  #goTo(j: number, i: number, target: number, t: number): void {
    if (this.#walks[j]!.goTo(i, target, t)) this.#arrived(j, i, t);
    else this.#await(j, i, t);
  }

  #arrived(j: number, i: number, t: number): void {
    const tokens = this.#tokens[j]!;
    tokens.state[i] = STATE.ARRIVED;
    tokens.time[i] = t;
    tokens.turn[i] = TURN.MOVING;
  }

  /** Outside: waits for the next trigger after having left at `left` (−1: never been in). */
  #await(j: number, i: number, left: number): void {
    const walk = this.#walks[j]!;
    const tokens = this.#tokens[j]!;
    walk.block.step[i] = -1;
    walk.block.leave[i] = left;
    const minute = walk.arrivals.nextTrigger(i, left);
    tokens.state[i] = minute < 0 ? STATE.OUT : STATE.COMING;
    tokens.time[i] = minute;
    tokens.turn[i] = TURN.MOVE;
  }

  /**
   * Works out when a token that stands in a step acts next: it has just arrived there, was taken by an agent, or is told that another
   * journey of the contact has acted at `now`.
   */
  #plan(j: number, i: number, now: number, why: 'arrived' | 'taken' | 'told'): void {
    const walk = this.#walks[j]!;
    const tokens = this.#tokens[j]!;
    const { block } = walk;
    const step = block.journey.steps[block.step[i]!]!;
    const isCheck = step.op.op === 'check';
    if (why === 'told' && isCheck) {
      this.#one[0] = i;
      advance(block, step, this.#one, 0, 1);
      if (block.leave[i]! < now) block.leave[i] = now;
    }
    const leave = block.leave[i]!;
    let pulled = NEVER;
    if (walk.hasExitRules) {
      if (why === 'told' && walk.immediateRuleHolds(i, now)) pulled = now;
      else if (leave > now) pulled = firstExit(block, i, now, leave);
    }
    tokens.state[i] = STATE.STANDING;
    const out = pulled <= leave;
    const { horizonMinute } = block.journey;
    const time = out ? pulled : leave;
    tokens.time[i] = Math.min(time, horizonMinute);
    tokens.turn[i] =
      time >= horizonMinute
        ? TURN.MOVE
        : out
          ? TURN.EXIT_RULE
          : why === 'arrived' && leave === now
            ? TURN.MOVING
            : isCheck
              ? TURN.CHECK
              : block.exit[i] === AGAIN
                ? TURN.RELEASE
                : TURN.MOVE;
  }

  #noteGoalsUpTo(i: number, t: number): void {
    for (const { block } of this.#walks) {
      if (block.ruleGoals.length === 0 || (block.flags[i]! & FLAG.ENTERED) === 0) continue;
      if (t > block.noted[i]!) noteLaterRuleGoals(block, i, block.noted[i]!, t);
      block.noted[i] = t;
    }
  }

  #noteGoalsAt(i: number, t: number): void {
    for (const { block } of this.#walks) {
      if (block.ruleGoals.length === 0 || (block.flags[i]! & FLAG.ENTERED) === 0) continue;
      noteRuleGoals(block, i, t, t);
      block.noted[i] = t;
    }
  }
}
