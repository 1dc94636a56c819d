import { describe, expect, it } from 'vitest';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { unsentReasons } from '../../src/engine/results.ts';
import { days, hours, minutes, money, probability } from '../../src/journey/units.ts';
import { partition } from '../../src/simulation/partition.ts';
import { draft, step } from '../support/draftJourney.ts';
import { readResults } from '../support/readResults.ts';
import { anybody, run, tryCompile } from '../support/simulate.ts';

/*
 * Contacts that share something are not a sample of themselves: what one takes the others lack. A forecast gives its contacts their share
 * of what there is (docs/simulation.md, “Shared capacity”), which makes it near the full run, not an estimate with an interval.
 */
const AUDIENCE = 8_000;
const SAMPLE = 800;
const FACTOR = AUDIENCE / SAMPLE;
const audience = { ...anybody, rows: AUDIENCE };

/** The journey for all and for a sample, the latter's counts for all. */
function both(journey: Journey, policies: Policies, seed: number) {
  const compiled = tryCompile(journey, audience, policies);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  expect(program.chronological).toBe(true);
  const [full, forecast] = [AUDIENCE, SAMPLE].map((contacts) => {
    const [range] = partition(contacts, AUDIENCE, 1);
    const results = run(program, { contacts, seed, audience, range: range! });
    const read = readResults(program, results);
    const factor = AUDIENCE / contacts;
    const budget = unsentReasons(program).indexOf('budget');
    return {
      sent: (id: string) => read.sends(id, 'sent') * factor,
      costMicros: read.total('costMicros') * factor,
      unsentForMoney: (results.journeys[0]!.unsent[budget] ?? NaN) * factor,
      exit: (id: string, exit: string) => read.exit(id, exit) * factor,
    };
  });
  return { full: full!, forecast: forecast! };
}

/** Everybody is in at once. */
const mails = (horizonMinutes: ReturnType<typeof days>) =>
  draft({ mail: step('message', { cost: money(0.01) }) }, ['entry-1.next > mail'], {
    horizonMinutes,
    heterogeneity: 'off',
  });

describe('a forecast under a budget', () => {
  it.each([1, 2, 3])('spends what the full run spends, within a message (seed %i)', (seed) => {
    const policies = { ...NO_POLICIES, budgets: [{ channel: 'email', amount: money(31.4) }] } as const;
    const { full, forecast } = both(mails(days(2)), policies, seed);
    expect(full.sent('mail')).toBe(3_140);
    // A tenth of the money buys 314 messages for a tenth of the contacts.
    expect(Math.abs(forecast.sent('mail') - full.sent('mail'))).toBeLessThan(FACTOR);
    expect(forecast.costMicros).toBeLessThanOrEqual(31.4e6);
    expect(forecast.costMicros).toBeGreaterThan(31.4e6 - FACTOR * 10_000);
    expect(full.unsentForMoney).toBe(AUDIENCE - 3_140);
    expect(Math.abs(forecast.unsentForMoney - full.unsentForMoney)).toBeLessThan(FACTOR);
  });

  it('is not held up by one that the full run does not use up', () => {
    const policies = { ...NO_POLICIES, budgets: [{ channel: 'email', amount: money(100) }] } as const;
    const { full, forecast } = both(mails(days(2)), policies, 1);
    expect(full.unsentForMoney + forecast.unsentForMoney).toBe(0);
    expect(forecast.sent('mail')).toBe(full.sent('mail'));
  });
});

describe('a forecast under a rate limit', () => {
  // What is out after a day of waiting one's turn; 8 000 would need longer.
  it.each([
    ['a whole number of messages an hour', 200, 60],
    ['less than one message in its window', 4, 60],
    ['one message in many minutes', 1, 7],
  ])('lets out as many by the horizon as the full run, a window aside: %s', (_, max, perMinutes) => {
    const limit = { channel: 'email', max, perMinutes: minutes(perMinutes) } as const;
    const { full, forecast } = both(mails(days(1)), { ...NO_POLICIES, rateLimits: [limit] }, 5);
    const windows = Math.ceil(1440 / perMinutes);
    expect(full.sent('mail')).toBe(windows * max);
    // A window begun counts whole, in the sample as in the full run.
    const window = Math.max(max, FACTOR);
    expect(Math.abs(forecast.sent('mail') - full.sent('mail'))).toBeLessThanOrEqual(window);
  });
});

describe('a rate limit that a sample has no whole number of', () => {
  it.each([14, 15, 24, 27, 199])('keeps its rate: %i an hour for ten times as many', (max) => {
    const limit = { channel: 'email', max, perMinutes: hours(1) } as const;
    const { full, forecast } = both(mails(days(1)), { ...NO_POLICIES, rateLimits: [limit] }, 5);
    const apart = Math.abs(forecast.sent('mail') - full.sent('mail'));
    // A window of the sample that has begun counts whole, and the rate itself may be a hundredth off.
    expect(apart).toBeLessThanOrEqual(0.01 * full.sent('mail') + 7 * FACTOR);
    expect(forecast.sent('mail')).toBeGreaterThan(0.9 * full.sent('mail'));
  });
});

describe('a forecast with agents', () => {
  it.each([
    ['12 agents', 12, 20],
    ['4 agents, of whom the sample has 0.4', 4, 30],
    ['1 agent, of whom it has 0.1', 1, 60],
  ])('with working hours takes about as many as the full run: %s', (_, agents, handling) => {
    const journey = draft(
      {
        'entry-1': step('entry', { trigger: { type: 'atOnce' }, spreadMinutes: days(25) }),
        call: step('handoff', {
          serviceMinutes: minutes(0),
          slaMinutes: hours(48),
          capacity: {
            agents,
            handlingMinutes: minutes(handling),
            handlingSpread: 'constant',
            hours: { weekdays: [0, 1, 2, 3, 4], from: '09:00', until: '17:00' },
          },
          opportunity: { ...step('handoff').opportunity, winRate: probability(0) },
        }),
      },
      ['entry-1.next > call'],
      { horizonMinutes: days(30), heterogeneity: 'off' },
    );
    const { full, forecast } = both(journey, NO_POLICIES, 9);
    // A call of the sample stands for ten; in the full run one that begins before closing is finished after it.
    const [taken, shown] = [full.exit('call', 'accepted'), forecast.exit('call', 'accepted')];
    expect(Math.abs(shown - taken)).toBeLessThanOrEqual(0.15 * taken + 2 * FACTOR);
  });

  const handedOff = (agents: number) =>
    draft(
      {
        call: step('handoff', {
          serviceMinutes: minutes(0),
          slaMinutes: hours(24),
          capacity: { agents, handlingMinutes: minutes(20), handlingSpread: 'constant' },
          opportunity: { ...step('handoff').opportunity, winRate: probability(0) },
        }),
      },
      ['entry-1.next > call'],
      { horizonMinutes: days(3), heterogeneity: 'off' },
    );

  it.each([
    ['20, of whom 2 serve the sample', 20],
    ['27, of whom 2.7 would: 3, who take longer', 27],
    ['4, of whom 0.4 would: 1, who takes longer', 4],
  ])('takes as many as the full run before they miss, a call per agent aside: %s', (_, agents) => {
    const { full, forecast } = both(handedOff(agents), NO_POLICIES, 9);
    // 24 hours hold 72 calls of 20 minutes, and the one that begins at their end.
    expect(full.exit('call', 'accepted')).toBeGreaterThanOrEqual(agents * 72);
    expect(full.exit('call', 'accepted')).toBeLessThanOrEqual(agents * 73);
    const sampled = Math.max(1, Math.round(agents / FACTOR));
    const apart = Math.abs(forecast.exit('call', 'accepted') - full.exit('call', 'accepted'));
    expect(apart).toBeLessThanOrEqual(sampled * FACTOR + agents);
    expect(forecast.exit('call', 'accepted') + forecast.exit('call', 'missed')).toBe(AUDIENCE);
  });
});
