import type { Journey } from '../../../journey/journey.ts';

/** How a holdout is planned; `contacts` undefined: as many as the run shows. */
export interface Planned {
  readonly share: number;
  readonly contacts: number | undefined;
}

const USUAL_SHARE = 0.1;

/** Part of one that the journey's first holdout takes, else what is usual. */
export function plannedShare(journey: Journey): number {
  for (const step of Object.values(journey.steps)) {
    const weight = step.kind === 'experiment' && step.disabled !== true ? step.holdout?.weight : undefined;
    if (weight !== undefined && weight > 0 && weight < 100) return weight / 100;
  }
  return USUAL_SHARE;
}

/** Months that the run's contacts come in over, where they come day by day; undefined where they do not, or nobody does. */
export function monthsOf({ steps, settings }: Journey): number | undefined {
  const comes = Object.values(steps).some(
    (step) => step.kind === 'entry' && (step.trigger.type === 'events' || step.trigger.type === 'date'),
  );
  return comes ? settings.horizonMinutes / MINUTES_PER_MONTH : undefined;
}

/** A twelfth of a year. */
const MINUTES_PER_MONTH = (365.25 * 1440) / 12;
