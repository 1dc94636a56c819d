import '../../i18n/takeWords.ts';
import { i18n, type Translate } from '../../i18n/i18n.ts';
import { formatsFor } from '../../i18n/useFormat.ts';
import { MAX_FILE_CHARACTERS, parseJourney } from '../../journey/format.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { decodeText } from './decodeText.ts';

export type ReadFile =
  | { readonly kind: 'journey'; readonly journey: Journey }
  | { readonly kind: 'flowchart'; readonly text: string }
  /** Whoever has its reader reads it. */
  | { readonly kind: 'rehearsal'; readonly text: string }
  /** Of another platform, as far as can be told. */
  | { readonly kind: 'foreign'; readonly text: string }
  /** A `.zip`, which holds whatever it holds. */
  | { readonly kind: 'archive'; readonly bytes: Uint8Array }
  | Refusal;

export interface Refusal {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
}

const MEGABYTE = 1024 * 1024;
/** A character takes up to three bytes. */
const MOST_BYTES = 3 * MAX_FILE_CHARACTERS;
const FLOWCHART = /^\s*(---[\s\S]*?---\s*)?(%%[^\n]*\n\s*)*(flowchart|graph)\b/;
const OPENING = 2000;

/** What a file that was chosen or dropped holds. A file too large to be a journey is not even read. */
export async function readJourneyFile(file: File, t: Translate): Promise<ReadFile> {
  if (file.size > MOST_BYTES) {
    const size = formatsFor(i18n.language).number(Math.ceil(file.size / MEGABYTE));
    const limit = MAX_FILE_CHARACTERS / MEGABYTE;
    return refused('file-too-large', t('takeToPlatform.notRead.tooLarge', { size, limit }));
  }
  return file.arrayBuffer().then(
    (buffer) => readJourneyBytes(file.name, new Uint8Array(buffer), t),
    (error: unknown) =>
      refused('file-unreadable', t('takeToPlatform.notRead.unreadable', { words: wordsOf(error) })),
  );
}

/** The same of a file's bytes, wherever they come from. */
export function readJourneyBytes(name: string, bytes: Uint8Array, t: Translate): ReadFile {
  if (bytes.length === 0) return refused('file-empty', t('takeToPlatform.notRead.empty'));
  const other = otherKind(name, bytes);
  if (other) return refused(`file-is-${other}`, t(`takeToPlatform.notRead.${other}`));
  if (beginsWith(bytes, ZIP)) return { kind: 'archive', bytes };
  const text = decodeText(bytes);
  if (text === undefined)
    return refused('file-not-utf-8', t('takeToPlatform.notRead.encoding', { name: shortened(name) }));
  if (text.trim() === '') return refused('file-empty', t('takeToPlatform.notRead.empty'));
  if (FLOWCHART.test(text.slice(0, OPENING))) return { kind: 'flowchart', text };
  if (isRehearsal(name, text)) return { kind: 'rehearsal', text };
  if (text.trimStart().startsWith('<')) return { kind: 'foreign', text };
  const parsed = parseJourney(text);
  if (parsed.ok) return { kind: 'journey', journey: parsed.journey };
  const foreign = parsed.problems.some(({ code }) => code === 'not-a-journey');
  return foreign ? { kind: 'foreign', text } : { kind: 'refused', problems: parsed.problems };
}

/** A name in a sentence. */
export function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

const LONGEST_NAME = 80;

/** By its name or by what it says of itself. */
function isRehearsal(name: string, text: string): boolean {
  return /\.rehearsal$/i.test(name) || /"format"\s*:\s*"rehearsal"/.test(text.slice(0, OPENING));
}

const ZIP = [0x50, 0x4b, 3, 4];
/** The byte order marks of UTF-16, whose letters have zeros in them. */
const MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** What people drop by mistake, told by name and by what is in it. */
function otherKind(name: string, bytes: Uint8Array): 'picture' | 'table' | 'binary' | undefined {
  if (/\.(png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(name)) return 'picture';
  if (/\.(csv|tsv|xlsx?)$/i.test(name)) return 'table';
  if ([ZIP, ...MARKS].some((mark) => beginsWith(bytes, mark))) return undefined;
  return bytes.subarray(0, OPENING).includes(0) ? 'binary' : undefined;
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

export function refused(code: string, words: string): Refusal {
  return { kind: 'refused', problems: [{ code, severity: 'error', words, values: {} }] };
}
