import type { ProgramJourney } from '../compile/program.ts';
import { OUTLETS, PASSES, type DetailResults, type JourneyResults } from '../engine/results.ts';

/** People on their way through a journey, its loops unrolled by pass: what comes into a node leaves it. */
export interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly ways: readonly FlowWay[];
}

export interface FlowNode {
  readonly step: string;
  /** Of a loop, from 1; `LATER` also stands for all after it. 0: the step is in no loop. */
  readonly pass: number;
  readonly people: number;
}

/** Between places of `Flows.nodes`. */
export interface FlowLink {
  readonly source: number;
  readonly target: number;
  readonly exit: string;
  readonly people: number;
}

/** Out of a node without coming to another. `fellOff`: by an exit that leads nowhere; `again`: round the loop once more than is told apart. */
export interface FlowWay {
  readonly source: number;
  readonly way: (typeof OUTLETS)[number] | 'fellOff' | 'again';
  readonly people: number;
}

/** The pass that stands for itself and all later ones. */
export const LATER = PASSES;

/** Counts of the simulated contacts. */
export function flowsOf(
  journey: ProgramJourney,
  counted: JourneyResults,
  counts: DetailResults['flows'],
): Flows {
  const { entered, moves, out } = journey.counters > 0 ? counts : withoutPasses(journey, counted);
  const places = new Map<number, number>();
  const nodes: FlowNode[] = [];
  entered.forEach((people, at) => {
    if (people === 0) return;
    const { id, counter } = journey.steps[Math.floor(at / PASSES)]!;
    places.set(at, nodes.length);
    nodes.push({ step: id, pass: counter < 0 ? 0 : (at % PASSES) + 1, people });
  });
  const links: FlowLink[] = [];
  const ways: FlowWay[] = [];
  let exitAt = 0;
  journey.steps.forEach(({ exits, targets }, step) => {
    exits.forEach((exit, place) => {
      const target = targets[place]!;
      for (let from = 0; from < PASSES; from++)
        for (let to = 0; to < PASSES; to++) {
          const people = moves[(exitAt * PASSES + from) * PASSES + to]!;
          if (people === 0) continue;
          const source = places.get(step * PASSES + from)!;
          if (target < 0) ways.push({ source, way: 'fellOff', people });
          else links.push({ source, target: places.get(target * PASSES + to)!, exit, people });
        }
      exitAt++;
    });
    for (let pass = 0; pass < PASSES; pass++)
      OUTLETS.forEach((way, outlet) => {
        const people = out[(step * PASSES + pass) * OUTLETS.length + outlet]!;
        if (people > 0) ways.push({ source: places.get(step * PASSES + pass)!, way, people });
      });
  });
  return cutCircles({ nodes, links, ways });
}

/** Where no step is met twice, all is first pass. */
function withoutPasses(
  { steps }: ProgramJourney,
  { entered, exits, exitRule, loopBound, ended, inFlight }: JourneyResults,
): DetailResults['flows'] {
  const counts = {
    entered: new Float64Array(steps.length * PASSES),
    moves: new Float64Array(exits.length * PASSES * PASSES),
    out: new Float64Array(steps.length * PASSES * OUTLETS.length),
  };
  const outlets = { exitRule, loopBound, ended, inFlight };
  exits.forEach((people, exit) => (counts.moves[exit * PASSES * PASSES] = people));
  steps.forEach((_, step) => {
    counts.entered[step * PASSES] = entered[step]!;
    OUTLETS.forEach((way, outlet) => {
      counts.out[step * PASSES * OUTLETS.length + outlet] = outlets[way][step]!;
    });
  });
  return counts;
}

/**
 * Those on later passes than are told apart go round among themselves; so do contacts that meet the steps of one pass in another order.
 * What closes a circle is taken out of the picture at its end, by the way `again`.
 */
function cutCircles({ nodes, links, ways }: Flows): Flows {
  const from = nodes.map((): FlowLink[] => []);
  for (const link of links) from[link.source]!.push(link);
  const state = new Uint8Array(nodes.length);
  const cut = new Set<FlowLink>();
  for (let root = 0; root < nodes.length; root++) {
    const stack = state[root] === 0 ? [{ node: root, next: 0 }] : [];
    state[root] ||= OPEN;
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const link = from[top.node]![top.next++];
      if (link === undefined) {
        state[top.node] = DONE;
        stack.pop();
      } else if (state[link.target] === OPEN) cut.add(link);
      else if (state[link.target] === 0) {
        state[link.target] = OPEN;
        stack.push({ node: link.target, next: 0 });
      }
    }
  }
  if (cut.size === 0) return { nodes, links, ways };
  const again = [...cut].map(({ source, people }): FlowWay => ({ source, way: 'again', people }));
  return { nodes, links: links.filter((link) => !cut.has(link)), ways: [...ways, ...again] };
}

/** On the way that is being followed, and gone through. */
const OPEN = 1;
const DONE = 2;
