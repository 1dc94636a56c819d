import { useEffect, type RefObject } from 'react';
import { declareTokens } from '../../../charts/declareTokens.ts';

/** While the page is printed, by whatever way, a copy of the sheet stands alone on it; `report.module.css` hides the rest. */
export function usePrintedSheet(sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // Light on screen, too, whatever the page around it is.
    if (sheet.current) declareTokens(sheet.current);
    let copy: HTMLElement | undefined;
    const before = () => {
      copy?.remove();
      const made = sheet.current?.cloneNode(true);
      if (!(made instanceof HTMLElement)) return;
      copy = made;
      copy.dataset['printed'] = 'true';
      declareTokens(copy);
      document.body.append(copy);
    };
    const after = () => {
      copy?.remove();
      copy = undefined;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      after();
    };
  }, [sheet]);
}
