import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { getViewportForBounds, useReactFlow, type Rect, type Viewport } from '@xyflow/react';

/** What a landscape page has room for beside its margins, as EditJourneyView.module.css lays it out. */
const PAGE = { width: 1000, height: 560 };
/** Above and below the picture, for the heads of groups and the numbers of cards. */
const MARGIN = 32;

const HEIGHT = '--print-height';

/** On paper the whole journey is seen, whatever the screen shows; afterwards the screen is as it was. True while it is printed. */
export function usePrintView(): boolean {
  const [printing, setPrinting] = useState(false);
  const flow = useReactFlow();
  useEffect(() => {
    let before: Viewport | undefined;
    const { style } = document.documentElement;
    const fit = () => {
      // The page is taken as it is when this returns.
      flushSync(() => setPrinting(true));
      before = flow.getViewport();
      const { height, viewport } = onPage(flow.getNodesBounds(flow.getNodes()));
      style.setProperty(HEIGHT, `${height}px`);
      flushSync(() => void flow.setViewport(viewport));
    };
    const restore = () => {
      style.removeProperty(HEIGHT);
      if (before) void flow.setViewport(before);
      before = undefined;
      setPrinting(false);
    };
    window.addEventListener('beforeprint', fit);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', fit);
      window.removeEventListener('afterprint', restore);
    };
  }, [flow]);
  return printing;
}

/** The whole as large as a page has room for, and no more of the page than that takes. */
function onPage(bounds: Rect): { readonly height: number; readonly viewport: Viewport } {
  const { x, zoom } = getViewportForBounds(bounds, PAGE.width, PAGE.height - 2 * MARGIN, 0.05, 1, 0.02);
  const height = Math.min(PAGE.height, Math.ceil(bounds.height * zoom) + 2 * MARGIN);
  return { height, viewport: { x, y: height / 2 - (bounds.y + bounds.height / 2) * zoom, zoom } };
}
