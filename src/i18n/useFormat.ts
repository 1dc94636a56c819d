import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format.ts';

/** The formats of format.ts in the language of the page. */
export function formatsFor(locale: string) {
  return {
    number: (value: number, decimals?: number) => format.formatNumber(locale, value, decimals),
    list: (words: readonly string[]) => format.formatList(locale, words),
    compact: (value: number) => format.formatCompact(locale, value),
    rate: (share: number) => format.formatRate(locale, share),
    chance: (chance: number) => format.formatChance(locale, chance),
    money: (amount: number, currency: string) => format.formatMoney(locale, amount, currency),
    moneyCompact: (amount: number, currency: string) => format.formatMoneyCompact(locale, amount, currency),
    duration: (wholeMinutes: number) => format.formatDuration(locale, wholeMinutes),
    wait: (seconds: number) => format.formatWait(locale, seconds),
    ago: (seconds: number) => format.formatAgo(locale, seconds),
    instant: (milliseconds: number) => format.formatInstant(locale, milliseconds),
  };
}

export type Formats = ReturnType<typeof formatsFor>;

export function useFormat(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(i18n.language), [i18n.language]);
}
