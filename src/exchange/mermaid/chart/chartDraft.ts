import type { Edge, Flowchart, Frame, Ignored, Shape, Vertex } from './flowchart.ts';
import { labelText } from './labelText.ts';

/** A vertex as one mention gives it: another mention may add the label. */
export interface Mention {
  readonly id: string;
  readonly label?: string;
  readonly shape?: Shape;
}

export interface LinkMention {
  /** `e1@-->`: by which a later statement may call it. */
  readonly id?: string;
  readonly label: string;
  readonly invisible: boolean;
  readonly bothWays: boolean;
}

/** `A & B & … --> C & D & …` multiplies: a short text may mean a million arrows. */
export const MAX_EDGES = 10_000;
/** Every box counts in all frames around it. */
export const MAX_FRAMES_DEEP = 100;

interface OpenFrame {
  /** Undefined: numbered when it ends, as its title is no word. */
  readonly id: string | undefined;
  readonly members: Set<string>;
}

/** The graph while it is being read. */
export class ChartDraft {
  readonly edges: Edge[] = [];
  readonly ignored: Ignored[] = [];
  readonly #vertices = new Map<string, Vertex & { readonly classes: string[] }>();
  readonly #edgeIds = new Set<string>();
  readonly #frames: Frame[] = [];
  readonly #open: OpenFrame[] = [];

  get depth(): number {
    return this.#open.length;
  }

  mention({ id, label, shape }: Mention): void {
    for (const { members } of this.#open) members.add(id);
    if (this.#edgeIds.has(id)) return;
    const known = this.#vertices.get(id);
    if (known && label === undefined && shape === undefined) return;
    this.#vertices.set(id, {
      id,
      label: label ?? known?.label ?? labelText(id),
      shape: shape ?? known?.shape ?? 'plain',
      classes: known?.classes ?? [],
    });
  }

  giveClass(ids: string, name: string): void {
    for (const id of ids.split(',')) {
      const classes = this.#vertices.get(id)?.classes;
      if (classes && !classes.includes(name)) classes.push(name);
    }
  }

  link(from: readonly string[], to: readonly string[], { id, ...link }: LinkMention): void {
    if (id !== undefined) this.#edgeIds.add(id);
    for (const a of from) for (const b of to) this.edges.push({ from: a, to: b, ...link });
  }

  openFrame(id: string | undefined): void {
    this.#open.push({ id, members: new Set() });
  }

  /** False: none is open. */
  closeFrame(): boolean {
    const frame = this.#open.pop();
    if (frame)
      this.#frames.push({ id: frame.id ?? `subGraph${this.#frames.length}`, members: frame.members });
    return frame !== undefined;
  }

  finished(): Omit<Flowchart, 'remarks'> {
    return {
      vertices: [...this.#vertices.values()],
      edges: this.edges,
      frames: this.#frames,
      ignored: this.ignored,
    };
  }
}
