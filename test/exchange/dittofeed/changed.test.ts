import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import type { MessageStep } from '../../../src/journey/steps/message.ts';
import { money } from '../../../src/journey/units.ts';
import { exported, inRow } from '../../support/formats/dittofeedExport.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';

const converter = await PLATFORMS.dittofeed.load();

const EDITED = { type: 'doc', content: [] };
const BODY = {
  type: 'Email',
  from: 'shop@example.org',
  subject: 'Hi',
  emailContentsType: 'LowCode',
  body: EDITED,
};
const SEND = { type: 'Email', templateId: 't', providerOverride: 'Resend' };
const MAIL = {
  id: 'mail',
  type: 'MessageNode',
  variant: SEND,
  subscriptionGroupId: 'news',
  retryCount: 7,
  child: 'ExitNode',
};

function bundle(...nodes: readonly object[]) {
  const first = (nodes[0] as { id: string }).id;
  const entryNode = { type: 'EventEntryNode', event: 'e', child: first };
  const definition = { entryNode, exitNode: { type: 'ExitNode' }, nodes };
  return {
    templates: [{ workspaceId: 'w', id: 't', name: 'T', definition: BODY }],
    journeys: [{ workspaceId: 'w', id: 'j', name: 'J', definition }],
  };
}

async function opened(value: unknown): Promise<Journey> {
  const text = JSON.stringify(value);
  return readBack(converter, [{ name: 'bundle.json', type: 'application/json', text }]);
}

function changed(journey: Journey, change: (step: MessageStep) => MessageStep): Journey {
  const id = 'mail' as StepId;
  return { ...journey, steps: { ...journey.steps, [id]: change(journey.steps[id] as MessageStep) } };
}

async function sent(journey: Journey) {
  const { files } = await written(converter, journey);
  const read = (kind: string) =>
    JSON.parse(files.find(({ name }) => name.includes(kind))?.text ?? '[]') as {
      id: string;
      definition: { nodes: object[] };
    }[];
  return { templates: read('templates'), nodes: read('journeys')[0]!.definition.nodes };
}

describe('a message of others that was changed here', () => {
  test('in what only a rehearsal supposes is sent as it came', async () => {
    const { templates, nodes } = await sent(
      changed(await opened(bundle(MAIL)), (step) => ({ ...step, cost: money(1) })),
    );
    expect(templates).toMatchObject([{ id: 't', definition: BODY }]);
    expect(nodes).toMatchObject([MAIL]);
  });

  test('in its words is made over, and keeps its provider, its group and its sender', async () => {
    const { templates, nodes } = await sent(
      changed(await opened(bundle(MAIL)), (step) => ({ ...step, content: { subject: 'Other' } })),
    );
    expect(nodes).toMatchObject([{ ...MAIL, skipOnFailure: true }]);
    expect(templates).toMatchObject([
      {
        id: 't',
        name: 'T',
        definition: { from: 'shop@example.org', subject: 'Other', emailContentsType: 'Code' },
      },
    ]);
    expect(templates).toHaveLength(1);
  });

  test('gets a template of its own where another message has the same', async () => {
    const second = { ...MAIL, id: 'second' };
    const journey = await opened(bundle({ ...MAIL, child: 'second' }, second));
    const { templates, nodes } = await sent(
      changed(journey, (step) => ({ ...step, content: { subject: 'Other' } })),
    );
    expect(templates.map(({ id }) => id)).toHaveLength(2);
    expect(templates[0]).toMatchObject({ id: 't', definition: BODY });
    expect(nodes).toMatchObject([
      { variant: { templateId: templates[1]!.id } },
      { variant: { templateId: 't' } },
    ]);
  });

  test('to be transactional leaves its group', async () => {
    const { nodes } = await sent(
      changed(await opened(bundle(MAIL)), (step) => ({ ...step, transactional: true })),
    );
    expect(nodes[0]).not.toHaveProperty('subscriptionGroupId');
    expect(nodes).toMatchObject([{ retryCount: 7 }]);
  });
});

describe('a journey of others', () => {
  test('to which an exit rule was added asks before each message', async () => {
    const journey = await opened(bundle(MAIL));
    const leave = { id: 'r', when: { kind: 'converted' }, mode: 'immediate' } as const;
    const { nodes } = await sent({ ...journey, settings: { ...journey.settings, exitRules: [leave] } });
    expect(nodes).toMatchObject([
      MAIL,
      { id: 'mail:guard', variant: { trueChild: 'ExitNode', falseChild: 'mail' } },
    ]);
  });

  test('that was renamed, and may be entered again, says so', async () => {
    const journey = await opened(bundle(MAIL));
    const settings = { ...journey.settings, reEntry: { mode: 'afterExit' } } as const;
    const { files } = await written(converter, { ...journey, name: 'Other', settings });
    expect(JSON.parse(files.at(-1)!.text)).toMatchObject([{ id: 'j', name: 'Other', canRunMultiple: true }]);
  });
});

test('steps may be called as nodes are that mean something', async () => {
  const wait = STEP_DEFINITIONS.wait.defaults();
  const journey = inRow({
    ExitNode: wait,
    EntryNode: STEP_DEFINITIONS.message.defaults(),
    EventEntryNode: wait,
  });
  const { files } = await exported(journey);
  expect(outcome(await readBack(converter, files, journey))).toEqual(outcome(journey));
});
