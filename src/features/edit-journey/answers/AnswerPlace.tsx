import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel.tsx';
import { useSizePreference } from '../../../ui/usePreference.ts';
import styles from '../EditJourneyView.module.css';
import type { AnswersProps } from './Answers.tsx';

// Fetched when somebody asks.
const Answers = lazy(async () => ({ default: (await import('./Answers.tsx')).Answers }));

interface AnswerPlaceProps extends AnswersProps {
  readonly narrow: boolean;
}

/** Beside the canvas; where there is no room, over its lower part. */
export function AnswerPlace({ narrow, onShow, ...props }: AnswerPlaceProps) {
  const { t } = useTranslation();
  const [size, setSize] = useSizePreference('answers', 400);
  const label = t('editJourney.answers');
  const answer = (
    <Suspense>
      <Answers
        {...props}
        onShow={(id) => {
          // It lies over what it shows.
          if (narrow) props.onClose();
          onShow(id);
        }}
      />
    </Suspense>
  );
  return narrow ? (
    <section aria-label={label} className={styles.sheet}>
      {answer}
    </section>
  ) : (
    <Panel label={label} side="end" size={size} min={320} max={640} onResize={setSize}>
      {answer}
    </Panel>
  );
}
