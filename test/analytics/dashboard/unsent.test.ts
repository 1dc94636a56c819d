import { describe, expect, it } from 'vitest';
import { ruleCost } from '../../../src/analytics/dashboard/ruleCost.ts';
import {
  byReason,
  dueMessages,
  matching,
  unsentDays,
  unsentEstimate,
  unsentLines,
} from '../../../src/analytics/dashboard/unsent.ts';
import { wilson } from '../../../src/analytics/intervals.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import { relaxationsOf } from '../../../src/journey/relaxations.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

const ROWS = 10_000;
const CONTACTS = 5_000;

function runOf(journey: Journey, under: Policies) {
  const outcome = forecastHere({
    journey,
    audience: { kind: 'sample', rows: ROWS },
    contacts: CONTACTS,
    seed: 2,
    calibration: {},
    policies: under,
    detailed: true,
  });
  if (!outcome.ok || !outcome.detail) throw new Error('the run did not work');
  return { report: outcome.report, detail: outcome.detail };
}

const journey = openSample('orchestration');
const { report, detail } = runOf(journey, STRICT_POLICIES);
const lines = unsentLines(report);
const sum = (values: readonly { readonly people: number }[]) =>
  values.reduce((all, { people }) => all + people, 0);

describe('unsent messages', () => {
  it('are all there, each with what was due where it was', () => {
    const unsent = report.messages.flatMap((message) => Object.values(message.unsent));
    expect(sum(lines)).toBeCloseTo(
      unsent.reduce((all, people) => all + people, 0),
      6,
    );
    const sent = report.messages.reduce((all, message) => all + message.sent, 0);
    expect(dueMessages(report)).toBeCloseTo(sent + sum(lines), 6);
    for (const { people, due } of lines) expect(people).toBeLessThanOrEqual(due);
    expect(lines.map(({ reason }) => reason)).toContain('cap:weekly');
    expect(lines.map(({ people }) => people)).toEqual(
      lines.map(({ people }) => people).toSorted((a, b) => b - a),
    );
  });

  it('add up by reason, and by day to the same', () => {
    const reasons = byReason(lines);
    expect(sum(reasons)).toBeCloseTo(sum(lines), 6);
    const days = unsentDays(detail, {});
    days.reasons.forEach((reason, at) => {
      const people = reasons.find((one) => one.reason === reason)?.people ?? NaN;
      const counted = days.values[at]!.reduce((all, count) => all + count, 0);
      expect(Math.abs(counted - people)).toBeLessThanOrEqual(report.messages.length);
    });
    expect(days.values.some((row) => row.at(-1)! > 0)).toBe(true);
  });

  it('can be filtered by reason and channel, over days too', () => {
    const email = matching(lines, { channel: 'email' });
    expect(email.length).toBeGreaterThan(0);
    expect(email.every(({ channel }) => channel === 'email')).toBe(true);
    const capped = matching(lines, { channel: 'email', reason: 'cap:weekly' });
    expect(unsentDays(detail, { channel: 'email', reason: 'cap:weekly' }).reasons).toEqual(
      capped.length > 0 ? ['cap:weekly'] : [],
    );
    expect(unsentDays(detail, { channel: 'call' })).toEqual({ reasons: [], values: [] });
  });
});

describe('unsent messages of a reason that stopped nobody', () => {
  it('may be as many as one contact gets of them, for every contact that is not excluded', () => {
    const free = runOf(journey, NO_POLICIES);
    const sent = free.report.messages.reduce((all, message) => all + message.sent, 0) / free.detail.factor;
    const each = sent / (CONTACTS - free.detail.messages[0]!);
    expect(each).toBeGreaterThan(1.2);
    const people = wilson(0, CONTACTS).high * CONTACTS * free.detail.factor;
    expect(unsentEstimate(free.detail, { reason: 'budget' }).high).toBeCloseTo(each * people, 6);
  });
});

describe('what a rule costs', () => {
  const relaxed = relaxationsOf(journey, STRICT_POLICIES).map(({ key, change }) => ({
    key,
    report: runOf(change.journey ?? journey, change.policies ?? STRICT_POLICIES).report,
  }));

  it('is told of the cap: without it more messages go out, by so many as the two reports differ', () => {
    const without = relaxed.find(({ key }) => key === 'caps.weekly')!.report;
    const cost = ruleCost(report, without)!;
    const sentIn = (one: typeof report) => one.messages.reduce((all, message) => all + message.sent, 0);
    expect(cost.messages.value).toBeGreaterThan(0);
    expect(Math.abs(cost.messages.value - (sentIn(without) - sentIn(report)))).toBeLessThanOrEqual(
      report.messages.length * 2,
    );
    expect(cost.messages.low).toBeLessThan(cost.messages.value);
    expect(cost.messages.high).toBeGreaterThan(cost.messages.value);
    expect(cost.same).toBe(false);
  });

  it('is nothing at all where nothing differs, and unknown where the contacts are others', () => {
    const cost = ruleCost(report, report)!;
    expect([cost.same, cost.messages]).toEqual([true, { value: 0, low: 0, high: 0 }]);
    expect(ruleCost(report, { ...report, seed: 99 })).toBeUndefined();
  });
});
