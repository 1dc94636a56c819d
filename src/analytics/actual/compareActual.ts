import type { RunDetail } from '../detail.ts';
import { baseOf } from './baseOf.ts';
import { told } from './falseAlerts.ts';
import { foreseenDays, type ActualField, type Line } from './foreseen.ts';
import { surprise, type Foreseen } from './oneLaunch.ts';

/** What happened to one line: a figure per day of the stretch, or what is known of it. */
export interface ActualLine {
  readonly line: Line;
  /** By field, one number per day of the stretch. */
  readonly fields: Readonly<Partial<Record<ActualField, readonly number[]>>>;
}

/** Days that the file speaks about, places among the forecast’s, both ends in it. */
export interface ActualStretch {
  readonly from: number;
  readonly to: number;
}

/** A figure of a launch beside what one launch was to come to. */
export interface Held {
  /** What its band is worked out from: `bandOfOneLaunch`. */
  readonly foreseen: Foreseen;
  readonly expected: number;
  readonly actual: number;
  /** Such a figure or one further away comes with this chance, if the forecast holds. */
  readonly alone: number;
  /** The forecast of a launch with as many of what it is a part of as there were, where that is known; else as above. */
  readonly given: Foreseen;
  /** The chance of such a figure given that many: alerts rest on it, since a rate is right whatever it is a rate of. */
  readonly surprise: number;
  /** Told, with the share of false alerts in hand. */
  readonly alert: boolean;
}

export interface ComparedField {
  readonly field: ActualField;
  /** What it is a part of, where the file says how many there were. */
  readonly base: ActualField | undefined;
  readonly total: Held;
  /** One per day of the stretch. */
  readonly days: readonly Held[];
  /** Places in the stretch from which on every day is on the total’s side of the forecast; only where the total is an alert. */
  readonly since: number | undefined;
}

export interface ComparedLine {
  readonly line: Line;
  readonly fields: readonly ComparedField[];
}

/** Of launches that go just as forecast, at most so many raise any alert: one half by a total, the other by a day. */
const FALSE_ALERTS = 0.05;

/** A launch beside its forecast, line by line and figure by figure. */
export function compareActual(
  detail: RunDetail,
  lines: readonly ActualLine[],
  stretch: ActualStretch,
): readonly ComparedLine[] {
  const plain = lines.map(({ line, fields }) => {
    const alone = entriesOf(fields).map(([field, actual]) =>
      fieldOf(detail, { line, field, actual, stretch }),
    );
    return { line, fields: alone.map((one) => givenBase(one, line, alone)) };
  });
  const all = plain.flatMap(({ fields }) => fields);
  const totals = told(
    all.map(({ total }) => total.surprise),
    FALSE_ALERTS / 2,
  );
  const days = told(
    all.flatMap((field) => field.days.map((day) => day.surprise)),
    FALSE_ALERTS / 2,
  );
  let [at, dayAt] = [0, 0];
  return plain.map(({ line, fields }) => ({
    line,
    fields: fields.map((field): ComparedField => {
      const total = { ...field.total, alert: totals[at++] === true };
      const marked = field.days.map((day) => ({ ...day, alert: days[dayAt++] === true }));
      return {
        field: field.field,
        base: field.base,
        total,
        days: marked,
        since: total.alert ? sinceOf(total, marked) : undefined,
      };
    }),
  }));
}

type Unmarked = Omit<Held, 'alert'>;

interface PlainField {
  readonly field: ActualField;
  readonly base: ActualField | undefined;
  readonly total: Unmarked;
  readonly days: readonly Unmarked[];
}

interface FieldOf {
  readonly line: Line;
  readonly field: ActualField;
  readonly actual: readonly number[];
  readonly stretch: ActualStretch;
}

function fieldOf(detail: RunDetail, { line, field, actual, stretch }: FieldOf): PlainField {
  const { simulated, spread } = foreseenDays(detail, line, field);
  const { factor } = detail;
  const stretched = simulated.slice(stretch.from, stretch.to + 1);
  const held = (foreseen: Foreseen, launched: number): Unmarked => ({
    foreseen,
    expected: foreseen.simulated * foreseen.factor,
    actual: launched,
    alone: surprise(foreseen, launched),
    given: foreseen,
    surprise: surprise(foreseen, launched),
  });
  return {
    field,
    base: undefined,
    total: held({ simulated: sum(stretched), factor, spread }, sum(actual)),
    days: stretched.map((count, day) => held({ simulated: count, factor, spread }, actual[day] ?? 0)),
  };
}

/** Held against a launch with as many of its base: twice the sends bring twice the opens, which is no other open rate. */
function givenBase(one: PlainField, line: Line, all: readonly PlainField[]): PlainField {
  const base = all.find(({ field }) => field === baseOf(line, one.field));
  if (!base || base.total.actual === 0 || base.total.expected === 0) return one;
  const times = base.total.actual / base.total.expected;
  const given = (held: Unmarked): Unmarked => {
    const foreseen = { ...held.foreseen, factor: held.foreseen.factor * times };
    return { ...held, given: foreseen, surprise: surprise(foreseen, held.actual) };
  };
  return { ...one, base: base.field, total: given(one.total), days: one.days.map(given) };
}

/** What was to be expected given the base. */
export function expectedGiven({ given }: Pick<Held, 'given'>): number {
  return given.simulated * given.factor;
}

/** The first of the last days that all lie on the total’s side; undefined where these are hardly any or all. */
function sinceOf(total: Held, days: readonly Held[]): number | undefined {
  const isBelow = total.actual < expectedGiven(total);
  const last = days.findLastIndex(({ actual, expected }) => actual > 0 || expected > 0);
  const other = days
    .slice(0, last + 1)
    .findLastIndex((day) => (isBelow ? day.actual > expectedGiven(day) : day.actual < expectedGiven(day)));
  const first = other + 1;
  return first === 0 || last - first < 2 ? undefined : first;
}

function entriesOf(fields: ActualLine['fields']): readonly (readonly [ActualField, readonly number[]])[] {
  return Object.entries(fields) as [ActualField, readonly number[]][];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
