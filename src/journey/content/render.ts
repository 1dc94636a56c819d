import type { Channel } from '../channels.ts';
import type { Content } from '../steps/message.ts';
import { addressesIn, taggedAddress } from './links.ts';
import { COUPON, isFilledLater, isUnsubscribe, partsOf, type Placeholder } from './placeholders.ts';
import { isMarkup, plainText } from './plainText.ts';
import { isSent } from './shownLengths.ts';

/** A stretch of what one contact reads. */
export interface Piece {
  /**
   * `text` of the author; a `value` of the contact, or the `default` for want of one; the `coupon` code; what is filled in `later`, when
   * it is sent; a `gap`: nothing at all.
   */
  readonly kind: 'text' | 'value' | 'default' | 'coupon' | 'later' | 'gap';
  readonly text: string;
  /** Of a placeholder. */
  readonly name?: string;
}

export interface RenderedLink {
  /** As it stands in the text. */
  readonly shown: string;
  readonly address: string;
}

/** Text all over: what looks like markup is shown as it is, or, of an e-mail, without its tags. */
export interface Rendered {
  readonly subject: readonly Piece[];
  readonly preheader: readonly Piece[];
  readonly body: readonly Piece[];
  readonly couponCode: readonly Piece[];
  readonly links: readonly RenderedLink[];
  /** The body was HTML, of which these are the words. */
  readonly stripped: boolean;
}

export type ContactValues = Readonly<Record<string, string>>;

/** What a contact with these values reads of what the channel sends; a value that is missing is not there or blank. */
export function render(
  content: Content,
  values: ContactValues,
  channel: Channel | 'preferred' = 'email',
): Rendered {
  const { subject = '', preheader = '', body = '', couponCode = '', utm = {} } = content;
  const code = piecesOf(couponCode, values, '');
  const fill = (text: string) => piecesOf(text, values, textOf(code));
  const stripped = (channel === 'email' || channel === 'preferred') && isMarkup(body);
  const words = fill(stripped ? plainText(body) : body);
  const tags = Object.fromEntries(Object.entries(utm).map(([key, value]) => [key, textOf(fill(value))]));
  return {
    subject: isSent(channel, 'subject') ? fill(subject) : [],
    preheader: isSent(channel, 'preheader') ? fill(preheader) : [],
    body: words,
    couponCode: code,
    links: linksIn(words, tags),
    stripped,
  };
}

/** The same as one line of text. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ kind, text }) => (kind === 'gap' || kind === 'later' ? '' : text)).join('');
}

function piecesOf(text: string, values: ContactValues, couponCode: string): readonly Piece[] {
  return partsOf(text).map((part) =>
    typeof part === 'string' ? { kind: 'text', text: part } : pieceFor(part, values, couponCode),
  );
}

function pieceFor({ name, fallback }: Placeholder, values: ContactValues, couponCode: string): Piece {
  if (name === COUPON && couponCode !== '') return { kind: 'coupon', text: couponCode, name };
  const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
  if (value.trim() !== '') return { kind: 'value', text: value, name };
  if (fallback !== undefined && fallback.trim() !== '')
    return { kind: 'default', text: fallback.trim(), name };
  return { kind: isFilledLater(name) && fallback === undefined ? 'later' : 'gap', text: '', name };
}

/** Addresses in the text, and those that are filled in later; nobody counts who unsubscribes by the tags of a link. */
function linksIn(body: readonly Piece[], tags: Readonly<Record<string, string>>): readonly RenderedLink[] {
  const written = addressesIn(textOf(body)).map((shown) => ({
    shown,
    address: taggedAddress(shown, tags),
  }));
  const later = body.flatMap(({ kind, name = '' }) =>
    kind === 'later' && !isUnsubscribe(name) ? [`{{${name}}}`] : [],
  );
  return [
    ...written,
    ...[...new Set(later)].map((shown) => ({ shown, address: taggedAddress(shown, tags) })),
  ];
}
