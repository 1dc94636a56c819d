import './trustedTypes.ts';
import '@fontsource-variable/inter/wght.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyTheme, readTheme } from './app/theme.ts';
import { exportMermaid } from './exchange/mermaid/exportMermaid.ts';
import { importMermaid } from './exchange/mermaid/importMermaid.ts';
import { parseJourney, readJourney } from './journey/format.ts';
import { journeyId } from './journey/ids.ts';
import type { Journey, StepId } from './journey/journey.ts';
import type { StepKind } from './journey/steps/index.ts';
import { Importer } from './runtime/importer.ts';
import { Simulator } from './runtime/simulator.ts';
import { createWorkspace } from './state/createWorkspace.ts';
import type { FinishedRun, FlowchartReading, Ports } from './state/ports.ts';
import { readPreference, writePreference } from './ui/usePreference.ts';

applyTheme(readTheme());

// The template and the storage are on their way before anything is drawn; the first forecast waits for neither's code.
const firstVisit = readPreference('visited') === undefined;
const firstJourney = readFirstJourney();
const storage = import('./storage/openStorage.ts').then(({ openStorage }) =>
  openStorage<FinishedRun>({ parse: readable }),
);
// Whoever needs it hears of the failure; until then it is not unhandled.
storage.catch(() => undefined);

const workspace = createWorkspace(makePorts(), { firstJourney, firstVisit });
void workspace.getState().start();
writePreference('visited', 'yes');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App workspace={workspace} />
  </StrictMode>,
);

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
      create: async (journey) => (await storage).journeys.create(journey),
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
    files: { save: download },
    exchange: { writeMermaid: exportMermaid, readMermaid },
  };
}

/** What the boxes of a flowchart were taken for, except where the person knows better. */
function readMermaid(text: string, kinds: Readonly<Record<StepId, StepKind>> = {}): FlowchartReading {
  const read = importMermaid(text, { schema: workspace.getState().schema, kinds });
  if (!read.ok) return read;
  const guesses = read.inferred.map(({ step, kind, why, alternatives }) => ({
    step,
    kind,
    reason: why,
    alternatives: [kind, ...alternatives.filter((other) => other !== kind)],
  }));
  return { ok: true, journey: read.journey, guesses, warnings: read.warnings };
}

function download(name: string, type: string, contents: string): void {
  const address = URL.createObjectURL(new Blob([contents], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
