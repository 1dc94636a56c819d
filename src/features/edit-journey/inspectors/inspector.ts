import type { ComponentType } from 'react';
import type { StepId } from '../../../journey/journey.ts';
import type { StepKind, StepOf } from '../../../journey/steps/index.ts';

export interface InspectorProps<K extends StepKind> {
  readonly id: StepId;
  readonly step: StepOf<K>;
  /** `merge`: changes with the same key that follow each other become one undo step. */
  readonly onChange: (step: StepOf<K>, merge?: string) => void;
}

export type Inspectors = { readonly [K in StepKind]: ComponentType<InspectorProps<K>> };

/** The change handler of a form with fields: `change(step)` is a step of its own, `change(step, 'name')` is typing into a field. */
export function editing<K extends StepKind>({ id, onChange }: Pick<InspectorProps<K>, 'id' | 'onChange'>) {
  return (step: StepOf<K>, field?: string): void =>
    field === undefined ? onChange(step) : onChange(step, `${id}.${field}`);
}
