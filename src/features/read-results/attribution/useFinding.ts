import { useTranslation } from 'react-i18next';
import { isKnown, tellingRow, type Credits } from './creditRows.ts';
import type { MeasureWords } from './useWords.ts';

interface Found {
  readonly credits: Credits;
  readonly nameOf: (claimant: string) => string;
  readonly words: MeasureWords;
  /** Whether true lift is on its way. */
  readonly isWorking: boolean;
}

/** What was found, in a sentence: the credit that is furthest from the truth. */
export function useFinding({ credits, nameOf, words, isWorking }: Found): string {
  const { t } = useTranslation();
  const row = tellingRow(credits.rows);
  if (!row) return t('attribution.found.uncredited');
  const { truth } = row;
  const said = { claimant: nameOf(row.claimant), credit: words.say(row.credits.last.value) };
  if (!isKnown(truth)) return t(isWorking ? 'attribution.found.waiting' : 'attribution.found.asked', said);
  if (truth.same) return t('attribution.found.none', said);
  if (!truth.certain) return t('attribution.found.luck', said);
  const lift = words.print(Math.abs(truth.by.value));
  return t(truth.by.value > 0 ? 'attribution.found.more' : 'attribution.found.harm', { ...said, lift });
}
