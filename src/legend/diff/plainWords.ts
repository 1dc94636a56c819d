import type { Side } from './side.ts';

/** Longer texts are cut: a list of changes is read, not studied. */
const LONGEST = 80;
const MOST_ITEMS = 6;
const DEEPEST = 3;

export function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Two texts cut to where they differ, so that two long ones do not look alike. */
export function clippedPair(before: string, after: string): readonly [string, string] {
  if (before.length <= LONGEST && after.length <= LONGEST) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same < LONGEST / 2 ? 0 : same - 20;
  const cut = (text: string) => (from === 0 ? clipped(text) : `…${clipped(text.slice(from))}`);
  return [cut(before), cut(after)];
}

type PlainSide = Pick<Side, 't' | 'format'>;

/** Any value in words that end soon, however large it is. */
export function plainWords(value: unknown, side: PlainSide, depth = 0): string {
  const { t, format } = side;
  if (value === undefined || value === null) return t('versions.none');
  if (typeof value === 'boolean') return t(value ? 'versions.yes' : 'versions.no');
  if (typeof value === 'number') return format.number(value, 6);
  if (typeof value === 'string') return quoted(value, side);
  if (typeof value !== 'object') return t('versions.none');
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return t('versions.none');
  if (depth >= DEEPEST) return t('versions.items', { count: entries.length });
  const shown = entries.slice(0, MOST_ITEMS).map(([key, part]) => {
    const words = plainWords(part, side, depth + 1);
    return list ? words : t('versions.pair', { label: readable(key), value: words });
  });
  return withRest(shown, entries.length, side);
}

export function quoted(text: string, { t }: Pick<Side, 't'>): string {
  return text === '' ? t('versions.emptyText') : t('versions.quoted', { text: clipped(text) });
}

/** The first few of many. */
export function withRest(
  shown: readonly string[],
  count: number,
  { t }: Pick<Side, 't'>,
  separator = ', ',
): string {
  const few = shown.slice(0, MOST_ITEMS);
  const words = few.join(separator);
  return few.length < count ? t('versions.more', { shown: words, count: count - few.length }) : words;
}

/** A key of the document as words: `spreadMinutes` → “Spread minutes”. */
export function readable(key: string): string {
  const words = clipped(key)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
