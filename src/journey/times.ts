import type { Step } from './steps/index.ts';
import { MINUTES_PER_DAY } from './units.ts';

/**
 * Whether time certainly passes for somebody who comes again and again. Waits for a clock time or a date do not count: when
 * the moment is there, or past, they let everyone through at once.
 */
export function takesTime(step: Step): boolean {
  if (step.disabled) return false;
  switch (step.kind) {
    case 'wait':
      return nominalMinutes(step) > 0 && step.until.type !== 'timeOfDay';
    case 'check':
      return step.windowMinutes > 0;
    case 'handoff':
      return step.serviceMinutes > 0;
    case 'entry':
    case 'split':
    case 'experiment':
    case 'message':
    case 'escalate':
    case 'update':
    case 'goal':
    case 'exit':
      return false;
  }
}

/** The longest that a step usually holds a contact; waits until a column's date count as nothing. */
export function nominalMinutes(step: Step): number {
  if (step.disabled) return 0;
  if (step.kind === 'check') return step.windowMinutes;
  if (step.kind === 'handoff') return step.serviceMinutes;
  if (step.kind !== 'wait') return 0;
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return until.minutes;
    case 'daysAt':
      return until.days * MINUTES_PER_DAY;
    case 'timeOfDay':
      return MINUTES_PER_DAY;
    case 'weekday':
      return 7 * MINUTES_PER_DAY;
    case 'random':
      return until.to;
    case 'date':
      return 0;
  }
}
