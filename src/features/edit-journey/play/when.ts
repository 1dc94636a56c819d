import type { Playback } from '../../../analytics/playback.ts';
import { MINUTES_PER_DAY } from '../../../journey/units.ts';

/** A minute of the run as the journey's clock shows it. */
export interface When {
  readonly date: (minute: number) => string;
  /** 1 on the first day; the run's last minute is of its last day. */
  readonly day: (minute: number) => number;
  readonly days: number;
}

export function whenOf({ epoch, endMinute }: Playback, zone: string, language: string): When {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const print = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const days = Math.max(1, Math.ceil(endMinute / MINUTES_PER_DAY));
  return {
    date: (minute) => print.format((epoch + minute) * 60_000),
    day: (minute) => Math.min(days, Math.floor(minute / MINUTES_PER_DAY) + 1),
    days,
  };
}
