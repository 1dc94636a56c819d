import type { TraceKind } from '../engine/results.ts';
import type { Shared } from './report.ts';

/** What a visit's `exit` says where no named exit was taken. */
export const WAY = {
  /** Left the journey: its end, an exit rule, the loop limit. */
  OUT: -1,
  /** Still standing there when the run ended. */
  STAYS: -2,
} as const;

/**
 * Every move of every contact of a run, for looking at it over time. Minutes count from `epoch`; what happens in a minute has happened
 * at that minute. A contact is a place in `people`, a step a place in `steps`.
 */
export interface Playback {
  /** Minutes from 1970 to minute 0. */
  readonly epoch: number;
  /** The run ends before this minute. */
  readonly endMinute: number;
  /** Contact numbers, ascending. */
  readonly people: Uint32Array;
  /** Of how many contacts these are a part. */
  readonly audienceRows: number;
  /** What these contacts share with the others of the audience, so that their part of it is only near; absent: nothing. */
  readonly approximate?: readonly Shared[];
  readonly steps: readonly PlayedStep[];
  /** Digits of the currency's minor unit. */
  readonly minorDigits: number;
  /** When contacts come into the journey, ascending. */
  readonly entryMinutes: Int32Array;
  /** One row per arrival at a step, by contact, then in the order of arriving. */
  readonly visits: Visits;
  readonly stories: Stories;
}

export interface PlayedStep {
  readonly id: string;
  readonly exits: readonly string[];
  /** Where each exit leads; −1: nowhere. */
  readonly targets: readonly number[];
}

export interface Visits {
  /** `from[c]` … `from[c + 1]`: rows of contact c. */
  readonly from: Uint32Array;
  readonly contact: Uint32Array;
  readonly step: Uint16Array;
  readonly arrive: Int32Array;
  /** Minute of leaving; `endMinute` where the contact stays. */
  readonly leave: Int32Array;
  /** Place among the step's exits, or one of `WAY`. */
  readonly exit: Int16Array;
  /** Rows that go on by a link, by the minute in which they do. */
  readonly moves: Uint32Array;
}

/** What happened to each contact, in order. */
export interface Stories {
  /** `from[c]` … `from[c + 1]`: events of contact c. */
  readonly from: Uint32Array;
  /** Place in `STORY_KINDS`. */
  readonly kind: Uint8Array;
  readonly minute: Int32Array;
  /** As in a trace. */
  readonly subject: Int32Array;
  readonly value: Float64Array;
  /** Step and channel of each send. */
  readonly sends: readonly { readonly step: number; readonly channel: string }[];
  /** Names of the reasons why a message is not sent. */
  readonly reasons: readonly string[];
}

export const STORY_KINDS = [
  'enters',
  'arrives',
  'leaves',
  'held',
  'unsent',
  'sent',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'bounced',
  'unsubscribed',
  'converts',
  'complained',
] as const satisfies readonly TraceKind[];
export type StoryKind = (typeof STORY_KINDS)[number];

/** How many stand at each step when everything of this minute has happened. */
export function countsAt({ steps, visits }: Playback, minute: number): Uint32Array {
  const { step, arrive, leave } = visits;
  const counts = new Uint32Array(steps.length);
  for (let row = 0; row < step.length; row++)
    if (arrive[row]! <= minute && leave[row]! > minute) counts[step[row]!] = counts[step[row]!]! + 1;
  return counts;
}

/** How many have come to a step up to and with this minute, again and again counted each time. */
export function arrivedBy({ visits }: Playback, place: number, minute: number): number {
  const { step, arrive } = visits;
  let count = 0;
  for (let row = 0; row < step.length; row++) if (step[row] === place && arrive[row]! <= minute) count++;
  return count;
}

/** The visits that end by a link after minute `after` and up to `upTo`, in the order of minutes. Not a copy. */
export function movesBetween({ visits }: Playback, after: number, upTo: number): Uint32Array {
  const { moves, leave } = visits;
  const minuteOf = (at: number) => leave[moves[at]!]!;
  return moves.subarray(
    firstLater(moves.length, minuteOf, after),
    firstLater(moves.length, minuteOf, Math.max(after, upTo)),
  );
}

/** The next minute after this one in which somebody enters, goes on or leaves; undefined: nothing happens any more. */
export function nextEvent({ entryMinutes, visits, endMinute }: Playback, minute: number): number | undefined {
  const entry = entryMinutes[firstLater(entryMinutes.length, (at) => entryMinutes[at]!, minute)] ?? endMinute;
  let next = entry;
  for (const leave of visits.leave) if (leave > minute && leave < next) next = leave;
  return next < endMinute ? next : undefined;
}

/** The visit at which a contact stands when everything of this minute has happened; undefined: outside. */
export function visitAt({ visits }: Playback, contact: number, minute: number): number | undefined {
  const [from = 0, to = 0] = [visits.from[contact], visits.from[contact + 1]];
  for (let row = to - 1; row >= from; row--) {
    if (visits.arrive[row]! > minute) continue;
    return visits.leave[row]! > minute ? row : undefined;
  }
  return undefined;
}

/** Place of the first of `count` ascending numbers that is larger than `bound`. */
function firstLater(count: number, at: (place: number) => number, bound: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
