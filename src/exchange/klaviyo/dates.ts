const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

export function isIsoDate(value: string): boolean {
  return ISO_DATE.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

/** The date so many days on. */
export function daysOn(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Before the first moment of that day. */
export function beforeDay(date: string): string {
  return `${date}T00:00:00+00:00`;
}

/** After the last moment of that day. */
export function afterDay(date: string): string {
  return `${date}T23:59:59+00:00`;
}

/** The day that an `after` of a file means: at midnight the day itself is already after it. */
export function dayBefore(moment: string): string {
  const [date, time] = [moment.slice(0, 10), moment.slice(11, 16)] as const;
  return time === '00:00' || time === '' ? daysOn(date, -1) : date;
}

/** `09:30:00` of `09:30`, as delays say it. */
export function clockTime(at: string): string {
  return `${at}:00`;
}

/** `09:30` of `09:30:00`, with an offset or without. */
export function clockOf(time: unknown): string | undefined {
  return typeof time === 'string' ? /^([01]\d|2[0-3]):[0-5]\d/.exec(time)?.[0] : undefined;
}
