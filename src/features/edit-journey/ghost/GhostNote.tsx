import { useWorkspace } from '../../../state/useWorkspace.ts';
import { GhostLine } from './Comparison.tsx';
import { useDifferences } from './useDifferences.ts';
import styles from './GhostNote.module.css';

/** Under a slider, where the eyes are: what the last change did to the figure that counts. Its line is there before it says anything. */
export function GhostNote() {
  const differences = useDifferences();
  const journey = useWorkspace((workspace) => workspace.journey);
  return (
    <div className={styles.note}>
      {differences && journey && (
        <GhostLine
          differences={differences}
          journey={journey}
          metric={journey.settings.target?.metric ?? 'profit'}
        />
      )}
    </div>
  );
}
