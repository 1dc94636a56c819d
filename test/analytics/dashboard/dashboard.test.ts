import { describe, expect, it } from 'vitest';
import type { RunDetail } from '../../../src/analytics/detail.ts';
import { messageShares, sendLoad } from '../../../src/analytics/dashboard/loads.ts';
import { sendFigures } from '../../../src/analytics/dashboard/sendFigures.ts';
import { daySeries, datesOf, lastDay, stretchOf } from '../../../src/analytics/dashboard/timeline.ts';
import { unsentDays } from '../../../src/analytics/dashboard/unsent.ts';
import type { Report } from '../../../src/analytics/report.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

const ROWS = 20_000;

function runOf(name: string): { readonly report: Report; readonly detail: RunDetail } {
  const outcome = forecastHere({
    journey: openSample(name),
    audience: { kind: 'sample', rows: ROWS },
    contacts: 5000,
    seed: 3,
    calibration: {},
    policies: NO_POLICIES,
    detailed: true,
  });
  if (!outcome.ok || !outcome.detail) throw new Error('the run did not work');
  return { report: outcome.report, detail: outcome.detail };
}

const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);

describe.each(SAMPLE_NAMES)('the dashboard of %s', (name) => {
  const { report, detail } = runOf(name);

  it('adds up to the report, day by day and in all', () => {
    const conversions = daySeries(detail, 'conversions');
    expect(total(conversions.daily.map(({ value }) => value))).toBeCloseTo(
      report.totals.conversions.value,
      6,
    );
    expect(conversions.cumulative.at(-1)?.value).toBeCloseTo(report.totals.conversions.value, 6);
    const revenue = daySeries(detail, 'revenueMinor').cumulative.at(-1)!;
    expect(revenue.value).toBeCloseTo(report.totals.revenue.value, 2);
    expect(revenue.low).toBeCloseTo(report.totals.revenue.low, 2);
    expect(revenue.high).toBeCloseTo(report.totals.revenue.high, 2);
    expect(daySeries(detail, 'costMicros').cumulative.at(-1)?.value).toBeCloseTo(report.totals.cost.value, 2);
    const whole = stretchOf(detail, 'revenueMinor', { from: 0, to: detail.days - 1 });
    expect(whole).toEqual(revenue);
  });

  it('starts on the journey’s first day and ends with the last one in which anything happens', () => {
    const dates = datesOf(detail);
    expect(dates).toHaveLength(detail.days);
    expect(dates[0]).toBe(openSample(name).settings.start.slice(0, 10));
    const last = lastDay(detail);
    expect(
      total(
        daySeries(detail, 'sent')
          .daily.slice(last)
          .map(({ value }) => value),
      ),
    ).toBe(0);
  });

  it('says of each message what the report says', () => {
    report.messages.forEach((message, place) => {
      const figures = sendFigures(detail, [place]);
      expect(detail.sends[place]).toMatchObject({ step: message.step, channel: message.channel });
      expect(figures.sent.value).toBeCloseTo(message.sent, -0.5);
      expect(figures.clicked.value).toBeCloseTo(message.clicked, -0.5);
      expect(figures.converted.value).toBeCloseTo(message.converted, -0.5);
      expect(figures.cost).toBeCloseTo(message.cost, 4);
      expect(figures.sent.low).toBeLessThanOrEqual(figures.sent.value);
      expect(figures.sent.high).toBeGreaterThanOrEqual(figures.sent.value);
      if (figures.cost > 0) {
        const roi = (0.5 * figures.revenue.value - figures.cost) / figures.cost;
        expect(sendFigures(detail, [place], 0.5).roi?.value).toBeCloseTo(roi, 6);
      } else expect(figures.roi).toBeUndefined();
    });
  });

  it('knows of every message when it was sent, and of every contact how many it got', () => {
    const sent = total(report.messages.map((message) => message.sent));
    expect(Math.abs(total(sendLoad(detail).flat()) - sent)).toBeLessThanOrEqual(report.messages.length);
    expect(total(messageShares(detail).map(({ contacts }) => contacts.value))).toBeCloseTo(ROWS, 6);
    const unsent = total(report.messages.flatMap((message) => Object.values(message.unsent)));
    const { values } = unsentDays(detail, {});
    expect(Math.abs(total(values.flat()) - unsent)).toBeLessThanOrEqual(report.messages.length * 10);
  });

  it('lets nobody get lost between nodes of its flow, and goes in no circle', () => {
    const { nodes, links, ways } = detail.flows;
    const left = new Float64Array(nodes.length);
    for (const { source, people } of [...links, ...ways]) left[source]! += people;
    nodes.forEach(({ people }, at) => expect(left[at]).toBe(people));
    const depth = new Map<number, number>();
    const depthOf = (node: number, seen: readonly number[]): number => {
      if (seen.includes(node)) throw new Error('the flow goes in a circle');
      const known = depth.get(node);
      if (known !== undefined) return known;
      const found = Math.max(
        0,
        ...links
          .filter(({ source }) => source === node)
          .map((link) => 1 + depthOf(link.target, [...seen, node])),
      );
      depth.set(node, found);
      return found;
    };
    nodes.forEach((_, node) => expect(depthOf(node, [])).toBeLessThanOrEqual(nodes.length));
  });
});

describe('contacts by messages got', () => {
  const { detail } = runOf('welcome');
  const sharesOf = (counts: Readonly<Record<number, number>>) => {
    const messages = new Float64Array(61);
    for (const [got, contacts] of Object.entries(counts)) messages[Number(got)] = contacts;
    return messageShares({ ...detail, messages, factor: 1 });
  };

  it('have a bar for each number where there are few', () => {
    expect(sharesOf({ 0: 5, 2: 3 }).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('share bars of equal width where there are many; the last is open where the count is', () => {
    const some = sharesOf({ 0: 5, 7: 1, 40: 3 });
    expect(some.slice(0, 3).map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 3],
      [4, 6],
    ]);
    expect(some.at(-1)).toMatchObject({ from: 40, to: 42 });
    expect(sharesOf({ 60: 9 }).at(-1)).toMatchObject({ from: 57, to: undefined });
    expect(sharesOf({ 60: 9 }).length).toBeLessThanOrEqual(16);
  });
});
