import { stepEntries, stepOf } from '../graph.ts';
import type { Goal, Journey, JourneySettings, StepId } from '../journey.ts';
import type { Edit } from '../edits.ts';
import { durationWords } from '../policies.ts';
import type { Problem } from '../problem.ts';
import { MAX_MINUTES } from '../schema/values.ts';
import type { CheckStep } from '../steps/check.ts';
import type { WaitStep } from '../steps/wait.ts';
import { days, hours, MINUTES_PER_DAY, minutes } from '../units.ts';
import { type Arrivals, earliestArrivals, latestArrivals, longestMinutes } from './arrivals.ts';

const USUAL_WINDOW = hours(48);

/** Goals, re-entry and simulated time that are shorter than the ways through the journey. */
export function findLengthProblems(journey: Journey): readonly Problem[] {
  const latest = latestArrivals(journey);
  const longest = longestMinutes(journey, latest);
  return [
    ...shortGoalWindows(journey, latest),
    ...shortCooldown(journey.settings, longest),
    ...shortSchedule(journey, longest),
    ...beyondHorizon(journey, longest),
  ];
}

/** A goal that stops counting before the last message is out calls that message useless, whatever it does. */
function shortGoalWindows(journey: Journey, latest: Arrivals): readonly Problem[] {
  const { settings } = journey;
  const last = minutesToLastMessage(journey, latest);
  return settings.goals.flatMap((goal, index): readonly Problem[] => {
    const { name, window } = goal;
    if (window.from !== 'entry' || window.minutes >= last || window.minutes === 0) return [];
    const [windowDays, pathDays] = [inDays(window.minutes), inDays(last)];
    return [
      {
        code: 'goal-window-short',
        severity: 'warning',
        words: `“${name}” counts for ${windowDays} days after the entry, but the last message can come after ${pathDays} days. Make the window longer.`,
        values: { goal: name, window: windowDays, path: pathDays },
        path: `settings.goals.${index}.window.minutes`,
        ...fixOf(withWindow(settings, goal, beyond(last))),
      },
    ];
  });
}

/** Messages that only come when the simulation is over are none. */
function minutesToLastMessage(journey: Journey, latest: Arrivals): number {
  const arrivals = [...latest].flatMap(([id, at]) => {
    const step = stepOf(journey, id);
    const sends = (step?.kind === 'message' || step?.kind === 'escalate') && !step.disabled;
    return sends && at < journey.settings.horizonMinutes ? [at] : [];
  });
  return Math.max(0, ...arrivals);
}

function withWindow(settings: JourneySettings, goal: Goal, length: number): Edit | undefined {
  if (length > MAX_MINUTES) return undefined;
  const window = { ...goal.window, minutes: minutes(length) };
  const goals = settings.goals.map((other) => (other === goal ? { ...goal, window } : other));
  return { type: 'changeSettings', settings: { ...settings, goals } };
}

/** A cooldown counts from the entry, but nobody comes in again who is still inside. */
function shortCooldown(settings: JourneySettings, longest: number): readonly Problem[] {
  const { reEntry } = settings;
  if (reEntry.mode !== 'cooldown' || reEntry.from !== 'start' || reEntry.minutes >= longest) return [];
  const length = wholeDays(longest);
  const words = `Contacts may come in again ${durationWords(reEntry.minutes)} after they entered, but the longest way through takes ${inDays(longest)} days: who goes it may come back the minute it ends. Make the cooldown ${inDays(length)} days, or count it from the exit.`;
  const mended: Edit | undefined =
    length > MAX_MINUTES
      ? undefined
      : {
          type: 'changeSettings',
          settings: { ...settings, reEntry: { ...reEntry, minutes: minutes(length) } },
        };
  return [
    {
      code: 're-entry-short',
      severity: 'warning',
      words,
      values: { cooldown: reEntry.minutes, path: longest },
      path: 'settings.reEntry.minutes',
      ...fixOf(mended),
    },
  ];
}

/** Who is still inside when the next turn comes misses it. */
function shortSchedule(journey: Journey, longest: number): readonly Problem[] {
  if (journey.settings.reEntry.mode === 'never') return [];
  return stepEntries(journey).flatMap(([id, step]): readonly Problem[] => {
    if (step.kind !== 'entry' || step.trigger.type !== 'schedule') return [];
    const { trigger } = step;
    if (trigger.everyDays * MINUTES_PER_DAY >= Math.min(longest, journey.settings.horizonMinutes)) return [];
    const everyDays = Math.ceil(longest / MINUTES_PER_DAY);
    return [
      {
        code: 'schedule-short',
        severity: 'warning',
        words: `Contacts are let in every ${durationWords(days(trigger.everyDays))}, but the longest way through takes ${inDays(longest)} days: who is still inside misses that turn. Let them in every ${everyDays} days.`,
        values: { everyDays: trigger.everyDays, path: longest },
        step: id,
        path: `steps.${id}.trigger.everyDays`,
        ...(everyDays <= 36_500 && {
          fix: { type: 'changeStep', id, step: { ...step, trigger: { ...trigger, everyDays } } } as const,
        }),
      },
    ];
  });
}

/** Waits and checks that are not over when the simulation is: nobody is seen to go on from there. */
function beyondHorizon(journey: Journey, longest: number): readonly Problem[] {
  const { horizonMinutes } = journey.settings;
  if (longest < horizonMinutes || horizonMinutes < 1) return [];
  return [...earliestArrivals(journey)].flatMap(([id, at]): readonly Problem[] => {
    const step = stepOf(journey, id);
    if (!step || step.disabled || at >= horizonMinutes) return [];
    if (step.kind === 'wait') return endlessWait(journey, { id, step, at, longest });
    return step.kind === 'check' ? endlessCheck(journey, { id, step, at, longest }) : [];
  });
}

interface Late<S> {
  readonly id: StepId;
  readonly step: S;
  readonly at: number;
  readonly longest: number;
}

function endlessWait(journey: Journey, { id, step, at, longest }: Late<WaitStep>): readonly Problem[] {
  const { until } = step;
  const least = until.type === 'duration' ? until.minutes : until.type === 'random' ? until.from : 0;
  const { horizonMinutes } = journey.settings;
  if (at + least < horizonMinutes) return [];
  const words = `Nobody is seen to go on from this wait: contacts come to it after ${inDays(at)} days at the soonest, it takes ${durationWords(least)}, and only ${durationWords(horizonMinutes)} are simulated. Simulate longer, or wait less.`;
  return [
    {
      code: 'wait-beyond-horizon',
      severity: 'warning',
      words,
      values: { wait: least, horizon: horizonMinutes },
      step: id,
      ...fixOf(withHorizon(journey.settings, longest)),
    },
  ];
}

function endlessCheck(journey: Journey, { id, step, at, longest }: Late<CheckStep>): readonly Problem[] {
  const { horizonMinutes } = journey.settings;
  if (step.windowFrom !== 'arrival' || at + step.windowMinutes < horizonMinutes) return [];
  const words = `This check never gives up: contacts come to it after ${inDays(at)} days at the soonest, its window is ${durationWords(step.windowMinutes)} long, and only ${durationWords(horizonMinutes)} are simulated, so nobody leaves by “No response”. Give it a shorter window.`;
  return [
    {
      code: 'check-without-timeout',
      severity: 'warning',
      words,
      values: { window: step.windowMinutes, horizon: horizonMinutes },
      step: id,
      path: `steps.${id}.windowMinutes`,
      ...fixOf(
        at + USUAL_WINDOW < horizonMinutes
          ? { type: 'changeStep', id, step: { ...step, windowMinutes: USUAL_WINDOW } }
          : withHorizon(journey.settings, longest),
      ),
    },
  ];
}

function withHorizon(settings: JourneySettings, longest: number): Edit | undefined {
  const length = beyond(longest);
  if (length > MAX_MINUTES) return undefined;
  return { type: 'changeSettings', settings: { ...settings, horizonMinutes: minutes(length) } };
}

function fixOf(fix: Edit | undefined): Pick<Problem, 'fix'> {
  return fix ? { fix } : {};
}

function inDays(length: number): number {
  return Math.round((length / MINUTES_PER_DAY) * 10) / 10;
}

function wholeDays(length: number): number {
  return Math.ceil(length / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

/** The first whole day that is longer. */
function beyond(length: number): number {
  return wholeDays(length + 1);
}
