import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { damagesAreNoticed, damagesAreNoticedBy, inJson } from '../../support/formats/damage.ts';
import { verifyDittofeed } from '../../support/formats/dittofeed.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

interface Node {
  id: string;
  type: string;
  child?: string;
  skipOnFailure?: boolean;
  children?: { percent: number }[];
  operator?: { type: string };
}

interface Body {
  id: string;
  name: string;
  workspaceId?: string;
  definition: {
    type?: string;
    from?: string;
    entryNode: { id?: string; type?: string; event?: string; child: string; children: string[] };
    nodes: Node[];
  };
}

const FILES = { groups: 1, templates: 2, segments: 3, journeys: 4 } as const;

/** A damage of the first body in a file. */
function first(file: keyof typeof FILES, change: (body: Body, all: Body[]) => void) {
  return inJson((all: Body[]) => {
    change(all[0]!, all);
  }, FILES[file]);
}

function firstMessage({ definition }: Body): Node {
  return definition.nodes.find(({ type }) => type === 'MessageNode')!;
}

/** A delay is a node that goes on at once. */
const DELAY = { id: 'x', type: 'DelayNode', variant: { type: 'Second', seconds: 1 }, child: 'ExitNode' };

const right = async () => (await written(converter, openSample('win-back'))).files;

damagesAreNoticed(verifyDittofeed, right, {
  'a file is missing': (files) => files.filter(({ name }) => !name.includes('segments')),
  'the files are in another order': (files) => [...files].reverse(),
  'the workspace is missing': first('journeys', (body) => {
    delete body.workspaceId;
  }),
  'two workspaces': first('journeys', (body) => {
    body.workspaceId = 'other';
  }),
  'a node is gone': first('journeys', ({ definition }) => {
    definition.nodes.splice(3, 1);
  }),
  'a node twice': first('journeys', ({ definition }) => {
    definition.nodes.push(definition.nodes[0]!);
  }),
  'a link to nowhere': first('journeys', ({ definition }) => {
    definition.entryNode.child = 'nowhere';
  }),
  'a way back': first('journeys', (body) => {
    firstMessage(body).child = body.definition.entryNode.child;
  }),
  'a node that nobody comes to': first('journeys', ({ definition }) => {
    definition.nodes.push(DELAY);
  }),
  'shares that do not make 100': first('journeys', ({ definition }) => {
    definition.nodes.find(({ children }) => children)!.children![0]!.percent = 7;
  }),
  'a rate limit': first('journeys', ({ definition }) => {
    definition.nodes[0] = { id: definition.nodes[0]!.id, type: 'RateLimitNode' };
  }),
  'no skipping of failures': first('journeys', (body) => {
    delete firstMessage(body).skipOnFailure;
  }),
  'an event and a node that waits': first('journeys', ({ definition }) => {
    const { child } = definition.entryNode;
    const wait = {
      id: 'wait',
      type: 'WaitForNode',
      timeoutSeconds: 1,
      timeoutChild: child,
      segmentChildren: [],
    };
    definition.entryNode = { type: 'EventEntryNode', event: 'e', child: 'wait', children: [] };
    definition.nodes.push(wait);
  }),
  'a template of another channel': first('templates', (body) => {
    Object.assign(body, { definition: { type: 'Sms', body: '' } });
  }),
  'an id that is no UUID': first('groups', (body) => {
    body.id = 'mine';
  }),
  'a name twice': first('segments', (body, all) => {
    all[1]!.name = body.name;
  }),
  'a part of a segment that is not there': first('segments', ({ definition }) => {
    definition.entryNode.children.push('9');
  }),
  'a group of nothing': first('segments', (body) => {
    Object.assign(body, { definition: { entryNode: { id: '1', type: 'Or', children: [] }, nodes: [] } });
  }),
});

damagesAreNoticedBy('fixtures/schemas/dittofeed.schemas.json', verifyDittofeed, right, {
  'a template without a sender': first('templates', ({ definition }) => {
    delete definition.from;
  }),
  'an operator that there is not': first('segments', (_, all) => {
    const asking = all.flatMap(({ definition }) => definition.nodes).find(({ operator }) => operator)!;
    asking.operator!.type = 'GreaterThan';
  }),
});
