import { useEffect, useRef } from 'react';
import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import type { LitWay } from '../../../state/litWay.ts';
import { glide } from '../glide.ts';
import { intoSight } from '../intoSight.ts';

/** Smaller than this a way as a whole is no help, so it begins at its first moment. */
const WORTH_SEEING = 0.4;
/** Smaller than this the words on a card are hard to read. */
const READABLE = 0.5;
const CLOSE = 0.75;
const PADDING = 0.12;

/** Shows the whole way at first, where it can be read, and then the step of the moment, moving the canvas no further than needed. */
export function useMomentInSight({ moments }: LitWay, at: number): void {
  const flow = useReactFlow();
  const api = useStoreApi();
  const sized = useStore(({ width, height }) => width > 0 && height > 0);
  const shown = useRef<LitWay['moments']>(undefined);
  const step = moments[at]?.step;
  useEffect(() => {
    const { width, height, transform, nodeLookup } = api.getState();
    const node = step === undefined ? undefined : nodeLookup.get(step);
    if (!sized || !node) return;
    const isFirst = shown.current !== moments;
    shown.current = moments;
    const all = flow.getNodesBounds(moments.map((moment) => moment.step));
    const whole = Math.min(width / all.width, height / all.height) * (1 - 2 * PADDING);
    if (isFirst && whole >= WORTH_SEEING) {
      const nodes = moments.map((moment) => ({ id: moment.step }));
      void flow.fitView({ nodes, padding: PADDING, maxZoom: 1, ...glide() });
      return;
    }
    const [x, y, zoom] = transform;
    const box = { ...node.internals.positionAbsolute, width: node.width ?? 0, height: node.height ?? 0 };
    if (zoom < READABLE)
      void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: CLOSE, ...glide() });
    else void flow.setViewport(intoSight({ x, y, zoom }, box, { width, height }), glide());
  }, [flow, api, sized, moments, step, at]);
}
