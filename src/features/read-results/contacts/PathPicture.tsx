import { useTranslation } from 'react-i18next';
import type { Playback } from '../../../analytics/playback.ts';
import { wayOf } from '../../../analytics/stories/way.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { pictureOf } from '../../../legend/journeyPicture.ts';
import { familyColour } from '../../../legend/kindLook.ts';
import styles from './contacts.module.css';

interface PathPictureProps {
  readonly journey: Journey;
  readonly playback: Playback;
  readonly place: number;
}

/** The journey, small, with the contact's way lit; its name says the same in words. */
export function PathPicture({ journey, playback, place }: PathPictureProps) {
  const { t } = useTranslation();
  const picture = pictureOf(journey);
  const { steps, links } = wayOf(playback, place);
  const names = steps.map((id) => journey.steps[id as StepId]?.name ?? id);
  if (picture.boxes.length === 0) return null;
  return (
    <svg
      className={styles.path}
      viewBox={picture.viewBox}
      role="img"
      aria-label={
        names.length > 0 ? t('contacts.path', { steps: names.join(' → ') }) : t('contacts.pathNone')
      }
    >
      {picture.links.map(({ from, exit, path }) => (
        <path key={`${from} ${exit}`} d={path} data-lit={links.get(from)?.has(exit) || undefined} />
      ))}
      {picture.boxes.map(({ id, kind, x, y }) => (
        <rect
          key={id}
          x={x}
          y={y}
          rx={24}
          {...picture.card}
          data-lit={steps.includes(id) || undefined}
          style={{ fill: familyColour({ kind }) }}
        />
      ))}
    </svg>
  );
}
