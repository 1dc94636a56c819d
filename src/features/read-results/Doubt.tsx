import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ReadResultsView.module.css';

interface DoubtProps {
  readonly children: string;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** Why figures may not be what they seem. */
export function Doubt({ children, action }: DoubtProps) {
  return (
    <div className={styles.stale}>
      <Icon of={TriangleAlert} />
      <p role="status">{children}</p>
      {action}
    </div>
  );
}
