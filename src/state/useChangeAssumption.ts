import { useCallback } from 'react';
import type { Assumption } from '../compile/response/assumption.ts';
import { changeAssumption } from '../compile/response/changeAssumption.ts';
import { useWorkspaceStore } from './useWorkspace.ts';

/** Changes a number where it is kept. Values that follow each other, as a slider's, are one change to undo and to compare with. */
export function useChangeAssumption(): (
  assumption: Pick<Assumption, 'id' | 'place'>,
  value: number | undefined,
) => void {
  const store = useWorkspaceStore();
  return useCallback(
    (assumption, value) => {
      const { journey, policies, calibration, ...act } = store.getState();
      if (!journey) return;
      const change = changeAssumption(assumption, value, { journey, policies, calibration });
      const options = { merge: `assumption.${assumption.id}` };
      switch (change.kind) {
        case 'calibration':
          return act.calibrate(change.calibration, options);
        case 'policies':
          return act.changePolicies(change.policies, options);
        case 'edit':
          return act.edit(change.edit, options);
      }
    },
    [store],
  );
}
