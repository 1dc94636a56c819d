import type { ProgramStep } from '../../src/compile/program.ts';
import type { Agents } from './agents.ts';
import type { Contact } from './contact.ts';
import { Performer } from './performer.ts';
import type { Token } from './token.ts';
import { triggerMinutes } from './triggers.ts';

/** Something that a token can do now. */
export interface Act {
  /** What comes first in a minute: 1 going on, 2 an exit rule, 3 a check's end, 4 a release, 5 a move. */
  readonly kind: 1 | 2 | 3 | 4 | 5;
  /** A step that shares a budget or a rate limit with other contacts: they take turns. */
  readonly at?: number;
  readonly run: () => void;
}

/** A contact's way through one journey: its token, the steps it takes, entries and exits. */
export class Trip extends Performer {
  /** Whether the entry cap lets the contact in. */
  hasPlace = true;
  /** The step that the token is on the way to, and what kind of act it is to go there. */
  private next: { readonly step: number; readonly kind: 1 | 5 } | undefined;
  private triggers: number[];
  private leftAt: number | undefined;
  private isKeptOut = false;

  constructor(contact: Contact, place: number, agents: ReadonlyMap<ProgramStep, Agents>) {
    super(contact, place, agents);
    this.triggers = triggerMinutes(this.program, this.journey, {
      seed: contact.seed,
      contact: contact.number,
      zone: contact.zone,
      input: (at) => contact.input(at),
    });
  }

  /** The minute at which the contact would come in if there were room for everyone and nothing happened before. */
  firstEntry(): number {
    return this.triggers.find(() => this.isEligible()) ?? Infinity;
  }

  /** The next minute at which the token may do something by itself. */
  nextMinute(): number {
    const minutes = [this.token?.leaves, this.token?.held?.release, this.triggers[0]];
    const next = Math.min(...minutes.map((minute) => minute ?? Infinity));
    return next < this.journey.horizonMinute ? next : Infinity;
  }

  /** What the token can do in this minute. */
  nextAct(minute: number): Act | undefined {
    const { token, next } = this;
    if (minute >= this.journey.horizonMinute) return undefined;
    if (next) return { kind: next.kind, at: next.step, run: () => this.arrive(next.step, minute) };
    const isOver = token?.leaves === minute;
    if (token?.isMoving && isOver) return { kind: 1, run: () => this.leaveStep(token, minute) };
    if (token && this.exitRuleHolds(['immediate']))
      return { kind: 2, run: () => this.leaveByExitRule(minute) };
    if (token && this.checkEnds(token, minute)) return { kind: 3, run: () => this.leaveCheck(token, minute) };
    if (token?.held?.release === minute)
      return { kind: 4, at: token.step, run: () => this.release(token, minute) };
    if (token && isOver) return { kind: 5, run: () => this.leaveStep(token, minute) };
    return this.triggers[0] === minute ? { kind: 5, run: () => this.triggered(minute) } : undefined;
  }

  /** The run is over. */
  finish(): void {
    const { token, tally } = this;
    const { group } = this.contact;
    tally.group(group, 'contacts');
    if (token) tally.step('inFlight', token.step);
    if (token?.held) tally.unsent(token.held.send, 'horizon');
    if (this.entry >= 0) tally.group(group, 'entered');
    else if (this.isKeptOut) tally.notEligible++;
    for (const what of this.reached) tally.group(group, what);
  }

  // Entries and exits.

  private isEligible(): boolean {
    const { op } = this.step(this.journey.entryStep);
    return op.op === 'entry' && (op.eligible === undefined || this.holds(op.eligible));
  }

  /** The entry's trigger concerns the contact. */
  private triggered(minute: number): void {
    this.triggers.shift();
    const { op } = this.step(this.journey.entryStep);
    if (this.token || !this.mayComeBack(minute)) {
      if (op.op === 'entry' && op.trigger.type === 'events') this.tally.droppedEntries++;
      return;
    }
    this.isKeptOut = !this.isEligible();
    if (this.isKeptOut) return;
    if (!this.hasPlace) {
      this.tally.overEntryCap++;
      this.triggers = [];
      return;
    }
    this.startEntry(minute);
    this.contact.noteRuleGoals(minute);
    this.next = { step: this.journey.entryStep, kind: 1 };
  }

  private mayComeBack(minute: number): boolean {
    if (this.leftAt === undefined) return true;
    const { mode, minutes, fromStart } = this.journey.reEntry;
    if (mode === 'never' || minute <= this.leftAt) return false;
    return mode === 'afterExit' || minute >= (fromStart ? this.enteredAt : this.leftAt) + minutes;
  }

  protected leaveByExitRule(minute: number): void {
    const { step, held } = this.token!;
    this.tally.step('exitRule', step);
    if (held) this.tally.unsent(held.send, 'exited');
    this.leaveJourney(minute);
  }

  private leaveJourney(minute: number): void {
    this.token = undefined;
    this.leftAt = minute;
  }

  // From step to step.

  private arrive(index: number, minute: number): void {
    const step = this.step(index);
    this.next = undefined;
    this.tally.step('entered', index);
    const pass = (this.passes.get(index) ?? 0) + 1;
    this.passes.set(index, pass);
    const token: Token = {
      step: index,
      arrived: minute,
      leaves: minute,
      exit: 0,
      isMoving: true,
      due: { since: minute },
    };
    this.token = token;
    if (step.counter >= 0 && pass > step.maxPasses) {
      this.tally.step('loopBound', index);
      return this.leaveJourney(minute);
    }
    if (step.op.op !== 'goal' && step.op.op !== 'pass') this.goals.stepReached(index, minute, 0);
    if (this.exitRuleHolds(['immediate'])) return this.leaveByExitRule(minute);
    this.perform(step, token);
    token.isMoving = token.leaves === minute;
  }

  private leaveStep(token: Token, minute: number): void {
    const { op, targets } = this.step(token.step);
    token.onLeave?.();
    this.contact.noteRuleGoals(minute);
    const modes = op.op === 'wait' || op.op === 'check' ? ['stepEnd', 'afterWait'] : ['stepEnd'];
    if (this.exitRuleHolds(modes)) return this.leaveByExitRule(minute);
    if (op.op === 'exit') {
      this.tally.step('ended', token.step);
      return this.leaveJourney(minute);
    }
    this.tally.exit(token.step, token.exit);
    const target = targets[token.exit]!;
    if (target < 0) return this.leaveJourney(minute);
    this.token = undefined;
    this.next = { step: target, kind: 1 };
  }

  /** Others may act before it goes on. */
  private leaveCheck(token: Token, minute: number): void {
    this.endCheck(token, minute);
    this.leaveStep(token, minute);
    if (this.next) this.next = { ...this.next, kind: 5 };
  }

  private release(token: Token, minute: number): void {
    const { op } = this.step(token.step);
    delete token.held;
    token.leaves = minute;
    token.isMoving = true;
    if (op.op === 'message') this.message(op, token, minute);
    if (op.op === 'escalate') this.escalate(op, token, minute);
  }
}
