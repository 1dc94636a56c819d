import type { Ending } from './ending.ts';

/** Parts that contacts play in a run. */
export const STORY_ROLES = ['messaged', 'nearly', 'unlucky', 'soonest', 'angry'] as const;
export type StoryRole = (typeof STORY_ROLES)[number];

interface Part {
  readonly plays: (ending: Ending) => boolean;
  /** The larger comes first. */
  readonly size: (ending: Ending) => number;
}

const PARTS: Readonly<Record<StoryRole, Part>> = {
  messaged: { plays: ({ sent }) => sent > 0, size: ({ sent }) => sent },
  /** Clicked, and bought nothing. */
  nearly: {
    plays: ({ clicked, conversions }) => clicked > 0 && conversions === 0,
    size: ({ clicked, opened }) => clicked * 1000 + opened,
  },
  /** Read what she got, bought nothing, and a cap, quiet hours, a budget or another journey kept a message from her. */
  unlucky: {
    plays: ({ opened, clicked, conversions, keptBack }) =>
      keptBack > 0 && conversions === 0 && opened + clicked > 0,
    size: ({ clicked, opened, keptBack }) => clicked * 1e6 + opened * 1e3 + keptBack,
  },
  /** Bought after a click; the sooner the better. */
  soonest: { plays: ({ soonest }) => soonest !== undefined, size: ({ soonest = 0 }) => -soonest },
  /** Unsubscribed; of those, who bought nothing. */
  angry: {
    plays: ({ unsubscribed }) => unsubscribed,
    size: ({ conversions, sent }) => sent - conversions * 1000,
  },
};

/** Who plays a part, the clearest first; equals by place. */
export function playing(endings: readonly Ending[], role: StoryRole): readonly Ending[] {
  const { plays, size } = PARTS[role];
  return endings.filter(plays).toSorted((a, b) => size(b) - size(a) || a.place - b.place);
}
