import type { Calibration } from '../../journey/calibration.ts';
import type { Send } from '../../journey/steps/message.ts';
import { CHANNEL_BENCHMARKS, sourceOf, type Benchmark, type ChannelBenchmarks } from './benchmarks.ts';
import { COMMON_BENCHMARKS } from './commonBenchmarks.ts';

export const RATE_NAMES = ['delivered', 'opened', 'clicked', 'converted', 'unsubscribed', 'replied'] as const;
export type RateName = (typeof RATE_NAMES)[number];

/**
 * `yours`: typed into the settings; `journey`: said by a step of this journey, a template's too; `calibrated`: a default moved by your own
 * rates; `benchmark`: a published default; `assumed`: a default for which nothing is published.
 */
export type RateSource = 'benchmark' | 'assumed' | 'calibrated' | 'yours' | 'journey';

/** Whether it stands because nobody has said otherwise. */
export function isDefault(source: RateSource): source is 'benchmark' | 'assumed' {
  return source === 'benchmark' || source === 'assumed';
}

/** Whether somebody has said just this number, in the settings or in the journey. */
export function isGiven(source: RateSource): source is 'yours' | 'journey' {
  return source === 'yours' || source === 'journey';
}

export interface Rate extends Benchmark {
  readonly source: RateSource;
}

export type RatedSend = Pick<Send, 'channel' | 'occasion' | 'response'>;

/**
 * The rates that one send is simulated with: `opened` true opens of delivered, `clicked` of delivered, `converted` of clicks,
 * the rest of delivered. Order of precedence: the message's own, the channel's own, calibration, benchmark.
 */
export function ratesOf(send: RatedSend, calibration: Calibration): Readonly<Record<RateName, Rate>> {
  const channel = CHANNEL_BENCHMARKS[send.channel];
  const rates: Record<RateName, Rate> = {
    delivered: benchmark(channel.delivered),
    opened: calibrated('opened', send, channel, calibration),
    clicked: calibrated('clicked', send, channel, calibration),
    converted: calibrated('converted', send, channel, calibration),
    unsubscribed: benchmark(benchmarkOf('unsubscribed', send, channel)),
    replied: benchmark(channel.replied),
  };
  for (const name of RATE_NAMES) {
    const given = calibration.channels?.[send.channel]?.[name];
    if (given !== undefined) rates[name] = ownOfChannel(name, given, send);
  }
  const own = send.response ?? {};
  for (const name of RATE_NAMES) {
    const value = own[name];
    if (value !== undefined) rates[name] = ofMessage(value);
  }
  // A tap is the open and the click at once, so one override moves both.
  const tap = channel.openStage === 'tap' ? (own.clicked ?? own.opened) : undefined;
  if (tap !== undefined) rates.opened = rates.clicked = ofMessage(tap);
  else if (channel.openStage === 'tap' && calibration.channels?.[send.channel]?.clicked !== undefined)
    rates.opened = rates.clicked;
  // Who clicks has opened: opens that nobody gave for this message are at least its clicks.
  if (own.opened === undefined && rates.opened.value < rates.clicked.value)
    rates.opened = { ...rates.clicked, reference: rates.opened.reference };
  return rates;
}

/**
 * People and machines behind a reported open rate: reported = 1 − (1 − machines)(1 − people). Machines get their usual share, but at
 * most half of what is reported: a tool that reports 15 % is not read by machines alone.
 */
export function readOpens(reported: number): { readonly people: number; readonly machines: number } {
  const usual = COMMON_BENCHMARKS.machineReaders.value;
  const people = Math.max(1 - (1 - reported) / (1 - usual), reported / 2);
  return { people, machines: people >= 1 ? usual : 1 - (1 - reported) / (1 - people) };
}

/** Share of contacts whose mail a machine opens, under this calibration. */
export function machineShare({ opened }: Calibration): number {
  return opened === undefined ? COMMON_BENCHMARKS.machineReaders.value : readOpens(opened).machines;
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
  const isTap = name === 'opened' && channel.openStage === 'tap';
  const given = calibration[isTap ? 'clicked' : name];
  if (given === undefined || base.value === 0 || base.value === 1) return benchmark(base);
  // What is read in a mailbox says nothing about text messages: the open rate is e-mail's alone.
  if (name === 'opened' && !isTap) {
    if (send.channel !== 'email') return benchmark(base);
    return { value: readOpens(given).people, source: 'yours', reference: 'your e-mail' };
  }
  if (send.channel === 'email' && send.occasion === 'campaign')
    return { value: given, source: 'yours', reference: 'your e-mail' };
  const from = CHANNEL_BENCHMARKS.email[name === 'converted' ? 'converted' : 'clicked'];
  return moved(base, from.value, given);
}

/** A channel's own rate is that of its campaigns. */
function ownOfChannel(name: RateName, given: number, send: RatedSend): Rate {
  const channel = CHANNEL_BENCHMARKS[send.channel];
  const of = (occasion: RatedSend['occasion']) => {
    if (name === 'delivered' || name === 'replied') return channel[name];
    return benchmarkOf(name, { ...send, occasion }, channel);
  };
  const [campaign, here] = [of('campaign'), of(send.occasion)];
  if (here.value === campaign.value || [0, 1].includes(here.value) || [0, 1].includes(campaign.value))
    return { value: given, source: 'yours', reference: 'your settings' };
  return moved(here, campaign.value, given);
}

/** What is published moves by the odds ratio that takes `from` to `to`, with its range: so much stays unknown of it. */
function moved({ value, low, high, reference }: Benchmark, from: number, to: number): Rate {
  const at = (rate: number) => shiftOdds(rate, from, to);
  const range = low === undefined || high === undefined ? {} : { low: at(low), high: at(high) };
  return { value: at(value), ...range, source: 'calibrated', reference };
}

function ofMessage(value: number): Rate {
  return { value, source: 'journey', reference: 'this message' };
}

/** Moves `rate` by the odds ratio that takes `from` to `to`. */
export function shiftOdds(rate: number, from: number, to: number): number {
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
  return { ...from, source: sourceOf(from) };
}
