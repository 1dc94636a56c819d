import type { RunDetail } from '../detail.ts';
import { scale, wilson, type Estimate } from '../intervals.ts';
import { total } from './sums.ts';

const WEEKDAYS = 7;
const HOURS = 24;

/** Messages by weekday (Monday first), then hour, on the contact's clock, as shown; of these channels. */
export function sendLoad(
  { hours, channels, factor }: RunDetail,
  wanted: readonly string[] = channels,
): readonly (readonly number[])[] {
  const places = channels.flatMap((channel, place) => (wanted.includes(channel) ? [place] : []));
  return Array.from({ length: WEEKDAYS }, (_, weekday) =>
    Array.from({ length: HOURS }, (__, hour) =>
      total(places.map((place) => hours[(place * WEEKDAYS + weekday) * HOURS + hour]! * factor)),
    ),
  );
}

/** How many contacts got so many messages. */
export interface MessageShare {
  readonly from: number;
  /** The same, or more for the bars that stand for several; undefined: any number more. */
  readonly to: number | undefined;
  readonly contacts: Estimate;
}

/** More bars than this say no more. */
const MOST_BARS = 16;

/** Contacts by messages got, from none up to the most that anybody got; of many numbers several stand in one bar, none always alone. */
export function messageShares({ messages, factor }: RunDetail): readonly MessageShare[] {
  const all = total(messages);
  const most = messages.findLastIndex((count) => count > 0);
  if (most < 0) return [];
  const each = Math.max(1, Math.ceil(most / (MOST_BARS - 1)));
  return Array.from({ length: 1 + Math.ceil(most / each) }, (_, bar) => {
    const from = bar === 0 ? 0 : 1 + (bar - 1) * each;
    const to = bar === 0 ? 0 : bar * each;
    const count = total(messages.subarray(from, to + 1));
    return {
      from,
      to: to >= messages.length - 1 ? undefined : to,
      contacts: scale(wilson(count, all), all * factor),
    };
  });
}
