import { useEffect, type RefObject } from 'react';
import { declareTokens } from '../../../charts/declareTokens.ts';

/** Pixels between the margins of `report.module.css`: 277 and 259 mm, a little less for rounding. */
const ROOM = { a4: 1040, letter: 974 };
/** Smaller is not read. */
const LEAST = 0.6;

/** How much smaller a long sheet must be to stand on one page. */
function fitting(sheet: HTMLElement | null): number {
  if (!sheet) return 1;
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(sheet);
  const height = sheet.offsetHeight - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
  const room = sheet.dataset['paper'] === 'letter' ? ROOM.letter : ROOM.a4;
  return Math.max(LEAST, Math.min(1, room / height));
}

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
      copy.style.setProperty('zoom', String(fitting(sheet.current)));
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
