import type { Journey, JourneyId } from '../journey/journey.ts';
import type { FinishedRun, Ports, RunHandle, SimulationRequest } from './ports.ts';
import { wordsOf } from './wordsOf.ts';
import type { WorkspaceState } from './workspace.ts';

interface Surroundings {
  readonly ports: Pick<Ports, 'runs' | 'simulator'>;
  readonly get: () => Pick<WorkspaceState, 'journey' | 'run' | 'audience' | 'audiences'>;
  readonly set: (state: Pick<WorkspaceState, 'run'>) => void;
  readonly now: () => number;
  /** What is to be simulated of the open journey; undefined: none is open. */
  readonly request: (contacts: number, seed: number) => SimulationRequest | undefined;
  /** The journey under the id with which it goes on since another tab had it; else as it is. */
  readonly asNow: (journey: Journey) => Journey;
}

/** Whose contacts a run is of, and what came with it from a file. */
type Named = Pick<FinishedRun, 'audienceName' | 'audienceRows' | 'customerWorth'>;

/** The run of the open journey: one at a time, and the last finished one of each journey is kept. */
interface Runs {
  start(contacts: number, seed: number): Promise<void>;
  /** Makes a run again, number for number, whatever became of the journey and the settings since. */
  repeat(run: Pick<FinishedRun, 'request' | keyof Named>): Promise<void>;
  /** Shows a run that was made elsewhere, and keeps it. */
  adopt(run: FinishedRun): Promise<void>;
  readonly stop: () => void;
  /** Shows the one that is kept, unless there is another by then. */
  load(id: JourneyId): Promise<void>;
  /** A run can be made again, so one that cannot be kept is no reason to say anything. */
  keep(id: JourneyId, run: FinishedRun): Promise<void>;
}

export function createRuns({ ports, get, set, now, request, asNow }: Surroundings): Runs {
  let running: { readonly handle: RunHandle } | undefined;
  const stop = () => {
    running?.handle.cancel();
    running = undefined;
    if (get().run.kind === 'running') set({ run: { kind: 'none' } });
  };
  const named = (): Named => {
    const { audience, audiences } = get();
    if (audience.kind === 'sample') return { audienceName: '' };
    const list = audiences.find(({ id }) => id === audience.id);
    return list ? { audienceName: list.name, audienceRows: list.rows } : { audienceName: audience.id };
  };
  const keep = (id: JourneyId, run: FinishedRun) => ports.runs.save(id, run).catch(() => undefined);
  return {
    stop,
    keep,
    async load(id) {
      const run = await ports.runs.load(id).catch(() => undefined);
      if (run && get().journey?.id === id && get().run.kind === 'none')
        set({ run: { kind: 'finished', run } });
    },
    async start(contacts, seed) {
      const design = request(contacts, seed);
      if (design) await make(design, named());
    },
    repeat: ({ request: design, audienceName, audienceRows, customerWorth }) =>
      make(design, {
        audienceName,
        ...(audienceRows !== undefined && { audienceRows }),
        ...(customerWorth && { customerWorth }),
      }),
    async adopt(run) {
      stop();
      set({ run: { kind: 'finished', run } });
      await keep(asNow(run.request.journey).id, run);
    },
  };

  async function make(design: SimulationRequest, of: Named): Promise<void> {
    const { contacts } = design;
    const asked = { ...design, detailed: true };
    const { run: shown } = get();
    stop();
    set({ run: { kind: 'running', contacts, progress: { share: 0 } } });
    const mine = {
      handle: ports.simulator.run(asked, (progress) => {
        if (running === mine) set({ run: { kind: 'running', contacts, progress } });
      }),
    };
    running = mine;
    try {
      const outcome = await mine.handle.done;
      if (running !== mine) return;
      if (!outcome.ok) {
        set({ run: { kind: 'failed', words: outcome.problems[0]?.words ?? '' } });
        return;
      }
      const { report, detail } = outcome;
      const run: FinishedRun = {
        request: design,
        report,
        ...(detail && { detail }),
        finishedAt: now(),
        ...of,
        ...(shown.kind === 'finished' && { before: told(shown.run) }),
      };
      set({ run: { kind: 'finished', run } });
      await keep(asNow(design.journey).id, run);
    } catch (error) {
      if (running !== mine || isCancelled(error)) return;
      set({ run: { kind: 'failed', words: wordsOf(error) } });
    } finally {
      if (running === mine) running = undefined;
    }
  }
}

/** Cancelling is no error. The edges have error classes of their own; the name is what they share. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'Cancelled';
}

function told({ report, finishedAt }: FinishedRun): NonNullable<FinishedRun['before']> {
  return { report, finishedAt };
}
