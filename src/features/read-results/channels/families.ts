import type { RunDetail } from '../../../analytics/detail.ts';
import type { Channel } from '../../../journey/channels.ts';
import type { Journey } from '../../../journey/journey.ts';

/** Channels that are read by the same figures. */
export const FAMILIES = {
  email: ['email'],
  messaging: ['sms', 'push', 'web-push', 'in-app', 'whatsapp'],
  ads: ['search-ad', 'display-ad', 'social-ad'],
  social: ['social-post'],
  calls: ['call', 'direct-mail', 'webhook'],
} as const satisfies Record<string, readonly Channel[]>;
export type Family = keyof typeof FAMILIES;

const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

/** Places of a family's sends in the detail's list. */
export function sendsOf({ sends }: Pick<RunDetail, 'sends'>, family: Family): readonly number[] {
  const channels: readonly string[] = FAMILIES[family];
  return sends.flatMap(({ channel }, place) => (channels.includes(channel) ? [place] : []));
}

/** Families that the journey uses; hand-offs are calls. */
export function familiesIn(detail: Pick<RunDetail, 'sends'>, journey: Journey): readonly Family[] {
  const handsOff = Object.values(journey.steps).some(({ kind }) => kind === 'handoff');
  return FAMILY_NAMES.filter(
    (family) => sendsOf(detail, family).length > 0 || (family === 'calls' && handsOff),
  );
}
