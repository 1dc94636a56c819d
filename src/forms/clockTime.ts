const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const isClockTime = (text: string): boolean => CLOCK.test(text);

/** A clock time, or the end of the day as 24:00. */
export function endTimeFrom(text: string): string | undefined {
  return /^24([:.h ]?0{1,2})?$/.test(text.trim()) ? '24:00' : clockTimeFrom(text);
}

/** `9`, `9:5`, `0930`, `9.30` as a person types them → `09:30`; undefined when it is no time of day. */
export function clockTimeFrom(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{1,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, hour = '', minute = '0'] = match;
  const clock = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return isClockTime(clock) ? clock : undefined;
}
