import { STORY_KINDS, type Playback, type StoryKind } from '../playback.ts';

/** What a contact's story comes to. */
export interface Ending {
  /** Place in the playback. */
  readonly place: number;
  readonly entered: boolean;
  readonly sent: number;
  readonly opened: number;
  readonly clicked: number;
  readonly conversions: number;
  readonly valueMinor: number;
  readonly unsubscribed: boolean;
  /** Reported a message as unwanted. */
  readonly complained: boolean;
  /** Messages that a rule (no missing consent or address, no end) kept back. */
  readonly keptBack: number;
  /** Minutes from entering to the first conversion after a click; undefined: there is none. */
  readonly soonest: number | undefined;
}

/** A person could have decided otherwise about these; a cap comes with its id. */
const RULES: ReadonlySet<string> = new Set(['quiet', 'priority', 'budget']);

export function endingOf({ stories }: Playback, place: number): Ending {
  const count = new Map<StoryKind, number>();
  let [keptBack, valueMinor, enteredAt] = [0, 0, -1];
  let soonest: number | undefined;
  for (let row = stories.from[place]!; row < stories.from[place + 1]!; row++) {
    const kind = STORY_KINDS[stories.kind[row]!]!;
    const [minute, value] = [stories.minute[row]!, stories.value[row]!];
    count.set(kind, (count.get(kind) ?? 0) + 1);
    if (kind === 'enters' && enteredAt < 0) enteredAt = minute;
    if (kind === 'unsent' && isByRule(stories.reasons[value] ?? '')) keptBack++;
    if (kind !== 'converts') continue;
    valueMinor += value;
    if (stories.subject[row]! >= 0) soonest ??= minute - Math.max(0, enteredAt);
  }
  const of = (kind: StoryKind) => count.get(kind) ?? 0;
  return {
    place,
    entered: of('enters') > 0,
    sent: of('sent'),
    opened: of('opened'),
    clicked: of('clicked'),
    conversions: of('converts'),
    valueMinor,
    unsubscribed: of('unsubscribed') > 0,
    complained: of('complained') > 0,
    keptBack,
    soonest,
  };
}

function isByRule(reason: string): boolean {
  return RULES.has(reason) || reason.startsWith('cap:');
}

export function endingsOf(playback: Playback): readonly Ending[] {
  return Array.from(playback.people.keys(), (place) => endingOf(playback, place));
}
