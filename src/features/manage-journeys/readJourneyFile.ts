import type { Translate } from '../../i18n/i18n.ts';
import { MAX_FILE_CHARACTERS, parseJourney, type ParsedJourney } from '../../journey/format.ts';

const MEGABYTE = 1024 * 1024;

/** A journey from a file that was chosen or dropped. A file too large to be one is not even read. */
export async function readJourneyFile(file: File, t: Translate): Promise<ParsedJourney> {
  const refuse = (code: string, words: string): ParsedJourney => ({
    ok: false,
    problems: [{ code, severity: 'error', words, values: {} }],
  });
  // A character takes up to three bytes.
  if (file.size > 3 * MAX_FILE_CHARACTERS) {
    const size = Math.ceil(file.size / MEGABYTE);
    const limit = MAX_FILE_CHARACTERS / MEGABYTE;
    return refuse('file-too-large', t('manageJourneys.problems.tooLarge', { size, limit }));
  }
  try {
    return parseJourney(await file.text());
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return refuse('file-unreadable', t('manageJourneys.problems.unreadable', { words }));
  }
}
