import { utmKey, type UtmPart } from '../../../journey/utm.ts';
import type { Content, Variant } from '../../../journey/steps/message.ts';
import { put } from '../../../forms/optional.ts';
import type { SendDetails } from '../inspectors/send/sendForm.ts';

export type TextField = 'subject' | 'preheader' | 'body' | 'couponCode';

/** Without any content there is no `content` at all. */
export function withContent<S extends SendDetails>(send: S, content: Content): S {
  return put(send, 'content', Object.keys(content).length === 0 ? undefined : content);
}

export function withText(content: Content, field: TextField, text: string): Content {
  return put(content, field, text === '' ? undefined : text);
}

export function withUtm(content: Content, part: UtmPart, text: string): Content {
  const utm = put<Record<string, string>, string>(
    { ...content.utm },
    utmKey(part),
    text === '' ? undefined : text,
  );
  return put(content, 'utm', Object.keys(utm).length === 0 ? undefined : utm);
}

/** The variant in the place of the one with its id. */
export function withVariantChanged(content: Content, variant: Variant): Content {
  const variants = content.variants?.map((one) => (one.id === variant.id ? variant : one));
  return put(content, 'variants', variants);
}

export function withoutVariant(content: Content, id: string): Content {
  const variants = (content.variants ?? []).filter((variant) => variant.id !== id);
  return put(content, 'variants', variants.length === 0 ? undefined : variants);
}

const LETTERS = 'bcdefghijklmnopqrstuvwxyz';

/** A letter that no variant has for its id: the original is A. */
export function freeLetter({ variants = [] }: Content): string {
  return Array.from(LETTERS).find((letter) => variants.every(({ id }) => id !== letter)) ?? 'z';
}
