import { EventEmitter } from 'node:events';
import { BpmnModdle, type ModdleElement, type ParsedXml } from 'bpmn-moddle';
import { Engine } from 'bpmn-engine';
import { id, many, one } from './bpmn.ts';

export interface EngineRuns {
  /** Sequence flows that were taken in some run, and those that never were. */
  readonly taken: ReadonlySet<string>;
  readonly never: readonly string[];
  readonly runs: number;
  /** `send cart`, `daysOn 1 18:00`: what the services were asked, in all runs. */
  readonly asked: ReadonlySet<string>;
}

const SOON = 'PT0.001S';
/** A journey may have no end but that of its time; an engine goes on. */
const LONGEST = 300;
/** The services that tasks call; all others answer questions. */
const TASKS = ['send', 'escalate', 'update', 'handOff'];
const MOMENTS = ['daysOn', 'timeOfDay', 'weekday', 'dateIn', 'dateAt'];
const DURATIONS = ['between', 'restOfWindow'];

/**
 * Runs a process in an engine until every flow has been taken: gateways are steered along the way to a flow that has not been, timers go
 * off at once, events are signalled, event sub-processes started.
 */
export async function runEveryWay(xml: string): Promise<EngineRuns> {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const process = many(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')!;
  const map = mapOf(process);
  const engine = new Engine({ moddleContext: await hurried(rootElement, process) });
  const taken = new Set<string>();
  const asked = new Set<string>();
  let runs = 0;
  const goals = [...map.flows.map(id), ...map.setOff.flatMap(({ flows }) => flows)];
  for (const goal of goals) {
    if (taken.has(goal)) continue;
    runs += 1;
    await runOnce(engine, map, { goal, taken, asked });
  }
  return { taken, never: goals.filter((flow) => !taken.has(flow)), runs, asked };
}

interface ProcessMap {
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

function mapOf(process: ModdleElement): ProcessMap {
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

/** The same process with timers that go off at once and conditions that ask the steersman. Expressions stay, and are answered. */
async function hurried(definitions: ModdleElement, process: ModdleElement): Promise<ParsedXml> {
  const elements = many(process, 'flowElements').flatMap((element) => [
    element,
    ...many(element, 'flowElements'),
  ]);
  for (const element of elements) {
    const condition = one(element, 'conditionExpression');
    if (condition) {
      // Scripts take much longer than expressions; that they can be run and what they answer is tested by itself.
      delete condition['language'];
      condition['body'] = `\${environment.services.steer(${JSON.stringify(id(element))})}`;
    }
    for (const definition of many(element, 'eventDefinitions')) {
      const [duration, cycle] = [one(definition, 'timeDuration'), one(definition, 'timeCycle')];
      if (duration && !String(duration['body']).startsWith('${')) duration['body'] = SOON;
      if (cycle) cycle['body'] = `R1/${SOON}`;
      const waited = one(definition, 'condition');
      if (waited) waited['body'] = 'next(null, true)';
    }
  }
  const { xml } = await new BpmnModdle().toXML(definitions, { format: false });
  return new BpmnModdle().fromXML(xml);
}

interface Run {
  readonly goal: string;
  readonly taken: Set<string>;
  readonly asked: Set<string>;
}

/** What an engine tells of an activity. */
interface Told {
  readonly id: string;
  readonly signal: () => void;
}

async function runOnce(engine: Engine, map: ProcessMap, { goal, taken, asked }: Run): Promise<void> {
  const way = wayTo(goal, map);
  const setOff = map.setOff.find(({ flows }) => flows.includes(goal));
  const chosen = new Map<string, string>();
  const choice = (node: ModdleElement): string => {
    const known = chosen.get(id(node)) ?? choose(node, taken.has(goal) ? new Map() : way, map, taken);
    chosen.set(id(node), known);
    return known;
  };
  const listener = new EventEmitter();
  let flows = 0;
  listener.on('flow.take', ({ id: flow }: Told) => {
    taken.add(flow);
    flows += 1;
    if (flows > LONGEST) void engine.stop();
  });
  listener.on('activity.enter', ({ id: entered }: Told) => chosen.delete(entered));
  listener.on('activity.wait', (activity: Told) => {
    const gateway = gatewayBefore(activity.id, map);
    const meant =
      !gateway || one(map.nodes.get(choice(gateway))!, 'targetRef') === map.nodes.get(activity.id);
    // The gateway has to have set up all of its events before one of them happens, as it has when messages come from outside.
    if (meant) queueMicrotask(() => activity.signal());
  });
  let started = false;
  const startSetOff = () => {
    if (!setOff || started) return;
    started = true;
    const [definition] = engine.execution.definitions;
    const activity: unknown = definition!.getProcesses()[0]!.getActivityById(setOff.id);
    (activity as { readonly run: () => void }).run();
  };
  listener.on('activity.timer', startSetOff);
  const services = {
    ...answers(asked),
    steer: (flow: string) => {
      startSetOff();
      const gateway = one(map.nodes.get(flow)!, 'sourceRef')!;
      return choice(gateway) === flow;
    },
  };
  for (const task of TASKS) Object.assign(services, { [task]: tasked(task, asked, startSetOff) });
  const ended = Promise.race([engine.waitFor('end'), engine.waitFor('stop')]);
  await engine.execute({ listener, services });
  await ended;
}

function tasked(task: string, asked: Set<string>, first: () => void) {
  return ({ id: step }: { readonly id: string }, next: () => void) => {
    first();
    asked.add(`${task} ${step}`);
    next();
  };
}

function answers(asked: Set<string>): Record<string, (...values: readonly unknown[]) => unknown> {
  const answering =
    (service: string, answer: () => unknown) =>
    (...values: readonly unknown[]) => {
      asked.add([service, ...values].join(' '));
      return answer();
    };
  return Object.fromEntries([
    ...MOMENTS.map((service) => [service, answering(service, () => new Date(Date.now() + 1).toISOString())]),
    ...DURATIONS.map((service) => [service, answering(service, () => SOON)]),
  ]) as Record<string, (...values: readonly unknown[]) => unknown>;
}

function gatewayBefore(event: string, { nodes }: ProcessMap): ModdleElement | undefined {
  const [flow] = nodes.get(event) ? many(nodes.get(event)!, 'incoming') : [];
  const source = flow && one(flow, 'sourceRef');
  return source?.$type === 'bpmn:EventBasedGateway' ? source : undefined;
}

/** By node, the flow that leads on to the goal, on a shortest way from the start. */
function wayTo(goal: string, { flows, start, nodes }: ProcessMap): ReadonlyMap<string, string> {
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
function choose(
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
