import { movesBetween, type Playback } from '../../../analytics/playback.ts';

/** How long a dot takes for a link, in milliseconds of the person who looks. */
export const FLIGHT_MILLISECONDS = 600;
/** Contacts who go on in the same minute set out one after the other within this time, or they would look like one. */
const SPREAD_MILLISECONDS = 500;
/** Somebody who goes through many steps in a moment takes them one after the other; what falls behind further than this is left out. */
const MOST_BEHIND_MILLISECONDS = 2_400;

/**
 * Dots on their way along links. A move takes no simulated time, so it is shown for a moment of real time, beginning when the clock comes by.
 * Kept in columns, so that no frame makes garbage.
 */
export class Flights {
  readonly #playback: Playback;
  /** When each contact's last flight ends. */
  readonly #busyUntil: Float64Array;
  /** Contacts by step who are counted there and have not arrived yet. */
  readonly arriving: Uint32Array;
  count = 0;
  visit = new Uint32Array(1024);
  begin = new Float64Array(1024);

  constructor(playback: Playback) {
    this.#playback = playback;
    this.#busyUntil = new Float64Array(playback.people.length);
    this.arriving = new Uint32Array(playback.steps.length);
  }

  /** Sends off whoever goes on in the minutes after `after` up to `upTo`. */
  launch(after: number, upTo: number, now: number): void {
    const { contact } = this.#playback.visits;
    for (const row of movesBetween(this.#playback, after, upTo)) {
      const who = contact[row]!;
      const begin = Math.max(now + spread(who), this.#busyUntil[who]!);
      if (begin - now > MOST_BEHIND_MILLISECONDS) continue;
      this.#busyUntil[who] = begin + FLIGHT_MILLISECONDS;
      this.#add(row, begin);
    }
  }

  /** Takes away those that have landed. */
  land(now: number): void {
    for (let k = this.count - 1; k >= 0; k--) {
      if (now - this.begin[k]! < FLIGHT_MILLISECONDS) continue;
      const step = this.targetOf(this.visit[k]!);
      this.arriving[step] = this.arriving[step]! - 1;
      this.count--;
      this.visit[k] = this.visit[this.count]!;
      this.begin[k] = this.begin[this.count]!;
    }
  }

  clear(): void {
    this.count = 0;
    this.arriving.fill(0);
    this.#busyUntil.fill(0);
  }

  targetOf(row: number): number {
    const { steps, visits } = this.#playback;
    return steps[visits.step[row]!]!.targets[visits.exit[row]!]!;
  }

  #add(row: number, begin: number): void {
    if (this.count === this.visit.length) {
      const [visit, begins] = [this.visit, this.begin];
      this.visit = new Uint32Array(visit.length * 2);
      this.begin = new Float64Array(begins.length * 2);
      this.visit.set(visit);
      this.begin.set(begins);
    }
    this.visit[this.count] = row;
    this.begin[this.count++] = begin;
    const step = this.targetOf(row);
    this.arriving[step] = this.arriving[step]! + 1;
  }
}

/** The same for a contact each time; neighbours differ. */
function spread(contact: number): number {
  return shareOf(contact) * SPREAD_MILLISECONDS;
}

/** 0–1, even over contacts (the golden ratio, Weyl's sequence). */
export function shareOf(contact: number): number {
  return (contact * 0.618_033_988_75) % 1;
}
