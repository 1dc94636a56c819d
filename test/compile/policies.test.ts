import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/audience/audience.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Program, ProgramSend } from '../../src/compile/program.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { journeyId } from '../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../src/journey/journey.ts';
import { type FrequencyCap, NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import type { MessageStep } from '../../src/journey/steps/message.ts';
import { days, hours, minutes, money } from '../../src/journey/units.ts';
import { around, draft, step } from '../support/draftJourney.ts';

const nobody: Audience = { id: 'nobody', name: 'Nobody', rows: 1, columns: [], roles: {} };

function tryCompile(journeys: readonly Journey[], policies: Partial<Policies> = {}, audience = nobody) {
  return compile({
    journeys,
    schema: schemaOf(audience),
    policies: { ...NO_POLICIES, ...policies },
    calibration: BENCHMARKS_ONLY,
  });
}

function programOf(
  journeys: readonly Journey[],
  policies: Partial<Policies> = {},
  audience = nobody,
): Program {
  const compiled = tryCompile(journeys, policies, audience);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  return compiled.program;
}

const cap = (id: string, own: Partial<FrequencyCap> = {}): FrequencyCap => ({
  id,
  max: 3,
  window: { kind: 'calendar', unit: 'week' },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
  ...own,
});

/** The one send of a message alone in a journey. */
function sendOf(
  own: Partial<MessageStep>,
  policies: Partial<Policies>,
  settings: Partial<JourneySettings> = {},
): ProgramSend {
  const { sends } = programOf([around(step('message', own), ['next'], settings)], policies).journeys[0]!;
  expect(sends.length).toBe(1);
  return sends[0]!;
}

describe('which caps a send answers to', () => {
  const caps = [
    cap('all'),
    cap('email', { scope: { channels: ['email'] } }),
    cap('phone', { scope: { channels: ['sms', 'call'] } }),
    cap('promo', { scope: { tags: ['promo', 'sale'] } }),
  ];
  const of = (own: Partial<MessageStep>, settings?: Partial<JourneySettings>) => {
    const { caps: stop, counts, transactional } = sendOf(own, { caps }, settings);
    return { stop, counts, transactional };
  };

  it.each<[string, Partial<MessageStep>, readonly number[]]>([
    ['those of its channel and of all', {}, [0, 1]],
    ['another channel’s', { channel: 'call' }, [0, 2]],
    ['those of one of its tags', { tags: ['news', 'sale'] }, [0, 1, 3]],
    ['none of another tag', { channel: 'push', tags: ['news'] }, [0]],
  ])('%s', (_, own, expected) =>
    expect(of(own)).toEqual({ stop: expected, counts: expected, transactional: false }),
  );

  it('does not count where it shall not, and is not stopped where it need not obey', () => {
    expect(of({ countsTowardCaps: false })).toEqual({ stop: [0, 1], counts: [], transactional: false });
    expect(of({ obeysCaps: false })).toEqual({ stop: [], counts: [0, 1], transactional: false });
  });

  it('is stopped by none when it is transactional, and counts all the same', () => {
    const expected = { stop: [], counts: [0, 1], transactional: true };
    expect(of({ transactional: true })).toEqual(expected);
    expect(of({}, { transactional: true })).toEqual(expected);
    expect(of({ transactional: true, countsTowardCaps: false }).counts).toEqual([]);
  });

  it('is each rung’s own matter, with the ladder’s tags', () => {
    const ladder = step('escalate', {
      tags: ['promo'],
      obeysCaps: false,
      rungs: [
        { channel: 'sms', occasion: 'triggered' },
        { channel: 'email', occasion: 'triggered' },
      ],
    });
    const { sends } = programOf([around(ladder, ['sent', 'exhausted'])], { caps }).journeys[0]!;
    expect(sends.map(({ counts }) => counts)).toEqual([
      [0, 2, 3],
      [0, 1, 3],
    ]);
    expect(sends.map(({ caps: stop }) => stop)).toEqual([[], []]);
    const always = around({ ...ladder, obeysCaps: true }, ['sent', 'exhausted'], { transactional: true });
    expect(programOf([always], { caps }).journeys[0]!.sends.map(({ caps: stop }) => stop)).toEqual([[], []]);
  });

  it('is that of the channel which a preferred message goes out on', () => {
    const preferred = around(step('message', { channel: 'preferred', fallback: ['sms', 'email'] }));
    const { sends } = programOf([preferred], { caps }).journeys[0]!;
    expect(sends.map(({ counts }) => counts).sort()).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });
});

describe('caps', () => {
  const lowered = (own: Partial<FrequencyCap>, zones: readonly string[] = ['Asia/Tokyo']) => {
    const journeys = zones.map((zone, n) => ({
      ...around(step('message'), ['next'], { zone }),
      id: journeyId(`j${n}`),
    }));
    const program = programOf(journeys, { caps: [cap('one', own)] });
    return { cap: program.policies.caps[0]!, zones: program.zones.ids };
  };

  it('have no clock when their window rolls', () => {
    const own = { window: { kind: 'rolling', minutes: days(7) }, zone: 'UTC' } as const;
    expect(lowered(own).cap).toEqual({
      id: 'one',
      max: 3,
      window: { kind: 'rolling', minutes: 10_080 },
      weekStart: 0,
      onCap: 'skip',
      retryMinutes: 0,
    });
  });

  it('go by the contact’s clock', () =>
    expect(lowered({}).cap.window).toEqual({ kind: 'calendar', unit: 'week', zone: -1 }));

  it('go by the clock of the first journey asked for, whatever its priority', () => {
    const { cap: one, zones } = lowered({ zone: 'workspace' }, ['Asia/Tokyo', 'Europe/Stockholm']);
    expect(one.window).toEqual({ kind: 'calendar', unit: 'week', zone: 0 });
    expect(zones[0]).toBe('Asia/Tokyo');
  });

  it('go by UTC, which then is among the zones', () => {
    const { cap: one, zones } = lowered({ zone: 'UTC', window: { kind: 'calendar', unit: 'month' } });
    expect(one.window).toEqual({ kind: 'calendar', unit: 'month', zone: zones.indexOf('UTC') });
    expect(zones.indexOf('UTC')).toBeGreaterThan(0);
  });

  it('go by UTC as the first zone where that is the first journey’s', () =>
    expect(lowered({ zone: 'UTC' }, ['UTC']).cap.window).toMatchObject({ zone: 0 }));

  it('say what is done, and for how long', () => {
    expect(lowered({ onCap: { kind: 'exit' } }).cap).toMatchObject({ onCap: 'exit', retryMinutes: 0 });
    expect(lowered({ onCap: { kind: 'retry', minutes: days(2) } }).cap).toMatchObject({
      onCap: 'retry',
      retryMinutes: 2880,
    });
  });

  it('stay in the order of the file', () => {
    const { policies } = programOf([around(step('message'))], { caps: [cap('b'), cap('a'), cap('c')] });
    expect(policies.caps.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});

describe('quiet hours', () => {
  const quietHours = { from: '21:30', until: '08:00', onQuiet: 'hold' } as const;

  it('are clock minutes', () => {
    const lowered = (own: Partial<NonNullable<Policies['quietHours']>>) =>
      programOf([around(step('message'))], { quietHours: { ...quietHours, ...own } }).policies.quiet;
    expect(lowered({})).toEqual({ from: 1290, until: 480, onQuiet: 'hold', spreadMinutes: 0 });
    expect(lowered({ onQuiet: 'exit', releaseOverMinutes: hours(2) })).toMatchObject({
      onQuiet: 'exit',
      spreadMinutes: 120,
    });
  });

  it('may not be there', () => {
    const program = programOf([around(step('message'))]);
    expect(program.policies).toEqual({ caps: [], quiet: undefined, budgets: [], rateLimits: [] });
    expect(program.journeys[0]!.sends[0]).toMatchObject({ caps: [], counts: [], quiet: false });
  });

  it.each<
    [
      string,
      Partial<MessageStep>,
      Partial<JourneySettings>,
      readonly ('email' | 'sms')[] | undefined,
      boolean,
    ]
  >([
    ['a message', {}, {}, undefined, true],
    ['a message that obeys no caps', { obeysCaps: false }, {}, undefined, true],
    ['a message on one of their channels', {}, {}, ['sms', 'email'], true],
    ['a message on another channel', {}, {}, ['sms'], false],
    ['a transactional message', { transactional: true }, {}, undefined, false],
    ['a message of a transactional journey', {}, { transactional: true }, undefined, false],
  ])('hold for %s: see the last column', (_, own, settings, channels, expected) =>
    expect(
      sendOf(own, { quietHours: { ...quietHours, ...(channels && { channels }) } }, settings).quiet,
    ).toBe(expected),
  );
});

describe('budgets and rate limits', () => {
  const shared: Partial<Policies> = {
    budgets: [
      { channel: 'push', amount: money(9) },
      { channel: 'sms', amount: money(12.3456789) },
    ],
    rateLimits: [
      { channel: 'email', max: 5, perMinutes: minutes(1) },
      { channel: 'call', max: 1, perMinutes: minutes(1) },
      { channel: 'email', max: 100, perMinutes: hours(1) },
    ],
  };
  const both = draft({ a: step('message'), b: step('message', { channel: 'sms' }), end: step('exit') }, [
    'entry-1.next > a',
    'a.next > b',
    'b.next > end',
  ]);

  it('are micros and places among the channels; those of channels that no journey uses are left out', () => {
    const { policies, channels, chronological } = programOf([both], shared);
    expect(channels).toEqual(['email', 'sms']);
    expect(policies.budgets).toEqual([{ channel: 1, micros: 12_345_679 }]);
    expect(policies.rateLimits).toEqual([
      { channel: 0, max: 5, perMinutes: 1 },
      { channel: 0, max: 100, perMinutes: 60 },
    ]);
    expect(chronological).toBe(true);
  });

  it('make no run chronological when nothing they are about can be sent', () => {
    const { policies, chronological } = programOf([around(step('message', { channel: 'whatsapp' }))], shared);
    expect(policies).toMatchObject({ budgets: [], rateLimits: [] });
    expect(chronological).toBe(false);
  });

  it('are those of any journey of the run', () => {
    const other = { ...around(step('message', { channel: 'call' })), id: journeyId('other') };
    const { policies, channels } = programOf([both, other], shared);
    expect(policies.rateLimits.map(({ channel }) => channels[channel])).toEqual(['email', 'call', 'email']);
  });

  it('are the only policies that make a run chronological, beside agents', () => {
    const quietHours = { from: '21:00', until: '08:00', onQuiet: 'hold' } as const;
    expect(programOf([both], { caps: [cap('one')], quietHours }).chronological).toBe(false);
    const agents = step('handoff', { capacity: { agents: 1, handlingMinutes: minutes(5) } });
    expect(programOf([around(agents, ['accepted', 'missed'])]).chronological).toBe(true);
    expect(programOf([around(step('handoff'), ['accepted', 'missed'])]).chronological).toBe(false);
  });
});

describe('journeys of one run', () => {
  const named = (id: string, settings: Partial<JourneySettings> = {}): Journey => ({
    ...around(step('message'), ['next'], settings),
    id: journeyId(id),
    name: `Journey ${id}`,
  });
  const problems = (...journeys: Journey[]) => {
    const compiled = tryCompile(journeys);
    return compiled.ok ? [] : compiled.problems.map(({ code, journey }) => `${code} ${journey}`);
  };

  it('may have zones, starts and priorities of their own', () => {
    const later = { zone: 'Asia/Tokyo', start: '2026-04-01T00:00:00Z', priority: 90 };
    expect(problems(named('a'), named('b', later))).toEqual([]);
  });

  it('are each there once', () =>
    expect(problems(named('a'), named('b'), named('a'))).toEqual(['journey-twice 2']));

  it('have one currency', () => {
    expect(problems(named('a'), named('b', { currency: 'EUR' }), named('c', { currency: 'EUR' }))).toEqual([
      'currencies-differ 1',
      'currencies-differ 2',
    ]);
  });

  it('start within ten years', () =>
    expect(problems(named('a'), named('b', { start: '9999-01-01T00:00:00Z' }))).toEqual(['starts-apart 1']));

  it('have the same people', () =>
    expect(problems(named('a'), named('b', { heterogeneity: 'off' }))).toEqual(['heterogeneity-differs 1']));

  it('are told of both journeys, and of each other’s own errors too', () => {
    const compiled = tryCompile([named('a'), named('b', { currency: 'EUR', goals: [] })]);
    if (compiled.ok) throw new Error('compiled');
    expect(compiled.problems.map(({ code, journey }) => `${code} ${journey}`)).toEqual([
      'no-goal 1',
      'currencies-differ 1',
    ]);
    expect(compiled.problems.at(-1)).toMatchObject({
      severity: 'error',
      values: { name: 'Journey a', first: 'USD', own: 'EUR' },
    });
    expect(compiled.problems.at(-1)!.words).toMatch(/Journey a.+ is in USD, this one in EUR\.$/);
  });
});

describe('policies that nothing can be sent under', () => {
  it('are warnings: the run goes on', () => {
    const quietHours = { from: '09:00', until: '09:00', onQuiet: 'hold' } as const;
    expect(tryCompile([around(step('message'))], { quietHours }).ok).toBe(true);
  });
});
