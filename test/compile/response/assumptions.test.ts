import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Assumption, Design } from '../../../src/compile/response/assumption.ts';
import { assumptionsOf } from '../../../src/compile/response/assumptions.ts';
import { changeAssumption, withAssumption } from '../../../src/compile/response/changeAssumption.ts';
import { isDefault, isGiven } from '../../../src/compile/response/rates.ts';
import { spanOf } from '../../../src/compile/response/spanOf.ts';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import { COMMON_LIMITS, type CommonName } from '../../../src/journey/calibration.ts';
import type { StepId } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import { money, probability } from '../../../src/journey/units.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { openSample } from '../../support/samples.ts';
import { EMAIL, smallJourney } from '../../support/smallJourney.ts';

const schema = sampleSchema(20_000);

const plain = (name: string): Design => ({
  journey: openSample(name),
  policies: NO_POLICIES,
  calibration: {},
});

/** What a forecast depends on: the program, and what its report takes from revenue. */
function madeOf({ journey, policies, calibration }: Design): string {
  const compiled = compile({ journeys: [journey], schema, policies, calibration });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { grossMargin, fixedCost } = policies.economics ?? {};
  const typed = (_: string, value: unknown) =>
    value instanceof Float64Array || value instanceof Int32Array ? [...value] : value;
  return JSON.stringify([compiled.program, grossMargin ?? 1, fixedCost ?? 0], typed);
}

/** Another value that the assumption may have. */
function otherValue({ value, most, unit }: Assumption): number {
  const other =
    value === 0 ? Math.min(most, 0.01) : value === most ? value * 0.9 : Math.min(most, value * 1.1);
  return unit === 'minutes' ? Math.round(other) : other;
}

const changed = (assumption: Assumption, value: number | undefined, design: Design) =>
  withAssumption(changeAssumption(assumption, value, design), design);

/** Between them they have every channel that templates use, escalations, hand-offs with agents and without. */
const SOME = ['orchestration', 'speed-to-lead', 'win-back'];

describe.each(SOME)('every assumption of %s', (name) => {
  test('moves what a forecast is made of, takes the value it is given, and can be taken back', () => {
    const design = plain(name);
    const before = madeOf(design);
    const assumptions = assumptionsOf(design, schema);
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
    expect(assumptions.length).toBeGreaterThan(5);
    for (const assumption of assumptions) {
      const value = otherValue(assumption);
      const after = changed(assumption, value, design);
      expect(madeOf(after), assumption.id).not.toBe(before);
      const now = assumptionsOf(after, schema).find(({ id }) => id === assumption.id);
      expect(now?.value, assumption.id).toBeCloseTo(value, 9);
      expect(now && isDefault(now.source), assumption.id).toBe(false);
      if (!isDefault(assumption.source)) continue;
      expect(changed(assumption, undefined, after), assumption.id).toEqual(design);
    }
  });
});

const REQUEST = { audience: { kind: 'sample', rows: 20_000 }, contacts: 20_000, seed: 1 } as const;

function groupsOf(design: Design) {
  const outcome = forecastHere({ ...design, ...REQUEST });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ words }) => words).join('\n'));
  return { ...outcome.report.groups, fixedCost: outcome.report.fixedCost };
}

describe('nothing that moves a forecast is missing', () => {
  const names = Object.keys(COMMON_LIMITS).filter((name): name is CommonName => name in COMMON_LIMITS);

  test.each(['orchestration', 'welcome', 'speed-to-lead'])('of the common numbers in %s', (name) => {
    const design = plain(name);
    const before = groupsOf(design);
    const listed = assumptionsOf(design, schema).map(({ id }) => id);
    for (const common of names) {
      // Far from every benchmark.
      const value = Math.min(COMMON_LIMITS[common], 0.9 * COMMON_LIMITS[common]);
      const after = groupsOf({ ...design, calibration: { common: { [common]: value } } });
      const moves = JSON.stringify(after) !== JSON.stringify(before);
      if (moves) expect(listed).toContain(`common.${common}`);
    }
  });

  test.each(['orchestration', 'abandoned-cart'])('of the rates and costs of channels in %s', (name) => {
    const design = plain(name);
    const before = groupsOf(design);
    const listed = assumptionsOf(design, schema).map(({ id }) => id);
    for (const channel of ['email', 'sms', 'push', 'display-ad', 'call', 'whatsapp'] as const) {
      for (const rate of ['delivered', 'clicked', 'converted', 'unsubscribed'] as const) {
        const calibration = { channels: { [channel]: { [rate]: probability(0.4) } } };
        const moves = JSON.stringify(groupsOf({ ...design, calibration })) !== JSON.stringify(before);
        // What does not apply on a channel is listed once somebody gives it.
        const after = assumptionsOf({ ...design, calibration }, schema).map(({ id }) => id);
        if (moves) expect([...listed, ...after]).toContain(`${channel}.${rate}`);
      }
      const policies = { ...NO_POLICIES, economics: { costs: { [channel]: money(1) } } };
      const moves = JSON.stringify(groupsOf({ ...design, policies })) !== JSON.stringify(before);
      if (moves) expect(listed).toContain(`${channel}.cost`);
    }
  });

  test('of what a workspace pays and earns', () => {
    const design = plain('orchestration');
    const listed = assumptionsOf(design, schema).map(({ id }) => id);
    expect(listed).toEqual(expect.arrayContaining(['economics.grossMargin', 'economics.fixedCost']));
  });

  test('of the three boxes, once they are filled in', () => {
    const calibration = {
      opened: probability(0.4),
      clicked: probability(0.02),
      converted: probability(0.05),
    };
    const design = { ...plain('welcome'), calibration };
    const ids = assumptionsOf(design, schema).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['box.opened', 'box.clicked', 'box.converted']));
    const clicked = assumptionsOf(design, schema).find(({ id }) => id === 'box.clicked');
    if (!clicked) throw new Error('the box is missing');
    expect(madeOf(changed(clicked, 0.03, design))).not.toBe(madeOf(design));
    expect(changed(clicked, undefined, design).calibration).toEqual({
      opened: calibration.opened,
      converted: calibration.converted,
    });
  });
});

describe('a figure that an assumption is said not to move', () => {
  test('stays what it is', () => {
    const design = plain('speed-to-lead');
    const before = groupsOf(design);
    for (const assumption of assumptionsOf(design, schema)) {
      if (assumption.moves.includes('conversions')) continue;
      const after = groupsOf(changed(assumption, otherValue(assumption), design));
      expect(after.conversions, assumption.id).toEqual(before.conversions);
      if (!assumption.moves.includes('revenue')) expect(after.revenue, assumption.id).toEqual(before.revenue);
    }
  });
});

describe('a message with rates and a cost of its own', () => {
  const own = {
    ...STEP_DEFINITIONS.message.defaults(),
    cost: money(2),
    response: { clicked: probability(0.1) },
  };
  const { journey } = applyEdit(smallJourney(), { type: 'changeStep', id: EMAIL, step: own });
  const design: Design = { journey, policies: NO_POLICIES, calibration: {} };

  test('has them listed in place of its channel’s', () => {
    const ids = assumptionsOf(design, schema).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['message-1..email.clicked', 'message-1..email.cost']));
    expect(ids).not.toContain('email.clicked');
    expect(ids).not.toContain('email.cost');
    expect(ids).toContain('email.converted');
  });

  test('goes back to its channel’s when they are taken back', () => {
    const clicked = assumptionsOf(design, schema).find(({ id }) => id === 'message-1..email.clicked');
    if (!clicked) throw new Error('the rate is missing');
    const { journey: after } = changed(clicked, undefined, design);
    const { response: _, ...rest } = own;
    expect(after.steps[EMAIL]).toEqual(rest);
  });
});

describe('an assumption’s evidence', () => {
  const calibration = { clicked: probability(0.032), converted: probability(0.25) };
  const design: Design = { ...plain('orchestration'), calibration };
  const all = assumptionsOf(design, schema);
  const named = (id: string) => {
    const found = all.find((one) => one.id === id);
    if (!found) throw new Error(`no such assumption: ${id}`);
    return found;
  };

  test('of a figure that somebody gave has no range, whatever is published', () => {
    const converted = named('box.converted');
    expect(converted.range).toBeUndefined();
    expect(converted.published).toEqual({ low: 0.03, high: 0.13 });
    expect(spanOf(converted)).toEqual({ low: 0.125, high: 0.375, whatIf: true });
    for (const one of all) if (isGiven(one.source)) expect(one.range, one.id).toBeUndefined();
  });

  test('of a figure that was moved has its range moved by the same odds ratio', () => {
    const { value, range, published, source } = named('sms.clicked');
    expect(source).toBe('calibrated');
    const odds = (share: number) => share / (1 - share);
    const ratio = odds(0.032) / odds(0.016);
    expect(odds(value) / odds(0.06)).toBeCloseTo(ratio, 9);
    expect(odds(range!.low) / odds(published!.low)).toBeCloseTo(ratio, 9);
    expect(odds(range!.high) / odds(published!.high)).toBeCloseTo(ratio, 9);
  });

  test('is listed once: what stands in a box does not stand at its channel again', () => {
    const campaign = { ...STEP_DEFINITIONS.message.defaults(), occasion: 'campaign' as const };
    const { journey } = applyEdit(smallJourney(), { type: 'changeStep', id: EMAIL, step: campaign });
    const ids = assumptionsOf({ journey, policies: NO_POLICIES, calibration }, schema).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['box.clicked', 'box.converted', 'email.opened']));
    expect(ids).not.toContain('email.clicked');
    expect(ids).not.toContain('email.converted');
  });

  test('is told apart by who said it', () => {
    const sourceOf = (id: string) => named(id).source;
    const winRate = all.find(({ id }) => id.endsWith('.winRate'));
    expect(winRate?.source).toBe('journey');
    expect(sourceOf('economics.grossMargin')).toBe('assumed');
    expect(sourceOf('email.cost')).toBe('assumed');
    expect(sourceOf('common.quickBuyers')).toBe('assumed');
    expect(sourceOf('common.organicPerDay')).toBe('benchmark');
    expect(sourceOf('email.delivered')).toBe('benchmark');
    expect(sourceOf('box.clicked')).toBe('yours');
    for (const { source, reference, id } of assumptionsOf(plain('orchestration'), schema))
      if (source === 'benchmark') expect(reference, id).not.toMatch(/^(assumption|not known|does not apply)/);
  });
});

test('a rate of an answer to something is given as it is seen, though it is kept as that of campaigns', () => {
  const triggered = { ...STEP_DEFINITIONS.message.defaults(), occasion: 'triggered' as const };
  const { journey } = applyEdit(smallJourney(), { type: 'changeStep', id: EMAIL, step: triggered });
  const design: Design = { journey, policies: NO_POLICIES, calibration: {} };
  const clicked = assumptionsOf(design, schema).find(({ id }) => id === 'email.clicked');
  if (!clicked) throw new Error('the rate is missing');
  expect(clicked.value).toBe(0.05);
  const after = changed(clicked, 0.08, design);
  expect(assumptionsOf(after, schema).find(({ id }) => id === 'email.clicked')?.value).toBeCloseTo(0.08, 12);
  expect(after.calibration.channels?.email?.clicked).toBeLessThan(0.05);
});

test('a place that is not in the journey is a mistake of the program', () => {
  const place = { in: 'send', name: 'clicked', step: 'gone' as StepId, rung: undefined } as const;
  const design: Design = { journey: smallJourney(), policies: NO_POLICIES, calibration: {} };
  expect(() => changeAssumption({ place }, 0.1, design)).toThrow(/gone/);
});
