import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note, NoteId } from '../../journey/annotations.ts';
import type { Journey, Position, StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { exitLabel } from '../../legend/exitLabel.ts';
import { createFlow, type Flow } from './flow.ts';
import { linkId } from './linkEdges.ts';
import type { Marks } from './marks.ts';
import { indexReport, stepFigures, type StepFigures } from './stepFigures.ts';

const NOWHERE: Readonly<Record<StepId, Position>> = {};
const NO_BOXES: Readonly<Record<NoteId, Partial<Note>>> = {};

/** Places of steps that are being dragged, over those of the document. */
export interface Dragging {
  readonly places: Readonly<Record<StepId, Position>>;
  readonly noteBoxes: Readonly<Record<NoteId, Partial<Note>>>;
  readonly move: (places: Readonly<Record<StepId, Position>>) => void;
  readonly moveNotes: (boxes: Readonly<Record<NoteId, Partial<Note>>>) => void;
  readonly stop: () => void;
}

export function useDragging(): Dragging {
  const [places, setPlaces] = useState(NOWHERE);
  const move = useCallback(
    (moved: Readonly<Record<StepId, Position>>) => setPlaces((before) => ({ ...before, ...moved })),
    [],
  );
  const [noteBoxes, setNoteBoxes] = useState(NO_BOXES);
  const moveNotes = useCallback(
    (boxes: Dragging['noteBoxes']) =>
      setNoteBoxes((before) => ({
        ...before,
        ...Object.fromEntries(Object.entries(boxes).map(([id, box]) => [id, { ...before[id], ...box }])),
      })),
    [],
  );
  const stop = useCallback(() => {
    setPlaces(NOWHERE);
    setNoteBoxes(NO_BOXES);
  }, []);
  return useMemo(
    () => ({ places, noteBoxes, move, moveNotes, stop }),
    [places, noteBoxes, move, moveNotes, stop],
  );
}

/** The open journey with its forecast as React Flow's nodes and edges. */
export function useFlow(journey: Journey, { places, noteBoxes }: Dragging, marks: Marks): Flow {
  const { t } = useTranslation();
  const problems = useWorkspace((workspace) => workspace.problems);
  const selection = useWorkspace((workspace) => workspace.selection);
  const figures = useFigures(journey);
  const { link, notes, editingNote } = marks;
  const noteLabel = t('canvas.note.label');
  const [flow] = useState(createFlow);
  const label = useCallback(
    (step: Step) => t('editJourney.card.name', { kind: t(`words.kind.${step.kind}`), name: step.name }),
    [t],
  );
  const linkLabel = useCallback(
    (from: Step, exit: string, to: Step) =>
      t('editJourney.link.name', { from: from.name, exit: exitLabel(from, exit, t), to: to.name }),
    [t],
  );
  return useMemo(
    () =>
      flow({
        journey,
        places,
        noteBoxes,
        figures,
        problems,
        selection,
        notes,
        editingNote,
        selectedLink: link && linkId(link.from, link.exit),
        label,
        noteLabel,
        linkLabel,
      }),
    [
      flow,
      journey,
      places,
      noteBoxes,
      figures,
      problems,
      selection,
      notes,
      editingNote,
      link,
      label,
      noteLabel,
      linkLabel,
    ],
  );
}

/** Figures by step. Equal figures stay the same object, so that only the cards whose numbers changed draw again. */
function useFigures(journey: Journey): ReadonlyMap<StepId, StepFigures | undefined> {
  const { t } = useTranslation();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const index = useMemo(() => (report ? indexReport(report) : undefined), [report]);
  const { steps } = journey;
  const [keep] = useState(createKeeper);
  return useMemo(() => {
    const entries = Object.entries(steps) as [StepId, Step][];
    return new Map(entries.map(([id, step]) => [id, keep(id, stepFigures(id, step, index, t))]));
  }, [steps, index, t, keep]);
}

function createKeeper(): (id: StepId, figures: StepFigures | undefined) => StepFigures | undefined {
  const kept = new Map<StepId, { readonly text: string; readonly figures: StepFigures | undefined }>();
  return (id, figures) => {
    const text = JSON.stringify(figures);
    const known = kept.get(id);
    if (known && known.text === text) return known.figures;
    kept.set(id, { text, figures });
    return figures;
  };
}
