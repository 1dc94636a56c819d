import { useEffect, type RefObject } from 'react';

const INSET = '--notices-inset';

/** While the element is on the page, notices appear inside its bounds: they cover none of the controls around it. */
export function useNoticePlace(element: RefObject<Element | null>): void {
  useEffect(() => {
    const place = element.current;
    if (!place) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const { top, right, bottom, left } = place.getBoundingClientRect();
      style.setProperty(INSET, `${top}px ${innerWidth - right}px ${innerHeight - bottom}px ${left}px`);
    });
    observer.observe(place);
    return () => {
      observer.disconnect();
      style.removeProperty(INSET);
    };
  }, [element]);
}
