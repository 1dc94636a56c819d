import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { HandoffStep, WorkingHours } from '../steps/handoff.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const WORKING_DAYS = [0, 1, 2, 3, 4] as const;

/** Agents who never work, and days that are named twice. */
export function findWorkingHoursProblems(journey: Journey): readonly Problem[] {
  return stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'handoff' && !step.disabled && step.capacity?.hours
      ? problemsOf(id, step, step.capacity.hours)
      : [],
  );
}

function problemsOf(id: StepId, step: HandoffStep, hours: WorkingHours): readonly Problem[] {
  const problem = (
    about: Pick<Problem, 'code' | 'severity' | 'words' | 'values'>,
    mended: Partial<WorkingHours>,
  ) => ({
    ...about,
    step: id,
    path: `steps.${id}.capacity.hours`,
    fix: { type: 'changeStep', id, step: withHours(step, { ...hours, ...mended }) } as const,
  });
  return [
    ...(hours.weekdays.length === 0 ? [problem(noDays, { weekdays: WORKING_DAYS })] : []),
    ...(new Set(hours.weekdays).size < hours.weekdays.length
      ? [problem(daysTwice, { weekdays: WEEK.filter((day) => hours.weekdays.includes(day)) })]
      : []),
    // Clock times of equal length compare as texts.
    ...(hours.until <= hours.from ? [problem(backwards(hours), forwards(hours))] : []),
  ];
}

function withHours(step: HandoffStep, hours: WorkingHours): HandoffStep {
  return step.capacity ? { ...step, capacity: { ...step.capacity, hours } } : step;
}

const noDays: Pick<Problem, 'code' | 'severity' | 'words' | 'values'> = {
  code: 'hours-without-days',
  severity: 'error',
  words: 'The agents work on no day of the week, so nobody is ever taken. Choose their days.',
  values: {},
};

const daysTwice: Pick<Problem, 'code' | 'severity' | 'words' | 'values'> = {
  code: 'hours-day-twice',
  severity: 'warning',
  words: 'The agents’ working days name a day twice. It counts once; name it once.',
  values: {},
};

function backwards({ from, until }: WorkingHours): Pick<Problem, 'code' | 'severity' | 'words' | 'values'> {
  return {
    code: 'hours-backwards',
    severity: 'error',
    words: `The agents’ day ends at ${until} and begins at ${from}. It must end later than it begins, at 24:00 at the latest; hours over midnight need a second hand-off.`,
    values: { from, until },
  };
}

/** Swapped, or to the end of the day. */
function forwards({ from, until }: WorkingHours): Partial<WorkingHours> {
  return from === until ? { until: '24:00' } : { from: until, until: from };
}
