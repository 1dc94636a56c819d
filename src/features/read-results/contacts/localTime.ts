const MILLISECONDS_PER_MINUTE = 60_000;

/** Minutes of a run as a contact's clock shows them. */
export interface LocalTime {
  readonly zone: string;
  /** Whether it is hers; else the journey's. */
  readonly own: boolean;
  readonly print: (minute: number) => string;
  /** In few words: day of the week and time, or the date and time. */
  readonly printWeekday: (minute: number) => string;
  readonly printDate: (minute: number) => string;
}

interface Clock {
  /** Minutes from 1970 to minute 0. */
  readonly epoch: number;
  readonly zone: string | undefined;
  readonly journeyZone: string;
  readonly language: string;
}

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const WEEKDAY = { weekday: 'short', ...TIME } as const;
const DATE = { day: 'numeric', month: 'short', ...TIME } as const;

export function localTime({ epoch, zone, journeyZone, language }: Clock): LocalTime {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const own = zone !== undefined && isZone(zone);
  const timeZone = own ? zone : journeyZone;
  const printer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    return (minute: number) => format.format((epoch + minute) * MILLISECONDS_PER_MINUTE);
  };
  return {
    zone: timeZone,
    own,
    print: printer({ ...DATE, ...WEEKDAY }),
    printWeekday: printer(WEEKDAY),
    printDate: printer(DATE),
  };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
