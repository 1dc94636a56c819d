import { useMemo } from 'react';
import { comparePaired, type Differences } from '../../../analytics/comparePaired.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';

/** What the last change did to the forecast, contact by contact; undefined while nothing is compared. */
export function useDifferences(): Differences | undefined {
  const before = useWorkspace(({ forecast }) => forecast.before);
  const report = useWorkspace(({ forecast }) => forecast.report);
  return useMemo(
    () => (before && report && before !== report ? comparePaired(before, report) : undefined),
    [before, report],
  );
}
