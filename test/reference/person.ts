import type { ProgramStep } from '../../src/compile/program.ts';
import type { Agents } from './agents.ts';
import { Contact, type Event, type Lot } from './contact.ts';
import { type Act, Trip } from './trip.ts';

/** What a contact does next. */
interface Next {
  readonly trip: Trip;
  readonly act: Act;
}

/**
 * One contact's run, minute by minute, written to be obviously what docs/simulation.md says and nothing else. It shares nothing with the
 * engine but the draws.
 */
export class Person extends Contact {
  /** One per journey, in the order in which they make moves of one minute. */
  readonly trips: readonly Trip[];
  private hasUnsubscribed = false;

  constructor(lot: Lot, agents: ReadonlyMap<ProgramStep, Agents>) {
    super(lot);
    this.trips = this.program.journeys.map((_, place) => new Trip(this, place, agents));
    this.parts = this.trips;
  }

  nextMinute(): number {
    return Math.min(this.nextEvent(), ...this.trips.map((trip) => trip.nextMinute()));
  }

  /** Answers of a minute are there before anything acts. */
  answersCome(minute: number): void {
    const due = this.takeEvents(minute);
    for (const event of due) this.answerComes(event);
    if (due.length > 0) this.noteRuleGoals(minute);
  }

  /** Acts until there is nothing to do in this minute, or until it comes to a step shared with other contacts: that is the answer. */
  act(minute: number): Next | undefined {
    for (;;) {
      const next = this.next(minute);
      if (next === undefined || this.isShared(next)) return next;
      next.act.run();
    }
  }

  finish(): void {
    this.tally.contacts++;
    this.tally.audience(this.group, 'contacts');
    if (this.hasUnsubscribed) this.tally.audience(this.group, 'unsubscribed');
    for (const trip of this.trips) trip.finish();
  }

  /** The first kind of act that some token can do; of several such tokens that of the first journey. */
  private next(minute: number): Next | undefined {
    const possible = this.trips.flatMap((trip) => {
      const act = trip.nextAct(minute);
      return act ? [{ trip, act }] : [];
    });
    return possible.sort((a, b) => a.act.kind - b.act.kind || a.trip.place - b.trip.place)[0];
  }

  private isShared({ trip, act }: Next): boolean {
    return act.at !== undefined && this.capacity.isShared(trip.place, act.at);
  }

  private answerComes({ minute, answer, sent, value = 0, byClick, bad }: Event): void {
    if (answer === 'conversion') {
      if (sent && byClick) this.sender(sent).convertedBy(sent, value);
      return this.converts(minute, value);
    }
    if (!sent) throw new Error(`${answer} of nothing`);
    if (answer !== 'unsubscribed') this.sender(sent).answered(sent, answer, minute);
    else if (!this.unsubscribed.has(sent.channel)) {
      // A later one on the same channel is none.
      this.unsubscribed.set(sent.channel, minute);
      this.hasUnsubscribed = true;
      this.sender(sent).unsubscribedBy(sent, bad === true);
    }
    if (answer === 'bounced' && bad) this.suppressed.add(sent.channel);
  }

  private sender({ journey }: { journey: number }): Trip {
    return this.trips[journey]!;
  }
}
