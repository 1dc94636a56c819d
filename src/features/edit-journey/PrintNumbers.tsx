import type { CSSProperties } from 'react';
import { useStore, ViewportPortal } from '@xyflow/react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { placeOf } from './canvasEdits.ts';
import { CARD_WIDTH, HEAD_HEIGHT } from './cardLayout.ts';
import { classes } from '../../ui/classes.ts';
import styles from './PrintList.module.css';

/** On paper, whatever the zoom; no larger than a card is high. */
const FONT_PIXELS = 9;
const LARGEST = HEAD_HEIGHT * 0.85;
/** From here on nothing but the number has room on a card. */
const ALONE = 0.25;

interface PrintNumbersProps {
  readonly journey: Journey;
  readonly numbers: ReadonlyMap<StepId, number>;
}

/** The numbers of the list on the cards of the printed picture: at their corner, or all over them where they have no words. */
export function PrintNumbers({ journey, numbers }: PrintNumbersProps) {
  const zoom = useStore(({ transform }) => transform[2]);
  const alone = zoom < ALONE;
  return (
    <ViewportPortal>
      {[...numbers].map(([id, number]) => {
        const { x, y } = placeOf(journey, id);
        const style: CSSProperties = {
          insetInlineStart: alone ? x : x + CARD_WIDTH,
          insetBlockStart: y,
          ...(alone && { inlineSize: CARD_WIDTH, blockSize: HEAD_HEIGHT }),
          fontSize: Math.min(FONT_PIXELS / zoom, LARGEST),
        };
        return (
          <span key={id} className={classes(styles.mark, alone && styles.alone)} style={style}>
            {number}
          </span>
        );
      })}
    </ViewportPortal>
  );
}
