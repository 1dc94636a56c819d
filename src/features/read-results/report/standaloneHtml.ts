import { declareTokens } from '../../../charts/declareTokens.ts';
import { resolveStyles } from '../../../charts/resolveStyles.ts';

/** What a page is made of; each is written as a value, so that no style sheet is needed. */
const PROPERTIES = [
  ...['display', 'grid-template-columns', 'grid-column', 'flex', 'flex-wrap', 'flex-direction', 'gap'],
  ...['align-items', 'justify-content', 'column-count', 'column-gap', 'break-inside', 'margin', 'padding'],
  ...['border-top', 'border-right', 'border-bottom', 'border-left', 'border-radius', 'border-collapse'],
  ...['background-color', 'color', 'font-family', 'font-size', 'font-weight', 'font-variant-numeric'],
  ...['line-height', 'letter-spacing', 'text-align', 'vertical-align', 'white-space', 'list-style-type'],
  'overflow-wrap',
];
/** Without these a page is the same, and says nothing of this one. */
const FOR_THE_PAGE = ['class', 'id', 'tabindex', 'inert', 'data-sheet', 'data-paper'];

/**
 * The sheet as one file that needs nothing: every style a value, drawings inside, no script, nothing fetched, light whatever the page is.
 * It is put together inside the page for a moment, where its styles apply.
 */
export function standaloneHtml(
  sheet: HTMLElement,
  { title, language, workshop: workshopClass }: { title: string; language: string; workshop: string },
): string {
  const workshop = document.createElement('div');
  workshop.className = workshopClass;
  declareTokens(workshop);
  const copy = sheet.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error('a copy of an element is none');
  workshop.append(copy);
  sheet.after(workshop);
  try {
    for (const passing of copy.querySelectorAll('[data-unsaved]')) passing.remove();
    for (const drawing of copy.querySelectorAll<SVGSVGElement>('svg[data-picture]')) resolveStyles(drawing);
    writeStyles(copy);
    return documentAround(copy, title, language);
  } finally {
    workshop.remove();
  }
}

/** First read, then written: what is written to one must not be read from the next. */
function writeStyles(root: HTMLElement): void {
  const elements = [root, ...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element instanceof HTMLElement,
  );
  const read = elements.map((element) => {
    const computed = getComputedStyle(element);
    return PROPERTIES.map((name) => [name, computed.getPropertyValue(name)] as const);
  });
  elements.forEach((element, at) => {
    for (const name of FOR_THE_PAGE) element.removeAttribute(name);
    element.removeAttribute('style');
    for (const [name, value] of read[at] ?? []) element.style.setProperty(name, value);
  });
}

function documentAround(sheet: HTMLElement, title: string, language: string): string {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = language;
  const meta = (attributes: Readonly<Record<string, string>>) => {
    const element = page.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    page.head.prepend(element);
  };
  meta({ name: 'color-scheme', content: 'light' });
  meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' });
  meta({ charset: 'utf-8' });
  page.body.style.cssText = 'margin: 24px auto; width: 766px; background: #fff';
  page.body.append(page.importNode(sheet, true));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}\n`;
}
