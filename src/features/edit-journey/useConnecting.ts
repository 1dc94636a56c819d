import type { RefObject } from 'react';
import { useReactFlow, type Connection, type FinalConnectionState } from '@xyflow/react';
import type { Journey, Position, StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { addAt, onlyOpenExit, snap, type Addition, type ExitRef } from './canvasEdits.ts';
import { CARD_WIDTH, IN_PORT_Y } from './cardLayout.ts';
import type { Hands } from './commands/scene.ts';
import { cardUnder } from './dropTarget.ts';
import { makeStep, type NewStep } from './newSteps.ts';

interface Connecting {
  readonly frame: RefObject<HTMLElement | null>;
  readonly journey: Journey;
  readonly hands: Hands;
  readonly put: (addition: Addition) => void;
}

/** Links drawn by hand: onto a card they lead there, over nothing they ask what should stand there. */
export function useConnecting({ journey, hands, put }: Connecting) {
  const store = useWorkspaceStore();
  const flow = useReactFlow();
  const connect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle)
      hands.edit({ type: 'connect', from: source as StepId, exit: sourceHandle, to: target as StepId });
  };
  /** Adds a step at a place, led to by the exit if there is one. */
  const addHere = (choice: NewStep, at: Position, exit: ExitRef | undefined) => {
    const now = store.getState().journey ?? journey;
    const { edit, id } = addAt(now, makeStep(choice), at);
    put({
      id,
      edit: exit ? { type: 'several', edits: [edit, { type: 'connect', ...exit, to: id }] } : edit,
    });
  };
  const connectEnd = (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
    if (end.isValid || end.toNode || !end.fromHandle?.id) return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (!point) return;
    const card = cardUnder(point) as StepId | undefined;
    if (card !== undefined) {
      // Nothing leads into an entry, and a step does not lead to itself.
      if (card === end.fromNode.id || journey.steps[card]?.kind === 'entry') return;
      connect({ source: end.fromNode.id, sourceHandle: end.fromHandle.id, target: card, targetHandle: null });
      return;
    }
    const { x, y } = flow.screenToFlowPosition({ x: point.clientX, y: point.clientY });
    const exit = { from: end.fromNode.id as StepId, exit: end.fromHandle.id };
    const at = snap({ x, y: y - IN_PORT_Y });
    // The click that ends this press would close a list that is open already.
    setTimeout(() =>
      hands.ask.here(pointAnchor(point.clientX, point.clientY), (choice) => addHere(choice, at, exit)),
    );
  };
  /** A double click on nothing adds a step there, behind the journey's only open end if it has just one. */
  const addAtPoint = ({ x, y }: Position) => {
    const point = flow.screenToFlowPosition({ x, y });
    const at = snap({ x: point.x - CARD_WIDTH / 2, y: point.y - IN_PORT_Y });
    hands.ask.here(pointAnchor(x, y), (choice) => addHere(choice, at, onlyOpenExit(journey)));
  };
  return { connect, connectEnd, addAtPoint };
}

function pointAnchor(x: number, y: number) {
  const box = new DOMRect(x, y, 0, 0);
  return { getBoundingClientRect: () => box };
}
