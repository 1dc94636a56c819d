import type {
  Columns,
  Program,
  ProgramGoal,
  ProgramJourney,
  ProgramStep,
  StepOp,
  Test,
} from '../../src/compile/program.ts';
import { CONTACT_KEY, draw, occasion, PURPOSE, second } from '../../src/engine/random.ts';
import type { UnsentReason } from '../../src/engine/results.ts';
import { ANSWERS, type Answer, outcomesOf, quantile, rounded } from './answers.ts';
import { Clock, clockMinutesFor } from './clock.ts';
import type { Tally } from './tally.ts';
import { triggerMinutes } from './triggers.ts';
import { waitUntil } from './waits.ts';

const TWO_32 = 2 ** 32;

/** A message that went out, with the minutes of the answers that have come so far. */
interface Sent {
  readonly send: number;
  readonly channel: number;
  readonly minute: number;
  /** Places that checks and rules look it up in. */
  readonly latest: readonly number[];
  readonly ever: readonly number[];
  readonly answered: Map<Answer, number>;
}

/** Something that will happen to the contact. */
interface Event {
  readonly minute: number;
  readonly answer: Answer;
  readonly order: number;
  readonly sent?: Sent;
  readonly value?: number;
  readonly byClick?: boolean;
  readonly bad?: boolean;
}

/** Where the contact stands. */
interface Token {
  step: number;
  arrived: number;
  /** Minute at which the step ends by itself, and the exit it then leaves by. */
  leaves: number;
  exit: number;
  onLeave?: () => void;
}

/** Journey conversions of one goal. */
interface GoalState {
  held: boolean;
  doneInEntry: boolean;
  /** The latest moment that a window counts from. */
  opened: number | undefined;
  /** Minutes at which it counted, in this entry. */
  minutes: number[];
}

/** Who a person is, and where it is counted. */
export interface Lot {
  readonly program: Program;
  readonly columns: Columns;
  readonly row: number;
  readonly seed: number;
  readonly tally: Tally;
}

/**
 * One contact's run, minute by minute, written to be obviously what semantics B, C and D say and nothing else. It shares
 * nothing with the engine but the draws. Whatever happens in a minute happens in this order: answers, goals, exit rules,
 * the check where it stands, moves.
 */
export class Person {
  readonly contact: number;
  private readonly program: Program;
  private readonly columns: Columns;
  private readonly row: number;
  private readonly seed: number;
  private readonly tally: Tally;
  private readonly clock: Clock;
  private readonly journey: ProgramJourney;
  private readonly group: number;
  private readonly engagement: number;
  private readonly propensity: number;
  private readonly isMachine: boolean;
  private readonly deadWord: number;

  private readonly triggers: number[];
  private readonly events: Event[] = [];
  private eventCount = 0;
  private token: Token | undefined;
  private entry = -1;
  private enteredAt = -1;
  private leftAt: number | undefined;
  private keptOut = false;
  private readonly goals: GoalState[];
  private readonly unsubscribed = new Map<number, number>();
  private readonly suppressed = new Set<number>();
  private readonly tags: boolean[];
  private score: number;
  private readonly written: number[];
  private pressure = 0;
  private lastSend = 0;
  private readonly reached = new Set<'messaged' | 'opened' | 'clicked' | 'unsubscribed' | 'converters'>();
  // Of this entry:
  private sents: Sent[] = [];
  private passes = new Map<number, number>();
  private rungs = new Map<number, number>();
  private holdout = false;

  constructor({ program, columns, row, seed, tally }: Lot) {
    this.program = program;
    this.columns = columns;
    this.row = row;
    this.seed = seed;
    this.tally = tally;
    this.contact = columns.contact[row]!;
    this.clock = new Clock(program);
    this.journey = program.journeys[0]!;
    this.group = draw(seed, CONTACT_KEY.GROUP, this.contact, 0) >>> 25;
    const traits = draw(seed, CONTACT_KEY.TRAITS, this.contact, 0);
    this.deadWord = second();
    // 4 bits of engagement, 8 of propensity, 20 of machine reading.
    this.engagement = Math.floor(traits / 2 ** 28);
    this.propensity = Math.floor(traits / 2 ** 20) % 256;
    const told = columns.machine[row]!;
    this.isMachine =
      told === 2 ? (traits % 2 ** 20) * 2 ** 12 < program.response.machineThreshold : told === 1;
    this.tags = program.tags.map((input) => this.input(input) === 1);
    const score = program.scoreInput < 0 ? 0 : this.input(program.scoreInput);
    this.score = Number.isNaN(score) ? 0 : score;
    this.written = Array.from({ length: program.runtimeColumns }, () => 0);
    this.goals = this.journey.goals.map(() => ({
      held: false,
      doneInEntry: false,
      opened: undefined,
      minutes: [],
    }));
    this.triggers = triggerMinutes(program, {
      seed,
      contact: this.contact,
      zone: this.zone,
      input: (at) => this.input(at),
    });
    this.expectOrganicConversions();
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

  // Goals.

  /** An order, whatever brought it. */
  private converts(minute: number, value: number): void {
    this.tally.group(this.group, 'conversionsAudience');
    this.tally.group(this.group, 'revenueAudienceMinor', value);
    this.journey.goals.forEach((goal, index) => {
      if (goal.on.kind === 'conversion') this.goalHappens(index, minute, value);
    });
  }

  private goalHappens(index: number, minute: number, eventValue: number): void {
    const goal = this.journey.goals[index]!;
    const state = this.goals[index]!;
    if (this.entry < 0 || state.opened === undefined || minute >= state.opened + goal.windowMinutes) return;
    if (state.doneInEntry && !goal.every) return;
    state.doneInEntry = true;
    state.minutes.push(minute);
    const value = this.goalValue(goal, eventValue);
    this.tally.goal(index, value);
    if (index > 0) return;
    this.reached.add('converters');
    this.tally.group(this.group, 'conversions');
    this.tally.group(this.group, 'revenueMinor', value);
    if (minute >= this.journey.targetMinute) return;
    this.tally.group(this.group, 'conversionsByTarget');
    this.tally.group(this.group, 'revenueByTargetMinor', value);
  }

  private goalValue({ value }: ProgramGoal, eventValue: number): number {
    if (value.kind === 'event') return eventValue;
    if (value.kind === 'fixed') return value.minor;
    const amount = this.input(value.input) * [1, 10, 100, 1000, 10_000][this.program.minorDigits]!;
    return Number.isNaN(amount) ? 0 : Math.round(amount);
  }

  /** Goals about a rule are reached whenever it turns true. */
  private noteRuleGoals(minute: number): void {
    if (this.entry < 0) return;
    this.journey.goals.forEach(({ on }, index) => {
      if (on.kind !== 'test') return;
      const holds = this.holds(on.test, minute);
      if (holds && !this.goals[index]!.held) this.goalHappens(index, minute, 0);
      this.goals[index]!.held = holds;
    });
  }

  private openWindows(from: ProgramGoal['windowFrom'], minute: number): void {
    this.journey.goals.forEach((goal, index) => {
      if (goal.windowFrom === from) this.goals[index]!.opened = minute;
    });
  }

  /** Whether the primary goal counted after `since` in this entry. */
  private convertedSince(since: number): boolean {
    return this.goals[0]!.minutes.some((minute) => minute > since);
  }

  // Rules.

  private holds(test: Test, minute: number): boolean {
    switch (test.op) {
      case 'all':
        return test.tests.every((part) => this.holds(part, minute));
      case 'any':
        return test.tests.some((part) => this.holds(part, minute));
      case 'none':
        return test.tests.every((part) => !this.holds(part, minute));
      case 'bit':
        return this.input(test.input) === 1;
      case 'column': {
        const state = this.written[test.column]!;
        return state === 0 && test.initial >= 0 ? this.input(test.initial) === 1 : test.truth[state] === 1;
      }
      case 'tag':
        return this.tags[test.tag]!;
      case 'score':
        return this.score >= test.atLeast;
      case 'consent':
        return this.consents(test.channel) && !this.suppressed.has(test.channel);
      case 'behaviour': {
        if (test.did === 'converted') return this.goals[0]!.minutes.length > 0;
        const answer = test.did === 'received' ? 'delivered' : test.did;
        return this.sents.some((sent) => sent.ever.includes(test.slot) && sent.answered.has(answer));
      }
    }
  }

  private exitRuleHolds(modes: readonly string[], minute: number): boolean {
    return this.journey.exitRules.some(({ when, mode }) => {
      if (!modes.includes(mode)) return false;
      if (when.kind === 'test') return this.holds(when.test, minute);
      if (when.kind === 'converted') return this.goals[0]!.minutes.length > 0;
      return [...this.unsubscribed].some(
        ([channel, since]) => since > this.enteredAt && (when.channel < 0 || when.channel === channel),
      );
    });
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

  private message(step: ProgramStep, op: Extract<StepOp, { op: 'message' }>, t: number): void {
    const sendOn = (channel: number) => op.sendByChannel[channel]!;
    const preferred = this.columns.preferred[this.row]!;
    const own = op.preferred && preferred >= 0 && sendOn(preferred) >= 0 ? [preferred] : [];
    const tried = [...own, ...op.order];
    const possible = tried.find((channel) => this.obstacle(channel, op.transactional) === undefined);
    if (possible !== undefined) return this.send(step, op, sendOn(possible), t);
    const first = tried[0] ?? op.sendByChannel.findIndex((send) => send >= 0);
    const reason = this.obstacle(first, op.transactional) ?? 'consent';
    this.tally.unsent(sendOn(first), op.preferred && reason !== 'holdout' ? 'consent' : reason);
  }

  /** Whether a rung was climbed. */
  private escalate(step: ProgramStep, op: Extract<StepOp, { op: 'escalate' }>, t: number): boolean {
    for (let rung = this.rungs.get(op.ladder) ?? 0; rung < op.rungs.length; rung++) {
      this.rungs.set(op.ladder, rung + 1);
      const send = op.rungs[rung]!;
      const reason = this.obstacle(this.journey.sends[send]!.channel, false);
      if (reason === undefined) {
        this.send(step, op, send, t);
        return true;
      }
      this.tally.unsent(send, reason);
      if (reason === 'holdout') return true;
    }
    return false;
  }

  private obstacle(channel: number, transactional: boolean): UnsentReason | undefined {
    if (this.holdout) return 'holdout';
    if (this.suppressed.has(channel)) return 'suppressed';
    if (!transactional && !this.consents(channel)) return 'consent';
    return Math.floor(this.columns.reachable[this.row]! / 2 ** channel) % 2 === 1 ? undefined : 'unreachable';
  }

  private consents(channel: number): boolean {
    return (
      Math.floor(this.columns.consent[this.row]! / 2 ** channel) % 2 === 1 && !this.unsubscribed.has(channel)
    );
  }

  private send(step: ProgramStep, op: { slot: number; everSlot: number }, index: number, t: number): void {
    const send = this.journey.sends[index]!;
    const { response } = this.program;
    this.tally.send(index, 'sent');
    this.tally.group(this.group, 'sent');
    this.spend(t, send.costMicros);
    this.tally.send(index, 'costMicros', send.costMicros);
    this.reached.add('messaged');
    const pressureBin = this.pressureBin(t);
    this.pressure += send.pressure;
    this.openWindows('send', t);
    const sent: Sent = {
      send: index,
      channel: send.channel,
      minute: t,
      latest: [op.slot, this.journey.latestSlot].filter((slot) => slot >= 0),
      ever: [op.everSlot, this.journey.anySlot].filter((slot) => slot >= 0),
      answered: new Map(),
    };
    this.sents.push(sent);
    const at = {
      seed: this.seed,
      stepKey: step.key,
      contact: this.contact,
      entry: this.entry,
      pass: this.passOf(step),
    };
    const who = {
      engagement: this.engagement,
      propensity: this.propensity,
      isMachine: this.isMachine,
      deadWord: this.deadWord,
      pressureBin,
      warp: (virtual: number) => clockMinutesFor(virtual, this.clock.local(this.zone, t), response.warp),
    };
    for (const outcome of outcomesOf(send, at, who, response)) {
      const { valueWord, after, ...rest } = outcome;
      const value = valueWord === undefined ? 0 : this.orderValue(valueWord);
      this.expect({ ...rest, minute: t + after, sent, value });
    }
  }

  /** Pressure fades by the quarter hours since the last send, then counts in sixteenths. */
  private pressureBin(t: number): number {
    const { pressureDecay, startPressure } = this.program.response;
    let quarters = Math.floor((t - this.lastSend) / 15);
    const most = pressureDecay.length - 1;
    while (quarters > most) {
      this.pressure *= pressureDecay[most]!;
      quarters -= most;
    }
    this.pressure = Math.floor(this.pressure * pressureDecay[quarters]!);
    this.lastSend = t;
    return Math.min(255, Math.floor((startPressure + this.pressure) / 256));
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

  private update(op: Extract<StepOp, { op: 'update' }>): void {
    for (const change of op.changes) {
      if (change.type === 'set') this.written[change.column] = change.state;
      if (change.type === 'score') this.score += change.points;
      if (change.type === 'tag') this.tags[change.tag] = change.on;
      if (change.type === 'suppress') {
        this.program.channels.forEach((_, channel) => {
          if (Math.floor(change.channels / 2 ** channel) % 2 === 1) this.suppressed.add(channel);
        });
      }
    }
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

  // The rest.

  /** A Poisson process from minute 0 to the run's end. */
  private expectOrganicConversions(): void {
    const { response, endMinute } = this.program;
    let time = 0;
    for (let k = 0; ; k++) {
      const word = draw(this.seed, CONTACT_KEY.ORGANIC, this.contact, k);
      const value = this.orderValue(second());
      time += quantile(response.exponential, word) * response.organicGap[this.propensity]!;
      if (time >= endMinute) return;
      this.expect({ answer: 'conversion', minute: Math.floor(time), value });
    }
  }

  private expect(event: Omit<Event, 'order'>): void {
    this.events.push({ ...event, order: this.eventCount++ });
  }

  private orderValue(word: number, mean = this.program.response.orderMeanMinor): number {
    return Math.round(mean * quantile(this.program.response.orderValue, word));
  }

  private spend(minute: number, micros: number): void {
    this.tally.group(this.group, 'costMicros', micros);
    if (minute < this.journey.targetMinute) this.tally.group(this.group, 'costByTargetMicros', micros);
  }

  private passOf({ counter }: ProgramStep): number {
    return counter < 0 ? 0 : this.passes.get(this.token!.step)! - 1;
  }

  private occasion(step: ProgramStep, purpose: number): number {
    return occasion(this.entry, this.passOf(step), purpose);
  }

  private get zone(): number {
    return this.columns.zone[this.row]!;
  }

  private input(at: number): number {
    return this.columns.inputs[at]![this.row]!;
  }

  private step(index: number): ProgramStep {
    return this.journey.steps[index]!;
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
