import { describe, expect, it } from 'vitest';
import type { Audience, AudienceColumn } from '../../../src/audience/audience.ts';
import type { Goal, JourneySettings } from '../../../src/journey/journey.ts';
import { days, hours, minutes, money } from '../../../src/journey/units.ts';
import { readResults } from '../../support/readResults.ts';
import { smallJourney, type Small } from '../../support/tinyRun.ts';
import { STOCKHOLM, inARow, mail, pause, tag, text } from './small.ts';
import { bothWays } from './worked.ts';

const START = '2026-03-02T10:00:00Z';
const everyone = { kind: 'all', rules: [] } as const;

const category = (name: string, values: readonly string[]): AudienceColumn => ({
  name,
  data: { type: 'category', codes: Uint32Array.from(values, (_, row) => row), dictionary: [...values] },
});
const yesNo = (name: string, values: readonly number[]): AudienceColumn => ({
  name,
  data: { type: 'boolean', values: Uint8Array.from(values) },
});
const audienceOf = (rows: number, columns: readonly AudienceColumn[], roles: Audience['roles']) => ({
  contacts: rows,
  audience: { id: 'few', name: 'Few', rows, columns, roles },
});

describe('a disabled step', () => {
  const handoff = {
    kind: 'handoff',
    serviceMinutes: 60,
    costPerHandoff: 9,
    opportunity: { winRate: 1, halfLifeMinutes: 60, cycleMinutes: 1, cycleSigma: 0 },
  } as const;
  const rungs = [{ channel: 'sms', occasion: 'campaign' }] as const;
  const branches = [{ id: 'all', name: 'All', rule: everyone }] as const;

  it.each<[string, Small['steps'][string]]>([
    ['next', { ...mail, cost: 5 }],
    ['next', pause(60)],
    ['noResponse', { kind: 'check', on: 'latest', responses: ['opened'], windowMinutes: 60 }],
    ['else', { kind: 'split', branches }],
    ['a', { kind: 'experiment' }],
    ['sent', { kind: 'escalate', rungs }],
    ['accepted', handoff],
    ['next', { kind: 'goal', conversion: { value: 7 } }],
    ['next', tag('seen')],
  ])('is passed at once by %s, and does nothing: %o', (exit, own) => {
    const off = { ...own, disabled: true } as Small['steps'][string];
    const ran = bothWays(inARow([off], START, { horizonMinutes: minutes(1) }), { contacts: 20 });
    expect(ran.left('a', exit)).toBe(20);
    expect([ran.sent.length, ran.results.journeys[0]!.won[0]]).toEqual([0, 0]);
    const { total } = readResults(ran.program, ran.results);
    expect([total('costMicros'), total('conversionsAudience')]).toEqual([0, 0]);
  });
});

describe('a message on the preferred channel', () => {
  const people = audienceOf(
    4,
    [category('likes', ['sms', 'sms', 'push', '']), yesNo('texts', [1, 0, 1, 1])],
    { likes: 'preferredChannel', texts: 'consent:sms' },
  );
  const preferred = { kind: 'message', channel: 'preferred' } as const;

  it('goes out on the contact’s own, or on the first fallback that is open', () => {
    const ran = bothWays(inARow([{ ...preferred, fallback: ['sms', 'email'] }], START), people);
    const channels = [0, 1, 2, 3].map((one) => ran.sent.find(({ contact }) => contact === one)?.channel);
    expect(channels).toEqual(['sms', 'email', 'push', 'sms']);
  });

  it('is unsent for want of consent when none is', () => {
    const ran = bothWays(inARow([preferred], START), people);
    expect(ran.sent.map(({ channel }) => channel).sort()).toEqual(['push', 'sms']);
    expect(ran.unsent('a')).toEqual({ consent: 2 });
  });
});

describe('a transactional message', () => {
  it('needs no consent, but an address and a channel that is not suppressed', () => {
    const receipt = { ...mail, transactional: true } as const;
    const suppress = { kind: 'update', changes: [{ type: 'suppress', channel: 'email' }] } as const;
    const ran = bothWays(
      inARow([mail, receipt, suppress, receipt], START),
      audienceOf(2, [yesNo('ok', [0, 0]), yesNo('there', [1, 0])], {
        ok: 'consent:email',
        there: 'address:email',
      }),
    );
    expect([ran.unsent('a'), ran.unsent('b'), ran.unsent('d')]).toEqual([
      { consent: 2 },
      { unreachable: 1 },
      { suppressed: 2 },
    ]);
    expect(ran.times('b')).toHaveLength(1);
  });
});

describe('an update', () => {
  it('writes, counts, tags and suppresses, for whatever asks next', () => {
    const changes = [
      { type: 'set', column: 'plan', value: 'basic' },
      { type: 'set', column: 'plan', value: 'Pro' },
      { type: 'addScore', points: 7 },
      { type: 'addScore', points: -2 },
      { type: 'addTag', tag: 'seen' },
      { type: 'removeTag', tag: 'new' },
      { type: 'suppress', channel: 'sms' },
    ];
    const all = [
      { kind: 'column', column: 'plan', operator: 'is', value: 'pro' },
      { kind: 'score', atLeast: 15 },
      { kind: 'none', rules: [{ kind: 'score', atLeast: 16 }] },
      { kind: 'tag', tag: 'seen' },
      { kind: 'none', rules: [{ kind: 'tag', tag: 'new' }] },
      { kind: 'none', rules: [{ kind: 'consent', channel: 'sms' }] },
    ];
    const branches = [
      { id: 'other', name: 'Other', rule: { kind: 'tag', tag: 'new' } },
      { id: 'so', name: 'So', rule: { kind: 'all', rules: all } },
      { id: 'all', name: 'All', rule: everyone },
    ];
    const journey = smallJourney({
      steps: { change: { kind: 'update', changes }, which: { kind: 'split', branches }, text, mail },
      links: ['entry>next>change', 'change>next>which', 'which>so>text', 'text>next>mail'],
    });
    const score: AudienceColumn = {
      name: 'points',
      data: { type: 'number', values: Float64Array.of(10) },
    };
    const ran = bothWays(
      journey,
      audienceOf(1, [score, category('marks', ['new'])], { points: 'score', marks: 'tags' }),
    );
    // Of the two branches that match, the first.
    expect([ran.left('which', 'so'), ran.left('which', 'all')]).toEqual([1, 0]);
    expect([ran.unsent('text'), ran.times('mail').length]).toEqual([{ suppressed: 1 }, 1]);
  });
});

describe('an entry', () => {
  const entered = (
    trigger: Record<string, unknown>,
    start: string,
    settings: Partial<JourneySettings> = {},
  ) =>
    smallJourney({
      steps: { mail },
      links: ['entry>next>mail'],
      entry: { trigger },
      start,
      settings: { horizonMinutes: days(6), reEntry: { mode: 'afterExit' }, ...settings },
    });

  it.each([
    ['at 09:00, which is past', '09:00', ['2026-03-03', '2026-03-05', '2026-03-07']],
    ['at 10:00, which is now', '10:00', ['2026-03-02', '2026-03-04', '2026-03-06']],
  ])('every second day %s on the first day', (_, at, dates) => {
    const trigger = { type: 'schedule', everyDays: 2, at };
    expect(bothWays(entered(trigger, START)).times('mail')).toEqual(dates.map((date) => `${date} ${at}`));
  });

  it('every day at a time that a change of clocks skips comes at the first minute after it', () => {
    const journey = entered({ type: 'schedule', everyDays: 1, at: '02:30' }, '2026-03-28T00:00:00Z', {
      zone: STOCKHOLM,
      horizonMinutes: days(2),
    });
    expect(bothWays(journey).times('mail')).toEqual(['2026-03-28 02:30', '2026-03-29 03:00']);
  });

  it.each([
    // In Tokyo it is the eleventh already.
    ['an instant', 'minute', '2026-03-10T20:00Z', ['2026-03-09 09:00']],
    ['a date', 'day', '2026-03-10', ['2026-03-08 09:00']],
    ['a date that is past', 'day', '2026-03-03', []],
  ] as const)('two days before %s, on the contact’s clock', (_, precision, due, times) => {
    const values = Float64Array.of(Date.parse(due) / 60_000, NaN);
    const zone = category('zone', ['Asia/Tokyo', 'UTC']);
    const column: AudienceColumn = { name: 'due', data: { type: 'date', precision, values } };
    const trigger = { type: 'date', column: 'due', offsetDays: -2, at: '09:00' };
    const journey = entered(trigger, START, { horizonMinutes: days(20) });
    const ran = bothWays(journey, {
      ...audienceOf(2, [column, zone], { zone: 'zone' }),
      zone: 'Asia/Tokyo',
    });
    expect(ran.times('mail')).toEqual(times);
  });
});

describe('goals', () => {
  it('about a goal step are worth what it records, a sum or a column, once an entry or each time', () => {
    const goal = (id: string, value: Goal['value'], count: Goal['count']) => ({
      id,
      name: id,
      on: { kind: 'step', step: 'order' as never } as const,
      value,
      count,
      window: { minutes: hours(2), from: 'entry' } as const,
    });
    const journey = smallJourney({
      steps: { order: { kind: 'goal', conversion: { value: 7 } }, wait: pause(60) },
      links: ['entry>next>order', 'order>next>wait', 'wait>next>order'],
      settings: {
        goals: [
          goal('each', { kind: 'event' }, 'every'),
          goal('once', { kind: 'event' }, 'oncePerEntry'),
          goal('sum', { kind: 'fixed', amount: money(5) }, 'every'),
          goal('column', { kind: 'column', column: 'worth' }, 'oncePerEntry'),
        ],
      },
    });
    const worth: AudienceColumn = { name: 'worth', data: { type: 'number', values: Float64Array.of(12.5) } };
    const { results } = bothWays(journey, audienceOf(1, [worth], {}));
    // At minutes 0 and 60; at 120 the window has ended.
    expect([...results.journeys[0]!.goals]).toEqual([2, 1400, 1, 700, 2, 1000, 1, 1250]);
  });
});

describe('a goal about coming to a step', () => {
  const about = (step: string, value: number) => ({
    id: step,
    name: step,
    on: { kind: 'step', step: step as never } as const,
    value: { kind: 'fixed', amount: money(value) } as const,
    count: 'every' as const,
    window: { minutes: hours(2), from: 'entry' } as const,
  });
  const steps = {
    first: pause(30),
    second: pause(30),
    off: { ...pause(30), disabled: true },
    end: { kind: 'exit' } as const,
  };
  const links = ['entry>next>first', 'first>next>second', 'second>next>off', 'off>next>end'];

  it('is reached by steps of any kind, but not by disabled ones', () => {
    const goals = [about('second', 3), about('end', 1), about('entry', 2), about('off', 9)];
    const { results } = bothWays(smallJourney({ steps, links, settings: { goals } }), audienceOf(1, [], {}));
    expect([...results.journeys[0]!.goals]).toEqual([1, 300, 1, 100, 1, 200, 0, 0]);
  });

  it('counts before an exit rule asks', () => {
    const exitRules = [{ id: 'done', when: { kind: 'converted' }, mode: 'immediate' }] as const;
    const journey = smallJourney({ steps, links, settings: { goals: [about('second', 3)], exitRules } });
    const { program, results } = bothWays(journey, audienceOf(1, [], {}));
    const second = program.journeys[0]!.steps.findIndex(({ id }) => id === 'second');
    expect(results.journeys[0]!.entered[second]).toBe(1);
    expect(results.journeys[0]!.exitRule[second]).toBe(1);
    expect([...results.journeys[0]!.goals]).toEqual([1, 300]);
  });
});

describe('a target', () => {
  it('is judged by what came up to the end of its day, on the journey’s clock', () => {
    // A minute before midnight, and at midnight.
    const order = { kind: 'goal', conversion: { value: 7 } } as const;
    const ran = bothWays(
      inARow([order, pause(1), order], '2026-03-03T22:59:00Z', {
        zone: STOCKHOLM,
        target: { metric: 'conversions', atLeast: 2, by: '2026-03-03' },
        goals: [
          {
            id: 'order',
            name: 'Order',
            on: { kind: 'conversion' },
            value: { kind: 'event' },
            count: 'every',
            window: { minutes: days(1), from: 'entry' },
          },
        ],
      }),
    );
    const { total } = readResults(ran.program, ran.results);
    expect([total('conversions'), total('conversionsByTarget'), total('revenueByTargetMinor')]).toEqual([
      2, 1, 700,
    ]);
  });
});

describe('a rule about one message', () => {
  it('asks about its sends in this entry, and about no other message', () => {
    const call = (clicked: number) =>
      ({ kind: 'message', channel: 'call', response: { opened: 1, clicked, unsubscribed: 0 } }) as const;
    const branches = ['c', 'a'].map((on) => ({
      id: `clicked-${on}`,
      name: 'Clicked',
      rule: { kind: 'behaviour', did: 'clicked', step: on },
    }));
    const exits = (first: number, second: number) => {
      const ran = bothWays(
        inARow([call(first), pause(5), call(second), pause(5), { kind: 'split', branches }], START),
      );
      return ['clicked-c', 'clicked-a', 'else'].filter((exit) => ran.left('e', exit) === 1);
    };
    expect([exits(1, 1), exits(1, 0), exits(0, 0)]).toEqual([['clicked-c'], ['clicked-a'], ['else']]);
  });
});

describe('a hand-off', () => {
  it('counts when an exit rule takes the contact out at its end', () => {
    const response = { delivered: 1, opened: 1, clicked: 1 };
    const clicked = { kind: 'rule', rule: { kind: 'behaviour', did: 'clicked' } } as const;
    const call = { kind: 'message', channel: 'call', cost: 0, response } as const;
    const ran = bothWays(
      inARow([call, { kind: 'handoff', serviceMinutes: 60, costPerHandoff: 3 }, mail], START, {
        exitRules: [{ id: 'clicked', when: clicked, mode: 'stepEnd' }],
      }),
    );
    expect([ran.left('b', 'exitRule'), ran.left('b', 'accepted'), ran.sent.length]).toEqual([1, 0, 1]);
    expect(readResults(ran.program, ran.results).total('costMicros')).toBe(3_000_000);
  });
});
