import { useCallback, useEffect, useRef } from 'react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { placeOf } from './canvasEdits.ts';
import { glide } from './glide.ts';
import type { Dragging } from './useFlow.ts';

/** Above this many cards the movement would be worse than none. */
const MOST_MOVING = 300;

/** Lets the eye follow cards that an edit has moved: they are shown on their way from where they were. */
export function useGliding({ move, stop }: Dragging): (before: Journey) => void {
  const store = useWorkspaceStore();
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(
    (before) => {
      const { journey } = store.getState();
      const { duration } = glide();
      if (!journey || duration === 0) return;
      const ways = (Object.keys(journey.steps) as StepId[]).flatMap((id) => {
        const [from, to] = [placeOf(before, id), placeOf(journey, id)];
        return from.x === to.x && from.y === to.y ? [] : [{ id, from, to }];
      });
      if (ways.length > MOST_MOVING) return;
      // A movement that is still under way ends where this one takes over.
      cancelAnimationFrame(frame.current);
      const start = performance.now();
      const step = (now: number) => {
        // A frame's time may lie before the moment in which it was asked for.
        const done = Math.min(1, Math.max(0, now - start) / duration);
        if (done === 1) {
          stop();
          return;
        }
        // Ease out.
        const share = 1 - (1 - done) ** 3;
        move(
          Object.fromEntries(
            ways.map(({ id, from, to }) => [
              id,
              { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
            ]),
          ),
        );
        frame.current = requestAnimationFrame(step);
      };
      step(start);
    },
    [move, stop, store],
  );
}
