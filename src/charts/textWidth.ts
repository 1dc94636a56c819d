/** The family is that of the page; sizes of charts are in pixels. */
export interface Font {
  readonly size: number;
  readonly weight: number;
}

export const SMALL: Font = { size: 12, weight: 400 };
export const PLAIN: Font = { size: 13, weight: 400 };
export const STRONG: Font = { size: 13, weight: 600 };

/** Where nothing can be measured: about what a letter takes of its size. */
const LETTER = 0.56;

let pen: CanvasRenderingContext2D | null | undefined;
let family = '';

/** How many pixels a text takes. */
export function textWidth(text: string, { size, weight }: Font): number {
  const measuring = ensurePen();
  if (!measuring) return text.length * size * LETTER;
  measuring.font = `${weight} ${size}px ${family}`;
  // Pictures set figures one below the other: every digit is as wide as a nought.
  return measuring.measureText(text.replaceAll(/\d/g, '0')).width;
}

function ensurePen(): CanvasRenderingContext2D | null {
  if (pen === undefined) {
    pen = 'CanvasRenderingContext2D' in globalThis ? document.createElement('canvas').getContext('2d') : null;
    family = getComputedStyle(document.documentElement).fontFamily;
  }
  return pen;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, width: number, font: Font): string {
  if (textWidth(text, font) <= width) return text;
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (textWidth(beginning(letters, middle), font) <= width) fits = middle;
    else over = middle;
  }
  return beginning(letters, fits);
}

const beginning = (letters: readonly string[], count: number) =>
  `${letters.slice(0, count).join('').trimEnd()}…`;

/** The text in lines that fit; a word that is longer than a line is cut. */
export function wrapText(text: string, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, width, font));
  }
  return lines;
}

/** The width of the longest, at most so much. */
export function widest(texts: readonly string[], font: Font, most = Infinity): number {
  return Math.min(most, Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, font)))));
}
