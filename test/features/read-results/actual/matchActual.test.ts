import '../../../../src/i18n/awayWords.ts';
import { describe, expect, it } from 'vitest';
import { compareActual, expectedGiven } from '../../../../src/analytics/actual/compareActual.ts';
import { datesOf } from '../../../../src/analytics/dashboard/timeline.ts';
import { matchActual } from '../../../../src/features/read-results/actual/matchActual.ts';
import type { ActualRow } from '../../../../src/features/read-results/actual/readActual.ts';
import { remedyOf } from '../../../../src/features/read-results/actual/remedyOf.ts';
import { foreseenDays } from '../../../../src/analytics/actual/foreseen.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { probability } from '../../../../src/journey/units.ts';
import { changeAssumption, withAssumption } from '../../../../src/compile/response/changeAssumption.ts';
import type { Journey } from '../../../../src/journey/journey.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { openSample } from '../../../support/samples.ts';

const journey = openSample('welcome');

function detailOf(seed: number, of: Journey = journey, calibration = {}) {
  const outcome = forecastHere({
    journey: of,
    audience: { kind: 'sample', rows: 20_000 },
    contacts: 10_000,
    seed,
    calibration,
    policies: NO_POLICIES,
    detailed: true,
    showFor: 10_000,
  });
  if (!outcome.ok || !outcome.detail) throw new Error('the run did not work');
  return outcome.detail;
}

const detail = detailOf(1);
const dates = datesOf(detail);
const [first] = detail.sends;
const nameOf = (step: string) => Object.entries(journey.steps).find(([id]) => id === step)?.[1].name ?? '';
const match = (rows: readonly ActualRow[]) => matchActual(rows, detail, { journey, t: i18n.t });
const row = (more: Partial<ActualRow>): ActualRow => ({ day: dates[0]!, values: { sent: 1 }, ...more });

describe('lines of a file', () => {
  it('are found by the step’s name, however it is written, and added up by day', () => {
    const found = match([
      row({ step: nameOf(first!.step).toUpperCase(), channel: 'E-Mail' }),
      row({ step: first!.step, channel: 'email', values: { sent: 2 } }),
      row({ step: first!.step, day: dates[2]! }),
    ]);
    if (!('lines' in found)) throw new Error('nothing matched');
    expect(found.lines).toHaveLength(1);
    expect(found.lines[0]?.fields.sent).toEqual([3, 0, 1]);
    expect(found.stretch).toEqual({ from: 0, to: 2 });
  });

  it('about a step that is not there are left out with its name and those there are', () => {
    const found = match([row({ step: first!.step }), row({ step: 'Goodbye' })]);
    expect(found.doubts).toHaveLength(1);
    expect(found.doubts[0]).toContain('called “Goodbye”');
    expect(found.doubts[0]).toContain(nameOf(first!.step));
    expect(match([row({ step: 'Goodbye' })]).doubts[0]).toContain('No line is about');
  });

  it('of a launch on other days are held against the forecast from its first day', () => {
    const found = match([row({ day: '2031-03-01' }), row({ day: '2031-03-02' })]);
    expect(found).toMatchObject({ shiftedFrom: '2031-03-01', stretch: { from: 0, to: 1 } });
  });

  it('of days that the run has not are left out with both ranges named', () => {
    const found = match([row({ step: first!.step }), row({ step: first!.step, day: '2020-01-01' })]);
    expect(found.doubts[0]).toBe(
      `1 line is left out: the file has days from 2020-01-01 to ${dates[0]!}, the run from ${dates[0]!} to ${dates.at(-1)!}.`,
    );
    const around = match([row({ day: '2020-01-01' }), row({ day: '2040-01-01' })]);
    expect(around).not.toHaveProperty('lines');
    expect(around.doubts.join(' ')).toMatch(
      /None of its days.*2 lines are left out.*2020-01-01 to 2040-01-01/,
    );
  });

  it('of one name and day are added up, and where they stand is told', () => {
    const found = match([
      row({ step: first!.step, line: 2 }),
      row({ step: nameOf(first!.step), line: 5 }),
      row({ step: first!.step, day: dates[1]!, line: 6 }),
    ]);
    expect(found.doubts).toEqual([
      `“${nameOf(first!.step)}” has several lines for one day, which were added up: ${dates[0]!} (lines 2, 5).`,
    ]);
  });

  it('without a step are about the whole journey', () => {
    const found = match([row({ values: { conversions: 4 } })]);
    expect('lines' in found && found.lines[0]?.line).toEqual({ kind: 'journey' });
  });
});

describe('a message that is clicked less than forecast', () => {
  const sentBy = (place: number) =>
    foreseenDays(detail, { kind: 'sends', places: [place] }, 'sent').simulated.reduce((a, b) => a + b, 0);
  const busiest = detail.sends.map((_, place) => place).toSorted((a, b) => sentBy(b) - sentBy(a))[0]!;
  const { step } = detail.sends[busiest]!;
  const dull = withAssumption(
    changeAssumption(
      { place: { in: 'send', name: 'clicked', step: step as never, rung: undefined } },
      probability(0.005),
      { journey, policies: NO_POLICIES, calibration: {} },
    ),
    { journey, policies: NO_POLICIES, calibration: {} },
  ).journey;
  const launched = detailOf(99, dull);
  const line = { kind: 'sends', places: [busiest] } as const;
  const fields = Object.fromEntries(
    (['sent', 'delivered', 'opened', 'clicked'] as const).map((field) => [
      field,
      foreseenDays(launched, line, field).simulated.slice(0, 40),
    ]),
  );
  const [compared] = compareActual(detail, [{ line, fields }], { from: 0, to: 39 });
  const clicked = compared!.fields.find(({ field }) => field === 'clicked')!;
  const means = { sends: detail.sends, journey, calibration: {} };

  it('is an alert, and its remedy is that rate, at its message', () => {
    expect(clicked.total.alert).toBe(true);
    expect(remedyOf(compared!, clicked, means)).toMatchObject({
      kind: 'rate',
      rate: 'clicked',
      base: 'delivered',
      change: { place: { in: 'send', name: 'clicked', step } },
    });
  });

  it('is forecast as it came when that remedy is taken', () => {
    const remedy = remedyOf(compared!, clicked, means);
    if (remedy?.kind !== 'rate' || !remedy.change) throw new Error('no remedy');
    const design = { journey, policies: NO_POLICIES, calibration: {} };
    const mended = withAssumption(changeAssumption(remedy.change, remedy.change.value, design), design);
    const again = compareActual(detailOf(5, mended.journey), [{ line, fields }], { from: 0, to: 39 });
    expect(again[0]?.fields.find(({ field }) => field === 'clicked')?.total.alert).toBe(false);
  });

  it('follows from fewer messages where only these are off', () => {
    const half = (values: readonly number[] | undefined) =>
      (values ?? []).map((value) => Math.round(value / 2));
    const right = foreseenDays(detailOf(3), line, 'clicked').simulated.slice(0, 40);
    const sent = foreseenDays(detailOf(3), line, 'delivered').simulated.slice(0, 40);
    const fewer = compareActual(
      detail,
      [{ line, fields: { sent: half(sent), delivered: half(sent), clicked: half(right) } }],
      { from: 0, to: 39 },
    )[0]!;
    const of = (name: string) => fewer.fields.find(({ field }) => field === name)!;
    expect(of('clicked').total.alone).toBeLessThan(0.05);
    expect(of('clicked').total.alert).toBe(false);
    expect(of('sent').total.alert).toBe(true);
    expect(remedyOf(fewer, of('sent'), means)).toEqual({ kind: 'sent' });
  });

  it('is calibrated by nothing where more went out than were due: that is told first, and the rate beside it', () => {
    const often = (name: 'sent' | 'delivered' | 'opened', times: number) =>
      foreseenDays(detailOf(3), line, name)
        .simulated.slice(0, 40)
        .map((value) => Math.round(value * times));
    const more = compareActual(
      detail,
      [
        {
          line,
          fields: {
            sent: often('sent', 1.5),
            delivered: often('delivered', 1.5),
            opened: often('opened', 1.3),
          },
        },
      ],
      { from: 0, to: 39 },
    )[0]!;
    const opened = more.fields.find(({ field }) => field === 'opened')!;
    // More opens than forecast, and yet too few for so many messages.
    expect(opened.total.actual).toBeGreaterThan(opened.total.expected);
    expect(opened.total.actual).toBeLessThan(expectedGiven(opened.total));
    expect(opened.total.alert).toBe(true);
    expect(remedyOf(more, opened, means)).toMatchObject({ kind: 'rate', isBaseOff: true, change: undefined });
  });
});
