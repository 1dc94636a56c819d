const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
const DAY_MILLISECONDS = 86_400_000;

/** The ISO date that many days on; what is no date stays as it is. */
export function dayAfter<V>(value: V, days = 1): V | string {
  if (typeof value !== 'string' || !ISO_DAY.test(value)) return value;
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? value : new Date(day + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day of a date or moment in ISO form; undefined: it is none. */
export function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !ISO_DAY.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value.slice(0, 10);
}
