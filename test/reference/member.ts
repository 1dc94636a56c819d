import type { Program, ProgramGoal, ProgramJourney, ProgramStep, Test } from '../../src/compile/program.ts';
import { occasion } from '../../src/engine/random.ts';
import type { Answer } from './answers.ts';
import type { Contact, Sent } from './contact.ts';
import { Goals } from './goals.ts';
import type { JourneyTally } from './tally.ts';

/** What a contact has come to in a journey. */
type Reached = 'messaged' | 'opened' | 'clicked' | 'unsubscribed' | 'converters';

/** A contact in one journey: what rules, exit rules and goals of the journey know of it. */
export class Member {
  readonly contact: Contact;
  /** Place of the journey in the Program. */
  readonly place: number;
  readonly journey: ProgramJourney;
  protected readonly program: Program;
  protected readonly tally: JourneyTally;
  protected readonly goals: Goals;
  protected readonly reached = new Set<Reached>();
  /** Number of the entry, from 0, and its minute. */
  protected entry = -1;
  protected enteredAt = -1;
  // Of this entry:
  protected sents: Sent[] = [];
  protected passes = new Map<number, number>();
  protected rungs = new Map<number, number>();
  protected holdout = false;

  constructor(contact: Contact, place: number) {
    this.contact = contact;
    this.place = place;
    this.program = contact.program;
    this.journey = contact.program.journeys[place]!;
    this.tally = contact.tally.journeys[place]!;
    this.goals = new Goals(this.journey, (goal, minute, value) => this.goalCounts(goal, minute, value));
  }

  /** An order of the contact, whatever brought it. */
  converted(minute: number, value: number): void {
    this.tally.group(this.contact.group, 'conversionsAudience');
    this.tally.group(this.contact.group, 'revenueAudienceMinor', value);
    this.goals.converted(minute, value);
  }

  noteRuleGoals(minute: number): void {
    this.goals.noteRules(minute, (test) => this.holds(test));
  }

  /** An answer to a message of this journey. */
  answered(sent: Sent, answer: Answer, minute: number): void {
    sent.answered.set(answer, minute);
    this.tally.send(sent.send, answer as Exclude<Answer, 'conversion'>);
    if (answer !== 'opened' && answer !== 'clicked') return;
    this.reached.add(answer);
    this.goals.openWindows(answer === 'opened' ? 'open' : 'click', minute);
  }

  /** A message of this journey ended the contact's consent on its channel. */
  unsubscribedBy(sent: Sent, complains: boolean): void {
    this.reached.add('unsubscribed');
    this.tally.send(sent.send, 'unsubscribed');
    if (complains) this.tally.send(sent.send, 'complained');
  }

  /** The click of a message of this journey led to an order. */
  convertedBy(sent: Sent, value: number): void {
    this.tally.send(sent.send, 'converted');
    this.tally.send(sent.send, 'revenueMinor', value);
  }

  protected startEntry(minute: number): void {
    this.entry++;
    this.enteredAt = minute;
    this.sents = [];
    this.passes = new Map();
    this.rungs = new Map();
    this.holdout = false;
    this.goals.startEntry(minute);
  }

  protected holds(test: Test): boolean {
    const { contact } = this;
    switch (test.op) {
      case 'all':
        return test.tests.every((part) => this.holds(part));
      case 'any':
        return test.tests.some((part) => this.holds(part));
      case 'none':
        return test.tests.every((part) => !this.holds(part));
      case 'bit':
        return contact.input(test.input) === 1;
      case 'column': {
        const state = contact.written[test.column]!;
        return state === 0 && test.initial >= 0 ? contact.input(test.initial) === 1 : test.truth[state] === 1;
      }
      case 'tag':
        return contact.tags[test.tag]!;
      case 'score':
        return contact.score >= test.atLeast;
      case 'consent':
        return contact.consents(test.channel) && !contact.suppressed.has(test.channel);
      case 'behaviour': {
        if (test.did === 'converted') return this.goals.isReached;
        const answer = test.did === 'received' ? 'delivered' : test.did;
        return this.sents.some((sent) => sent.ever.includes(test.slot) && sent.answered.has(answer));
      }
    }
  }

  /** Whether an exit rule of one of these modes is true; only what happened since the entry counts. */
  protected exitRuleHolds(modes: readonly string[]): boolean {
    return this.journey.exitRules.some(({ when, mode }) => {
      if (!modes.includes(mode)) return false;
      if (when.kind === 'test') return this.holds(when.test);
      if (when.kind === 'converted') return this.goals.isReached;
      return [...this.contact.unsubscribed].some(
        ([channel, since]) => since > this.enteredAt && (when.channel < 0 || when.channel === channel),
      );
    });
  }

  protected spend(minute: number, micros: number): void {
    const { group } = this.contact;
    this.contact.tally.audience(group, 'costMicros', micros);
    this.tally.group(group, 'costMicros', micros);
    if (minute < this.journey.targetMinute) this.tally.group(group, 'costByTargetMicros', micros);
  }

  protected step(index: number): ProgramStep {
    return this.journey.steps[index]!;
  }

  protected passOf(step: ProgramStep): number {
    return step.counter < 0 ? 0 : this.passes.get(this.journey.steps.indexOf(step))! - 1;
  }

  protected occasion(step: ProgramStep, purpose: number): number {
    return occasion(this.entry, this.passOf(step), purpose);
  }

  private goalCounts(goal: number, minute: number, eventValue: number): void {
    const { group } = this.contact;
    const value = this.goalValue(this.journey.goals[goal]!, eventValue);
    this.tally.goal(goal, value);
    if (goal > 0) return;
    this.reached.add('converters');
    this.tally.group(group, 'conversions');
    this.tally.group(group, 'revenueMinor', value);
    if (minute >= this.journey.targetMinute) return;
    this.tally.group(group, 'conversionsByTarget');
    this.tally.group(group, 'revenueByTargetMinor', value);
  }

  private goalValue({ value }: ProgramGoal, eventValue: number): number {
    if (value.kind === 'event') return eventValue;
    if (value.kind === 'fixed') return value.minor;
    const amount = this.contact.input(value.input) * [1, 10, 100, 1000, 10_000][this.program.minorDigits]!;
    return Number.isNaN(amount) ? 0 : Math.round(amount);
  }
}
