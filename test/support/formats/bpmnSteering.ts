import type { ModdleElement } from 'bpmn-moddle';
import { id, many, one } from './bpmn.ts';

export interface ProcessMap {
  readonly flows: readonly ModdleElement[];
  readonly nodes: ReadonlyMap<string, ModdleElement>;
  readonly start: ModdleElement;
  /** Sub-processes that events start, with the flows in them. */
  readonly setOff: readonly {
    readonly id: string;
    readonly start: string;
    readonly flows: readonly string[];
  }[];
}

export function mapOf(process: ModdleElement): ProcessMap {
  const elements = many(process, 'flowElements');
  const setOff = elements.filter((element) => element['triggeredByEvent'] === true);
  return {
    flows: elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow'),
    nodes: new Map(elements.map((element) => [id(element), element])),
    start: elements.find(({ $type }) => $type === 'bpmn:StartEvent')!,
    setOff: setOff.map((element) => {
      const inside = many(element, 'flowElements');
      const start = inside.find(({ $type }) => $type === 'bpmn:StartEvent')!;
      const flows = inside.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(id);
      return { id: id(element), start: id(start), flows };
    }),
  };
}

export function gatewayBefore(event: string, { nodes }: ProcessMap): ModdleElement | undefined {
  const [flow] = nodes.get(event) ? many(nodes.get(event)!, 'incoming') : [];
  const source = flow && one(flow, 'sourceRef');
  return source?.$type === 'bpmn:EventBasedGateway' ? source : undefined;
}

/** By node, the flow that leads on to the goal, on a shortest way from the start. */
export function wayTo(goal: string, { flows, start, nodes }: ProcessMap): ReadonlyMap<string, string> {
  const reached = new Map<ModdleElement, ModdleElement | undefined>([[start, undefined]]);
  for (const [node] of reached)
    for (const flow of flows) {
      const target = one(flow, 'targetRef')!;
      if (one(flow, 'sourceRef') === node && !reached.has(target)) reached.set(target, flow);
    }
  const way = new Map<string, string>();
  for (let flow = nodes.get(goal); flow; flow = reached.get(one(flow, 'sourceRef')!))
    way.set(id(one(flow, 'sourceRef')!), id(flow));
  return way;
}

/** The flow on the way; else one that was never taken; else the one nearest to an end. */
export function choose(
  node: ModdleElement,
  way: ReadonlyMap<string, string>,
  map: ProcessMap,
  taken: ReadonlySet<string>,
): string {
  const outgoing = many(node, 'outgoing');
  const planned = way.get(id(node));
  if (planned !== undefined) return planned;
  const fresh = (flow: ModdleElement) => {
    const behind =
      node.$type === 'bpmn:EventBasedGateway' ? many(one(flow, 'targetRef')!, 'outgoing') : [flow];
    return behind.some((one) => !taken.has(id(one)));
  };
  const nearest = [...outgoing].sort((a, b) => stepsToEnd(a, map) - stepsToEnd(b, map))[0]!;
  return id(outgoing.find(fresh) ?? nearest);
}

function stepsToEnd(flow: ModdleElement, { flows }: ProcessMap): number {
  let front = new Set([one(flow, 'targetRef')!]);
  const seen = new Set(front);
  for (let steps = 0; front.size > 0; steps += 1) {
    if ([...front].some(({ $type }) => $type === 'bpmn:EndEvent')) return steps;
    const next = flows
      .filter((one_) => front.has(one(one_, 'sourceRef')!))
      .map((one_) => one(one_, 'targetRef')!);
    front = new Set(next.filter((node) => !seen.has(node)));
    for (const node of front) seen.add(node);
  }
  return Infinity;
}
