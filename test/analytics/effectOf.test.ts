import { describe, expect, it } from 'vitest';
import { effectOf } from '../../src/analytics/effectOf.ts';
import { partsOf } from '../../src/journey/policyParts.ts';
import type { MessageReport } from '../../src/analytics/report.ts';
import type { Policies } from '../../src/journey/policies.ts';
import { days, minutes, money } from '../../src/journey/units.ts';
import { reportOf } from '../support/fakePorts.ts';

const message = (sent: number, unsent: MessageReport['unsent'] = {}): MessageReport => ({
  step: 'welcome',
  channel: 'email',
  sent,
  delivered: sent,
  opened: 0,
  openedTrue: 0,
  clicked: 0,
  converted: 0,
  unsubscribed: 0,
  cost: 0,
  unsent,
});

describe('the effect of a policy', () => {
  it('is what changes when it is there, pair by pair', () => {
    const effect = effectOf(
      reportOf(500, { messages: [message(900)] }),
      reportOf(400, { messages: [message(600)] }),
    );
    expect(effect).toMatchObject({ kind: 'some', messages: -300 });
    if (effect?.kind !== 'some') throw new Error('no effect');
    expect(effect.differences.conversions.by.value).toBeCloseTo(-100);
    expect(effect.differences.revenue.certain).toBe(false);
  });

  it('is nothing when every count is the same, whatever the reasons are called', () => {
    const without = reportOf(500, { messages: [message(900, { quiet: 3 })] });
    const withIt = reportOf(500, { messages: [message(900, { 'cap:weekly': 3 })] });
    expect(effectOf(without, withIt)).toEqual({ kind: 'nothing' });
  });

  it('is not known of other contacts', () => {
    expect(effectOf(reportOf(500, { seed: 2 }), reportOf(500))).toBeUndefined();
  });
});

it('takes each policy away alone', () => {
  const cap = (id: string) => ({
    id,
    max: 3,
    window: { kind: 'calendar', unit: 'week' } as const,
    zone: 'contact' as const,
    scope: 'all' as const,
    onCap: { kind: 'skip' } as const,
  });
  const policies: Policies = {
    caps: [cap('a'), cap('b')],
    quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' },
    budgets: [{ channel: 'sms', amount: money(5) }],
    rateLimits: [{ channel: 'email', max: 1, perMinutes: minutes(1) }],
    weekStart: 'sunday',
    economics: { fixedCost: money(7) },
  };
  const parts = new Map(partsOf(policies).map(({ key, without }) => [key, without]));
  expect([...parts.keys()]).toEqual([
    'caps.a',
    'caps.b',
    'quietHours',
    'budgets.sms',
    'rateLimits.0',
    'weekStart',
  ]);
  expect(parts.get('caps.a')).toEqual({ ...policies, caps: [cap('b')] });
  expect(parts.get('quietHours')).not.toHaveProperty('quietHours');
  expect(parts.get('budgets.sms')).toEqual({ ...policies, budgets: [] });
  expect(parts.get('weekStart')).not.toHaveProperty('weekStart');
  const rolling = { ...cap('a'), window: { kind: 'rolling' as const, minutes: days(1) } };
  expect(partsOf({ ...policies, caps: [rolling] }).map(({ key }) => key)).not.toContain('weekStart');
});
