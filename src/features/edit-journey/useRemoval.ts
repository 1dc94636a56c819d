import { useTranslation } from 'react-i18next';
import type { Journey, StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { useNotices } from '../../ui/notices.ts';
import { removable, removeAll, type ExitRef } from './canvasEdits.ts';

/** Removes steps and links, says so and offers them back. The only entry stays, and that is said too. */
export function useRemoval(journey: Journey): (ids: readonly StepId[], links: readonly ExitRef[]) => boolean {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  return (ids, links) => {
    const now = store.getState().journey ?? journey;
    const going = removable(now, ids);
    const entryStays = going.length < ids.length;
    const edit = removeAll(now, going, links);
    if (!edit) {
      if (entryStays) notices.say(t('editJourney.entryStays'));
      return false;
    }
    store.getState().edit(edit);
    const removed =
      going.length > 0 ? t('editJourney.removed', { count: going.length }) : t('editJourney.linkRemoved');
    notices.say(entryStays ? t('editJourney.removedButEntry', { removed }) : removed, {
      action: { label: t('editJourney.undo'), run: store.getState().undo },
    });
    return true;
  };
}
