import type { Playback } from '../../../analytics/playback.ts';
import type { Family } from '../../../legend/kindLook.ts';
import type { Colours } from './colours.ts';
import { FLIGHT_MILLISECONDS, shareOf, type Flights } from './flights.ts';
import type { Picture } from './picture.ts';
import { pointAt } from './polyline.ts';

/** Everything a frame is painted from. */
export interface Frame {
  readonly context: CanvasRenderingContext2D;
  /** Of the canvas, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for one of the page. */
  readonly ratio: number;
  /** Of the canvas's view: x, y, zoom. */
  readonly view: readonly [x: number, y: number, zoom: number];
  readonly playback: Playback;
  readonly picture: Picture;
  readonly colours: Colours;
  readonly flights: Flights;
  readonly counts: Uint32Array;
  /** Milliseconds. */
  readonly now: number;
  /** The contact who is followed, and where her path has led; the others step back. */
  readonly followed: Followed | undefined;
}

export interface Followed {
  readonly contact: number;
  /** Links gone so far and links still to come: places in the picture's tracks. */
  readonly gone: readonly number[];
  readonly ahead: readonly number[];
  /** Step at which she stands; −1: outside. */
  readonly step: number;
}

/** Sizes at zoom 1. */
const DOT = 3;
const WAITING = 2.3;
/** A cluster stands on its card's upper edge: so many beside each other, so many above. More people than places fill it. */
const PER_ROW = 40;
const ROWS = 5;
const PITCH = 5.7;
const FAINT = 0.16;
const TURN = 2 * Math.PI;

const at = new Float32Array(4);

export function paint(frame: Frame): void {
  const { context, ratio, width, height } = frame;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (frame.followed) paintPath(frame, frame.followed);
  paintClusters(frame);
  paintFlights(frame);
  if (frame.followed) paintFollowed(frame, frame.followed);
}

function paintPath({ context, view, picture, colours }: Frame, { gone, ahead }: Followed): void {
  const [x, y, zoom] = view;
  context.strokeStyle = colours.accent;
  context.lineCap = 'round';
  for (const [places, thickness, alpha] of [
    [ahead, 1.5, 0.55],
    [gone, 4, 1],
  ] as const) {
    context.lineWidth = Math.max(1, thickness * Math.sqrt(zoom));
    context.globalAlpha = alpha;
    context.beginPath();
    for (const place of places) {
      const points = picture.tracks[place]?.line.points;
      for (let k = 0; points && k < points.length; k += 2) {
        const [toX, toY] = [x + points[k]! * zoom, y + points[k + 1]! * zoom];
        if (k === 0) context.moveTo(toX, toY);
        else context.lineTo(toX, toY);
      }
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** Who stands at each step and has arrived there, above its card. */
function paintClusters(frame: Frame): void {
  const { context, view, picture, counts, flights, followed, width, height } = frame;
  const [x, y, zoom] = view;
  const size = radius(WAITING, zoom);
  context.globalAlpha = followed ? FAINT : 1;
  picture.boxes.forEach((box, step) => {
    const standing = counts[step]! - flights.arriving[step]!;
    const shown = Math.min(standing, PER_ROW * ROWS);
    const [left, bottom] = [x + (box.x + PITCH) * zoom, y + (box.y - PITCH) * zoom];
    if (shown <= 0 || left > width || bottom < 0 || left + box.width * zoom < 0 || bottom > height + 40)
      return;
    const sprite = spriteOf(frame, picture.families[step]!, size);
    for (let k = 0; k < shown; k++)
      context.drawImage(
        sprite.image,
        left + (k % PER_ROW) * PITCH * zoom - sprite.half,
        bottom - Math.floor(k / PER_ROW) * PITCH * zoom - sprite.half,
        sprite.half * 2,
        sprite.half * 2,
      );
  });
  context.globalAlpha = 1;
}

function paintFlights(frame: Frame): void {
  const { context, view, picture, playback, flights, now, followed, width, height } = frame;
  const { visits } = playback;
  const [x, y, zoom] = view;
  const size = radius(DOT, zoom);
  context.globalAlpha = followed ? FAINT : 1;
  for (let k = 0; k < flights.count; k++) {
    const share = (now - flights.begin[k]!) / FLIGHT_MILLISECONDS;
    if (share < 0) continue;
    const row = flights.visit[k]!;
    const track = picture.tracks[picture.offsets[visits.step[row]!]! + visits.exit[row]!];
    if (!track) continue;
    pointAt(track.line, share, at);
    const aside = (shareOf(visits.contact[row]! + 1) - 0.5) * Math.max(0, track.width - 2 * DOT);
    const [toX, toY] = [x + (at[0]! + at[2]! * aside) * zoom, y + (at[1]! + at[3]! * aside) * zoom];
    if (toX < -size || toY < -size || toX > width + size || toY > height + size) continue;
    const { image, half } = spriteOf(frame, track.family, size);
    context.drawImage(image, toX - half, toY - half, half * 2, half * 2);
  }
  context.globalAlpha = 1;
}

/** Her dot, ringed: on her way, else at her card. */
function paintFollowed(frame: Frame, { contact, step }: Followed): void {
  const { context, view, picture, playback, flights, now, colours } = frame;
  const { visits } = playback;
  const [x, y, zoom] = view;
  let place: readonly [number, number] | undefined;
  const box = picture.boxes[step];
  if (box) place = [box.x + box.width / 2, box.y];
  for (let k = 0; k < flights.count; k++) {
    const row = flights.visit[k]!;
    const share = (now - flights.begin[k]!) / FLIGHT_MILLISECONDS;
    const track = picture.tracks[picture.offsets[visits.step[row]!]! + visits.exit[row]!];
    if (visits.contact[row] !== contact || share < 0 || share >= 1 || !track) continue;
    pointAt(track.line, share, at);
    place = [at[0]!, at[1]!];
  }
  if (!place) return;
  const size = Math.max(5, 7 * Math.sqrt(zoom));
  context.beginPath();
  context.arc(x + place[0] * zoom, y + place[1] * zoom, size, 0, TURN);
  context.fillStyle = colours.accent;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = '#fff';
  context.stroke();
}

/** Small from afar, but to be seen. */
function radius(size: number, zoom: number): number {
  return Math.max(1, Math.min(5, size * Math.max(zoom, Math.sqrt(zoom) * 0.6)));
}

interface Sprite {
  readonly image: HTMLCanvasElement;
  readonly half: number;
}

const sprites = new Map<string, Sprite>();
const MOST_SPRITES = 64;

/** One dot painted once: thousands of copies of it cost less than thousands of circles. */
function spriteOf({ colours, ratio }: Frame, family: Family, size: number): Sprite {
  const colour = colours.families[family];
  const key = `${colour} ${size} ${ratio}`;
  const known = sprites.get(key);
  if (known) return known;
  if (sprites.size >= MOST_SPRITES) sprites.clear();
  const half = size + 1;
  const image = document.createElement('canvas');
  image.width = image.height = Math.ceil(half * 2 * ratio);
  const context = image.getContext('2d');
  if (context) {
    context.scale(image.width / (half * 2), image.height / (half * 2));
    context.beginPath();
    context.arc(half, half, size, 0, TURN);
    context.fillStyle = colour;
    context.fill();
  }
  const sprite: Sprite = { image, half };
  sprites.set(key, sprite);
  return sprite;
}
