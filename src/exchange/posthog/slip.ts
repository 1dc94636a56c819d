/**
 * What PostHog has no field for stands in the last line of an action’s description, `Rehearsal: ranked; exits=yes,no`: people can read
 * it, and importing the file finds it again. Texts are percent-encoded, so none can end a list. Words without texts are there or not.
 */
export type Slip = Readonly<Record<string, readonly string[]>>;

const LABEL = 'Rehearsal: ';
const WORD = /^[a-z]{1,20}$/i;

/** A note of a person, then the line, if there is something to say. */
export function describe(note: string | undefined, slip: Slip): string {
  const parts = Object.entries(slip).map(([word, texts]) =>
    texts.length === 0 ? word : `${word}=${texts.map(encoded).join(',')}`,
  );
  const line = parts.length > 0 ? LABEL + parts.join('; ') : '';
  return [note ?? '', line].filter((part) => part !== '').join('\n');
}

export interface Described {
  readonly note: string;
  readonly slip: Slip;
}

/** A last line that does not read as one is a person’s words. */
export function readDescription(description: unknown): Described {
  if (typeof description !== 'string') return { note: '', slip: {} };
  const start = description.lastIndexOf('\n') + 1;
  const line = description.slice(start);
  const slip = line.startsWith(LABEL) ? parse(line.slice(LABEL.length)) : undefined;
  if (!slip) return { note: description, slip: {} };
  return { note: description.slice(0, Math.max(0, start - 1)), slip };
}

function parse(line: string): Slip | undefined {
  const entries = line.split('; ').map((part) => {
    const at = part.indexOf('=');
    return at === -1 ? { word: part } : { word: part.slice(0, at), list: part.slice(at + 1) };
  });
  try {
    const read = entries.map(({ word, list }): [string, readonly string[]] => [
      word,
      list === undefined ? [] : list.split(',').map(decodeURIComponent),
    ]);
    return read.every(([word]) => WORD.test(word)) ? Object.fromEntries(read) : undefined;
  } catch {
    return undefined;
  }
}

/** Half an emoji has no code. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The one text of a word; undefined where the word is not there. */
export function textOf(slip: Slip, word: string): string | undefined {
  return Object.hasOwn(slip, word) ? slip[word]?.[0] : undefined;
}

/** A whole number, which may be negative. */
export function numberOf(slip: Slip, word: string): number | undefined {
  const text = textOf(slip, word);
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export function says(slip: Slip, word: string): boolean {
  return Object.hasOwn(slip, word);
}
