import { describe, expect, it } from 'vitest';
import { BENCHMARKS_ONLY } from '../../../src/journey/calibration.ts';
import { CHANNELS } from '../../../src/journey/channels.ts';
import { CHANNEL_BENCHMARKS } from '../../../src/compile/response/benchmarks.ts';
import { openDelayOf } from '../../../src/compile/response/delays.ts';
import {
  clickOddsForRate,
  delayFactors,
  ENGAGEMENT,
  fatigue,
  oddsForRate,
  openRate,
} from '../../../src/compile/response/odds.ts';
import {
  conversionThresholds,
  poissonTable,
  propensityBins,
} from '../../../src/compile/response/propensity.ts';
import { machineShare, ratesOf, readOpens, reportedOpens } from '../../../src/compile/response/rates.ts';
import { compileSend, contradiction } from '../../../src/compile/response/sends.ts';

const TWO_32 = 2 ** 32;
const share = (odds: number) => odds / (1 + odds);
const mean = (values: Iterable<number>) => {
  const all = [...values];
  return all.reduce((sum, value) => sum + value, 0) / all.length;
};

describe('odds', () => {
  it('engagement has mean 0 and nearly the spread of a normal', () => {
    expect(mean(ENGAGEMENT)).toBeCloseTo(0, 12);
    expect(mean(ENGAGEMENT.map((z) => z * z))).toBeGreaterThan(0.97);
  });

  it.each([
    [0.21, 1.3],
    [0.016, 0.5],
    [0.0025, -0.35],
    [0.95, 0],
    [0.5, 2],
  ])('mean %d is kept whatever the spread (%d)', (rate, sigma) => {
    expect(mean([...oddsForRate(rate, sigma)].map(share))).toBeCloseTo(rate, 8);
  });

  it('clicks of delivered are kept although clicks hang on opens, engagement and delay', () => {
    const factors = [...delayFactors(openDelayOf(CHANNEL_BENCHMARKS.email), 4.31 * 60, 0.143)];
    const opens = oddsForRate(0.21, 1.3);
    const clicks = clickOddsForRate(0.016, 0.5, opens, factors);
    const rate = mean(
      [...opens].map((o, b) => share(o) * mean(factors.map((f) => share((clicks[b] ?? 0) * f)))),
    );
    expect(rate).toBeCloseTo(0.016, 8);
    expect(openRate(opens)).toBeCloseTo(0.21, 8);
  });

  it('early openers click more: the factor falls with the delay and is 1 near the pivot', () => {
    const factors = [...delayFactors(openDelayOf(CHANNEL_BENCHMARKS.email), 4.31 * 60, 0.143)];
    factors.slice(1).forEach((factor, i) => expect(factor).toBeLessThanOrEqual(factors[i] ?? 0));
    expect(mean(factors)).toBeGreaterThan(0.95);
    expect(mean(factors)).toBeLessThan(1.15);
  });

  it('fatigue leaves odds alone at the pressure that rates are quoted for', () => {
    expect(fatigue(-0.16)[16]).toBe(1);
    expect(fatigue(-0.16)[32]).toBeCloseTo(Math.exp(-0.16), 8);
  });
});

describe('purchase propensity', () => {
  it('has mean 1 and most of the variance 1/0.24 of its gamma', () => {
    const bins = propensityBins(true);
    expect(mean(bins)).toBeCloseTo(1, 10);
    const variance = mean([...bins].map((v) => v * v)) - 1;
    expect(variance).toBeGreaterThan(0.9 / 0.24);
    expect(variance).toBeLessThan(1 / 0.24);
  });

  it.each([0.0077, 0.06, 0.3, 0.9])('conversion rate %d is kept as the mean over bins', (rate) => {
    expect(mean([...conversionThresholds(rate, propensityBins(true))]) / TWO_32).toBeCloseTo(rate, 8);
  });

  it('converts everybody at 1 and nobody at 0', () => {
    expect([
      ...new Set([
        ...conversionThresholds(1, propensityBins(true)),
        ...conversionThresholds(0, propensityBins(true)),
      ]),
    ]).toEqual([TWO_32, 0]);
  });

  it('Poisson tables have the mean of each bin', () => {
    const bins = Float64Array.of(0.1, 1, 9);
    const { width, thresholds } = poissonTable(0.5, bins);
    bins.forEach((v, bin) => {
      let expected = 0;
      for (let k = 0; k < width; k++) expected += 1 - (thresholds[bin * width + k] ?? 0) / TWO_32;
      expect(expected).toBeCloseTo(0.5 * v, 6);
    });
  });
});

describe('rates', () => {
  const email = { channel: 'email', occasion: 'campaign' } as const;

  it('machine opens go in and out', () => {
    expect(readOpens(reportedOpens(0.21)).people).toBeCloseTo(0.21, 12);
    expect(reportedOpens(0.21)).toBeCloseTo(0.3443, 4);
  });

  it.each([0, 0.05, 0.1, 0.15, 0.18, 0.25, 0.34, 0.6, 0.99, 1])(
    'a reported open rate of %d is people and machines together',
    (reported) => {
      const { people, machines } = readOpens(reported);
      expect(1 - (1 - machines) * (1 - people)).toBeCloseTo(reported, 12);
      expect(machines).toBeLessThanOrEqual(0.17 + 1e-12);
      expect(people).toBeGreaterThanOrEqual(reported / 2);
      expect(machineShare({ opened: reported as never })).toBe(machines);
    },
  );

  it.each(CHANNELS)('%s: any three rates of one’s own can be simulated', (channel) => {
    for (const opened of [0, 0.1, 0.25, 1]) {
      for (const clicked of [0, 0.025, 0.1, 0.9, 1]) {
        const calibration = { opened, clicked, converted: 0.5 } as never;
        const rates = ratesOf({ channel, occasion: 'triggered' }, calibration);
        expect(rates.clicked.value).toBeLessThanOrEqual(rates.opened.value);
        expect(
          contradiction({ channel, occasion: 'triggered' }, { calibration, heterogeneous: true }),
        ).toBeUndefined();
      }
    }
  });

  it('your rates replace campaign e-mail and move the rest by the same odds ratio', () => {
    const calibration = { clicked: 0.032 as never };
    expect(ratesOf(email, calibration).clicked).toMatchObject({ value: 0.032, source: 'yours' });
    const sms = ratesOf({ channel: 'sms', occasion: 'campaign' }, calibration).clicked;
    const ratio = 0.032 / 0.968 / (0.016 / 0.984);
    expect(sms.source).toBe('calibrated');
    expect(sms.value / (1 - sms.value)).toBeCloseTo((0.06 / 0.94) * ratio, 10);
  });

  it('a message’s own rate beats calibration', () => {
    const own = ratesOf({ ...email, response: { clicked: 0.2 as never } }, { clicked: 0.03 as never });
    expect(own.clicked).toMatchObject({ value: 0.2, source: 'journey' });
  });

  it.each(CHANNELS)('%s: all rates are probabilities and compile', (channel) => {
    for (const occasion of ['campaign', 'triggered'] as const) {
      const rates = ratesOf({ channel, occasion }, BENCHMARKS_ONLY);
      for (const rate of Object.values(rates))
        expect(rate.value >= 0 && rate.value <= 1 && rate.reference !== '').toBe(true);
      const send = compileSend(
        { channel, occasion },
        { step: 0, rung: -1, channel: 0 },
        { calibration: {}, heterogeneous: true },
      );
      for (const values of Object.values(send))
        if (values instanceof Float64Array) expect([...values].every(Number.isFinite)).toBe(true);
    }
  });
});
