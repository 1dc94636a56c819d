import type { Translate } from '../i18n/i18n.ts';

/** The longest name, tag or other line. */
const LONGEST_LINE = 1000;
/** The longest text the document takes. */
export const LONGEST_TEXT = 10_000;

type Complain = (text: string) => string | undefined;

/** Anything up to a length. */
export function shortText(t: Translate, max = LONGEST_LINE): Complain {
  return (text) => (text.length > max ? t('ui.text.tooLong', { max, length: text.length }) : undefined);
}

/** Something, up to a length. */
export function requiredText(t: Translate, missing: string = t('ui.text.missing')): Complain {
  const long = shortText(t);
  return (text) => (text.trim() === '' ? missing : long(text));
}
