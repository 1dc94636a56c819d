import { useId, type ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';
import { DraftPart } from '../ui/DraftPart.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './fields.module.css';

interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** Fields that belong together, named for eyes and screen readers alike. */
export function Section({ title, hint, children }: SectionProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.section}>
      <div>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
      <DraftPart name={title}>{children}</DraftPart>
    </div>
  );
}

/** The same, folded away until asked for. */
export function Fold({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.fold}>
      <summary>
        <Icon of={ChevronRight} />
        <span className={styles.title}>{title}</span>
        {aside}
      </summary>
      <div className={styles.folded}>
        <DraftPart name={title}>{children}</DraftPart>
      </div>
    </details>
  );
}
