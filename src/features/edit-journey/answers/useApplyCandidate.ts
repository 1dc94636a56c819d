import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../journey/candidates/candidate.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { useNotices } from '../../../ui/notices.ts';
import { useUndoOffer } from '../useUndoOffer.ts';

/** Makes the change and says so, with the way back: one undo step, or the policies as they were. */
export function useApplyCandidate(): (candidate: Candidate, words: string) => void {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const undoOffer = useUndoOffer();
  return useCallback(
    ({ change }, words) => {
      const applied = t('answers.first.applied', { change: words });
      if (change.kind === 'edit') {
        store.getState().edit(change.edit);
        notices.say(applied, { action: undoOffer() });
        return;
      }
      const { policies: before } = store.getState();
      store.getState().changePolicies(change.policies);
      const run = () => {
        if (store.getState().policies === change.policies) store.getState().changePolicies(before);
        else notices.say(t('answers.first.policyChanged'));
      };
      notices.say(applied, { action: { label: t('answers.first.undo'), run } });
    },
    [store, notices, undoOffer, t],
  );
}
