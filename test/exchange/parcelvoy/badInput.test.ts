import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { serializeJourney } from '../../../src/journey/serializeJourney.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';
import { hasShared, sharedText } from '../../support/shared.ts';

const fileOf = (text: string) => ({ name: 'mine.json', type: 'application/json', text });

async function refusalOf(text: string) {
  const done = await converter.import([fileOf(text)]);
  if (done.ok) throw new Error('it was read');
  expect(done.problems.every(({ severity }) => severity === 'error')).toBe(true);
  return done.problems.map(({ words, path }) => `${path ?? ''} ${words}`).join('\n');
}

const entrance = '{"type":"entrance","x":0,"y":0,"children":[{"external_id":"a"}]}';
const exit = '{"type":"exit","x":0,"y":0}';

describe('a sentence says what is wrong, and where', () => {
  test.each([
    ['cut short', `{"e":${entrance},"a":{"type":"ex`, 'line 1, column', 'not whole JSON'],
    ['nothing', '', 'line 1, column 1', 'not whole JSON'],
    ['a list', `[${entrance}]`, '', 'This is a list'],
    ['a number', '5', '', 'no map of steps'],
    ['no steps', '{}', '', 'no step in this file'],
    ['no steps of any platform', '{"a":1,"b":[]}', '', 'None of this looks like a step'],
    ['Rehearsal', serializeJourney(openSample('welcome')), '', 'a journey of Rehearsal'],
    ['Dittofeed', '{"workspaceId":"x","definition":{"nodes":[]}}', '', 'Dittofeed'],
    ['PostHog', '{"actions":[],"edges":[]}', '', 'PostHog'],
    ['Klaviyo', '{"data":{"type":"flow","attributes":{}}}', '', 'Klaviyo'],
    ['Salesforce', '{"activities":[],"triggers":[]}', '', 'Salesforce'],
    ['Mautic', '{"events":[],"canvasSettings":{}}', '', 'Mautic'],
    ['a journey around the steps', `{"name":"x","steps":{"e":${entrance}}}`, '', 'under “steps”'],
    ['a newer type', `{"e":${entrance},"a":{"type":"sticky","x":0,"y":0}}`, 'a.type', '“sticky”'],
    ['no type', `{"e":${entrance},"a":{"x":0}}`, 'a.type', 'it must be a text'],
    ['children that are no list', `{"e":{"type":"entrance","children":{}}}`, 'e.children', 'a list'],
    [
      'a child without id',
      `{"e":{"type":"entrance","children":[{}]}}`,
      'e.children.0.external_id',
      'missing',
    ],
    ['an id twice', `{"e":${entrance},"a":${exit},"a":${exit}}`, 'a ', 'Two steps have the external_id “a”'],
    ['an id twice, escaped', `{"e":${entrance},"a":${exit},"\\u0061":${exit}}`, 'a ', 'Two steps'],
    ['two ways in', `{"e":${entrance},"f":${entrance},"a":${exit}}`, 'f', '2 entrances'],
    ['a forbidden name', `{"e":${entrance},"__proto__":${exit}}`, '__proto__', 'not allowed'],
    [
      'a forbidden name inside',
      `{"e":{"type":"entrance","data":{"constructor":1}}}`,
      'e.data.constructor',
      'not allowed',
    ],
    ['much too deep', `{"e":${'['.repeat(200)}${']'.repeat(200)}}`, 'line 1, column 105', 'levels deep'],
    [
      'too deep to keep',
      `{"e":{"type":"entrance","data":${'{"a":'.repeat(45)}1${'}'.repeat(45)}}}`,
      'line 1, column 222',
      'levels deep',
    ],
    ['20 MB', `{"e":${entrance},"a":"${'x'.repeat(20 * 1024 * 1024)}"}`, '', '21 MB'],
  ])('%s', async (_, text, path, words) => {
    const told = await refusalOf(text);
    expect(told.startsWith(path)).toBe(true);
    expect(told).toContain(words);
    expect(told.length).toBeLessThan(2000);
  });

  test('more steps than a journey can have', async () => {
    const steps = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, n) => [`s${n}`, { type: 'delay', x: 0, y: 0 }]),
    );
    expect(await refusalOf(JSON.stringify(steps))).toContain('30000 steps');
  });

  test('no file, and two', async () => {
    expect((await converter.import([])).ok).toBe(false);
    expect((await converter.import([fileOf('{}'), fileOf('{}')])).ok).toBe(false);
  });

  test.runIf(hasShared('reference/formats'))('files of other platforms', async () => {
    for (const name of ['dittofeed.journey.json', 'posthog.hogflow.json', 'klaviyo.flow.json'])
      expect(await refusalOf(sharedText(`reference/formats/${name}`))).toContain('This looks like');
  });
});

test('texts that mean something elsewhere are texts here', async () => {
  for (const name of ['<script>alert(1)</script>', '{{user.email}}', '"quoted" \\ ‮back', '']) {
    const steps = {
      e: { type: 'entrance', x: 0, y: 0, name },
      constructor_: { type: 'exit', x: 1, y: 1, name },
    };
    const done = await converter.import([fileOf(JSON.stringify(steps))]);
    if (!done.ok) throw new Error('not read');
    const names = Object.values(done.journey.steps).map((step) => step.name);
    expect(names).toEqual(name === '' ? ['Entrance', 'Exit'] : [name, name]);
  }
});

describe('whatever comes, an answer comes back', () => {
  /** What is read has no errors, and can be saved and exported. */
  async function holds(text: string): Promise<void> {
    const done = await converter.import([fileOf(text)]);
    if (!done.ok) {
      expect(done.problems.length).toBeGreaterThan(0);
      return;
    }
    expect(findErrors(done.journey)).toEqual([]);
    expect(parseJourney(serializeJourney(done.journey)).ok).toBe(true);
    expect((await converter.export(done.journey)).ok).toBe(true);
  }

  test('any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), (text) => holds(text)),
      { seed: 41, numRuns: 100 },
    );
  });

  const TYPES = [
    'entrance',
    'exit',
    'delay',
    'action',
    'gate',
    'experiment',
    'link',
    'update',
    'balancer',
    'event',
  ];
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'x.y', '0');
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(0, 1, 'and', '$.name', 'email_opened', '09:30'),
  );
  const rule = fc.letrec<{ rule: unknown }>((tie) => ({
    rule: fc.record(
      {
        type: fc.constantFrom('wrapper', 'string', 'number', 'boolean', 'date', 'array', 'odd'),
        group: fc.constantFrom('user', 'event', 'parent'),
        path: fc.constantFrom('$.name', '$.plan', '$["x"]', '$[', '', 'campaign_id'),
        operator: fc.constantFrom('=', '!=', '<', 'is set', 'and', 'or', 'none', 'xor', 'any'),
        value,
        children: fc.array(tie('rule'), { maxLength: 2, depthIdentifier: 'rules' }),
      },
      { requiredKeys: ['type'] },
    ),
  })).rule;
  const data = fc.oneof(
    fc.record({ rule }),
    fc.record({
      format: fc.constantFrom('duration', 'time', 'date', 'odd'),
      days: value,
      hours: value,
      time: value,
      date: value,
    }),
    fc.record({
      trigger: fc.constantFrom('none', 'event', 'schedule'),
      event_name: value,
      schedule: value,
      multiple: value,
    }),
    fc.record({ template: value, campaign_id: value, rehearsal: value }),
  );
  const node = fc.record(
    {
      type: fc.constantFrom(...TYPES),
      x: fc.nat(500),
      y: fc.nat(500),
      name: fc.string({ maxLength: 9 }),
      data,
      children: fc.array(
        fc.record(
          {
            external_id: id,
            path: fc.constantFrom('yes', 'no', 'odd'),
            data: fc.record({ ratio: fc.oneof(fc.nat(5), value) }),
          },
          { requiredKeys: ['external_id'] },
        ),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: ['type'] },
  );

  test('any steps that hang together somehow', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(id, node, { minKeys: 1, maxKeys: 8 }), (steps) =>
        holds(JSON.stringify(steps)),
      ),
      { seed: 42, numRuns: 100 },
    );
  });

  test('a right file with parts of it gone, or something else in their place', async () => {
    const { files } = await written(converter, openSample('welcome'));
    const text = files[0]?.text ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(6), value), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const steps = JSON.parse(text) as unknown;
          for (const [draw, kind, other] of changes) damage(steps, draw, kind < 3 ? undefined : other);
          return holds(JSON.stringify(steps));
        },
      ),
      { seed: 43, numRuns: 80 },
    );
  });
});

/** Takes something away somewhere, or puts another value there. */
function damage(root: unknown, draw: number, other: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const collect = (at: unknown) => {
    if (typeof at !== 'object' || at === null) return;
    for (const key of Object.keys(at)) {
      places.push([at as Record<string, unknown>, key]);
      collect((at as Record<string, unknown>)[key]);
    }
  };
  collect(root);
  const [at, key] = places[draw % Math.max(1, places.length)] ?? [];
  if (!at || key === undefined) return;
  if (other === undefined) delete at[key];
  else at[key] = other;
}
