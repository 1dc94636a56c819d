import { stepOf } from '../../journey/graph.ts';
import { freshId, isId, stepId, type ExitName, type StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step, StepKind, StepOf } from '../../journey/steps/index.ts';
import { isObject } from '../kept.ts';
import { helperId, stepOfNode } from './ids.ts';
import { textAt } from './keptDocument.ts';
import { ReadSegment } from './readRule.ts';
import type { ReadNode } from './shapes.ts';
import type { Body, Resources } from './types.ts';

/** A step that is being read; its exits lead to nodes, to other pieces by their keys, or out. */
export interface Piece {
  /** The id of the node at which contacts come to it. */
  readonly key: string;
  readonly step: Step;
  readonly exits: Readonly<Record<ExitName, string>>;
  /** The platform's own node, where the step is that one node; asked for when earlier pieces have their ids. */
  readonly raw?: (idOf: (key: string) => StepId | undefined) => unknown;
  readonly doubts?: readonly PieceDoubt[];
}

export interface PieceDoubt {
  readonly code: string;
  readonly words: string;
  /** What is doubted because it is not in the files. */
  readonly lacks?: { readonly kind: 'segments' | 'templates' | 'userProperties'; readonly id: string };
}

export interface Found {
  readonly node: ReadNode;
  readonly raw: Body;
  readonly path: string;
}

/** A file's nodes with all that they refer to. */
export class Reading {
  readonly nodes: ReadonlyMap<string, Found>;
  readonly byEvent: boolean;
  readonly base: Journey | undefined;
  readonly journeyName: string;
  /** Nodes that were read with another one. */
  readonly done = new Set<string>();
  /** Nodes that lead nowhere but on: who comes to them comes to another. */
  readonly aliases = new Map<string, string>();
  readonly #segments: ReadonlyMap<string, ReadSegment>;
  readonly #resources: Resources;
  readonly #ways = new Map<string, number>();
  readonly #steps: ReadonlyMap<string, StepId>;

  constructor(
    nodes: ReadonlyMap<string, Found>,
    resources: Resources,
    about: { readonly byEvent: boolean; readonly base: Journey | undefined; readonly journeyName: string },
    first: string,
  ) {
    this.nodes = nodes;
    this.#resources = resources;
    this.byEvent = about.byEvent;
    this.base = about.base;
    this.journeyName = about.journeyName;
    this.#steps = plannedIds([...nodes.values()], about.base);
    this.#segments = new Map(resources.segments.map((body) => [String(body['id']), new ReadSegment(body)]));
    for (const to of [first, ...[...nodes.values()].flatMap(({ node }) => targetsOf(node))])
      this.#ways.set(to, (this.#ways.get(to) ?? 0) + 1);
  }

  segment(id: string): ReadSegment | undefined {
    return this.#segments.get(id);
  }

  template(id: string): Body | undefined {
    return this.#resources.templates.find((body) => body['id'] === id);
  }

  property(id: string): Body | undefined {
    return this.#resources.userProperties.find((body) => body['id'] === id);
  }

  /** Another node of the same step, if that is all it is: nothing else leads to it, and it is of that type. */
  helper<T extends ReadNode['type']>(
    main: string,
    part: string,
    type: T,
  ): Extract<ReadNode, { type: T }> | undefined {
    const id = helperId(main, part);
    const node = this.nodes.get(id)?.node;
    if (!node || !isOfType(node, type) || this.#ways.get(id) !== 1 || this.done.has(id)) return undefined;
    return node;
  }

  /** The node of the message that alone has a template. */
  nodeWith(templateId: string): string | undefined {
    const ids = [...this.nodes.values()].flatMap(({ node }) =>
      node.type === 'MessageNode' && node.variant.templateId === templateId ? [node.id] : [],
    );
    return ids.length === 1 ? ids[0] : undefined;
  }

  messageWith(templateId: string): StepId | undefined {
    const node = this.nodeWith(templateId);
    return node === undefined ? undefined : this.stepAt(node);
  }

  /** The step that a node becomes, or would if it stood for itself. */
  stepAt(node: string): StepId | undefined {
    return this.#steps.get(node);
  }

  /** The step of the journey that the file was made from, if it is of that kind. */
  baseOf<K extends StepKind>(node: string, kind: K): StepOf<K> | undefined {
    const id = this.stepAt(node) ?? (isId(node) ? stepId(node) : undefined);
    const step = this.base && id !== undefined ? stepOf(this.base, id) : undefined;
    return step && isOfKind(step, kind) ? step : undefined;
  }

  /** What the file has no name for is called as in the journey that it was made from. */
  nameOf(node: string, kind: StepKind, otherwise: string): string {
    return this.baseOf(node, kind)?.name ?? otherwise;
  }

  named(raw: Body, otherwise: string): string {
    return textAt(raw, 'name') ?? otherwise;
  }
}

function isOfType<T extends ReadNode['type']>(
  node: ReadNode,
  type: T,
): node is Extract<ReadNode, { type: T }> {
  return node.type === type;
}

function isOfKind<K extends StepKind>(step: Step, kind: K): step is StepOf<K> {
  return step.kind === kind;
}

/** All that a node leads to, in its own order. */
export function targetsOf(node: ReadNode): readonly string[] {
  switch (node.type) {
    case 'DelayNode':
    case 'MessageNode':
    case 'unknown':
      return [node.child];
    case 'SegmentSplitNode':
      return [node.variant.trueChild, node.variant.falseChild];
    case 'RandomCohortNode':
      return node.children.map(({ id }) => id);
    case 'WaitForNode':
      return [...node.segmentChildren.map(({ id }) => id), node.timeoutChild];
    case 'RateLimitNode':
      return [];
  }
}

/**
 * Ids for the steps of nodes: the nodes' own where they can be, else those that the journey that the file was made from gave them, else new
 * ones. Known before anything is read, since segments ask for messages that come later.
 */
function plannedIds(found: readonly Found[], base: Journey | undefined): ReadonlyMap<string, StepId> {
  const before = new Map(
    Object.entries(base?.origin?.steps ?? {}).flatMap(([step, { raw }]) =>
      isObject(raw) && typeof raw['id'] === 'string' && isId(step)
        ? [[raw['id'], stepId(step)] as const]
        : [],
    ),
  );
  const planned = new Map<string, StepId>();
  const taken = new Set<string>(['latest']);
  for (const { node } of found) {
    const own = stepOfNode(node.id);
    if (!isId(own) || taken.has(own)) continue;
    taken.add(own);
    planned.set(node.id, stepId(own));
  }
  for (const { node } of found) {
    if (planned.has(node.id)) continue;
    const known = before.get(node.id);
    const id = known !== undefined && !taken.has(known) ? known : stepId(freshId(taken, WORDS[node.type]));
    taken.add(id);
    planned.set(node.id, id);
  }
  return planned;
}

const WORDS: Readonly<Record<ReadNode['type'], string>> = {
  DelayNode: 'wait',
  MessageNode: 'message',
  SegmentSplitNode: 'split',
  RandomCohortNode: 'experiment',
  WaitForNode: 'check',
  RateLimitNode: 'exit',
  unknown: 'goal',
};
