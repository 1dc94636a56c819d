import { declareTokens } from './declareTokens.ts';
import { resolveStyles } from './resolveStyles.ts';
import { PLAIN, SMALL, wrapText, type Font } from './textWidth.ts';
import styles from './ChartFrame.module.css';

/** What a saved picture says beside its drawing. */
export interface PictureWords {
  readonly title: string;
  readonly note?: string | undefined;
  /** What the figures rest on. */
  readonly about?: string | undefined;
}

export interface SavedPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SPACE = 24;
const GAP = 16;
const LEAST = 360;
const TITLE: Font = { size: 16, weight: 600 };
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * The drawings inside an element as one file that needs nothing: words drawn in, every colour and font a value, light whatever the page is.
 * It is put together inside the page for a moment, where the styles of charts apply.
 */
export function savedPicture(from: HTMLElement, words: PictureWords): SavedPicture {
  const drawings = [...from.querySelectorAll<SVGSVGElement>('svg[data-picture]')];
  const width = Math.max(LEAST, ...drawings.map(across));
  const workshop = document.createElement('div');
  workshop.className = styles.workshop ?? '';
  declareTokens(workshop);
  const picture = element('svg', {});
  workshop.append(picture);
  from.append(workshop);
  try {
    const height = compose(picture, { drawings, words, width });
    const size = { width: width + 2 * SPACE, height: Math.ceil(height) };
    setAll(picture, { xmlns: NAMESPACE, ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'img' });
    resolveStyles(picture);
    return { svg: new XMLSerializer().serializeToString(picture), ...size };
  } finally {
    workshop.remove();
  }
}

interface Composition {
  readonly drawings: readonly SVGSVGElement[];
  readonly words: PictureWords;
  readonly width: number;
}

/** One below the other: title, note, drawings, about. Returns the height. */
function compose(picture: SVGElement, { drawings, words, width }: Composition): number {
  const name = element('title', {});
  name.textContent = words.title;
  picture.append(name, element('rect', { width: '100%', height: '100%', fill: 'var(--surface-raised)' }));
  let y = SPACE;
  const write = (text: string | undefined, font: Font, fill: string) => {
    for (const line of wrapText(text ?? '', width, font)) {
      y += font.size * 1.5;
      picture.append(textLine(line, { x: SPACE, y: y - font.size * 0.45, font, fill }));
    }
  };
  write(words.title, TITLE, 'var(--text)');
  write(words.note, PLAIN, 'var(--text-soft)');
  y += GAP;
  for (const drawing of drawings) {
    picture.append(placed(drawing, y));
    y += down(drawing) + GAP;
  }
  write(words.about, SMALL, 'var(--text-soft)');
  return y + SPACE;
}

/** A drawing as it is shown, without what shows where the pointer is. */
function placed(drawing: SVGSVGElement, y: number): SVGSVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of an svg element is none');
  for (const passing of copy.querySelectorAll('[data-unsaved]')) passing.remove();
  for (const attribute of ['role', 'aria-label', 'hidden']) copy.removeAttribute(attribute);
  setAll(copy, { x: SPACE, y, overflow: 'visible' });
  return copy;
}

function textLine(
  text: string,
  {
    x,
    y,
    font,
    fill,
  }: { readonly x: number; readonly y: number; readonly font: Font; readonly fill: string },
): SVGElement {
  const line = element('text', { x, y, fill, 'font-size': font.size, 'font-weight': font.weight });
  line.textContent = text;
  return line;
}

const across = (drawing: SVGElement) => Number(drawing.getAttribute('width') ?? 0);
const down = (drawing: SVGElement) => Number(drawing.getAttribute('height') ?? 0);

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  if (!(made instanceof SVGElement)) throw new Error(`no SVG element: ${name}`);
  setAll(made, attributes);
  return made;
}

function setAll(target: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
}
