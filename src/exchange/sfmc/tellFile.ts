import { clip } from '../../journey/schemaWords.ts';
import type { Draft } from '../draft.ts';
import type { ShapedInteraction } from './shape.ts';
import { isKnownEntryMode, type KeptFile, readEntryMode } from './writeDocument.ts';

/** What a file says of the journey as a whole: kept for the way back, and doubted where we have no word for it. */
export function tellFile(draft: Draft, file: ShapedInteraction): void {
  const { triggers: _, activities, ...fields } = file;
  const kept: KeptFile = { fields, order: activities.map(({ key }) => key) };
  draft.keep(kept);
  const { entryMode, goals, exits } = fields;
  draft.settle({ reEntry: readEntryMode(entryMode) });
  const warn = (code: string, words: string, path: string) => {
    draft.warn({ code, words, path });
  };
  if (entryMode === 'MultipleEntries')
    warn(
      'entered-once-at-a-time',
      'Contacts may be in this journey several times at once. Here they come in again after they have left.',
      'entryMode',
    );
  if (entryMode && !isKnownEntryMode(entryMode))
    warn(
      'entry-mode-unknown',
      `“${clip(entryMode)}” says nothing here of who may come in again: nobody does.`,
      'entryMode',
    );
  if (goals && goals.length > 0)
    warn(
      'goals-not-read',
      'The goal is a filter of the account. Choose in the journey’s settings what is to be counted.',
      'goals',
    );
  if (exits && exits.length > 0)
    warn(
      'exits-not-read',
      'The exit criteria are filters of the account. Contacts do not leave by them here.',
      'exits',
    );
}
