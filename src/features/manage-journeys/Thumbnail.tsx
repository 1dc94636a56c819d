import type { Journey } from '../../journey/journey.ts';
import type { StepKind } from '../../journey/steps/index.ts';
import { pictureOf } from '../../legend/journeyPicture.ts';
import styles from './library.module.css';

/** The colour of each kind's family. */
const COLOUR: Readonly<Record<StepKind, string>> = {
  entry: 'var(--family-entry)',
  split: 'var(--family-logic)',
  experiment: 'var(--family-logic)',
  check: 'var(--family-logic)',
  message: 'var(--family-message)',
  wait: 'var(--family-time)',
  escalate: 'var(--family-profile)',
  update: 'var(--family-profile)',
  handoff: 'var(--family-profile)',
  goal: 'var(--family-goal)',
  exit: 'var(--family-exit)',
};

/** The shape of a journey, small. It says nothing that the name beside it does not say in words. */
export function Thumbnail({ journey }: { readonly journey: Journey | undefined }) {
  const picture = journey && pictureOf(journey);
  return (
    <svg
      className={styles.picture}
      viewBox={picture?.viewBox ?? '0 0 2 1'}
      aria-hidden="true"
      focusable="false"
    >
      {picture?.links.map(({ path }, index) => (
        <path key={index} d={path} />
      ))}
      {picture?.boxes.map(({ id, kind, x, y }) => (
        <rect key={id} x={x} y={y} rx={24} {...picture.card} style={{ fill: COLOUR[kind] }} />
      ))}
    </svg>
  );
}
