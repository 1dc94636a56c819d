import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Design } from '../../../compile/response/assumption.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { Workspace } from '../../../state/workspace.ts';
import { useNotices } from '../../../ui/notices.ts';
import { journeyEdit } from './journeyEdit.ts';

/**
 * Puts a design in the place of the open one and shows it on the canvas. Numbers of the journey are one undo step; those of policies,
 * rates and costs are kept in the settings, so the notice takes all of it back together.
 */
export function useAdopt(): (design: Design, name: string) => void {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  return useCallback(
    (design, name) => {
      const before = store.getState();
      put(before, design);
      const { revision } = store.getState();
      const undo = () => {
        const now = store.getState();
        const { policies, calibration } = design;
        const isLast =
          now.revision === revision && now.policies === policies && now.calibration === calibration;
        if (isLast) takeBack(now, before);
        else notices.say(t('compareRuns.adopt.changedSince'));
      };
      go('/');
      notices.say(t('compareRuns.adopt.done', { name }), {
        action: { label: t('compareRuns.adopt.undo'), run: undo },
      });
    },
    [t, go, store, notices],
  );
}

function put(now: Workspace, { journey, policies, calibration }: Design): void {
  if (policies !== now.policies) now.changePolicies(policies);
  if (calibration !== now.calibration) now.calibrate(calibration);
  const edit = now.journey && journeyEdit(now.journey, journey);
  if (edit) now.edit(edit);
}

function takeBack(now: Workspace, { journey, policies, calibration }: Workspace): void {
  if (now.policies !== policies) now.changePolicies(policies);
  if (now.calibration !== calibration) now.calibrate(calibration);
  if (now.journey !== journey) now.undo();
}
