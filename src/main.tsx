import './trustedTypes.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyTheme, readTheme } from './app/theme.ts';
import { i18n } from './i18n/i18n.ts';
import { parseJourney, readJourney } from './journey/format.ts';
import { journeyId } from './journey/ids.ts';
import type { Journey } from './journey/journey.ts';
import { Importer } from './runtime/importer.ts';
import { Simulator } from './runtime/simulator.ts';
import { createWorkspace } from './state/createWorkspace.ts';
import type { Exchange } from './state/exchangePort.ts';
import type { FinishedRun, Ports } from './state/ports.ts';
import { afterPaint } from './ui/afterPaint.ts';
import { readPreference, writePreference } from './ui/usePreference.ts';

const LONGEST_WAIT_MILLISECONDS = 3000;

applyTheme(readTheme());

// The template is on its way before anything is drawn. On a first visit there is nothing to be read from storage, so its code comes
// after the first forecast; whoever comes back waits for what was kept.
const firstVisit = readPreference('visited') === undefined;
const firstJourney = readFirstJourney();
const numbers = firstVisit ? firstForecast() : Promise.resolve();
const storage = numbers
  .then(() => import('./storage/openStorage.ts'))
  .then(({ openStorage }) => openStorage<FinishedRun>({ parse: readable }));
// Whoever needs it hears of the failure; until then it is not unhandled.
storage.catch(() => undefined);

const workspace = createWorkspace(makePorts(), {
  firstJourney,
  firstVisit,
  nameApart: (name, number) => i18n.t(number === 1 ? 'shell.apart' : 'shell.apartNumbered', { name, number }),
});
void workspace.getState().start();
writePreference('visited', 'yes');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App workspace={workspace} />
  </StrictMode>,
);

/** Done when there are first numbers, or none will come; at the latest after so long. */
function firstForecast(): Promise<void> {
  const longest = new Promise<void>((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MILLISECONDS);
  });
  // The workspace is made below: not before this file has run to its end.
  const shown = Promise.resolve().then(
    () =>
      new Promise<void>((resolve) => {
        const stop = workspace.subscribe(({ forecast }) => {
          if (!forecast.report && !forecast.error && forecast.problems.length === 0) return;
          stop();
          // Two frames: React paints them in the first.
          afterPaint(() => afterPaint(resolve));
        });
      }),
  );
  return Promise.race([shown, longest]);
}

/** The journey that a first visitor sees, as a copy of her own. */
async function readFirstJourney(): Promise<Journey | undefined> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}samples/orchestration.journey.json`);
    const parsed = parseJourney(await answer.text());
    return parsed.ok ? { ...parsed.journey, id: journeyId(`j-${crypto.randomUUID()}`) } : undefined;
  } catch {
    return undefined;
  }
}

function readable(value: unknown): Journey | undefined {
  const parsed = readJourney(value);
  return parsed.ok ? parsed.journey : undefined;
}

/** The edges as the workspace knows them. Storage may still be opening: each call waits for it. */
function makePorts(): Ports {
  return {
    journeys: {
      list: async () => (await storage).journeys.list(),
      load: async (id) => (await storage).journeys.load(id),
      peek: async (id) => (await storage).journeys.peek(id),
      create: async (journey, from) => (await storage).journeys.create(journey, from),
      append: async (id, operations, after) => (await storage).journeys.append(id, operations, after),
      remove: async (id) => (await storage).journeys.remove(id),
    },
    audiences: {
      list: async () => (await storage).audiences.list(),
      load: async (id) => (await storage).audiences.load(id),
      save: async (audience) => (await storage).audiences.save(audience),
      changeRoles: async (id, roles) => (await storage).audiences.changeRoles(id, roles),
      remove: async (id) => (await storage).audiences.remove(id),
    },
    settings: {
      get: async (key) => (await storage).settings.get(key),
      set: async (key, value) => (await storage).settings.set(key, value),
    },
    runs: {
      save: async (journey, run) => (await storage).runs.save(journey, run),
      load: async (journey) => (await storage).runs.load(journey),
      past: async (journey) => (await storage).runs.past(journey),
    },
    versions: {
      list: async (journey) => (await storage).versions.list(journey),
      load: async (id) => (await storage).versions.load(id),
      save: async (version, document) => (await storage).versions.save(version, document),
      rename: async (id, name) => (await storage).versions.rename(id, name),
      remove: async (id) => (await storage).versions.remove(id),
    },
    simulator: new Simulator({
      loadAudience: async (id) => (await storage).audiences.load(id),
      cores: navigator.hardwareConcurrency,
    }),
    importer: new Importer(),
    linter: async () => {
      await numbers;
      return (await import('./journey/problems.ts')).findProblems;
    },
    files: { save: download },
    exchange,
    attribute: async (run) => new (await import('./runtime/attributor.ts')).Attributor(run),
  };
}

/** Other tools' texts, with what is known of the audience. */
async function exchange(): Promise<Exchange> {
  const { exchangeTools } = await import('./exchange/tools.ts');
  return exchangeTools(() => workspace.getState().schema);
}

function download(name: string, type: string, contents: string | Blob): void {
  const address = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
