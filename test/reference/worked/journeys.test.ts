import { describe, expect, it } from 'vitest';
import { days, minutes, money } from '../../../src/journey/units.ts';
import { mail, pause, until, tag, untag, cap } from './small.ts';
import { bothWays, journeyOf } from './worked.ts';

describe('two journeys', () => {
  const both = (first: string, second: string, settings = {}) => [
    journeyOf('first', {
      steps: { until: until(first), mail },
      links: ['entry>next>until', 'until>next>mail'],
      settings,
    }),
    journeyOf('second', {
      steps: { until: until(second), mail },
      links: ['entry>next>until', 'until>next>mail'],
    }),
  ];

  it.each([
    [
      'in the same minute: the one of higher priority, and the other is told so',
      '10:00',
      '10:00',
      'priority',
    ],
    ['one after the other: the first', '09:59', '10:00', 'cap:cap'],
  ])('under one cap are let through %s', (_, first, second, reason) => {
    const ran = bothWays(both(first, second), { policies: { caps: [cap(1)] } });
    expect(ran.sent.map(({ journey }) => journey)).toEqual(['first']);
    expect(ran.unsent('mail', 'second')).toEqual({ [reason]: 1 });
  });

  it('of the same priority go by their ids, and no priority is blamed', () => {
    const ran = bothWays(both('10:00', '10:00', { priority: 40 }), { policies: { caps: [cap(1)] } });
    expect(ran.unsent('mail', 'second')).toEqual({ 'cap:cap': 1 });
  });

  it('of the lower priority blame priority only for the message that filled the cap', () => {
    // The cap is full since 09:00; what the first sends at 10:00 is exempt, and counts all the same.
    const first = journeyOf('first', {
      steps: { until: until('10:00'), exempt: { ...mail, obeysCaps: false } },
      links: ['entry>next>until', 'until>next>exempt'],
    });
    const second = journeyOf('second', {
      steps: { early: until('09:00'), one: mail, late: until('10:00'), two: mail },
      links: ['entry>next>early', 'early>next>one', 'one>next>late', 'late>next>two'],
    });
    const ran = bothWays([first, second], { policies: { caps: [cap(1)] } });
    expect(ran.sent.map(({ step }) => step)).toEqual(['one', 'exempt']);
    expect(ran.unsent('two', 'second')).toEqual({ 'cap:cap': 1 });
  });

  it('let in no more than the entry cap, whoever the other sends', () => {
    const first = journeyOf('first', {
      steps: { wait: pause(60), tag: tag('in') },
      links: ['entry>next>wait', 'wait>next>tag'],
    });
    const second = journeyOf('second', {
      steps: { mail },
      links: ['entry>next>mail'],
      entry: {
        trigger: { type: 'schedule', everyDays: 1, at: '12:00' },
        eligible: { kind: 'tag', tag: 'in' },
      },
      settings: { entryCap: 2 },
    });
    const ran = bothWays([first, second], { contacts: 5 });
    expect(ran.sent).toHaveLength(2);
    expect(ran.results.journeys[1]!.overEntryCap).toBe(3);
  });

  it('see what the other did in the same minute, when it is done', () => {
    // The tag is there for a moment of the first journey’s move, and gone when the second is looked at.
    const gone = { kind: 'rule', rule: { kind: 'tag', tag: 'gone' } } as const;
    const second = journeyOf('second', {
      steps: { wait: pause(600) },
      links: ['entry>next>wait'],
      settings: { exitRules: [{ id: 'gone', when: gone, mode: 'immediate' }] },
    });
    const first = (steps: readonly ReturnType<typeof tag>[]) =>
      journeyOf('first', {
        steps: Object.fromEntries([pause(60), ...steps].map((step, index) => [`s${index}`, step])),
        links: ['entry>next>s0', ...steps.map((_, index) => `s${index}>next>s${index + 1}`)],
      });
    const out = (steps: readonly ReturnType<typeof tag>[]) =>
      bothWays([first(steps), second]).left('wait', 'exitRule', 'second');
    expect([out([tag('gone')]), out([tag('gone'), untag('gone') as never])]).toEqual([1, 0]);
  });

  it('both count an order that one of them brings', () => {
    const goal = {
      id: 'goal',
      name: 'Goal',
      on: { kind: 'conversion' },
      value: { kind: 'event' },
      count: 'oncePerEntry',
      window: { minutes: days(1), from: 'entry' },
    } as const;
    const first = journeyOf('first', {
      steps: { wait: pause(60), order: { kind: 'goal', conversion: { value: money(7) } } },
      links: ['entry>next>wait', 'wait>next>order'],
      settings: { goals: [goal], horizonMinutes: days(2) },
    });
    const second = journeyOf('second', {
      steps: { wait: pause(600) },
      links: ['entry>next>wait'],
      settings: { goals: [goal], horizonMinutes: days(2) },
    });
    const ran = bothWays([first, second], { contacts: 50 });
    const counted = ran.results.journeys.map(({ goals }) => goals[0]!);
    expect(counted[0]).toBe(50);
    expect(counted[1]).toBe(50);
  });

  it('with a goal window of no length count nothing', () => {
    const goal = {
      id: 'goal',
      name: 'Goal',
      on: { kind: 'conversion' },
      value: { kind: 'event' },
      count: 'every',
      window: { minutes: minutes(0), from: 'entry' },
    } as const;
    const first = journeyOf('first', {
      steps: { order: { kind: 'goal', conversion: { value: money(7) } } },
      links: ['entry>next>order'],
      settings: { goals: [goal] },
    });
    expect(bothWays(first, { contacts: 50 }).results.journeys[0]!.goals[0]).toBe(0);
  });
});
