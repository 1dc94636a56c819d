import type { Position } from '../../journey/journey.ts';
import { messageId } from './ids.ts';
import { idOf, isPlain, type Plain, type PlainValue, plainsIn, textIn, textsIn } from './plain.ts';
import { attributeText } from './xmlText.ts';

export interface Bounds extends Position {
  readonly width: number;
  readonly height: number;
}

export interface NewNode {
  readonly id: string;
  /** `bpmn:SendTask` */
  readonly type: string;
  readonly name: string;
  /** The left edge, and the line that its middle stands on. */
  readonly at: Position;
  readonly properties?: Readonly<Record<string, PlainValue>>;
  readonly extensions?: readonly Plain[];
}

export interface NewFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  readonly condition?: Plain;
  /** The flow of a gateway that is taken when no condition holds. */
  readonly isDefault?: boolean;
  readonly extensions?: readonly Plain[];
}

/** A process that is being drawn: its elements in their order, where they stand, and the messages that they wait for. */
export class Sheet {
  readonly #elements: Plain[] = [];
  readonly #defaults = new Map<string, string>();
  readonly #messages = new Map<string, Plain>();
  /** By element id; elements that come from a file have their places there. */
  readonly places = new Map<string, Bounds>();

  node({ id, type, name, at, properties = {}, extensions = [] }: NewNode): void {
    this.#elements.push({
      $type: type,
      id,
      ...(name !== '' && { name: attributeText(name) }),
      ...extended(extensions),
      ...properties,
    });
    this.places.set(id, placed(type, at));
  }

  flow({ id, from, to, name = '', condition, isDefault = false, extensions = [] }: NewFlow): void {
    this.#elements.push({
      $type: 'bpmn:SequenceFlow',
      id,
      ...(name !== '' && { name: attributeText(name) }),
      ...extended(extensions),
      sourceRef: from,
      targetRef: to,
      ...(condition && { conditionExpression: condition }),
    });
    if (isDefault) this.#defaults.set(from, id);
  }

  /** An element as it stood in a file, or one that has elements of its own. */
  put(element: Plain, at?: Position): void {
    this.#elements.push(element);
    if (at) this.places.set(idOf(element), placed(element.$type, at));
  }

  /** What an event that waits for this message says. The same key, of letters, digits, dashes and dots, is the same message. */
  awaited(key: string, name = key): Plain {
    const id = messageId(key);
    this.#messages.set(id, { $type: 'bpmn:Message', id, name: attributeText(name) });
    return { $type: 'bpmn:MessageEventDefinition', messageRef: id };
  }

  get messages(): readonly Plain[] {
    return [...this.#messages.values()];
  }

  /** All elements; each knows its flows, among them those that `beside` the drawing lead from what is no step. */
  elements(beside: readonly Plain[] = []): readonly Plain[] {
    const flows = [...this.#elements, ...beside].filter(isFlow);
    return this.#elements.map((element) => {
      if (isFlow(element) || !isFlowNode(element)) return element;
      const byDefault = this.#defaults.get(idOf(element));
      return withFlows(byDefault === undefined ? element : { ...element, default: byDefault }, flows);
    });
  }
}

/** Elements of a file keep the order of their flows; those that named none name none, as long as that is right. */
function withFlows(element: Plain, flows: readonly Plain[]): Plain {
  const id = idOf(element);
  const own = (end: 'sourceRef' | 'targetRef', property: 'incoming' | 'outgoing') => {
    const ids = flows.filter((flow) => textIn(flow, end) === id).map(idOf);
    const said = textsIn(element, property);
    return [...said.filter((flow) => ids.includes(flow)), ...ids.filter((flow) => !said.includes(flow))];
  };
  const { incoming: _, outgoing: __, ...rest } = element;
  const [incoming, outgoing] = [own('targetRef', 'incoming'), own('sourceRef', 'outgoing')];
  return {
    ...rest,
    ...(incoming.length > 0 && { incoming }),
    ...(outgoing.length > 0 && { outgoing }),
  };
}

export function isFlow({ $type }: Plain): boolean {
  return $type === 'bpmn:SequenceFlow';
}

const FLOW_NODE = /(?:Event|Gateway|Task|SubProcess|CallActivity|Transaction)$/;

export function isFlowNode({ $type }: Plain): boolean {
  return FLOW_NODE.test($type);
}

export function extended(values: readonly Plain[]): { readonly extensionElements?: Plain } {
  return values.length > 0 ? { extensionElements: { $type: 'bpmn:ExtensionElements', values } } : {};
}

/** The extension of ours that an element carries. */
export function extensionIn(element: Plain, type: string): Plain | undefined {
  const { extensionElements } = element;
  if (!isPlain(extensionElements)) return undefined;
  return plainsIn(extensionElements, 'values').find(({ $type }) => $type === type);
}

export function sizeOf(type: string): { readonly width: number; readonly height: number } {
  if (type.endsWith('Gateway')) return { width: 50, height: 50 };
  return type.endsWith('Event') ? { width: 36, height: 36 } : { width: 100, height: 80 };
}

function placed(type: string, { x, y }: Position): Bounds {
  const size = sizeOf(type);
  return { x, y: y - size.height / 2, ...size };
}
