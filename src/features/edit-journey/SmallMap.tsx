import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { MiniMap, useStore, type ReactFlowState } from '@xyflow/react';
import { classes } from '../../ui/classes.ts';
import { tintColour } from './commands/tints.ts';
import type { CanvasNode } from './flow.ts';
import { familyColour } from '../../legend/kindLook.ts';
import styles from './Canvas.module.css';

const SIZE = { width: 168, height: 104 };
/** From the canvas's edges, as React Flow places what stands in a corner. */
const MARGIN = 15;

/** The whole journey in a corner, to find one's way. It is not seen while it would cover a card, unless the canvas is being moved. */
export const SmallMap = memo(function SmallMap() {
  const { t } = useTranslation();
  const covers = useStore(coversSomething);
  return (
    <MiniMap<CanvasNode>
      className={classes(styles.minimap, covers && styles.yielding)}
      ariaLabel={t('editJourney.canvas.minimap')}
      nodeColor={colourOf}
      nodeBorderRadius={24}
      pannable
      zoomable
      style={SIZE}
    />
  );
});

/** Whether a card or a note lies where the map stands. */
function coversSomething({ width, height, transform, nodes }: ReactFlowState): boolean {
  const [x, y, zoom] = transform;
  const left = (width - MARGIN - SIZE.width - x) / zoom;
  const right = (width - MARGIN - x) / zoom;
  const top = (height - MARGIN - SIZE.height - y) / zoom;
  const bottom = (height - MARGIN - y) / zoom;
  return nodes.some(
    ({ position, measured }) =>
      position.x < right &&
      position.x + (measured?.width ?? 0) > left &&
      position.y < bottom &&
      position.y + (measured?.height ?? 0) > top,
  );
}

function colourOf(node: CanvasNode): string {
  return node.type === 'note' ? tintColour(node.data.note.tint) : familyColour(node.data.step);
}
