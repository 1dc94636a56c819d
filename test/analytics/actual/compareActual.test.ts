import { describe, expect, it } from 'vitest';
import { compareActual, type ActualLine } from '../../../src/analytics/actual/compareActual.ts';
import { told } from '../../../src/analytics/actual/falseAlerts.ts';
import { ACTUAL_FIELDS, foreseenDays, type Line } from '../../../src/analytics/actual/foreseen.ts';
import { bandOfOneLaunch } from '../../../src/analytics/actual/oneLaunch.ts';
import type { RunDetail } from '../../../src/analytics/detail.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample } from '../../support/samples.ts';

const ROWS = 20_000;
const CONTACTS = 1000;
const journey = openSample('orchestration');

function launch(seed: number, calibration = {}): RunDetail {
  const outcome = forecastHere({
    journey,
    audience: { kind: 'sample', rows: ROWS },
    contacts: CONTACTS,
    seed,
    calibration,
    policies: NO_POLICIES,
    detailed: true,
    showFor: CONTACTS,
  });
  if (!outcome.ok || !outcome.detail) throw new Error('the run did not work');
  return outcome.detail;
}

/** What a tool would export of this run: every send and the journey by day. */
function exportOf(detail: RunDetail, days: number): readonly ActualLine[] {
  const lines: readonly Line[] = [
    { kind: 'journey' },
    ...detail.sends.map((_, place): Line => ({ kind: 'sends', places: [place] })),
  ];
  return lines.map((line) => ({
    line,
    fields: Object.fromEntries(
      ACTUAL_FIELDS.map((field) => [field, foreseenDays(detail, line, field).simulated.slice(0, days)]),
    ),
  }));
}

const isAlert = (compared: ReturnType<typeof compareActual>) =>
  compared.some(({ fields }) => fields.some(({ total, days }) => total.alert || days.some((d) => d.alert)));

describe('a launch drawn from the forecast itself', () => {
  it('raises any alert in at most 5 of 100 launches', { timeout: 600_000 }, () => {
    const LAUNCHES = 1000;
    const forecasts = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => launch(seed));
    let alarmed = 0;
    for (let at = 0; at < LAUNCHES; at++) {
      const forecast = forecasts[at % forecasts.length]!;
      const actual = exportOf(launch(1000 + at), 30);
      if (isAlert(compareActual(forecast, actual, { from: 0, to: 29 }))) alarmed++;
    }
    expect(alarmed).toBeLessThanOrEqual(0.05 * LAUNCHES);
  });
});

describe('a launch that answers otherwise', () => {
  it('is told, by the figure that is off, and not by those before it', () => {
    const forecast = launch(1);
    const actual = exportOf(launch(77, { clicked: 0.002 }), 30);
    const compared = compareActual(forecast, actual, { from: 0, to: 29 });
    const whole = new Map(compared[0]?.fields.map(({ field, total }) => [field, total]));
    expect(whole.get('clicked')?.alert).toBe(true);
    const { actual: clicks, foreseen } = whole.get('clicked')!;
    expect(clicks).toBeLessThan(bandOfOneLaunch(foreseen).low);
    expect(whole.get('opened')?.alert).toBe(false);
  });
});

describe('a stretch of the launch', () => {
  it('is held against the same days of the forecast alone', () => {
    const forecast = launch(1);
    const line: Line = { kind: 'journey' };
    const { simulated } = foreseenDays(forecast, line, 'sent');
    const [compared] = compareActual(forecast, [{ line, fields: { sent: simulated.slice(2, 5) } }], {
      from: 2,
      to: 4,
    });
    const sent = compared?.fields[0];
    expect(sent?.days).toHaveLength(3);
    expect(sent?.total.expected).toBe(simulated.slice(2, 5).reduce((a, b) => a + b, 0));
    expect(sent?.total.surprise).toBe(1);
  });
});

describe('what is told of many surprises', () => {
  it('is what Benjamini and Hochberg’s example tells', () => {
    const surprises = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(told(surprises, 0.05).filter(Boolean)).toHaveLength(4);
    expect(told(surprises.toReversed(), 0.05).slice(-4)).toEqual([true, true, true, true]);
  });

  it('is nothing where nothing is surprising', () => {
    expect(told([0.5, 0.2, 0.9], 0.05)).toEqual([false, false, false]);
    expect(told([], 0.05)).toEqual([]);
  });
});
