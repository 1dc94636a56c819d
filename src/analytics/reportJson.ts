import type { MessageReport, Report } from './report.ts';

/**
 * What `rehearse simulate --json` prints: keys sorted at every level, two spaces, a newline at the end. Equal runs print
 * equal bytes but for `seconds` and `stepsPerSecond`. What only the app shows (funnel, target) is left out.
 */
export function reportJson(report: Report): string {
  const { journey, seed, contacts, seconds, stepsPerSecond, stepsExecuted, steps, totals } = report;
  const messages = report.messages.map(withoutRung);
  const printed = {
    journey,
    seed,
    contacts,
    seconds,
    stepsPerSecond,
    stepsExecuted,
    steps,
    messages,
    totals,
  };
  return `${JSON.stringify(sortKeys(printed), undefined, 2)}\n`;
}

/** Rungs of a ladder follow each other in order, so their number need not be told. */
function withoutRung({ rung: _rung, ...message }: MessageReport): Omit<MessageReport, 'rung'> {
  return message;
}

/** A copy whose objects list their keys in code-unit order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
