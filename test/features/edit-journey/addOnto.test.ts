import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { addOnto } from '../../../src/features/edit-journey/addOnto.ts';
import { tidy } from '../../../src/features/edit-journey/commands/tidy.ts';
import { cardBox, overlaps } from '../../../src/features/edit-journey/cardLayout.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from '../../support/smallJourney.ts';

const journey = smallJourney();

function dropped(onto: StepId, kind: 'goal' | 'wait' | 'exit', before = journey) {
  const addition = addOnto(before, step(kind), onto);
  return addition && { id: addition.id, after: applyEdit(before, addition.edit).journey };
}

it('leads the first open exit of a card to what is dropped onto it', () => {
  const { id, after } = dropped(CHECK, 'goal') ?? {};
  expect(after?.links[CHECK]).toEqual({ clicked: id });
});

it('runs the first link of a card through what is dropped onto it where no exit is open', () => {
  const { id, after } = dropped(EMAIL, 'goal') ?? {};
  expect(after?.links[EMAIL]).toEqual({ next: id });
  expect(id && after?.links[id]).toEqual({ next: WAIT });
});

it('puts what is dropped onto an exit step before it', () => {
  const ended = draft({ mail: step('message'), end: step('exit') }, [
    'entry-1.next > mail',
    'mail.next > end',
  ]);
  const { id, after } = dropped(stepId('end'), 'wait', ended) ?? {};
  expect(after?.links[stepId('mail')]).toEqual({ next: id });
  expect(id && after?.links[id]).toEqual({ next: 'end' });
});

it('does not guess where an exit step would cut off what comes behind', () => {
  expect(dropped(ENTRY, 'exit')).toBeUndefined();
  expect(dropped(CHECK, 'exit')).toBeDefined();
});

function boxesOf({ steps, layout }: Journey) {
  return Object.entries(steps).map(([id, card]) => cardBox(card, layout[id as StepId] ?? { x: 0, y: 0 }));
}

it('covers no card, dropped onto any card of a tidy journey', () => {
  const tidyJourney = runnableJourney.map((random) => {
    const edit = tidy(random, Object.keys(random.steps) as StepId[]);
    return edit ? applyEdit(random, edit).journey : random;
  });
  const holds = (before: Journey, pick: number, kind: 'goal' | 'wait') => {
    const ids = Object.keys(before.steps) as StepId[];
    const onto = ids[pick % ids.length];
    const addition = onto && addOnto(before, step(kind), onto);
    if (!addition) return;
    const boxes = boxesOf(applyEdit(before, addition.edit).journey);
    for (const [n, box] of boxes.entries())
      for (const other of boxes.slice(n + 1)) expect(overlaps(box, other, 0)).toBe(false);
  };
  fc.assert(fc.property(tidyJourney, fc.nat(), fc.constantFrom('goal', 'wait'), holds), {
    numRuns: 200,
    seed: 11,
  });
});
