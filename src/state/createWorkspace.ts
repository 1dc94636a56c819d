import { createStore, type StoreApi } from 'zustand';
import { record, redo, startHistory, undo, type History, type Transition } from '../journey/history.ts';
import { BENCHMARKS_ONLY, type Calibration } from '../journey/calibration.ts';
import { journeyId } from '../journey/ids.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import { NO_POLICIES } from '../journey/policies.ts';
import { keepProblems } from '../journey/keepProblems.ts';
import { findProblems } from '../journey/problems.ts';
import type { AudienceChoice, FinishedRun, Ports, RunHandle, SimulationRequest } from './ports.ts';
import { CONVERSION_BENCHMARKS } from './conversionBenchmarks.ts';
import { actsAlike, keepExisting, sameIds, summaryOf } from './journeyFacts.ts';
import { createSaveQueue } from './saveQueue.ts';
import { versionActions } from './versions.ts';
import {
  DEFAULT_SEED,
  FORECAST_CONTACTS,
  SAMPLE_CONTACTS,
  type ForecastState,
  type Workspace,
  type WorkspaceState,
} from './workspace.ts';

export interface WorkspaceOptions {
  /** What a new visitor sees; undefined when it could not be read. */
  readonly firstJourney: Promise<Journey | undefined>;
  /** Nothing was kept here before, as far as is known at once: the first journey is shown without waiting for storage. */
  readonly firstVisit: boolean;
  readonly now?: () => number;
}

const OPEN_JOURNEY = 'openJourney';
const AUDIENCE = 'audience';
const CALIBRATION = 'calibration';

const SAMPLE: AudienceChoice = { kind: 'sample', rows: SAMPLE_CONTACTS };

const NO_FORECAST: ForecastState = { report: undefined, pending: false, problems: [] };

const INITIAL: WorkspaceState = {
  phase: 'starting',
  library: [],
  audiences: [],
  journey: undefined,
  canUndo: false,
  canRedo: false,
  selection: [],
  problems: [],
  save: { kind: 'saved', at: 0 },
  keptApart: undefined,
  versions: undefined,
  audience: SAMPLE,
  schema: undefined,
  calibration: BENCHMARKS_ONLY,
  policies: NO_POLICIES,
  forecast: NO_FORECAST,
  run: { kind: 'none' },
};

/** What the open app holds and everything that can happen to it, over whatever ports it is given. */
export function createWorkspace(
  ports: Ports,
  { firstJourney, firstVisit, now = Date.now }: WorkspaceOptions,
): StoreApi<Workspace> {
  return createStore<Workspace>((set, get) => {
    let history: History | undefined;
    let forecasts = 0;
    let running: { readonly handle: RunHandle } | undefined;
    const queue = createSaveQueue({
      store: ports.journeys,
      onState: (save) => set({ save }),
      now,
      onConflict: (mine) => keepApart(mine),
    });

    const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

    /** Shows the document of the history: problems follow at once, a forecast when anything but places and names changed. */
    const show = (next: History) => {
      const before = get().journey;
      history = next;
      const journey = next.present;
      set({
        journey,
        canUndo: next.past.length > 0,
        canRedo: next.future.length > 0,
        selection: keepExisting(get().selection, journey),
        problems: problemsOf(journey),
      });
      if (!before || before.id !== journey.id || !actsAlike(before, journey)) void forecast();
    };
    const problemsOf = (journey: Journey) => {
      const { schema, policies } = get();
      const found = findProblems(journey, { schema, policies, conversions: CONVERSION_BENCHMARKS });
      return keepProblems(get().problems, found);
    };
    const apply = ({ history: next, operation }: Transition) => {
      if (!operation) return;
      queue.append(operation, next.present);
      show(next);
      set({
        library: get().library.map((summary) =>
          summary.id === next.present.id ? summaryOf(next.present, now()) : summary,
        ),
      });
    };
    const open = (journey: Journey) => {
      stopRun();
      history = undefined;
      set({ selection: [], versions: undefined, forecast: NO_FORECAST, run: { kind: 'none' } });
      show(startHistory(journey));
      void ports.settings.set(OPEN_JOURNEY, journey.id).catch(() => undefined);
      void loadRun(journey.id);
    };
    /** A journey from storage is saved since it was last edited; words about a failed write stay. */
    const openStored = (journey: Journey) => {
      open(journey);
      const known = get().library.find(({ id }) => id === journey.id);
      if (known && get().save.kind === 'saved') set({ save: { kind: 'saved', at: known.editedAt } });
    };
    /** Another tab has the journey: this tab's version goes on as a journey of its own, and nothing of either is lost. */
    const keepApart = (mine: Journey): Journey => {
      const copy = { ...mine, id: journeyId(`j-${crypto.randomUUID()}`), name: `${mine.name} (2)` };
      if (get().journey?.id === mine.id) open(copy);
      set({ keptApart: copy.name });
      void queue.settled().then(refreshLibrary);
      return copy;
    };
    const loadRun = async (id: JourneyId) => {
      const run = await ports.runs.load(id).catch(() => undefined);
      if (run && get().journey?.id === id && get().run.kind === 'none')
        set({ run: { kind: 'finished', run } });
    };

    const request = (contacts: number, seed: number): SimulationRequest | undefined => {
      const { journey, audience, calibration, policies } = get();
      return journey && { journey, audience, contacts, seed, calibration, policies };
    };
    const forecast = async () => {
      const asked = request(FORECAST_CONTACTS, DEFAULT_SEED);
      if (!asked) return;
      const turn = ++forecasts;
      set({ forecast: { ...get().forecast, pending: true, error: undefined } });
      try {
        const outcome = await ports.simulator.forecast(asked);
        if (turn !== forecasts || !outcome) return;
        const report = outcome.ok ? outcome.report : get().forecast.report;
        set({ forecast: { report, pending: false, problems: outcome.ok ? [] : outcome.problems } });
      } catch (error) {
        if (turn === forecasts) set({ forecast: { ...get().forecast, pending: false, error: words(error) } });
      }
    };
    /** What the audience's columns are, for forms and problems. */
    const learnSchema = async () => {
      const { audience } = get();
      const schema = await ports.simulator.schema(audience).catch(() => undefined);
      if (get().audience !== audience) return;
      set({ schema });
      const { journey } = get();
      if (journey) set({ problems: problemsOf(journey) });
    };

    const stopRun = () => {
      running?.handle.cancel();
      running = undefined;
      if (get().run.kind === 'running') set({ run: { kind: 'none' } });
    };
    const audienceName = () => {
      const { audience, audiences } = get();
      return audience.kind === 'sample'
        ? ''
        : (audiences.find(({ id }) => id === audience.id)?.name ?? audience.id);
    };
    const startRun = async (contacts: number, seed: number) => {
      const asked = request(contacts, seed);
      if (!asked) return;
      stopRun();
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
        const run: FinishedRun = {
          report: outcome.report,
          finishedAt: now(),
          journey: asked.journey,
          audienceName: audienceName(),
        };
        set({ run: { kind: 'finished', run } });
        await ports.runs.save(asked.journey.id, run).catch(() => undefined);
      } catch (error) {
        if (running !== mine || isCancelled(error)) return;
        set({ run: { kind: 'failed', words: words(error) } });
      } finally {
        if (running === mine) running = undefined;
      }
    };

    const refreshLibrary = async () => set({ library: await ports.journeys.list() });
    const refreshAudiences = async () => set({ audiences: await ports.audiences.list() });
    const startWithFirst = async () => {
      const journey = await firstJourney;
      if (journey && !history) open(journey);
      return journey;
    };
    const chooseAudience = async (choice: AudienceChoice) => {
      set({ audience: choice });
      void forecast();
      await Promise.all([learnSchema(), ports.settings.set(AUDIENCE, choice).catch(() => undefined)]);
    };

    return {
      ...INITIAL,
      ports,

      async start() {
        if (firstVisit) void Promise.all([startWithFirst(), learnSchema()]);
        try {
          await restore();
        } catch (error) {
          // Without storage the app still works for this visit; nothing is kept and it says so.
          const first = await startWithFirst();
          set({ phase: get().journey ? 'ready' : 'failed', startError: words(error) });
          queue.release(first);
          if (!firstVisit) await learnSchema();
        }
      },
      edit(edit, options) {
        if (history) apply(record(history, edit, options));
      },
      undo() {
        if (history) apply(undo(history));
      },
      redo() {
        if (history) apply(redo(history));
      },
      select(ids) {
        if (!sameIds(ids, get().selection)) set({ selection: ids });
      },
      async openJourney(id) {
        if (get().journey?.id === id) return;
        await queue.settled();
        const journey = await ports.journeys.load(id);
        if (journey) openStored(journey);
      },
      async addJourney(journey) {
        queue.create(journey);
        open(journey);
        await queue.settled();
        await refreshLibrary();
      },
      async removeJourney(id) {
        await queue.settled();
        await ports.journeys.remove(id);
        await refreshLibrary();
        if (get().journey?.id !== id) return;
        const [next] = get().library;
        const journey = next ? await ports.journeys.load(next.id) : await firstJourney;
        if (!journey) return;
        if (!next) queue.create(journey);
        open(journey);
        if (next) return;
        await queue.settled();
        await refreshLibrary();
      },
      chooseAudience,
      async audienceImported(id) {
        await refreshAudiences();
        await chooseAudience({ kind: 'imported', id });
      },
      async removeAudience(id) {
        await ports.audiences.remove(id);
        await refreshAudiences();
        const { audience } = get();
        if (audience.kind === 'imported' && audience.id === id) await chooseAudience(SAMPLE);
      },
      calibrate(calibration) {
        set({ calibration });
        void forecast();
        void ports.settings.set(CALIBRATION, calibration).catch(() => undefined);
      },
      startRun(contacts, seed = DEFAULT_SEED) {
        void startRun(contacts, seed);
      },
      cancelRun: stopRun,
      ...versionActions({ ports, get, set, now, settled: () => queue.settled() }),
    };

    /** Everything that storage knows, then the open journey: the last one, else the first. */
    async function restore() {
      const { settings } = ports;
      const [openId, audience, calibration] = await Promise.all([
        settings.get<JourneyId>(OPEN_JOURNEY),
        settings.get<AudienceChoice>(AUDIENCE),
        settings.get<Calibration>(CALIBRATION),
        refreshLibrary(),
        refreshAudiences(),
      ]);
      const known = audience?.kind === 'imported' && get().audiences.some(({ id }) => id === audience.id);
      if (known) set({ audience });
      if (calibration) set({ calibration });
      const stored = await loadFirst(openId);
      // On a supposed first visit the journey on screen stays when it was changed before storage answered.
      if (stored && !get().canUndo) {
        openStored(stored);
        queue.release();
      } else await keepFirst(known || calibration !== undefined);
      set(
        get().journey
          ? { phase: 'ready' }
          : { phase: 'failed', startError: 'The first journey could not be read.' },
      );
      if (!firstVisit || known) await learnSchema();
    }

    /** The journey with this id, else the one edited last. */
    async function loadFirst(id: JourneyId | undefined) {
      for (const candidate of [id, ...get().library.map((summary) => summary.id)]) {
        const journey = candidate && (await ports.journeys.load(candidate));
        if (journey) return journey;
      }
      return undefined;
    }

    async function keepFirst(outdated: boolean) {
      const shown = get().journey !== undefined;
      const first = await startWithFirst();
      if (shown && outdated) void forecast();
      queue.release(first);
      await queue.settled();
      await refreshLibrary();
    }
  });
}

/** Cancelling is no error. The edges have error classes of their own; the name is what they share. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === 'Cancelled';
}
