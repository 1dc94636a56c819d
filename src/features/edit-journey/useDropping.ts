import { useEffect, type DragEvent, type RefObject } from 'react';
import { useReactFlow } from '@xyflow/react';
import { addEntry } from '../../journey/addEntry.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { addOnto, exitFor } from './addOnto.ts';
import { addAt, snap, splice, type Addition } from './canvasEdits.ts';
import { CARD_WIDTH, IN_PORT_Y } from './cardLayout.ts';
import { markTarget, targetUnder, type DropTarget } from './dropTarget.ts';
import type { LinkEdge } from './linkEdges.ts';
import { makeStep, type NewStep } from './newSteps.ts';

interface Dropping {
  readonly frame: RefObject<HTMLElement | null>;
  readonly journey: Journey;
  readonly edges: readonly LinkEdge[];
  /** The palette item in the air, if any. */
  readonly dragged: NewStep | undefined;
  readonly put: (addition: Addition) => void;
}

const NOWHERE: DropTarget = {};

/** What is dragged from the palette: onto a card it goes behind it, onto a link into it, onto nothing it stands there. */
export function useDropping({ frame, journey, edges, dragged, put }: Dropping) {
  const flow = useReactFlow();
  // A drag that was given up says nothing over the canvas.
  useEffect(() => {
    if (!dragged) markTarget(frame.current, NOWHERE);
  }, [frame, dragged]);

  const targetOf = (choice: NewStep, event: DragEvent): DropTarget => {
    if (choice.kind === 'entry') return NOWHERE;
    const target = targetUnder(event);
    const card = target.card as StepId | undefined;
    return card === undefined || exitFor(journey, card, makeStep(choice)) ? target : NOWHERE;
  };
  const additionOf = (choice: NewStep, event: DragEvent): Addition => {
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const at = snap({ x: point.x - CARD_WIDTH / 2, y: point.y - IN_PORT_Y });
    if (choice.kind === 'entry') return addEntry(journey, at);
    const target = targetOf(choice, event);
    const link = edges.find(({ id }) => id === target.link);
    const step = makeStep(choice);
    if (link?.data) return splice(journey, step, { from: link.source as StepId, exit: link.data.exit }, at);
    const card = target.card as StepId | undefined;
    return (card !== undefined && addOnto(journey, step, card)) || addAt(journey, step, at);
  };
  return {
    over: (event: DragEvent) => {
      if (!dragged) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      markTarget(frame.current, targetOf(dragged, event));
    },
    leave: () => markTarget(frame.current, NOWHERE),
    drop: (event: DragEvent) => {
      markTarget(frame.current, NOWHERE);
      if (!dragged) return;
      event.preventDefault();
      put(additionOf(dragged, event));
    },
  };
}
