import { sendFigures, type SendFigures } from '../../../analytics/dashboard/sendFigures.ts';
import { addGroups, sumEstimate } from '../../../analytics/dashboard/sums.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { scale, type Estimate } from '../../../analytics/intervals.ts';
import { CHANNEL_BENCHMARKS } from '../../../compile/response/benchmarks.ts';
import { GROUPS, SEND_GROUP_FIELDS } from '../../../engine/results.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import { sendsOf, type Family } from './families.ts';

export interface FamilyFigures extends SendFigures {
  /** Contacts to whom something was sent on the channels of the family; on several, counted for each. */
  readonly reached: Estimate;
  /** Of ads: a placement is seen several times. */
  readonly impressions: Estimate;
}

export function familyFigures(detail: RunDetail, family: Family, grossMargin: number): FamilyFigures {
  const places = sendsOf(detail, family);
  const channels = new Set(places.map((place) => detail.sends[place]?.channel));
  const reached = detail.channels.flatMap((channel, at) =>
    channels.has(channel) ? [detail.reached.subarray(at * GROUPS, (at + 1) * GROUPS)] : [],
  );
  return {
    ...sendFigures(detail, places, grossMargin),
    reached: sumEstimate(detail, addGroups(reached)),
    impressions: impressionsOf(detail, places),
  };
}

/** Every placement of a channel is seen equally often, so sends of channels that differ in it are weighed by it. */
function impressionsOf(detail: RunDetail, places: readonly number[]): Estimate {
  const weighed = places.map((place) => {
    const at = (place * SEND_GROUP_FIELDS.length + SEND_GROUP_FIELDS.indexOf('sent')) * GROUPS;
    const each = impressionsPerSend(detail.sends[place]?.channel);
    return detail.sendGroups.subarray(at, at + GROUPS).map((sent) => sent * each);
  });
  return sumEstimate(detail, addGroups(weighed));
}

function impressionsPerSend(channel: string | undefined): number {
  const known = CHANNELS.find((name) => name === channel);
  return known ? CHANNEL_BENCHMARKS[known].impressions : 1;
}

/** A rate of something that happens to an estimate of how many. */
export function per(of: Estimate, whole: Estimate): Estimate | undefined {
  return whole.value > 0 ? scale(of, 1 / whole.value) : undefined;
}
