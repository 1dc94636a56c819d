import { STORY_KINDS, WAY, type Playback, type StoryKind } from '../../../analytics/playback.ts';

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

/** One event of a contact's story; `step` −1 where it is about none. */
export interface StoryEvent {
  readonly kind: StoryKind | 'stays';
  readonly minute: number;
  readonly step: number;
  readonly subject: number;
  readonly value: number;
}

/** Of these the subject is a send; of `converts`, too, unless it is −1. */
const ABOUT_SENDS: ReadonlySet<StoryKind> = new Set([
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
]);

/** What happens to a contact from the beginning to the end. That she goes on where there is but one way says nothing. */
export function storyOf(playback: Playback, contact: number): StoryEvent[] {
  const { stories, visits, steps, endMinute } = playback;
  const events: StoryEvent[] = [];
  let at = -1;
  for (let row = stories.from[contact] ?? 0; row < (stories.from[contact + 1] ?? 0); row++) {
    const kind = STORY_KINDS[stories.kind[row]!]!;
    const subject = stories.subject[row]!;
    if (kind === 'arrives') at = subject;
    const step = ABOUT_SENDS.has(kind) ? (stories.sends[subject]?.step ?? -1) : at;
    const only = kind === 'leaves' && subject >= 0 && leadsOn(steps[at], subject);
    if (!only) events.push({ kind, minute: stories.minute[row]!, step, subject, value: stories.value[row]! });
  }
  const last = (visits.from[contact + 1] ?? 0) - 1;
  if (last >= (visits.from[contact] ?? 0) && visits.exit[last] === WAY.STAYS)
    events.push({ kind: 'stays', minute: endMinute, step: visits.step[last]!, subject: -1, value: 0 });
  return events;
}

function leadsOn(step: Playback['steps'][number] | undefined, exit: number): boolean {
  return step?.exits.length === 1 && (step.targets[exit] ?? -1) >= 0;
}

/** The last event that has happened at this minute; −1: none has. */
export function eventAt(events: readonly StoryEvent[], minute: number): number {
  return events.findLastIndex((event) => event.minute <= minute);
}
