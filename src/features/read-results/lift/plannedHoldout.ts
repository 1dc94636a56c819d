import type { BothWorlds } from '../../../analytics/incrementality/lift.ts';
import { shownSum } from '../../../analytics/finance/ledger.ts';
import type { Entering } from '../../../analytics/incrementality/realHoldout.ts';
import type { Journey } from '../../../journey/journey.ts';
import { MINUTES_PER_DAY } from '../../../journey/units.ts';
import type { BothWorldsAsked } from '../money/useBothWorlds.ts';
import type { Counted } from '../money/withoutJourney.ts';

/** Whom a holdout is drawn from. Marketers hold out among those who enter; the rest of the audience only thins the lift out. */
export const HELD_OUT_OF = ['entering', 'all'] as const;
export type HeldOutOf = (typeof HELD_OUT_OF)[number];

/** How a holdout is planned; `contacts` undefined: as many as the run shows. */
export interface Planned {
  readonly of: HeldOutOf;
  readonly share: number;
  readonly contacts: number | undefined;
}

/** What a holdout is told from. */
export interface HeldWorlds {
  readonly worlds: BothWorlds;
  readonly among: Entering;
  readonly counted: Counted;
  /** Contacts of the run, as shown, from whom it is drawn. */
  readonly shown: number;
}

const EVERY_CONTACT: Entering = { withIt: 1, without: 1 };

/** Of those who enter, what reaches the goal; of all contacts, all their orders. */
export function heldWorlds(
  { worlds, entering }: Pick<BothWorldsAsked, 'worlds' | 'entering'>,
  of: HeldOutOf,
  counted: Counted,
): HeldWorlds | undefined {
  if (!worlds || !entering) return undefined;
  const people = shownSum(worlds.withIt, worlds.withIt.groups.contacts);
  if (of === 'all') return { worlds, among: EVERY_CONTACT, counted, shown: people };
  const { parts } = entering;
  const shown = Math.round(people * parts.withIt);
  return { worlds: entering.worlds, among: parts, counted: 'conversions', shown };
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
const MINUTES_PER_MONTH = (365.25 * MINUTES_PER_DAY) / 12;
