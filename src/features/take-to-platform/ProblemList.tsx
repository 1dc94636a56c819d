import { TriangleAlert } from 'lucide-react';
import type { Problem } from '../../journey/problem.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './take.module.css';

interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly Problem[];
}

/** Warnings of an export; nothing where there are none. */
export function ProblemList({ title, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <ul className={styles.problems}>
        {problems.map(({ code, words }) => (
          <li key={`${code} ${words}`}>
            <Icon of={TriangleAlert} size={16} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
