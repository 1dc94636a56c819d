import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import {
  accountFlow,
  type LooseDefinition,
  type LooseFlow,
} from '../../support/formats/klaviyoAccountFlow.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { hasShared, sharedText } from '../../support/shared.ts';

const importText = (text: string): Promise<Imported> =>
  converter.import([{ name: 'flow.json', type: 'application/json', text }]);
const importValue = (value: unknown) => importText(JSON.stringify(value));

async function refused(value: unknown) {
  const imported = await (typeof value === 'string' ? importText(value) : importValue(value));
  if (imported.ok) throw new Error('it was read');
  for (const { words, severity } of imported.problems) {
    expect(severity).toBe('error');
    expect(words).toMatch(/[.?]$/);
    expect(words.length).toBeLessThan(600);
  }
  return imported.problems[0]!;
}

/** The account's flow, with something done to its definition. */
function flow(change: (definition: LooseDefinition) => void): unknown {
  const copy = structuredClone(accountFlow) as unknown as LooseFlow;
  change(copy.data.attributes.definition);
  return copy;
}

const PLACE = 'data.attributes.definition';

describe('a file that cannot be read says why and where', () => {
  test.each([
    ['an empty file', '', 'not-json'],
    ['a file that was cut short', JSON.stringify(accountFlow).slice(0, 900), 'not-json'],
    ['20 MB', ' '.repeat(20 * 1024 * 1024), 'file-too-large'],
    ['deep nesting', '['.repeat(5000), 'nested-too-deep'],
    ['a key of JavaScript', '{"data":{"type":"flow","__proto__":{}}}', 'forbidden-name'],
    ['a list', '[]', 'not-a-flow'],
    ['a journey of Rehearsal', '{"format":"rehearsal-journey"}', 'not-a-flow'],
    ['Dittofeed', '{"definition":{"entryNode":{}}}', 'not-a-flow'],
    ['PostHog', '{"actions":[],"edges":[]}', 'not-a-flow'],
    ['Salesforce', '{"workflowApiVersion":1}', 'not-a-flow'],
    ['Parcelvoy', '{"e":{"type":"entrance"}}', 'not-a-flow'],
    ['a campaign of Klaviyo', '{"data":{"type":"campaign","attributes":{}}}', 'not-a-flow'],
    ['a list of flows', '{"data":[]}', 'not-a-flow'],
    [
      'a flow without its definition',
      '{"data":{"type":"flow","attributes":{"definition":null}}}',
      'not-a-flow',
    ],
    ['an error of Klaviyo', '{"errors":[{"code":"invalid"}]}', 'not-a-flow'],
  ])('%s', async (_, text, code) => {
    const problem = await refused(text);
    expect(problem.code).toBe(code);
  });

  test.each([
    [
      'a link to nowhere',
      (it) => (it.actions[0]!.links.next = 'x'.repeat(9000)),
      'dangling-link',
      `${PLACE}.actions.0.links.next`,
    ],
    [
      'a branch to nowhere',
      (it) => (it.actions[4]!.data.branches![1]!.links.next = '999'),
      'dangling-link',
      `${PLACE}.actions.4.links.8a1d`,
    ],
    ['two actions of one id', (it) => (it.actions[1]!.id = '100'), 'duplicate-id', `${PLACE}.actions.1`],
    [
      'two branches of one id',
      (it) => (it.actions[4]!.data.branches![1]!.branch_id = '7f2c'),
      'duplicate-branch',
      `${PLACE}.actions.4.data.branches.1`,
    ],
    ['an action without id', (it) => delete it.actions[2]!.id, 'action-without-id', `${PLACE}.actions.2`],
    [
      'an entry that is not there',
      (it) => (it.entry_action_id = '1'),
      'dangling-entry',
      `${PLACE}.entry_action_id`,
    ],
    ['two triggers', (it) => it.triggers.push(it.triggers[0]!), 'several-triggers', `${PLACE}.triggers.1`],
    [
      'actions that are no list',
      (it) => Object.assign(it, { actions: {} }),
      'damaged-field',
      `${PLACE}.actions`,
    ],
    [
      'an action that is a text',
      (it) => Object.assign(it.actions, { 3: 'wait' }),
      'damaged-field',
      `${PLACE}.actions.3`,
    ],
    [
      'a condition without kind',
      (it) => delete it.profile_filter.condition_groups[0]!.conditions[0]!.type,
      'damaged-field',
      `${PLACE}.profile_filter.condition_groups.0.conditions.0.type`,
    ],
  ] as [string, (it: LooseDefinition) => void, string, string][])('%s', async (_, damage, code, path) => {
    expect(await refused(flow(damage))).toMatchObject({ code, path });
  });

  test.each([
    [
      'actions',
      (it) =>
        (it.actions = Array.from({ length: 60_000 }, (_, id) => ({ ...it.actions[0]!, id: String(id) }))),
    ],
    [
      'conditions',
      (it) => {
        const [group] = it.profile_filter.condition_groups;
        group!.conditions = Array.from({ length: 20_000 }, () => group!.conditions[0]!);
      },
    ],
  ] as [string, (it: LooseDefinition) => void][])(
    'more %s than a journey has room for',
    async (_, change) => {
      expect(await refused(flow(change))).toMatchObject({ code: 'flow-too-large' });
    },
  );

  test('several files, and none', async () => {
    const file = { name: 'a.json', type: 'application/json', text: '{}' };
    expect(await converter.import([])).toMatchObject({ ok: false, problems: [{ code: 'no-file' }] });
    expect(await converter.import([file, file])).toMatchObject({
      ok: false,
      problems: [{ code: 'several-files' }],
    });
  });
});

describe('a flow that is odd is read all the same', () => {
  const INDEX = accountFlow.data.attributes.definition.actions.findIndex(({ type }) => type === 'time-delay');

  test.each([
    ['value', -5],
    ['value', '1e999'],
    ['value', 1.5],
    ['value', null],
    ['value', undefined],
    ['value', 9e15],
    ['secondary_value', -1],
    ['unit', 'fortnights'],
    ['delay_until_time', 'noon'],
  ])('and what a delay says that is no length is warned of: %s of %j', async (key, value) => {
    const odd = flow(({ actions }) => {
      Object.assign(actions[INDEX]!, { data: { unit: 'hours', value: 1, [key]: value } });
    });
    const imported = await importValue(odd);
    const warnings = imported.ok ? imported.warnings.filter(({ code }) => code === 'delay-unclear') : [];
    expect(warnings).toMatchObject([{ path: `${PLACE}.actions.${INDEX}.data.${key}` }]);
  });

  test('and a delay that says nothing wrong is not', async () => {
    const imported = await importValue(accountFlow);
    expect(imported.ok && imported.warnings.map(({ code }) => code)).not.toContain('delay-unclear');
  });

  test('actions and triggers of a newer revision are passed, with a doubt', async () => {
    const imported = await importValue(
      flow((it) => {
        it.triggers[0]!.type = 'quantum';
        it.actions[9]!.type = 'ask-an-oracle';
      }),
    );
    expect(imported).toMatchObject({ ok: true });
    expect(imported.ok && imported.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['trigger-unknown', 'action-unknown']),
    );
  });

  test('a circle becomes a loop in which time passes', async () => {
    const imported = await importValue(flow((it) => (it.actions[5]!.links.next = '101')));
    expect(imported.ok && findErrors(imported.journey)).toEqual([]);
    expect(imported.ok && imported.warnings.map(({ code }) => code)).toContain('loop-slowed');
  });

  test('a flow without trigger or actions lets everyone in', async () => {
    const imported = await importValue(
      flow((it) => ((it.triggers = []), (it.actions = []), (it.entry_action_id = null))),
    );
    expect(imported).toMatchObject({ ok: true });
    expect(imported.ok && imported.warnings.map(({ code }) => code)).toContain('no-trigger');
  });

  test('names stay text, and names that every object inherits are names', async () => {
    const imported = await importValue(
      flow((it) => {
        it.actions[4]!.data.name = '<script>{{ x';
        it.actions[4]!.data.branches![0]!.branch_id = 'toString';
        it.actions[1]!.id = 'valueOf';
        it.actions[0]!.links.next = 'valueOf';
      }),
    );
    expect(imported).toMatchObject({ ok: true });
    const split =
      imported.ok && Object.values(imported.journey.steps).find((step) => step.name === '<script>{{ x');
    expect(split).toMatchObject({ kind: 'split', branches: [{ id: 'branch-1' }, { id: 'branch-2' }] });
  });

  const kindsIn = (imported: Imported) =>
    imported.ok
      ? Object.values(imported.journey.steps)
          .map(({ kind }) => kind)
          .sort()
      : [];

  test.each([
    ['was changed', ({ actions }) => Object.assign(actions[1]!.data, { value: 5 })],
    [
      'is come to from elsewhere',
      ({ actions }) => Object.assign(actions[0]!.links, { next: 'check.yes.clicked' }),
    ],
    ['is what the flow begins with', (it) => (it.entry_action_id = 'check.yes.clicked')],
  ] as [string, (it: LooseDefinition) => void][])(
    'a check of which a part %s is read action by action',
    async (_, change) => {
      const check = draft({ mail: step('message'), check: step('check') }, [
        'entry-1.next > mail',
        'mail.next > check',
      ]);
      const body = await bodyOf(check);
      expect(kindsIn(await importValue(body))).toEqual(['check', 'entry', 'message']);
      change(body.data.attributes.definition);
      expect(kindsIn(await importValue(body))).toEqual(['entry', 'message', 'split', 'wait']);
    },
  );

  test('a copy that leads elsewhere by now is a step of its own', async () => {
    const vip = [branchOf('vip', { kind: 'tag', tag: 'vip' })];
    const journey = draft(
      { ask: step('split', { branches: vip }), hello: step('message'), bye: step('wait'), end: step('goal') },
      ['entry-1.next > ask', 'ask.vip > hello', 'hello.next > bye', 'ask.else > bye', 'bye.next > end'],
    );
    const body = await bodyOf(journey);
    const stepsOf = async () => {
      const imported = await importValue(body);
      return imported.ok ? Object.keys(imported.journey.steps).sort() : [];
    };
    expect(await stepsOf()).toEqual(['ask', 'bye', 'end', 'entry-1', 'hello']);
    const copy = body.data.attributes.definition.actions.find(
      ({ temporary_id: id }) => id === 'bye-2.of.bye',
    )!;
    copy.links['next'] = 'hello';
    expect(await stepsOf()).toEqual(['ask', 'bye', 'bye-2', 'end', 'entry-1', 'hello']);
  });
});

async function bodyOf(journey: Journey): Promise<LooseFlow> {
  return JSON.parse((await written(converter, journey)).files[0]!.text) as LooseFlow;
}

describe('nothing throws', () => {
  test('whatever JSON comes', async () => {
    const broken = fc.oneof(
      fc.jsonValue(),
      fc.record({
        data: fc.record({
          type: fc.constant('flow'),
          attributes: fc.record({ name: fc.string(), definition: fc.jsonValue() }),
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(broken, async (value) => {
        expect(typeof (await importValue(value)).ok).toBe('boolean');
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  test('whatever is taken from a good file', async () => {
    const texts = [JSON.stringify(accountFlow)];
    if (hasShared('reference/formats/klaviyo.flow.json'))
      texts.push(sharedText('reference/formats/klaviyo.flow.json'));
    for (const name of SAMPLE_NAMES.slice(0, 3))
      texts.push((await written(converter, openSample(name))).files[0]!.text);
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.jsonValue(), async (text, choice, instead) => {
        const value = JSON.parse(text) as unknown;
        damage(value, choice, instead);
        const imported = await importValue(value);
        if (!imported.ok) return;
        read += 1;
        expect(findErrors(imported.journey)).toEqual([]);
        const again = await converter.export(imported.journey);
        expect(typeof again.ok).toBe('boolean');
      }),
      { seed: 4, numRuns: 100 },
    );
    expect(read).toBeGreaterThan(30);
  }, 30_000);
});

/** Takes one of all values below, or puts another in its place. */
function damage(value: unknown, choice: number, instead: unknown): void {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const collect = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      collect((holder as Record<string, unknown>)[key]);
    }
  };
  collect(value);
  const place = places[choice % places.length];
  if (!place) return;
  if (choice % 3 === 0) place.holder[place.key] = instead;
  else delete place.holder[place.key];
}
