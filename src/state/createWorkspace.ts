import { createStore, type StoreApi } from 'zustand';
import {
  carriedOver,
  record,
  redo,
  startHistory,
  undo,
  type History,
  type Transition,
} from '../journey/history.ts';
import { journeyId } from '../journey/ids.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import { keepProblems } from '../journey/keepProblems.ts';
import { findErrors } from '../journey/errors.ts';
import type { AudienceChoice, Linter, Ports, SimulationRequest } from './ports.ts';
import { apartNames, numberedApart, type NameApart } from './apartNames.ts';
import { CONVERSION_BENCHMARKS } from './conversionBenchmarks.ts';
import { actsAlike, keepExisting, sameIds, summaryOf } from './journeyFacts.ts';
import { createForecasts, NO_FORECAST } from './forecasts.ts';
import { createRuns } from './runs.ts';
import { wordsOf } from './wordsOf.ts';
import { createSaveQueue, type KeptApart } from './saveQueue.ts';
import { versionActions } from './versions.ts';
import { FACTORY_SETTINGS, readSettings, settingsActions } from './workspaceSettings.ts';
import { DEFAULT_SEED, SAMPLE_CONTACTS, type Workspace, type WorkspaceState } from './workspace.ts';

export interface WorkspaceOptions {
  /** What a new visitor sees; undefined when it could not be read. */
  readonly firstJourney: Promise<Journey | undefined>;
  /** Nothing was kept here before, as far as is known at once: the first journey is shown without waiting for storage. */
  readonly firstVisit: boolean;
  readonly now?: () => number;
  readonly nameApart?: NameApart;
}

const OPEN_JOURNEY = 'openJourney';
const AUDIENCE = 'audience';

const SAMPLE: AudienceChoice = { kind: 'sample', rows: SAMPLE_CONTACTS };

const INITIAL: WorkspaceState = {
  phase: 'starting',
  library: [],
  audiences: [],
  journey: undefined,
  revision: 0,
  canUndo: false,
  canRedo: false,
  selection: [],
  problems: [],
  save: { kind: 'saved', at: 0 },
  keptApart: undefined,
  versions: undefined,
  audience: SAMPLE,
  schema: undefined,
  ...FACTORY_SETTINGS,
  settingsUnkept: undefined,
  forecast: NO_FORECAST,
  run: { kind: 'none' },
};

/** What the open app holds and everything that can happen to it, over whatever ports it is given. */
export function createWorkspace(
  ports: Ports,
  { firstJourney, firstVisit, now = Date.now, nameApart = numberedApart }: WorkspaceOptions,
): StoreApi<Workspace> {
  return createStore<Workspace>((set, get) => {
    let history: History | undefined;
    /** Errors alone until the whole linter is there. */
    let lint: Linter = findErrors;
    /** Where journeys went on that another tab had: what was begun under the old id ends under the new one. */
    const apart = new Map<JourneyId, (journey: Journey) => Journey>();
    const asNow = (journey: Journey): Journey => {
      const next = apart.get(journey.id);
      return next ? asNow(next(journey)) : journey;
    };
    const queue = createSaveQueue({
      store: ports.journeys,
      onState: (save) => set({ save }),
      now,
      onConflict: (mine) => keepApart(mine),
    });

    /** Shows the document of the history: problems follow at once, a forecast when anything but places and names changed. */
    const show = (next: History) => {
      const before = get().journey;
      history = next;
      const journey = next.present;
      set({
        journey,
        revision: get().revision + 1,
        canUndo: next.past.length > 0,
        canRedo: next.future.length > 0,
        selection: keepExisting(get().selection, journey),
        problems: problemsOf(journey),
      });
      if (!before || before.id !== journey.id || !actsAlike(before, journey)) void forecasts.run();
    };
    const problemsOf = (journey: Journey) => {
      const { schema, policies } = get();
      const found = lint(journey, { schema, policies, conversions: CONVERSION_BENCHMARKS });
      return keepProblems(get().problems, found);
    };
    const apply = ({ history: next, operation }: Transition) => {
      if (!operation) return;
      if (history && !joins(next, history) && !actsAlike(history.present, next.present)) forecasts.mark();
      queue.append(operation, next.present);
      show(next);
      set({
        library: get().library.map((summary) =>
          summary.id === next.present.id ? summaryOf(next.present, now()) : summary,
        ),
      });
    };
    /** Whoever goes back, or forth again, knows what that does: the last change is no longer the last. */
    const goBack = (transition: Transition) => {
      apply(transition);
      forecasts.forget();
    };
    const open = (journey: Journey) => {
      runs.stop();
      apart.delete(journey.id);
      history = undefined;
      set({ selection: [], versions: undefined, forecast: NO_FORECAST, run: { kind: 'none' } });
      show(startHistory(journey));
      void ports.settings.set(OPEN_JOURNEY, journey.id).catch(() => undefined);
      void runs.load(journey.id);
    };
    /** A journey from storage is saved since it was last edited; words about a failed write stay. */
    const openStored = (journey: Journey) => {
      open(journey);
      const known = get().library.find(({ id }) => id === journey.id);
      if (known && get().save.kind === 'saved') set({ save: { kind: 'saved', at: known.editedAt } });
    };
    /** Another tab has the journey: this tab's goes on as one of its own, with its undo steps, versions, selection and numbers. */
    const keepApart = (mine: Journey): KeptApart => {
      const id = journeyId(`j-${crypto.randomUUID()}`);
      const names = get().library.map(({ name }) => name);
      const nameOf = apartNames(mine.name, names, nameApart);
      const isOpen = history?.present.id === mine.id;
      const carried = carriedOver(isOpen && history ? history : startHistory(mine), { id, nameOf });
      const journey = carried.present;
      apart.set(mine.id, (before) => ({ ...before, id, name: nameOf(before.name) }));
      if (isOpen) {
        history = carried;
        set({ journey, versions: undefined });
        void ports.settings.set(OPEN_JOURNEY, id).catch(() => undefined);
      }
      const { library, run } = get();
      set({ keptApart: journey.name, library: [summaryOf(journey, now()), ...library] });
      void queue.settled().then(async () => {
        if (isOpen && run.kind === 'finished') await runs.keep(id, run.run);
        await refreshLibrary();
      });
      return { journey, from: { id: mine.id, nameOf } };
    };
    const request = (contacts: number, seed: number): SimulationRequest | undefined => {
      const { journey, audience, calibration, policies } = get();
      return journey && { journey, audience, contacts, seed, calibration, policies };
    };
    const runs = createRuns({ ports, get, set, now, request, asNow });
    const forecasts = createForecasts({ ports, get, set, request });
    /** What the audience's columns are, for forms and problems. */
    const learnSchema = async () => {
      const { audience } = get();
      const schema = await ports.simulator.schema(audience).catch(() => undefined);
      if (get().audience !== audience) return;
      set({ schema });
      const { journey } = get();
      if (journey) set({ problems: problemsOf(journey) });
    };

    /** Without it (offline, before it was fetched) errors are still told. */
    const learnToLint = async () => {
      lint = await ports.linter().catch(() => lint);
      const { journey } = get();
      if (journey) set({ problems: problemsOf(journey) });
    };

    const refreshLibrary = async () => set({ library: await ports.journeys.list() });
    const refreshAudiences = async () => set({ audiences: await ports.audiences.list() });
    const startWithFirst = async () => {
      const journey = await firstJourney;
      if (journey && !history) open(journey);
      return journey;
    };
    /** The audience as its roles are now: what was counted before they were changed is not an answer any more. */
    const asListed = (choice: AudienceChoice): AudienceChoice => {
      if (choice.kind === 'sample') return choice;
      const revision = get().audiences.find(({ id }) => id === choice.id)?.revision;
      return { kind: 'imported', id: choice.id, ...(revision !== undefined && { revision }) };
    };
    const chooseAudience = async (asked: AudienceChoice) => {
      const choice = asListed(asked);
      forecasts.forget();
      set({ audience: choice });
      void forecasts.run();
      await Promise.all([learnSchema(), ports.settings.set(AUDIENCE, choice).catch(() => undefined)]);
    };

    return {
      ...INITIAL,
      ports,

      async start() {
        void learnToLint();
        if (firstVisit) void Promise.all([startWithFirst(), learnSchema()]);
        try {
          await restore();
        } catch (error) {
          // Without storage the app still works for this visit; nothing is kept and it says so.
          const first = await startWithFirst();
          set({ phase: get().journey ? 'ready' : 'failed', startError: wordsOf(error) });
          queue.release(first);
          if (!firstVisit) await learnSchema();
        }
      },
      edit(edit, options) {
        if (history) apply(record(history, edit, options));
      },
      undo() {
        if (history) goBack(undo(history));
      },
      redo() {
        if (history) goBack(redo(history));
      },
      lightWay: (way) => set({ way, ...(way && { selection: [] }) }),
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
      async changeRoles(id, roles) {
        await ports.audiences.changeRoles(id, roles);
        await refreshAudiences();
        const { audience } = get();
        if (audience.kind === 'imported' && audience.id === id) await chooseAudience(audience);
      },
      async removeAudience(id) {
        await ports.audiences.remove(id);
        await refreshAudiences();
        const { audience } = get();
        if (audience.kind === 'imported' && audience.id === id) await chooseAudience(SAMPLE);
      },
      stopComparing: forecasts.forget,
      startRun(contacts, seed = DEFAULT_SEED) {
        void runs.start(contacts, seed);
      },
      repeatRun: (run) => runs.repeat(run),
      async openRehearsal(rehearsal) {
        const { openRehearsal } = await import('./openRehearsal.ts');
        return openRehearsal(rehearsal, { get, runs, now });
      },
      cancelRun: runs.stop,
      ...settingsActions({
        ports,
        set,
        onChange: ({ joins }) => {
          if (!joins) forecasts.mark();
          const { journey } = get();
          if (journey) set({ problems: problemsOf(journey) });
          void forecasts.run();
        },
      }),
      ...versionActions({ ports, get, set, now, settled: () => queue.settled(), asNow }),
    };

    /** Everything that storage knows, then the open journey: the last one, else the first. */
    async function restore() {
      const { settings } = ports;
      const [openId, audience, kept] = await Promise.all([
        settings.get<JourneyId>(OPEN_JOURNEY),
        settings.get<AudienceChoice>(AUDIENCE),
        readSettings(ports),
        refreshLibrary(),
        refreshAudiences(),
      ]);
      const known = audience?.kind === 'imported' && get().audiences.some(({ id }) => id === audience.id);
      if (known) set({ audience: asListed(audience) });
      set(kept);
      const stored = await loadFirst(openId);
      // On a supposed first visit the journey on screen stays when it was changed before storage answered.
      if (stored && !get().canUndo) {
        openStored(stored);
        queue.release();
      } else await keepFirst(known || Object.keys(kept).length > 0);
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
      if (shown && outdated) void forecasts.run();
      queue.release(first);
      await queue.settled();
      await refreshLibrary();
    }
  });
}

/** Whether a change went into the undo step that was the last one before, as typing does. */
function joins(next: History, before: History): boolean {
  return next.past.length === before.past.length && next.future.length === before.future.length;
}
