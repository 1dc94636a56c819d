import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Background,
  BackgroundVariant,
  Panel as FlowPanel,
  ReactFlow,
  SelectionMode,
  useStore,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type Viewport,
} from '@xyflow/react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { useLate } from '../../ui/useLate.ts';
import { useNoticePlace } from '../../ui/useNoticePlace.ts';
import { CanvasContext, type CanvasActions } from './canvasContext.ts';
import { GRID, type Addition } from './canvasEdits.ts';
import type { Hands } from './commands/scene.ts';
import { LATE_MILLISECONDS } from './late.ts';
import { GroupFrames } from './GroupFrames.tsx';
import type { LinkEdge } from './linkEdges.ts';
import type { Marks } from './marks.ts';
import type { NewStep } from './newSteps.ts';
import { NoteCard } from './NoteCard.tsx';
import { NumbersNote } from './NumbersNote.tsx';
import { RibbonLink } from './RibbonLink.tsx';
import { SmallMap } from './SmallMap.tsx';
import { StepCard } from './StepCard.tsx';
import { useConnecting } from './useConnecting.ts';
import { useDropping } from './useDropping.ts';
import { useDragging, useFlow } from './useFlow.ts';
import { useGliding } from './useGliding.ts';
import { useSteady } from './useSteady.ts';
import { rememberView, useFirstView, useSelectedInSight } from './useView.ts';
import { useNodeChanges } from './useNodeChanges.ts';
import './flow.css';
import styles from './Canvas.module.css';

const NODE_TYPES = { step: StepCard, note: NoteCard };
const EDGE_TYPES = { ribbon: RibbonLink };
const SNAP: [number, number] = [GRID, GRID];
/** Small enough for a thousand steps to be seen as a whole. */
const MIN_ZOOM = 0.02;
const MAX_ZOOM = 2;
/** More cards than this are worth watching which of them are in sight. */
const MANY = 200;
const MIDDLE_AND_RIGHT = [1];
const SELECTS_MORE = ['Meta', 'Control', 'Shift'];

interface CanvasProps {
  readonly journey: Journey;
  readonly marks: Marks;
  readonly onMarks: (marks: Partial<Marks>) => void;
  readonly hands: Hands;
  /** The palette item in the air, if any. */
  readonly dragged: NewStep | undefined;
  /** Dragging on the empty canvas selects instead of moving it. */
  readonly marquee: boolean;
  /** Called with what moves cards from where they stood in another journey. */
  readonly onGlide: (glideFrom: (before: Journey) => void) => void;
  /** Narrow screens read and run, they do not draw. Nobody does while a run is played. */
  readonly readOnly: boolean;
  readonly playing: boolean;
  /** The journey was just opened from a place that is gone: the focus comes here. */
  readonly arriving: boolean;
  readonly onArrived: () => void;
  /** Buttons at its lower edge. */
  readonly tools: ReactNode;
}

/** The journey as a picture that can be changed. It holds nothing of its own: every change is an edit of the document. */
export function Canvas(props: CanvasProps) {
  const { journey, marks, onMarks, hands, dragged, marquee, readOnly, playing, arriving, onArrived, tools } =
    props;
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const dragging = useDragging();
  const { nodes, edges } = useFlow(journey, dragging, marks);
  // Numbers that are not this journey's look it: new ones are late, or cannot come.
  const waiting = useWorkspace(({ forecast }) => forecast.pending);
  const blocked = useWorkspace(
    ({ forecast }) => forecast.problems.length > 0 || forecast.error !== undefined,
  );
  const late = useLate(waiting, LATE_MILLISECONDS);
  const zoom = useStore(({ transform }) => zoomBand(transform[2]));
  const frame = useRef<HTMLDivElement>(null);
  useNoticePlace(frame);
  useFirstView(journey);
  useSelectedInSight(journey, dragging.places);
  const glideFrom = useGliding(dragging);
  const { onGlide } = props;
  useEffect(() => onGlide(glideFrom), [onGlide, glideFrom]);

  const put = useCallback(
    ({ edit, id }: Addition) => {
      store.getState().edit(edit);
      store.getState().select([id]);
    },
    [store],
  );
  const actions = useMemo(() => actionsOf(hands, store, onMarks), [hands, store, onMarks]);
  const connecting = useConnecting({ frame, journey, hands, put });
  useEffect(() => {
    if (!arriving) return;
    frame.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true });
    onArrived();
  }, [arriving, onArrived]);

  const dropping = useDropping({ frame, journey, edges, dragged, put });
  const onNotes = useCallback((notes: readonly string[]) => onMarks({ notes }), [onMarks]);
  const onNodesChange = useNodeChanges(dragging, { notes: marks.notes, onNotes });
  const onEdgesChange = useSteady((changes: EdgeChange<LinkEdge>[]) => {
    for (const change of changes) {
      if (change.type !== 'select') continue;
      const edge = edges.find(({ id }) => id === change.id);
      const link = edge?.data && { from: edge.source as StepId, exit: edge.data.exit };
      const isMarked = marks.link?.from === link?.from && marks.link?.exit === link?.exit;
      if (change.selected) onMarks({ link });
      else if (isMarked) onMarks({ link: undefined });
    }
  });
  const onConnect = useSteady(connecting.connect);
  const onConnectStart = useCallback(() => frame.current?.classList.add('connecting'), []);
  const onConnectEnd = useSteady((event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
    frame.current?.classList.remove('connecting');
    connecting.connectEnd(event, end);
  });
  const onMoveEnd = useSteady((_event: unknown, viewport: Viewport) => rememberView(journey, viewport));
  const onPaneClick = useCallback(() => onMarks({ link: undefined, notes: [] }), [onMarks]);
  const addWhereClicked = ({
    clientX,
    clientY,
    target,
  }: {
    clientX: number;
    clientY: number;
    target: EventTarget;
  }) => {
    if (readOnly || !(target instanceof Element) || !target.classList.contains('react-flow__pane')) return;
    connecting.addAtPoint({ x: clientX, y: clientY });
  };
  return (
    <CanvasContext value={actions}>
      <div
        ref={frame}
        className={styles.canvas}
        data-zoom={zoom}
        data-reading={readOnly || undefined}
        data-playing={playing || undefined}
        data-many={nodes.length > MANY || undefined}
        data-pending={late || blocked || undefined}
        onDragOver={dropping.over}
        onDragLeave={dropping.leave}
        onDrop={dropping.drop}
        onDoubleClick={addWhereClicked}
      >
        <p id="canvas-help" className="visually-hidden">
          {t(readOnly ? 'canvas.readingHelp' : 'canvas.keyboardHelp')}
        </p>
        <ReactFlow
          aria-label={t('editJourney.canvas.label')}
          aria-describedby="canvas-help"
          tabIndex={-1}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={onConnect}
          onConnectStart={onConnectStart}
          onConnectEnd={onConnectEnd}
          isValidConnection={leadsElsewhere}
          onMoveEnd={onMoveEnd}
          onPaneClick={onPaneClick}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          elementsSelectable={!playing}
          disableKeyboardA11y
          edgesFocusable={false}
          edgesReconnectable={false}
          elevateEdgesOnSelect={false}
          connectionRadius={32}
          selectionOnDrag={marquee}
          selectionMode={SelectionMode.Partial}
          panOnDrag={marquee ? MIDDLE_AND_RIGHT : true}
          panOnScroll={marquee}
          snapToGrid
          snapGrid={SNAP}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          deleteKeyCode={null}
          multiSelectionKeyCode={SELECTS_MORE}
          zoomOnDoubleClick={false}
          attributionPosition="bottom-left"
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
          <GroupFrames
            journey={journey}
            dragging={dragging}
            readOnly={readOnly}
            renaming={marks.renamingGroup}
            onRename={(renamingGroup) => onMarks({ renamingGroup })}
          />
          {!readOnly && <SmallMap />}
          <FlowPanel position="top-left" className={styles.aside}>
            {!playing && <NumbersNote />}
          </FlowPanel>
          <FlowPanel position="bottom-left" className={styles.aside}>
            {tools}
          </FlowPanel>
        </ReactFlow>
        {nodes.length === 1 && (
          <div className={styles.empty}>
            <h2>{t(readOnly && !playing ? 'editJourney.canvas.emptyNarrow' : 'editJourney.canvas.empty')}</h2>
            <p>
              {t(
                readOnly && !playing ? 'editJourney.canvas.emptyNarrowHelp' : 'editJourney.canvas.emptyHelp',
              )}
            </p>
          </div>
        )}
      </div>
    </CanvasContext>
  );
}

function leadsElsewhere({ source, target }: Connection | LinkEdge): boolean {
  return source !== target;
}

function zoomBand(zoom: number): 'near' | 'far' | 'blocks' {
  return zoom < 0.25 ? 'blocks' : zoom < 0.5 ? 'far' : 'near';
}

/** What cards and links ask for; the same object all the time. */
function actionsOf(
  hands: Hands,
  store: ReturnType<typeof useWorkspaceStore>,
  onMarks: (marks: Partial<Marks>) => void,
): CanvasActions {
  return {
    pickAfter: (exit, anchor) => hands.ask.after(exit, anchor),
    removeLink: (link) => {
      if (hands.remove([], [], [link])) onMarks({ link: undefined });
    },
    nameOf: (id) => store.getState().journey?.steps[id]?.name ?? id,
    editNote: (editingNote) => onMarks({ editingNote, notes: [editingNote] }),
    writeNote: (id, text) => {
      onMarks({ editingNote: undefined });
      const note = store.getState().journey?.notes?.[id];
      if (!note) return;
      // A note that was never written is one that nobody wanted.
      if (text.trim() === '' && note.text === '') hands.edit({ type: 'removeNotes', ids: [id] });
      else if (text !== note.text) hands.edit({ type: 'putNote', id, note: { ...note, text } });
    },
  };
}
