import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

function file(text: string, name = 'journey.json'): ExchangeFile {
  return { name, type: 'application/json', text };
}

async function refusal(
  ...files: ExchangeFile[]
): Promise<Extract<Imported, { ok: false }>['problems'][number]> {
  const imported = await converter.import(files);
  if (imported.ok) throw new Error('it was read');
  return imported.problems[0]!;
}

const DELAY = { id: 'd', type: 'DelayNode', variant: { type: 'Second', seconds: 60 }, child: 'ExitNode' };

function definition(
  nodes: readonly unknown[],
  entryNode: unknown = { type: 'EventEntryNode', event: 'e', child: 'd' },
): ExchangeFile {
  return file(JSON.stringify({ entryNode, exitNode: { type: 'ExitNode' }, nodes }));
}

describe('what cannot be read is refused with its place and a reason', () => {
  test.each([
    ['cut short', file('{"entryNode": {"type": "EntryNode", '), 'not-json', /line 1, column/],
    ['empty', file(''), 'not-json', /whole JSON/],
    ['20 MB', file(`[${'1,'.repeat(10 * 1024 * 1024)}1]`), 'file-too-large', /21 MB/],
    ['deep', file('['.repeat(5000)), 'nested-too-deep', /levels deep/],
    [
      'a prototype',
      file('{"nodes": [], "entryNode": {"__proto__": {"x": 1}}, "exitNode": {}}'),
      'forbidden-name',
      /__proto__/,
    ],
    ['nothing of Dittofeed', file('{"hello": [1, 2]}'), 'not-dittofeed', /no journey of Dittofeed/],
    [
      'templates alone',
      file('[{"id": "t", "name": "T", "definition": {"type": "Sms", "body": ""}}]'),
      'dittofeed-no-journey',
      /only templates/,
    ],
    [
      'a link to nowhere',
      definition([{ ...DELAY, child: 'lost' }]),
      'node-missing',
      /“nodes\.0” leads to “lost”/,
    ],
    ['an entry to nowhere', definition([]), 'node-missing', /“entryNode” leads to “d”/],
    ['one id twice', definition([DELAY, DELAY]), 'node-twice', /“nodes\.1” is called “d”/],
    [
      'a node called as the exit',
      definition([{ ...DELAY, id: 'ExitNode' }, DELAY]),
      'node-twice',
      /“nodes\.0”/,
    ],
    [
      'an unknown entry',
      definition([DELAY], { type: 'CronEntryNode', child: 'd' }),
      'dittofeed-newer',
      /“entryNode” is a “CronEntryNode”/,
    ],
    [
      'an unknown node without a way on',
      definition([{ id: 'd', type: 'TeleportNode', to: 'x' }]),
      'dittofeed-newer',
      /“nodes\.0” is a “TeleportNode”/,
    ],
    [
      'a number as text',
      definition([{ ...DELAY, variant: { type: 'Second', seconds: '60' } }]),
      'damaged-field',
      /“nodes\.0\.variant\.seconds” is “60”/,
    ],
    [
      'a time that is none',
      definition([{ ...DELAY, variant: { type: 'LocalTime', hour: 25 } }]),
      'damaged-field',
      /nodes\.0\.variant\.hour/,
    ],
    [
      'no nodes',
      file('{"definition": {"entryNode": {"type": "EntryNode"}, "exitNode": {}, "nodes": 3}}'),
      'not-dittofeed',
      /nodes/,
    ],
  ])('%s', async (_, bad, code, words) => {
    const problem = await refusal(bad);
    expect(problem.code).toBe(code);
    expect(problem.words).toMatch(words);
    expect(problem.severity).toBe('error');
  });

  test.each([
    ['a workflow of PostHog', '{"actions": [], "edges": []}'],
    ['a flow of Klaviyo', '{"data": {"type": "flow", "attributes": {}}}'],
    ['a journey of Salesforce', '{"activities": [], "triggers": []}'],
    ['a campaign of Mautic', '{"events": [], "canvasSettings": {}}'],
    ['a journey of Parcelvoy', '{"e": {"type": "entrance", "x": 0, "y": 0}}'],
    ['a journey of Rehearsal', '{"format": "rehearsal-journey", "version": 1}'],
    ['a BPMN diagram', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
    ['a Mermaid flowchart', 'flowchart TD\n  a --> b'],
  ])('what others made is called by its name: %s', async (name, text) => {
    const { code, words } = await refusal(file(text));
    expect(code).toBe('other-platform');
    expect(words).toContain(name);
  });

  test('of several files it says which one', async () => {
    const problem = await refusal(file('[]', '4-segments.json'), file('{', '5-journeys.json'));
    expect(problem.path).toMatch(/^5-journeys\.json: line 1/);
  });

  test('ids and names that are markup or code stay text', async () => {
    const name = '<script>alert("x")</script> {{ user.id }} {% raw %}';
    const nodes = [
      {
        id: '<b>',
        type: 'SegmentSplitNode',
        name,
        variant: { type: 'Boolean', segment: '${1}', trueChild: 'd', falseChild: 'd' },
      },
      DELAY,
    ];
    const body = {
      name,
      workspaceId: 'w',
      definition: {
        entryNode: { type: 'EventEntryNode', event: name, child: '<b>' },
        exitNode: { type: 'ExitNode' },
        nodes,
      },
    };
    const imported = await converter.import([file(JSON.stringify(body))]);
    if (!imported.ok) throw new Error(imported.problems[0]?.words);
    expect(imported.journey.name).toBe(name);
    expect(imported.journey.steps).toMatchObject({
      'split-1': { name },
      'entry-1': { trigger: { event: name } },
    });
  });
});

test('whatever JSON it is, there is an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 5 }), async (text) => {
      const imported = await converter.import([file(text)]);
      expect(imported.ok).toBe(false);
    }),
    { seed: 3, numRuns: 150 },
  );
});

/** A value without one of its parts, or with another in its place. */
function broken(value: unknown, draws: Iterator<number>): unknown {
  if (typeof value !== 'object' || value === null)
    return [null, 'x', -1, {}, []][(draws.next().value as number) % 5];
  const keys = Object.keys(value);
  const key = keys[(draws.next().value as number) % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const copy = structuredClone(value) as Record<string, unknown>;
  if ((draws.next().value as number) % 4 === 0) delete copy[key];
  else copy[key] = broken(copy[key], draws);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

test('a bundle with anything missing or wrong in it is read or refused', async () => {
  const { files } = await written(converter, openSample('welcome'));
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files.keys(), files.length - 1, files.length - 1, files.length - 1),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      async (index, draws) => {
        const damaged = files.map((one, at) =>
          at === index ? { ...one, text: JSON.stringify(broken(JSON.parse(one.text), draws.values())) } : one,
        );
        const imported = await converter.import(damaged);
        if (!imported.ok) refused += 1;
        else expect((await converter.export(imported.journey)).ok).toBe(true);
      },
    ),
    { seed: 4, numRuns: 60 },
  );
  expect(refused).toBeGreaterThan(5);
});
