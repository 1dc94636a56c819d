import {
  isFilledLater,
  isUnsubscribe,
  partsOf,
  type Placeholder,
} from '../../journey/content/placeholders.ts';
import { isPlain } from './properties.ts';

/** What begins something in a template; said as itself it must not. */
const OPENERS = /\{\{|\{%|\{#/g;
const UNSUBSCRIBE = 'unsubscribe_url';

/**
 * A text as Klaviyo's templates say it: `{{city|your city}}` becomes `{{ person|lookup:'city'|default:'your city' }}`, the coupon its code;
 * braces that are not a placeholder stay braces. `inJson`: the text will stand within JSON, where quotes inside a tag would end it.
 */
export function toTemplate(text: string, { couponCode = '', inJson = false } = {}): string {
  const parts = partsOf(text).map((part) => {
    if (typeof part === 'string') return part.replace(OPENERS, "{{ '$&' }}");
    return part.name === 'coupon' && couponCode !== ''
      ? toTemplate(couponCode, { inJson })
      : tag(part, inJson);
  });
  return parts.join('');
}

function tag({ name, fallback }: Placeholder, inJson: boolean): string {
  if (name === UNSUBSCRIBE && fallback === undefined) return '{% unsubscribe_link %}';
  const from = isFilledLater(name) && !isUnsubscribe(name) ? 'event' : 'person';
  const looked = isPlain(name) ? name : `${from}|lookup:${quoted(name, inJson)}`;
  return `{{ ${looked}${fallback === undefined ? '' : `|default:${quoted(fallback, inJson)}`} }}`;
}

function quoted(text: string, inJson: boolean): string {
  if (inJson) return `'${text.replace(/['"]/g, '’').replace(/\\/g, '/')}'`;
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

const STRING = String.raw`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`;
const TAGS = new RegExp(
  [
    String.raw`\{\{\s*(?<braces>'\{[{%#]')\s*\}\}`,
    String.raw`(?<unsubscribe>\{%\s*unsubscribe_link\s*%\})`,
    String.raw`\{\{\s*(?:person|event)\s*\|\s*lookup:\s*(?<looked>${STRING})\s*(?:\|\s*default:\s*(?<otherwise>${STRING})\s*)?\}\}`,
    String.raw`\{\{\s*(?:person\.|event\.)?(?<plain>[A-Za-z_]\w*)\s*(?:\|\s*default:\s*(?<instead>${STRING})\s*)?\}\}`,
  ].join('|'),
  'g',
);

/** A text of a template with our placeholders; what has no counterpart stays as it stands. */
export function fromTemplate(text: string): string {
  return text.replace(TAGS, (...match: unknown[]) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const { braces, unsubscribe, looked, otherwise, plain, instead } = groups;
    if (braces !== undefined) return braces.slice(1, -1);
    if (unsubscribe !== undefined) return `{{${UNSUBSCRIBE}}}`;
    const name = looked === undefined ? (plain ?? '') : unquoted(looked);
    const fallback = looked === undefined ? instead : otherwise;
    return `{{${name}${fallback === undefined ? '' : `|${unquoted(fallback)}`}}}`;
  });
}

function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, '$1');
}
