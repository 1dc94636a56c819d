import type { FactsSchema } from '../../journey/facts.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Edge } from './chart/flowchart.ts';

/** What a step is made from. */
export interface Drawn {
  readonly name: string;
  readonly onward: readonly Edge[];
  /** What an arrow without a label is called: the name of the box it leads to. */
  readonly nameOf: (id: string) => string;
  readonly schema: FactsSchema | undefined;
}

/** A step and which of its exits each arrow leaves by; two arrows at one exit need a choice between them. */
export interface Built {
  readonly step: Step;
  readonly ways: readonly { readonly exit: string; readonly edge: Edge }[];
}
