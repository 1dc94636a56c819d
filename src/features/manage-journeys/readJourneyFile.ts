import type { Translate } from '../../i18n/i18n.ts';
import { MAX_FILE_CHARACTERS, parseJourney } from '../../journey/format.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';

export type ReadFile =
  | { readonly kind: 'journey'; readonly journey: Journey }
  | { readonly kind: 'flowchart'; readonly text: string }
  /** Whoever has its reader reads it. */
  | { readonly kind: 'rehearsal'; readonly text: string }
  /** Of another platform, as far as can be told. */
  | { readonly kind: 'foreign'; readonly text: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const MEGABYTE = 1024 * 1024;
/** A character takes up to three bytes. */
export const MOST_BYTES = 3 * MAX_FILE_CHARACTERS;
const FLOWCHART = /^\s*(---[\s\S]*?---\s*)?(%%[^\n]*\n\s*)*(flowchart|graph)\b/;
const OPENING = 2000;

/** What a file that was chosen or dropped holds. A file too large to be a journey is not even read. */
export async function readJourneyFile(file: File, t: Translate): Promise<ReadFile> {
  if (file.size > MOST_BYTES) {
    const size = Math.ceil(file.size / MEGABYTE);
    const limit = MAX_FILE_CHARACTERS / MEGABYTE;
    return refused('file-too-large', t('manageJourneys.problems.tooLarge', { size, limit }));
  }
  const text = await file
    .text()
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (text instanceof Error) {
    return refused('file-unreadable', t('manageJourneys.problems.unreadable', { words: text.message }));
  }
  if (text.trim() === '') return refused('file-empty', t('manageJourneys.problems.empty'));
  const other = otherKind(file.name, text);
  if (other) return refused(`file-is-${other}`, t(`manageJourneys.problems.${other}`));
  if (FLOWCHART.test(text.slice(0, OPENING))) return { kind: 'flowchart', text };
  if (isRehearsal(file.name, text)) return { kind: 'rehearsal', text };
  if (text.trimStart().startsWith('<')) return { kind: 'foreign', text };
  const parsed = parseJourney(text);
  if (parsed.ok) return { kind: 'journey', journey: parsed.journey };
  const foreign = parsed.problems.some(({ code }) => code === 'not-a-journey');
  return foreign ? { kind: 'foreign', text } : { kind: 'refused', problems: parsed.problems };
}

/** By its name or by what it says of itself. */
function isRehearsal(name: string, text: string): boolean {
  return /\.rehearsal$/i.test(name) || /"format"\s*:\s*"rehearsal"/.test(text.slice(0, OPENING));
}

/** What people drop by mistake, told by name and by what is in it. */
function otherKind(name: string, text: string): 'picture' | 'table' | 'binary' | undefined {
  if (/\.(png|jpe?g|gif|webp|svg|avif|bmp)$/i.test(name)) return 'picture';
  if (/\.(csv|tsv|xlsx?)$/i.test(name)) return 'table';
  return text.slice(0, OPENING).includes('\u0000') ? 'binary' : undefined;
}

function refused(code: string, words: string): ReadFile {
  return { kind: 'refused', problems: [{ code, severity: 'error', words, values: {} }] };
}
