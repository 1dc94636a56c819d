import { useMemo } from 'react';
import type { Design } from '../../../compile/response/assumption.ts';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import { sweepables } from '../../../compile/sweep/sweepables.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';

export interface Parameters {
  /** The open journey as it is. */
  readonly design: Design;
  readonly all: readonly Sweepable[];
}

/** Every number of the open journey that can be tried at other values. */
export function useParameters(journey: Journey): Parameters {
  const policies = useWorkspace((workspace) => workspace.policies);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const schema = useWorkspace((workspace) => workspace.schema);
  return useMemo(() => {
    const design = { journey, policies, calibration };
    return { design, all: sweepables(design, schema) };
  }, [journey, policies, calibration, schema]);
}
