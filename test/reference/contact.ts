import type { Columns, Program, StepOp } from '../../src/compile/program.ts';
import { CONTACT_KEY, draw, second } from '../../src/engine/random.ts';
import { ANSWERS, type Answer, quantile } from './answers.ts';
import type { Capacity } from './capacity.ts';
import { Clock } from './clock.ts';
import { Frequency } from './frequency.ts';
import type { Tally } from './tally.ts';

/** A message that went out, with the minutes of the answers that have come so far. */
export interface Sent {
  /** Place of the journey that sent it. */
  readonly journey: number;
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

/** Whom a journey's contact is one of, and where it is counted. */
export interface Lot {
  readonly program: Program;
  readonly columns: Columns;
  readonly row: number;
  readonly seed: number;
  readonly tally: Tally;
  readonly capacity: Capacity;
}

/** A part of the contact that each of its journeys has for itself. */
interface Part {
  /** There was an order, whatever brought it. */
  converted(minute: number, value: number): void;
  /** Something has changed that goals about a rule may ask about. */
  noteRuleGoals(minute: number): void;
}

/** What all journeys of a run share of one contact: its traits, what is known of it at the minute reached, and what is going to happen. */
export class Contact {
  readonly number: number;
  readonly program: Program;
  readonly columns: Columns;
  readonly seed: number;
  readonly clock: Clock;
  readonly zone: number;
  readonly group: number;
  /** Order among contacts that want the same thing in the same minute. */
  readonly rank: number;
  readonly engagement: number;
  readonly propensity: number;
  readonly isMachine: boolean;
  readonly deadWord: number;
  readonly capacity: Capacity;
  readonly frequency: Frequency;
  readonly tally: Tally;
  /** When consent for a channel was withdrawn. */
  readonly unsubscribed = new Map<number, number>();
  readonly suppressed = new Set<number>();
  readonly tags: boolean[];
  score: number;
  /** Which value an update wrote to each column last; 0: none. */
  readonly written: number[];
  /** The contact in each journey. */
  protected parts: readonly Part[] = [];
  private readonly row: number;
  private readonly events: Event[] = [];
  private eventCount = 0;
  private pressure = 0;
  private lastSend = 0;

  constructor({ program, columns, row, seed, tally, capacity }: Lot) {
    this.program = program;
    this.columns = columns;
    this.row = row;
    this.seed = seed;
    this.tally = tally;
    this.capacity = capacity;
    this.number = columns.contact[row]!;
    this.zone = columns.zone[row]!;
    this.clock = new Clock(program);
    this.frequency = new Frequency(program, this.clock, this.zone);
    this.group = draw(seed, CONTACT_KEY.GROUP, this.number, 0) >>> 25;
    this.rank = draw(seed, CONTACT_KEY.CAPACITY, this.number, 0);
    const traits = draw(seed, CONTACT_KEY.TRAITS, this.number, 0);
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
    this.expectOrganicConversions();
  }

  /** Value of a column or a rule of the audience. */
  input(at: number): number {
    return this.columns.inputs[at]![this.row]!;
  }

  get preferred(): number {
    return this.columns.preferred[this.row]!;
  }

  hasAddress(channel: number): boolean {
    return hasBit(this.columns.reachable[this.row]!, channel);
  }

  consents(channel: number): boolean {
    return hasBit(this.columns.consent[this.row]!, channel) && !this.unsubscribed.has(channel);
  }

  /** An order, whatever brought it. */
  converts(minute: number, value: number): void {
    this.tally.audience(this.group, 'conversions');
    this.tally.audience(this.group, 'revenueMinor', value);
    for (const part of this.parts) part.converted(minute, value);
  }

  /** After each event and each act. */
  noteRuleGoals(minute: number): void {
    for (const part of this.parts) part.noteRuleGoals(minute);
  }

  update(op: Extract<StepOp, { op: 'update' }>): void {
    for (const change of op.changes) {
      if (change.type === 'set') this.written[change.column] = change.state;
      if (change.type === 'score') this.score += change.points;
      if (change.type === 'tag') this.tags[change.tag] = change.on;
      if (change.type === 'suppress') {
        this.program.channels.forEach((_, channel) => {
          if (hasBit(change.channels, channel)) this.suppressed.add(channel);
        });
      }
    }
  }

  expect(event: Omit<Event, 'order'>): void {
    this.events.push({ ...event, order: this.eventCount++ });
  }

  orderValue(word: number, mean = this.program.response.orderMeanMinor): number {
    return Math.round(mean * quantile(this.program.response.orderValue, word));
  }

  /** Pressure at a send: it fades by the quarter hours since the last send, and counts in sixteenths. */
  pressureBin(minute: number): number {
    const { pressureDecay, startPressure } = this.program.response;
    let quarters = Math.floor((minute - this.lastSend) / 15);
    const most = pressureDecay.length - 1;
    while (quarters > most) {
      this.pressure *= pressureDecay[most]!;
      quarters -= most;
    }
    this.pressure = Math.floor(this.pressure * pressureDecay[quarters]!);
    this.lastSend = minute;
    return Math.min(255, Math.floor((startPressure + this.pressure) / 256));
  }

  addPressure(pressure: number): void {
    this.pressure += pressure;
  }

  protected nextEvent(): number {
    return Math.min(...this.events.map(({ minute }) => minute));
  }

  /** What happens in a minute, in order; it is then over. */
  protected takeEvents(minute: number): Event[] {
    const due = this.events
      .filter((event) => event.minute === minute)
      .sort((a, b) => ANSWERS.indexOf(a.answer) - ANSWERS.indexOf(b.answer) || a.order - b.order);
    for (const event of due) this.events.splice(this.events.indexOf(event), 1);
    return due;
  }

  /** A Poisson process from minute 0 to the run's end. */
  private expectOrganicConversions(): void {
    const { response, endMinute } = this.program;
    let time = 0;
    for (let k = 0; ; k++) {
      const word = draw(this.seed, CONTACT_KEY.ORGANIC, this.number, k);
      const value = this.orderValue(second());
      time += quantile(response.exponential, word) * response.organicGap[this.propensity]!;
      if (time >= endMinute) return;
      this.expect({ answer: 'conversion', minute: Math.floor(time), value });
    }
  }
}

function hasBit(bits: number, bit: number): boolean {
  return Math.floor(bits / 2 ** bit) % 2 === 1;
}
