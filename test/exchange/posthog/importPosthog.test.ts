import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { loopsIn, successorsOf } from '../../../src/journey/graph.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { flow, problemsOf, read } from '../../support/formats/posthogFiles.ts';
import { outcome, written } from '../../support/formats/roundTrip.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

const FIXTURE = 'fixtures/posthog/re_engagement.json';
const EXAMPLE = 'reference/formats/posthog.hogflow.json';
const schema = sampleSchema(1000);

function stepAt(journey: Journey, id: string) {
  return journey.steps[id as StepId];
}

describe('files of others', () => {
  testWithShared(
    'the re-engagement flow is read, simulated and written again as it was',
    FIXTURE,
    async () => {
      const text = sharedText(FIXTURE);
      const { journey, warnings } = await read(text, { schema });
      expect(warnings.map(({ code, path }) => [code, path])).toEqual([
        ['events-per-day-guessed', 'actions.0'],
        ['event-read-as-conversion', 'actions.1.config'],
      ]);
      expect(findErrors(journey, { schema })).toEqual([]);
      expect(outcome(journey)).toBeDefined();
      expect(
        Object.entries(journey.steps)
          .map(([id, { kind }]) => `${id} ${kind}`)
          .sort(),
      ).toEqual([
        'exit_node exit',
        'nudge_by_email message',
        'text_them message',
        'trigger_node entry',
        'wait_for_a_click check',
      ]);
      const { files } = await written(converter, journey);
      // A file that goes out never switches anything on.
      const was = { ...(JSON.parse(text) as object), status: 'draft' };
      expect(JSON.parse(files[0]?.text ?? '')).toEqual(was);
      expect(files[0]?.text).toBe(`${JSON.stringify(was, null, 2)}\n`);
    },
  );

  testWithShared('a flow with every kind of branch is written again as it was', EXAMPLE, async () => {
    const text = sharedText(EXAMPLE);
    const { journey, warnings } = await read(text, { schema });
    expect(warnings.map(({ code }) => code)).toContain('duration-cut');
    expect(findErrors(journey, { schema })).toEqual([]);
    expect(stepAt(journey, 'ab')).toMatchObject({ holdout: { weight: 10, goesOn: false } });
    const { files } = await written(converter, journey);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual(JSON.parse(text));
  });

  testWithShared('a change is written over what was there, and nothing else changes', FIXTURE, async () => {
    const { journey } = await read(sharedText(FIXTURE));
    const mail = stepAt(journey, 'nudge_by_email');
    if (mail?.kind !== 'message') throw new Error('no message');
    const changed = {
      ...journey,
      steps: {
        ...journey.steps,
        nudge_by_email: { ...mail, content: { ...mail.content, subject: 'New {{plan}}' } },
      },
    };
    const { files } = await written(converter, changed);
    const now = JSON.parse(files[0]?.text ?? '') as {
      actions: { id: string; config: { inputs: { email: { value: Record<string, unknown> } } } }[];
    };
    const value = now.actions.find(({ id }) => id === 'nudge_by_email')?.config.inputs.email.value;
    expect(value).toMatchObject({
      subject: 'New {{ person.properties.plan }}',
      from: { integrationId: 7, integrationIds: [7] },
    });
    expect(value).toHaveProperty('design');
    const again = await read(files[0]?.text);
    expect(stepAt(again.journey, 'nudge_by_email')).toMatchObject({ content: { subject: 'New {{plan}}' } });
  });

  testWithShared('an answer goes into the action that is kept', FIXTURE, async () => {
    const { journey } = await read(sharedText(FIXTURE));
    const out = await converter.export(journey, { answers: { 'integration:email': '99' } });
    expect(out.ok && out.blanks.map(({ id, value }) => [id, value])).toEqual([['integration:email', '99']]);
    expect(out.ok && out.files[0]?.text).toContain('"integrationId": 99');
    expect(out.ok && out.files[0]?.text).toContain('"design"');
  });
});

describe('actions without a counterpart', () => {
  test('become milestones that are kept for the way back', async () => {
    const slack = {
      id: 's',
      name: 'Tell us',
      type: 'function',
      config: { template_id: 'template-slack', inputs: { text: { value: 'x' } } },
    };
    const agent = { id: 'a', name: 'Ask', type: 'agent_task', config: { prompt: 'y' }, extra: [1] };
    const given = flow([slack, agent], [{ from: 'a', to: 'x', type: 'branch', index: 0 }]);
    const { journey, warnings } = await read(given);
    expect(stepAt(journey, 's')).toEqual({ kind: 'goal', name: 'Tell us' });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['step-as-milestone', 'actions.1'],
      ['step-as-milestone', 'actions.2'],
      ['way-left-out', 'actions.2'],
    ]);
    const { files } = await written(converter, journey);
    expect(JSON.parse(files[0]?.text ?? '')).toEqual({ ...given, status: 'draft', description: '' });
  });

  test('waits for properties part contacts at once; waits for odd events watch for conversions', async () => {
    const wait = (id: string, filters: object) => ({
      id,
      name: id,
      type: 'wait_until_condition',
      config: { condition: { filters }, max_wait_duration: '3d' },
    });
    const given = flow(
      [
        wait('p', { properties: [{ key: 'orders', operator: 'gte', value: '3', type: 'person' }] }),
        wait('e', { events: [{ id: 'paid', type: 'events' }] }),
      ],
      [
        { from: 'p', to: 'x', type: 'branch', index: 0 },
        { from: 'e', to: 'x', type: 'branch', index: 0 },
      ],
    );
    const { journey, warnings } = await read(given, { schema });
    expect(stepAt(journey, 'p')).toMatchObject({
      kind: 'split',
      branches: [{ rule: { column: 'orders', operator: 'atLeast', value: 3 } }],
    });
    expect(stepAt(journey, 'e')).toMatchObject({
      kind: 'check',
      responses: ['converted'],
      windowMinutes: 4320,
    });
    expect(warnings.map(({ code }) => code)).toEqual(['wait-read-as-split', 'event-read-as-conversion']);
  });

  test('conditions that cannot be asked become questions for tags, columns that are not there as well', async () => {
    const properties = [
      { key: 'id', value: 12, type: 'cohort' },
      { key: 'plan', operator: 'regex', value: '^p', type: 'person' },
      { key: 'country', operator: 'exact', value: ['Sweden', 'Norway'], type: 'person' },
      { key: 'newsletter', operator: 'exact', value: ['true'], type: 'person' },
      { key: 'shoe_size', operator: 'gt', value: 40, type: 'person' },
    ];
    const branch = {
      id: 'b',
      name: 'Who?',
      type: 'conditional_branch',
      config: { conditions: [{ name: 'These', filters: { properties } }] },
    };
    const { journey, warnings } = await read(
      flow([branch], [{ from: 'b', to: 'x', type: 'branch', index: 0 }]),
      { schema },
    );
    expect(stepAt(journey, 'b')).toMatchObject({
      branches: [
        {
          id: 'these',
          rule: {
            kind: 'all',
            rules: [
              { kind: 'tag', tag: 'cohort-id-12' },
              { kind: 'tag', tag: 'person-plan-regex-p' },
              { kind: 'any', rules: [{ value: 'Sweden' }, { value: 'Norway' }] },
              { column: 'newsletter', value: true },
              { kind: 'tag' },
            ],
          },
        },
      ],
    });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ['filter-not-read', 'actions.1.config.conditions.0.filters.properties.0'],
      ['filter-not-read', 'actions.1.config.conditions.0.filters.properties.1'],
      ['column-not-here', undefined],
    ]);
    expect(findErrors(journey, { schema })).toEqual([]);
  });

  test('a trigger whose audience cannot be asked lets everyone in rather than nobody', async () => {
    const given = flow([]);
    given.actions[0] = {
      id: 't',
      name: 'T',
      type: 'trigger',
      config: { type: 'batch', filters: { properties: [{ key: 'id', value: 3, type: 'cohort' }] } },
    };
    const { journey, warnings } = await read(given);
    expect(stepAt(journey, 't')).toEqual({ kind: 'entry', name: 'T', trigger: { type: 'atOnce' } });
    expect(warnings.map(({ code }) => code)).toEqual(['entry-filter-not-read']);
  });
});

describe('the graph', () => {
  const delay = (id: string, duration = '1d') => ({
    id,
    name: id,
    type: 'delay',
    config: { delay_duration: duration },
  });

  test('a cycle is a loop, in which time passes', async () => {
    const again = {
      id: 'b',
      name: 'Again?',
      type: 'conditional_branch',
      config: { conditions: [{ name: 'Yes', filters: { properties: [] } }] },
    };
    const { journey, warnings } = await read(
      flow([again], [{ from: 'b', to: 'b', type: 'branch', index: 0 }]),
    );
    expect(loopsIn(successorsOf(journey))).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(['loop-slowed']);
    expect(outcome(journey)).toBeDefined();
  });

  test.each<readonly [string, object, string]>([
    ['an id twice', flow([delay('a'), delay('a')]), 'actions.2.id'],
    ['two triggers', flow([{ id: 'a', type: 'trigger', config: { type: 'batch' } }]), 'actions.1'],
    ['no trigger', { ...flow([]), actions: [delay('x')], edges: [] }, 'actions'],
    ['an edge to nowhere', flow([], [{ from: 't', to: 'nobody', type: 'continue' }]), 'edges.1.to'],
    ['an edge from nowhere', flow([], [{ from: 'nobody', to: 'x', type: 'continue' }]), 'edges.1.from'],
    ['an edge without an end', flow([], [{ from: 't', type: 'continue' }]), 'edges.1.to'],
    ['an edge into the trigger', flow([delay('a')], [{ from: 'a', to: 't', type: 'continue' }]), 'edges.2'],
    [
      'a branch of a delay',
      flow([delay('a')], [{ from: 'a', to: 'x', type: 'branch', index: 0 }]),
      'edges.2.index',
    ],
    ['a branch without a number', flow([delay('a')], [{ from: 'a', to: 'x', type: 'branch' }]), 'edges.2'],
    [
      'a wait that leads nowhere when it is met',
      flow([{ id: 'w', type: 'wait_until_condition', config: {} }]),
      'actions.1',
    ],
    ['an unknown type of edge', flow([], [{ from: 't', to: 'x', type: 'jump' }]), 'edges.1.type'],
  ])('%s is refused, with its place', async (_, value, path) => {
    const problems = await problemsOf(value);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(
      new RegExp(`^${path.replaceAll('.', '\\.')}: .*“${path.split('.').slice(0, 2).join('.')}|^${path}: `),
    );
  });

  test('what PostHog runs all the same is warned of', async () => {
    const { warnings, journey } = await read(
      flow(
        [delay('a', '90h')],
        [
          { from: 'x', to: 'a', type: 'continue' },
          { from: 'a', to: 'a', type: 'continue' },
        ],
      ),
    );
    expect(warnings.map(({ code }) => code)).toEqual(['edge-after-exit', 'duration-cut']);
    expect(journey.links['a' as StepId]).toEqual({ next: 'x' });
    expect(stepAt(journey, 'a')).toMatchObject({ until: { minutes: 1440 } });
  });

  test('ids that cannot be ids here get others, and are written again', async () => {
    const given = flow([delay('1 day!'), delay('latest')]);
    const { journey } = await read(given);
    expect(Object.keys(journey.steps).sort()).toEqual(['step-1', 'step-2', 't', 'x']);
    const { files } = await written(converter, journey);
    expect(
      (JSON.parse(files[0]?.text ?? '') as { actions: { id: string }[] }).actions.map(({ id }) => id),
    ).toEqual(['t', '1 day!', 'latest', 'x']);
  });
});
