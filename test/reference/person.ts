import type { ProgramStep, StepOp } from '../../src/compile/program.ts';
import { draw, PURPOSE, second } from '../../src/engine/random.ts';
import { ANSWERS, quantile, rounded } from './answers.ts';
import type { Event, Lot, Sent } from './contact.ts';
import { Recipient } from './recipient.ts';
import { triggerMinutes } from './triggers.ts';
import { waitUntil } from './waits.ts';

const TWO_32 = 2 ** 32;

/** Where the contact stands. */
interface Token {
  step: number;
  arrived: number;
  /** Minute at which the step ends by itself, and the exit it then leaves by. */
  leaves: number;
  exit: number;
  onLeave?: () => void;
}

/**
 * One contact's run, minute by minute, written to be obviously what semantics B, C and D say and nothing else. It shares
 * nothing with the engine but the draws. Whatever happens in a minute happens in this order: answers, goals, exit rules,
 * the check where it stands, moves.
 */
export class Person extends Recipient {
  private readonly triggers: readonly number[];
  private token: Token | undefined;
  private leftAt: number | undefined;
  private keptOut = false;

  constructor(lot: Lot) {
    super(lot);
    const { contact, seed, zone } = this;
    this.triggers = triggerMinutes(this.program, { seed, contact, zone, input: (at) => this.input(at) });
  }

  /** The minute at which the contact would come in if there were room for everyone. */
  firstEntry(): number | undefined {
    return this.triggers.find((minute) => this.isEligible(minute));
  }

  /** `hasPlace`: the entry cap lets the contact in. */
  run(hasPlace: boolean): void {
    const entries = hasPlace ? [...this.triggers] : [];
    if (!hasPlace) this.tally.overEntryCap++;
    for (;;) {
      const minute = Math.min(
        ...this.events.map((event) => event.minute),
        this.token?.leaves ?? Infinity,
        entries[0] ?? Infinity,
      );
      if (minute >= this.program.endMinute) break;
      this.answersCome(minute);
      this.moveWhileDue(minute);
      while (entries[0] === minute) {
        entries.shift();
        this.triggered(minute);
        this.moveWhileDue(minute);
      }
    }
    this.finish();
  }

  // Phases 1 to 4 of a minute.

  private answersCome(minute: number): void {
    const due = this.events
      .filter((event) => event.minute === minute)
      .sort((a, b) => ANSWERS.indexOf(a.answer) - ANSWERS.indexOf(b.answer) || a.order - b.order);
    if (due.length === 0) return;
    for (const event of due) this.events.splice(this.events.indexOf(event), 1);
    for (const event of due) this.answerComes(event);
    this.noteRuleGoals(minute);
    if (this.token && this.exitRuleHolds(['immediate'], minute)) return this.leaveByExitRule(minute);
    if (this.token) this.lookAtCheck(minute);
  }

  private answerComes({ minute, answer, sent, value = 0, byClick, bad }: Event): void {
    if (answer === 'conversion') {
      if (sent && byClick) {
        this.tally.send(sent.send, 'converted');
        this.tally.send(sent.send, 'revenueMinor', value);
      }
      return this.converts(minute, value);
    }
    if (!sent) throw new Error(`${answer} of nothing`);
    if (answer === 'unsubscribed') return this.unsubscribes(minute, sent, bad === true);
    sent.answered.set(answer, minute);
    this.tally.send(sent.send, answer);
    if (answer === 'bounced' && bad) this.suppressed.add(sent.channel);
    if (answer === 'opened' || answer === 'clicked') {
      this.reached.add(answer);
      this.openWindows(answer === 'opened' ? 'open' : 'click', minute);
    }
  }

  private unsubscribes(minute: number, sent: Sent, complains: boolean): void {
    if (this.unsubscribed.has(sent.channel)) return;
    this.unsubscribed.set(sent.channel, minute);
    this.reached.add('unsubscribed');
    this.tally.send(sent.send, 'unsubscribed');
    if (complains) this.tally.send(sent.send, 'complained');
  }

  private lookAtCheck(minute: number): void {
    const token = this.token!;
    const { op } = this.step(token.step);
    if (op.op !== 'check' || op.ranked) return;
    const exit = this.bestAnswer(op);
    if (exit === undefined) return;
    token.exit = exit;
    token.leaves = minute;
  }

  private isEligible(minute: number): boolean {
    const { op } = this.step(this.journey.entryStep);
    return op.op === 'entry' && (op.eligible === undefined || this.holds(op.eligible, minute));
  }

  // Moves.

  /** The entry's trigger concerns the contact. */
  private triggered(minute: number): void {
    const { op } = this.step(this.journey.entryStep);
    if (this.token || !this.mayComeBack(minute)) {
      if (op.op === 'entry' && op.trigger.type === 'events') this.tally.droppedEntries++;
      return;
    }
    if (!this.isEligible(minute)) {
      this.keptOut = true;
      return;
    }
    this.entry++;
    this.enteredAt = minute;
    this.sents = [];
    this.passes = new Map();
    this.rungs = new Map();
    this.holdout = false;
    for (const goal of this.goals) Object.assign(goal, { held: false, doneInEntry: false, minutes: [] });
    this.openWindows('entry', minute);
    this.noteRuleGoals(minute);
    this.arrive(this.journey.entryStep, minute);
  }

  private mayComeBack(minute: number): boolean {
    if (this.leftAt === undefined) return true;
    const { mode, minutes, fromStart } = this.journey.reEntry;
    if (mode === 'never' || minute <= this.leftAt) return false;
    return mode === 'afterExit' || minute >= (fromStart ? this.enteredAt : this.leftAt) + minutes;
  }

  private arrive(index: number, minute: number): void {
    const step = this.step(index);
    this.tally.step('entered', index);
    const pass = (this.passes.get(index) ?? 0) + 1;
    this.passes.set(index, pass);
    this.token = { step: index, arrived: minute, leaves: minute, exit: 0 };
    if (step.counter >= 0 && pass > step.maxPasses) {
      this.tally.step('loopBound', index);
      return this.leaveJourney(minute);
    }
    if (this.exitRuleHolds(['immediate'], minute)) return this.leaveByExitRule(minute);
    this.perform(step, this.token);
  }

  private moveWhileDue(minute: number): void {
    while (this.token?.leaves === minute) this.leaveStep(minute, this.token);
  }

  private leaveStep(minute: number, token: Token): void {
    const { op, targets } = this.step(token.step);
    token.onLeave?.();
    if (op.op === 'check' && op.ranked) token.exit = this.bestAnswer(op) ?? op.noResponseExit;
    this.noteRuleGoals(minute);
    const modes = op.op === 'wait' || op.op === 'check' ? ['stepEnd', 'afterWait'] : ['stepEnd'];
    if (this.exitRuleHolds(modes, minute)) return this.leaveByExitRule(minute);
    if (op.op === 'exit') {
      this.tally.step('ended', token.step);
      return this.leaveJourney(minute);
    }
    this.tally.exit(token.step, token.exit);
    const target = targets[token.exit]!;
    if (target < 0) this.leaveJourney(minute);
    else this.arrive(target, minute);
  }

  private leaveByExitRule(minute: number): void {
    this.tally.step('exitRule', this.token!.step);
    this.leaveJourney(minute);
  }

  private leaveJourney(minute: number): void {
    this.token = undefined;
    this.leftAt = minute;
  }

  // Steps.

  private perform(step: ProgramStep, token: Token): void {
    const { op } = step;
    const t = token.arrived;
    switch (op.op) {
      case 'entry':
      case 'exit':
        return;
      case 'pass':
        token.exit = op.exit;
        return;
      case 'split': {
        const branch = op.tests.findIndex((test) => this.holds(test, t));
        token.exit = branch < 0 ? op.tests.length : branch;
        return;
      }
      case 'experiment': {
        // Neither entry nor pass: the same arm each time.
        const word = draw(this.seed, step.key, this.contact, PURPOSE.ARM);
        const arm = op.thresholds.findIndex((threshold) => word < threshold);
        token.exit = arm < 0 ? op.thresholds.length : arm;
        if (token.exit === op.holdoutExit && op.holdoutGoesOn) this.holdout = true;
        return;
      }
      case 'message':
        return this.message(step, op, t);
      case 'escalate':
        token.exit = this.escalate(step, op, t) ? 0 : 1;
        return;
      case 'wait':
        return this.wait(step, op, token);
      case 'check':
        return this.check(op, token);
      case 'update':
        return this.update(op);
      case 'handoff':
        return this.handoff(step, op, token);
      case 'goal':
        return this.goal(step, op, token);
    }
  }

  private wait(step: ProgramStep, op: Extract<StepOp, { op: 'wait' }>, token: Token): void {
    const word = draw(this.seed, step.key, this.contact, this.occasion(step, PURPOSE.WAITING));
    const until = waitUntil(op.until, token.arrived, {
      clock: this.clock,
      zone: this.zone,
      epoch: this.program.epoch,
      share: word / TWO_32,
      input: (at) => this.input(at),
    });
    if (until === undefined) this.tally.step('wentOn', token.step);
    token.leaves = until ?? token.arrived;
  }

  private check(op: Extract<StepOp, { op: 'check' }>, token: Token): void {
    const sent = this.checked(op);
    token.exit = op.noResponseExit;
    token.leaves = token.arrived + op.windowMinutes;
    if (!sent) return;
    if (op.fromSend) token.leaves = Math.max(token.arrived, sent.minute + op.windowMinutes);
    if (!op.ranked) this.lookAtCheck(token.arrived);
  }

  /** The send that a check reads. */
  private checked(op: Extract<StepOp, { op: 'check' }>): Sent | undefined {
    return this.sents.findLast((sent) => sent.latest.includes(op.slot));
  }

  /** Exit of the best answer there is now. */
  private bestAnswer(op: Extract<StepOp, { op: 'check' }>): number | undefined {
    const sent = this.checked(op);
    if (!sent) return undefined;
    const unsubscribed = this.unsubscribed.get(sent.channel);
    const there = [
      this.convertedSince(sent.minute),
      sent.answered.has('clicked'),
      sent.answered.has('replied'),
      sent.answered.has('opened'),
      unsubscribed !== undefined && unsubscribed > sent.minute,
      sent.answered.has('bounced'),
    ];
    return op.exitOf.find((exit, rank) => exit >= 0 && there[rank]);
  }

  private handoff(step: ProgramStep, op: Extract<StepOp, { op: 'handoff' }>, token: Token): void {
    const isMissed = op.slaMinutes >= 0 && op.serviceMinutes > op.slaMinutes;
    token.exit = this.holdout || isMissed ? 1 : 0;
    if (this.holdout) return;
    token.leaves = token.arrived + (isMissed ? op.slaMinutes : op.serviceMinutes);
    if (isMissed) return;
    token.onLeave = () => {
      this.spend(token.leaves, op.costMicros);
      const wins =
        draw(this.seed, step.key, this.contact, this.occasion(step, PURPOSE.WINNING)) < op.winThreshold;
      const cycle = rounded(quantile(op.cycle, second()));
      const valueWord = draw(this.seed, step.key, this.contact, this.occasion(step, PURPOSE.VALUE));
      if (!wins || token.leaves + cycle >= this.program.endMinute) return;
      this.tally.step('won', token.step);
      this.expect({
        answer: 'conversion',
        minute: token.leaves + cycle,
        value: this.orderValue(valueWord, op.valueMeanMinor),
      });
    };
  }

  private goal(step: ProgramStep, op: Extract<StepOp, { op: 'goal' }>, token: Token): void {
    const word = draw(this.seed, step.key, this.contact, this.occasion(step, PURPOSE.VALUE));
    const value = op.valueMinor < 0 ? this.orderValue(word) : op.valueMinor;
    if (op.records) this.converts(token.arrived, value);
    this.journey.goals.forEach(({ on }, index) => {
      if (on.kind === 'step' && on.step === token.step)
        this.goalHappens(index, token.arrived, op.records ? value : 0);
    });
  }

  private finish(): void {
    this.tally.contacts++;
    this.tally.group(this.group, 'contacts');
    if (this.token) this.tally.step('inFlight', this.token.step);
    if (this.entry >= 0) this.tally.group(this.group, 'entered');
    else if (this.keptOut) this.tally.notEligible++;
    for (const what of this.reached) this.tally.group(this.group, what);
  }
}
