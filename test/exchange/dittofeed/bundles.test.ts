import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../../src/audience/schema.ts';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Definition } from '../../support/formats/dittofeed.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';

const schema = schemaOf(sampleAudience);

function json(value: unknown): ExchangeFile {
  return { name: 'journey.json', type: 'application/json', text: JSON.stringify(value) };
}

async function read(...files: ExchangeFile[]): Promise<Extract<Imported, { ok: true }>> {
  const imported = await converter.import(files, { schema });
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  return imported;
}

async function bodyOf(journey: Journey): Promise<{ readonly definition: Definition }> {
  const { files } = await written(converter, journey);
  return (JSON.parse(files.at(-1)!.text) as { definition: Definition }[])[0]!;
}

const MAIL = {
  id: 'mail',
  type: 'MessageNode',
  name: 'Mail',
  variant: { type: 'Email', templateId: 't' },
  child: 'wait',
};
const TEMPLATE = {
  workspaceId: 'w',
  id: 't',
  name: 'T',
  definition: {
    type: 'Email',
    from: 'a@b.c',
    subject: 'Hi {{ user.plan | default: "x" }}',
    body: '<p>Hello</p>',
  },
};
const LIST = {
  id: 'list',
  workspaceId: 'w',
  name: 'Buyers',
  definition: { entryNode: { id: '1', type: 'Everyone' }, nodes: [] },
};

function segment(id: string, entryNode: object, nodes: readonly object[] = []): object {
  return { id, workspaceId: 'w', name: `Segment ${id}`, definition: { entryNode, nodes } };
}

function journeyWith(
  nodes: readonly object[],
  first: string,
  entry: object = { type: 'EntryNode', segment: 'list' },
): object {
  return {
    workspaceId: 'w',
    id: 'j',
    name: 'J',
    definition: { entryNode: { ...entry, child: first }, exitNode: { type: 'ExitNode' }, nodes },
  };
}

describe('a bundle that others made', () => {
  const waits = {
    id: 'wait',
    type: 'WaitForNode',
    timeoutSeconds: 3600,
    timeoutChild: 'ExitNode',
    segmentChildren: [{ id: 'ExitNode', segmentId: 'clicked' }],
  };
  const clicked = segment('clicked', { id: '1', type: 'Email', event: 'DFEmailClicked', templateId: 't' });
  const bundle = {
    templates: [TEMPLATE],
    segments: [LIST, clicked],
    journeys: [journeyWith([MAIL, waits], 'mail')],
  };

  test('says what its segments and templates are', async () => {
    const { journey, warnings } = await read(json(bundle));
    expect(warnings).toEqual([]);
    expect(journey.steps).toMatchObject({
      mail: { kind: 'message', content: { subject: 'Hi {{plan|x}}', body: '<p>Hello</p>' } },
      wait: { kind: 'check', on: 'mail', responses: ['clicked'], windowMinutes: 60, ranked: false },
    });
  });

  test('is the same in one file, in several, and again when it is written', async () => {
    const { journey } = await read(json(bundle));
    const parts = [json(bundle.templates), json(bundle.segments), json(bundle.journeys)];
    expect((await read(...parts)).journey.steps).toEqual(journey.steps);
    const { files } = await written(converter, journey);
    const texts = Object.fromEntries(files.map(({ name, text }) => [name, JSON.parse(text) as object[]]));
    const [template] = texts['3-content-templates.json'] ?? [];
    expect(template).toMatchObject({ ...TEMPLATE });
    expect(texts['4-segments.json']).toMatchObject([
      { id: 'list' },
      { id: 'clicked', definition: clicked['definition' as keyof object] },
    ]);
    expect(texts['5-journeys.json']).toEqual(bundle.journeys);
  });

  test.each([
    [
      'a trait',
      { id: '1', type: 'Trait', path: 'orders', operator: { type: 'GreaterThanOrEqual', value: 3 } },
      { kind: 'column', column: 'orders', operator: 'atLeast', value: 3 },
    ],
    ['a list', { id: '1', type: 'Includes', path: 'tags', item: 'vip' }, { kind: 'tag', tag: 'vip' }],
    [
      'an answer',
      { id: '1', type: 'Email', event: 'DFEmailOpened', templateId: 't' },
      { kind: 'behaviour', did: 'opened', step: 'mail' },
    ],
    [
      'a date',
      {
        id: '1',
        type: 'Trait',
        path: 'last_order',
        operator: {
          type: 'AbsoluteTimestamp',
          absoluteTimestamp: '2026-01-01T00:00:00Z',
          direction: 'before',
        },
      },
      { kind: 'column', column: 'last_order', operator: 'before', value: '2026-01-01' },
    ],
  ])('asks of a contact what a rule can ask: %s', async (_, root, rule) => {
    const split = {
      id: 'wait',
      type: 'SegmentSplitNode',
      variant: { type: 'Boolean', segment: 's', trueChild: 'ExitNode', falseChild: 'ExitNode' },
    };
    const files = json({
      templates: [TEMPLATE],
      segments: [LIST, segment('s', root)],
      journeys: [journeyWith([MAIL, split], 'mail')],
    });
    const { journey, warnings } = await read(files);
    expect(warnings).toEqual([]);
    expect(journey.steps).toMatchObject({ wait: { kind: 'split', branches: [{ id: 'yes', rule }] } });
  });

  test.each([
    ['an event', { id: '1', type: 'Performed', event: 'paid', times: 2 }, 'segment-unasked'],
    [
      'a circle',
      { id: '1', type: 'Trait', path: 'x', operator: { type: 'Within', windowSeconds: 5 } },
      'segment-unasked',
    ],
  ])('asks for a tag where it asks what no rule can: %s', async (_, root, code) => {
    const split = {
      id: 'wait',
      type: 'SegmentSplitNode',
      variant: { type: 'Boolean', segment: 's', trueChild: 'ExitNode', falseChild: 'ExitNode' },
    };
    const { journey, warnings } = await read(
      json({
        templates: [TEMPLATE],
        segments: [LIST, segment('s', root)],
        journeys: [journeyWith([MAIL, split], 'mail')],
      }),
    );
    expect(warnings).toMatchObject([{ code, path: 'journeys.0.definition.nodes.1' }]);
    expect(journey.steps).toMatchObject({ wait: { branches: [{ rule: { kind: 'tag' } }] } });
  });

  test('answers an event, where one lets people in', async () => {
    const entry = { type: 'EventEntryNode', event: 'cart' };
    const mail = { ...MAIL, child: 'ExitNode' };
    const { journey } = await read(
      json({ templates: [TEMPLATE], journeys: [journeyWith([mail], 'mail', entry)] }),
    );
    expect(journey.steps).toMatchObject({ mail: { occasion: 'triggered' } });
  });

  test('lets people in by an event that a segment asks for', async () => {
    const entered = segment('list', { id: '1', type: 'Performed', event: 'signed up' });
    const { journey } = await read(
      json({
        templates: [TEMPLATE],
        segments: [entered],
        journeys: [journeyWith([{ ...MAIL, child: 'ExitNode' }], 'mail')],
      }),
    );
    expect(journey.steps).toMatchObject({ 'entry-1': { trigger: { type: 'events', event: 'signed up' } } });
  });

  test('parts people by chance where a segment does', async () => {
    const split = {
      id: 's',
      type: 'SegmentSplitNode',
      name: 'Half',
      variant: { type: 'Boolean', segment: 'half', trueChild: 'ExitNode', falseChild: 'ExitNode' },
    };
    const { journey } = await read(
      json({
        segments: [LIST, segment('half', { id: '1', type: 'RandomBucket', percent: 0.25 })],
        journeys: [journeyWith([split], 's')],
      }),
    );
    expect(journey.steps).toMatchObject({
      s: { kind: 'experiment', arms: [{ weight: 25 }, { weight: 75 }] },
    });
  });
});

describe('nodes that are called by UUIDs, as the editor of Dittofeed does', () => {
  const [mailId, waitId, restId] = [
    '3f2b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c',
    '7d1b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c',
    '9a0b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c',
  ];
  const nodes = [
    { ...MAIL, id: mailId, child: waitId },
    {
      id: waitId,
      type: 'WaitForNode',
      timeoutSeconds: 3600,
      timeoutChild: restId,
      segmentChildren: [{ id: 'ExitNode', segmentId: 'clicked' }],
    },
    { id: restId, type: 'DelayNode', variant: { type: 'Second', seconds: 60 }, child: 'ExitNode' },
  ];
  const clicked = segment('clicked', { id: '1', type: 'Email', event: 'DFEmailClicked', templateId: 't' });
  const bundle = { templates: [TEMPLATE], segments: [LIST, clicked], journeys: [journeyWith(nodes, mailId)] };

  test('are steps that know each other, and keep their names on the way back', async () => {
    const { journey, warnings } = await read(json(bundle));
    expect(warnings).toEqual([]);
    expect(journey.steps).toMatchObject({
      'message-1': { kind: 'message' },
      'check-1': { kind: 'check', on: 'message-1' },
      'wait-1': { kind: 'wait' },
    });
    expect(await bodyOf(journey)).toEqual(bundle.journeys[0]);
  });

  test('keep them when a step is changed, and are found again by them', async () => {
    const { journey } = await read(json(bundle));
    const wait = { kind: 'wait', name: 'W', until: { type: 'duration', minutes: 5 } };
    const changed = { ...journey, steps: { ...journey.steps, 'wait-1': wait } } as Journey;
    const { definition } = await bodyOf(changed);
    expect(definition.nodes.map(({ id }) => id)).toEqual([mailId, waitId, restId]);
    const again = await converter.import((await written(converter, changed)).files, { base: changed });
    expect(again).toMatchObject({ ok: true, journey: { steps: changed.steps, links: changed.links } });
  });
});

describe('nodes with a meaning of their own', () => {
  test('a rate limit lets everyone out, and is not written again', async () => {
    const { journey, warnings } = await read(json(journeyWith([{ id: 'r', type: 'RateLimitNode' }], 'r')));
    expect(journey.steps).toMatchObject({ r: { kind: 'exit' } });
    expect(warnings.map(({ code }) => code)).toContain('rate-limit-exits');
    expect((await bodyOf(journey)).definition.nodes).toEqual([]);
  });

  test('one of an unknown kind that leads on is a milestone, and is written again as it was', async () => {
    const strange = { id: 'x', type: 'HologramNode', beam: 3, child: 'ExitNode' };
    const { journey, warnings } = await read(json(journeyWith([strange], 'x')));
    expect(journey.steps).toMatchObject({ x: { kind: 'goal', name: 'HologramNode' } });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'node-unknown', path: 'definition.nodes.0', step: 'x' }),
    );
    expect((await bodyOf(journey)).definition.nodes).toEqual([strange]);
  });

  test.each([
    [[50, 30], 'shares-under', [50, 30, 20]],
    [[70, 70], 'shares-over', [70, 30]],
  ])('shares of %j are dealt out as Dittofeed does', async (percents, code, weights) => {
    const children = percents.map((percent, index) => ({ id: 'ExitNode', percent, name: `Arm ${index}` }));
    const { journey, warnings } = await read(
      json(journeyWith([{ id: 'r', type: 'RandomCohortNode', children }], 'r')),
    );
    expect(warnings.map((one) => one.code)).toContain(code);
    expect(journey.steps).toMatchObject({ r: { arms: weights.map((weight) => ({ weight })) } });
  });

  test('a way back is a loop, and where no time passes in it, time is put in', async () => {
    const nodes = [
      MAIL,
      { id: 'wait', type: 'DelayNode', variant: { type: 'Second', seconds: 90 }, child: 'mail' },
    ];
    const { journey, warnings } = await read(json(journeyWith(nodes, 'mail')));
    expect(journey.links).toMatchObject({ mail: { next: 'wait' }, wait: { next: 'mail' } });
    expect(journey.steps).toMatchObject({ wait: { until: { type: 'duration', minutes: 2 } } });
    expect(warnings.map(({ code }) => code)).toContain('seconds-rounded');
    const quick = await read(json(journeyWith([{ ...MAIL, child: 'mail' }], 'mail')));
    expect(quick.warnings.map(({ code }) => code)).toContain('loop-slowed');
  });
});

test('a node that nothing leads to is told, with its place', async () => {
  const lost = { id: 'lost', type: 'DelayNode', variant: { type: 'Second', seconds: 60 }, child: 'mail' };
  const mail = { ...MAIL, child: 'ExitNode' };
  const { warnings } = await read(
    json({ templates: [TEMPLATE], segments: [LIST], journeys: [journeyWith([mail, lost], 'mail')] }),
  );
  expect(warnings).toMatchObject([{ code: 'node-unreached', path: 'journeys.0.definition.nodes.1' }]);
});
