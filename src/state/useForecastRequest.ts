import { useMemo } from 'react';
import type { SimulationRequest } from './ports.ts';
import { useWorkspace } from './useWorkspace.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS } from './workspace.ts';

/** The open journey as it is forecast; the same object as long as nothing of it changes. */
export function useForecastRequest(): SimulationRequest | undefined {
  const journey = useWorkspace((workspace) => workspace.journey);
  const audience = useWorkspace((workspace) => workspace.audience);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const policies = useWorkspace((workspace) => workspace.policies);
  return useMemo(
    () =>
      journey && {
        journey,
        audience,
        calibration,
        policies,
        contacts: FORECAST_CONTACTS,
        seed: DEFAULT_SEED,
      },
    [journey, audience, calibration, policies],
  );
}
