import type { ProgramJourney } from '../compile/program.ts';
import { accountColumns, RestOfTouches } from './accountTouches.ts';
import { MINUTES_PER_DAY, weekday } from './calendar.ts';
import { Days } from './days.ts';
import type { DetailBook, Detailing, HandoffEnd, Watched } from './detailBook.ts';
import { handoffColumns, type HandoffRow } from './handoffColumns.ts';
import { mergeDetails } from './mergeDetails.ts';
import { PassFlows } from './passFlows.ts';
import {
  DAY_FIELDS,
  GROUPS,
  MOST_MESSAGES,
  SEND_FIELDS,
  SEND_GROUP_FIELDS,
  TOUCH,
  unsentReasons,
  type DayField,
  type DetailResults,
  type SendField,
  type SendGroupField,
} from './results.ts';
import { Touches } from './touches.ts';

const WIDTH = SEND_FIELDS.length;
const DAY_WIDTH = DAY_FIELDS.length * GROUPS;
const SEND_WIDTH = SEND_GROUP_FIELDS.length * GROUPS;
const SENT = SEND_FIELDS.indexOf('sent');
const COST = SEND_FIELDS.indexOf('costMicros');

/** Where a field of a send stands among those of days and of a send's groups, and which touch it is; −1: it does not. */
const IN_DAY = SEND_FIELDS.map((field) => placeIn(DAY_FIELDS, field));
const IN_SEND = SEND_FIELDS.map((field) => placeIn(SEND_GROUP_FIELDS, field));
const AS_TOUCH = SEND_FIELDS.map((field) => (field in TOUCH ? TOUCH[field as keyof typeof TOUCH] : -1));
const DAY = Object.fromEntries(DAY_FIELDS.map((name, at) => [name, at * GROUPS])) as Record<DayField, number>;

function placeIn(fields: readonly (DayField | SendGroupField)[], field: SendField): number {
  // What a day's revenue is, the goal says; a send's revenue is that of its clicks.
  if (fields === DAY_FIELDS && field === 'revenueMinor') return -1;
  return (fields as readonly string[]).indexOf(field);
}

/** Fetched where a run asks for its detail: a forecast does without. */
export const detailing: Detailing = {
  make: (people, journey) => new Detail(people, journey),
  merge: mergeDetails,
};

/** Keeps account of when, to whom and after what things happen in one journey. */
class Detail implements DetailBook {
  readonly #people: Watched;
  readonly #journey: ProgramJourney;
  readonly #days: Days;
  readonly #reasons: number;
  readonly #daily: Float64Array;
  readonly #dayGroups: Float64Array;
  readonly #dayUnsent: Float64Array;
  readonly #unsentGroups: Float64Array;
  readonly #hours: Float64Array;
  readonly #reached: Float64Array;
  readonly #messages = new Float64Array(MOST_MESSAGES + 1);
  readonly #sendGroups: Float64Array;
  readonly #touches: Touches;
  readonly #rest: RestOfTouches | undefined;
  readonly #handoffs: HandoffRow[] = [];
  /** Per contact of the shard: bit per channel on which something was sent to it. */
  #sentOn = new Int32Array(0);
  #from = 0;
  /** Undefined where no step is met twice in an entry. */
  readonly flows: PassFlows | undefined;

  constructor(people: Watched, journey: ProgramJourney) {
    const { program, calendar } = people;
    const days = new Days(calendar, program.endMinute);
    const channels = program.channels.length;
    const reasons = unsentReasons(program).length;
    const sends = journey.sends.length;
    this.#people = people;
    this.#journey = journey;
    this.#days = days;
    this.#reasons = reasons;
    this.#daily = new Float64Array(days.count * sends * WIDTH);
    this.#dayGroups = new Float64Array(days.count * DAY_WIDTH);
    this.#dayUnsent = new Float64Array(days.count * sends * reasons);
    this.#unsentGroups = new Float64Array(sends * reasons * GROUPS);
    this.#reached = new Float64Array(channels * GROUPS);
    this.#hours = new Float64Array(channels * 7 * 24);
    this.#sendGroups = new Float64Array(sends * SEND_WIDTH);
    this.#rest = people.columns.account && new RestOfTouches(people.columns.count);
    this.#touches = new Touches(people, journey, this.#rest);
    this.flows = journey.counters > 0 ? new PassFlows(people, journey) : undefined;
  }

  /** Begins with rows `from` … `from + count` of the shard. */
  load(from: number, count: number): void {
    this.#touches.load(from, count);
    this.#from = from;
    if (this.#sentOn.length < count) this.#sentOn = new Int32Array(count);
    this.#sentOn.fill(0);
    this.flows?.load(from, count);
  }

  /** A message goes out to contact `i`. */
  sends(i: number, t: number, send: number): void {
    const { channel, costMicros } = this.#journey.sends[send]!;
    this.happens(i, t, send, SENT, 1);
    if (costMicros > 0) this.happens(i, t, send, COST, costMicros);
    const { calendar, zone } = this.#people;
    const local = calendar.local(zone[i]!, t);
    const hour = Math.floor((local % MINUTES_PER_DAY) / 60);
    const row = this.#people.base - this.#from + i;
    if ((this.#sentOn[row]! & (1 << channel)) === 0) {
      this.#sentOn[row] = this.#sentOn[row]! | (1 << channel);
      add(this.#reached, channel * GROUPS + this.#people.group[i]!, 1);
    }
    add(this.#hours, (channel * 7 + weekday(local)) * 24 + hour, 1);
  }

  /** Contact `i` does something about a message, or something is done to it. */
  happens(i: number, t: number, send: number, field: number, amount: number): void {
    const group = this.#people.group[i]!;
    const day = this.#days.of(t);
    add(this.#daily, (day * this.#journey.sends.length + send) * WIDTH + field, amount);
    if (IN_DAY[field]! >= 0) add(this.#dayGroups, day * DAY_WIDTH + IN_DAY[field]! * GROUPS + group, amount);
    if (IN_SEND[field]! >= 0)
      add(this.#sendGroups, send * SEND_WIDTH + IN_SEND[field]! * GROUPS + group, amount);
    if (AS_TOUCH[field]! >= 0) this.#touches.add(i, t, send, AS_TOUCH[field]!);
  }

  /** Counts what is in no contact's group; takes it back when `amount` is negative. */
  count(t: number, send: number, field: number, amount: number): void {
    add(this.#daily, (this.#days.of(t) * this.#journey.sends.length + send) * WIDTH + field, amount);
  }

  /** A message that was due does not go out to contact `i`. */
  unsent(i: number, t: number, send: number, reason: number): void {
    // One that waits beyond the last day is told on it.
    const day = Math.min(this.#days.of(t), this.#days.count - 1);
    add(this.#dayUnsent, (day * this.#journey.sends.length + send) * this.#reasons + reason, 1);
    add(this.#unsentGroups, (send * this.#reasons + reason) * GROUPS + this.#people.group[i]!, 1);
  }

  /** A cost that no message has. */
  spend(i: number, t: number, micros: number): void {
    add(this.#dayGroups, this.#days.of(t) * DAY_WIDTH + DAY.costMicros + this.#people.group[i]!, micros);
  }

  handsOff(i: number, step: number, ended: HandoffEnd): void {
    const source = this.#touches.lastBefore(i, ended.arrived);
    this.#handoffs.push({
      ...ended,
      ...source,
      step,
      contact: this.#people.contact[i]!,
      group: this.#people.group[i]!,
    });
  }

  /** A conversion of the primary goal; a contact's come in order of their minutes. */
  convert(i: number, t: number, value: number): void {
    const at = this.#days.of(t) * DAY_WIDTH + this.#people.group[i]!;
    add(this.#dayGroups, at + DAY.conversions, 1);
    add(this.#dayGroups, at + DAY.revenueMinor, value);
    this.#touches.convert(i, t, value);
  }

  /** Nothing more happens to the first `count` contacts of the memory, who got `sent` messages. */
  close(sent: Int32Array | Uint16Array, count: number): void {
    for (let i = 0; i < count; i++) {
      add(this.#messages, Math.min(sent[i]!, MOST_MESSAGES), 1);
      this.#touches.close(i);
    }
  }

  get results(): DetailResults {
    return {
      daysPerBucket: this.#days.perBucket,
      daily: this.#daily,
      dayGroups: this.#dayGroups,
      dayUnsent: this.#dayUnsent,
      unsentGroups: this.#unsentGroups,
      hours: this.#hours,
      reached: this.#reached,
      messages: this.#messages,
      sendGroups: this.#sendGroups,
      flows: this.flows?.counts ?? NO_FLOWS,
      paths: this.#touches.columns,
      handoffs: handoffColumns(this.#handoffs),
      ...(this.#rest && { accounts: accountColumns(this.#people.columns, this.#rest) }),
    };
  }
}

const NOTHING = new Float64Array(0);
const NO_FLOWS = { entered: NOTHING, moves: NOTHING, out: NOTHING };

function add(counts: Float64Array, at: number, amount: number): void {
  counts[at] = counts[at]! + amount;
}
