import { EventEmitter } from 'node:events';
import { BpmnModdle, type ModdleElement, type ParsedXml } from 'bpmn-moddle';
import { Engine } from 'bpmn-engine';
import { id, many, one } from './bpmn.ts';
import { choose, gatewayBefore, mapOf, type ProcessMap, wayTo } from './bpmnSteering.ts';

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

/**
 * The sequence flows of one run, in the order in which they were taken. Conditions are the file's own scripts, asking `services`; timers go off at once and
 * events do not happen.
 */
export async function runThrough(
  xml: string,
  services: Readonly<Record<string, (...values: readonly never[]) => unknown>>,
): Promise<readonly string[]> {
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  const process = many(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')!;
  const engine = new Engine({ moddleContext: await hurried(rootElement, process, false) });
  const start = id(mapOf(process).start);
  const taken: string[] = [];
  const listener = new EventEmitter();
  listener.on('flow.take', ({ id: flow }: Told) => taken.push(flow));
  listener.on('activity.wait', (activity: Told) => {
    if (activity.id === start) queueMicrotask(() => activity.signal());
  });
  const tasks = Object.fromEntries(TASKS.map((task) => [task, tasked(task, new Set(), () => undefined)]));
  const ended = engine.waitFor('end');
  await engine.execute({ listener, services: { ...answers(new Set()), ...tasks, ...services } });
  await ended;
  return taken;
}

/** The same process with timers that go off at once and, if it is steered, conditions that ask the steersman. Expressions stay, and are answered. */
async function hurried(
  definitions: ModdleElement,
  process: ModdleElement,
  steered = true,
): Promise<ParsedXml> {
  const elements = many(process, 'flowElements').flatMap((element) => [
    element,
    ...many(element, 'flowElements'),
  ]);
  for (const element of elements) {
    const condition = one(element, 'conditionExpression');
    if (condition && steered) {
      // Scripts take much longer than expressions; that they can be run and what they answer is tested by itself.
      delete condition['language'];
      condition['body'] = `\${environment.services.steer(${JSON.stringify(id(element))})}`;
    }
    for (const definition of many(element, 'eventDefinitions')) {
      const [duration, cycle] = [one(definition, 'timeDuration'), one(definition, 'timeCycle')];
      if (duration && !String(duration['body']).startsWith('${')) duration['body'] = SOON;
      if (cycle) cycle['body'] = `R1/${SOON}`;
      const waited = one(definition, 'condition');
      if (waited && steered) waited['body'] = 'next(null, true)';
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
