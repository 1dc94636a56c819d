import { countsAt, nextEvent, type Playback } from '../../../analytics/playback.ts';

/** Simulated minutes per second. */
export const SPEEDS = { hour: 60, sixHours: 360, day: 1440, week: 10_080 } as const;
export type Speed = keyof typeof SPEEDS;

/** What the page shows of the clock; another object when any of it is another. */
export interface Shown {
  /** Whole. */
  readonly minute: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** People at each step. */
  readonly counts: Uint32Array;
}

/** Words and numbers that change more often than this cannot be read. */
const SHOWN_EVERY_MILLISECONDS = 100;

/** The time of a run that is played. Frames read `minute` itself; what is drawn by React follows `shown`, a few times a second. */
export class PlayClock {
  readonly playback: Playback;
  readonly #listeners = new Set<() => void>();
  #minute = 0;
  #playing = false;
  #speed: Speed = 'day';
  #shown: Shown;
  #sinceShown = 0;
  #counted: { readonly minute: number; readonly counts: Uint32Array } = {
    minute: -1,
    counts: new Uint32Array(0),
  };
  /** Moves by which the clock was put somewhere else instead of going on. */
  jumps = 0;

  constructor(playback: Playback) {
    this.playback = playback;
    this.#minute = this.start;
    this.#shown = this.#look();
  }

  /** With its fraction. */
  get minute(): number {
    return this.#minute;
  }

  /** People at each step in this very minute. Not a copy for longer than the frame. */
  countsNow(): Uint32Array {
    const minute = Math.floor(this.#minute);
    if (minute !== this.#counted.minute) this.#counted = { minute, counts: countsAt(this.playback, minute) };
    return this.#counted.counts;
  }

  /** Where there is something to see at once. */
  get start(): number {
    return this.playback.entryMinutes[0] ?? 0;
  }

  get end(): number {
    return this.playback.endMinute;
  }

  readonly shown = (): Shown => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** At the end it begins again. */
  toggle(): void {
    if (!this.#playing && this.#minute >= this.end) this.#jump(this.start);
    this.#playing = !this.#playing;
    this.#tell();
  }

  pause(): void {
    this.#playing = false;
    this.#tell();
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    this.#tell();
  }

  scrub(minute: number): void {
    this.#jump(minute);
    this.#tell();
  }

  /** On to the next minute in which somebody moves. */
  next(): void {
    this.scrub(nextEvent(this.playback, Math.floor(this.#minute)) ?? this.end);
  }

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    if (!this.#playing) return;
    const isOver = this.#goTo(this.#minute + (milliseconds / 1000) * SPEEDS[this.#speed]);
    this.#sinceShown += milliseconds;
    if (isOver || this.#sinceShown >= SHOWN_EVERY_MILLISECONDS) this.#tell();
  }

  /** Instead of movement: one stretch of the speed further, or as far as something happens. */
  step(): void {
    if (!this.#playing) return;
    const next = nextEvent(this.playback, Math.floor(this.#minute)) ?? this.end;
    this.#goTo(Math.max(next, Math.floor(this.#minute) + SPEEDS[this.#speed]));
    this.#tell();
  }

  /** Whether that is the end. */
  #goTo(minute: number): boolean {
    this.#minute = Math.max(0, Math.min(this.end, minute));
    const isOver = this.#minute >= this.end;
    if (isOver) this.#playing = false;
    return isOver;
  }

  #jump(minute: number): void {
    this.jumps++;
    this.#goTo(minute);
  }

  #look(): Shown {
    const minute = Math.floor(this.#minute);
    return {
      minute,
      playing: this.#playing,
      speed: this.#speed,
      counts: this.countsNow(),
    };
  }

  #tell(): void {
    this.#sinceShown = 0;
    this.#shown = this.#look();
    for (const listener of this.#listeners) listener();
  }
}
