import type { Estimate } from './intervals.ts';
import type { Report, TargetReport } from './report.ts';

/**
 * What one launch comes to, 95 times in 100, from the interval of the mean: a launch has luck of its own beside the mean's. Where the mean's
 * variance is people² s² / contacts, that of a launch is people · s² more (as in `chanceOfReaching`, which gives the chance of the same launch).
 */
export function bandOfLaunch(
  { expected, metric }: Pick<TargetReport, 'expected' | 'metric'>,
  { contacts, scaledTo: people = contacts }: Pick<Report, 'contacts' | 'scaledTo'>,
): Estimate {
  const { value, low, high } = expected;
  const wider = people === 0 ? 1 : Math.sqrt(1 + contacts / people);
  const least = value - (value - low) * wider;
  return {
    value,
    low: metric === 'profit' ? least : Math.max(0, least),
    high: value + (high - value) * wider,
  };
}
