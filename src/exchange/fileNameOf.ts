/** Systems take 255 bytes, a character has up to four, and endings and temporary files need some. */
const LONGEST = 48;
/** Devices on Windows, whatever ending they have. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)\d)$/;

/**
 * A journey's name as a file's, with an ending that begins with a dot: small letters and digits of any script, with dashes between the
 * words, so that it can be typed at any prompt as it is; `journey` for a name without any. The same for every format whose file may be
 * called anything.
 */
export function fileNameOf(name: string, ending: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Variation_Selector}/gu, '');
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const slug = Array.from(words.join('-')).slice(0, LONGEST).join('').replace(/-+$/, '');
  return `${DEVICE.test(slug) ? 'journey-' : ''}${slug || 'journey'}${ending}`;
}
