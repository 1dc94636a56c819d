import { stepEntries, stepOf } from '../graph.ts';
import { freshId } from '../ids.ts';
import type { Goal, Journey, JourneySettings } from '../journey.ts';
import { MAX_PASSES } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { isoInstant, zone } from '../schema/values.ts';
import { days } from '../units.ts';

/** Settings with which no run can start, and goals that cannot be reached. */
export function findSettingsProblems(journey: Journey): readonly Problem[] {
  const { settings } = journey;
  return [
    ...clockProblems(settings),
    ...goalListProblems(settings),
    ...goalProblems(journey),
    ...passProblems(journey),
  ];
}

function clockProblems(settings: JourneySettings): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isoInstant.safeParse(settings.start).success) {
    problems.push(
      settingError(
        'start-invalid',
        'start',
        `The journey’s start “${settings.start}” is not a moment. Choose a date and a time.`,
      ),
    );
  }
  if (!zone.safeParse(settings.zone).success) {
    problems.push(
      settingError(
        'zone-unknown',
        'zone',
        `The time zone “${settings.zone}” is not known. Choose one such as Europe/Stockholm.`,
      ),
    );
  }
  if (settings.horizonMinutes < 1) {
    const problem = settingError(
      'no-horizon',
      'horizonMinutes',
      'The simulated time is 0 minutes long. Give it a length, for example 90 days.',
    );
    problems.push({
      ...problem,
      fix: { type: 'changeSettings', settings: { ...settings, horizonMinutes: days(90) } },
    });
  }
  return problems;
}

function goalListProblems(settings: JourneySettings): readonly Problem[] {
  const { goals } = settings;
  if (goals.length === 0) {
    const problem = settingError(
      'no-goal',
      'goals',
      'The journey has no goal, so nothing counts as a conversion. Add one.',
    );
    return [
      {
        ...problem,
        fix: { type: 'changeSettings', settings: { ...settings, goals: [usualGoal(settings)] } },
      },
    ];
  }
  return goals.flatMap((goal, index) => {
    if (goals.findIndex((other) => other.id === goal.id) === index) return [];
    const words = `Two goals have the id “${goal.id}”. Remove one and add it again.`;
    const id = freshId(
      goals.map((other) => other.id),
      'goal',
    );
    const mended = goals.with(index, { ...goal, id });
    return [
      {
        ...settingError('goal-twice', 'goals', words),
        fix: { type: 'changeSettings', settings: { ...settings, goals: mended } },
      },
    ];
  });
}

/** Each contact’s first conversion, for as long as is simulated. */
function usualGoal({ horizonMinutes }: JourneySettings): Goal {
  return {
    id: 'conversion',
    name: 'Conversion',
    on: { kind: 'conversion' },
    value: { kind: 'event' },
    count: 'oncePerEntry',
    window: { minutes: horizonMinutes > 0 ? horizonMinutes : days(90), from: 'entry' },
  };
}

function goalProblems(journey: Journey): readonly Problem[] {
  return journey.settings.goals.flatMap((goal, index) => [
    ...goalStepProblems(journey, goal, index),
    ...goalWindowProblems(journey.settings, goal, index),
  ]);
}

function goalStepProblems(journey: Journey, { name, on }: Goal, index: number): readonly Problem[] {
  if (on.kind !== 'step' || stepOf(journey, on.step)) return [];
  const words = `“${name}” counts when contacts reach the step “${on.step}”, which is not in the journey. Choose another step.`;
  return [settingError('goal-step-missing', `goals.${index}.on.step`, words)];
}

function goalWindowProblems(settings: JourneySettings, goal: Goal, index: number): readonly Problem[] {
  const { name, window } = goal;
  if (window.minutes > 0) return [];
  const words = `“${name}” has a window of 0 minutes, so nothing counts. Give it some days.`;
  const mended = { ...goal, window: { ...window, minutes: days(90) } };
  return [
    {
      ...settingError('goal-window-zero', `goals.${index}.window.minutes`, words),
      severity: 'warning',
      fix: {
        type: 'changeSettings',
        settings: { ...settings, goals: settings.goals.with(index, mended) },
      },
    },
  ];
}

function passProblems(journey: Journey): readonly Problem[] {
  const { settings } = journey;
  const problems: Problem[] = [];
  if (outOfRange(settings.maxPasses)) {
    problems.push({
      ...passError(settings.maxPasses),
      path: 'settings.maxPasses',
      fix: { type: 'changeSettings', settings: { ...settings, maxPasses: clamped(settings.maxPasses) } },
    });
  }
  for (const [id, step] of stepEntries(journey)) {
    if (step.maxPasses === undefined || !outOfRange(step.maxPasses)) continue;
    const fix = { type: 'changeStep', id, step: { ...step, maxPasses: clamped(step.maxPasses) } } as const;
    problems.push({ ...passError(step.maxPasses), step: id, path: `steps.${id}.maxPasses`, fix });
  }
  return problems;
}

function outOfRange(passes: number): boolean {
  return !Number.isInteger(passes) || passes < 1 || passes > MAX_PASSES;
}

function clamped(passes: number): number {
  return Math.min(MAX_PASSES, Math.max(1, Math.round(passes) || 1));
}

function passError(passes: number): Problem {
  return {
    code: 'max-passes-range',
    severity: 'error',
    words: `A contact may come to a step between 1 and ${MAX_PASSES} times, not ${passes}.`,
    values: { passes, max: MAX_PASSES },
  };
}

function settingError(code: string, field: string, words: string): Problem {
  return { code, severity: 'error', words, values: { field }, path: `settings.${field}` };
}
