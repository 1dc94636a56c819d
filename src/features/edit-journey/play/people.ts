import { STORY_KINDS, type Playback } from '../../../analytics/playback.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';

/** What a list says of one contact. */
export interface Person {
  /** Place in the playback. */
  readonly contact: number;
  /** Row of the audience, counted from 1. */
  readonly number: number;
  readonly messages: number;
  readonly conversions: number;
  /** Minutes inside, all entries together. */
  readonly insideMinutes: number;
  readonly entered: boolean;
}

export const ORDERS = ['messaged', 'converted', 'long'] as const;
export type Order = (typeof ORDERS)[number];

const SENT = STORY_KINDS.indexOf('sent');
const CONVERTS = STORY_KINDS.indexOf('converts');

export function peopleOf(playback: Playback): Person[] {
  return Array.from(playback.people, (number, contact) => personOf(playback, contact, number + 1));
}

function personOf({ visits, stories }: Playback, contact: number, number: number): Person {
  const kinds = stories.kind.subarray(stories.from[contact], stories.from[contact + 1]);
  let insideMinutes = 0;
  const [from = 0, to = 0] = [visits.from[contact], visits.from[contact + 1]];
  for (let row = from; row < to; row++) insideMinutes += visits.leave[row]! - visits.arrive[row]!;
  return {
    contact,
    number,
    messages: kinds.filter((kind) => kind === SENT).length,
    conversions: kinds.filter((kind) => kind === CONVERTS).length,
    insideMinutes,
    entered: to > from,
  };
}

/** Who comes first in an order; of those who converted, nobody else. Equals by number. */
export function inOrder(people: readonly Person[], order: Order): readonly Person[] {
  const size = {
    messaged: ({ messages }: Person) => messages,
    converted: ({ conversions }: Person) => conversions,
    long: ({ insideMinutes }: Person) => insideMinutes,
  }[order];
  const among = order === 'converted' ? people.filter(({ conversions }) => conversions > 0) : people;
  return among.toSorted((a, b) => size(b) - size(a) || a.number - b.number);
}

/** The last event that has happened at this minute; −1: none has. */
export function eventAt(events: readonly StoryEvent[], minute: number): number {
  return events.findLastIndex((event) => event.minute <= minute);
}
