import type { Playback } from '../../../analytics/playback.ts';
import type { CloseContact } from '../../../analytics/stories/closeUp.ts';
import type { SendOdds } from '../../../analytics/stories/sendOdds.ts';
import { storyOf, type StoryEvent } from '../../../analytics/stories/storyOf.ts';
import type { ForcedAnswer } from '../../../compile/program.ts';
import type { StoryTelling } from '../../../legend/storyLine.ts';
import type { LocalTime } from './localTime.ts';

/** All that a story is told with. */
export interface Telling extends StoryTelling {
  readonly time: LocalTime;
}

/** One contact's story, with what was drawn for each message. */
export interface Tale extends CloseContact {
  readonly events: readonly StoryEvent[];
}

export function taleOf(playback: Playback, contact: CloseContact): Tale {
  return { ...contact, events: storyOf(playback, contact.place) };
}

/** The odds of the message that an event is about: the latest one sent by its send. */
export function oddsAt({ events, odds }: Tale, event: StoryEvent): SendOdds | undefined {
  const at = events.indexOf(event);
  const sent = events.findLast(
    ({ kind, subject }, place) => place <= at && kind === 'sent' && subject === event.subject,
  );
  return sent && odds.sends.get(sent.row);
}

/** Another answer of the contact whose story is told. */
export type Forcing = Omit<ForcedAnswer, 'contact'>;
