import type { Ports, SimulationRequest } from './ports.ts';
import { wordsOf } from './wordsOf.ts';
import {
  DEFAULT_SEED,
  FORECAST_CONTACTS,
  type ForecastState,
  type Workspace,
  type WorkspaceState,
} from './workspace.ts';

interface Surroundings {
  readonly ports: Pick<Ports, 'simulator'>;
  readonly get: () => Pick<WorkspaceState, 'forecast'>;
  readonly set: (state: Pick<Workspace, 'forecast'>) => void;
  /** What is to be simulated of the open journey; undefined: none is open. */
  readonly request: (contacts: number, seed: number) => SimulationRequest | undefined;
}

/** The forecast of what is on screen, and of what it was before the last change. */
interface Forecasts {
  readonly run: () => Promise<void>;
  /** A change begins: what is forecast now is what the next forecasts are compared with. */
  mark(): void;
  /** Nothing is compared any more. */
  readonly forget: () => void;
}

export const NO_FORECAST: ForecastState = { report: undefined, pending: false, problems: [] };

export function createForecasts({ ports, get, set, request }: Surroundings): Forecasts {
  let newest = 0;
  const change = (more: Partial<ForecastState>) => set({ forecast: { ...get().forecast, ...more } });
  return {
    mark() {
      const { report, pending, before } = get().forecast;
      // Changes that follow faster than forecasts are one to whoever reads the numbers.
      if (!pending || !before) change({ before: report });
    },
    forget: () => change({ before: undefined }),
    async run() {
      const asked = request(FORECAST_CONTACTS, DEFAULT_SEED);
      if (!asked) return;
      const turn = ++newest;
      change({ pending: true, error: undefined });
      try {
        const outcome = await ports.simulator.forecast(asked);
        if (turn !== newest || !outcome) return;
        change({
          pending: false,
          ...(outcome.ok ? { report: outcome.report, problems: [] } : { problems: outcome.problems }),
        });
      } catch (error) {
        if (turn === newest) change({ pending: false, error: wordsOf(error) });
      }
    },
  };
}
