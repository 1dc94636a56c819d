import { useState } from 'react';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { GhostLine } from './Comparison.tsx';
import { useDifferences } from './useDifferences.ts';
import styles from './GhostNote.module.css';

/**
 * Under a slider, where the eyes are: what a change made here did to the figure that counts. Its line is there before it says anything.
 */
export function GhostNote() {
  const differences = useDifferences();
  const before = useWorkspace(({ forecast }) => forecast.before);
  const [older] = useState(before);
  const journey = useWorkspace((workspace) => workspace.journey);
  return (
    <div className={styles.note}>
      {differences && journey && before !== older && (
        <GhostLine
          differences={differences}
          journey={journey}
          metric={journey.settings.target?.metric ?? 'profit'}
        />
      )}
    </div>
  );
}
