import { expect, it } from 'vitest';
import { annotationRows } from '../../../../src/features/edit-journey/outline/annotationRows.ts';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import { commandJourney } from '../../../support/commandScenarios.ts';
import { smallJourney } from '../../../support/smallJourney.ts';

it('lists notes from left to right, then groups', () => {
  const { journey } = applyEdit(commandJourney(), {
    type: 'putNote',
    id: 'note-2',
    note: { text: '', tint: 'rose', x: -40, y: 800, width: 240, height: 120 },
  });
  expect(annotationRows(journey).map(({ key }) => key)).toEqual([
    'note.note-2',
    'note.note-1',
    'group.group-1',
  ]);
});

it('has no lines where there are only steps', () => {
  expect(annotationRows(smallJourney())).toEqual([]);
});
