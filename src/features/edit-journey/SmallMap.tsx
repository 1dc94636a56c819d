import { useTranslation } from 'react-i18next';
import { MiniMap } from '@xyflow/react';
import type { StepNode } from './flow.ts';
import { familyColour } from './kindLook.ts';
import styles from './Canvas.module.css';

/** The whole journey in a corner, to find one's way. */
export function SmallMap() {
  const { t } = useTranslation();
  return (
    <MiniMap<StepNode>
      className={styles.minimap}
      ariaLabel={t('editJourney.canvas.minimap')}
      nodeColor={({ data }) => familyColour(data.step)}
      nodeBorderRadius={24}
      pannable
      zoomable
      style={{ width: 168, height: 104 }}
    />
  );
}
