import { fileFault } from '../../journey/jsonFile.ts';
import type { Position } from '../../journey/journey.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { Doubt } from '../doubt.ts';
import { idOf, type Plain, plainIn, plainsIn, textIn, textsIn } from './plain.ts';
import { MIDDLE } from './pen.ts';
import { isFlow, isFlowNode } from './sheet.ts';

/** What a process says, by the ids of its elements. */
export interface Source {
  readonly definitions: Plain;
  readonly process: Plain;
  /** Events, gateways, tasks and sub-processes, in the order of the file. */
  readonly nodes: ReadonlyMap<string, Plain>;
  readonly flows: readonly Plain[];
  /** The flows that begin at an element, and those that end there. */
  readonly outOf: (element: Plain) => readonly Plain[];
  readonly into: (element: Plain) => readonly Plain[];
  /** The name of a message or signal. */
  readonly eventName: (id: string | undefined) => string | undefined;
  /** The top left corner of the card whose step's element stands there. */
  readonly cornerOf: (element: Plain) => Position | undefined;
}

/** Elements and arrows: a step is several of them. */
const MOST_ELEMENTS = 10 * MAX_STEPS;

export type ReadSource =
  | { readonly ok: true; readonly source: Source; readonly doubts: readonly Doubt[] }
  | { readonly ok: false; readonly problem: Problem };

export function sourceOf(definitions: Plain): ReadSource {
  const processes = plainsIn(definitions, 'rootElements').filter(
    (root) => root.$type === 'bpmn:Process' && plainsIn(root, 'flowElements').length > 0,
  );
  const [process, second] = processes;
  if (!process)
    return refuse('process-missing', 'This file has no process with elements in it.', 'definitions');
  if (second)
    return refuse(
      'several-processes',
      `This file has ${processes.length} processes, and a journey is one. Save the one that contacts go through in a file of its own.`,
      idOf(second),
    );
  const elements = plainsIn(process, 'flowElements');
  const nameless = elements.find((element) => idOf(element) === '');
  if (nameless)
    return refuse(
      'id-missing',
      `An element (${nameless.$type}) of “${clip(idOf(process))}” has no id. Save the file again in the modeler.`,
      `${idOf(process)}.${nameless.$type}`,
    );
  if (elements.length > MOST_ELEMENTS)
    return refuse(
      'too-many-steps',
      `This process has ${elements.length} elements, many more than a journey can have. Import a part of it.`,
      idOf(process),
    );
  const nodes = new Map(elements.filter(isFlowNode).map((node) => [idOf(node), node]));
  const flows = elements.filter(isFlow);
  const stray = flows.find((flow) => !ENDS.every((end) => nodes.has(textIn(flow, end) ?? '')));
  if (stray) return endMissing(stray, nodes);
  const source = { definitions, process, nodes, flows, ...lookups(definitions, flows) };
  return { ok: true, source, doubts: [...nodes.values()].flatMap((node) => disagreements(node, source)) };
}

const ENDS = ['sourceRef', 'targetRef'] as const;

function endMissing(flow: Plain, nodes: ReadonlyMap<string, Plain>): ReadSource {
  const end = ENDS.find((one) => !nodes.has(textIn(flow, one) ?? '')) ?? 'targetRef';
  const named = textIn(flow, end);
  const words =
    named === undefined
      ? `The arrow “${clip(idOf(flow))}” has no ${end === 'sourceRef' ? 'beginning' : 'end'}.`
      : `The arrow “${clip(idOf(flow))}” joins “${clip(named)}”, which is not a step of this process.`;
  return refuse('dangling', `${words} Draw it again in the modeler and save.`, `${idOf(flow)}.${end}`);
}

function lookups(
  definitions: Plain,
  flows: readonly Plain[],
): Pick<Source, 'outOf' | 'into' | 'eventName' | 'cornerOf'> {
  const [out, into] = (['sourceRef', 'targetRef'] as const).map((end) => {
    const found = new Map<string, Plain[]>();
    for (const flow of flows) {
      const id = textIn(flow, end) ?? '';
      const known = found.get(id);
      if (known) known.push(flow);
      else found.set(id, [flow]);
    }
    return found;
  });
  const names = new Map(
    plainsIn(definitions, 'rootElements').map((root) => [idOf(root), textIn(root, 'name')]),
  );
  const shapes = plainsIn(plainIn(plainsIn(definitions, 'diagrams')[0], 'plane'), 'planeElement');
  const corners = new Map(shapes.map((shape) => [textIn(shape, 'bpmnElement'), cornerIn(shape)]));
  return {
    outOf: (element) => out?.get(idOf(element)) ?? [],
    into: (element) => into?.get(idOf(element)) ?? [],
    eventName: (id) => (id === undefined ? undefined : names.get(id)),
    cornerOf: (element) => corners.get(idOf(element)),
  };
}

function cornerIn(shape: Plain): Position | undefined {
  const bounds = plainIn(shape, 'bounds');
  const [x, y, height] = [bounds?.['x'], bounds?.['y'], bounds?.['height']];
  if (!isPlace(x) || !isPlace(y) || !isPlace(height)) return undefined;
  return { x, y: y + height / 2 - MIDDLE };
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < 1e5;
}

/** Arrows have their ends themselves; what elements say of their arrows is only a repetition. */
function disagreements(node: Plain, { outOf, into }: Source): readonly Doubt[] {
  const said = [...textsIn(node, 'incoming'), ...textsIn(node, 'outgoing')];
  const right = new Set([...into(node), ...outOf(node)].map(idOf));
  const wrong = said.find((flow) => !right.has(flow));
  if (wrong === undefined) return [];
  return [
    {
      code: 'arrows-disagree',
      words: `“${clip(idOf(node))}” names the arrow “${clip(wrong)}”, which joins other elements. The arrow’s own ends were read.`,
      values: { element: clip(idOf(node)), arrow: clip(wrong) },
      path: idOf(node),
    },
  ];
}

function refuse(code: string, words: string, path: string): ReadSource {
  return { ok: false, problem: { ...fileFault(code, words), path } };
}
