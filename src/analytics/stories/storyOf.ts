import { STORY_KINDS, WAY, type Playback, type StoryKind } from '../playback.ts';

/** One event of a contact's story; `step` −1 where it is about none. */
export interface StoryEvent {
  /** Its row among the playback’s stories; −1: it is in none. */
  readonly row: number;
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
  'complained',
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
    if (only) continue;
    events.push({ row, kind, minute: stories.minute[row]!, step, subject, value: stories.value[row]! });
  }
  const last = (visits.from[contact + 1] ?? 0) - 1;
  if (last >= (visits.from[contact] ?? 0) && visits.exit[last] === WAY.STAYS)
    events.push({
      row: -1,
      kind: 'stays',
      minute: endMinute,
      step: visits.step[last]!,
      subject: -1,
      value: 0,
    });
  return events;
}

function leadsOn(step: Playback['steps'][number] | undefined, exit: number): boolean {
  return step?.exits.length === 1 && (step.targets[exit] ?? -1) >= 0;
}
