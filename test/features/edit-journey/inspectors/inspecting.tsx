import { act } from '@testing-library/react';
import type { AudienceSchema } from '../../../../src/audience/audience.ts';
import { INSPECTORS } from '../../../../src/features/edit-journey/inspectors/index.ts';
import { stepId, type StepId } from '../../../../src/journey/ids.ts';
import type { Step, StepKind, StepOf } from '../../../../src/journey/steps/index.ts';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import { useWorkspace, useWorkspaceStore } from '../../../../src/state/useWorkspace.ts';
import { openWorkspace, renderIn, type OpenWorkspace } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import type { ComponentType } from 'react';

export const SCHEMA: AudienceSchema = {
  rows: 1000,
  columns: [
    { name: 'country', type: 'category', values: ['SE', 'DE'] },
    { name: 'orders', type: 'number' },
    { name: 'member', type: 'boolean' },
    { name: 'renewal_date', type: 'date', precision: 'day' },
  ],
  roles: {},
  zones: [],
};

interface FormProps {
  readonly id: StepId;
  readonly step: Step;
  readonly onChange: (step: Step, merge?: string) => void;
}

/** The form of a step as the inspector shows it: what it changes goes through the store and comes back. */
function Inspected({ id }: { readonly id: StepId }) {
  const store = useWorkspaceStore();
  const step = useWorkspace(({ journey }) => journey?.steps[id]);
  if (!step) return null;
  const Form = INSPECTORS[step.kind] as ComponentType<FormProps>;
  return (
    <Form
      id={id}
      step={step}
      onChange={(changed, merge) =>
        store.getState().edit({ type: 'changeStep', id, step: changed }, merge ? { merge } : {})
      }
    />
  );
}

export interface Inspection<K extends StepKind> extends OpenWorkspace {
  readonly step: () => StepOf<K>;
  readonly undo: () => void;
}

const SUBJECT = stepId('subject');

/** Shows the form of this step in a small journey (entry, email `message-1`, wait, check) with the audience of `SCHEMA`. */
export async function inspect<K extends StepKind>(step: StepOf<K>): Promise<Inspection<K>> {
  const journey = smallJourney();
  const { journey: whole } = applyEdit(journey, {
    type: 'addStep',
    id: SUBJECT,
    step,
    at: { x: 1280, y: 0 },
  });
  const open = await openWorkspace(whole);
  act(() => open.workspace.setState({ schema: SCHEMA }));
  renderIn(open.workspace, <Inspected id={SUBJECT} />);
  return {
    ...open,
    step: () => open.workspace.getState().journey?.steps[SUBJECT] as StepOf<K>,
    undo: () => act(() => open.workspace.getState().undo()),
  };
}
