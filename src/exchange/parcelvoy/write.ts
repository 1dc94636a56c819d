import type { ExitName } from '../../journey/ids.ts';
import type { Journey, Position } from '../../journey/journey.ts';
import { keptFile } from './kept.ts';
import {
  SLIP_KEY,
  type Child,
  type Data,
  freshExternalId,
  isStepType,
  type PlatformStep,
} from './stepMap.ts';
import { PASSES, type Slot } from './slip.ts';
import { readPlain } from './readPlain.ts';
import { lasting, OWN, type Sketch } from './sketch.ts';

/** A step of ours among those of the platform. */
export interface Written {
  /** Ids of the steps that it became, the one that contacts come to first. */
  readonly ids: readonly string[];
  readonly exits: Readonly<Record<ExitName, Slot>>;
  /** Whether it stands there as it was read. */
  readonly again: boolean;
}

interface Sketched {
  readonly sketch: Sketch;
  readonly dataKey: string | null | undefined;
}

interface Again {
  readonly node: PlatformStep;
  /** What our step is called now. */
  readonly name: string;
  readonly data: Data | undefined;
}

export interface Place {
  readonly at: Position;
  /** Where each exit leads; undefined: nowhere. */
  readonly leads: (exit: ExitName) => string | undefined;
}

/** Puts steps into the map that is to be sent. */
export class Writer {
  readonly map: Record<string, PlatformStep> = {};
  readonly #taken: Set<string>;
  readonly #original: ReadonlySet<string>;
  readonly #placed: boolean;

  /** `externals`: the ids that steps of ours have. */
  constructor(before: Journey, externals: readonly string[]) {
    const { ids, placed } = keptFile(before);
    this.#taken = new Set([...externals, ...Object.keys(before.steps)]);
    this.#original = new Set(ids);
    this.#placed = placed;
  }

  sketch(own: string, { sketch, dataKey }: Sketched, { at, leads }: Place): Written {
    const ids = new Map([...sketch.keys()].map((part) => [part, this.#idOf(own, part)]));
    const exits: Record<ExitName, Slot> = {};
    [...sketch].forEach(([part, { type, name, data, children }], index) => {
      const node = ids.get(part) ?? own;
      const kept: Child[] = [];
      for (const { to, path, data: more } of children) {
        const target = 'part' in to ? ids.get(to.part) : leads(to.exit);
        if (target === undefined) continue;
        if ('exit' in to) exits[to.exit] = path === undefined ? { node, place: kept.length } : { node, path };
        kept.push({
          external_id: this.#apart(node, target, { earlier: kept, at, path: path ?? String(kept.length) }),
          ...(path !== undefined && { path }),
          ...(more && { data: more }),
        });
      }
      const key = part === OWN && typeof dataKey === 'string' ? { data_key: dataKey } : {};
      this.map[node] = { ...step({ type, name, data, children: kept }, beside(at, index)), ...key };
    });
    return { ids: [...ids.values()], exits, again: false };
  }

  /** A step as it was read, with its links anew. */
  again(own: string, { node, name, data }: Again, { at, leads }: Place): Written {
    const exits: Record<ExitName, Slot> = {};
    const read = isStepType(node) ? readPlain(node, { ...SILENT, exists: this.#existing(node) }) : undefined;
    const plain = read?.exits ?? [];
    const children: Child[] = [];
    const put = (exit: ExitName, child: Child, to: string) => {
      const path = child.path ?? undefined;
      exits[exit] = path === undefined ? { node: own, place: children.length } : { node: own, path };
      const wanted = { earlier: children, at, path: path ?? String(children.length) };
      children.push({ ...child, external_id: this.#apart(own, to, wanted) });
    };
    const before = node.children ?? [];
    before.forEach((child, place) => {
      const found = plain.find((exit) =>
        exit.path === undefined ? exit.place === place : exit.path === child.path,
      );
      const to = found && leads(found.exit);
      if (found && to !== undefined && !Object.hasOwn(exits, found.exit)) put(found.exit, child, to);
      else if (!this.#original.has(child.external_id)) children.push(child);
    });
    for (const { exit, path } of plain) {
      const to = leads(exit);
      if (to !== undefined && !Object.hasOwn(exits, exit))
        put(exit, { external_id: '', ...(path !== undefined && { path }) }, to);
    }
    const { id: _, stats: __, stats_at: ___, next_scheduled_at: ____, ...rest } = node;
    this.map[own] = {
      ...rest,
      ...(read?.step.name !== name && { name }),
      ...(data && { data }),
      ...(this.#placed || typeof node.x !== 'number' ? { x: at.x, y: at.y } : {}),
      ...((before.length > 0 || children.length > 0) && { children }),
    };
    return { ids: [own], exits, again: true };
  }

  #existing(node: PlatformStep): (child: Child) => boolean {
    return (child) => goesBy(node, child, (id) => this.#original.has(id));
  }

  #idOf(own: string, part: string): string {
    return part === OWN ? own : freshExternalId(`${own}.${part}`, this.#taken);
  }

  /** The target, or where a second way to it would be taken for the first, a delay of no time before it. */
  #apart(node: string, target: string, { earlier, at, path }: Beside): string {
    if (!earlier.some(({ external_id }) => external_id === target)) return target;
    const id = freshExternalId(`${node}..${path}`, this.#taken);
    const data = { ...lasting(0), [SLIP_KEY]: PASSES };
    this.map[id] = step(
      { type: 'delay', name: '', data, children: [{ external_id: target }] },
      beside(at, 1),
    );
    return id;
  }
}

interface Beside {
  readonly earlier: readonly Child[];
  readonly at: Position;
  readonly path: string;
}

/** Whether the server goes by a child: it is there, and no later one leads to the same step. */
export function goesBy(node: PlatformStep, child: Child, isThere: (id: string) => boolean): boolean {
  const { external_id } = child;
  return (
    isThere(external_id) && node.children?.findLast((other) => other.external_id === external_id) === child
  );
}

const SILENT = { messageOf: () => undefined, doubt: () => undefined };

const STEP_DOWN = 110;
const STEP_ASIDE = 30;

function beside({ x, y }: Position, index: number): Position {
  return { x: x + index * STEP_ASIDE, y: y + index * STEP_DOWN };
}

function step(
  { type, name, data, children }: Pick<PlatformStep, 'type' | 'name' | 'data'> & { children: Child[] },
  { x, y }: Position,
): PlatformStep {
  return { type, name, data, x, y, ...(children.length > 0 && { children }) };
}
