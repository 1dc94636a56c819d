import type { Facts, FactsColumn } from '../facts.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { EntryStep } from '../steps/entry.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { earliestArrivals } from './arrivals.ts';
import { bridge } from './bridge.ts';
import { writtenColumns } from './columns.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** Dates that are over before anybody could wait for them, or that no simulated day reaches. */
export function findDateProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  const start = Date.parse(journey.settings.start) / MILLISECONDS_PER_MINUTE;
  if (Number.isNaN(start)) return [];
  const target = targetProblems(journey, start);
  return schema ? [...target, ...columnDates(journey, start, schema.columns)] : target;
}

/** A day is over everywhere on Earth a day after its midnight by UTC. */
function isOver(midnight: number, minute: number): boolean {
  return midnight + MINUTES_PER_DAY <= minute;
}

function targetProblems(journey: Journey, start: number): readonly Problem[] {
  const { settings } = journey;
  const { target } = settings;
  if (target?.by === undefined) return [];
  const midnight = Date.parse(`${target.by}T00:00:00Z`) / MILLISECONDS_PER_MINUTE;
  if (Number.isNaN(midnight) || !isOver(midnight + MINUTES_PER_DAY, start)) return [];
  const by = isoDay(start + settings.horizonMinutes);
  return [
    {
      code: 'target-date-past',
      severity: 'warning',
      words: `The target is to be reached by ${target.by}, which is before the journey starts. Choose a later date.`,
      values: { by: target.by },
      path: 'settings.target.by',
      fix: { type: 'changeSettings', settings: { ...settings, target: { ...target, by } } },
    },
  ];
}

function columnDates(journey: Journey, start: number, columns: readonly FactsColumn[]): readonly Problem[] {
  const written = writtenColumns(journey);
  const ranges = new Map(
    columns.flatMap(({ name, range }) => (range && !written.has(name) ? [[name, range] as const] : [])),
  );
  if (ranges.size === 0) return [];
  let arrivals: ReadonlyMap<StepId, number> | undefined;
  return stepEntries(journey).flatMap(([id, step]): readonly Problem[] => {
    if (step.disabled) return [];
    if (step.kind === 'entry') return entryProblems(journey, { id, step, start, ranges });
    if (step.kind !== 'wait' || step.until.type !== 'date') return [];
    const range = ranges.get(step.until.column);
    arrivals ??= earliestArrivals(journey);
    const at = arrivals.get(id);
    if (!range || at === undefined || !isOver(range.last + step.until.offsetMinutes, start + at)) return [];
    return [datePast(journey, id, step.until.column)];
  });
}

function datePast(journey: Journey, id: StepId, column: string): Problem {
  const fix = bridge(journey, id, journey.links[id]?.['next']);
  return {
    code: 'wait-date-past',
    severity: 'warning',
    words: `Whoever comes here does so after every date in “${column}”, so nobody waits. Choose another date, or remove the wait.`,
    values: { column },
    step: id,
    path: `steps.${id}.until.column`,
    ...(fix && { fix }),
  };
}

interface DatedEntry {
  readonly id: StepId;
  readonly step: EntryStep;
  readonly start: number;
  readonly ranges: ReadonlyMap<string, { readonly first: number; readonly last: number }>;
}

function entryProblems(journey: Journey, { id, step, start, ranges }: DatedEntry): readonly Problem[] {
  const { trigger } = step;
  const range = trigger.type === 'date' ? ranges.get(trigger.column) : undefined;
  if (trigger.type !== 'date' || !range) return [];
  const shift = trigger.offsetDays * MINUTES_PER_DAY;
  const [first, last] = [range.first + shift, range.last + shift];
  const end = start + journey.settings.horizonMinutes;
  const past = isOver(last + MINUTES_PER_DAY, start);
  if (!past && first - MINUTES_PER_DAY < end) return [];
  const words = past
    ? `Nobody comes in: the last date to enter by “${trigger.column}” is ${isoDay(last)}, before the journey starts. Let it start earlier, or choose another date.`
    : `Nobody comes in: the first date to enter by “${trigger.column}” is ${isoDay(first)}, after the simulated time. Simulate longer, or choose another date.`;
  return [
    {
      code: 'entry-date-outside',
      severity: 'warning',
      words,
      values: { column: trigger.column, first: isoDay(first), last: isoDay(last) },
      step: id,
      path: `steps.${id}.trigger.column`,
    },
  ];
}

function isoDay(minute: number): string {
  return new Date(minute * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 10);
}
