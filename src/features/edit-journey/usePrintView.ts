import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { getViewportForBounds, useReactFlow, type Viewport } from '@xyflow/react';

/** What a landscape page has room for beside its margins, as Canvas.module.css lays it out. */
const PAGE = { width: 1000, height: 560 };

/** On paper the whole journey is seen, whatever the screen shows; afterwards the screen is as it was. True while it is printed. */
export function usePrintView(): boolean {
  const [printing, setPrinting] = useState(false);
  const flow = useReactFlow();
  useEffect(() => {
    let before: Viewport | undefined;
    const fit = () => {
      // The page is taken as it is when this returns.
      flushSync(() => setPrinting(true));
      before = flow.getViewport();
      const bounds = flow.getNodesBounds(flow.getNodes());
      void flow.setViewport(getViewportForBounds(bounds, PAGE.width, PAGE.height, 0.05, 1, 0.04));
    };
    const restore = () => {
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
