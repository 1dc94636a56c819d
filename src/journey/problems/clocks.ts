import type { Facts } from '../facts.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { isoInstant, zone as zoneSchema } from '../schema/values.ts';
import { type Step } from '../steps/index.ts';
import { WEEKDAYS } from '../steps/wait.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../units.ts';
import { type ClockGap, clockGaps } from './clockGaps.ts';

/** Clocks go forward in the small hours everywhere; what is asked for later needs no look at the zones. */
const GAPS_END = 4 * MINUTES_PER_HOUR;
/** Zones that are looked at: the journey's and so many of the audience. */
const MOST_ZONES = 40;

/** Clock times that a day of the simulation does not have, because the clocks go forward over them. */
export function findClockProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  const clocks = stepEntries(journey).flatMap(([id, step]) => clocksOf(id, step));
  const early = clocks.filter(({ at }) => minuteOf(at) < GAPS_END);
  const { settings } = journey;
  if (early.length === 0 || !isoInstant.safeParse(settings.start).success) return [];
  const own = zoneSchema.safeParse(settings.zone).success ? [settings.zone] : [];
  const all = [...new Set([...own, ...(schema?.zones ?? [])])].slice(0, MOST_ZONES);
  const gapsIn = (zones: readonly string[]) =>
    zones.flatMap((zone) => gapsOf(settings, zone).map((gap) => ({ ...gap, zone })));
  const [ownGaps, allGaps] = [gapsIn(own), gapsIn(all)];
  return early.flatMap((clock): readonly Problem[] => {
    const gaps = clock.zone === 'journey' ? ownGaps : allGaps;
    const met = gaps.find((gap) => falls(clock, gap));
    return met ? [problemOf(clock, met, firstFree(clock, gaps))] : [];
  });
}

/** The next clock time that every day has in every zone. */
function firstFree(clock: Clock, gaps: readonly ClockGap[]): string {
  let { at } = clock;
  for (let gap = gaps.find((one) => falls(clock, one)); gap;) {
    at = clockWords(gap.until % MINUTES_PER_DAY);
    const later = { ...clock, at };
    gap = gaps.find((one) => falls(later, one));
  }
  return at;
}

interface Clock {
  readonly id: StepId;
  readonly at: string;
  readonly field: string;
  readonly zone: 'journey' | 'contact';
  /** Sunday 0; absent: any day. */
  readonly weekday?: number;
  readonly moved: (at: string) => Step;
}

function clocksOf(id: StepId, step: Step): readonly Clock[] {
  if (step.disabled) return [];
  if (step.kind === 'wait') {
    const { until } = step;
    if ((until.type !== 'daysAt' && until.type !== 'timeOfDay' && until.type !== 'weekday') || !until.at)
      return [];
    const weekday = until.type === 'weekday' && { weekday: (WEEKDAYS.indexOf(until.weekday) + 1) % 7 };
    const moved = (at: string): Step => ({ ...step, until: { ...until, at } });
    return [{ id, at: until.at, field: 'until.at', zone: 'contact', ...weekday, moved }];
  }
  if (step.kind !== 'entry') return [];
  const { trigger } = step;
  if (trigger.type !== 'schedule' && trigger.type !== 'date') return [];
  const moved = (at: string): Step => ({ ...step, trigger: { ...trigger, at } });
  const zone = trigger.type === 'schedule' ? 'journey' : 'contact';
  return [{ id, at: trigger.at, field: 'trigger.at', zone, moved }];
}

function gapsOf({ start, horizonMinutes }: Journey['settings'], zone: string): readonly ClockGap[] {
  const first = Math.floor(Date.parse(start) / 60_000);
  return clockGaps(zone, first, first + horizonMinutes);
}

function falls({ at, weekday }: Clock, { date, from, until }: ClockGap): boolean {
  const minute = minuteOf(at);
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return minute >= from && minute < until && (weekday === undefined || weekday === day);
}

function problemOf(
  { id, at, field, moved }: Clock,
  { date, until, zone }: ClockGap & { readonly zone: string },
  free: string,
): Problem {
  const after = clockWords(until % MINUTES_PER_DAY);
  return {
    code: 'clock-in-gap',
    severity: 'warning',
    words: `On ${date} there is no ${at} in ${zone}: the clocks go forward to ${after}, and that is when contacts whose turn it is go on. Choose ${free}, so that it is the same every day.`,
    values: { at, zone, date, after },
    step: id,
    path: `steps.${id}.${field}`,
    fix: { type: 'changeStep', id, step: moved(free) },
  };
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':');
  return Number(hour) * MINUTES_PER_HOUR + Number(minute);
}

function clockWords(minute: number): string {
  const [hour, rest] = [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR];
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
