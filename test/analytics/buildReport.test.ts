import { describe, expect, it } from 'vitest';
import { buildReport, type ReportRequest } from '../../src/analytics/buildReport.ts';
import { wilson } from '../../src/analytics/intervals.ts';
import { reportJson } from '../../src/analytics/reportJson.ts';
import { smallProgram, smallResults } from './smallRun.ts';

function report(change: Partial<ReportRequest> = {}) {
  return buildReport({
    program: smallProgram(),
    results: smallResults(),
    names: {
      hello: { name: 'Say hello', kind: 'message' },
      in: { name: 'In', kind: 'entry' },
      bye: { name: 'Bye', kind: 'exit' },
    },
    journeyName: 'Small',
    seed: 1,
    seconds: 0.5,
    ...change,
  });
}

describe('a report', () => {
  it('joins names and lists reserved outlets where contacts used them, `$end` for exit steps always', () => {
    expect(report().steps).toEqual([
      { id: 'bye', kind: 'exit', name: 'Bye', entered: 1276, inFlight: 0, exits: { $end: 1276 } },
      {
        id: 'hello',
        kind: 'message',
        name: 'Say hello',
        entered: 1280,
        inFlight: 3,
        exits: { next: 1276, $exitRule: 1 },
      },
      { id: 'in', kind: 'entry', name: 'In', entered: 1280, inFlight: 0, exits: { next: 1280 } },
    ]);
  });

  it('says what contacts share when only a sample of them was simulated', () => {
    const small = smallProgram();
    const limit = { channel: 0, max: 5, perMinutes: 60 };
    const shared = {
      ...small,
      chronological: true,
      policies: { ...small.policies, rateLimits: [limit], budgets: [{ channel: 0, micros: 1 }] },
    };
    const many = smallResults().contacts * 2;
    expect(report({ program: shared, audienceRows: many }).approximate).toEqual(['budgets', 'rateLimits']);
    expect(report({ program: shared, audienceRows: smallResults().contacts }).approximate).toBeUndefined();
    expect(report({ program: small, audienceRows: many }).approximate).toBeUndefined();
  });

  it('counts each send, with money in currency units and reasons that happened', () => {
    expect(report().messages[0]).toEqual({
      step: 'hello',
      channel: 'email',
      sent: 1024,
      delivered: 1000,
      opened: 512,
      openedTrue: 300,
      clicked: 256,
      converted: 128,
      unsubscribed: 2,
      cost: 1.024,
      unsent: { consent: 256 },
    });
    expect(report().messages[1]).toMatchObject({ channel: 'sms', rung: 1, sent: 0, unsent: {} });
  });

  it('gives conversions Wilson’s interval when nobody converts twice', () => {
    const { low, high } = wilson(128, 1280);
    const { conversions } = report().totals;
    expect(conversions.value).toBe(128);
    expect(conversions.low).toBeCloseTo(low * 1280, 2);
    expect(conversions.high).toBeCloseTo(high * 1280, 2);
  });

  it('gives conversions the jackknife’s when somebody may convert again', () => {
    const program = smallProgram({ reEntry: { mode: 'afterExit', minutes: 0, fromStart: false } });
    // Every group has one: no spread.
    expect(report({ program }).totals.conversions).toEqual({ value: 128, low: 128, high: 128 });
  });

  it('adds money up in currency units: revenue from minor units, cost from micros', () => {
    const { revenue, cost, profit } = report().totals;
    expect(revenue.value).toBe(12_881.28);
    expect(revenue.low).toBeLessThan(12_881.28);
    expect(cost).toEqual({ value: 1.024, low: 1.024, high: 1.024 });
    expect(profit.value).toBe(12_880.256);
  });

  it('follows the currency’s minor unit', () => {
    expect(report({ program: { ...smallProgram(), minorDigits: 0 } }).totals.revenue.value).toBe(1_288_128);
  });

  it('shows a forecast for a larger audience: whole people, money and intervals scaled, both sizes told', () => {
    const scaled = report({ scaleTo: 1_280_000 });
    expect(scaled.contacts).toBe(1280);
    expect(scaled.scaledTo).toBe(1_280_000);
    expect(scaled.stepsExecuted).toBe(3836);
    expect(scaled.steps[1]!.entered).toBe(1_280_000);
    expect(scaled.messages[0]!.cost).toBe(1024);
    expect(scaled.totals.conversions.value).toBe(128_000);
    expect(scaled.totals.conversions.high).toBeCloseTo(wilson(128, 1280).high * 1_280_000, 1);
    expect(report({ scaleTo: 1280 })).not.toHaveProperty('scaledTo');
  });

  it('says how far people got, and that their number is known', () => {
    const { funnel } = report();
    expect(funnel.map(({ stage, people }) => [stage, people.value])).toEqual([
      ['contacts', 1280],
      ['entered', 1280],
      ['messaged', 1024],
      ['opened', 512],
      ['clicked', 256],
      ['converters', 128],
    ]);
    expect(funnel[0]!.people.low).toBe(1280);
  });

  it('judges a target by what came up to its date', () => {
    const target = report({ target: { metric: 'conversions', atLeast: 64 } }).target!;
    expect(target.expected.value).toBe(64);
    expect(target.chance).toBeCloseTo(0.52, 1);
    expect(report({ target: { metric: 'revenue', atLeast: 6000 } }).target).toMatchObject({
      expected: { value: 6400 },
      chance: 1,
    });
    expect(report({ target: { metric: 'profit', atLeast: 6399 } }).target).toMatchObject({ chance: 0 });
  });
});

describe('printed as JSON', () => {
  it('holds exactly the promised keys, sorted at every level, two spaces, a newline at the end', () => {
    const text = reportJson(report({ target: { metric: 'conversions', atLeast: 1 } }));
    const keys = [
      'contacts',
      'journey',
      'messages',
      'seconds',
      'seed',
      'steps',
      'stepsExecuted',
      'stepsPerSecond',
      'totals',
    ];
    const read = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(read)).toEqual(keys);
    expect(text.startsWith('{\n  "contacts": 1280,\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys((read['messages'] as object[])[1]!)).toEqual([
      'channel',
      'clicked',
      'converted',
      'cost',
      'delivered',
      'opened',
      'openedTrue',
      'sent',
      'step',
      'unsent',
      'unsubscribed',
    ]);
    expect(Object.keys((read['steps'] as object[])[0]!)).toEqual([
      'entered',
      'exits',
      'id',
      'inFlight',
      'kind',
      'name',
    ]);
    expect(Object.keys(read['totals'] as object)).toEqual([
      'conversions',
      'conversionsAudience',
      'cost',
      'profit',
      'revenue',
      'unsubscribed',
    ]);
  });
});
