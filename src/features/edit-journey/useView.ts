import { useEffect, useRef } from 'react';
import { useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import type { Journey } from '../../journey/journey.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { placeOf } from './canvasEdits.ts';
import { CARD_WIDTH } from './cardLayout.ts';
import { glide } from './glide.ts';
import type { Dragging } from './useFlow.ts';
import { showStart } from './viewport.ts';

/** Pixels between a card and the edge of the canvas. */
const EDGE = 32;

/** Where each journey was looked at, so that coming back from another view shows the same place. */
const viewports = new Map<string, Viewport>();

export function rememberView({ id }: Journey, viewport: Viewport): void {
  viewports.set(id, viewport);
}

/** Shows a journey that was just opened from its entry on. */
export function useFirstView(journey: Journey): void {
  const api = useStoreApi();
  const flow = useReactFlow();
  const sized = useStore(({ width, height }) => width > 0 && height > 0);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (!sized || shown.current === journey.id) return;
    shown.current = journey.id;
    const { width, height } = api.getState();
    void flow.setViewport(viewports.get(journey.id) ?? showStart(journey, width, height));
  }, [sized, journey, api, flow]);
}

/** When a panel opens over the card that was just selected, the canvas slides just far enough to show it. */
export function useSelectedInSight(journey: Journey, dragged: Dragging['places']): void {
  const api = useStoreApi();
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const only = useWorkspace(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const isDragging = Object.keys(dragged).length > 0;
  const latest = useRef(journey);
  useEffect(() => {
    latest.current = journey;
  });
  useEffect(() => {
    if (!only || isDragging || !latest.current.steps[only]) return;
    const { transform, width: seen } = api.getState();
    const [x, y, zoom] = transform;
    const left = placeOf(latest.current, only).x * zoom + x;
    const hidden = left + CARD_WIDTH * zoom + EDGE - seen;
    if (seen > 0 && hidden > 0 && left > EDGE)
      void flow.setViewport({ x: x - Math.min(hidden, left - EDGE), y, zoom }, glide());
  }, [only, width, isDragging, api, flow]);
}
