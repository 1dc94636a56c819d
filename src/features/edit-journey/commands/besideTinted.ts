import type { Anchor } from '../../../ui/place.ts';

/** What the list of colours needs at most. */
const LIST = { width: 320, height: 380 };
const GAP = 8;

/**
 * Where the list of colours stands clear of the groups and notes that get one, so that the colour is seen on them at once: below or
 * above them, else beside them. Undefined where there are none.
 */
export function besideTinted(frame: HTMLElement | null): Anchor | undefined {
  const chosen = frame?.querySelectorAll('[data-chosen], .react-flow__node-note.selected') ?? [];
  const boxes = [...chosen].map((element) => element.getBoundingClientRect());
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const box = anchorBox({ left, top, right, bottom });
  return { getBoundingClientRect: () => box };
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box itself where there is room below or above it; else a point, from which the list stands beside the box. */
function anchorBox({ left, top, right, bottom }: Edges): DOMRect {
  if (bottom + LIST.height < window.innerHeight || top > LIST.height)
    return new DOMRect(left, top, right - left, bottom - top);
  const hasRoomBehind = right + GAP + LIST.width < window.innerWidth;
  return new DOMRect(hasRoomBehind ? right + GAP : left - GAP - LIST.width, Math.max(0, top), 0, 0);
}
