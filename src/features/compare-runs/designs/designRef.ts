import type { Design } from '../../../compile/response/assumption.ts';
import type { ScenarioChange } from '../scenarios/scenario.ts';

/** Which designs can be compared: the open journey as it is and with nobody touched, its versions and scenarios, other journeys. */
const DESIGN_KINDS = ['now', 'untouched', 'version', 'scenario', 'journey'] as const;
export type DesignKind = (typeof DESIGN_KINDS)[number];

/** As an option of a list: `version:v-1`. */
export type DesignRef = string;

export const NOW: DesignRef = 'now:';
export const UNTOUCHED: DesignRef = 'untouched:';

export function refOf(kind: DesignKind, id: string): DesignRef {
  return `${kind}:${id}`;
}

export function kindOf(ref: DesignRef): DesignKind {
  return DESIGN_KINDS.find((kind) => ref.startsWith(`${kind}:`)) ?? 'now';
}

export function idOf(ref: DesignRef): string {
  return ref.slice(ref.indexOf(':') + 1);
}

/** A design that is read, under the name that it is compared under. */
export interface NamedDesign {
  readonly ref: DesignRef;
  readonly name: string;
  readonly design: Design;
  /** Of a scenario: what it changes, part of which is in no journey. */
  readonly changes: readonly ScenarioChange[];
}
