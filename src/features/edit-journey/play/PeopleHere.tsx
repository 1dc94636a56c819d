import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import cards from '../StepCard.module.css';
import type { PlayClock } from './clock.ts';

interface PeopleHereProps {
  readonly clock: PlayClock;
  /** Place of the step in the playback. */
  readonly step: number;
}

/** How many stand at a step now, on its card. */
export function PeopleHere({ clock, step }: PeopleHereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useSyncExternalStore(clock.subscribe, () => clock.shown().counts[step] ?? 0);
  return (
    <span className={cards.figures} data-here={people}>
      <span className={cards.people}>{t('play.here', { people: format.number(people) })}</span>
    </span>
  );
}
