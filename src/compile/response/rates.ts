import type { Calibration } from '../../journey/calibration.ts';
import type { Send } from '../../journey/steps/message.ts';
import { CHANNEL_BENCHMARKS, type Benchmark, type ChannelBenchmarks } from './benchmarks.ts';
import { COMMON_BENCHMARKS } from './commonBenchmarks.ts';

export const RATE_NAMES = ['delivered', 'opened', 'clicked', 'converted', 'unsubscribed', 'replied'] as const;
export type RateName = (typeof RATE_NAMES)[number];

/** `yours`: typed in for this message or this channel; `calibrated`: a benchmark moved by your e-mail rates. */
export type RateSource = 'benchmark' | 'calibrated' | 'yours';

export interface Rate extends Benchmark {
  readonly source: RateSource;
}

export type RatedSend = Pick<Send, 'channel' | 'occasion' | 'response'>;

/**
 * The rates that one send is simulated with: `opened` true opens of delivered, `clicked` of delivered, `converted` of clicks,
 * the rest of delivered. Order of precedence: the message's own, then calibration, then benchmark.
 */
export function ratesOf(send: RatedSend, calibration: Calibration): Readonly<Record<RateName, Rate>> {
  const channel = CHANNEL_BENCHMARKS[send.channel];
  const moved: Record<RateName, Rate> = {
    delivered: benchmark(channel.delivered),
    opened: calibrated('opened', send, channel, calibration),
    clicked: calibrated('clicked', send, channel, calibration),
    converted: calibrated('converted', send, channel, calibration),
    unsubscribed: benchmark(benchmarkOf('unsubscribed', send, channel)),
    replied: benchmark(channel.replied),
  };
  const own = send.response;
  if (own === undefined) return moved;
  for (const name of RATE_NAMES) {
    const value = own[name];
    if (value !== undefined) moved[name] = { value, source: 'yours', reference: 'this message' };
  }
  // A tap is the open and the click at once, so one override moves both.
  if (channel.openStage === 'tap') {
    const tap = own.clicked ?? own.opened;
    if (tap !== undefined)
      moved.opened = moved.clicked = { value: tap, source: 'yours', reference: 'this message' };
  }
  return moved;
}

/** True opens behind a reported open rate, machine opens taken out: reported = 1 − (1 − machine)(1 − true). */
export function trueOpens(reported: number): number {
  return Math.max(0, 1 - (1 - reported) / (1 - COMMON_BENCHMARKS.machineReaders.value));
}

/** What a sender sees of true opens. */
export function reportedOpens(trueRate: number): number {
  return 1 - (1 - COMMON_BENCHMARKS.machineReaders.value) * (1 - trueRate);
}

type CalibratedName = 'opened' | 'clicked' | 'converted';

function calibrated(
  name: CalibratedName,
  send: RatedSend,
  channel: ChannelBenchmarks,
  calibration: Calibration,
): Rate {
  const base = benchmarkOf(name, send, channel);
  const given = calibration[name === 'opened' && channel.openStage === 'tap' ? 'clicked' : name];
  if (given === undefined || base.value === 0 || base.value === 1) return benchmark(base);
  const mine = name === 'opened' && channel.openStage !== 'tap' ? trueOpens(given) : given;
  if (send.channel === 'email' && send.occasion === 'campaign')
    return { value: mine, source: 'yours', reference: 'your e-mail' };
  const email = CHANNEL_BENCHMARKS.email;
  const from =
    name === 'opened' && channel.openStage !== 'tap'
      ? email.opened
      : name === 'converted'
        ? email.converted
        : email.clicked;
  return { value: shiftOdds(base.value, from.value, mine), source: 'calibrated', reference: base.reference };
}

/** Moves `rate` by the odds ratio that takes `from` to `to`. */
function shiftOdds(rate: number, from: number, to: number): number {
  if (to <= 0) return 0;
  if (to >= 1) return 1;
  const odds = (rate / (1 - rate)) * (to / (1 - to)) * ((1 - from) / from);
  return odds / (1 + odds);
}

function benchmarkOf(
  name: CalibratedName | 'unsubscribed',
  send: RatedSend,
  channel: ChannelBenchmarks,
): Benchmark {
  if (send.occasion !== 'triggered') return channel[name];
  if (name === 'converted') return channel.convertedTriggered ?? channel.converted;
  if (name === 'unsubscribed') return channel.unsubscribedTriggered ?? channel.unsubscribed;
  if (name === 'clicked' || channel.openStage === 'tap') return channel.clickedTriggered ?? channel.clicked;
  return channel.opened;
}

function benchmark(from: Benchmark): Rate {
  return { ...from, source: 'benchmark' };
}
