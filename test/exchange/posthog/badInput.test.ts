import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import type { StepId } from '../../../src/journey/journey.ts';
import { flow, importing, problemsOf, read } from '../../support/formats/posthogFiles.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

describe('bad input', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['nothing', '', /not whole JSON/],
    ['cut short', JSON.stringify(flow([])).slice(0, 90), /not whole JSON: at line 1, column 9\d/],
    ['a list', [flow([])], /Take one workflow out/],
    ['a page of workflows', { count: 1, results: [flow([])] }, /Save one of its results/],
    ['a number', 7, /not a workflow/],
    ['one of our own', { format: 'rehearsal-journey' }, /journey of Rehearsal: open it/],
    ['Klaviyo', { data: { type: 'flow' } }, /Klaviyo/],
    ['Dittofeed', { definition: { nodes: [] } }, /Dittofeed/],
    ['Salesforce', { activities: [] }, /Salesforce/],
    ['Mautic', { canvasSettings: {}, events: [] }, /Mautic/],
    ['Parcelvoy', { e: { type: 'entrance', x: 0, y: 0 } }, /Parcelvoy/],
    ['a function', { hog: 'return 1', inputs_schema: [] }, /data pipeline/],
    ['without edges', { name: 'x', actions: [] }, /old or newer form/],
    ['actions that are none', { actions: ['x'], edges: [] }, /“actions.0” is “x”/],
    ['a forbidden name', '{"actions": [], "edges": [], "__proto__": {}}', /not allowed/],
    ['too deep', `${'['.repeat(200)}${']'.repeat(200)}`, /levels deep/],
    [
      'too many actions',
      {
        actions: Array.from({ length: 2500 }, (_, n) => ({ id: `a${n}`, type: 'delay', config: {} })),
        edges: [],
      },
      /2500 actions/,
    ],
  ])('%s', async (_, value, words) => {
    expect((await problemsOf(value)).join('\n')).toMatch(words);
  });

  test('20 MB are refused', async () => {
    expect((await problemsOf(`{"name": "${'x'.repeat(20 * 1024 * 1024)}"}`)).join()).toMatch(/at most 10 MB/);
  });

  test('no file, or several, are refused', async () => {
    expect(await converter.import([])).toMatchObject({ ok: false, problems: [{ code: 'not-one-file' }] });
    const file = { name: 'a', type: '', text: '{}' };
    expect(await converter.import([file, file])).toMatchObject({
      ok: false,
      problems: [{ code: 'not-one-file' }],
    });
  });

  test('names with markup stay text', async () => {
    const name = '<script>alert("{{x}}")</script>';
    const { journey } = await read(
      flow([{ id: 'd', name, type: 'delay', config: { delay_duration: '1d' } }], [], { name }),
    );
    expect([journey.name, journey.steps['d' as StepId]?.name]).toEqual([name, name]);
  });

  test('whatever comes, nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4 }),
        fc.jsonValue({ maxDepth: 3 }),
        async (value, config) => {
          await importing(value);
          await importing({
            ...flow([{ id: 'a', type: 'function_email', config }]),
            trigger_masking: value,
            conversion: config,
          });
          for (const type of [
            'delay',
            'conditional_branch',
            'random_cohort_branch',
            'wait_until_condition',
            'wait_until_time_window',
            'function',
            'exit',
            'trigger',
          ])
            await importing(
              flow(
                [{ id: 'a', type, config, description: value }],
                [{ from: 'a', to: 'x', type: 'branch', index: 0 }],
              ),
            );
        },
      ),
      { seed: 12, numRuns: 40 },
    );
  });

  test('a good file with something taken out is read without errors or refused with words', async () => {
    const { files } = await written(converter, openSample('welcome'));
    const whole = files[0]?.text ?? '';
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), async (draws) => {
        const imported = await importing(without(JSON.parse(whole), draws));
        if (!imported.ok) {
          expect(imported.problems.every(({ words }) => words.length > 20)).toBe(true);
          return;
        }
        readable += 1;
        expect(findErrors(imported.journey)).toEqual([]);
        const back = await converter.export(imported.journey);
        expect(back.ok || back.problems[0]?.words).toBeTruthy();
      }),
      { seed: 8, numRuns: 80 },
    );
    expect(readable).toBeGreaterThan(15);
  });
});

/** The value without one of its parts, found by the draws. */
function without(value: unknown, draws: readonly number[]): unknown {
  const [draw = 0, ...rest] = draws;
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  const key = keys[draw % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const part = (value as Readonly<Record<string, unknown>>)[key];
  const goesOn = rest.length > 0 && typeof part === 'object' && part !== null;
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) =>
      String(index) !== key ? [item] : goesOn ? [without(item, rest)] : [],
    );
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) =>
      name !== key ? [[name, item]] : goesOn ? [[name, without(item, rest)]] : [],
    ),
  );
}
