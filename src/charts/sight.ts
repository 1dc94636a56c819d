import type { Mark } from './marks.ts';

/** The part of a picture that is in sight, across. */
export interface Sight {
  readonly left: number;
  readonly right: number;
}

const MARGIN = 8;

/** What of a picture its scroller shows. */
export function sightOf(picture: Element | null): Sight {
  const scroller = picture?.closest('[data-scroller]');
  if (!scroller) return { left: 0, right: Infinity };
  return { left: scroller.scrollLeft, right: scroller.scrollLeft + scroller.clientWidth };
}

/** Scrolls a picture until a mark is in sight. */
export function bringInSight(picture: Element | null, mark: Mark): void {
  const scroller = picture?.closest('[data-scroller]');
  if (!scroller) return;
  const { left, right } = sightOf(picture);
  if (mark.x < left) scroller.scrollLeft = mark.x - MARGIN;
  else if (mark.x + mark.width > right) scroller.scrollLeft += mark.x + mark.width - right + MARGIN;
}
