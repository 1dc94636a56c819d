import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { verifySfmc } from '../../support/formats/sfmc.ts';
import {
  asking,
  DAY,
  journeyOfSfmc,
  MAIL,
  type Part,
  readSfmc,
  sfmcFile,
  TRIGGER,
} from '../../support/formats/sfmcFiles.ts';
import { hasShared, sharedText } from '../../support/shared.ts';

describe('what is refused, where and why', () => {
  const good = sfmcFile([MAIL, { key: 'wait', type: 'WAIT', configurationArguments: DAY }]);
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
      sfmcFile([asking('q', 2, null)]),
      'dangling-key',
      'activities.0.configurationArguments.refActivityCustomerKey',
    ],
    ['shares of 90 %', sfmcFile([split([50, 40])]), 'unreadable-activity', 'activities.0.outcomes'],
    [
      'a share of nothing',
      sfmcFile([split([50, 'half'])]),
      'unreadable-activity',
      'activities.0.outcomes.1.arguments.percentage',
    ],
    [
      'a filter cut short',
      sfmcFile([decide('<FilterDefinition>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
    [
      'an entity',
      sfmcFile([decide('<!DOCTYPE a [<!ENTITY b "c">]><FilterDefinition/>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
    [
      'another document',
      sfmcFile([decide('<a/>')]),
      'unreadable-activity',
      'activities.0.configurationArguments.criteria.a',
    ],
  ])('%s', async (_, text, code, path) => {
    const imported = await readSfmc(text);
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
    const { journey } = await journeyOfSfmc(
      sfmcFile([{ ...MAIL, next: null, name, configurationArguments }], { name }),
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
        expect(typeof (await readSfmc(JSON.stringify(value))).ok).toBe('boolean');
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
          expect(typeof (await readSfmc(JSON.stringify(damaged ?? null))).ok).toBe('boolean');
        },
      ),
      { seed: 32, numRuns: 200 },
    );
  });
});
