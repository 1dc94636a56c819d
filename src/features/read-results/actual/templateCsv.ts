import { ACTUAL_FIELDS } from '../../../analytics/actual/foreseen.ts';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { csvText } from '../../../ui/csvText.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';

/** Days that the template has lines for. */
const DAYS = 3;

/** A file to be filled in: every message of the journey on its first days, by its name, with no figures yet. */
export function templateCsv(journey: Journey, detail: RunDetail): string {
  const sends = new Map(
    detail.sends.map(({ step, channel }) => [`${step} ${channel}`, { step, channel }] as const),
  );
  const rows = datesOf(detail)
    .slice(0, DAYS)
    .flatMap((day) =>
      [...sends.values()].map(({ step, channel }) => [
        journey.steps[step as StepId]?.name ?? step,
        channel,
        day,
        ...ACTUAL_FIELDS.map(() => undefined),
      ]),
    );
  return csvText(['step', 'channel', 'day', ...ACTUAL_FIELDS], rows);
}
