import { describe, expect, it } from 'vitest';
import { minuteOfLeaving, run, smallJourney } from '../support/tinyRun.ts';

const HOUR = 60;
const DAY = 1440;
const everybody = { delivered: 1, opened: 1, clicked: 1, converted: 1, unsubscribed: 0 };
const mail = (response: Record<string, number>) => ({ kind: 'message', channel: 'email', response }) as const;
const check = (responses: readonly string[], more: Record<string, unknown> = {}) =>
  ({
    kind: 'check',
    on: 'mail',
    responses,
    windowMinutes: 48 * HOUR,
    windowFrom: 'arrival',
    ranked: false,
    ...more,
  }) as const;
const mailed = (response: Record<string, number>, look: ReturnType<typeof check>, settings = {}) =>
  smallJourney({
    steps: { mail: mail(response), look },
    links: ['entry>next>mail', 'mail>next>look'],
    settings,
  });
const CROWD = { contacts: 20_000 };

describe('an engagement check', () => {
  it('sends nobody by an exit that is switched off', () => {
    const ran = run(mailed(everybody, check(['opened'])), CROWD);
    expect(ran.exit('look', 'opened') + ran.exit('look', 'noResponse')).toBe(20_000);
  });

  it('answers no response at the end of its window when nothing comes', () => {
    const journey = mailed({ delivered: 1, opened: 0, clicked: 0 }, check(['clicked']));
    expect(minuteOfLeaving(journey, 'look')).toBe(48 * HOUR);
  });

  it('answers no response at the end of its window when nothing was sent', () => {
    const journey = smallJourney({
      steps: {
        gap: { kind: 'wait', until: { type: 'duration', minutes: 5 } },
        look: check(['opened'], { on: 'latest' }),
      },
      links: ['entry>next>gap', 'gap>next>look'],
    });
    expect(minuteOfLeaving(journey, 'look')).toBe(48 * HOUR + 5);
  });

  it('counts its window from the send when told to', () => {
    const journey = smallJourney({
      steps: {
        mail: mail({ opened: 0, clicked: 0 }),
        gap: { kind: 'wait', until: { type: 'duration', minutes: DAY } },
        look: check(['clicked'], { windowFrom: 'send' }),
      },
      links: ['entry>next>mail', 'mail>next>gap', 'gap>next>look'],
    });
    expect(minuteOfLeaving(journey, 'look')).toBe(48 * HOUR);
  });

  it('gives the best answer that is there already, at once', () => {
    const journey = smallJourney({
      steps: {
        mail: mail(everybody),
        gap: { kind: 'wait', until: { type: 'duration', minutes: 60 * DAY } },
        look: check(['clicked', 'opened']),
      },
      links: ['entry>next>mail', 'mail>next>gap', 'gap>next>look'],
    });
    const ran = run(journey, CROWD);
    expect(ran.exit('look', 'opened') / ran.exit('look', 'clicked')).toBeLessThan(0.02);
  });

  it('leaves at the first answer, so an open comes before its click', () => {
    const ran = run(mailed(everybody, check(['clicked', 'opened'], { windowMinutes: 30 * DAY })), CROWD);
    expect(ran.exit('look', 'clicked')).toBe(0);
    expect(ran.exit('look', 'opened')).toBeGreaterThan(19_000);
  });

  it('holds everyone to the end of the window when ranked, and takes the best answer', () => {
    const journey = mailed(
      everybody,
      check(['clicked', 'opened'], { windowMinutes: 30 * DAY, ranked: true }),
    );
    const ran = run(journey, CROWD);
    expect(ran.exit('look', 'clicked')).toBeGreaterThan(ran.exit('look', 'opened') * 50);
    expect(minuteOfLeaving(journey, 'look')).toBe(30 * DAY);
  });

  it('sees machine opens, and no more true opens than there are', () => {
    const ran = run(mailed({ delivered: 1, opened: 0, clicked: 0 }, check(['opened'])), CROWD);
    // Machine readers are 17 %: within five standard deviations.
    expect(Math.abs(ran.exit('look', 'opened') - 3_400)).toBeLessThan(270);
    expect(ran.send('mail', 'openedTrue')).toBe(0);
  });

  it('is refused when it looks at once, because nobody answers in the minute of the send', () => {
    expect(() => run(mailed(everybody, check(['opened'], { windowMinutes: 0 })))).toThrow(
      /right after its message/,
    );
  });

  it('follows conversions of any cause after the send', () => {
    const ran = run(
      mailed({ delivered: 1, opened: 0, clicked: 0 }, check(['converted'], { windowMinutes: 90 * DAY })),
      {
        contacts: 50_000,
      },
    );
    // Organic only: 0.00041 a day over 90 days, 3.62 % at least once; within five standard deviations, horizon included.
    expect(Math.abs(ran.exit('look', 'converted') - 1_811)).toBeLessThan(210);
  });
});

describe('an escalation', () => {
  const ladder = (rungs: readonly string[]) =>
    smallJourney({
      steps: {
        climb: {
          kind: 'escalate',
          rungs: rungs.map((channel) => ({
            channel,
            occasion: 'campaign',
            response: { clicked: 0, opened: 0 },
          })),
        },
        gap: { kind: 'wait', until: { type: 'duration', minutes: DAY } },
        out: { kind: 'exit' },
      },
      links: ['entry>next>climb', 'climb>sent>gap', 'gap>next>climb', 'climb>exhausted>out'],
    });

  it('sends one rung a visit and is exhausted after the last', () => {
    const ran = run(ladder(['email', 'sms', 'push']), CROWD);
    expect(ran.send('climb', 'sent')).toBe(60_000);
    expect([ran.exit('climb', 'sent'), ran.exit('climb', 'exhausted')]).toEqual([60_000, 20_000]);
  });

  it('passes over a rung without consent in the same minute and says why', () => {
    const consent = { name: 'ok', data: { type: 'boolean', values: new Uint8Array(20_000) } } as const;
    const ran = run(ladder(['sms', 'email']), { ...CROWD, columns: [consent], roles: { ok: 'consent:sms' } });
    expect([ran.send('climb', 'sent'), ran.unsent('climb', 'consent'), ran.entered('climb')]).toEqual([
      20_000, 20_000, 40_000,
    ]);
  });
});

describe('a loop', () => {
  const looped = (maxPasses: number) =>
    smallJourney({
      steps: {
        gap: { kind: 'wait', until: { type: 'duration', minutes: HOUR } },
        again: { kind: 'update', changes: [] },
      },
      links: ['entry>next>gap', 'gap>next>again', 'again>next>gap'],
      settings: { maxPasses },
    });

  it.each([1, 3, 10])('runs %d times and leaves by its bound', (passes) => {
    const ran = run(looped(passes), { contacts: 100 });
    expect(ran.exit('gap', 'next')).toBe(100 * passes);
    expect([ran.exit('gap', '$loopBound'), ran.entered('gap')]).toEqual([100, 100 * (passes + 1)]);
  });
});

describe('an exit rule', () => {
  const organic = { kind: 'message', channel: 'webhook' } as const;
  const leaving = (mode: string) =>
    smallJourney({
      steps: { hook: organic, gap: { kind: 'wait', until: { type: 'duration', minutes: 30 * DAY } } },
      links: ['entry>next>hook', 'hook>next>gap'],
      settings: { exitRules: [{ id: 'converted', when: { kind: 'converted' }, mode: mode as 'immediate' }] },
    });

  it.each(['immediate', 'stepEnd', 'afterWait'])('%s takes the same people out', (mode) => {
    // λ = 0.00041 a day for 30 days: 1.222 % convert while they wait.
    const out = run(leaving(mode), { contacts: 100_000 }).exit('gap', '$exitRule');
    expect(Math.abs(out - 1_222)).toBeLessThan(175);
  });

  it('lets them go on the day it becomes true, or when the step ends', () => {
    const seed = seedOfBuyer(leaving('immediate'));
    const early = minuteOfLeaving(leaving('immediate'), 'gap', { seed });
    expect(early).toBeLessThan(30 * DAY);
    expect(minuteOfLeaving(leaving('stepEnd'), 'gap', { seed })).toBe(30 * DAY);
  });

  it('leaves a message unsent for who converted before it, and counts the conversion', () => {
    const journey = smallJourney({
      steps: { gap: { kind: 'wait', until: { type: 'duration', minutes: 30 * DAY } }, mail: mail(everybody) },
      links: ['entry>next>gap', 'gap>next>mail'],
      settings: { exitRules: [{ id: 'converted', when: { kind: 'converted' }, mode: 'immediate' }] },
    });
    const ran = run(journey, { seed: seedOfBuyer(journey) });
    expect([ran.total('conversions'), ran.total('sent'), ran.send('mail', 'converted')]).toEqual([1, 0, 0]);
  });

  /** The first seed under which the only contact leaves the wait by its exit rule. */
  function seedOfBuyer(journey: ReturnType<typeof smallJourney>): number {
    for (let seed = 1; seed < 2_000; seed++)
      if (run(journey, { seed }).exit('gap', '$exitRule') === 1) return seed;
    throw new Error('nobody buys');
  }
});

describe('an experiment', () => {
  const tried = (goesOn: boolean) =>
    smallJourney({
      steps: {
        test: {
          kind: 'experiment',
          arms: [
            { id: 'a', name: 'A', weight: 50 },
            { id: 'b', name: 'B', weight: 30 },
          ],
          holdout: { weight: 20, goesOn },
        },
        mail: mail(everybody),
      },
      links: ['entry>next>test', 'test>a>mail', 'test>b>mail', 'test>holdout>mail'],
    });

  it('divides by its weights', () => {
    const ran = run(tried(true), { contacts: 100_000 });
    const shares = ['a', 'b', 'holdout'].map((exit) => ran.exit('test', exit) / 100_000);
    [0.5, 0.3, 0.2].forEach((weight, arm) =>
      expect(Math.abs((shares[arm] ?? 0) - weight)).toBeLessThan(0.008),
    );
  });

  it('keeps messages from a holdout that goes on, each with that reason', () => {
    const ran = run(tried(true), CROWD);
    expect(ran.unsent('mail', 'holdout')).toBe(ran.exit('test', 'holdout'));
    expect(ran.send('mail', 'sent') + ran.unsent('mail', 'holdout')).toBe(20_000);
  });
});

describe('re-entry', () => {
  const daily = (reEntry: Record<string, unknown>) =>
    smallJourney({
      steps: { gap: { kind: 'wait', until: { type: 'duration', minutes: 36 * HOUR } } },
      links: ['entry>next>gap'],
      entry: { trigger: { type: 'schedule', everyDays: 1, at: '00:00' } },
      settings: { reEntry: reEntry as never, horizonMinutes: (10 * DAY) as never },
    });

  // A stay lasts 36 hours: who enters on day 0 is out at noon of day 1 and may come back on day 2.
  it.each([
    ['never', { mode: 'never' }, 1],
    ['after leaving', { mode: 'afterExit' }, 5],
    ['five days after coming in', { mode: 'cooldown', minutes: 5 * DAY, from: 'start' }, 2],
    ['five days after leaving', { mode: 'cooldown', minutes: 5 * DAY, from: 'end' }, 2],
  ])('%s', (_, reEntry, entries) => expect(run(daily(reEntry)).entered('entry')).toBe(entries));
});

describe('the entry cap', () => {
  it('lets exactly that many people in', () => {
    const journey = smallJourney({
      steps: { out: { kind: 'exit' } },
      links: ['entry>next>out'],
      settings: { entryCap: 700 },
    });
    const ran = run(journey, { contacts: 40_000 });
    expect([ran.entered('entry'), ran.results.journeys[0]?.overEntryCap]).toEqual([700, 39_300]);
  });
});
