import type { EntryTrigger } from '../../journey/steps/entry.ts';

/** `20260302T080000Z` of a moment. */
function stamp(start: string, at?: string): string {
  const iso = new Date(Date.parse(start)).toISOString();
  const clock = at ?? iso.slice(11, 16);
  return `${iso.slice(0, 10).replaceAll('-', '')}T${clock.replace(':', '')}00Z`;
}

/** When an entrance looks at its list, as a recurrence rule (RFC 5545). Without one it does so once. */
export function scheduleOf(
  start: string,
  every?: { readonly everyDays: number; readonly at: string },
): string {
  if (!every) return `DTSTART:${stamp(start)}`;
  return `DTSTART:${stamp(start, every.at)}\nRRULE:FREQ=DAILY;INTERVAL=${every.everyDays}`;
}

const DAYS: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, YEARLY: 365 };
const LONGEST = 36_500;

export interface ReadSchedule {
  readonly trigger: EntryTrigger;
  /** Whether the trigger is only about what the rule says. */
  readonly rough: boolean;
}

/** A schedule as a trigger; what it cannot say is rounded to days. */
export function readSchedule(schedule: string): ReadSchedule {
  const [, hour = '08', minute = '00'] = /DTSTART[^:\n]*:\d{8}T(\d{2})(\d{2})/.exec(schedule) ?? [];
  const rule = /RRULE:([^\n]*)/.exec(schedule)?.[1] ?? (schedule.includes('FREQ=') ? schedule : undefined);
  if (rule === undefined) return { trigger: { type: 'atOnce' }, rough: false };
  const parts = new Map(
    rule.split(';').map((part) => [part.split('=')[0]?.trim(), part.split('=')[1]?.trim()]),
  );
  const unit = DAYS[parts.get('FREQ') ?? ''];
  const interval = Math.max(1, Number.parseInt(parts.get('INTERVAL') ?? '1', 10) || 1);
  const clock = `${hour}:${minute}`;
  const at = /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : '08:00';
  const others = [...parts.keys()].filter((key) => key !== 'FREQ' && key !== 'INTERVAL' && key !== 'WKST');
  const isExact = others.length === 0 && (unit === 1 || unit === 7);
  return {
    trigger: { type: 'schedule', everyDays: Math.min(LONGEST, (unit ?? 1) * interval), at },
    rough: !isExact,
  };
}
