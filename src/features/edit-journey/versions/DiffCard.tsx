import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { exitsOf } from '../../../journey/steps/index.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { familyColour, iconOf } from '../../../legend/kindLook.ts';
import type { DiffNode } from './diffFlow.ts';
import type { MergedStep } from './mergeJourneys.ts';
import { clipped } from '../../../legend/diff/plainWords.ts';
import { STATUS_ICON } from '../../../legend/diff/statusLook.ts';
import styles from './DiffCard.module.css';

/** A step of either journey as its card looks on the canvas, and what became of it. */
export const DiffCard = memo(function DiffCard({ data, selected }: NodeProps<DiffNode>) {
  const { t } = useTranslation();
  const { merged, summary } = data;
  const { step } = merged;
  const exits = exitsOf(step);
  const style: CSSProperties & Record<'--family', string> = { '--family': familyColour(step) };
  return (
    <div
      className={classes(styles.card, styles[merged.status], selected && styles.chosen)}
      style={style}
      data-status={merged.status}
    >
      <StatusBadge merged={merged} />
      <div className={styles.head}>
        <div className={styles.title}>
          <Icon of={iconOf(step)} />
          <span className={styles.name}>{clipped(step.name)}</span>
        </div>
        <div className={styles.summary}>{summary}</div>
      </div>
      {exits.length > 1 && (
        <div className={styles.exits}>
          {exits.map((exit) => (
            <div key={exit} className={styles.exit}>
              {clipped(exitLabel(step, exit, t))}
            </div>
          ))}
        </div>
      )}
      <div className={styles.far} aria-hidden="true">
        <Icon of={merged.status === 'unchanged' ? iconOf(step) : STATUS_ICON[merged.status]} size={40} />
      </div>
      <Handle type="target" id="in" position={Side.Left} isConnectable={false} className={styles.port} />
      <Handle type="source" id="out" position={Side.Right} isConnectable={false} className={styles.port} />
    </div>
  );
});

function StatusBadge({ merged: { status, changes } }: { readonly merged: MergedStep }) {
  const { t } = useTranslation();
  if (status === 'unchanged') return null;
  return (
    <span className={styles.badge}>
      <Icon of={STATUS_ICON[status]} size={12} />
      {status === 'changed'
        ? t('versions.status.changed', { count: changes })
        : t(`versions.status.${status}`)}
    </span>
  );
}
