import type { RunDetail } from '../detail.ts';
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
  readonly surprise: number;
  /** Told, with the share of false alerts in hand. */
  readonly alert: boolean;
}

export interface ComparedField {
  readonly field: ActualField;
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
  const plain = lines.map(({ line, fields }) => ({
    line,
    fields: entriesOf(fields).map(([field, actual]) => fieldOf(detail, { line, field, actual, stretch })),
  }));
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
        total,
        days: marked,
        since: total.alert ? sinceOf(total, marked) : undefined,
      };
    }),
  }));
}

type Unmarked = Omit<Held, 'alert'>;

interface FieldOf {
  readonly line: Line;
  readonly field: ActualField;
  readonly actual: readonly number[];
  readonly stretch: ActualStretch;
}

function fieldOf(
  detail: RunDetail,
  { line, field, actual, stretch }: FieldOf,
): { readonly field: ActualField; readonly total: Unmarked; readonly days: readonly Unmarked[] } {
  const { simulated, spread } = foreseenDays(detail, line, field);
  const { factor } = detail;
  const stretched = simulated.slice(stretch.from, stretch.to + 1);
  const held = (foreseen: Foreseen, launched: number): Unmarked => ({
    foreseen,
    expected: foreseen.simulated * foreseen.factor,
    actual: launched,
    surprise: surprise(foreseen, launched),
  });
  return {
    field,
    total: held({ simulated: sum(stretched), factor, spread }, sum(actual)),
    days: stretched.map((count, day) => held({ simulated: count, factor, spread }, actual[day] ?? 0)),
  };
}

/** The first of the last days that all lie on the total’s side; undefined where these are hardly any or all. */
function sinceOf(total: Held, days: readonly Held[]): number | undefined {
  const isBelow = total.actual < total.expected;
  const last = days.findLastIndex(({ actual, expected }) => actual > 0 || expected > 0);
  const other = days
    .slice(0, last + 1)
    .findLastIndex(({ actual, expected }) => (isBelow ? actual > expected : actual < expected));
  const first = other + 1;
  return first === 0 || last - first < 2 ? undefined : first;
}

function entriesOf(fields: ActualLine['fields']): readonly (readonly [ActualField, readonly number[]])[] {
  return Object.entries(fields) as [ActualField, readonly number[]][];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
