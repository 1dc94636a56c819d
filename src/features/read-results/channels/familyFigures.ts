import {
  costGroups,
  sendFigures,
  sendGroupsOf,
  type SendFigures,
} from '../../../analytics/dashboard/sendFigures.ts';
import { addGroups, sumEstimate, total } from '../../../analytics/dashboard/sums.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { jackknife, positiveInterval, scale, wilson, type Estimate } from '../../../analytics/intervals.ts';
import { CHANNEL_BENCHMARKS } from '../../../compile/response/benchmarks.ts';
import { GROUPS } from '../../../engine/results.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import { sendsOf, type Family } from './families.ts';

export interface FamilyFigures extends SendFigures {
  /** Contacts to whom something was sent on the channels of the family; on several, counted for each. */
  readonly reached: Estimate;
  /** Of ads: a placement is seen several times. */
  readonly impressions: Estimate;
  /** Impressions for each contact reached. */
  readonly frequency: Estimate | undefined;
  /** Cost of 1 000 impressions. */
  readonly cpm: Estimate | undefined;
  /** Clicks for each impression. */
  readonly interaction: Estimate | undefined;
}

export function familyFigures(detail: RunDetail, family: Family, grossMargin: number): FamilyFigures {
  const places = sendsOf(detail, family);
  const reached = addGroups(reachedGroups(detail, places));
  const impressions = addGroups(places.map((place) => impressionGroups(detail, place)));
  const cost = addGroups(places.map((place) => costGroups(detail, place)));
  const clicked = addGroups(places.map((place) => sendGroupsOf(detail, place, 'clicked')));
  return {
    ...sendFigures(detail, places, grossMargin),
    reached: sumEstimate(detail, reached),
    impressions: sumEstimate(detail, impressions),
    frequency: ratioOf(impressions, reached),
    cpm: perThousand(cost, impressions),
    interaction: ratioOf(clicked, impressions),
  };
}

/** What is not paid for is surely nothing. */
function perThousand(cost: Float64Array, impressions: Float64Array): Estimate | undefined {
  const each = ratioOf(cost, impressions);
  return each && (total(cost) === 0 ? { value: 0, low: 0, high: 0 } : scale(each, 1000));
}

function reachedGroups(detail: RunDetail, places: readonly number[]): readonly Float64Array[] {
  const channels = new Set(places.map((place) => detail.sends[place]?.channel));
  return detail.channels.flatMap((channel, at) =>
    channels.has(channel) ? [detail.reached.subarray(at * GROUPS, (at + 1) * GROUPS)] : [],
  );
}

/** Every placement of a channel is seen equally often, so sends of channels that differ in it are weighed by it. */
function impressionGroups(detail: RunDetail, place: number): Float64Array {
  const each = impressionsPerSend(detail.sends[place]?.channel);
  return sendGroupsOf(detail, place, 'sent').map((sent) => sent * each);
}

function impressionsPerSend(channel: string | undefined): number {
  const known = CHANNELS.find((name) => name === channel);
  return known ? CHANNEL_BENCHMARKS[known].impressions : 1;
}

/** Noise of the arithmetic, in parts of a ratio that is the same in every group. */
const ROUNDING = 1e-9;

/** A ratio of two sums over contacts: where each contact has the same, there is nothing uncertain in it. Undefined: nothing to divide by. */
function ratioOf(above: Float64Array, below: Float64Array): Estimate | undefined {
  const [part, whole] = [total(above), total(below)];
  if (whole === 0) return undefined;
  // Nothing happened: the groups show no spread, but a share to whom it may happen is not excluded.
  if (part === 0) return wilson(0, whole);
  const found = jackknife(above, below);
  return found.standardError < found.ratio * ROUNDING
    ? { value: found.ratio, low: found.ratio, high: found.ratio }
    : positiveInterval(found);
}
