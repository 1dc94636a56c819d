import { stepOf } from '../../journey/graph.ts';
import { isId, stepId, type ExitName, type StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step, StepKind, StepOf } from '../../journey/steps/index.ts';
import { helperId, helperOf, stepOfNode } from './ids.ts';
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
    step: string,
    part: string,
    type: T,
  ): Extract<ReadNode, { type: T }> | undefined {
    const id = helperId(stepOfNode(step), part);
    const node = this.nodes.get(id)?.node;
    if (!node || !isOfType(node, type) || this.#ways.get(id) !== 1 || this.done.has(id)) return undefined;
    return node;
  }

  /** The message that alone has a template. */
  messageWith(templateId: string): StepId | undefined {
    const ids = [...this.nodes.values()].flatMap(({ node }) =>
      node.type === 'MessageNode' && node.variant.templateId === templateId ? [stepOfNode(node.id)] : [],
    );
    const [only, another] = ids;
    return only !== undefined && another === undefined && isId(only) ? stepId(only) : undefined;
  }

  isStep(id: string): boolean {
    return this.nodes.has(id) || this.nodes.has(helperId(id, 'step'));
  }

  /** The step of the journey that the file was made from, if it is of that kind. */
  baseOf<K extends StepKind>(node: string, kind: K): StepOf<K> | undefined {
    const id = stepOfNode(node);
    const step = this.base && isId(id) ? stepOf(this.base, stepId(id)) : undefined;
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

/** The part of its step that a node was made for. */
export function partOf(node: string): string | undefined {
  return helperOf(node)?.part;
}
