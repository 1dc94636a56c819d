import type { Content, Variant } from '../steps/message.ts';

/** What one contact is sent: the content with the texts of its variant, and which one that is. */
export interface ChosenContent {
  readonly content: Content;
  /** Undefined: the original. */
  readonly variant?: Variant;
}

/**
 * The content of one contact (a number from 0). The original is one of those to choose from. A contact keeps its own: the draw hangs on
 * `key` (the send) and the number alone, so another contact, or another send, changes nothing.
 */
export function contentFor(content: Content, contactNumber: number, key: string): ChosenContent {
  const { variants = [] } = content;
  if (variants.length === 0) return { content };
  const shares = variantShares(variants);
  let left = hashOf(key, contactNumber) / 2 ** 32;
  const at = shares.findIndex((share) => (left -= share) < 0);
  const variant = variants[at - 1];
  return variant ? { content: withVariant(content, variant), variant } : { content };
}

/** What a variant does not say itself is the original's. */
export function withVariant(content: Content, { subject, preheader, body }: Variant): Content {
  return {
    ...content,
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(body !== undefined && { body }),
  };
}

/**
 * Shares from 0 to 1 of the original and of each variant. Those without a share divide what the others leave; the original is always one
 * of them. Shares of more than 100 % are scaled down to it.
 */
export function variantShares(variants: readonly Pick<Variant, 'share'>[]): readonly number[] {
  const given = variants.reduce((sum, { share = 0 }) => sum + share, 0);
  const open = 1 + variants.filter(({ share }) => share === undefined).length;
  const whole = Math.max(100, given);
  const rest = (whole - given) / open / whole;
  return [rest, ...variants.map(({ share }) => (share === undefined ? rest : share / whole))];
}

/** FNV-1a over the key (Fowler, Noll and Vo), mixed with the number by `lowbias32` (Wellons, hash-prospector, 2018). */
function hashOf(key: string, number: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return mix32(mix32(hash) ^ mix32(number + 1));
}

function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
