import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import { createJourney } from '../../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { exitsOf, type Step, STEP_DEFINITIONS, STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { days, minutes, money } from '../../../src/journey/units.ts';
import { bpmnFaults } from '../../support/formats/bpmn.ts';
import { promisesAll, readBack, written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

test('the platform fetches its converter when asked for', async () => {
  expect(PLATFORMS.bpmn.checked).toBe('engine');
  expect(await PLATFORMS.bpmn.load()).toBe(converter);
});

describe('templates', () => {
  test.each(SAMPLE_NAMES)(
    '%s goes out right and comes back whole, settings and places included',
    async (name) => {
      const journey = openSample(name);
      const { files, fits, warnings, blanks } = await written(converter, journey);
      expect(await bpmnFaults(files)).toEqual([]);
      expect([warnings, blanks, promisesAll(fits)]).toEqual([[], [], true]);
      // Without the journey that it was made from: the file alone says all of it.
      const { id, luckId } = journey;
      const imported = await converter.import(files, { id, luckId });
      expect(imported).toEqual({
        ok: true,
        journey: { ...journey, origin: { platform: 'bpmn', steps: {} } },
        warnings: [],
      });
      const again = imported.ok ? await written(converter, imported.journey) : undefined;
      expect(again?.files).toEqual(files);
    },
  );
});

/** Every kind, and every way of being that is drawn in another way. */
const STEPS: Readonly<Record<string, Step>> = {
  ...Object.fromEntries(
    STEP_KINDS.filter((kind) => kind !== 'entry').map((kind) => [kind, STEP_DEFINITIONS[kind].defaults()]),
  ),
  'check that is ranked': {
    ...STEP_DEFINITIONS.check.defaults(),
    ranked: true,
    responses: ['clicked', 'opened'],
  },
  'check from the send': { ...STEP_DEFINITIONS.check.defaults(), windowFrom: 'send' },
  'check without responses': { ...STEP_DEFINITIONS.check.defaults(), responses: [] },
  'check of all responses': {
    ...STEP_DEFINITIONS.check.defaults(),
    responses: ['bounced', 'converted', 'clicked', 'replied', 'opened', 'unsubscribed'],
  },
  'check that is switched off': { ...STEP_DEFINITIONS.check.defaults(), disabled: true },
  'split without branches': { ...STEP_DEFINITIONS.split.defaults(), branches: [] },
  'split that is switched off': { ...STEP_DEFINITIONS.split.defaults(), disabled: true },
  'experiment with a holdout': {
    ...STEP_DEFINITIONS.experiment.defaults(),
    arms: [{ id: 'only', name: 'Only', weight: 92.5 }],
    holdout: { weight: 7.5, goesOn: true },
  },
  'wait for a clock time': { kind: 'wait', name: 'W', until: { type: 'timeOfDay', at: '18:30' } },
  'wait for days': { kind: 'wait', name: 'W', until: { type: 'daysAt', days: 3, at: '09:00' } },
  'wait for a weekday': { kind: 'wait', name: 'W', until: { type: 'weekday', weekday: 'sunday' } },
  'wait for a date': {
    kind: 'wait',
    name: 'W',
    until: { type: 'date', column: 'renewal "date" (next) }', offsetMinutes: -90 },
  },
  'wait by chance': { kind: 'wait', name: 'W', until: { type: 'random', from: minutes(5), to: days(2) } },
  'wait of no time': { kind: 'wait', name: 'W', until: { type: 'duration', minutes: minutes(0) } },
  'goal that converts': { kind: 'goal', name: 'G', conversion: { value: money(12.5) } },
};

/** A message, then the step, which leads on by its first exit and ends by the others. */
function around(step: Step): Journey {
  const made = createJourney({
    id: journeyId('one'),
    luckId: 'one',
    name: 'One',
    start: '2026-03-02T08:00:00Z',
  });
  const [entry, message, tried, end] = ['entry-1', 'message-1', 'tried', 'end'].map(stepId);
  const [first] = exitsOf(step);
  return {
    ...made,
    steps: {
      ...made.steps,
      [message!]: STEP_DEFINITIONS.message.defaults(),
      [tried!]: step,
      [end!]: { kind: 'exit', name: 'End' },
    },
    links: {
      [entry!]: { next: message! },
      [message!]: { next: tried! },
      ...(first !== undefined && { [tried!]: { [first]: end! } }),
    },
    layout: {
      [entry!]: { x: 0, y: 0 },
      [message!]: { x: 320, y: 0 },
      [tried!]: { x: 640, y: 0 },
      [end!]: { x: 960, y: 0 },
    },
  };
}

describe('steps one by one', () => {
  test.each(Object.entries(STEPS))('%s', async (_, step) => {
    const journey = around(step);
    const { files, fits } = await written(converter, journey);
    expect(await bpmnFaults(files)).toEqual([]);
    expect(fits.filter((fit) => fit.step === 'tried').length).toBeGreaterThan(0);
    expect(promisesAll(fits)).toBe(true);
    const { origin: _origin, ...back } = await readBack(converter, files);
    expect({ ...back, id: journey.id, luckId: journey.luckId }).toEqual(journey);
  });

  test('the entry: events, a schedule, a date, who is let in, and how they are spread', async () => {
    const sample = around({ kind: 'exit', name: 'Out' });
    for (const trigger of [
      { type: 'events', event: 'cart <left> & "gone"\n', perDay: 3 },
      { type: 'schedule', everyDays: 7, at: '08:00' },
      { type: 'date', column: 'signed_up', offsetDays: -3, at: '10:00' },
    ] as const) {
      const rule = { kind: 'none', rules: [{ kind: 'tag', tag: 'vip' }] } as const;
      const entry = { kind: 'entry', name: 'In', trigger, eligible: rule, spreadMinutes: days(1) } as const;
      const journey: Journey = { ...sample, steps: { ...sample.steps, [stepId('entry-1')]: entry } };
      const { files, fits } = await written(converter, journey);
      expect(await bpmnFaults(files)).toEqual([]);
      const codes = fits.filter(({ step }) => step === 'entry-1').map(({ code }) => code);
      expect(codes).toEqual([
        `entry-${trigger.type === 'events' ? 'event' : trigger.type}`,
        'entry-eligible',
        'entry-spread',
      ]);
      expect((await readBack(converter, files)).steps[stepId('entry-1')]).toEqual(entry);
    }
  });
});

describe('what is said of it', () => {
  test('policies, exit rules and settings that no engine heeds are each said', async () => {
    const sample = openSample('abandoned-cart');
    const exported = await converter.export(
      {
        ...sample,
        settings: {
          ...sample.settings,
          entryCap: 50,
          transactional: true,
          exitRules: sample.settings.exitRules.map((rule) => ({ ...rule, mode: 'afterWait' })),
        },
      },
      { policies: STRICT_POLICIES },
    );
    const codes = exported.ok ? exported.fits.flatMap((fit) => (fit.step ? [] : [fit.code])) : [];
    expect(codes).toEqual([
      're-entry',
      'entry-cap',
      'journey-transactional',
      'exit-rule-at-once',
      'exit-rule-at-once',
      'policy-not-in-file',
      'policy-not-in-file',
    ]);
  });

  test('what of a message only the extension says is named', async () => {
    const step: Step = {
      ...STEP_DEFINITIONS.message.defaults(),
      content: {
        subject: 'Hi',
        couponCode: 'X',
        utm: { utm_source: 'a' },
        variants: [{ id: 'b', name: 'B' }],
      },
      channel: 'preferred',
      fallback: ['sms'],
      tags: ['promo'],
      transactional: true,
      obeysCaps: false,
    };
    const { fits } = await written(converter, around(step));
    expect(fits.filter((fit) => fit.step === 'tried').map(({ words }) => words)).toEqual([
      'The service send sends it; the channel, the content, the variants, the coupon code, the UTM parameters, the channels to fall back on, the tags and that it is transactional stand in the extension for it.',
      'BPMN knows no caps: that none stops this one is for whoever sends to heed, it stands in the extension.',
    ]);
  });

  test('loops, steps that nobody comes to and steps that are switched off', async () => {
    const sample = around({ kind: 'wait', name: 'Again', until: { type: 'duration', minutes: days(1) } });
    const [tried, message, lost] = ['tried', 'message-1', 'lost'].map(stepId);
    const journey: Journey = {
      ...sample,
      steps: {
        ...sample.steps,
        [message!]: { ...STEP_DEFINITIONS.message.defaults(), disabled: true },
        [lost!]: { kind: 'goal', name: 'Lost' },
      },
      links: { ...sample.links, [tried!]: { next: message! }, [lost!]: { next: message! } },
      layout: { ...sample.layout, [lost!]: { x: 10, y: 900 } },
    };
    const { files, fits } = await written(converter, journey);
    expect(await bpmnFaults(files)).toEqual([]);
    const codes = fits.flatMap(({ step, code }) => (step ? [`${step} ${code}`] : []));
    expect(codes).toEqual([
      'end step-not-drawn',
      'entry-1 native',
      'lost step-not-drawn',
      'message-1 step-disabled',
      'tried loop-unbounded',
    ]);
    const { origin: _, ...back } = await readBack(converter, files);
    expect({ ...back, id: journey.id, luckId: journey.luckId }).toEqual(journey);
  });

  test('a journey with errors is not written', async () => {
    const exported = await converter.export(
      around({ ...STEP_DEFINITIONS.experiment.defaults(), arms: [{ id: 'a', name: 'A', weight: 40 }] }),
    );
    expect(exported.ok ? [] : exported.problems.map(({ code }) => code)).toEqual(['weights-not-100']);
  });
});

describe('texts', () => {
  const ODD = '<script>alert("1")</script> {{name|you}} & \'x\' ]]> \u0007\t\uFFFE 😀 \uD800 ü';

  test('names with markup stay text, everywhere, and come back to the letter', async () => {
    const sample = around({
      kind: 'split',
      name: ODD,
      note: ODD,
      branches: [
        { id: 'gateway', name: ODD, rule: { kind: 'column', column: ODD, operator: 'is', value: ODD } },
      ],
    });
    const journey: Journey = {
      ...sample,
      name: ODD,
      brief: `${ODD}\r\nand more`,
      notes: { one: { text: ODD, tint: 'blue', x: 1, y: 2, width: 240, height: 120 } },
      groups: { two: { name: ODD, tint: 'rose', steps: [stepId('tried')] } },
    };
    const { files } = await written(converter, journey);
    expect(await bpmnFaults(files)).toEqual([]);
    expect(files[0]?.text).not.toMatch(/<script|[\u0000-\u0008\uFFFE\uD800](?![\uDC00-\uDFFF])/);
    const { origin: _, ...back } = await readBack(converter, files);
    expect({ ...back, id: journey.id, luckId: journey.luckId }).toEqual(journey);
  });

  test('the file is called as the journey', async () => {
    const { files } = await written(converter, { ...openSample('welcome'), name: 'A/B: "win" <back>?' });
    expect(files[0]?.name).toBe('a-b-win-back.bpmn');
  });
});
