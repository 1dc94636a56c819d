import { useTranslation } from 'react-i18next';
import { CircleAlert, TriangleAlert, Wrench } from 'lucide-react';
import type { StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ProblemLine.module.css';

interface ProblemLineProps {
  readonly problem: Problem;
  /** Where it stands alone: the step's name, which shows it. */
  readonly step?: { readonly name: string; readonly onShow: (id: StepId) => void } | undefined;
}

/** What is wrong, where, and where possible the button that mends it. */
export function ProblemLine({ problem, step }: ProblemLineProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const { severity, words, fix, step: id } = problem;
  return (
    <div data-severity={severity} className={styles.line}>
      <span role="img" aria-label={t(`words.severity.${severity}`)} className={styles.icon}>
        <Icon of={severity === 'error' ? CircleAlert : TriangleAlert} />
      </span>
      <span className={styles.words}>
        {step && id && (
          <>
            <button type="button" className={styles.step} onClick={() => step.onShow(id)}>
              {step.name}
            </button>{' '}
          </>
        )}
        {words}
      </span>
      {fix && (
        <Button small icon={Wrench} onClick={() => store.getState().edit(fix)}>
          {t('editJourney.problems.fix')}
        </Button>
      )}
    </div>
  );
}
