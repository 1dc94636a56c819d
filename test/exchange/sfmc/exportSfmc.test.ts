import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { days, minutes, probability } from '../../../src/journey/units.ts';
import { around, branchOf, draft, step } from '../../support/draftJourney.ts';
import { sfmcFaults, verifySfmc } from '../../support/formats/sfmc.ts';
import { sfmcJourney } from '../../support/formats/sfmcJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { sharedJson, testWithShared } from '../../support/shared.ts';

interface Written {
  readonly key: string;
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  readonly triggers: readonly Readonly<Record<string, unknown>>[];
  readonly [field: string]: unknown;
}

async function exported(journey: Journey, options: ExportOptions = {}) {
  const result = await converter.export(journey, options);
  if (!result.ok) throw new Error(result.problems.map(({ words }) => words).join('\n'));
  const [file] = result.files;
  return { ...result, document: JSON.parse(file!.text) as Written };
}

describe('the verifier accepts what others made', () => {
  for (const path of [
    'fixtures/sfmc/mcdev_Quicksend.journey-meta.json',
    'fixtures/sfmc/mcdev_updatecontact.journey-meta.json',
    'reference/formats/sfmc.testNew_ours.journey-meta.json',
  ])
    testWithShared(path, path, () => {
      expect(sfmcFaults(sharedJson(path))).toEqual([]);
    });
});

describe('every template', () => {
  test.each(SAMPLE_NAMES)('%s goes out, right and with all of its steps told', async (name) => {
    const sample = openSample(name);
    const { files, fits, document } = await exported(sample);
    expect(verifySfmc(files)).toEqual([]);
    expect(files[0]!.name).toBe(`${sample.id}.journey-meta.json`);
    const told = new Set(fits.map(({ step: id }) => id));
    for (const [id] of stepEntries(sample)) expect(told).toContain(id);
    for (const { fit, words } of fits) if (fit !== 'native') expect(words).not.toBe('');
    expect(document['definitionType']).toBe('Multistep');
  });
});

test('random journeys go out right, and to the same bytes each time', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(sfmcJourney, runnableJourney), async (journey) => {
      const one = await converter.export(journey);
      if (!one.ok) return;
      told += 1;
      expect(verifySfmc(one.files)).toEqual([]);
      expect(await converter.export(journey)).toEqual(one);
    }),
    { seed: 21, numRuns: 60 },
  );
  expect(told).toBeGreaterThan(40);
});

describe('step by step', () => {
  const mail = step('message', {
    name: 'Mail',
    content: { subject: 'Hi {{first_name|friend}}', preheader: '50 %% off' },
  });
  const kinds: Readonly<Record<string, Step>> = {
    split: step('split', {
      branches: [branchOf('vip', { kind: 'column', column: 'plan', operator: 'is', value: 'a]]>b&<"' })],
    }),
    experiment: step('experiment'),
    message: mail,
    sms: step('message', { channel: 'sms' }),
    call: step('message', { channel: 'call' }),
    wait: step('wait'),
    check: step('check'),
    escalate: step('escalate'),
    update: step('update'),
    handoff: step('handoff'),
    goal: step('goal'),
  };
  test.each(Object.keys(kinds))('%s', async (name) => {
    const value = kinds[name]!;
    const exits = exitsOf(value).map((exit) => `it.${exit} > end`);
    const journey = draft({ first: mail, it: value, end: step('exit') }, [
      'entry-1.next > first',
      'first.next > it',
      ...exits,
    ]);
    const { files, document } = await exported(journey);
    expect(verifySfmc(files)).toEqual([]);
    const keys = document.activities.map(({ key }) => key);
    expect(keys).toContain('first');
    expect(keys).toContain('it');
  });

  test('an e-mail says its texts in the platform’s own placeholders', async () => {
    const { document } = await exported(around(mail));
    expect(document.activities[0]).toMatchObject({
      key: 'm',
      type: 'EMAILV2',
      configurationArguments: {
        triggeredSend: {
          emailSubject: 'Hi %%=IIF(EMPTY([first_name]),"friend",[first_name])=%%',
          preHeader: '50 %%=Concat("%","%")=%% off',
        },
      },
    });
  });

  test('a check is a wait and a question for each answer, best first', async () => {
    const check = step('check', {
      on: 'latest',
      responses: ['opened', 'clicked', 'replied'],
      windowMinutes: days(2),
    });
    const journey = draft({ mail, check, a: step('exit'), b: step('exit'), c: step('exit') }, [
      'entry-1.next > mail',
      'mail.next > check',
      'check.clicked > a',
      'check.opened > b',
      'check.noResponse > c',
    ]);
    const { document, fits } = await exported(journey);
    const said = document.activities.map(({ key, type, configurationArguments }) => ({
      key,
      type,
      configurationArguments,
    }));
    expect(said.slice(1)).toEqual([
      { key: 'check', type: 'WAIT', configurationArguments: { waitDuration: 2, waitUnit: 'DAYS' } },
      {
        key: 'check-clicked',
        type: 'ENGAGEMENTDECISION',
        configurationArguments: { refActivityCustomerKey: 'mail', statsTypeId: 3, statusUrlId: '0' },
      },
      {
        key: 'check-opened',
        type: 'ENGAGEMENTDECISION',
        configurationArguments: { refActivityCustomerKey: 'mail', statsTypeId: 2, statusUrlId: '0' },
      },
    ]);
    expect(fits).toContainEqual(
      expect.objectContaining({ step: 'check', code: 'responses-not-asked', fit: 'missing' }),
    );
  });

  test('shares become whole per cents, those held out a path that ends', async () => {
    const arms = [1, 2, 3].map((n) => ({ id: `arm${n}`, name: `Arm ${n}`, weight: 30 }));
    const experiment = step('experiment', { arms, holdout: { weight: 10, goesOn: true } });
    const journey = draft({ experiment, mail, end: step('exit') }, [
      'entry-1.next > experiment',
      'experiment.arm1 > mail',
      'experiment.holdout > mail',
      'mail.next > end',
    ]);
    const { document, fits } = await exported(journey);
    const outcomes = document.activities[0]!['outcomes'] as {
      key: string;
      next: unknown;
      arguments: unknown;
    }[];
    expect(outcomes.map(({ key, next, arguments: given }) => [key, next, given])).toEqual([
      ['arm1', 'mail', { percentage: 30 }],
      ['arm2', null, { percentage: 30 }],
      ['arm3', null, { percentage: 30 }],
      ['holdout', null, { percentage: 10 }],
    ]);
    expect(fits).toContainEqual(
      expect.objectContaining({ step: 'experiment', code: 'holdout-leaves', returns: false }),
    );
  });
});

describe('what the platform has not is told', () => {
  const many = draft(
    {
      'entry-1': step('entry', { spreadMinutes: minutes(60), eligible: { kind: 'tag', tag: 'vip' } }),
      mail: step('message', {
        obeysCaps: false,
        tags: ['promo'],
        transactional: true,
        content: {
          body: 'x'.repeat(20_000),
          utm: { utm_source: 'j' },
          couponCode: 'C',
          variants: [{ id: 'b', name: 'B' }],
        },
      }),
      call: step('message', { channel: 'preferred', fallback: ['call'] }),
      none: step('wait', { until: { type: 'duration', minutes: minutes(0) } }),
      score: step('update', {
        changes: [
          { type: 'addScore', points: 1 },
          { type: 'suppress', channel: 'all' },
        ],
      }),
      not: step('split', {
        branches: [
          branchOf('a', {
            kind: 'none',
            rules: [{ kind: 'column', column: 'plan', operator: 'startsWith', value: 'p' }],
          }),
        ],
      }),
      tiny: step('experiment', {
        arms: [
          { id: 'a', name: 'A', weight: 99.8 },
          { id: 'b', name: 'B', weight: 0.2 },
        ],
      }),
      off: step('wait', { disabled: true }),
    },
    [
      'entry-1.next > mail',
      'mail.next > call',
      'call.next > none',
      'none.next > score',
      'score.next > not',
      'not.else > tiny',
      'tiny.a > off',
    ],
    {
      exitRules: [{ id: 'out', when: { kind: 'converted' }, mode: 'immediate' }],
      reEntry: { mode: 'cooldown', minutes: days(30), from: 'end' },
      entryCap: 100,
    },
  );
  const policies: ExportOptions['policies'] = {
    caps: [
      {
        id: 'a',
        max: 1,
        window: { kind: 'calendar', unit: 'day' },
        zone: 'UTC',
        scope: 'all',
        onCap: { kind: 'skip' },
      },
    ],
    quietHours: { from: '22:00', until: '08:00', onQuiet: 'hold' },
    budgets: [{ channel: 'sms', amount: probability(1) as never }],
    rateLimits: [{ channel: 'sms', max: 1, perMinutes: minutes(5) }],
  };
  test.each([
    ['entry-1', 'entry-spread'],
    ['entry-1', 'entry-filter'],
    ['entry-1', 'rule-on-fields'],
    ['mail', 'message-caps'],
    ['mail', 'message-transactional'],
    ['mail', 'content-elsewhere'],
    ['call', 'channel-fixed'],
    ['call', 'channel-custom'],
    ['none', 'wait-none'],
    ['score', 'changes-not-made'],
    ['not', 'rule-part-lost'],
    ['tiny', 'arm-empty'],
    ['tiny', 'shares-rounded'],
    ['tiny', 'drawn-again'],
    ['off', 'step-disabled'],
    [undefined, 'exit-rules'],
    [undefined, 're-entry-cooldown'],
    [undefined, 'entry-cap'],
    [undefined, 'policy-caps'],
    [undefined, 'policy-quiet-hours'],
    [undefined, 'policy-budgets'],
    [undefined, 'policy-rate-limits'],
  ])('%s: %s', async (id, code) => {
    const { fits } = await exported(many, { policies });
    const fit = fits.find((one) => one.code === code && one.step === id);
    expect(fit?.fit).toMatch(/missing|emulated/);
  });

  test('a journey without anything to do is refused', async () => {
    const result = await converter.export(draft({ end: step('exit') }, ['entry-1.next > end']));
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['journey-empty']);
  });
});

describe('blanks', () => {
  const journey = draft(
    {
      mail: step('message', { name: 'Mail' }),
      tag: step('update'),
      ask: step('split', {
        branches: [branchOf('a', { kind: 'column', column: 'plan', operator: 'is', value: 'pro' })],
      }),
    },
    ['entry-1.next > mail', 'mail.next > tag', 'tag.next > ask'],
  );
  test('answers stand in the file', async () => {
    const answers = {
      'asset:mail': '4711',
      event: 'DEAudience-mine',
      'schema-version': '252',
      'data-extension': 'People',
      'field:email': 'Mail "x"',
    };
    const { blanks, files } = await exported(journey, { answers });
    const { text } = files[0]!;
    for (const sign of [
      '"emailId": 4711',
      'Event.DEAudience-mine.plan',
      '"schemaVersionId": 252',
      '"r__dataExtension_key": "People"',
    ])
      expect(text).toContain(sign);
    for (const { id, filled } of blanks) expect([id, filled]).toEqual([id, Object.hasOwn(answers, id)]);
    expect(blanks.map(({ id }) => id).sort()).toEqual(Object.keys(answers).sort());
    expect(verifySfmc(files)).toEqual([]);
  });
  test('an answer that does not fit is warned of', async () => {
    const { warnings, document } = await exported(journey, { answers: { 'asset:mail': 'seven' } });
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
    expect(JSON.stringify(document)).toContain('"emailId":0');
  });
});
