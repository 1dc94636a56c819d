import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { useTranslation } from 'react-i18next';
import { CircleAlert, TriangleAlert, Wrench } from 'lucide-react';
import type { StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useNotices } from '../../ui/notices.ts';
import { inRoom } from './canvasEdits.ts';
import { policyPlaceOf } from './policyPlace.ts';
import { focusNextLine } from './focusNextLine.ts';
import styles from './ProblemLine.module.css';
import { ProblemTouch } from './ProblemTouch.tsx';
import type { Touched } from './touchedContacts.ts';
import { useUndoOffer } from './useUndoOffer.ts';

interface ProblemLineProps {
  readonly problem: Problem;
  /** Where it stands alone: the step's name, which shows it. */
  readonly step?: { readonly name: string; readonly onShow: (id: StepId) => void } | undefined;
  readonly touched?: Touched | undefined;
  readonly stale?: boolean;
  /** The last line was mended: there is none that the focus could go to. */
  readonly onNoneLeft?: () => void;
}

/** What is wrong, where, whom it touches, and where possible the button that mends it. */
export function ProblemLine({ problem, step, touched, stale = false, onNoneLeft }: ProblemLineProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const undoOffer = useUndoOffer();
  const { severity, words, fix, step: id } = problem;
  const place = policyPlaceOf(problem);
  return (
    <div data-severity={severity} className={styles.line}>
      <span role="img" aria-label={t(`words.severity.${severity}`)} className={styles.icon}>
        <Icon of={severity === 'error' ? CircleAlert : TriangleAlert} />
      </span>
      <span className={styles.words}>
        {step && id && (
          <>
            <button type="button" title={step.name} className={styles.step} onClick={() => step.onShow(id)}>
              {step.name}
            </button>{' '}
          </>
        )}
        {words}
        {touched && (
          <>
            {' '}
            <ProblemTouch touched={touched} stale={stale} />
          </>
        )}
      </span>
      {place && (
        <Link
          href={`/settings/${place}`}
          aria-label={`${t('problems.openSettings')}: ${words}`}
          className={styles.settings}
        >
          {t('problems.openSettings')}
        </Link>
      )}
      {fix && (
        <Button
          small
          icon={Wrench}
          aria-label={t('problems.fix', { problem: words })}
          onClick={({ currentTarget }) => {
            const goOn = focusNextLine(currentTarget, onNoneLeft);
            const { journey, edit } = store.getState();
            flushSync(() => edit(journey ? inRoom(journey, fix) : fix));
            goOn();
            notices.say(t('editJourney.problems.fixed'), { action: undoOffer() });
          }}
        >
          {t('editJourney.problems.fix')}
        </Button>
      )}
    </div>
  );
}
