import type { Anchor } from './place.ts';

export type ClearSide = 'below' | 'above' | 'start' | 'end';

const GAP = 8;
const MARGIN = 8;
const SIDES: readonly ClearSide[] = ['below', 'above', 'end', 'start'];

interface Spot {
  readonly left: number;
  readonly top: number;
}

/**
 * Puts a fixed floating element beside its anchor so that it covers none of it: on the side that is asked for, else on the first that
 * has room in the window. Where the anchor leaves no room on any side it lies over the anchor's end.
 */
export function placeClear(floating: HTMLElement, anchor: Anchor, side: ClearSide): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height, style } = floating;
  const { innerWidth, innerHeight } = window;
  const within = ({ left, top }: Spot): Spot => ({
    left: Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN)),
  });
  const spots = [side, ...SIDES].map((one) => within(beside(one, box, { width, height })));
  const isClear = ({ left, top }: Spot) =>
    left >= box.right || left + width <= box.left || top >= box.bottom || top + height <= box.top;
  const { left, top } = spots.find(isClear) ?? within({ left: innerWidth, top: innerHeight });
  style.left = `${left}px`;
  style.top = `${top}px`;
}

function beside(side: ClearSide, box: DOMRect, { width, height }: { width: number; height: number }): Spot {
  const middle = {
    left: box.left + box.width / 2 - width / 2,
    top: box.top + box.height / 2 - height / 2,
  };
  switch (side) {
    case 'below':
      return { left: middle.left, top: box.bottom + GAP };
    case 'above':
      return { left: middle.left, top: box.top - GAP - height };
    case 'start':
      return { left: box.left - GAP - width, top: middle.top };
    case 'end':
      return { left: box.right + GAP, top: middle.top };
  }
}
