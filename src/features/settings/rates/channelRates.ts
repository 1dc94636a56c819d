import { CHANNEL_BENCHMARKS, type Benchmark } from '../../../compile/response/benchmarks.ts';
import { ratesOf, reportedOpens, type Rate, type RateName } from '../../../compile/response/rates.ts';
import { BENCHMARKS_ONLY, type Calibration } from '../../../journey/calibration.ts';
import { CHANNELS, type Channel } from '../../../journey/channels.ts';
import type { Journey } from '../../../journey/journey.ts';
import { plannedSends } from '../../../journey/problems/plannedSends.ts';
import type { Probability } from '../../../journey/units.ts';
import { put } from '../../../forms/optional.ts';
import { BOXES } from './boxes.ts';

/** In the order in which they happen. */
export const SHOWN_RATES = [
  'delivered',
  'opened',
  'clicked',
  'converted',
  'replied',
  'unsubscribed',
] as const satisfies readonly RateName[];

/** How a table says a benchmark that no channel of this kind has. */
const NOT_APPLYING = 'does not apply';

/** Whether people answer this channel in this way at all. Where a tap is the open, its rate is the clicks'. */
export function applies(channel: Channel, name: RateName): boolean {
  const benchmarks = CHANNEL_BENCHMARKS[channel];
  if (name === 'opened' && benchmarks.openStage === 'tap') return false;
  return benchmarks[name].reference !== NOT_APPLYING;
}

/** Whether the rate is one of the three boxes of the marketer's e-mail. */
export function isBox(channel: Channel, name: RateName): boolean {
  return channel === 'email' && BOXES.some((box) => box === name);
}

export interface ShownRate {
  /** Of a campaign, as it is simulated. */
  readonly campaign: Rate;
  /** Of a message in answer to something. */
  readonly triggered: Rate;
  readonly benchmark: Benchmark;
}

export function shownRate(channel: Channel, name: RateName, calibration: Calibration): ShownRate {
  const of = (occasion: 'campaign' | 'triggered') => ratesOf({ channel, occasion }, calibration)[name];
  return {
    campaign: of('campaign'),
    triggered: of('triggered'),
    benchmark: ratesOf({ channel, occasion: 'campaign' }, BENCHMARKS_ONLY)[name],
  };
}

/** What an email tool reports for the opens that the table shows: machines that open mail are counted there too. */
export function reportedEmailOpens(calibration: Calibration): number {
  const { campaign } = shownRate('email', 'opened', calibration);
  const isOfBox = calibration.channels?.email?.opened === undefined;
  return isOfBox && calibration.opened !== undefined ? calibration.opened : reportedOpens(campaign.value);
}

/** A channel's own rate; undefined: what it was without. Nothing empty is kept. */
export function withOwnRate(
  calibration: Calibration,
  channel: Channel,
  { name, value }: { readonly name: RateName; readonly value: Probability | undefined },
): Calibration {
  const own = put({ ...calibration.channels?.[channel] }, name, value);
  return withChannel(calibration, channel, Object.keys(own).length === 0 ? undefined : own);
}

type OwnRates = NonNullable<NonNullable<Calibration['channels']>[Channel]>;

export function withChannel(
  calibration: Calibration,
  channel: Channel,
  own: OwnRates | undefined,
): Calibration {
  const channels = put({ ...calibration.channels }, channel, own);
  return put(calibration, 'channels', Object.keys(channels).length === 0 ? undefined : channels);
}

/** Channels that the journey sends on come first; else in their fixed order. */
export function channelsFor(journey: Journey | undefined): readonly Channel[] {
  const used = usedBy(journey);
  return [...CHANNELS.filter((one) => used.has(one)), ...CHANNELS.filter((one) => !used.has(one))];
}

export function usedBy(journey: Journey | undefined): ReadonlySet<Channel> {
  return new Set(journey && plannedSends(journey).map(({ channel }) => channel));
}
