import type { StepId } from '../../journey/ids.ts';
import type { Node } from './graph.ts';
import { foldCheck } from './readCheck.ts';
import { readMessage } from './readMessage.ts';
import type { Reading } from './reading.ts';
import { foldGoal, foldHandoff, foldUpdate, readOther, readUpdate } from './readOthers.ts';
import { foldExperiment, readSplit } from './readSplit.ts';
import { foldAfterDate, foldRandom, readWait } from './readWait.ts';
import type { Unit } from './unit.ts';
import { ALERT, REACHED, SERVICE, SET, SUPPRESS } from './writeOthers.ts';
import { ARM } from './writeSplit.ts';
import { WINDOW } from './writeCheck.ts';

export interface Actions {
  readonly nodes: readonly Node[];
  /** The one that the entry leads to. */
  readonly first: string | null;
}

/** All actions as steps: those that one step was made into together, where they still are what it would be made into. */
export function readUnits(reading: Reading, actions: Actions): readonly Unit[] {
  const { nodes } = actions;
  const own = new Map<StepId, Node[]>();
  for (const node of nodes) {
    if (!node.name) continue;
    const known = own.get(node.name.own);
    if (known) known.push(node);
    else own.set(node.name.own, [node]);
  }
  const units: Unit[] = [];
  const folded = new Set<Node>();
  for (const group of own.values()) {
    const unit = fold(reading, group);
    if (!unit || !isWhole(unit, group, actions)) continue;
    units.push(unit);
    for (const node of group) folded.add(node);
  }
  return [...units, ...nodes.filter((node) => !folded.has(node)).map((node) => readAlone(reading, node))];
}

function readAlone(reading: Reading, node: Node): Unit {
  return (
    readMessage(reading, node) ??
    readWait(reading, node) ??
    readSplit(reading, node) ??
    readUpdate(reading, node) ??
    readOther(reading, node)
  );
}

/** Undefined: a single action that says all itself, or a group that is none of ours. */
function fold(reading: Reading, group: readonly Node[]): Unit | undefined {
  const of = (marker: string) => group.filter(({ name }) => name?.part[0] === marker);
  const [window] = of(WINDOW);
  const [alert] = of(ALERT);
  const [head] = group;
  if (window && group.length <= 2)
    return foldCheck(
      reading,
      window,
      group.find((node) => node !== window),
    );
  if (alert && group.length <= 2) return foldHandoff(reading, alert, of(SERVICE)[0]);
  if (of(ARM).length === group.length) return foldExperiment(reading, group);
  const parts = [...of(SET), ...of(SUPPRESS)];
  if (parts.length === group.length) return foldUpdate(reading, parts);
  const [date, after] = [of('date')[0], of('after')[0]];
  if (date && after && group.length === 2) return foldAfterDate(reading, date, after);
  if (!head || group.length > 1) return undefined;
  const [marker, ...said] = head.name?.part ?? [];
  if (marker === REACHED) return foldGoal(reading, head);
  return marker === 'random' ? foldRandom(reading, head, said) : undefined;
}

/** Whether contacts come to the first of its actions only, and all its links are told. */
function isWhole({ parts }: Unit, group: readonly Node[], { nodes, first }: Actions): boolean {
  const [head] = parts;
  const behind = new Set(group.flatMap(({ id }) => (id === head.node.id ? [] : [id])));
  const inside = new Set<Node>(group);
  const told = parts.every(({ node, links }) =>
    Object.entries(node.links).every(([key, to]) => to === null || Object.hasOwn(links, key)),
  );
  const ways = [first, ...nodes.flatMap((node) => (inside.has(node) ? [] : Object.values(node.links)))];
  return told && parts.length === group.length && !ways.some((to) => to !== null && behind.has(to));
}
