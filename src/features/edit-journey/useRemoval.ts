import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../journey/annotations.ts';
import type { Edit } from '../../journey/edits.ts';
import type { StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { useNotices } from '../../ui/notices.ts';
import { removable, removeAll, type ExitRef } from './canvasEdits.ts';
import { useUndoOffer } from './useUndoOffer.ts';

/** Removes steps, notes and links, says so and offers them back. The only entry stays, and that is said too. */
export function useRemoval(): (
  ids: readonly StepId[],
  notes: readonly NoteId[],
  links: readonly ExitRef[],
) => boolean {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const undoOffer = useUndoOffer();
  return useCallback(
    (ids, notes, links) => {
      const { journey } = store.getState();
      if (!journey) return false;
      const going = removable(journey, ids);
      const entryStays = going.length < ids.length;
      const edits: readonly Edit[] = [
        ...[removeAll(journey, going, links) ?? []].flat(),
        ...(notes.length > 0 ? [{ type: 'removeNotes', ids: notes } as const] : []),
      ];
      if (edits.length === 0) {
        if (entryStays) notices.say(t('editJourney.entryStays'));
        return false;
      }
      store.getState().edit({ type: 'several', edits });
      const removed =
        going.length > 0
          ? t('editJourney.removed', { count: going.length })
          : notes.length > 0
            ? t('editJourney.notesRemoved', { count: notes.length })
            : t('editJourney.linkRemoved');
      notices.say(entryStays ? t('editJourney.removedButEntry', { removed }) : removed, {
        action: undoOffer(),
      });
      return true;
    },
    [store, notices, t, undoOffer],
  );
}
