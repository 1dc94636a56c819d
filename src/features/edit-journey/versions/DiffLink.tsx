import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { DiffEdge } from './diffFlow.ts';
import { STATUS_ICON } from '../../../legend/diff/statusLook.ts';
import styles from './DiffLink.module.css';

/** A link of either journey, and in words what became of it. */
export const DiffLink = memo(function DiffLink({ data }: EdgeProps<DiffEdge>) {
  const { t } = useTranslation();
  if (!data) return null;
  const { status, ribbon } = data.merged;
  return (
    <>
      <path d={ribbon.path} className={classes(styles.link, styles[status])} />
      {status !== 'kept' && (
        <EdgeLabelRenderer>
          <span
            className={classes(styles.label, styles[status])}
            style={{ transform: `translate(-50%, -50%) translate(${ribbon.labelX}px, ${ribbon.labelY}px)` }}
          >
            <Icon of={STATUS_ICON[status]} size={12} />
            {t(`versions.link.label.${status}`)}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
