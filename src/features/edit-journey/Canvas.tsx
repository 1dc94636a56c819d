import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Background,
  BackgroundVariant,
  Panel as FlowPanel,
  ReactFlow,
  useReactFlow,
  useStore,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
} from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { addEntry } from '../../journey/addEntry.ts';
import type { Journey, Position, StepId } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Anchor } from '../../ui/place.ts';
import { useNoticePlace } from '../../ui/useNoticePlace.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { CanvasContext, type CanvasActions } from './canvasContext.ts';
import { addAfter, addAt, GRID, snap, splice, type Addition, type ExitRef } from './canvasEdits.ts';
import { CARD_WIDTH, IN_PORT_Y } from './cardLayout.ts';
import { linkId, type LinkEdge, type StepNode } from './flow.ts';
import { glide } from './glide.ts';
import { KindPicker } from './KindPicker.tsx';
import { makeStep, type NewStep } from './newSteps.ts';
import { NumbersNote } from './NumbersNote.tsx';
import { RibbonLink } from './RibbonLink.tsx';
import { SmallMap } from './SmallMap.tsx';
import { StepCard } from './StepCard.tsx';
import { cardUnder, linkUnder, markLink } from './dropTarget.ts';
import { useDragging, useFlow } from './useFlow.ts';
import { rememberView, useFirstView, useSelectedInSight } from './useView.ts';
import { useNodeChanges } from './useNodeChanges.ts';
import { useRemoval } from './useRemoval.ts';
import './flow.css';
import styles from './Canvas.module.css';

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { ribbon: RibbonLink };
const SNAP: [number, number] = [GRID, GRID];
const MIN_ZOOM = 0.1;
const MAX_ZOOM = 2;

interface CanvasProps {
  readonly journey: Journey;
  /** The palette item in the air, if any. */
  readonly dragged: NewStep | undefined;
  /** Narrow screens read and run, they do not draw. */
  readonly readOnly: boolean;
  /** The journey was just opened from a place that is gone: the focus comes here. */
  readonly arriving: boolean;
  readonly onArrived: () => void;
}

/** An open list of kinds: beside what, and where its choice goes. */
interface Picking {
  readonly exit: ExitRef;
  readonly anchor: Anchor;
  readonly at?: Position;
}

/** The journey as a picture that can be changed. It holds nothing of its own: every change is an edit of the document. */
export function Canvas({ journey, dragged, readOnly, arriving, onArrived }: CanvasProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const dragging = useDragging();
  const [selectedLink, setSelectedLink] = useState<string>();
  const [picking, setPicking] = useState<Picking>();
  const { nodes, edges } = useFlow(journey, dragging.places, selectedLink);
  // Numbers that are not this journey's look it: new ones are on their way, or cannot come.
  const pending = useWorkspace(
    ({ forecast }) => forecast.pending || forecast.problems.length > 0 || forecast.error !== undefined,
  );
  const zoom = useStore(({ transform }) => zoomBand(transform[2]));
  const frame = useRef<HTMLDivElement>(null);
  const flow = useReactFlow<StepNode, LinkEdge>();
  useNoticePlace(frame);
  useFirstView(journey);
  useSelectedInSight(journey, dragging.places);

  const put = useCallback(
    ({ edit, id }: Addition) => {
      store.getState().edit(edit);
      store.getState().select([id]);
    },
    [store],
  );
  const removal = useRemoval(journey);
  const remove = (ids: readonly StepId[], links: readonly ExitRef[]) => {
    if (removal(ids, links)) setSelectedLink(undefined);
  };
  const removeLatest = useRef(remove);
  useEffect(() => {
    removeLatest.current = remove;
  });
  const actions = useMemo<CanvasActions>(
    () => ({
      pickAfter: (exit, anchor) => setPicking({ exit, anchor: frozen(anchor) }),
      removeLink: (link) => removeLatest.current([], [link]),
      nameOf: (id) => store.getState().journey?.steps[id]?.name ?? id,
    }),
    [store],
  );
  const removeSelected = () => {
    if (readOnly) return;
    const edge = edges.find(({ id }) => id === selectedLink);
    remove(
      store.getState().selection,
      edge?.data ? [{ from: edge.source as StepId, exit: edge.data.exit }] : [],
    );
  };
  useShortcuts({
    Delete: removeSelected,
    Backspace: removeSelected,
    Escape: () => {
      store.getState().select([]);
      setSelectedLink(undefined);
    },
  });
  useShortcuts({ 'Ctrl+A': () => store.getState().select(Object.keys(journey.steps) as StepId[]) }, frame);
  useEffect(() => {
    if (!arriving) return;
    frame.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true });
    onArrived();
  }, [arriving, onArrived]);

  const pick = (choice: NewStep) => {
    if (!picking) return;
    const now = store.getState().journey ?? journey;
    const step = makeStep(choice);
    const { exit, at } = picking;
    if (at) {
      const { edit, id } = addAt(now, step, at);
      put({ id, edit: { type: 'several', edits: [edit, { type: 'connect', ...exit, to: id }] } });
    } else put(addAfter(now, step, exit));
    setPicking(undefined);
  };
  const connect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle)
      store
        .getState()
        .edit({ type: 'connect', from: source as StepId, exit: sourceHandle, to: target as StepId });
  };
  /** A link let go anywhere on a card leads there; over nothing it asks what should stand there. */
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
    const next: Picking = {
      exit: { from: end.fromNode.id as StepId, exit: end.fromHandle.id },
      anchor: frozen(new DOMRect(point.clientX, point.clientY, 0, 0)),
      at: snap({ x, y: y - IN_PORT_Y }),
    };
    // The click that ends this press would close a list that is open already.
    setTimeout(() => setPicking(next));
  };
  const drop = (event: DragEvent) => {
    markLink(frame.current, undefined);
    if (!dragged) return;
    event.preventDefault();
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const at = snap({ x: point.x - CARD_WIDTH / 2, y: point.y - IN_PORT_Y });
    if (dragged.kind === 'entry') {
      put(addEntry(journey, at));
      return;
    }
    const link = edges.find(({ id }) => id === linkUnder(event));
    const step = makeStep(dragged);
    put(
      link?.data
        ? splice(journey, step, { from: link.source as StepId, exit: link.data.exit }, at)
        : addAt(journey, step, at),
    );
  };
  const spoken = useMemo(() => ({ 'node.a11yDescription.default': t('editJourney.canvas.help') }), [t]);
  const onNodesChange = useNodeChanges(dragging, setSelectedLink);
  const onEdgesChange = (changes: EdgeChange<LinkEdge>[]) => {
    for (const change of changes) {
      if (change.type !== 'select') continue;
      setSelectedLink((before) => (change.selected ? change.id : before === change.id ? undefined : before));
      if (change.selected) store.getState().select([]);
    }
  };
  return (
    <CanvasContext value={actions}>
      <div
        ref={frame}
        className={styles.canvas}
        data-zoom={zoom}
        data-pending={pending || undefined}
        onDragOver={(event) => {
          if (!dragged) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          markLink(frame.current, linkUnder(event));
        }}
        onDragLeave={() => markLink(frame.current, undefined)}
        onDrop={drop}
      >
        <ReactFlow
          aria-label={t('editJourney.canvas.label')}
          tabIndex={-1}
          ariaLabelConfig={spoken}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={connect}
          onConnectStart={() => frame.current?.classList.add('connecting')}
          onConnectEnd={(event, end) => {
            frame.current?.classList.remove('connecting');
            connectEnd(event, end);
          }}
          isValidConnection={({ source, target }) => source !== target}
          onMoveEnd={(_event, viewport) => rememberView(journey, viewport)}
          onPaneClick={() => setSelectedLink(undefined)}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={false}
          elevateEdgesOnSelect={false}
          connectionRadius={32}
          snapToGrid
          snapGrid={SNAP}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          deleteKeyCode={null}
          multiSelectionKeyCode={['Meta', 'Control']}
          zoomOnDoubleClick={false}
          attributionPosition="bottom-center"
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
          {!readOnly && <SmallMap />}
          <FlowPanel position="top-left" className={styles.aside}>
            <NumbersNote />
          </FlowPanel>
          <FlowPanel position="bottom-left" className={styles.aside}>
            <div className={styles.tools}>
              <IconButton
                icon={Minus}
                label={t('editJourney.canvas.zoomOut')}
                tipSide="above"
                onClick={() => void flow.zoomOut(glide())}
              />
              <IconButton
                icon={Plus}
                label={t('editJourney.canvas.zoomIn')}
                tipSide="above"
                onClick={() => void flow.zoomIn(glide())}
              />
              <IconButton
                icon={Maximize}
                label={t('editJourney.canvas.fit')}
                tipSide="above"
                onClick={() => void flow.fitView({ padding: 0.08, maxZoom: 1, ...glide() })}
              />
            </div>
          </FlowPanel>
        </ReactFlow>
        {nodes.length === 1 && !readOnly && (
          <div className={styles.empty}>
            <h2>{t('editJourney.canvas.empty')}</h2>
            <p>{t('editJourney.canvas.emptyHelp')}</p>
          </div>
        )}
        {picking && (
          <KindPicker
            key={linkId(picking.exit.from, picking.exit.exit)}
            anchor={picking.anchor}
            onPick={pick}
            onClose={() => setPicking(undefined)}
          />
        )}
      </div>
    </CanvasContext>
  );
}

function zoomBand(zoom: number): 'near' | 'far' | 'blocks' {
  return zoom < 0.25 ? 'blocks' : zoom < 0.5 ? 'far' : 'near';
}

/** A button may be gone when the list has opened, so its place is remembered. */
function frozen(anchor: Element | DOMRect): Anchor {
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : anchor;
  return { getBoundingClientRect: () => box };
}
