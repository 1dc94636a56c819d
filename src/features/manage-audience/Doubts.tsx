import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import type { Problem } from '../../journey/problem.ts';
import styles from './audience.module.css';

/** What went wrong with a file, or was read differently from how it may have been meant. */
export function Doubts({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.doubts}>
      {problems.map((problem, index) => (
        <li key={`${problem.code}.${index}`} data-severity={problem.severity}>
          <Icon of={problem.severity === 'error' ? CircleAlert : TriangleAlert} />
          <span>
            <span className="visually-hidden">{t(`words.severity.${problem.severity}`)}: </span>
            {problem.words}
          </span>
        </li>
      ))}
    </ul>
  );
}
