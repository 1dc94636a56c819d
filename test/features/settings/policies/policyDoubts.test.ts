import { describe, expect, it } from 'vitest';
import { findPolicyDoubts } from '../../../../src/features/settings/policies/policyDoubts.ts';
import { NO_POLICIES, type FrequencyCap, type Policies } from '../../../../src/journey/policies.ts';
import { days, hours, minutes, money } from '../../../../src/journey/units.ts';

const cap = (id: string, more: Partial<FrequencyCap> = {}): FrequencyCap => ({
  id,
  max: 3,
  window: { kind: 'rolling', minutes: days(7) },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
  ...more,
});
const doubts = (more: Partial<Policies>) => Object.fromEntries(findPolicyDoubts({ ...NO_POLICIES, ...more }));

describe('a cap makes no difference', () => {
  it.each<[string, FrequencyCap, FrequencyCap]>([
    ['a stricter one', cap('strict', { max: 2 }), cap('idle')],
    ['one over longer', cap('strict', { window: { kind: 'rolling', minutes: days(8) } }), cap('idle')],
    ['one about more', cap('strict'), cap('idle', { scope: { channels: ['sms'] } })],
    [
      'a rolling one as long as its calendar week at most lasts',
      cap('strict', { window: { kind: 'rolling', minutes: minutes(days(7) + 60) } }),
      cap('idle', { window: { kind: 'calendar', unit: 'week' } }),
    ],
    [
      'one of the week, of a day',
      cap('strict', { window: { kind: 'calendar', unit: 'week' } }),
      cap('idle', { window: { kind: 'calendar', unit: 'day' } }),
    ],
  ])('beside %s, wherever it stands', (_, strict, idle) => {
    const found = { 'caps.idle': { kind: 'idleCap', other: 'strict' } };
    expect(doubts({ caps: [strict, idle] })).toEqual(found);
    expect(doubts({ caps: [idle, strict] })).toEqual(found);
  });

  it('is said of the later of two that are the same', () => {
    expect(doubts({ caps: [cap('one'), cap('two')] })).toEqual({
      'caps.two': { kind: 'idleCap', other: 'one' },
    });
  });

  it.each<[string, FrequencyCap, FrequencyCap]>([
    ['is about other channels', cap('a', { max: 1, scope: { channels: ['sms'] } }), cap('b')],
    ['goes by another clock', weekly('contact', 1), weekly('UTC', 3)],
    [
      'is shorter than a day when the clocks go back',
      cap('a', { window: { kind: 'rolling', minutes: days(1) } }),
      cap('b', { window: { kind: 'calendar', unit: 'day' } }),
    ],
    [
      'is of a month, in which a week may not lie',
      cap('a', { window: { kind: 'calendar', unit: 'month' } }),
      cap('b', { window: { kind: 'calendar', unit: 'week' } }),
    ],
    ['comes first and does something else', cap('a', { onCap: { kind: 'exit' } }), cap('b', { max: 2 })],
  ])('is not said where one %s', (_, a, b) => {
    expect(doubts({ caps: [a, b] })).toEqual({});
  });
});

function weekly(zone: FrequencyCap['zone'], max: number): FrequencyCap {
  return cap(zone, { zone, max, window: { kind: 'calendar', unit: 'week' } });
}

describe('other policies', () => {
  it('are doubted when it is always quiet, or quiet again too soon', () => {
    expect(doubts({ quietHours: { from: '08:00', until: '08:00', onQuiet: 'skip' } })).toEqual({
      quietHours: { kind: 'quietAllDay', onQuiet: 'skip' },
    });
    const quiet = { from: '12:00', until: '08:00', onQuiet: 'hold' } as const;
    expect(doubts({ quietHours: { ...quiet, releaseOverMinutes: hours(5) } })).toEqual({
      quietHours: { kind: 'longRelease', open: 240 },
    });
    expect(doubts({ quietHours: { ...quiet, releaseOverMinutes: hours(4) } })).toEqual({});
  });

  it('are doubted when there is no money', () => {
    expect(doubts({ budgets: [{ channel: 'sms', amount: money(0) }] })).toEqual({
      'budgets.sms': { kind: 'emptyBudget' },
    });
    expect(doubts({ budgets: [{ channel: 'sms', amount: money(0.01) }] })).toEqual({});
  });

  it.each([
    ['the same window', { max: 10, perMinutes: 60 }, { max: 20, perMinutes: 60 }, true],
    ['a window of whole ones', { max: 10, perMinutes: 120 }, { max: 10, perMinutes: 60 }, true],
    ['a part of the window', { max: 10, perMinutes: 30 }, { max: 20, perMinutes: 60 }, true],
    ['a part that lets out more', { max: 11, perMinutes: 30 }, { max: 20, perMinutes: 60 }, false],
    ['windows that do not fit', { max: 10, perMinutes: 90 }, { max: 10, perMinutes: 60 }, false],
  ])('of two rate limits, over %s', (_, one, other, isIdle) => {
    const rateLimits = [one, other].map(({ max, perMinutes }) => ({
      channel: 'email' as const,
      max,
      perMinutes: minutes(perMinutes),
    }));
    const found = doubts({ rateLimits });
    expect(found).toEqual(isIdle ? { 'rateLimits.1': { kind: 'idleLimit', other: 0 } } : {});
    expect(
      doubts({
        rateLimits: rateLimits.map((limit, at) => (at === 0 ? { ...limit, channel: 'sms' } : limit)),
      }),
    ).toEqual({});
  });
});
