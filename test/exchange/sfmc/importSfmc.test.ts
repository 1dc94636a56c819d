import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { written } from '../../support/formats/roundTrip.ts';
import {
  asking,
  DAY,
  journeyOfSfmc,
  MAIL,
  type Part,
  sfmcFile,
  TRIGGER,
} from '../../support/formats/sfmcFiles.ts';

describe('what activities become', () => {
  test('a wait and the questions after it are one check', async () => {
    const { journey } = await journeyOfSfmc(
      sfmcFile([
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
    const { journey, codes } = await journeyOfSfmc(
      sfmcFile([
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
    const { journey } = await journeyOfSfmc(
      sfmcFile([
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
    const { journey } = await journeyOfSfmc(
      sfmcFile([
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
    const { journey, codes, paths } = await journeyOfSfmc(sfmcFile([decision, { ...MAIL, next: null }]));
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
    const { journey, codes } = await journeyOfSfmc(
      sfmcFile([
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
    const { journey, codes } = await journeyOfSfmc(
      sfmcFile([{ ...MAIL, next: null }], { triggers: [{ ...TRIGGER, type }] }),
    );
    expect(journey.steps[stepId('TRIGGER')]).toMatchObject({ trigger: { type: kind } });
    expect(codes).toEqual(doubts);
  });

  test('a trigger may name the first activity', async () => {
    const triggers = [{ ...TRIGGER, outcomes: [{ key: 'o', next: 'mail' }] }];
    const { journey } = await journeyOfSfmc(
      sfmcFile(
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
    const { codes } = await journeyOfSfmc(sfmcFile([{ ...MAIL, next: null }], { triggers: [] }));
    expect(codes).toEqual(['entry-added']);
  });

  test('who comes in again, goals, exits and transactional sends', async () => {
    const more = { entryMode: 'MultipleEntries', goals: [{}], exits: [{}], definitionType: 'Transactional' };
    const { journey, codes } = await journeyOfSfmc(sfmcFile([{ ...MAIL, next: null }], more));
    expect(journey.settings.reEntry).toEqual({ mode: 'afterExit' });
    expect(journey.steps[stepId('mail')]).toMatchObject({ transactional: true });
    expect(codes).toEqual(['entered-once-at-a-time', 'goals-not-read', 'exits-not-read']);
  });

  test('a way round becomes a loop in which time passes', async () => {
    const { journey, codes } = await journeyOfSfmc(
      sfmcFile([MAIL, { key: 'wait', type: 'UPDATECONTACTDATA', next: 'mail' }]),
    );
    expect(codes).toContain('loop-slowed');
    expect(Object.values(journey.steps).some(({ kind }) => kind === 'wait')).toBe(true);
  });
});
