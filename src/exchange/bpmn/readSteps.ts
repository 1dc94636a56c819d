import type { Problem } from '../../journey/problem.ts';
import { fileFault } from '../../journey/jsonFile.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { Doubt } from '../doubt.ts';
import { idOf, type Plain, plainsIn, textIn } from './plain.ts';
import { eventsAfter } from './readEventGateway.ts';
import { readForeign } from './readForeign.ts';
import { nameOf } from './readName.ts';
import { readOurs } from './readOurs.ts';
import { doubt, type ReadStep, roleOf } from './readStep.ts';
import { extensionIn, isFlow, isFlowNode } from './sheet.ts';
import type { Source } from './source.ts';

export interface FoundSteps {
  readonly ok: true;
  readonly reads: readonly ReadStep[];
  /** Elements that are no steps and are kept as they stand: what is set off from outside. */
  readonly others: readonly Plain[];
  readonly doubts: readonly Doubt[];
}

/** All steps of a process, each with the elements that belong to it. */
export function readSteps(source: Source): FoundSteps | { readonly ok: false; readonly problem: Problem } {
  const nodes = [...source.nodes.values()].filter((node) => !extensionIn(node, 'rehearsal:ExitRule'));
  const others = nodes.filter(isSetOff);
  const starts = nodes.filter(({ $type }) => $type === 'bpmn:StartEvent');
  const [, second] = starts;
  if (second) return { ok: false, problem: severalStarts(starts, second) };
  const ours = nodes.filter((node) => extensionIn(node, 'rehearsal:Step'));
  const known = new Set(ours.map(idOf));
  const claimed = new Set<Plain>([...others, ...nodes.filter((node) => known.has(ownerOf(node)))]);
  const foreign = nodes.filter((node) => !known.has(idOf(node)) && !claimed.has(node));
  for (const gateway of foreign)
    if (gateway.$type === 'bpmn:EventBasedGateway')
      for (const event of eventsAfter(gateway, source)) claimed.add(event);
  const reads: ReadStep[] = [];
  for (const node of nodes) {
    if (claimed.has(node) && !known.has(idOf(node))) continue;
    const reading = known.has(idOf(node)) ? readOurs(node, source) : readForeign(node, source);
    if (!reading.ok) return reading;
    reads.push(reading.read);
  }
  return { ok: true, reads, others, doubts: [...others.map(setOffDoubt), ...besideDoubts(source)] };
}

/** The step whose element this one belongs to. */
function ownerOf(node: Plain): string {
  return roleOf(node) === undefined ? '' : (textIn(extensionIn(node, 'rehearsal:Part'), 'of') ?? '');
}

/** Nothing leads to these: an event from outside starts them. */
function isSetOff(node: Plain): boolean {
  return node.$type === 'bpmn:BoundaryEvent' || node['triggeredByEvent'] === true;
}

function setOffDoubt(node: Plain): Doubt {
  return doubt(
    node,
    'set-off-from-outside',
    `“${nameOf(node)}” (${node.$type.replace('bpmn:', '')}) is set off by something outside the way of contacts. It is kept for the way back, and nobody takes it here.`,
  );
}

/** What a modeler draws around steps. */
function besideDoubts({ process }: Source): readonly Doubt[] {
  const artifacts = plainsIn(process, 'artifacts').filter((one) => !extensionIn(one, 'rehearsal:Note'));
  const data = plainsIn(process, 'flowElements').filter(
    (element) => !isFlow(element) && !isFlowNode(element),
  );
  const beside = [...plainsIn(process, 'laneSets'), ...artifacts, ...data];
  const [first] = beside;
  if (!first) return [];
  const kinds = [...new Set(beside.map(({ $type }) => $type.replace('bpmn:', '')))].join(', ');
  const words = `What stands around the steps (${kinds}) is kept for the way back and not shown here.`;
  return [{ code: 'kept-unshown', words, values: { kinds }, path: idOf(first) }];
}

function severalStarts(starts: readonly Plain[], second: Plain): Problem {
  const words = `This process has ${starts.length} start events, and a journey has one way in. Join them in the modeler, or leave one.`;
  return { ...fileFault('several-starts', words, { second: clip(idOf(second)) }), path: idOf(second) };
}
