import type { StepId } from '../journey.ts';
import type { CheckStep } from '../steps/check.ts';
import type { WaitStep, WaitUntil } from '../steps/wait.ts';
import { days, hours, minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minutes } from '../units.ts';
import type { Candidate, CandidateScope, CandidateValue } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** Lengths that people choose, tried where they are neither the length there is nor near its half or double. */
const USUAL_LENGTHS: readonly Minutes[] = [hours(1), days(1), days(3), days(7)];
/** Nearer than this to a length that is tried already, another says little. */
const DISTINCT = 2;

/** Waits and windows of checks, shorter and longer. */
export function findWaitCandidates({ journey }: CandidateScope): readonly Candidate[] {
  const most = journey.settings.horizonMinutes;
  return [
    ...reachedEntries(journey, 'wait').flatMap(([id, step]) => waitCandidates(id, step, most)),
    ...reachedEntries(journey, 'check').flatMap(([id, step]) => windowCandidates(id, step, most)),
  ];
}

function waitCandidates(id: StepId, step: WaitStep, most: number): readonly Candidate[] {
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return otherLengths(until.minutes, most).map((to) =>
        waitOf(id, step, { type: 'duration', minutes: to }, [{ minutes: until.minutes }, { minutes: to }]),
      );
    case 'daysAt':
      return otherDays(until.days, most).map((to) =>
        waitOf(id, step, { ...until, days: to }, [{ minutes: days(until.days) }, { minutes: days(to) }]),
      );
    case 'random':
      return [0.5, 2]
        .map((by) => ({ ...until, from: nice(until.from * by), to: nice(until.to * by) }))
        .filter(({ to }) => to > 0 && to <= most && to !== until.to)
        .map((to) => waitOf(id, step, to, [{ range: [until.from, until.to] }, { range: [to.from, to.to] }]));
    case 'timeOfDay':
    case 'weekday':
    case 'date':
      return [];
  }
}

function waitOf(
  id: StepId,
  step: WaitStep,
  until: WaitUntil,
  [from, to]: readonly [CandidateValue, CandidateValue],
): Candidate {
  return {
    code: longest(to) < longest(from) ? 'waitShorter' : 'waitLonger',
    step: id,
    values: { from, to },
    change: { kind: 'edit', edit: { type: 'changeStep', id, step: { ...step, until } } },
  };
}

function longest(value: CandidateValue): number {
  if ('minutes' in value) return value.minutes;
  return 'range' in value ? value.range[1] : 0;
}

function windowCandidates(id: StepId, step: CheckStep, most: number): readonly Candidate[] {
  const { windowMinutes } = step;
  return [windowMinutes / 2, windowMinutes * 2]
    .map(nice)
    .filter((to) => to > 0 && to <= most && to !== windowMinutes)
    .map((to) => ({
      code: to < windowMinutes ? 'windowShorter' : 'windowLonger',
      step: id,
      values: { from: { minutes: windowMinutes }, to: { minutes: to } },
      change: {
        kind: 'edit',
        edit: { type: 'changeStep', id, step: { ...step, windowMinutes: to } },
      },
    }));
}

/** Half, double, and usual lengths that are far from both and from what there is. */
function otherLengths(from: Minutes, most: number): readonly Minutes[] {
  if (from === 0) return [];
  const tried: Minutes[] = [nice(from / 2), nice(from * 2)];
  for (const usual of USUAL_LENGTHS)
    if ([from, ...tried].every((known) => isFar(known, usual))) tried.push(usual);
  return tried.filter((to) => to > 0 && to <= most && to !== from);
}

function isFar(a: number, b: number): boolean {
  return Math.max(a, b) >= Math.min(a, b) * DISTINCT;
}

function otherDays(from: number, most: number): readonly number[] {
  const tried = from === 0 ? [1] : [Math.floor(from / 2), from * 2];
  return tried.filter((to) => to !== from && days(to) <= most);
}

/** Whole days from four days on, whole hours from four hours on: what somebody would type. */
function nice(wholeMinutes: number): Minutes {
  const unit =
    wholeMinutes >= 4 * MINUTES_PER_DAY
      ? MINUTES_PER_DAY
      : wholeMinutes >= 4 * MINUTES_PER_HOUR
        ? MINUTES_PER_HOUR
        : 1;
  return minutes(Math.round(wholeMinutes / unit) * unit);
}
