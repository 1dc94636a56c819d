import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes, probability } from '../../../src/journey/units.ts';
import { around, draft, empty, step } from '../../support/draftJourney.ts';
import { exportedSteps } from '../../support/formats/parcelvoySteps.ts';
import { walk } from '../../support/formats/parcelvoyWalk.ts';
import { openSample } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

/** Codes of what is told of a step (`m` in `around`), without those that nothing is said of. */
async function toldOf(journey: Journey, id = 'm') {
  const { fits } = await exportedSteps(journey);
  return fits.filter((fit) => fit.step === id && fit.words !== '').map(({ fit, code }) => `${fit} ${code}`);
}

const message = (own: Partial<Extract<Step, { kind: 'message' }>> = {}) => step('message', own);

describe('what cannot be said is told', () => {
  test.each([
    [message({ channel: 'preferred', fallback: ['sms'] }), ['missing channel-preferred']],
    [message({ fallback: ['sms'] }), ['missing fallback-left']],
    [message({ channel: 'whatsapp' }), ['emulated channel-by-webhook']],
    [message({ obeysCaps: false }), ['emulated caps-none']],
    [message({ transactional: true }), ['emulated transactional-by-subscription']],
    [message({ tags: ['promo'] }), ['missing tags-left']],
    [message({ content: { body: 'Hello' } }), ['missing content-left']],
    [
      message({
        content: {
          couponCode: 'X',
          utm: { utm_source: 'a' },
          variants: [{ id: 'b', name: 'B', body: 'Hi' }],
        },
      }),
      ['missing variants-left', 'missing coupon-left', 'missing utm-left'],
    ],
    [step('wait', { until: { type: 'weekday', weekday: 'friday' } }), ['missing weekday-left']],
    [step('wait', { until: { type: 'random', from: minutes(1), to: minutes(9) } }), ['missing random-left']],
    [step('update', { changes: [{ type: 'suppress', channel: 'all' }] }), ['missing suppress-left']],
  ] as const)('%#: %j', async (kind, codes) => {
    expect(await toldOf(around(kind))).toEqual(codes);
  });

  test('of a holdout that walks on, which must not be sent anything', async () => {
    const holdout = { weight: 10, goesOn: true };
    const arms = [{ id: 'a', name: 'A', weight: 90 }];
    const journey = draft({ x: step('experiment', { arms, holdout }), mail: message() }, [
      'entry-1.next > x',
      'x.a > mail',
      'x.holdout > mail',
    ]);
    expect(await toldOf(journey, 'x')).toContain('missing holdout-leaves');
    const { steps } = await exportedSteps(journey);
    expect(steps['x']?.children?.map(({ external_id }) => external_id)).toEqual(['mail', 'x.holdout']);
  });

  test('of a hand-off, of which nothing is heard', async () => {
    expect(await toldOf(around(step('handoff'), ['accepted', 'missed']))).toEqual([
      'emulated handoff-by-event',
      'missing handoff-one-way',
    ]);
  });

  test('of an entry', async () => {
    const entry = step('entry', {
      spreadMinutes: hours(4),
      eligible: { kind: 'consent', channel: 'email' },
    });
    const told = await toldOf(draft({ in: entry }), 'in');
    expect(told).toContain('missing spread-left');
    expect(told).toContain('emulated eligible-by-gate');
    expect(told).toContain('emulated consent-by-address');
  });

  test('of the settings and the policies', async () => {
    const journey = draft({}, [], {
      entryCap: 500,
      transactional: true,
      reEntry: { mode: 'cooldown', minutes: days(7), from: 'end' },
      exitRules: [
        { id: 'bought', when: { kind: 'converted' }, mode: 'immediate' },
        { id: 'left', when: { kind: 'unsubscribed', channel: 'email' }, mode: 'stepEnd' },
        { id: 'vip', when: { kind: 'rule', rule: { kind: 'tag', tag: 'vip' } }, mode: 'immediate' },
      ],
    });
    const { steps, fits } = await exportedSteps(journey, { policies: STRICT_POLICIES });
    const codes = fits.filter((fit) => fit.step === undefined).map(({ fit, code }) => `${fit} ${code}`);
    expect(codes).toEqual([
      'missing cooldown-left',
      'missing entry-cap-left',
      'missing transactional-by-subscription',
      'missing policy-left',
      'missing policy-left',
      'emulated exit-rule-as-exit',
      'emulated exit-rule-as-exit',
      'missing exit-rule-left',
    ]);
    expect(steps['entry-1.leave-2']).toMatchObject({
      type: 'exit',
      data: {
        entrance_uuid: 'entry-1',
        event_name: 'unsubscribed',
        rule: { children: [{ value: 'email' }] },
      },
    });
  });

  test('of a loop, which is written out', async () => {
    const { fits, steps } = await exportedSteps(openSample('lead-nurture'));
    expect(fits.some(({ code }) => code === 'loop-unrolled')).toBe(true);
    expect(Object.keys(steps).length).toBeGreaterThan(50);
  });
});

describe('the file', () => {
  test('keeps two ways to one step apart', async () => {
    const branches = [{ id: 'yes', name: 'Yes', rule: { kind: 'tag', tag: 'vip' } as const }];
    const { steps } = await exportedSteps(around(step('split', { branches }), ['yes', 'else']));
    expect(steps['m']?.children).toEqual([
      { external_id: 'end', path: 'yes' },
      { external_id: 'm..no', path: 'no' },
    ]);
    expect(steps['m..no']).toMatchObject({ type: 'delay', children: [{ external_id: 'end' }] });
    expect(walk(steps, {}).map(({ id }) => id)).toEqual(['entry-1', 'm', 'm..no', 'end']);
  });

  test('is the same from export to export, and called after the journey', async () => {
    const [once, again] = [
      await exportedSteps(openSample('win-back')),
      await exportedSteps(openSample('win-back')),
    ];
    expect(once.files).toEqual(again.files);
    expect(once.files[0]?.name).toBe('win-back-lapsed-customers.parcelvoy-steps.json');
    expect(once.files[0]?.text).toMatch(/^\{\n {2}"lapsed": \{\n[^]*\}\n$/);
  });

  test('does not take an answer that is no number', async () => {
    const { warnings, steps } = await exportedSteps(around(message()), {
      answers: { 'campaign:m': 'welcome' },
    });
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
    expect(steps['m']?.data?.['campaign_id']).toBe(0);
  });

  test('keeps names as the texts they are', async () => {
    const name = '<script>alert("{{user.email}}")</script> \\ \u2028';
    const { steps } = await exportedSteps(around(message({ name })));
    expect(steps['m']?.name).toBe(name);
  });

  test('is not made of a journey with errors', async () => {
    const done = await converter.export({ ...empty, steps: {}, layout: {} });
    expect(done.ok || done.problems.map(({ code }) => code)).toEqual(['no-entry']);
    const weights = step('experiment', { arms: [{ id: 'a', name: 'A', weight: 3 }] });
    expect((await converter.export(around(weights, ['a']))).ok).toBe(false);
  });

  test('tells of every step', async () => {
    const journey = openSample('orchestration');
    const { fits } = await exportedSteps(journey);
    expect([...new Set(fits.flatMap(({ step: id }) => (id === undefined ? [] : [id])))]).toEqual(
      Object.keys(journey.steps).sort(),
    );
    expect(fits.every(({ fit, words }) => fit === 'native' || words.endsWith('.'))).toBe(true);
  });

  test('says nothing of what a rehearsal supposes', async () => {
    const supposed = message({ note: 'x', response: { opened: probability(0.4) }, occasion: 'triggered' });
    expect(await toldOf(around(supposed))).toEqual([]);
    const { files } = await exportedSteps(around(supposed));
    expect(files[0]?.text).not.toContain('opened');
  });
});
