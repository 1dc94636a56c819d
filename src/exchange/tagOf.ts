const LONGEST = 60;

/** Words as a tag: small letters and digits of any script, with dashes between them; `tag` for words without any. */
export function tagOf(words: string): string {
  const tag = words
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return Array.from(tag).slice(0, LONGEST).join('').replace(/-+$/, '') || 'tag';
}
