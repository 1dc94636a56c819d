import { tagOf } from '../tagOf.ts';

/** Of a segment that is known by its number only. */
export function segmentTag(id: string): string {
  return tagOf(`segment ${id}`);
}

/** The texts and numbers of a list, or of one that is written as an object of numbered keys. */
export function texts(value: unknown): readonly string[] {
  const all: readonly unknown[] =
    typeof value === 'object' && value !== null ? Object.values(value) : value === undefined ? [] : [value];
  return all.flatMap((item) =>
    (typeof item === 'string' && item !== '') || typeof item === 'number' ? [String(item).slice(0, 500)] : [],
  );
}
