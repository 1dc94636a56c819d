import { isObject, overKept } from '../kept.ts';
import type { Body, ResourceKind, Resources } from './types.ts';
import { RESOURCE_KINDS } from './types.ts';

export const NO_RESOURCES: Resources = {
  userProperties: [],
  subscriptionGroups: [],
  templates: [],
  segments: [],
};

/** What is to be there before the journey is: what the file that it came from had, and what its steps need. Names are unique in a workspace. */
export class Bundle {
  readonly #kept: Resources;
  readonly #made: Record<ResourceKind, Map<string, Body>> = {
    userProperties: new Map(),
    subscriptionGroups: new Map(),
    templates: new Map(),
    segments: new Map(),
  };
  /** Kind and name → whose it is. */
  readonly #names = new Map<string, string>();
  /** Kind and name → with which number it is free. */
  readonly #numbers = new Map<string, number>();

  constructor(kept: Resources) {
    this.#kept = kept;
    for (const kind of RESOURCE_KINDS)
      for (const { id, name } of kept[kind]) this.#names.set(`${kind} ${String(name)}`, String(id));
  }

  /** Makes a thing, or makes it over. `parts` are its name; where another has it, the last part but one is numbered. */
  put(kind: ResourceKind, id: string, parts: readonly string[], rest: Body): void {
    const kept = this.kept(kind, id);
    const name = typeof kept?.['name'] === 'string' ? kept['name'] : this.#freeName(kind, id, parts);
    this.#names.set(`${kind} ${name}`, id);
    const body = { id, name, ...rest };
    this.#made[kind].set(id, kept ? joined(kept, body) : body);
  }

  has(kind: ResourceKind, id: string): boolean {
    return this.#made[kind].has(id) || this.kept(kind, id) !== undefined;
  }

  kept(kind: ResourceKind, id: string): Body | undefined {
    return this.#kept[kind].find((body) => body['id'] === id);
  }

  /** Those kept in their order, made over where they were, then those made. Kept segments and templates only as far as they are used. */
  list(kind: ResourceKind, used: ReadonlySet<string>): readonly Body[] {
    const made = this.#made[kind];
    const always = kind === 'userProperties' || kind === 'subscriptionGroups';
    const kept = this.#kept[kind].flatMap((body): readonly Body[] => {
      const id = String(body['id']);
      const over = made.get(id);
      if (over) return [over];
      return always || used.has(id) || body['id'] === undefined ? [body] : [];
    });
    const there = new Set(this.#kept[kind].map(({ id }) => id));
    return [...kept, ...[...made].flatMap(([id, body]) => (there.has(id) ? [] : [body]))];
  }

  /** Ids of segments, templates and groups that these segments ask for, those in their turn included. */
  usedBy(nodes: unknown): ReadonlySet<string> {
    const used = new Set(textsIn(nodes));
    for (const body of this.list('segments', used))
      for (const id of textsIn(body['definition'])) used.add(id);
    return used;
  }

  #freeName(kind: ResourceKind, id: string, parts: readonly string[]): string {
    const wanted = `${kind} ${parts.join(SEPARATOR)}`;
    const own = this.#made[kind].get(id)?.['name'];
    if (typeof own === 'string') return own;
    for (let n = this.#numbers.get(wanted) ?? 1; ; n += 1) {
      const name = numbered(parts, n).join(SEPARATOR);
      if (this.#names.has(`${kind} ${name}`)) continue;
      this.#numbers.set(wanted, n + 1);
      return name;
    }
  }
}

const SEPARATOR = ' · ';

function numbered(parts: readonly string[], n: number): readonly string[] {
  const place = Math.max(0, parts.length - 2);
  return n === 1 ? parts : parts.map((part, index) => (index === place ? `${part} #${n}` : part));
}

/** The last part of a name that was made of these parts; undefined: it was not, or somebody gave it another. */
export function lastPart(name: string, before: readonly string[]): string | undefined {
  for (let n = 1; n < 100; n += 1) {
    const opening = `${numbered([...before, ''], n)
      .slice(0, -1)
      .join(SEPARATOR)}${SEPARATOR}`;
    if (name.startsWith(opening)) return name.slice(opening.length);
  }
  return undefined;
}

function joined(kept: Body, ours: Body): Body {
  const both = overKept(kept, ours);
  return isObject(both) ? both : ours;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
