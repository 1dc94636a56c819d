import { useState, type PointerEvent } from 'react';

/** A stretch of marks, both ends in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Brush {
  readonly range: Stretch | undefined;
  readonly onRange: (range: Stretch | undefined) => void;
}

/** A stretch between two marks, whichever comes first. */
export function stretch(a: number, b: number): Stretch {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** Dragging over marks: what is being chosen is kept here, and told once, at the end. A press without a drag clears. */
export function useBrushDrag(brush: Brush | undefined) {
  const [drag, setDrag] = useState<{ readonly start: number; readonly end: number }>();
  const begin = (event: PointerEvent, start: number | undefined) => {
    if (!brush || event.button !== 0 || start === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ start, end: start });
  };
  const go = (end: number | undefined) => {
    if (drag && end !== undefined && end !== drag.end) setDrag({ ...drag, end });
  };
  const end = () => {
    if (!drag || !brush) return;
    setDrag(undefined);
    if (drag.start !== drag.end) brush.onRange(stretch(drag.start, drag.end));
    else if (brush.range) brush.onRange(undefined);
  };
  const isDragging = drag !== undefined && drag.start !== drag.end;
  const chosen = isDragging ? stretch(drag.start, drag.end) : brush?.range;
  return { chosen, begin, go, end, cancel: () => setDrag(undefined) };
}
