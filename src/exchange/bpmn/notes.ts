import type { Journey } from '../../journey/journey.ts';
import { noteId } from './ids.ts';
import type { Plain } from './plain.ts';
import { extended, type Sheet } from './sheet.ts';
import { bodyText, jsonText } from './xmlText.ts';

/** The notes of the canvas as text annotations, with their places. */
export function drawNotes({ notes = {} }: Journey, sheet: Sheet): readonly Plain[] {
  return Object.keys(notes)
    .sort()
    .flatMap((name) => {
      const note = notes[name];
      if (!note) return [];
      const { text, x, y, width, height } = note;
      sheet.places.set(noteId(name), { x, y, width, height });
      return [
        {
          $type: 'bpmn:TextAnnotation',
          id: noteId(name),
          ...extended([{ $type: 'rehearsal:Note', name, json: jsonText(note) }]),
          text: bodyText(text),
        },
      ];
    });
}
