import type { ExitName } from '../../journey/ids.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { PlatformRule } from './platformRule.ts';
import type { Data, StepType } from './stepMap.ts';

/** Where a path of a platform's step leads: to another part of the same step of ours, or out of it. */
export type Target = { readonly part: string } | { readonly exit: ExitName };

export interface ChildSketch {
  readonly to: Target;
  readonly path?: 'yes' | 'no';
  readonly data?: Data;
}

export interface NodeSketch {
  readonly type: StepType;
  readonly name: string;
  readonly data: Data;
  readonly children: readonly ChildSketch[];
}

/** One step of ours as steps of the platform, by the names of its parts. Contacts come to the part called `''`. */
export type Sketch = ReadonlyMap<string, NodeSketch>;

export const OWN = '';

export function single(node: NodeSketch): Sketch {
  return new Map([[OWN, node]]);
}

/** Steps one after the other; the last one leads out by `exit`. */
export function inARow(
  nodes: readonly (readonly [part: string, node: Omit<NodeSketch, 'children'>])[],
  exit: ExitName = 'next',
): Sketch {
  return new Map(
    nodes.map(([part, node], index) => {
      const next = nodes[index + 1];
      return [part, { ...node, children: [{ to: next ? { part: next[0] } : { exit } }] }];
    }),
  );
}

export function gate(name: string, rule: PlatformRule, yes: Target, no: Target): NodeSketch {
  const children: readonly ChildSketch[] = [
    { to: yes, path: 'yes' },
    { to: no, path: 'no' },
  ];
  return { type: 'gate', name, data: { rule }, children };
}

/** A delay's data. */
export function lasting(minutes: number): Data {
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const hours = Math.floor((minutes % MINUTES_PER_DAY) / MINUTES_PER_HOUR);
  return { format: 'duration', days, hours, minutes: minutes % MINUTES_PER_HOUR };
}

export function untilClock(at: string): Data {
  return { format: 'time', time: at };
}
