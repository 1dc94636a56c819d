import type { ExitName } from '../../journey/ids.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Node } from './graph.ts';
import type { Target } from './written.ts';

/** An action of a step, and where its links lead: by an exit of the step, or to another of its actions. */
export interface UnitPart {
  readonly node: Node;
  readonly links: Readonly<Record<string, Target>>;
}

/** Actions that one step was read from; contacts come to the first. */
export interface Unit {
  readonly step: Step;
  readonly parts: readonly [UnitPart, ...UnitPart[]];
}

export function part(node: Node, exits: Readonly<Record<string, ExitName | Node>>): UnitPart {
  const links = Object.entries(exits).map(([key, to]): readonly [string, Target] => [
    key,
    typeof to === 'string' ? { exit: to } : { part: to.id },
  ]);
  return { node, links: Object.fromEntries(links) };
}

/** A step of one action. */
export function single(
  node: Node,
  step: Step,
  exits: Readonly<Record<string, ExitName>> = { next: 'next' },
): Unit {
  return { step, parts: [part(node, exits)] };
}
