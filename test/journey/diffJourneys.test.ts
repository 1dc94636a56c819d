import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import type { FieldChange } from '../../src/journey/compareFields.ts';
import { diffJourneys, differs, type JourneyDiff } from '../../src/journey/diffJourneys.ts';
import type { Edit } from '../../src/journey/edits.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { days, hours, money } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { comparable, patched } from '../support/patchedJourney.ts';
import { randomEdits } from '../support/randomEdit.ts';
import { runnableJourney } from '../support/randomJourney.ts';

const NOTHING: JourneyDiff = {
  steps: { added: [], removed: [], changed: [] },
  moved: [],
  links: { added: [], removed: [], redirected: [] },
  marks: [],
  settings: [],
  document: [],
};
const [entry, a, b, c] = ['entry-1', 'a', 'b', 'c'].map(stepId) as [StepId, StepId, StepId, StepId];
const mail = step('message', { content: { subject: 'Hi' } });
const halves = step('experiment', {
  arms: [
    { id: 'x', name: 'A', weight: 50 },
    { id: 'y', name: 'B', weight: 50 },
  ],
});
const chain = draft({ a: mail, b: step('wait'), c: halves }, [
  'entry-1.next > a',
  'a.next > b',
  'b.next > c',
]);

describe('one edit shows what it did, and nothing else', () => {
  const renamed = { ...mail, name: 'Hello' };
  const slower = step('wait', { until: { type: 'duration', minutes: days(3) } });
  const cases: readonly [string, Edit, Partial<JourneyDiff>][] = [
    [
      'an added step',
      { type: 'addStep', id: stepId('d'), step: mail, at: { x: 1, y: 2 } },
      { steps: { ...NOTHING.steps, added: [{ id: stepId('d'), step: mail }] } },
    ],
    [
      'a removed step, its links and the one that heals',
      { type: 'removeSteps', ids: [a], heal: true },
      {
        steps: { ...NOTHING.steps, removed: [{ id: a, step: mail }] },
        links: {
          added: [],
          removed: [{ from: a, exit: 'next', to: b }],
          redirected: [{ from: entry, exit: 'next', before: a, after: b }],
        },
      },
    ],
    [
      'a new name as a change of the name',
      { type: 'changeStep', id: a, step: renamed },
      changed(a, mail, renamed, [{ path: ['name'], before: 'Message', after: 'Hello' }]),
    ],
    [
      'a longer wait as one field',
      { type: 'changeStep', id: b, step: slower },
      changed(b, step('wait'), slower, [
        { path: ['until'], before: step('wait').until, after: slower.until },
      ]),
    ],
    [
      'a link',
      { type: 'connect', from: c, exit: 'x', to: a },
      linked('added', { from: c, exit: 'x', to: a }),
    ],
    [
      'a link taken away',
      { type: 'disconnect', from: a, exit: 'next' },
      linked('removed', { from: a, exit: 'next', to: b }),
    ],
    [
      'a link that leads elsewhere',
      { type: 'connect', from: a, exit: 'next', to: c },
      { links: { ...NOTHING.links, redirected: [{ from: a, exit: 'next', before: b, after: c }] } },
    ],
    [
      'a step put into a link',
      { type: 'spliceStep', id: stepId('d'), step: mail, at: { x: 0, y: 9 }, from: a, exit: 'next' },
      {
        steps: { ...NOTHING.steps, added: [{ id: stepId('d'), step: mail }] },
        links: {
          added: [{ from: stepId('d'), exit: 'next', to: b }],
          removed: [],
          redirected: [{ from: a, exit: 'next', before: b, after: stepId('d') }],
        },
      },
    ],
    [
      'a moved card apart from changes',
      { type: 'moveSteps', to: { [a]: { x: 5, y: 6 } } },
      { moved: [{ id: a, before: { x: 0, y: 0 }, after: { x: 5, y: 6 } }] },
    ],
    [
      'settings by field',
      { type: 'changeSettings', settings: { ...chain.settings, priority: 60, entryCap: 9 } },
      {
        settings: [
          { path: ['entryCap'], before: undefined, after: 9 },
          { path: ['priority'], before: 50, after: 60 },
        ],
      },
    ],
    [
      'a name and a brief',
      { type: 'rename', name: 'New', brief: 'Why' },
      {
        document: [
          { path: ['brief'], before: undefined, after: 'Why' },
          { path: ['name'], before: 'Draft', after: 'New' },
        ],
      },
    ],
  ];
  test.each(cases)('%s', (_, edit, shown) => {
    const laidOut = { ...chain, layout: { ...chain.layout, [a]: { x: 0, y: 0 } } };
    expect(diffJourneys(laidOut, applyEdit(laidOut, edit).journey)).toEqual({ ...NOTHING, ...shown });
  });
});

describe('fields of a step', () => {
  const fieldsOf = (before: typeof halves, arms: typeof halves.arms) =>
    diffJourneys(draft({ c: before }), draft({ c: { ...before, arms } })).steps.changed[0]?.fields;
  const [x, y] = halves.arms;

  test('are found by id in lists of things with ids', () => {
    expect(fieldsOf(halves, [x!, { ...y!, weight: 40 }, { id: 'z', name: 'C', weight: 10 }])).toEqual([
      { path: ['arms', 'y', 'weight'], before: 50, after: 40 },
      { path: ['arms', 'z'], before: undefined, after: { id: 'z', name: 'C', weight: 10 } },
    ]);
    expect(fieldsOf(halves, [y!])).toEqual([{ path: ['arms', 'x'], before: x, after: undefined }]);
  });

  test('tell that the same things stand in another order', () => {
    expect(fieldsOf(halves, [y!, x!])).toEqual([{ path: ['arms'], before: ['x', 'y'], after: ['y', 'x'] }]);
  });

  test('are found by position where two have the same id', () => {
    const twins = [x!, { ...y!, id: 'x' }];
    expect(fieldsOf({ ...halves, arms: twins }, [x!, { ...y!, id: 'x', name: 'C' }])).toEqual([
      { path: ['arms', 1, 'name'], before: 'B', after: 'C' },
    ]);
  });

  test('are found by position in a ladder, and below what is there on one side only they are one', () => {
    const ladder = step('escalate');
    const [sms, push] = ladder.rungs;
    const other = { ...ladder, rungs: [{ ...sms!, cost: money(1) }, push!, sms!] };
    expect(diffJourneys(draft({ a: ladder }), draft({ a: other })).steps.changed[0]?.fields).toEqual([
      { path: ['rungs', 0, 'cost'], before: undefined, after: 1 },
      { path: ['rungs', 2], before: undefined, after: sms },
    ]);
    const worth = step('goal', { conversion: { value: money(3) } });
    expect(diffJourneys(draft({ a: step('goal') }), draft({ a: worth })).steps.changed[0]?.fields).toEqual([
      { path: ['conversion'], before: undefined, after: { value: 3 } },
    ]);
  });

  test('that hold a list of plain values are one field', () => {
    const check = step('check');
    const both = { ...check, responses: ['clicked', 'opened'] as const, windowMinutes: hours(24) };
    expect(diffJourneys(draft({ a: check }), draft({ a: both })).steps.changed[0]?.fields).toEqual([
      { path: ['responses'], before: ['clicked'], after: ['clicked', 'opened'] },
      { path: ['windowMinutes'], before: 2880, after: 1440 },
    ]);
  });
});

describe('for any journeys', () => {
  const pair = fc.tuple(runnableJourney, runnableJourney);

  test('equal documents do not differ, whoever made them', () => {
    fc.assert(
      fc.property(runnableJourney, (journey) => {
        expect(diffJourneys(journey, structuredClone(journey))).toEqual(NOTHING);
        expect(differs(diffJourneys(journey, journey))).toBe(false);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  test('the difference the other way round is its mirror', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(mirrored(diffJourneys(before, after))).toEqual(diffJourneys(after, before));
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test('what differs, done to the one, gives the other', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        expect(comparable(patched(before, diffJourneys(before, after)))).toEqual(
          comparable({ ...after, id: before.id }),
        );
      }),
      { seed: 23, numRuns: 150 },
    );
  });

  test('an edit shows only what it touched, all of it, and each field with two values', () => {
    fc.assert(
      fc.property(runnableJourney, fc.infiniteStream(fc.nat()), (journey, draws) => {
        for (const edit of randomEdits(journey, draws, 6)) {
          const { journey: after, patches } = applyEdit(journey, edit);
          const diff = diffJourneys(journey, after);
          const touched = new Set(patches.map(({ path }) => path.slice(0, 2).join('.')));
          expect([...stepsOf(diff)].filter((id) => !touched.has(`steps.${id}`))).toEqual([]);
          expect(diff.moved.filter(({ id }) => !touched.has(`layout.${id}`))).toEqual([]);
          expect(comparable(patched(journey, diff))).toEqual(comparable(after));
          for (const { before, after: now } of fieldsOf(diff)) expect(now).not.toEqual(before);
        }
      }),
      { seed: 24, numRuns: 150 },
    );
  });
});

test('a thousand steps of which nothing is the same object are compared at once', () => {
  const names = Array.from({ length: 1000 }, (_, n) => `s-${n}`);
  const steps = Object.fromEntries(names.map((id) => [id, { ...mail, note: 'n'.repeat(10_000) }]));
  const large = draft(
    steps,
    names.slice(1).map((id, n) => `s-${n}.next > ${id}`),
  );
  const other = structuredClone(large);
  const began = performance.now();
  expect(differs(diffJourneys(large, other))).toBe(false);
  expect(performance.now() - began).toBeLessThan(1000);
});

function changed(
  id: StepId,
  before: Journey['steps'][StepId],
  after: Journey['steps'][StepId],
  fields: readonly FieldChange[],
): Partial<JourneyDiff> {
  return { steps: { ...NOTHING.steps, changed: [{ id, before, after, fields }] } };
}

function linked(way: 'added' | 'removed', link: JourneyDiff['links']['added'][number]): Partial<JourneyDiff> {
  return { links: { ...NOTHING.links, [way]: [link] } };
}

function stepsOf({ steps }: JourneyDiff): ReadonlySet<StepId> {
  return new Set(Object.values(steps).flatMap((list) => list.map(({ id }: { id: StepId }) => id)));
}

function fieldsOf({ steps, settings, document }: JourneyDiff): readonly FieldChange[] {
  return [...steps.changed.flatMap(({ fields }) => fields), ...settings, ...document];
}

function mirrored({ steps, moved, marks, links, settings, document }: JourneyDiff): JourneyDiff {
  const turn = <T extends { before: unknown; after: unknown }>(list: readonly T[]) =>
    list.map((change) => ({ ...change, before: change.after, after: change.before }));
  return {
    steps: {
      added: steps.removed,
      removed: steps.added,
      changed: turn(steps.changed).map((change) => ({ ...change, fields: turn(change.fields) })),
    },
    moved: turn(moved),
    marks: marks.map(({ kind, id, before, after }) => ({
      kind,
      id,
      ...(after && { before: after }),
      ...(before && { after: before }),
    })) as JourneyDiff['marks'],
    links: { added: links.removed, removed: links.added, redirected: turn(links.redirected) },
    settings: turn(settings),
    document: turn(document),
  };
}
