import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, replay } from '../../src/journey/applyEdit.ts';
import type { Edit } from '../../src/journey/edits.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { days } from '../../src/journey/units.ts';
import { draft, empty, step } from '../support/draftJourney.ts';
import { randomEdits } from '../support/randomEdit.ts';
import { runnableJourney } from '../support/randomJourney.ts';

const [entry, a, b, c, gone] = ['entry-1', 'a', 'b', 'c', 'gone'].map(stepId) as [
  never,
  never,
  never,
  never,
  never,
];
const at = { x: 10, y: 20 };
const mail = step('message');
const pair = draft({ a: mail }, ['entry-1.next > a']);
const chain = draft({ a: mail, b: step('wait'), c: step('exit') }, [
  'entry-1.next > a',
  'a.next > b',
  'b.next > c',
]);
const fork = draft({ a: step('split'), b: mail, c: mail }, [
  'entry-1.next > a',
  'a.branch-1 > b',
  'a.else > c',
]);

const note = { text: 'Ask Kim', tint: 'amber', x: 0, y: 0, width: 200, height: 100 } as const;
const group = (steps: readonly StepId[]) => ({ name: 'Group', tint: 'blue', steps }) as const;

const meeting = draft({ a: step('split'), b: mail, c: mail }, [
  'entry-1.next > a',
  'a.branch-1 > b',
  'a.else > b',
  'b.next > c',
]);

/** Result, inverse, and both once more after a trip through JSON. */
function check(before: Journey, edit: Edit, after: Journey): void {
  const applied = applyEdit(before, edit);
  expect(applied.journey).toEqual(after);
  expect(replay(applied.journey, applied.inverse)).toEqual(before);
  const stored = JSON.parse(JSON.stringify({ before, edit, applied })) as {
    before: Journey;
    edit: Edit;
    applied: typeof applied;
  };
  expect(replay(stored.before, stored.applied.patches)).toEqual(after);
  expect(replay(stored.applied.journey, stored.applied.inverse)).toEqual(before);
  expect(applyEdit(stored.before, stored.edit).journey).toEqual(after);
}

/** The journey with some of its parts replaced. */
const but = (journey: Journey, parts: Partial<Journey>): Journey => ({ ...journey, ...parts });
const without = <T extends object>(record: T, ...keys: string[]): T =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as T;

describe('every edit gives its result and can be taken back, also after a trip through JSON', () => {
  const settings = { ...empty.settings, horizonMinutes: days(10) };
  const cases: readonly [string, Journey, Edit, Journey][] = [
    [
      'adds a step',
      empty,
      { type: 'addStep', id: a, step: mail, at },
      but(empty, { steps: { ...empty.steps, [a]: mail }, layout: { ...empty.layout, [a]: at } }),
    ],
    [
      'removes a step with its links',
      chain,
      { type: 'removeSteps', ids: [b] },
      but(chain, {
        steps: without(chain.steps, 'b'),
        links: { [entry]: { next: a } },
        layout: without(chain.layout, 'b'),
      }),
    ],
    [
      'joins what stood around it',
      chain,
      { type: 'removeSteps', ids: [b], heal: true },
      but(chain, {
        steps: without(chain.steps, 'b'),
        links: { [entry]: { next: a }, [a]: { next: c } },
        layout: without(chain.layout, 'b'),
      }),
    ],
    [
      'joins around two at once',
      chain,
      { type: 'removeSteps', ids: [a, b], heal: true },
      but(chain, {
        steps: without(chain.steps, 'a', 'b'),
        links: { [entry]: { next: c } },
        layout: without(chain.layout, 'a', 'b'),
      }),
    ],
    [
      'joins every way in to where the only way on led',
      meeting,
      { type: 'removeSteps', ids: [b], heal: true },
      but(meeting, {
        steps: without(meeting.steps, 'b'),
        links: { [entry]: { next: a }, [a]: { 'branch-1': c, else: c } },
        layout: without(meeting.layout, 'b'),
      }),
    ],
    [
      'does not guess where two ways go on',
      fork,
      { type: 'removeSteps', ids: [a], heal: true },
      but(fork, { steps: without(fork.steps, 'a'), links: {}, layout: without(fork.layout, 'a') }),
    ],
    ['adds a note', pair, { type: 'putNote', id: 'n', note }, but(pair, { notes: { n: note } })],
    [
      'removes the last note and with it the list',
      but(pair, { notes: { n: note } }),
      { type: 'removeNotes', ids: ['n'] },
      pair,
    ],
    [
      'puts steps into a group and takes them out of the one they were in',
      but(chain, { groups: { one: group([a, b]), other: group([c]) } }),
      { type: 'putGroup', id: 'other', group: group([c, a]) },
      but(chain, { groups: { one: group([b]), other: group([c, a]) } }),
    ],
    [
      'drops a group whose last step moves to another',
      but(chain, { groups: { one: group([a]) } }),
      { type: 'putGroup', id: 'other', group: group([a]) },
      but(chain, { groups: { other: group([a]) } }),
    ],
    [
      'removes a group and keeps its steps',
      but(chain, { groups: { one: group([a, b]) } }),
      { type: 'removeGroups', ids: ['one'] },
      chain,
    ],
    [
      'takes a removed step out of its group',
      but(chain, { groups: { one: group([a, b]) } }),
      { type: 'removeSteps', ids: [b], heal: true },
      but(chain, {
        steps: without(chain.steps, 'b'),
        links: { [entry]: { next: a }, [a]: { next: c } },
        layout: without(chain.layout, 'b'),
        groups: { one: group([a]) },
      }),
    ],
    [
      'changes a step',
      pair,
      { type: 'changeStep', id: a, step: { ...mail, name: 'Hi' } },
      but(pair, { steps: { ...pair.steps, [a]: { ...mail, name: 'Hi' } } }),
    ],
    [
      'drops links of exits that are no more',
      fork,
      { type: 'changeStep', id: a, step: step('split', { branches: [] }) },
      but(fork, {
        steps: { ...fork.steps, [a]: step('split', { branches: [] }) },
        links: { [entry]: { next: a }, [a]: { else: c } },
      }),
    ],
    [
      'connects',
      pair,
      { type: 'connect', from: a, exit: 'next', to: a },
      but(pair, { links: { [entry]: { next: a }, [a]: { next: a } } }),
    ],
    [
      'connects over an old link',
      fork,
      { type: 'connect', from: entry, exit: 'next', to: b },
      but(fork, { links: { ...fork.links, [entry]: { next: b } } }),
    ],
    ['disconnects', pair, { type: 'disconnect', from: entry, exit: 'next' }, but(pair, { links: {} })],
    [
      'disconnects one of two',
      fork,
      { type: 'disconnect', from: a, exit: 'else' },
      but(fork, { links: { [entry]: { next: a }, [a]: { 'branch-1': b } } }),
    ],
    [
      'splices into a link',
      pair,
      { type: 'spliceStep', id: b, step: step('wait'), at, from: entry, exit: 'next' },
      but(pair, {
        steps: { ...pair.steps, [b]: step('wait') },
        links: { [entry]: { next: b }, [b]: { next: a } },
        layout: { ...pair.layout, [b]: at },
      }),
    ],
    [
      'splices at an open end',
      empty,
      { type: 'spliceStep', id: b, step: step('exit'), at, from: entry, exit: 'next' },
      but(empty, {
        steps: { ...empty.steps, [b]: step('exit') },
        links: { [entry]: { next: b } },
        layout: { ...empty.layout, [b]: at },
      }),
    ],
    [
      'moves steps',
      pair,
      { type: 'moveSteps', to: { [a]: at, [entry]: { x: 1, y: 2 } } },
      but(pair, { layout: { [a]: at, [entry]: { x: 1, y: 2 } } }),
    ],
    ['changes settings', empty, { type: 'changeSettings', settings }, but(empty, { settings })],
    ['renames', empty, { type: 'rename', name: 'New' }, but(empty, { name: 'New' })],
    [
      'renames with a brief',
      empty,
      { type: 'rename', name: 'New', brief: 'Why' },
      but(empty, { name: 'New', brief: 'Why' }),
    ],
    [
      'does several as one',
      empty,
      {
        type: 'several',
        edits: [
          { type: 'addStep', id: a, step: mail, at },
          { type: 'connect', from: entry, exit: 'next', to: a },
        ],
      },
      but(empty, {
        steps: { ...empty.steps, [a]: mail },
        links: { [entry]: { next: a } },
        layout: { ...empty.layout, [a]: at },
      }),
    ],
    [
      'replaces all but the id',
      pair,
      { type: 'replace', journey: { ...chain, id: gone, brief: 'Other' } },
      { ...chain, brief: 'Other' },
    ],
    ['replaces a brief by none', but(pair, { brief: 'Old' }), { type: 'replace', journey: chain }, chain],
  ];
  test.each(cases)('%s', (_, before, edit, after) => check(before, edit, after));
});

describe('an edit that cannot be is refused whole', () => {
  const cases: readonly [string, Edit][] = [
    ['invalid step: gone', { type: 'removeSteps', ids: [a, gone] }],
    ['invalid step: gone', { type: 'changeStep', id: gone, step: mail }],
    ['invalid step: gone', { type: 'connect', from: a, exit: 'next', to: gone }],
    ['invalid exit of a: else', { type: 'connect', from: a, exit: 'else', to: a }],
    ['step exists: a', { type: 'addStep', id: a, step: mail, at }],
    ['invalid step: gone', { type: 'moveSteps', to: { [gone]: at } }],
    [
      'invalid step: gone',
      {
        type: 'several',
        edits: [
          { type: 'removeSteps', ids: [a] },
          { type: 'removeSteps', ids: [gone] },
        ],
      },
    ],
  ];
  test.each(cases)('%s', (message, edit) => expect(() => applyEdit(pair, edit)).toThrow(message));
});

test('an edit that changes nothing gives the same journey', () => {
  expect(applyEdit(pair, { type: 'moveSteps', to: { [a]: { ...pair.layout[a]! } } })).toEqual({
    journey: pair,
    patches: [],
    inverse: [],
  });
  expect(applyEdit(pair, { type: 'disconnect', from: a, exit: 'next' }).journey).toBe(pair);
});

test('any edit of any journey can be taken back and replayed', () => {
  fc.assert(
    fc.property(runnableJourney, fc.infiniteStream(fc.nat()), (journey, draws) => {
      for (const edit of randomEdits(journey, draws, 6)) {
        const { journey: after, patches, inverse } = applyEdit(journey, edit);
        expect(replay(after, inverse)).toEqual(journey);
        expect(replay(journey, patches)).toEqual(after);
      }
    }),
    { seed: 11, numRuns: 150 },
  );
});
