import { readCalibration } from '../../../compile/response/readCalibration.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Calibration } from '../../../journey/calibration.ts';
import type { Policies } from '../../../journey/policies.ts';
import { parsePolicies } from '../../../journey/readPolicies.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

export type ReadSettings =
  | { readonly kind: 'policies'; readonly policies: Policies }
  | { readonly kind: 'rates'; readonly calibration: Calibration }
  /** Nothing was read: why, a sentence each. */
  | { readonly kind: 'refused'; readonly words: readonly string[] };

const MOST_BYTES = 1024 * 1024;
const RATES: ReadonlySet<string> = new Set(['opened', 'clicked', 'converted', 'channels', 'common']);

/** The file that `rehearse simulate --policies` reads. */
export function policiesText(policies: Policies): string {
  return textOf({ format: 'rehearsal-policies', version: 1, ...policies });
}

/** The file that `rehearse simulate --response` reads. */
export function ratesText(calibration: Calibration): string {
  return textOf(calibration);
}

function textOf(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** What a file that was chosen or dropped holds. One too large to be settings is not even read. */
export async function readSettingsFile(file: File, t: Translate): Promise<ReadSettings> {
  if (file.size > MOST_BYTES) return refused(t('settings.files.tooLarge'));
  try {
    return readSettings(await file.text(), t);
  } catch (error) {
    const words = wordsOf(error);
    return refused(t('settings.files.unreadable', { words }));
  }
}

/**
 * Which of the two files it is, its first fields say; what is neither is told what policies must be. An object without any field is what
 * rates are saved as when all are benchmarks: saved policies always have fields.
 */
function readSettings(text: string, t: Translate): ReadSettings {
  if (text.trim() === '') return refused(t('settings.files.empty'));
  if (text.includes('\u0000')) return refused(t('settings.files.binary'));
  const fields = fieldsOf(text);
  if (fields?.['format'] === 'rehearsal-journey') return refused(t('settings.files.journey'));
  if (fields && isRates(fields)) {
    const read = readCalibration(fields);
    return read.ok ? { kind: 'rates', calibration: read.calibration } : refused(`${read.problem.words}.`);
  }
  const parsed = parsePolicies(text);
  if (parsed.ok) return { kind: 'policies', policies: parsed.policies };
  return refused(...parsed.problems.map(({ words }) => words));
}

/** The fields of a JSON object; undefined for any other text. */
function fieldsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isRates(fields: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(fields);
  return names.length === 0 || (fields['format'] === undefined && names.some((name) => RATES.has(name)));
}

function refused(...words: readonly string[]): ReadSettings {
  return { kind: 'refused', words };
}
