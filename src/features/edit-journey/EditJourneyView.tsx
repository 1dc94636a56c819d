import { ReactFlowProvider } from '@xyflow/react';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { Workbench } from './Workbench.tsx';

interface EditJourneyViewProps {
  /** A journey was just opened elsewhere: the focus comes to the canvas, and `onArrived` is called. */
  readonly arriving?: boolean;
  readonly onArrived?: () => void;
}

/** The workbench: steps to choose from, the journey as a picture, what is selected as a form, and the forecast. */
export function EditJourneyView({ arriving = false, onArrived = nothing }: EditJourneyViewProps) {
  const journey = useWorkspace((workspace) => workspace.journey);
  if (!journey) return null;
  return (
    <ReactFlowProvider>
      <Workbench journey={journey} arriving={arriving} onArrived={onArrived} />
    </ReactFlowProvider>
  );
}

const nothing = () => undefined;
