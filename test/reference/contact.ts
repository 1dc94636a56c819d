import type {
  Columns,
  Program,
  ProgramGoal,
  ProgramJourney,
  ProgramStep,
  StepOp,
  Test,
} from '../../src/compile/program.ts';
import { CONTACT_KEY, draw, second } from '../../src/engine/random.ts';
import { type Answer, quantile } from './answers.ts';
import { Clock } from './clock.ts';
import type { Tally } from './tally.ts';

/** A message that went out, with the minutes of the answers that have come so far. */
export interface Sent {
  readonly send: number;
  readonly channel: number;
  readonly minute: number;
  /** Places that checks and rules look it up in. */
  readonly latest: readonly number[];
  readonly ever: readonly number[];
  readonly answered: Map<Answer, number>;
}

/** Something that will happen to the contact. */
export interface Event {
  readonly minute: number;
  readonly answer: Answer;
  readonly order: number;
  readonly sent?: Sent;
  readonly value?: number;
  readonly byClick?: boolean;
  readonly bad?: boolean;
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

/** What is known of a contact at the minute reached: traits, rules, goals, and what is going to happen to it. */
export class Contact {
  readonly contact: number;
  protected readonly program: Program;
  protected readonly columns: Columns;
  protected readonly row: number;
  protected readonly seed: number;
  protected readonly tally: Tally;
  protected readonly clock: Clock;
  protected readonly journey: ProgramJourney;
  protected readonly group: number;
  protected readonly engagement: number;
  protected readonly propensity: number;
  protected readonly isMachine: boolean;
  protected readonly deadWord: number;

  protected readonly events: Event[] = [];
  protected eventCount = 0;
  protected entry = -1;
  protected enteredAt = -1;
  protected readonly goals: GoalState[];
  protected readonly unsubscribed = new Map<number, number>();
  protected readonly suppressed = new Set<number>();
  protected readonly tags: boolean[];
  protected score: number;
  protected readonly written: number[];
  protected pressure = 0;
  protected lastSend = 0;
  protected readonly reached = new Set<'messaged' | 'opened' | 'clicked' | 'unsubscribed' | 'converters'>();
  // Of this entry:
  protected sents: Sent[] = [];
  protected passes = new Map<number, number>();
  protected rungs = new Map<number, number>();
  protected holdout = false;

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
    this.expectOrganicConversions();
  }

  /** An order, whatever brought it. */
  protected converts(minute: number, value: number): void {
    this.tally.group(this.group, 'conversionsAudience');
    this.tally.group(this.group, 'revenueAudienceMinor', value);
    this.journey.goals.forEach((goal, index) => {
      if (goal.on.kind === 'conversion') this.goalHappens(index, minute, value);
    });
  }

  protected goalHappens(index: number, minute: number, eventValue: number): void {
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

  protected goalValue({ value }: ProgramGoal, eventValue: number): number {
    if (value.kind === 'event') return eventValue;
    if (value.kind === 'fixed') return value.minor;
    const amount = this.input(value.input) * [1, 10, 100, 1000, 10_000][this.program.minorDigits]!;
    return Number.isNaN(amount) ? 0 : Math.round(amount);
  }

  /** Goals about a rule are reached whenever it turns true. */
  protected noteRuleGoals(minute: number): void {
    if (this.entry < 0) return;
    this.journey.goals.forEach(({ on }, index) => {
      if (on.kind !== 'test') return;
      const holds = this.holds(on.test, minute);
      if (holds && !this.goals[index]!.held) this.goalHappens(index, minute, 0);
      this.goals[index]!.held = holds;
    });
  }

  protected openWindows(from: ProgramGoal['windowFrom'], minute: number): void {
    this.journey.goals.forEach((goal, index) => {
      if (goal.windowFrom === from) this.goals[index]!.opened = minute;
    });
  }

  /** Whether the primary goal counted after `since` in this entry. */
  protected convertedSince(since: number): boolean {
    return this.goals[0]!.minutes.some((minute) => minute > since);
  }

  protected holds(test: Test, minute: number): boolean {
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

  protected exitRuleHolds(modes: readonly string[], minute: number): boolean {
    return this.journey.exitRules.some(({ when, mode }) => {
      if (!modes.includes(mode)) return false;
      if (when.kind === 'test') return this.holds(when.test, minute);
      if (when.kind === 'converted') return this.goals[0]!.minutes.length > 0;
      return [...this.unsubscribed].some(
        ([channel, since]) => since > this.enteredAt && (when.channel < 0 || when.channel === channel),
      );
    });
  }

  protected consents(channel: number): boolean {
    return (
      Math.floor(this.columns.consent[this.row]! / 2 ** channel) % 2 === 1 && !this.unsubscribed.has(channel)
    );
  }

  protected update(op: Extract<StepOp, { op: 'update' }>): void {
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

  /** A Poisson process from minute 0 to the run's end. */
  protected expectOrganicConversions(): void {
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

  protected expect(event: Omit<Event, 'order'>): void {
    this.events.push({ ...event, order: this.eventCount++ });
  }

  protected orderValue(word: number, mean = this.program.response.orderMeanMinor): number {
    return Math.round(mean * quantile(this.program.response.orderValue, word));
  }

  protected spend(minute: number, micros: number): void {
    this.tally.group(this.group, 'costMicros', micros);
    if (minute < this.journey.targetMinute) this.tally.group(this.group, 'costByTargetMicros', micros);
  }

  protected get zone(): number {
    return this.columns.zone[this.row]!;
  }

  protected input(at: number): number {
    return this.columns.inputs[at]![this.row]!;
  }

  protected step(index: number): ProgramStep {
    return this.journey.steps[index]!;
  }
}
