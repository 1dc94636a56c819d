import { useCallback, useState } from 'react';

/** Where nothing is laid out (tests). */
const WITHOUT_LAYOUT = 640;

/** The pixels that an element has across, known before the first paint. Undefined in the very first render. */
export function useWidth() {
  const [width, setWidth] = useState<number>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => setWidth(element.clientWidth || WITHOUT_LAYOUT);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
