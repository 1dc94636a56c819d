import { type Part, partsOf } from '../../journey/content/placeholders.ts';

/** Two per cent signs begin a piece of AMPscript, wherever they stand: those that are text are put together by one. */
const SIGNS = /%%=Concat\(((?:"%?",?)+)\)=%%/;
const WITH_DEFAULT = /%%=IIF\(EMPTY\(\[([^[\]"%]+)\]\),"((?:[^"]|"")*)",\[\1\]\)=%%/;
const WITHOUT = /%%\[?([^[\]"%=\s]+(?: [^[\]"%=\s]+)*)\]?%%/;
const CALL = new RegExp(
  [SIGNS, WITH_DEFAULT, WITHOUT].map(({ source }) => source.replace('\\1', '\\2')).join('|'),
  'g',
);
/** Names that can stand between brackets. */
const NAME = /^[^[\]"%=\s]+( [^[\]"%=\s]+)*$/;

/** Our placeholders as the platform's personalisation; every other sign stays text. */
export function toAmpscript(text: string): string {
  const parts = partsOf(text).map((part): Part =>
    typeof part === 'string' || NAME.test(part.name) ? part : inBraces(part.name, part.fallback),
  );
  return parts.map((part, index) => said(part, parts[index - 1], parts[index + 1])).join('');
}

function said(part: Part, before: Part | undefined, after: Part | undefined): string {
  if (typeof part === 'string') {
    const [starts, ends] = [isPlace(before), isPlace(after)];
    return part.replaceAll(/%+/g, (signs, at: number) => {
      const touches = (starts && at === 0) || (ends && at + signs.length === part.length);
      if (signs.length === 1 && !touches) return signs;
      return `%%=Concat(${Array.from(signs, () => '"%"').join(',')}${signs.length === 1 ? ',""' : ''})=%%`;
    });
  }
  const { name, fallback } = part;
  if (fallback === undefined) return `%%${name}%%`;
  const plain = fallback.replaceAll(/%(?=%)/g, '% ').replaceAll('"', '""');
  return `%%=IIF(EMPTY([${name}]),"${plain}",[${name}])=%%`;
}

function isPlace(part: Part | undefined): boolean {
  return part !== undefined && typeof part !== 'string';
}

function inBraces(name: string, fallback: string | undefined): string {
  return fallback === undefined ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

/** The same the other way; AMPscript that we do not write stays as it is. */
export function fromAmpscript(text: string): string {
  return text.replaceAll(
    CALL,
    (whole: string, signs?: string, tried?: string, fallback?: string, name?: string) => {
      if (signs !== undefined) return signs.replaceAll(/[^%]/g, '');
      if (tried !== undefined) return inBraces(tried, (fallback ?? '').replaceAll('""', '"'));
      return name === undefined ? whole : inBraces(name, undefined);
    },
  );
}
