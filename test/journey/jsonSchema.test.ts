import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { runnableJourney } from '../support/randomJourney.ts';
import { SAMPLE_FILES, sampleText } from '../support/samples.ts';
import { journeySchemaText } from '../support/journeySchemaText.ts';

const read = (name: string) => JSON.parse(sampleText(name)) as Record<string, unknown>;
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(
  JSON.parse(journeySchemaText()) as object,
);

// After a change of the schema: `npx vitest run --project unit -u test/journey/jsonSchema.test.ts` writes the file anew.
test('the published JSON Schema is the schema of the app', async () => {
  await expect(journeySchemaText()).toMatchFileSnapshot('../../public/schema/journey-1.json');
});

test.each(SAMPLE_FILES)('another validator accepts %s', (name) => {
  expect(validate(read(name)), JSON.stringify(validate.errors)).toBe(true);
});

test('another validator accepts random journeys', () => {
  fc.assert(
    fc.property(runnableJourney, (journey) => {
      expect(validate(JSON.parse(JSON.stringify(journey))), JSON.stringify(validate.errors)).toBe(true);
    }),
    { seed: 31, numRuns: 100 },
  );
});

describe('another validator refuses damage', () => {
  const cases: readonly [string, (journey: Record<string, unknown>) => unknown][] = [
    ['a field too many', (journey) => ({ ...journey, wings: 2 })],
    ['a field too few', ({ luckId: _, ...journey }) => journey],
    ['another version', (journey) => ({ ...journey, version: 2 })],
    ['an unknown kind', (journey) => ({ ...journey, steps: { a: { kind: 'teleport', name: '' } } })],
    [
      'an inherited name as an id',
      (journey) => ({ ...journey, steps: { constructor: { kind: 'exit', name: '' } } }),
    ],
    ['an id with a space', (journey) => ({ ...journey, steps: { 'a b': { kind: 'exit', name: '' } } })],
    [
      'too many steps',
      (journey) => ({
        ...journey,
        steps: Object.fromEntries(
          Array.from({ length: 1001 }, (_, i) => [`s${i}`, { kind: 'exit', name: '' }]),
        ),
      }),
    ],
    [
      'half a minute',
      (journey) => ({ ...journey, settings: { ...(journey['settings'] as object), horizonMinutes: 0.5 } }),
    ],
    [
      '25 o’clock',
      (journey) => ({
        ...journey,
        steps: { a: { kind: 'wait', name: '', until: { type: 'timeOfDay', at: '25:00' } } },
      }),
    ],
  ];
  test.each(cases)('%s', (_, damage) =>
    expect(validate(damage(read('orchestration.journey.json')))).toBe(false),
  );
});
