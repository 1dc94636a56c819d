import { localToUtc } from '../../../compile/zones.ts';
import { isZone } from '../../../forms/zones.ts';
import { offsetAt } from '../../../journey/zoneOffset.ts';

const MINUTE = 60_000;

/** `2026-03-02T08:00:00Z` in Stockholm → `2026-03-02T09:00`, as a date and time input wants it; empty when it is no instant. */
export function toLocal(instant: string, zone: string): string {
  const at = Date.parse(instant);
  if (!Number.isFinite(at)) return '';
  const offset = isZone(zone) ? offsetAt(zone, Math.floor(at / MINUTE)) : 0;
  const local = new Date(at + offset * MINUTE);
  return Number.isFinite(local.getTime()) ? local.toISOString().slice(0, 16) : '';
}

/** The other way round; undefined when it is no date and time between the years 1970 and 2199. */
export function toInstant(local: string, zone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) return undefined;
  const clock = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (!Number.isFinite(clock)) return undefined;
  const year = new Date(clock).getUTCFullYear();
  if (year < 1971 || year > 2199) return undefined;
  const minute = isZone(zone) ? localToUtc(zone, clock / MINUTE) : clock / MINUTE;
  return new Date(minute * MINUTE).toISOString().replace('.000Z', 'Z');
}

export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    Number.isFinite(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}
