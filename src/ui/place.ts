export type Side = 'below' | 'above' | 'end';

/** An element, or a point of the window. */
export type Anchor = Pick<Element, 'getBoundingClientRect'>;

const GAP = 4;
const MARGIN = 8;

/** Puts a fixed floating element beside its anchor and keeps it inside the window. */
export function place(
  floating: HTMLElement,
  anchor: Anchor,
  side: Side,
  align: 'start' | 'center' | 'end' = 'start',
): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { innerWidth, innerHeight } = window;
  const alignedLeft =
    align === 'start' ? box.left : align === 'end' ? box.right - width : box.left + box.width / 2 - width / 2;
  const below = box.bottom + GAP;
  const above = box.top - GAP - height;
  const isBelow =
    side === 'below' ? below + height <= innerHeight - MARGIN || above < MARGIN : above < MARGIN;
  const left = side === 'end' ? box.right + GAP : alignedLeft;
  const { style } = floating;
  style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  if (side !== 'end' && !isBelow) {
    // Held from below: what shrinks while it is open stays beside its anchor.
    style.top = 'auto';
    style.bottom = `${innerHeight - box.top + GAP}px`;
    return;
  }
  const top = side === 'end' ? box.top + box.height / 2 - height / 2 : below;
  style.bottom = 'auto';
  style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
}
