import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readPolicies } from '../../src/journey/readPolicies.ts';
import { policiesSchema } from '../../src/journey/schema/policies.ts';

/** The text of `public/schema/policies-1.json`, made from the schema that the program itself parses with. */
function policiesSchemaText(): string {
  const generated = z.toJSONSchema(policiesSchema, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...shape } = generated;
  const document = {
    $schema,
    title: 'Rehearsal policies, version 1',
    description:
      'Rules of a workspace about messaging. The shape only: the ids of caps must also be different, and a channel has one budget; docs/policies-format.md says what each rule means.',
    ...shape,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: false }).compile(
  JSON.parse(policiesSchemaText()) as object,
);
const example = readFileSync(new URL('../../public/policies/example.json', import.meta.url), 'utf8');

// After a change of the schema: `npx vitest run --project unit test/journey/policiesJsonSchema.test.ts -u` writes the file anew.
test('the published JSON Schema is the schema of the program', async () => {
  await expect(policiesSchemaText()).toMatchFileSnapshot('../../public/schema/policies-1.json');
});

test('another validator accepts the example, and no policies at all', () => {
  for (const text of [example, '{}'])
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

test('another validator and this program take and refuse the same', () => {
  const now = <T>(right: fc.Arbitrary<T>, ...wrong: unknown[]) =>
    fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom<unknown>(...wrong) });
  const someMinutes = now(fc.constantFrom(1, 60, 10_080, 52_560_000), 0, -1, 0.5, 52_560_001, '60');
  const channel = now(fc.constantFrom('email', 'sms', 'webhook'), 'pigeon', 1);
  const clock = now(fc.constantFrom('00:00', '08:30', '23:59'), '24:00', '8:30', '', 480);
  const cap = fc.record(
    {
      id: now(fc.constantFrom('a', 'b-2', 'weekly'), '', '2', 'toString', 'x'.repeat(65)),
      max: now(fc.constantFrom(1, 3, 1000), 0, -1, 1.5, 1001, '3'),
      window: now(
        fc.oneof(
          fc.record({ kind: fc.constant('rolling'), minutes: someMinutes }),
          fc.record({ kind: fc.constant('calendar'), unit: now(fc.constantFrom('day', 'month'), 'year') }),
        ),
        { kind: 'sliding' },
        {},
        [],
      ),
      zone: now(fc.constantFrom('contact', 'workspace', 'UTC'), 'utc', null),
      scope: now(
        fc.oneof(
          fc.constant('all'),
          fc.record({ channels: fc.array(channel, { maxLength: 3 }) }),
          fc.record({ tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }) }),
        ),
        'some',
        {},
        { channels: ['email'], tags: ['a'] },
      ),
      onCap: now(
        fc.oneof(
          fc.record({ kind: fc.constantFrom('skip', 'exit') }),
          fc.record({ kind: fc.constant('retry'), minutes: someMinutes }),
        ),
        { kind: 'retry' },
        'skip',
      ),
    },
    { requiredKeys: ['id', 'max', 'window', 'onCap'] },
  );
  const documents = fc.record(
    {
      format: now(fc.constant('rehearsal-policies'), 'rehearsal-journey', 1),
      version: now(fc.constant(1), 0, 2, '1'),
      caps: fc.array(cap, { maxLength: 2 }),
      quietHours: fc.record(
        {
          from: clock,
          until: clock,
          onQuiet: now(fc.constantFrom('hold', 'skip', 'exit'), 'retry'),
          channels: fc.array(channel, { maxLength: 2 }),
          releaseOverMinutes: now(fc.constantFrom(0, 60), -1, 0.5),
        },
        { requiredKeys: ['from', 'until', 'onQuiet'] },
      ),
      budgets: fc.array(fc.record({ channel, amount: now(fc.constantFrom(0, 12.5, 1e12), -1, '5', 1e13) }), {
        maxLength: 2,
      }),
      rateLimits: fc.array(
        fc.record({ channel, max: now(fc.constantFrom(1, 1e9), 0, 1.5, 1e10), perMinutes: someMinutes }),
        { maxLength: 2 },
      ),
      extra: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  const seen = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(documents, fc.boolean(), ({ extra, ...document }, strange) => {
      const whole = strange && extra !== undefined ? { ...document, extra } : document;
      const parsed = readPolicies(whole);
      const taken = parsed.ok || parsed.problems.every(({ code }) => code === 'policy-twice');
      seen[taken ? 'taken' : 'refused'] += 1;
      expect(validate(whole), JSON.stringify([validate.errors, parsed])).toBe(taken);
    }),
    { seed: 41, numRuns: 2000 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
});

describe('another validator refuses damage', () => {
  const cases: readonly [string, object][] = [
    ['a field too many', { wings: 2 }],
    ['another version', { version: 2 }],
    ['a cap without an answer', { caps: [{ id: 'a', max: 1, window: { kind: 'calendar', unit: 'day' } }] }],
    ['quiet hours of null', { quietHours: null }],
  ];
  test.each(cases)('%s', (_, own) =>
    expect(validate({ ...(JSON.parse(example) as object), ...own })).toBe(false),
  );
});
