import { Script } from 'node:vm';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { everyShapeStands } from './bpmnDiagram.ts';

/**
 * What is wrong with a BPMN file, by the standard's own rules and the parser of bpmn.io: it knows nothing of who wrote it. Rules about running
 * (conditions, messages, implementations) hold for processes that call themselves executable.
 */
export async function bpmnFaults(files: readonly ExchangeFile[]): Promise<readonly string[]> {
  const [file, ...others] = files;
  if (!file || others.length > 0) return [`one file is expected, not ${files.length}`];
  try {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(file.text);
    const said = warnings.map(({ message }) => message);
    return [...said, ...processFaults(rootElement)];
  } catch (error) {
    return [String(error)];
  }
}

function processFaults(definitions: ModdleElement): readonly string[] {
  const processes = many(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const [process] = processes;
  if (!process || processes.length > 1) return [`one process is expected, not ${processes.length}`];
  return [
    ...scopeFaults(process, process['isExecutable'] === true),
    ...(many(definitions, 'diagrams').length > 0 ? everyShapeStands(definitions, process) : ['no diagram']),
  ];
}

/** A process or sub-process: what stands in it, and how it hangs together. */
function scopeFaults(scope: ModdleElement, executable: boolean): readonly string[] {
  const elements = many(scope, 'flowElements');
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const nodes = elements.filter((element) => element.$instanceOf('bpmn:FlowNode'));
  const starts = nodes.filter(({ $type }) => $type === 'bpmn:StartEvent');
  return [
    ...(starts.length === 1 ? [] : [`${id(scope)} has ${starts.length} start events`]),
    ...flows.flatMap((flow) => flowFaults(flow, nodes)),
    ...nodes.flatMap((node) => nodeFaults(node, flows, executable)),
    ...unreached(starts, nodes, flows).map((node) => `${id(node)} is never reached`),
    ...nodes.filter(isEventSubProcess).flatMap((node) => scopeFaults(node, executable)),
  ];
}

function flowFaults(flow: ModdleElement, nodes: readonly ModdleElement[]): readonly string[] {
  const [source, target] = [one(flow, 'sourceRef'), one(flow, 'targetRef')];
  if (!source || !target || !nodes.includes(source) || !nodes.includes(target))
    return [`${id(flow)} dangles`];
  return [
    ...(many(source, 'outgoing').includes(flow) ? [] : [`${id(source)} does not know its flow ${id(flow)}`]),
    ...(many(target, 'incoming').includes(flow) ? [] : [`${id(target)} does not know its flow ${id(flow)}`]),
  ];
}

function nodeFaults(
  node: ModdleElement,
  flows: readonly ModdleElement[],
  executable: boolean,
): readonly string[] {
  const [incoming, outgoing] = [many(node, 'incoming'), many(node, 'outgoing')];
  const faults: string[] = [];
  const must = (right: boolean, what: string) => right || faults.push(`${id(node)} ${what}`);
  must(
    incoming.every((flow) => flows.includes(flow) && one(flow, 'targetRef') === node) &&
      outgoing.every((flow) => flows.includes(flow) && one(flow, 'sourceRef') === node),
    'names a flow that is not its own',
  );
  must(
    new Set([...incoming, ...outgoing]).size === incoming.length + outgoing.length ||
      loops(incoming, outgoing),
    'names a flow twice',
  );
  if (isEventSubProcess(node))
    must(incoming.length + outgoing.length === 0, 'is an event sub-process with flows');
  else {
    must(node.$type === 'bpmn:StartEvent' ? incoming.length === 0 : incoming.length > 0, 'has wrong ways in');
    must(node.$type === 'bpmn:EndEvent' ? outgoing.length === 0 : outgoing.length > 0, 'has wrong ways out');
  }
  if (!node.$instanceOf('bpmn:Gateway')) must(outgoing.length <= 1, 'goes several ways at once');
  if (node.$type === 'bpmn:ExclusiveGateway') faults.push(...choiceFaults(node, outgoing, executable));
  if (node.$type === 'bpmn:EventBasedGateway') faults.push(...eventFaults(node, outgoing));
  if (executable) faults.push(...runFaults(node));
  return faults;
}

/** A flow from an element to itself is among both. */
function loops(incoming: readonly ModdleElement[], outgoing: readonly ModdleElement[]): boolean {
  return (
    new Set(incoming).size === incoming.length &&
    new Set(outgoing).size === outgoing.length &&
    incoming
      .filter((flow) => outgoing.includes(flow))
      .every((flow) => one(flow, 'sourceRef') === one(flow, 'targetRef'))
  );
}

function choiceFaults(
  node: ModdleElement,
  outgoing: readonly ModdleElement[],
  executable: boolean,
): readonly string[] {
  const otherwise = one(node, 'default');
  const faults: string[] = [];
  if (otherwise && !outgoing.includes(otherwise))
    faults.push(`${id(node)} has a default that is not its flow`);
  if (otherwise && one(otherwise, 'conditionExpression'))
    faults.push(`${id(otherwise)} is a default with a condition`);
  if (!executable || outgoing.length < 2) return faults;
  if (!otherwise) faults.push(`${id(node)} has no default`);
  const asked = outgoing.filter((flow) => flow !== otherwise);
  return [...faults, ...asked.flatMap((flow) => scriptFaults(flow, one(flow, 'conditionExpression')))];
}

function scriptFaults(element: ModdleElement, expression: ModdleElement | undefined): readonly string[] {
  const [language, body] = [expression?.['language'], expression?.['body']];
  if (language !== 'javascript' || typeof body !== 'string')
    return [`${id(element)} has a condition without a script`];
  try {
    new Script(body);
    return /^next\(null, .*\)$/s.test(body) ? [] : [`${id(element)} has a script that hands nothing over`];
  } catch {
    return [`${id(element)} has a script that cannot be run`];
  }
}

function eventFaults(node: ModdleElement, outgoing: readonly ModdleElement[]): readonly string[] {
  const targets = outgoing.flatMap((flow) => one(flow, 'targetRef') ?? []);
  const right = (target: ModdleElement) =>
    ['bpmn:IntermediateCatchEvent', 'bpmn:ReceiveTask'].includes(target.$type) &&
    many(target, 'incoming').length === 1;
  return [
    ...(outgoing.length >= 2 ? [] : [`${id(node)} waits for fewer than two events`]),
    ...targets
      .filter((target) => !right(target))
      .map((target) => `${id(target)} cannot follow a gateway of events`),
    ...(outgoing.some((flow) => one(flow, 'conditionExpression')) ? [`${id(node)} has conditions`] : []),
  ];
}

const ISO = /^(?:R\d*\/)?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/;
const EXPRESSION = /^\$\{environment\.services\.\w+(?:\([^()${}]*\))?\}$/;

function runFaults(node: ModdleElement): readonly string[] {
  const definitions = many(node, 'eventDefinitions');
  const faults: string[] = [];
  if (node.$type === 'bpmn:IntermediateCatchEvent' && definitions.length !== 1)
    faults.push(`${id(node)} waits for ${definitions.length} things`);
  if (
    ['bpmn:SendTask', 'bpmn:ServiceTask'].includes(node.$type) &&
    !EXPRESSION.test(String(node['implementation']))
  )
    faults.push(`${id(node)} has nobody who does it`);
  for (const definition of definitions) {
    if (definition.$type === 'bpmn:MessageEventDefinition' && !one(definition, 'messageRef'))
      faults.push(`${id(node)} waits for no message`);
    if (definition.$type === 'bpmn:ConditionalEventDefinition')
      faults.push(...scriptFaults(node, one(definition, 'condition')));
    if (definition.$type === 'bpmn:TimerEventDefinition') {
      const times = ['timeDate', 'timeDuration', 'timeCycle'].flatMap((kind) => one(definition, kind) ?? []);
      const text = String(times[0]?.['body']);
      if (times.length !== 1 || !(ISO.test(text) || EXPRESSION.test(text)))
        faults.push(`${id(node)} has a timer that never goes off: ${text}`);
    }
  }
  return faults;
}

function unreached(
  starts: readonly ModdleElement[],
  nodes: readonly ModdleElement[],
  flows: readonly ModdleElement[],
): readonly ModdleElement[] {
  const seen = new Set(starts);
  for (const node of seen)
    for (const flow of flows) {
      const target = one(flow, 'targetRef');
      if (one(flow, 'sourceRef') === node && target) seen.add(target);
    }
  return nodes.filter((node) => !seen.has(node) && !isEventSubProcess(node));
}

function isEventSubProcess(node: ModdleElement): boolean {
  return node.$type === 'bpmn:SubProcess' && node['triggeredByEvent'] === true;
}

export function id(element: ModdleElement): string {
  return String(element['id']);
}

export function many(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? (value as readonly ModdleElement[]) : [];
}

export function one(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}
