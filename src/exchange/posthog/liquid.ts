import { partsOf, type Placeholder } from '../../journey/content/placeholders.ts';

/** What PostHog puts in itself. */
const UNSUBSCRIBE = 'unsubscribe_url';
const PLAIN_NAME = /^[A-Za-z_]\w*$/;

/** Signs that would begin something of Liquid’s. A brace before one of its marks would be read as a part of it. */
const MARKS = /\{\{|\{%|\{$/g;
const RAW_MARK = /\{% raw %\}(\{\{|\{%|\{)\{% endraw %\}/g;

/**
 * A text as a Liquid template: `{{plan|free}}` becomes `{{ person.properties.plan | default: "free" }}`, and everything else stays text.
 * `coupon`: the variable of the workflow that holds the code.
 */
export function liquidOf(text: string, coupon?: string): string {
  const parts = partsOf(text);
  return parts
    .map((part, index) => {
      if (typeof part !== 'string') return outputOf(part, coupon);
      const raw = index < parts.length - 1 ? part : `${part} `;
      const escaped = raw.replaceAll(MARKS, '{% raw %}$&{% endraw %}');
      return index < parts.length - 1 ? escaped : escaped.slice(0, -1);
    })
    .join('');
}

function outputOf({ name, fallback }: Placeholder, coupon: string | undefined): string {
  if (name === 'coupon' && coupon !== undefined && fallback === undefined) return `{{ variables.${coupon} }}`;
  if (name === UNSUBSCRIBE && fallback === undefined) return `{{ ${UNSUBSCRIBE} }}`;
  const value = PLAIN_NAME.test(name) ? `person.properties.${name}` : `person.properties[${quoted(name)}]`;
  return fallback === undefined ? `{{ ${value} }}` : `{{ ${value} | default: ${quoted(fallback)} }}`;
}

/** Liquid’s texts know no escapes: a text with both kinds of quotes loses one of them. */
function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? `"${text.replaceAll('"', '”')}"` : `'${text}'`;
}

const OUTPUT =
  /\{\{-?\s*(?:person\.properties(?:\.([A-Za-z_]\w*)|\[(?:"([^"{}]*)"|'([^'{}]*)')\])(?:\s*\|\s*default:\s*(?:"([^"{}]*)"|'([^'{}]*)'))?|(unsubscribe_url)|variables\.(\w+))\s*-?\}\}/g;

export interface ReadText {
  readonly text: string;
  /** The first thing of Liquid’s that is not a placeholder of ours; it stays in the text. */
  readonly foreign?: string;
}

/** The way back. `coupon`: the variable that holds the code. */
export function readLiquid(template: string, coupon?: string): ReadText {
  const foreign = /\{%(?! (?:raw|endraw) %\})[^%]{0,40}|\{\{-?[^{}]{0,60}\}\}/g;
  const pieces = template.split(RAW_MARK);
  // What `split` captured stands at the odd places.
  const read = pieces.map((piece, index) =>
    index % 2 === 1
      ? piece
      : piece.replaceAll(OUTPUT, (whole, ...found) => placeholder(whole, found, coupon)),
  );
  const strange = pieces
    .filter((_, index) => index % 2 === 0)
    .flatMap((piece) => piece.replaceAll(OUTPUT, '').match(foreign) ?? [])[0];
  return { text: read.join(''), ...(strange !== undefined && { foreign: strange.slice(0, 60) }) };
}

function placeholder(whole: string, found: readonly unknown[], coupon: string | undefined): string {
  const [plain, double, single, defaultDouble, defaultSingle, unsubscribe, variable] = found.map((part) =>
    typeof part === 'string' ? part : undefined,
  );
  if (unsubscribe !== undefined) return `{{${unsubscribe}}}`;
  if (variable !== undefined) return variable === coupon ? '{{coupon}}' : whole;
  const name = plain ?? double ?? single ?? '';
  const fallback = defaultDouble ?? defaultSingle;
  return fallback === undefined ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

/** A text within a Hog template, where a brace begins an expression. */
export function hogText(text: string): string {
  return text.replaceAll(/[\\{]/g, '\\$&');
}

/** Undefined: it has expressions. */
export function readHogText(template: string): string | undefined {
  return /(?<!\\)(?:\\\\)*\{/.test(template) ? undefined : template.replaceAll(/\\([\\{])/g, '$1');
}
