import type { Problem } from '../../journey/problem.ts';
import { isObject } from '../kept.ts';
import { readName, type ActionName } from './ids.ts';
import type { FlowAction, FlowDefinition } from './shape.ts';
import type { Json } from './types.ts';

/** An action of the file, and where its links lead. */
export interface Node {
  readonly id: string;
  readonly action: FlowAction;
  readonly path: string;
  /** What its id says, where the file was made here. */
  readonly name: ActionName | undefined;
  /** By `next`, `next_if_true`, `next_if_false`, or the ids of branches; null: out of the flow. */
  readonly links: Readonly<Record<string, string | null>>;
}

export type Graph =
  | { readonly ok: true; readonly nodes: ReadonlyMap<string, Node>; readonly entry: string | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MOST_PROBLEMS = 20;

/** The actions by their ids, when all links lead to one of them. */
export function readGraph({ actions, entry_action_id: first }: FlowDefinition): Graph {
  const problems: Problem[] = [];
  const nodes = new Map<string, Node>();
  actions.forEach((action, index) => {
    const path = `data.attributes.definition.actions.${index}`;
    const id = textOf(action.temporary_id ?? action.id);
    if (id === undefined)
      problems.push(fault('action-without-id', `${path} has no id, so nothing can lead to it.`, path));
    else if (nodes.has(id))
      problems.push(
        fault(
          'duplicate-id',
          `Two actions have the id “${clip(id)}”: ${nodes.get(id)?.path ?? ''} and ${path}.`,
          path,
        ),
      );
    else nodes.set(id, { id, action, path, name: readName(id), links: linksOf(action, path, problems) });
  });
  for (const node of nodes.values())
    for (const [key, to] of Object.entries(node.links))
      if (to !== null && !nodes.has(to))
        problems.push(
          fault(
            'dangling-link',
            `“${key}” of ${node.path} leads to an action “${clip(to)}” that is not in the file.`,
            `${node.path}.links.${clip(key)}`,
          ),
        );
  const entry = textOf(first) ?? null;
  if (entry !== null && !nodes.has(entry))
    problems.push(
      fault(
        'dangling-entry',
        `The flow begins with an action “${clip(entry)}” that is not in the file.`,
        'data.attributes.definition.entry_action_id',
      ),
    );
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
    : { ok: true, nodes: withOriginals(nodes), entry };
}

/** Of copies without their original the first is it: nobody came to the original, so it was not written. */
function withOriginals(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const owns = new Set([...nodes.values()].flatMap(({ name }) => name?.own ?? []));
  const stands = new Map<string, string>();
  for (const { name } of nodes.values())
    if (name?.copyOf !== undefined && !owns.has(name.copyOf) && !stands.has(name.copyOf))
      stands.set(name.copyOf, name.own);
  const renamed = [...nodes].map(([id, node]) => {
    const { name } = node;
    const isFirst = name?.copyOf !== undefined && stands.get(name.copyOf) === name.own;
    return [id, isFirst ? { ...node, name: { own: name.copyOf, part: name.part } } : node] as const;
  });
  return new Map(renamed);
}

const KEYS = ['next', 'next_if_true', 'next_if_false'];

function linksOf(action: FlowAction, path: string, problems: Problem[]): Node['links'] {
  if (action.type === 'multi-branch-split') return branchLinks(action, path, problems);
  const links: Json = action.links ?? {};
  const found = KEYS.flatMap((key) =>
    Object.hasOwn(links, key) ? [[key, textOf(links[key]) ?? null] as const] : [],
  );
  return Object.fromEntries(found);
}

function branchLinks({ data }: FlowAction, path: string, problems: Problem[]): Node['links'] {
  const links = new Map<string, string | null>();
  branchesOf(data).forEach((branch, index) => {
    const id = textOf(branch['branch_id']);
    const here = `${path}.data.branches.${index}`;
    if (id === undefined) problems.push(fault('branch-without-id', `${here} has no branch_id.`, here));
    else if (links.has(id))
      problems.push(fault('duplicate-branch', `Two branches of ${path} have the id “${clip(id)}”.`, here));
    else links.set(id, isObject(branch['links']) ? (textOf(branch['links']['next']) ?? null) : null);
  });
  return Object.fromEntries(links);
}

export function branchesOf(data: unknown): readonly Json[] {
  const branches = isObject(data) ? data['branches'] : undefined;
  return Array.isArray(branches) ? (branches as readonly unknown[]).filter(isObject) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function fault(code: string, what: string, path: string): Problem {
  return {
    code,
    severity: 'error',
    words: `${what} Export the flow again, or mend the file.`,
    values: {},
    path,
  };
}

export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
