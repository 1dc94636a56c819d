import type { ExitName, Journey, StepId } from '../../journey/journey.ts';
import { isObject, keptDocument, keptOf } from '../kept.ts';
import { OUR_IMPLEMENTATIONS } from './services.ts';
import { isPlain, type Plain, plainIn, plainsIn } from './plain.ts';

/** What another tool's file said of a step: its elements, the first one being what contacts come to, and all flows that begin at them. */
export interface KeptElements {
  readonly nodes: readonly Plain[];
  readonly flows: readonly Plain[];
  /** The id of the flow that each exit leaves by. */
  readonly exits: Readonly<Record<ExitName, string>>;
}

/** What somebody added to elements of ours, by the element's id. */
export interface KeptExtras {
  readonly extras: Readonly<Record<string, Plain>>;
}

/** The place of an element among those of a file: steps of the journey are written there. */
export const HERE = 'rehearsal:Here';

/** Elements that can be written again as they were; undefined: the step is new, changed, or ours. */
export function elementsKept(journey: Journey, id: StepId): KeptElements | undefined {
  const kept = keptOf(journey, 'bpmn', id);
  return kept?.unchanged ? keptElements(kept.raw) : undefined;
}

function keptElements(raw: unknown): KeptElements | undefined {
  if (!isObject(raw)) return undefined;
  const { nodes, flows, exits } = raw;
  if (!Array.isArray(nodes) || !Array.isArray(flows) || !isObject(exits)) return undefined;
  return {
    nodes: nodes.filter(isPlain),
    flows: flows.filter(isPlain),
    exits: Object.fromEntries(
      Object.entries(exits).flatMap(([exit, flow]) => (typeof flow === 'string' ? [[exit, flow]] : [])),
    ),
  };
}

/** What is to be written beside our own words, by the id of the element that it belongs to. */
export function extrasFor(journey: Journey): ReadonlyMap<string, Plain> {
  const found = new Map<string, Plain>();
  if (journey.origin?.platform !== 'bpmn') return found;
  for (const id of Object.keys(journey.origin.steps) as StepId[]) {
    const raw = keptOf(journey, 'bpmn', id)?.raw;
    const [main] = elementsKept(journey, id) ? [] : (keptElements(raw)?.nodes ?? []);
    const own = main && extraOf(main);
    if (own) found.set(id, own);
    if (!isObject(raw) || !isObject(raw['extras'])) continue;
    for (const [element, extra] of Object.entries(raw['extras']))
      if (isPlain(extra)) found.set(element, extra);
  }
  return found;
}

/** What we say ourselves of elements that we write. */
const OURS = new Set([
  '$type',
  'id',
  'name',
  'documentation',
  'incoming',
  'outgoing',
  'default',
  'eventDefinitions',
  'isInterrupting',
  'triggeredByEvent',
  'flowElements',
  'sourceRef',
  'targetRef',
  'conditionExpression',
  'messageRef',
]);

/** What of an element is nothing that we would write; undefined: it has nothing of the kind. */
export function extraOf(element: Plain): Plain | undefined {
  const rest = Object.entries(element).filter(
    ([name, value]) =>
      !OURS.has(name) &&
      name !== 'extensionElements' &&
      !(name === 'implementation' && OUR_IMPLEMENTATIONS.has(value)),
  );
  const values = plainsIn(plainIn(element, 'extensionElements'), 'values').filter(
    ({ $type }) => !$type.startsWith('rehearsal:'),
  );
  if (rest.length === 0 && values.length === 0) return undefined;
  return {
    $type: element.$type,
    ...Object.fromEntries(rest),
    ...(values.length > 0 && { extensionElements: { $type: 'bpmn:ExtensionElements', values } }),
  };
}

export function withExtra(element: Plain, extra: Plain | undefined): Plain {
  if (!extra) return element;
  const [ours, theirs] = [element, extra].map((one) => plainsIn(plainIn(one, 'extensionElements'), 'values'));
  const values = [...(ours ?? []), ...(theirs ?? [])];
  return {
    ...element,
    ...extra,
    $type: element.$type,
    ...(values.length > 0 && { extensionElements: { $type: 'bpmn:ExtensionElements', values } }),
  };
}

/** The definitions of the file that a journey came from, with `HERE` where its steps stood. */
export function definitionsKept(journey: Journey): Plain | undefined {
  const document = keptDocument(journey, 'bpmn');
  return isPlain(document) ? document : undefined;
}

/** The process of the definitions that the journey is. */
export function processOf(definitions: Plain): Plain | undefined {
  return plainsIn(definitions, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
}

/** What stands in the process of that file and is no step: what events set off, with the arrows that begin there, and data. */
export function othersKept(journey: Journey): readonly Plain[] {
  const definitions = definitionsKept(journey);
  const process = definitions && processOf(definitions);
  return plainsIn(process, 'flowElements').filter(({ $type }) => $type !== HERE);
}
