const MILLISECONDS_PER_MINUTE = 60_000;

/** Minutes of a run as a contact's clock shows them. */
export interface LocalTime {
  readonly zone: string;
  /** Whether it is hers; else the journey's. */
  readonly own: boolean;
  readonly print: (minute: number) => string;
}

interface Clock {
  /** Minutes from 1970 to minute 0. */
  readonly epoch: number;
  readonly zone: string | undefined;
  readonly journeyZone: string;
  readonly language: string;
}

export function localTime({ epoch, zone, journeyZone, language }: Clock): LocalTime {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const options = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const own = zone === undefined ? undefined : formatIn(zone, locale, options);
  const format = own ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: journeyZone });
  return {
    zone: own && zone !== undefined ? zone : journeyZone,
    own: own !== undefined,
    print: (minute) => format.format((epoch + minute) * MILLISECONDS_PER_MINUTE),
  };
}

/** Undefined for what is no zone. */
function formatIn(zone: string, locale: string, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    return undefined;
  }
}
