import { comparePaired, type Differences } from '../analytics/comparePaired.ts';
import type { PairedMetric, Report } from '../analytics/report.ts';
import type { AudienceSchema } from '../audience/audience.ts';
import type { Assumption } from '../compile/response/assumption.ts';
import { assumptionsOf } from '../compile/response/assumptions.ts';
import { changeAssumption, withAssumption } from '../compile/response/changeAssumption.ts';
import { spanOf } from '../compile/response/spanOf.ts';
import type { ComparisonHandle, SimulationRequest, Simulator } from './ports.ts';
import { wordsOf } from './wordsOf.ts';

/** What the figures do when one assumption alone is at either end of its span; undefined: such a journey cannot run. */
export interface Swing {
  readonly low: Differences | undefined;
  readonly high: Differences | undefined;
}

/** By assumption. */
export type Swings = Readonly<Record<string, Swing>>;

interface Tried {
  readonly request: SimulationRequest;
  readonly schema: AudienceSchema | undefined;
  /** Which assumptions are asked about. */
  readonly isAsked: (assumption: Assumption) => boolean;
}

interface Listener {
  /** There is something to compare with. */
  readonly onBegun: (base: Report) => void;
  readonly onSwing: (id: string, swing: Swing) => void;
  readonly onEnd: (error?: string) => void;
}

/** Tries both ends of the assumptions asked about, one at a time, over the same contacts with the same luck; tells each swing as soon as it is known. */
export function startSwings(
  simulator: Pick<Simulator, 'compare'>,
  { request, schema, isAsked }: Tried,
  { onBegun, onSwing, onEnd }: Listener,
): { stop(): void } {
  let handle: ComparisonHandle | undefined;
  let isStopped = false;
  const isOver = () => isStopped;
  const forecast = async (requests: readonly SimulationRequest[]) => {
    handle = simulator.compare(requests);
    return (await handle.done).map((outcome) => (outcome.ok ? outcome.report : undefined));
  };
  const told = (report: Report | undefined, before: Report) => report && comparePaired(before, report);
  const work = async () => {
    const [base] = await forecast([request]);
    if (!base || isOver()) return;
    onBegun(base);
    for (const assumption of assumptionsOf(request, schema)) {
      const { low, high } = spanOf(assumption);
      if (low === high || !isAsked(assumption)) continue;
      const at = (value: number) => withAssumption(changeAssumption(assumption, value, request), request);
      const [least, most] = await forecast([low, high].map((value) => ({ ...request, ...at(value) })));
      if (isOver()) return;
      onSwing(assumption.id, { low: told(least, base), high: told(most, base) });
    }
  };
  work().then(
    () => !isOver() && onEnd(),
    (error: unknown) => !isOver() && onEnd(wordsOf(error)),
  );
  return {
    stop: () => {
      isStopped = true;
      handle?.cancel();
    },
  };
}

/** How far the figure goes between both ends; undefined: not known yet. */
export function sizeOf(
  { id }: Pick<Assumption, 'id'>,
  metric: PairedMetric,
  swings: Swings,
): number | undefined {
  const swing = swings[id];
  if (!swing) return undefined;
  const [low, high] = [swing.low, swing.high].map((end) => end?.[metric].by.value ?? 0);
  return Math.max(low ?? 0, high ?? 0, 0) - Math.min(low ?? 0, high ?? 0, 0);
}
