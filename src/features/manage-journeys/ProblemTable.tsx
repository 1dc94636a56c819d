import { useTranslation } from 'react-i18next';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Icon } from '../../ui/Icon.tsx';
import type { Problem } from '../../journey/problem.ts';
import styles from './library.module.css';

/** Problems of something that is not on the canvas: what, and where in the file. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={`${problem.code}.${index}`} data-severity={problem.severity}>
          <Icon of={problem.severity === 'error' ? CircleAlert : TriangleAlert} />
          <div>
            <span className="visually-hidden">{t(`words.severity.${problem.severity}`)}: </span>
            {problem.words}
            {problem.path && (
              <div className={styles.where}>
                {t('manageJourneys.problems.where')}: <code>{problem.path}</code>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
