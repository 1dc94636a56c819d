import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { arrivedBy } from '../../../analytics/playback.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import cards from '../StepCard.module.css';
import type { PlayClock } from './clock.ts';

interface PeopleHereProps {
  readonly clock: PlayClock;
  /** Place of the step in the playback. */
  readonly step: number;
}

/** Nobody stays where the journey ends: how many have left there so far. */
function PeopleGone({ clock, step }: PeopleHereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { playback, shown, subscribe } = clock;
  const gone = useSyncExternalStore(subscribe, () => arrivedBy(playback, step, shown().minute));
  return t('play.gone', { people: format.number(gone) });
}

/** How many stand at a step now, on its card. */
export function PeopleHere({ clock, step }: PeopleHereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = useSyncExternalStore(clock.subscribe, () => clock.shown().counts[step] ?? 0);
  const isLast = clock.playback.steps[step]?.exits.length === 0;
  return (
    <span className={cards.figures} data-here={people}>
      <span className={cards.people}>
        {isLast ? (
          <PeopleGone clock={clock} step={step} />
        ) : (
          t('play.here', { people: format.number(people) })
        )}
      </span>
    </span>
  );
}
