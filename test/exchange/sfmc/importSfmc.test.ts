import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days } from '../../../src/journey/units.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { verifySfmc } from '../../support/formats/sfmc.ts';
import { hasShared, sharedText, testWithShared } from '../../support/shared.ts';

interface Part {
  readonly key: string;
  readonly type: string;
  readonly next?: string | null;
  readonly outcomes?: readonly object[];
  readonly [field: string]: unknown;
}

function activity({ next, ...part }: Part): object {
  const outcomes = [{ key: `${part.key}-o`, ...(next !== undefined && { next }) }];
  return { name: part.key, outcomes, configurationArguments: {}, metaData: {}, ...part };
}

const TRIGGER = {
  key: 'TRIGGER',
  name: 'In',
  type: 'EmailAudience',
  outcomes: [],
  metaData: { eventDefinitionKey: 'DE-1' },
};

function fileOf(activities: readonly Part[], more: object = {}): string {
  return JSON.stringify({
    key: 'k',
    name: 'Theirs',
    workflowApiVersion: 1,
    definitionType: 'Multistep',
    entryMode: 'NotSet',
    triggers: [TRIGGER],
    activities: activities.map(activity),
    ...more,
  });
}

function read(text: string): Promise<Imported> {
  return converter.import([{ name: 'a.journey-meta.json', type: 'application/json', text }]);
}

async function journeyOf(
  text: string,
): Promise<{ journey: Journey; codes: readonly string[]; paths: readonly (string | undefined)[] }> {
  const imported = await read(text);
  if (!imported.ok)
    throw new Error(imported.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  outcome(imported.journey);
  return {
    journey: imported.journey,
    codes: imported.warnings.map(({ code }) => code),
    paths: imported.warnings.map(({ path }) => path),
  };
}

const MAIL: Part = { key: 'mail', type: 'EMAILV2', next: 'wait' };
const DAY = { waitDuration: 1, waitUnit: 'DAYS' };

function asking(key: string, statsTypeId: number, no: string | null, yes: string | null = null): Part {
  return {
    key,
    type: 'ENGAGEMENTDECISION',
    configurationArguments: { refActivityCustomerKey: 'mail', statsTypeId, statusUrlId: '0' },
    outcomes: [
      { key: 'yes', next: yes, arguments: { when: true } },
      { key: 'no', next: no, arguments: { when: false } },
    ],
  };
}

describe('what activities become', () => {
  test('a wait and the questions after it are one check', async () => {
    const { journey } = await journeyOf(
      fileOf([
        MAIL,
        { key: 'wait', type: 'WAIT', next: 'q1', configurationArguments: DAY },
        asking('q1', 3, 'q2'),
        asking('q2', 2, 'mail2'),
        { key: 'mail2', type: 'SMSSYNC' },
      ]),
    );
    expect(journey.steps[stepId('wait')]).toMatchObject({
      kind: 'check',
      on: 'mail',
      responses: ['clicked', 'opened'],
      windowMinutes: 1440,
      ranked: true,
    });
    expect(journey.links[stepId('wait')]).toEqual({ noResponse: 'mail2' });
  });

  test('questions from the worst answer to the best stay questions of their own', async () => {
    const { journey, codes } = await journeyOf(
      fileOf([
        MAIL,
        { key: 'wait', type: 'Wait', next: 'q1', configurationArguments: DAY },
        asking('q1', 2, 'q2'),
        asking('q2', 3, null),
      ]),
    );
    expect(Object.values(journey.steps).filter(({ kind }) => kind === 'check')).toHaveLength(2);
    expect(codes).toEqual(['check-a-minute']);
  });

  test('a question that others lead to is none of the wait', async () => {
    const both = {
      key: 'split',
      type: 'RANDOMSPLIT',
      outcomes: [
        { key: 'a', next: 'q1', arguments: { percentage: 50 } },
        { key: 'b', next: 'wait', arguments: { percentage: 50 } },
      ],
    };
    const { journey } = await journeyOf(
      fileOf([
        { ...MAIL, next: 'split' },
        both,
        { key: 'wait', type: 'WAIT', next: 'q1', configurationArguments: DAY },
        asking('q1', 2, null),
      ]),
    );
    expect(journey.steps[stepId('wait')]?.kind).toBe('wait');
    expect(journey.steps[stepId('q1')]?.kind).toBe('check');
  });

  test.each<[string, object, Step['kind'], unknown]>([
    ['weeks', { waitDuration: 2, waitUnit: 'WEEKS' }, 'wait', { type: 'duration', minutes: 20160 }],
    ['months', { waitDuration: '1', waitUnit: 'months' }, 'wait', { type: 'duration', minutes: 43200 }],
    ['the older words', { duration: 3, durationUnits: 'hours' }, 'wait', { type: 'duration', minutes: 180 }],
    [
      'no time of day',
      { ...DAY, specifiedTime: '00:00', timeZone: 'X' },
      'wait',
      { type: 'duration', minutes: 1440 },
    ],
    ['a time of day', { ...DAY, specifiedTime: '09:30' }, 'wait', { type: 'daysAt', days: 1, at: '09:30' }],
    [
      'a field',
      { waitEndDateAttributeExpression: '{{Event.DE-1."renewal_date"}}' },
      'wait',
      { type: 'date', column: 'renewal_date', offsetMinutes: 0 },
    ],
    ['a day', { specificDate: '2027-01-01' }, 'goal', undefined],
    ['an event', { waitForEventKey: 'E' }, 'goal', undefined],
    ['nonsense', { waitDuration: -1, waitUnit: 'DAYS' }, 'goal', undefined],
  ])('a wait for %s', async (_, configurationArguments, kind, until) => {
    const { journey } = await journeyOf(
      fileOf([
        { ...MAIL, next: 'w' },
        { key: 'w', type: 'WAIT', configurationArguments },
      ]),
    );
    const wait = journey.steps[stepId('w')];
    expect(wait?.kind).toBe(kind);
    if (until !== undefined) expect(wait).toMatchObject({ until });
  });

  test('a decision becomes a split; what cannot be asked here asks for a tag', async () => {
    const filter = (condition: string) =>
      `<FilterDefinition><ConditionSet Operator="AND">${condition}</ConditionSet></FilterDefinition>`;
    const decision: Part = {
      key: 'd',
      type: 'MULTICRITERIADECISION',
      configurationArguments: {
        criteria: {
          '1a': filter(
            '<Condition Key="Event.DE-1.orders" Operator="GreaterThan"><Value><![CDATA[3]]></Value></Condition><Condition Key="Loyalty.plan" Operator="Is"><Value>Gold</Value></Condition>',
          ),
          b: filter('<Condition ID="68d5b834" Operator="IsNotNull"><Value/></Condition>'),
        },
      },
      outcomes: [
        { key: 'b', metaData: { label: 'Known' } },
        { key: 'remainder_path', next: 'mail' },
        { key: '1a', next: 'mail', metaData: { label: 'Many' } },
      ],
    };
    const { journey, codes, paths } = await journeyOf(fileOf([decision, { ...MAIL, next: null }]));
    expect(journey.steps[stepId('d')]).toMatchObject({
      kind: 'split',
      branches: [
        { id: 'b', name: 'Known', rule: { kind: 'tag', tag: '68d5b834-isnotnull' } },
        {
          id: 'path-2',
          name: 'Many',
          rule: {
            kind: 'all',
            rules: [
              { column: 'orders', operator: 'moreThan', value: 3 },
              { column: 'plan', operator: 'is', value: 'Gold' },
            ],
          },
        },
      ],
    });
    expect(journey.links[stepId('d')]).toEqual({ else: 'mail', 'path-2': 'mail' });
    expect([codes, paths]).toEqual([
      ['condition-unknown'],
      ['activities.0.configurationArguments.criteria.b'],
    ]);
  });

  test('what has no counterpart is a milestone, several ways out are questions for tags', async () => {
    const { journey, codes } = await journeyOf(
      fileOf([
        { key: 'sto', type: 'STOWAIT', next: 'ein' },
        {
          key: 'ein',
          type: 'EINSTEINSPLIT',
          outcomes: [
            { key: 'hi', next: 'push', metaData: { label: 'High' } },
            { key: 'lo', next: 'rest' },
          ],
        },
        { key: 'push', type: 'PUSHNOTIFICATIONACTIVITY' },
        { key: 'rest', type: 'REST' },
      ]),
    );
    expect(Object.entries(journey.steps).map(([id, { kind }]) => [id, kind])).toEqual([
      ['TRIGGER', 'entry'],
      ['sto', 'goal'],
      ['ein', 'split'],
      ['push', 'message'],
      ['rest', 'message'],
    ]);
    expect(journey.steps[stepId('rest')]).toMatchObject({ channel: 'webhook' });
    expect(codes).toEqual(['no-counterpart', 'no-counterpart', 'custom-activity']);
  });

  test.each([
    ['EmailAudience', 'atOnce', []],
    ['APIEvent', 'events', ['events-uncounted']],
    ['ContactEvent', 'events', ['events-uncounted']],
    ['AutomationAudience', 'schedule', ['schedule-supposed']],
    ['DateEvent', 'atOnce', ['trigger-unknown']],
  ])('a trigger %s', async (type, kind, doubts) => {
    const { journey, codes } = await journeyOf(
      fileOf([{ ...MAIL, next: null }], { triggers: [{ ...TRIGGER, type }] }),
    );
    expect(journey.steps[stepId('TRIGGER')]).toMatchObject({ trigger: { type: kind } });
    expect(codes).toEqual(doubts);
  });

  test('a trigger may name the first activity', async () => {
    const triggers = [{ ...TRIGGER, outcomes: [{ key: 'o', next: 'mail' }] }];
    const { journey } = await journeyOf(
      fileOf(
        [
          { key: 'end', type: 'SMSSYNC' },
          { ...MAIL, next: 'end' },
        ],
        { triggers },
      ),
    );
    expect(journey.links[stepId('TRIGGER')]).toEqual({ next: 'mail' });
    const keys = async (from: Journey) => {
      const [file] = (await written(converter, from)).files;
      const {
        triggers: [first],
        activities,
      } = JSON.parse(file!.text) as {
        triggers: { outcomes: object[] }[];
        activities: { key: string }[];
      };
      return [first?.outcomes, activities.map(({ key }) => key)];
    };
    expect(await keys(journey)).toEqual([[{ key: 'o', next: 'mail' }], ['end', 'mail']]);
    const shortened = { ...journey, links: { [stepId('TRIGGER')]: { next: stepId('end') } } };
    expect(await keys(shortened)).toEqual([[{ key: 'o', next: 'end' }], ['end']]);
  });

  test('without a trigger everyone comes in', async () => {
    const { codes } = await journeyOf(fileOf([{ ...MAIL, next: null }], { triggers: [] }));
    expect(codes).toEqual(['entry-added']);
  });

  test('who comes in again, goals, exits and transactional sends', async () => {
    const more = { entryMode: 'MultipleEntries', goals: [{}], exits: [{}], definitionType: 'Transactional' };
    const { journey, codes } = await journeyOf(fileOf([{ ...MAIL, next: null }], more));
    expect(journey.settings.reEntry).toEqual({ mode: 'afterExit' });
    expect(journey.steps[stepId('mail')]).toMatchObject({ transactional: true });
    expect(codes).toEqual(['entered-once-at-a-time', 'goals-not-read', 'exits-not-read']);
  });

  test('a way round becomes a loop in which time passes', async () => {
    const { journey, codes } = await journeyOf(
      fileOf([MAIL, { key: 'wait', type: 'UPDATECONTACTDATA', next: 'mail' }]),
    );
    expect(codes).toContain('loop-slowed');
    expect(Object.values(journey.steps).some(({ kind }) => kind === 'wait')).toBe(true);
  });
});

describe('notes are believed only as far as the activity still says so', () => {
  const journey = draft(
    {
      mail: step('message', {
        channel: 'preferred',
        fallback: ['email'],
        content: { subject: 'Old', body: 'Text' },
      }),
      late: step('wait', { until: { type: 'weekday', weekday: 'friday' } }),
      check: step('check', {
        windowMinutes: days(2),
        ranked: false,
        windowFrom: 'send',
        responses: ['opened', 'clicked'],
      }),
      tag: step('update', { changes: [{ type: 'addTag', tag: 'vip' }] }),
      ask: step('split', { branches: [branchOf('a', { kind: 'tag', tag: 'vip' })] }),
      test: step('experiment', {
        arms: [
          { id: 'a', name: 'A', weight: 33.4 },
          { id: 'b', name: 'B', weight: 66.6 },
        ],
      }),
      done: step('goal', { name: 'Done' }),
    },
    [
      'entry-1.next > mail',
      'mail.next > late',
      'late.next > check',
      'check.opened > tag',
      'check.noResponse > ask',
      'ask.a > test',
      'test.a > done',
    ],
  );

  /** The journey after somebody changed its file. */
  // A change reaches anywhere into a file.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async function changed(change: (at: (key: string) => any) => void): Promise<Journey['steps']> {
    const [file] = (await written(converter, journey)).files;
    const document = JSON.parse(file!.text) as { activities: { key: string }[] };
    change((key) => document.activities.find((one) => one.key === key));
    return (await journeyOf(JSON.stringify(document))).journey.steps;
  }

  test('unchanged, all comes back', async () => {
    const steps = await changed(() => undefined);
    const { layout: _, ...rest } = journey;
    expect(Object.keys(steps).sort()).toEqual(Object.keys(rest.steps).sort());
    for (const [id, value] of Object.entries(journey.steps)) expect(steps[stepId(id)]).toEqual(value);
  });

  test.each<[string, string, string, unknown]>([
    ['late', 'waitDuration', 'until', { type: 'duration', minutes: 7 * 1440 }],
    ['check', 'waitDuration', 'windowMinutes', 7 * 1440],
  ])('another duration of %s', async (key, field, wanted, value) => {
    const steps = await changed((at) => void (at(key).configurationArguments[field] = 7));
    expect(steps[stepId(key)]).toMatchObject({ [wanted]: value });
  });

  test('another question', async () => {
    const steps = await changed((at) => void (at('check-opened').configurationArguments.statsTypeId = 6));
    expect(steps[stepId('check')]).toMatchObject({
      responses: ['clicked', 'bounced'],
      ranked: true,
      windowFrom: 'arrival',
    });
  });

  test('another type, field, filter, share', async () => {
    const steps = await changed((at) => {
      at('mail').type = 'SMSSYNC';
      at('tag').arguments.activityData.updateContactFields[0].value = 'no';
      const { criteria } = at('ask').configurationArguments;
      criteria.a = criteria.a.replace('[true]', '[maybe]');
      at('test').outcomes[0].arguments.percentage = 20;
      at('test').outcomes[1].arguments.percentage = 80;
      at('done').arguments.activityData.updateContactFields[0].r__dataExtensionField_name = 'other';
    });
    expect(steps[stepId('mail')]).toMatchObject({ channel: 'sms' });
    expect(steps[stepId('mail')]).not.toHaveProperty('fallback');
    expect(steps[stepId('tag')]).toMatchObject({
      changes: [{ type: 'set', column: 'tag_vip', value: 'no' }],
    });
    expect(steps[stepId('ask')]).toMatchObject({
      branches: [{ rule: { kind: 'column', column: 'tag_vip', value: 'maybe' } }],
    });
    expect(steps[stepId('test')]).toMatchObject({ arms: [{ weight: 20 }, { weight: 80 }] });
    expect(steps[stepId('done')]).toMatchObject({ kind: 'update' });
  });

  test('another subject is read beside the text that was noted', async () => {
    const steps = await changed(
      (at) => void (at('mail').configurationArguments.triggeredSend.emailSubject = 'New %%name%%'),
    );
    expect(steps[stepId('mail')]).toMatchObject({ content: { subject: 'New {{name}}', body: 'Text' } });
  });

  test.each([
    [
      {
        until: 'x',
        ranked: 1,
        changes: [],
        rule: 7,
        channel: 'pigeon',
        weights: 'y',
        trigger: 3,
        exit: { id: 1 },
      },
    ],
    [7],
    [[]],
    ['x'],
  ])('nonsense in the notes %j does no harm', async (note) => {
    const [file] = (await written(converter, journey)).files;
    const document = JSON.parse(file!.text, (key, value: unknown) =>
      key === 'rehearsal' ? note : value,
    ) as unknown;
    expect((await read(JSON.stringify(document))).ok).toBe(true);
  });
});

describe('a file of theirs with a change of ours', () => {
  const path = 'reference/formats/sfmc.testNew_ours.journey-meta.json';
  testWithShared('only the changed step is written anew, links lead on', path, async () => {
    const theirs = await readBack(converter, [{ name: 'a', type: '', text: sharedText(path) }]);
    const mail = stepId('EMAILV2-1');
    const wait = stepId('WAITBYDURATION-2');
    const changed: Journey = {
      ...theirs,
      steps: {
        ...theirs.steps,
        [wait]: step('wait', { name: 'Longer', until: { type: 'duration', minutes: days(5) } }),
      },
      links: {
        ...theirs.links,
        [wait]: { next: mail === wait ? wait : stepId('sms') },
        [stepId('RANDOMSPLIT-1')]: { b: wait },
      },
    };
    const journey: Journey = {
      ...changed,
      steps: { ...changed.steps, [stepId('sms')]: step('message', { channel: 'sms', name: 'New' }) },
    };
    const exported = await converter.export(journey, { answers: { event: 'DEAudience-new' } });
    if (!exported.ok) throw new Error('refused');
    // It has a status of the server in it, which is never sent.
    expect(verifySfmc(exported.files)).toEqual([]);
    const document = JSON.parse(exported.files[0]!.text) as { activities: { key: string; name: string }[] };
    expect(document.activities.map(({ key }) => key)).toEqual([
      'MULTICRITERIADECISIONV2-1',
      'EMAILV2-1',
      'WAITBYDURATION-1',
      'ENGAGEMENTDECISION-1',
      'RANDOMSPLIT-1',
      'WAITBYDURATION-2',
      'sms',
    ]);
    const at = (key: string) => document.activities.find((one) => one.key === key);
    expect(at('EMAILV2-1')).toMatchObject({
      configurationArguments: { r__triggeredSend_key: 'testExisting_triggeredSend' },
    });
    expect(at('RANDOMSPLIT-1')).toMatchObject({
      outcomes: [
        { key: 'a', next: null },
        { key: 'b', next: 'WAITBYDURATION-2' },
      ],
    });
    expect(at('WAITBYDURATION-2')).toMatchObject({
      name: 'Longer',
      configurationArguments: { waitDuration: 5 },
    });
    expect(exported.files[0]!.text).toContain('Event.DEAudience-new.Email');
    expect(exported.files[0]!.text).not.toContain('DEAudience-2e3c73b6');
  });
});

describe('what is refused, where and why', () => {
  const good = fileOf([MAIL, { key: 'wait', type: 'WAIT', configurationArguments: DAY }]);
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  const split = (shares: readonly unknown[]): Part => ({
    key: 's',
    type: 'RANDOMSPLIT',
    outcomes: shares.map((percentage, index) => ({ key: `o${index}`, arguments: { percentage } })),
  });
  const decide = (criterion: string): Part => ({
    key: 'd',
    type: 'MULTICRITERIADECISION',
    configurationArguments: { criteria: { a: criterion } },
    outcomes: [{ key: 'a' }],
  });
  test.each<[string, string, string, string?]>([
    ['cut short', good.slice(0, -20), 'not-json'],
    ['too large', `"${'x'.repeat(20 * 1024 * 1024)}"`, 'file-too-large'],
    ['too deep', `{"activities": ${deep}}`, 'nested-too-deep'],
    [
      'a key of JavaScript',
      good.replace('"name":"Theirs"', '"name":"Theirs","__proto__":{}'),
      'forbidden-name',
      '__proto__',
    ],
    ['a number', '7', 'not-sfmc'],
    ['a list', `[${good}]`, 'not-sfmc'],
    ['a page of a list', `{"items": [${good}]}`, 'not-sfmc'],
    ['our own', '{"format": "rehearsal-journey", "steps": {}, "links": {}}', 'not-sfmc'],
    ['Klaviyo', '{"data": {"type": "flow"}}', 'not-sfmc'],
    ['PostHog', '{"actions": [], "edges": []}', 'not-sfmc'],
    ['Dittofeed', '{"definition": {"entryNode": {}}}', 'not-sfmc'],
    ['Mautic', '{"events": [], "canvasSettings": {}}', 'not-sfmc'],
    ['something else', '{"a": 1}', 'not-sfmc', 'activities'],
    [
      'a newer version',
      good.replace('"workflowApiVersion":1', '"workflowApiVersion":"2.0"'),
      'newer-revision',
      'workflowApiVersion',
    ],
    ['no name', good.replace('"name":"Theirs",', ''), 'damaged-field', 'name'],
    [
      'an activity without a type',
      good.replace('"type":"EMAILV2"', '"type":null'),
      'damaged-field',
      'activities.0.type',
    ],
    [
      'a key twice',
      good.replace('"key":"wait"', '"key":"mail"').replace('"next":"wait"', '"next":null'),
      'duplicate-key',
      'activities.1.key',
    ],
    [
      'a link to nowhere',
      good.replace('"next":"wait"', '"next":"gone"'),
      'dangling-key',
      'activities.0.outcomes.0.next',
    ],
    [
      'two triggers',
      good.replace('"triggers":[', `"triggers":[${JSON.stringify(TRIGGER)},`),
      'several-triggers',
      'triggers.1',
    ],
    [
      'a question about nothing',
      fileOf([asking('q', 2, null)]),
      'dangling-key',
      'activities.0.configurationArguments.refActivityCustomerKey',
    ],
    ['shares of 90 %', fileOf([split([50, 40])]), 'unreadable-activity', 'activities.0.outcomes'],
    [
      'a share of nothing',
      fileOf([split([50, 'half'])]),
      'unreadable-activity',
      'activities.0.outcomes.1.arguments.percentage',
    ],
    [
      'a filter cut short',
      fileOf([decide('<FilterDefinition>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
    [
      'an entity',
      fileOf([decide('<!DOCTYPE a [<!ENTITY b "c">]><FilterDefinition/>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
    [
      'another document',
      fileOf([decide('<a/>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
  ])('%s', async (_, text, code, path) => {
    const imported = await read(text);
    const [problem] = imported.ok ? [] : imported.problems;
    expect(problem?.code).toBe(code);
    expect(problem?.words).toMatch(/[.?]$/);
    if (path !== undefined) expect(problem?.path).toBe(path);
  });

  test('several files', async () => {
    const file = { name: 'a', type: '', text: good };
    expect((await converter.import([file, file])).ok).toBe(false);
    expect((await converter.import([])).ok).toBe(false);
  });

  test('names with markup stay text', async () => {
    const name = '<script>alert(1)</script> {{x}} "quoted" %%y%%';
    const configurationArguments = { triggeredSend: { emailId: 1 } };
    const { journey } = await journeyOf(
      fileOf([{ ...MAIL, next: null, name, configurationArguments }], { name }),
    );
    expect([journey.name, journey.steps[stepId('mail')]?.name]).toEqual([name, name]);
    const { files } = await written(converter, journey);
    expect(verifySfmc(files)).toEqual([]);
    expect((JSON.parse(files[0]!.text) as { name: string }).name).toBe(name);
  });
});

describe('nothing is thrown', () => {
  test('at random JSON', async () => {
    const json = fc.record({
      name: fc.string(),
      activities: fc.array(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            key: fc.string(),
            type: fc.constantFrom(
              'WAIT',
              'RANDOMSPLIT',
              'REST',
              'MULTICRITERIADECISION',
              'ENGAGEMENTDECISION',
            ),
            outcomes: fc.jsonValue(),
            configurationArguments: fc.jsonValue(),
            metaData: fc.jsonValue(),
          }),
        ),
      ),
      triggers: fc.jsonValue(),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), json), async (value) => {
        expect(typeof (await read(JSON.stringify(value))).ok).toBe('boolean');
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  test('at a good file with something taken away', async () => {
    const journey = draft(
      {
        mail: step('message'),
        check: step('check'),
        ask: step('split', { branches: [branchOf('a', { kind: 'score', atLeast: 4 })] }),
        test: step('experiment'),
        tag: step('update'),
        late: step('wait'),
      },
      [
        'entry-1.next > mail',
        'mail.next > check',
        'check.clicked > ask',
        'ask.a > test',
        'test.a > tag',
        'test.b > late',
      ],
    );
    const [file] = (await written(converter, journey)).files;
    const texts = [
      file!.text,
      ...(hasShared('fixtures/sfmc') ? [sharedText('fixtures/sfmc/mcdev_Quicksend.journey-meta.json')] : []),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.constantFrom(undefined, null, 7, '', [], {}),
        async (text, at, instead) => {
          const places = JSON.stringify(JSON.parse(text)).length;
          let left = at % places;
          const damaged = JSON.parse(text, (_, value: unknown) => {
            left -= 20;
            return left < 0 && left >= -20 ? instead : value;
          }) as unknown;
          expect(typeof (await read(JSON.stringify(damaged ?? null))).ok).toBe('boolean');
        },
      ),
      { seed: 32, numRuns: 200 },
    );
  });
});
