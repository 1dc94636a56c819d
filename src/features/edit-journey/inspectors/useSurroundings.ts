import type { Journey, StepId } from '../../../journey/journey.ts';
import { sortedIds } from '../../../journey/ids.ts';
import type { Step } from '../../../journey/steps/index.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import type { SchemaColumn } from './ruleShapes.ts';
import { usefulColumn } from './rules/usefulColumn.ts';

const NO_COLUMNS: readonly SchemaColumn[] = [];

/** The columns of the audience in use; none while it is not known. */
export function useColumns(): readonly SchemaColumn[] {
  return useWorkspace(({ schema }) => schema?.columns ?? NO_COLUMNS);
}

/** What a new condition asks about before anything is chosen. */
export function useUsefulColumn(): SchemaColumn | undefined {
  return useWorkspace(({ schema }) => schema && usefulColumn(schema.columns, schema.roles));
}

export function useJourney(): Journey | undefined {
  return useWorkspace(({ journey }) => journey);
}

export interface NamedStep {
  readonly id: StepId;
  readonly step: Step;
}

/** Steps of the open journey in the order of the canvas: left to right, top to bottom. */
export function useSteps(matches: (step: Step) => boolean = () => true): readonly NamedStep[] {
  const journey = useJourney();
  if (!journey) return [];
  const { steps, layout } = journey;
  const place = (id: StepId) => layout[id] ?? { x: 0, y: 0 };
  return sortedIds(steps)
    .flatMap((id) => {
      const step = steps[id];
      return step && matches(step) ? [{ id, step }] : [];
    })
    .sort((a, b) => place(a.id).x - place(b.id).x || place(a.id).y - place(b.id).y);
}

/** Steps whose sends are remembered: what a check or a rule can ask about. */
export const sends = (step: Step): boolean => step.kind === 'message' || step.kind === 'escalate';
