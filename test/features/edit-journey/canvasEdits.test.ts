import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import { createJourney } from '../../../src/journey/createJourney.ts';
import { journeyId } from '../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import * as edits from '../../../src/features/edit-journey/canvasEdits.ts';
import { cardBox, overlaps } from '../../../src/features/edit-journey/cardLayout.ts';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from '../../support/smallJourney.ts';

const journey = smallJourney();
const wait = STEP_DEFINITIONS.wait.defaults();

function after(addition: edits.Addition): Journey {
  return applyEdit(journey, addition.edit).journey;
}

function crowded({ steps, layout }: Journey): string[] {
  const boxes = Object.entries(steps).map(([id, step]) => ({
    id,
    box: cardBox(step, layout[id as StepId] ?? { x: 0, y: 0 }),
  }));
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap((b) => (overlaps(a.box, b.box, 0) ? [`${a.id} ${b.id}`] : [])),
  );
}

describe('adding after an exit', () => {
  it('connects the new step and puts it to the right, where there is room', () => {
    const addition = edits.addAfter(journey, wait, { from: CHECK, exit: 'noResponse' });
    const next = after(addition);
    expect(next.links[CHECK]).toMatchObject({ noResponse: addition.id });
    expect(next.layout[addition.id]?.x).toBeGreaterThan(next.layout[CHECK]?.x ?? 0);
    expect(crowded(next)).toEqual([]);
  });

  it('runs a link that is there through the new step and makes room for it', () => {
    const addition = edits.addAfter(journey, wait, { from: ENTRY, exit: 'next' });
    const next = after(addition);
    expect(next.links[ENTRY]).toEqual({ next: addition.id });
    expect(next.links[addition.id]).toEqual({ next: EMAIL });
    expect(crowded(next)).toEqual([]);
    const order = [ENTRY, addition.id, EMAIL, WAIT, CHECK].map((id) => next.layout[id]?.x ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

it('finds room for a step that is dropped onto another', () => {
  expect(crowded(after(edits.addAt(journey, wait, { x: 330, y: 10 })))).toEqual([]);
});

it('puts the steps that a mended problem adds where they cover no card', () => {
  const at = journey.layout[WAIT] ?? { x: 0, y: 0 };
  const edit = edits.inRoom(journey, {
    type: 'several',
    edits: [
      { type: 'addStep', id: 'new-1' as StepId, step: wait, at },
      { type: 'addStep', id: 'new-2' as StepId, step: wait, at },
      { type: 'connect', from: CHECK, exit: 'noResponse', to: 'new-1' as StepId },
      { type: 'connect', from: 'new-1' as StepId, exit: 'next', to: 'new-2' as StepId },
    ],
  });
  const { journey: mended } = applyEdit(journey, edit);
  expect(crowded(mended)).toEqual([]);
  expect(mended.links[CHECK]?.['noResponse']).toBe('new-1');
});

it('knows the first exit that leads nowhere', () => {
  expect(edits.openExit(journey, EMAIL)).toBeUndefined();
  expect(edits.openExit(journey, CHECK)).toBeDefined();
});

it('removes a step and joins what it separated, as one edit', () => {
  const edit = edits.removeAll(journey, [WAIT], []);
  expect(edit && applyEdit(journey, edit).journey.links[EMAIL]).toEqual({ next: CHECK });
  expect(edits.removeAll(journey, [], [{ from: CHECK, exit: 'noResponse' }])).toBeUndefined();
});

it('keeps the only entry, and lets one of two go', () => {
  expect(edits.removable(journey, [ENTRY, WAIT])).toEqual([WAIT]);
  const entry = STEP_DEFINITIONS.entry.defaults();
  const second = edits.addAt(journey, entry, { x: 0, y: 400 });
  expect(edits.removable(after(second), [second.id])).toEqual([second.id]);
  expect(edits.removable(after(second), [ENTRY, second.id])).toHaveLength(1);
});

it('takes the only open end for meant, and guesses nothing where there are several', () => {
  const start = '2026-03-02T08:00:00Z';
  const lonely = createJourney({ id: journeyId('lonely'), luckId: 'lonely', name: 'Lonely', start });
  expect(edits.onlyOpenExit(lonely)).toEqual({ from: 'entry-1', exit: 'next' });
  const step = STEP_DEFINITIONS.split.defaults();
  const split = edits.addAfter(lonely, step, { from: ENTRY, exit: 'next' });
  expect(edits.onlyOpenExit(applyEdit(lonely, split.edit).journey)).toBeUndefined();
});
