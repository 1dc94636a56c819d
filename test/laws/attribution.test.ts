import { beforeAll, describe, expect, it } from 'vitest';
import { AttributionWork } from '../../src/analytics/attribution/attributionWork.ts';
import { MODELS } from '../../src/analytics/attribution/attribute.ts';
import { trueLift, type LiftMetric } from '../../src/analytics/attribution/trueLift.ts';
import { buildDetail } from '../../src/analytics/buildDetail.ts';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { compile } from '../../src/compile/compile.ts';
import { detailing } from '../../src/engine/detail.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { bind } from '../../src/audience/bind.ts';
import type { Channel } from '../../src/journey/channels.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { days, probability } from '../../src/journey/units.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import { draft, step } from '../support/draftJourney.ts';
import { anybody } from '../support/simulate.ts';

const CONTACTS = 600;
const SEEDS = 1_000;

/** Three e-mails a week apart, opened and clicked as usual, that move nobody to buy. */
const nothingSells = step('message', { channel: 'email', response: { converted: probability(0) } });
const week = step('wait', { until: { type: 'duration', minutes: days(7) } });
const journey = draft(
  { one: nothingSells, week, two: nothingSells, again: week, three: nothingSells },
  ['entry-1.next > one', 'one.next > week', 'week.next > two', 'two.next > again', 'again.next > three'],
  {
    horizonMinutes: days(60),
    goals: [
      {
        id: 'order',
        name: 'Order',
        on: { kind: 'conversion' },
        value: { kind: 'event' },
        count: 'every',
        window: { minutes: days(60), from: 'entry' },
      },
    ],
  },
);

/** Orders come of their own accord, and neither an open nor an ad makes one more. */
const calibration = { common: { organicPerDay: 0.004, goodwillPerOpen: 0, adLift: 0 } };

function programFor(muted: readonly Channel[]) {
  const compiled = compile({
    journeys: [journey],
    schema: { ...schemaOf(anybody), rows: CONTACTS },
    policies: NO_POLICIES,
    calibration,
    outputs: { detail: true },
    muted,
  });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  return compiled.program;
}

describe('where messages move nobody', () => {
  const [on, off] = [programFor([]), programFor(['email'])];
  const run = (program: typeof on, seed: number) => {
    const contacts = { kind: 'range', from: 0, to: CONTACTS, of: CONTACTS } as const;
    const results = runContacts({ program, seed, contacts }, (numbers) => bind(program, anybody, numbers), {
      detailing,
    });
    const report = buildReport({ program, results, seed, seconds: 0, ...wordsOf(journey) });
    return { report, detail: buildDetail({ program, results }) };
  };
  const METRICS: readonly LiftMetric[] = ['conversionsAudience', 'revenueAudience'];
  let tried: readonly {
    readonly credited: readonly number[];
    readonly lifts: readonly NonNullable<ReturnType<typeof trueLift>>[];
  }[];

  beforeAll(() => {
    tried = Array.from({ length: SEEDS }, (_, seed) => {
      const [withMail, without] = [run(on, seed), run(off, seed)];
      const work = new AttributionWork();
      const { paths: touches, sends, contacts, factor, minorPerUnit } = withMail.detail;
      work.open({ touches, sends, contacts, factor, minorPerUnit, seed });
      const { models } = work.attribute({
        reading: { credited: 'channel', level: 'delivered', lookBackDays: undefined },
        settings: { decay: { by: 'time', halfLifeDays: 7 }, order: 1 },
      });
      const last = models[MODELS.indexOf('last')]!;
      return {
        credited: [last.conversions[0]!.value, last.value[0]!.value],
        lifts: METRICS.map((metric) => trueLift(withMail.report, without.report, metric)!),
      };
    });
  });

  it('the last touch is credited with orders and revenue all the same', () => {
    for (const { credited } of tried) for (const amount of credited) expect(amount).toBeGreaterThan(0);
    const orders = tried.reduce((sum, { credited }) => sum + credited[0]!, 0) / SEEDS;
    expect(orders).toBeGreaterThan(50);
  });

  it('the same contacts with the same luck buy as much without them, to the order', () => {
    for (const { lifts } of tried)
      for (const { by, same, certain } of lifts) expect([by.value, same, certain]).toEqual([0, true, false]);
  });

  it.each(METRICS)('a test on half of the contacts holds nothing, of %s, 93 to 97 times in 100', (metric) => {
    const place = METRICS.indexOf(metric);
    const held = tried.filter(({ lifts }) => {
      const { low, high } = lifts[place]!.asTest;
      return low <= 0 && 0 <= high;
    }).length;
    expect(held / SEEDS).toBeGreaterThan(0.93);
    expect(held / SEEDS).toBeLessThan(0.97);
  });
});
