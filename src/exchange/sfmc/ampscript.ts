import { partsOf } from '../../journey/content/placeholders.ts';

/** Two per cent signs begin a piece of AMPscript, wherever they stand. */
const SIGNS = '%%=Concat("%","%")=%%';
const CALL =
  /%%=Concat\("%","%"\)=%%|%%=IIF\(EMPTY\(\[([^[\]"%]+)\]\),"((?:[^"]|"")*)",\[\1\]\)=%%|%%\[?([^[\]"%=\s]+(?: [^[\]"%=\s]+)*)\]?%%/g;
/** Names that can stand between brackets. */
const NAME = /^[^[\]"%=\s]+( [^[\]"%=\s]+)*$/;

/** Our placeholders as the platform's personalisation; every other sign stays text. */
export function toAmpscript(text: string): string {
  const parts = partsOf(text).map((part) => {
    if (typeof part === 'string') return plain(part);
    const { name, fallback } = part;
    if (!NAME.test(name)) return plain(fallback === undefined ? `{{${name}}}` : `{{${name}|${fallback}}}`);
    if (fallback === undefined) return `%%${name}%%`;
    const said = plain(fallback) === fallback ? fallback : fallback.replaceAll('%%', '% %');
    return `%%=IIF(EMPTY([${name}]),"${said.replaceAll('"', '""')}",[${name}])=%%`;
  });
  return parts.join('');
}

function plain(text: string): string {
  return text.replaceAll('%%', SIGNS);
}

/** The same the other way; AMPscript that we do not write stays as it is. */
export function fromAmpscript(text: string): string {
  return text.replaceAll(CALL, (whole: string, tried?: string, fallback?: string, name?: string) => {
    if (whole === SIGNS) return '%%';
    if (tried !== undefined) return `{{${tried}|${(fallback ?? '').replaceAll('""', '"')}}}`;
    return name === undefined ? whole : `{{${name}}}`;
  });
}
