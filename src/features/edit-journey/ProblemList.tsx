import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './ProblemList.module.css';

interface ProblemListProps {
  readonly journey: Journey;
  readonly problems: readonly Problem[];
  readonly onShow: (id: StepId) => void;
  readonly onClose: () => void;
}

/** Everything doubtful about the journey, errors first. */
export function ProblemList({ journey, problems, onShow, onClose }: ProblemListProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.head}>
        <h2>{t('editJourney.problems.title')}</h2>
        <IconButton
          icon={X}
          label={t('ui.collapse', { panel: t('editJourney.problems.title') })}
          onClick={onClose}
        />
      </div>
      {problems.length === 0 ? (
        <p className={styles.none}>{t('editJourney.problems.none')}</p>
      ) : (
        <ul className={styles.list}>
          {problems.map((problem, at) => (
            <li key={`${problem.code}.${problem.step ?? ''}.${at}`}>
              <ProblemLine
                problem={problem}
                step={problem.step && { name: journey.steps[problem.step]?.name ?? problem.step, onShow }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
