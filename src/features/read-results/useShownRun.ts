import { useEffect, useMemo, useState } from 'react';
import type { RunDetail } from '../../analytics/detail.ts';
import type { Report } from '../../analytics/report.ts';
import { useForecastRequest } from '../../state/useForecastRequest.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import type { ShownRun } from './shownRun.ts';

export type Source = 'run' | 'forecast';

/** The last full run, or the forecast where there is none or it is wanted; undefined: there are no numbers. */
export function useShownRun(wanted: Source): ShownRun | undefined {
  const run = useWorkspace((workspace) => workspace.run);
  const finished = run.kind === 'finished' ? run.run : undefined;
  const forecast = useForecastRun(!finished || wanted === 'forecast');
  return useMemo(() => {
    if (!finished || wanted === 'forecast') return forecast;
    const { before, detail, ...known } = finished;
    return { kind: 'run', ...known, detail, before, pending: false };
  }, [finished, forecast, wanted]);
}

interface Detailed {
  readonly of: Report;
  readonly detail: RunDetail | undefined;
}

/** The forecast; its detail is asked for only when somebody looks. */
function useForecastRun(looked: boolean): ShownRun | undefined {
  const store = useWorkspaceStore();
  const forecast = useWorkspace((workspace) => workspace.forecast);
  const request = useForecastRequest();
  const { report } = forecast;
  const [known, setKnown] = useState<Detailed>();
  const current = !forecast.pending && forecast.problems.length === 0;
  useEffect(() => {
    if (!looked || !report || !request || !current) return;
    const handle = store.getState().ports.simulator.compare([{ ...request, detailed: true }]);
    let isStopped = false;
    handle.done.then(
      ([outcome]) => {
        if (!isStopped && outcome?.ok) setKnown({ of: report, detail: outcome.detail });
      },
      // The report stands without it.
      () => undefined,
    );
    return () => {
      isStopped = true;
      handle.cancel();
    };
  }, [store, looked, report, request, current]);
  const detail = known && known.of === report ? known.detail : undefined;
  return useMemo(
    () =>
      report && request && { kind: 'forecast', request, report, detail, audienceName: '', pending: !current },
    [report, request, detail, current],
  );
}
