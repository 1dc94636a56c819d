import { useEffect, useRef } from 'react';
import { useStoreApi } from '@xyflow/react';
import type { Journey } from '../../../journey/journey.ts';
import type { LinkEdge } from '../linkEdges.ts';
import type { CanvasNode } from '../flow.ts';
import type { PlayClock } from './clock.ts';
import { readColours } from './colours.ts';
import { drawnOn, type CanvasState } from './drawn.ts';
import { Flights } from './flights.ts';
import { followedAt } from './followed.ts';
import { paint } from './paint.ts';
import { pictureOf } from './picture.ts';
import styles from './Player.module.css';

interface StageProps {
  readonly journey: Journey;
  readonly clock: PlayClock;
  /** No movement: dots stand on cards only. */
  readonly still: boolean;
  /** Place of the contact who is followed. */
  readonly contact: number | undefined;
}

/** Between looks at the theme. */
const COLOURS_EVERY_MILLISECONDS = 500;
const STEP_MILLISECONDS = 1_000;
/** A page that was in the background does not make up for it in one frame. */
const LONGEST_FRAME_MILLISECONDS = 100;

/** People as dots over the canvas. Painted frame by frame beside React: it reads the clock and the view as they are. */
export function Stage({ journey, clock, still, contact }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const view = useStoreApi<CanvasNode, LinkEdge>();
  const following = useRef(contact);
  useEffect(() => {
    following.current = contact;
  }, [contact]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || !probe.current) return undefined;
    const painter = createPainter({
      canvas: canvas.current,
      context,
      probe: probe.current,
      journey,
      clock,
      still,
      state: () => view.getState(),
      contact: () => following.current,
    });
    return everyFrame(painter);
  }, [journey, clock, still, view]);
  useEffect(() => {
    if (!still) return undefined;
    const timer = setInterval(() => clock.step(), STEP_MILLISECONDS);
    return () => clearInterval(timer);
  }, [clock, still]);
  return (
    <>
      <canvas ref={canvas} aria-hidden="true" className={styles.stage} />
      <span ref={probe} hidden />
    </>
  );
}

function everyFrame(paintAt: (now: number) => void): () => void {
  let handle = requestAnimationFrame(function frame(now) {
    paintAt(now);
    handle = requestAnimationFrame(frame);
  });
  return () => cancelAnimationFrame(handle);
}

interface Painter {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly probe: HTMLElement;
  readonly journey: Journey;
  readonly clock: PlayClock;
  readonly still: boolean;
  readonly state: () => CanvasState;
  readonly contact: () => number | undefined;
}

/** Lets time pass, sends dots off, and paints if anything is other than in the last frame. */
function createPainter({ canvas, context, probe, journey, clock, still, state, contact }: Painter) {
  const { playback } = clock;
  const picture = pictureOf(journey, playback, drawnOn(canvas.closest('.react-flow') ?? canvas, state()));
  const flights = new Flights(playback);
  let colours = readColours(probe);
  let coloursAt = 0;
  let before = { now: 0, minute: clock.minute, jumps: clock.jumps, key: '', shownFrom: NaN };
  return (now: number): void => {
    if (!still) clock.pass(Math.min(LONGEST_FRAME_MILLISECONDS, before.now === 0 ? 0 : now - before.now));
    const { minute, jumps } = clock;
    if (jumps !== before.jumps || still) flights.clear();
    const from = jumps === before.jumps ? before.minute : minute;
    // What happens in the first minute of all is shown, too.
    const first = clock.shown().playing && from === clock.start && from !== before.shownFrom;
    if (!still) flights.launch(Math.floor(from) - (first ? 1 : 0), Math.floor(minute), now);
    if (now - coloursAt > COLOURS_EVERY_MILLISECONDS) [colours, coloursAt] = [readColours(probe), now];
    const wasFlying = flights.count > 0;
    flights.land(now);
    const { transform, width, height } = state();
    const ratio = window.devicePixelRatio;
    const key = [...transform, width, height, ratio, contact(), Math.floor(minute), colours.key].join();
    if (wasFlying || key !== before.key) {
      resize(canvas, width * ratio, height * ratio);
      const who = contact();
      const whole = Math.floor(minute);
      const followed = who === undefined ? undefined : followedAt(playback, picture, who, whole);
      const counts = clock.countsNow();
      paint({
        context,
        width,
        height,
        ratio,
        view: transform,
        playback,
        picture,
        colours,
        flights,
        counts,
        now,
        followed,
      });
    }
    before = { now, minute, jumps, key, shownFrom: first ? from : NaN };
  };
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [w, h] = [Math.round(width), Math.round(height)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
}
