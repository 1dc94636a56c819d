import { useEffect, useRef } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { Journey } from '../../../journey/journey.ts';
import { frameAround, type Box } from '../cardLayout.ts';
import { bounds, boxesOf } from '../commands/arrange.ts';
import { glide } from '../glide.ts';
import { intoSight } from '../intoSight.ts';
import { isAnnotation, type AnnotationRow, type OutlineEntry } from './annotationRows.ts';

/** Until a form that opens or closes with the choice has come to rest. */
const REST_MILLISECONDS = 40;

/** The canvas slides just far enough to show the note or group that the keyboard has come to; for steps it does so anyway. */
export function useRowInSight(row: OutlineEntry | undefined, journey: Journey): void {
  const api = useStoreApi();
  const flow = useReactFlow();
  const latest = useRef({ row, journey });
  useEffect(() => {
    latest.current = { row, journey };
  });
  const key = row && isAnnotation(row) ? row.key : undefined;
  useEffect(() => {
    if (key === undefined) return;
    const show = () => {
      const box = boxOf(latest.current);
      const { transform, width, height } = api.getState();
      if (!box || width === 0 || height === 0) return;
      const [x, y, zoom] = transform;
      const next = intoSight({ x, y, zoom }, box, { width, height });
      if (next.x !== x || next.y !== y) void flow.setViewport(next, glide());
    };
    const timer = setTimeout(show, glide().duration + REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [key, api, flow]);
}

interface Shown {
  readonly row: OutlineEntry | undefined;
  readonly journey: Journey;
}

function boxOf({ row, journey }: Shown): Box | undefined {
  if (!row || !isAnnotation(row)) return undefined;
  return row.kind === 'note' ? journey.notes?.[row.id] : groupBox(row, journey);
}

function groupBox({ id }: AnnotationRow, journey: Journey): Box | undefined {
  const boxes = boxesOf(journey, journey.groups?.[id]?.steps ?? []).map(({ box }) => box);
  return boxes.length > 0 ? frameAround(bounds(boxes)) : undefined;
}
