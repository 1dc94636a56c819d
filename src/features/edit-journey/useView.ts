import { useEffect, useRef } from 'react';
import { useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import type { Journey } from '../../journey/journey.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { placeOf } from './canvasEdits.ts';
import { cardBox } from './cardLayout.ts';
import { glide } from './glide.ts';
import type { Dragging } from './useFlow.ts';
import { intoSight } from './intoSight.ts';
import { showStart } from './viewport.ts';

/** Until forms have opened and other movements have come to rest. */
const REST_MILLISECONDS = 40;

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

/**
 * When a form opens and leaves less of the canvas, it slides just far enough to show the card that was selected. Not under a
 * pressed pointer: what was aimed at would slide away. Nor after a zoom that came in between: that was asked for later.
 */
export function useSelectedInSight(journey: Journey, dragged: Dragging['places']): void {
  const api = useStoreApi();
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const only = useWorkspace(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const isDragging = Object.keys(dragged).length > 0;
  const latest = useRef(journey);
  useEffect(() => {
    latest.current = journey;
  });
  useEffect(() => {
    if (!only || isDragging || width === 0 || height === 0) return;
    const zoomBefore = api.getState().transform[2];
    const show = () => {
      const step = latest.current.steps[only];
      const [x, y, zoom] = api.getState().transform;
      if (!step || zoom !== zoomBefore) return;
      const next = intoSight({ x, y, zoom }, cardBox(step, placeOf(latest.current, only)), { width, height });
      if (next.x !== x || next.y !== y) void flow.setViewport(next, glide());
    };
    const timer = setTimeout(show, glide().duration + REST_MILLISECONDS);
    const stay = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || !target.closest('.react-flow')) return;
      clearTimeout(timer);
      const [x, y, zoom] = api.getState().transform;
      void flow.setViewport({ x, y, zoom });
    };
    window.addEventListener('pointerdown', stay, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', stay, { capture: true });
    };
  }, [only, width, height, isDragging, api, flow]);
}
