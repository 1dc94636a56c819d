import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { MiniMap } from '@xyflow/react';
import { tintColour } from './commands/tints.ts';
import type { CanvasNode } from './flow.ts';
import { familyColour } from './kindLook.ts';
import styles from './Canvas.module.css';

const SIZE = { width: 168, height: 104 };

/** The whole journey in a corner, to find one's way. */
export const SmallMap = memo(function SmallMap() {
  const { t } = useTranslation();
  return (
    <MiniMap<CanvasNode>
      className={styles.minimap}
      ariaLabel={t('editJourney.canvas.minimap')}
      nodeColor={colourOf}
      nodeBorderRadius={24}
      pannable
      zoomable
      style={SIZE}
    />
  );
});

function colourOf(node: CanvasNode): string {
  return node.type === 'note' ? tintColour(node.data.note.tint) : familyColour(node.data.step);
}
