import type { Report } from '../../../analytics/report.ts';
import type { SimulationRequest, Simulator } from '../../../state/ports.ts';
import type { Known } from './useWhatIfs.ts';

interface Compared {
  readonly request: SimulationRequest;
  readonly report: Report;
}

/**
 * Both worlds of each report that is still shown somewhere, so that one section finds what another has waited for. They go with the report,
 * and with whoever simulated them.
 */
const kept = new WeakMap<
  Simulator,
  WeakMap<Report, { readonly of: SimulationRequest; readonly known: Known }>
>();

export function keptWorlds(simulator: Simulator, { request, report }: Compared): Known | undefined {
  const found = kept.get(simulator)?.get(report);
  return found?.of === request ? found.known : undefined;
}

export function keepWorlds(simulator: Simulator, { request, report }: Compared, known: Known): void {
  const ofIts = kept.get(simulator) ?? new WeakMap();
  kept.set(simulator, ofIts);
  ofIts.set(report, { of: request, known });
}
