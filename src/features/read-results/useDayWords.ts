import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineDay } from '../../charts/timelineLayout.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** How a day (or the bucket of days that begins with it) is written: short on an axis, whole when it is read. */
export function useDayWords(daysPerBucket: number): (day: string) => TimelineDay {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (day: string) => {
      const date = new Date(`${day}T00:00:00Z`);
      const print = (options: Intl.DateTimeFormatOptions, at = date) =>
        new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(at);
      const long = { weekday: 'long', day: 'numeric', month: 'long' } as const;
      const last = new Date(date.getTime() + (daysPerBucket - 1) * MILLISECONDS_PER_DAY);
      return {
        key: day,
        label: print({ day: 'numeric', month: 'short' }),
        full:
          daysPerBucket === 1
            ? print(long)
            : t('readResults.days', { from: print(long), to: print(long, last) }),
      };
    },
    [t, language, daysPerBucket],
  );
}
