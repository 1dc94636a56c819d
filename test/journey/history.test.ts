import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../src/journey/applyEdit.ts';
import { carriedOver, type History, record, redo, startHistory, undo } from '../../src/journey/history.ts';
import { journeyId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { empty } from '../support/draftJourney.ts';
import { randomEdit } from '../support/randomEdit.ts';
import { runnableJourney } from '../support/randomJourney.ts';

const typed = (history: History, name: string, merge?: string): History =>
  record(history, { type: 'rename', name }, merge === undefined ? {} : { merge }).history;

test('undo goes all the way back and redo all the way forward, whatever was edited', () => {
  fc.assert(
    fc.property(
      runnableJourney,
      fc.infiniteStream(fc.nat()),
      fc.array(fc.constantFrom('x', 'y', undefined), { maxLength: 15 }),
      (journey, draws, merges) => {
        let history = startHistory(journey);
        for (const merge of merges) {
          const edit = randomEdit(history.present, () => draws.next().value as number);
          history = record(history, edit, merge === undefined ? {} : { merge }).history;
        }
        const last = history.present;
        while (history.past.length > 0) history = undo(history).history;
        expect(history.present).toEqual(journey);
        while (history.future.length > 0) history = redo(history).history;
        expect(history.present).toEqual(last);
      },
    ),
    { seed: 21, numRuns: 150 },
  );
});

test('the operations of edits, undos and redos, replayed on the stored document, give the present one', () => {
  fc.assert(
    fc.property(
      runnableJourney,
      fc.infiniteStream(fc.nat()),
      fc.array(fc.constantFrom('edit', 'edit', 'undo', 'redo'), { maxLength: 25 }),
      (journey, draws, moves) => {
        let history = startHistory(journey);
        let stored: Journey = journey;
        for (const move of moves) {
          const edit = () =>
            record(
              history,
              randomEdit(history.present, () => draws.next().value as number),
              { merge: 'same' },
            );
          const { history: next, operation } =
            move === 'edit' ? edit() : move === 'undo' ? undo(history) : redo(history);
          if (operation) {
            expect(replay(replay(stored, operation.patches), operation.inverse)).toEqual(stored);
            stored = replay(stored, (JSON.parse(JSON.stringify(operation)) as typeof operation).patches);
          }
          history = next;
          expect(stored).toEqual(history.present);
        }
      },
    ),
    { seed: 22, numRuns: 150 },
  );
});

test('edits with one merge key are one undo step, and only while they follow each other', () => {
  let history = startHistory(empty);
  for (const name of ['H', 'He', 'Hey']) history = typed(history, name, 'name');
  history = typed(history, 'Hey you', 'other');
  history = typed(history, 'Hey you!', 'name');
  expect(history.past).toHaveLength(3);
  history = undo(undo(history).history).history;
  expect(history.present.name).toBe('Hey');
  expect(undo(history).history.present).toEqual(empty);
});

test('typing on after an undo starts a new step', () => {
  const history = typed(undo(typed(typed(startHistory(empty), 'A', 'name'), 'B')).history, 'C', 'name');
  expect(undo(history).history.present.name).toBe('A');
});

test('an edit after an undo forgets what was undone', () => {
  const history = typed(undo(typed(startHistory(empty), 'A')).history, 'B');
  expect(redo(history)).toEqual({ history, operation: undefined });
});

test('at either end nothing happens and nothing is stored', () => {
  const history = startHistory(empty);
  expect(undo(history)).toEqual({ history, operation: undefined });
  expect(redo(history)).toEqual({ history, operation: undefined });
  expect(record(history, { type: 'rename', name: empty.name })).toEqual({ history, operation: undefined });
});

test('carried over to a copy, a history undoes and redoes the same, under the names of the copy', () => {
  const nameOf = (name: string) => `${name}!`;
  const id = journeyId('j-copy');
  fc.assert(
    fc.property(
      runnableJourney,
      fc.infiniteStream(fc.nat()),
      fc.nat({ max: 6 }),
      (journey, draws, undone) => {
        const copyOf = (original: Journey): Journey => ({ ...original, id, name: nameOf(original.name) });
        let history = startHistory(journey);
        for (let edits = 0; edits < 8; edits++) {
          const edit = randomEdit(history.present, () => draws.next().value as number);
          history = record(history, edit).history;
          if (edits % 3 === 0) history = typed(history, `Name ${edits}`);
        }
        for (let back = 0; back < undone; back++) history = undo(history).history;
        let carried = carriedOver(history, { id, nameOf });
        expect(carried.present).toEqual(copyOf(history.present));
        while (history.future.length > 0) {
          [history, carried] = [redo(history).history, redo(carried).history];
          expect(carried.present).toEqual(copyOf(history.present));
        }
        while (history.past.length > 0) {
          [history, carried] = [undo(history).history, undo(carried).history];
          expect(carried.present).toEqual(copyOf(history.present));
        }
        expect(carried.past).toEqual([]);
      },
    ),
    { seed: 22, numRuns: 100 },
  );
});
