import { stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { isObject } from '../kept.ts';
import type { Body } from './types.ts';
import type { Writing } from './writing.ts';

/** The node that a step was read from, with its links as they are now; undefined: the step is new, or not what it was. */
export function keptNode(out: Writing, id: StepId): Body | undefined {
  const raw = out.kept(id)?.raw;
  const step = stepOf(out.journey, id);
  if (!isObject(raw) || !step || typeof raw['type'] !== 'string') return undefined;
  // Read as a wait and a question, which must be whole: see below.
  if (raw['type'] === 'WaitForNode' && step.kind === 'wait') return undefined;
  const exits = exitsOf(step);
  const linked = linkedAnew(raw, (index) => out.to(id, exits[index] ?? ''), exits);
  const renamed = step.name !== out.nameRead(id) && isNamed(raw);
  return renamed ? { ...linked, name: step.name } : linked;
}

function isNamed({ type }: Body): boolean {
  return type === 'MessageNode' || type === 'SegmentSplitNode';
}

function linkedAnew(raw: Body, to: (exit: number) => string, exits: readonly ExitName[]): Body {
  switch (raw['type']) {
    case 'SegmentSplitNode':
      return {
        ...raw,
        variant: { ...(isObject(raw['variant']) && raw['variant']), trueChild: to(0), falseChild: to(1) },
      };
    case 'RandomCohortNode':
      return { ...raw, children: children(raw['children'], (index) => ({ id: to(index) })) };
    case 'WaitForNode':
      return {
        ...raw,
        timeoutChild: to(exits.length - 1),
        segmentChildren: children(raw['segmentChildren'], (index) => ({ id: to(index) })),
      };
    default:
      return { ...raw, child: to(0) };
  }
}

function children(raw: unknown, link: (index: number) => Body): readonly unknown[] {
  return Array.isArray(raw)
    ? raw.map((child: unknown, index) => (isObject(child) ? { ...child, ...link(index) } : child))
    : [];
}

/**
 * Waiting for a segment was read as a wait and a question. As long as both are as they were, and one leads to the other and nothing else
 * does, they are that one node again; `split` is then written with the wait.
 */
export function keptWaitFor(
  out: Writing,
  id: StepId,
): { readonly node: Body; readonly split: StepId } | undefined {
  const raw = out.kept(id)?.raw;
  const split = out.journey.links[id]?.['next'];
  if (!isObject(raw) || raw['type'] !== 'WaitForNode' || split === undefined) return undefined;
  if (stepOf(out.journey, id)?.kind !== 'wait' || !isAsked(out.kept(split)?.raw, id)) return undefined;
  const ways = Object.values(out.journey.links).flatMap((links) => Object.values(links));
  const step = stepOf(out.journey, split);
  if (ways.filter((to) => to === split).length !== 1 || !step) return undefined;
  const exits = exitsOf(step);
  return { split, node: linkedAnew(raw, (index) => out.to(split, exits[index] ?? ''), exits) };
}

function isAsked(raw: unknown, wait: StepId): boolean {
  return isObject(raw) && raw['askedAfter'] === wait;
}
