import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  Background,
  BackgroundVariant,
  Panel as FlowPanel,
  ReactFlow,
  useNodesInitialized,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import type { StepId } from '../../../journey/journey.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { glide } from '../glide.ts';
import { DiffCard } from './DiffCard.tsx';
import { diffEdges, differingSteps, diffNodes, type DiffEdge, type DiffNode } from './diffFlow.ts';
import { DiffLink } from './DiffLink.tsx';
import type { MergedJourney } from './mergeJourneys.ts';
import { useDiffWords } from './useDiffWords.ts';
import type { Comparison } from '../../../legend/diff/fieldWords.ts';
import '../flow.css';
import styles from './CompareDialog.module.css';

const NODE_TYPES = { diff: DiffCard };
const EDGE_TYPES = { diff: DiffLink };
/** From here on only what is in sight is drawn. */
const MANY_STEPS = 150;
/** Smaller than this nothing can be made out. */
const MIN_ZOOM = 0.05;
/** Cards can be read from here on. */
const READABLE = 0.5;

/** Where the view goes: each press of an entry is a new one, so that pressing it again goes there again. */
export interface Shown {
  readonly step: StepId;
}

interface DiffCanvasProps {
  readonly merged: MergedJourney;
  readonly comparison: Comparison;
  readonly shown: Shown | undefined;
}

/** Both journeys in one picture that can be looked around in and not changed. */
export function DiffCanvas({ merged, comparison, shown }: DiffCanvasProps) {
  const { t } = useTranslation();
  const { cardWords, linkWords } = useDiffWords(comparison, merged);
  const all = useMemo(() => diffNodes(merged, cardWords), [merged, cardWords]);
  const edges = useMemo(() => diffEdges(merged, linkWords), [merged, linkWords]);
  const chosen = shown?.step;
  const nodes = useMemo(
    () => all.map((node) => (node.id === chosen ? { ...node, selected: true } : node)),
    [all, chosen],
  );
  const zoom = useStore(({ transform }) => (transform[2] < READABLE ? 'far' : 'near'));
  useFirstLook(merged);
  useShown(merged, shown);
  return (
    <div className={styles.canvas} data-zoom={zoom}>
      <ReactFlow<DiffNode, DiffEdge>
        id="comparison"
        aria-label={t('versions.view.canvas')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onlyRenderVisibleElements={nodes.length > MANY_STEPS}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        minZoom={MIN_ZOOM}
        maxZoom={2}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        attributionPosition="bottom-center"
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
        <FlowPanel position="bottom-left">
          <Tools />
        </FlowPanel>
      </ReactFlow>
    </div>
  );
}

function Tools() {
  const { t } = useTranslation();
  const flow = useReactFlow();
  return (
    <div className={styles.tools}>
      <IconButton
        icon={Minus}
        label={t('versions.view.zoomOut')}
        tipSide="above"
        onClick={() => void flow.zoomOut(glide())}
      />
      <IconButton
        icon={Plus}
        label={t('versions.view.zoomIn')}
        tipSide="above"
        onClick={() => void flow.zoomIn(glide())}
      />
      <IconButton
        icon={Maximize}
        label={t('versions.view.fit')}
        tipSide="above"
        onClick={() => void flow.fitView({ padding: 0.08, maxZoom: 1, ...glide() })}
      />
    </div>
  );
}

/** What differs comes first, as near as it can all be seen. */
function useFirstLook(merged: MergedJourney): void {
  const flow = useReactFlow();
  const ready = useNodesInitialized();
  const sized = useStore(({ width, height }) => width > 0 && height > 0);
  useEffect(() => {
    if (!ready || !sized) return;
    const nodes = differingSteps(merged).map((id) => ({ id }));
    const around = nodes.length > 0 ? { nodes } : {};
    void flow.fitView({ ...around, padding: 0.15, maxZoom: 1 });
  }, [merged, ready, sized, flow]);
}

function useShown({ steps }: MergedJourney, shown: Shown | undefined): void {
  const flow = useReactFlow();
  useEffect(() => {
    const step = shown && steps.find(({ id }) => id === shown.step);
    if (!step) return;
    const { x, y, width, height } = step.box;
    const zoom = Math.min(1, Math.max(0.8, flow.getZoom()));
    void flow.setCenter(x + width / 2, y + height / 2, { zoom, ...glide() });
  }, [steps, shown, flow]);
}
