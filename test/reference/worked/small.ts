import type { FrequencyCap, QuietHours } from '../../../src/journey/policies.ts';
import { days } from '../../../src/journey/units.ts';
import { smallJourney } from '../../support/tinyRun.ts';

export const STOCKHOLM = 'Europe/Stockholm';
export const mail = { kind: 'message', channel: 'email' } as const;
export const text = { kind: 'message', channel: 'sms' } as const;
export const promo = { ...mail, tags: ['promo'] } as const;
export const pause = (length: number) =>
  ({ kind: 'wait', until: { type: 'duration', minutes: length } }) as const;
export const until = (at: string) => ({ kind: 'wait', until: { type: 'timeOfDay', at } }) as const;
export const tag = (name: string) => ({ kind: 'update', changes: [{ type: 'addTag', tag: name }] }) as const;
export const untag = (name: string) =>
  ({ kind: 'update', changes: [{ type: 'removeTag', tag: name }] }) as const;

export const cap = (max: number, own: Partial<FrequencyCap> = {}): FrequencyCap => ({
  id: 'cap',
  max,
  window: { kind: 'rolling', minutes: days(1) },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
  ...own,
});
export const each = (unit: 'day' | 'week' | 'month') => ({ window: { kind: 'calendar', unit } }) as const;
export const quiet = (from: string, end: string, own: Partial<QuietHours> = {}): QuietHours => ({
  from,
  until: end,
  onQuiet: 'hold',
  ...own,
});

/** Steps one after the other, named by their places: `a`, `b`, `c` … */
export function inARow(
  steps: readonly Parameters<typeof smallJourney>[0]['steps'][string][],
  start: string,
  settings = {},
) {
  const ids = steps.map((_, index) => 'abcdefghij'[index]!);
  return smallJourney({
    steps: Object.fromEntries(steps.map((step, index) => [ids[index]!, step])),
    links: ['entry', ...ids].slice(0, -1).map((id, index) => `${id}>next>${ids[index]!}`),
    start,
    settings: { horizonMinutes: days(40), ...settings },
  });
}
