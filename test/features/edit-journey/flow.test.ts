import { expect, it } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { placeOf } from '../../../src/features/edit-journey/canvasEdits.ts';
import { cardBox } from '../../../src/features/edit-journey/cardLayout.ts';
import { createFlow, type FlowInput } from '../../../src/features/edit-journey/flow.ts';
import { wayNow, type LinkEdge } from '../../../src/features/edit-journey/linkEdges.ts';
import { runnableJourneyOf } from '../../support/randomJourney.ts';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from '../../support/smallJourney.ts';

const label = ({ name }: Step) => name;
const input: FlowInput = {
  journey: smallJourney(),
  places: {},
  figures: new Map(),
  problems: [],
  selection: [],
  notes: [],
  editingNote: undefined,
  noteBoxes: {},
  noteLabel: 'Note',
  selectedLink: undefined,
  label,
  linkLabel: (from, exit, to) => `${from.name} ${exit} ${to.name}`,
};

it('gives the same node and edge while nothing of it changed', () => {
  const flow = createFlow();
  const before = flow({ ...input, selection: [CHECK] });
  const { journey } = applyEdit(input.journey, { type: 'moveSteps', to: { [WAIT]: { x: 640, y: 200 } } });
  const after = flow({ ...input, journey, selection: [EMAIL] });
  const same = (id: string) =>
    before.nodes.find((node) => node.id === id) === after.nodes.find((node) => node.id === id);
  expect([ENTRY, EMAIL, WAIT, CHECK].map(same)).toEqual([true, false, false, false]);
  expect(after.edges[0]).toBe(before.edges[0]);
});

it('gives the same list of links while a card is dragged to where none of them has to run differently', () => {
  const flow = createFlow();
  const before = flow(input);
  const { x, y } = input.journey.layout[WAIT] ?? { x: 0, y: 0 };
  const after = flow({ ...input, places: { [WAIT]: { x: x + 8, y: y + 8 } } });
  expect(after.edges).toBe(before.edges);
  expect(after.nodes).not.toBe(before.nodes);
  expect(after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id)).toEqual([WAIT]);
});

it('names links anew when a step is renamed', () => {
  const flow = createFlow();
  const link = (journey: FlowInput['journey']) =>
    flow({ ...input, journey }).edges.find(({ source }) => source === EMAIL)?.ariaLabel;
  const before = link(input.journey);
  const { [EMAIL]: email } = input.journey.steps;
  if (!email) throw new Error('the journey has no email');
  const { journey } = applyEdit(input.journey, {
    type: 'changeStep',
    id: EMAIL,
    step: { ...email, name: 'Hello' },
  });
  expect(before).toContain(email.name);
  expect(link(journey)).toBe(before?.replace(email.name, 'Hello'));
});

it('knows that a link goes back from the links of now', () => {
  const flow = createFlow();
  const edit = { type: 'connect', from: CHECK, exit: 'noResponse', to: EMAIL } as const;
  const { journey } = applyEdit(input.journey, edit);
  flow(input);
  expect(flow({ ...input, journey }).edges.some((edge) => stillWay(edge)?.back)).toBe(true);
  expect(flow(input).edges.some((edge) => stillWay(edge)?.back)).toBe(false);
});

it('knows sizes and ports without measuring, exits in the order of the step', () => {
  const { nodes } = createFlow()(input);
  const check = nodes.find(({ id }) => id === CHECK);
  const ports = check?.handles?.filter(({ type }) => type === 'source').map(({ y }) => y) ?? [];
  expect(ports).toEqual(ports.toSorted((a, b) => a - b));
  expect(Math.max(...ports)).toBeLessThan(check?.measured?.height ?? 0);
});

it('makes links as wide as the square root of their people, and thin without a forecast', () => {
  const figures = new Map([
    [ENTRY, { entered: 100, rate: undefined, exits: { next: 100 } }],
    [EMAIL, { entered: 100, rate: undefined, exits: { next: 25 } }],
  ]);
  const widths = createFlow()({ ...input, figures }).edges.map(({ data }) => data?.width);
  expect(widths).toEqual([28, 14.5, 2]);
});

it('sends a link that goes back around every card on its way', () => {
  const { journey } = applyEdit(input.journey, {
    type: 'connect',
    from: CHECK,
    exit: 'noResponse',
    to: EMAIL,
  });
  const back = createFlow()({ ...input, journey }).edges.at(-1);
  expect(stillWay(back)).toEqual({ back: true, aisle: -36 });
});

it.each([1, 2, 3, 4, 5, 6])(
  'shows cards while dragging as drawing anew would, and leaves the links to themselves, random journey %i',
  (seed) => {
    const journey = runnableJourneyOf(seed);
    const kept = createFlow();
    const still = { ...input, journey };
    const { edges } = kept(still);
    for (const places of scattered(journey)) {
      const moving = { ...still, places };
      expect(kept(moving).nodes).toEqual(createFlow()(moving).nodes);
      expect(kept(moving).edges).toBe(edges);
    }
    expect(kept(still)).toEqual(createFlow()(still));
  },
);

it.each([1, 2, 3, 4, 5, 6])(
  'runs a link whose cards are on their way as it will after the drop, random journey %i',
  (seed) => {
    const journey = runnableJourneyOf(seed);
    const before = createFlow()({ ...input, journey }).edges;
    for (const places of scattered(journey)) {
      const { journey: dropped } = applyEdit(journey, { type: 'moveSteps', to: places });
      const after = createFlow()({ ...input, journey: dropped }).edges;
      const cards = boxes(dropped);
      for (const { id, data } of after) {
        const old = before.find((edge) => edge.id === id)?.data;
        if (!data || !old) throw new Error('a link was lost');
        const way = wayNow({ ...old, lane: data.lane }, data.source, data.target, () => cards);
        const will = wayNow(data, data.source, data.target, () => []);
        expect(way.back).toBe(will.back);
        // Whoever stands still and whose cards stand still is not asked again until the drop.
        const moved = old.source.x !== data.source.x || old.target.x !== data.target.x;
        if (moved && will.aisle !== 0) expect(way.aisle).toBe(will.aisle);
      }
    }
  },
);

/** The step cards one after the other somewhere else: far enough to turn links around, and over other cards. */
function scattered(journey: Journey): readonly FlowInput['places'][] {
  const ids = Object.keys(journey.steps) as StepId[];
  let places: FlowInput['places'] = {};
  return ids.map((id, n) => {
    places = { ...places, [id]: { x: (n % 2 === 0 ? -1 : 1) * 400 * n, y: 90 * ((n * 7) % 5) } };
    return places;
  });
}

function boxes(journey: Journey) {
  return stepEntries(journey).map(([id, step]) => cardBox(step, placeOf(journey, id)));
}

function stillWay(edge: LinkEdge | undefined) {
  return edge?.data && wayNow(edge.data, edge.data.source, edge.data.target, () => []);
}
