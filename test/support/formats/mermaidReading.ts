import { createRequire } from 'node:module';

// Mermaid wants a page as soon as it is loaded. Only these two of it: with more of a page, files could not be read any more.
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;
const page = new JSDOM('').window;
Object.assign(globalThis, { window: page, document: page.document });
const { default: mermaid } = await import('mermaid');

/** jsdom has no types of its own. */
interface Jsdom {
  readonly JSDOM: new (html: string) => { readonly window: { readonly document: unknown } };
}

/** What Mermaid itself made of a text: the judge of what we read and write. */
export type MermaidReading =
  | {
      readonly ok: true;
      readonly vertices: readonly MermaidVertex[];
      readonly edges: readonly MermaidEdge[];
      readonly frames: readonly string[];
    }
  | { readonly ok: false; readonly words: string };

export interface MermaidVertex {
  readonly id: string;
  readonly label: string;
  /** Mermaid's own name of it; `undefined` for a box without brackets. */
  readonly shape: string | undefined;
  readonly classes: readonly string[];
}

export interface MermaidEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly invisible: boolean;
  readonly bothWays: boolean;
}

/** The part of Mermaid's flowchart store that is read here; it is not among its published types. */
interface FlowStore {
  readonly getVertices: () => ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly text?: string;
      readonly type?: string;
      readonly classes: readonly string[];
    }
  >;
  readonly getEdges: () => readonly {
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly stroke: string;
    readonly type: string;
  }[];
  readonly getSubGraphs: () => readonly { readonly id: string }[];
}

// Warnings about styles of boxes that are not there yet say nothing here.
mermaid.initialize({ startOnLoad: false, maxEdges: 20_000, logLevel: 5 });

export async function readByMermaid(text: string): Promise<MermaidReading> {
  try {
    await mermaid.parse(text);
    // `parse` says whether; only this says what.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const store = db as unknown as FlowStore;
    return {
      ok: true,
      vertices: [...store.getVertices().values()].map(({ id, text: label = '', type, classes }) => ({
        id,
        label: entitiesBack(label),
        shape: type,
        // What can be clicked is no class of ours.
        classes: [...new Set(classes)].filter((name) => name !== 'clickable'),
      })),
      edges: store.getEdges().map(({ start, end, text: label, stroke, type }) => ({
        from: start,
        to: end,
        label: entitiesBack(label),
        invisible: stroke === 'invisible',
        bothWays: type.startsWith('double'),
      })),
      frames: store.getSubGraphs().map(({ id }) => id),
    };
  } catch (thrown) {
    return { ok: false, words: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Mermaid hides `#35;` from its grammar by signs of its own. */
function entitiesBack(text: unknown): string {
  return String(text).replace(/ﬂ°°?(\w+)¶ß/g, '#$1;');
}
