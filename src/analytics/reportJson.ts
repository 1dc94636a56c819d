import type { MessageReport, Report } from './report.ts';
import type { RunTotals } from './runTotals.ts';

/**
 * What `rehearse simulate --json` prints for one journey: keys sorted at every level, two spaces, a newline at the end. Equal runs print
 * equal bytes but for `seconds` and `stepsPerSecond`. What only the app shows (funnel, target) is left out.
 */
export function reportJson(report: Report): string {
  return print({ ...runPart(report), ...journeyPart(report) });
}

/** The same for several journeys of one run: what is the run's stands once, with its own totals, and each journey's under `journeys`. */
export function runJson(reports: readonly [Report, ...Report[]], totals: RunTotals): string {
  return print({
    ...runPart(reports[0]),
    totals,
    journeys: reports.map((report) => ({ id: report.journeyId, ...journeyPart(report) })),
  });
}

function runPart({ seed, contacts, approximate, seconds, stepsPerSecond, stepsExecuted }: Report): object {
  return { seed, contacts, approximate, seconds, stepsPerSecond, stepsExecuted };
}

function journeyPart({ journey, steps, messages, totals }: Report): object {
  return { journey, steps, messages: messages.map(withoutRung), totals };
}

function print(value: object): string {
  return `${JSON.stringify(sortKeys(value), undefined, 2)}\n`;
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
