import type { Channel } from '../../journey/channels.ts';
import { ASSUMPTION } from './commonBenchmarks.ts';

/** A default with its plausible range and where it comes from. `assumption`: no usable published figure was found. */
export interface Benchmark {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly reference: string;
}

/** How a reference begins where nothing is published: it is a guess, neutral, or so by definition. */
const UNPUBLISHED = [
  'assumption',
  'not known',
  'does not apply',
  'the response is the conversion',
  'a conversation',
] as const;

/** Whether a default is a published figure. */
export function sourceOf({ reference }: Pick<Benchmark, 'reference'>): 'benchmark' | 'assumed' {
  return UNPUBLISHED.some((begins) => reference.startsWith(begins)) ? 'assumed' : 'benchmark';
}

/** Log-normal in hours: median = e^mu. */
export interface LogNormal {
  readonly mu: number;
  readonly sigma: number;
}

/** How people answer one channel. Rates are means over contacts at the pressure of one message a week. */
export interface ChannelBenchmarks {
  readonly delivered: Benchmark;
  readonly hardBounce: number;
  /** True opens (views, answered calls) of delivered. 1 where there is nothing to open. */
  readonly opened: Benchmark;
  readonly openStage: 'open' | 'view' | 'tap' | 'answer' | 'none';
  readonly opensReported: boolean;
  /** Clicks of delivered (responses by post, conversations on the phone). */
  readonly clicked: Benchmark;
  readonly clickedTriggered?: Benchmark;
  readonly converted: Benchmark;
  readonly convertedTriggered?: Benchmark;
  readonly unsubscribed: Benchmark;
  readonly unsubscribedTriggered?: Benchmark;
  readonly replied: Benchmark;
  /** Per send; per impression times `impressions` for ads. */
  readonly cost: Benchmark;
  readonly impressions: number;
  readonly openDelay:
    | LogNormal
    | { readonly meanVirtualHours: number }
    | { readonly fixedHours: number }
    | { readonly evenDays: number };
  readonly clickDelay:
    LogNormal | { readonly weibullDays: { readonly scale: number; readonly shape: number } } | 'next minute';
  /** Opens follow the contact's active hours instead of the clock. */
  readonly warped: boolean;
  /** Spread of engagement on the logit scale: for the open stage, and for clicks given an open. */
  readonly sigma: number;
  readonly clickSigma: number;
  readonly phi: number;
  readonly clickPhi: number;
  readonly pressure: number;
  readonly goodwill: 'open' | 'delivery' | 'none';
}

const none: Benchmark = { value: 0, reference: 'not known: give your own' };
const nothing: Benchmark = { value: 0, reference: 'does not apply' };
const certain: Benchmark = { value: 1, reference: 'does not apply' };
const QUICK: LogNormal = { mu: -0.45, sigma: 2.0 };

const bought: Omit<ChannelBenchmarks, 'clicked' | 'converted' | 'cost'> = {
  delivered: certain,
  hardBounce: 0,
  opened: certain,
  openStage: 'none',
  opensReported: false,
  unsubscribed: nothing,
  replied: nothing,
  impressions: 10,
  openDelay: { evenDays: 7 },
  clickDelay: 'next minute',
  warped: false,
  sigma: 0,
  clickSigma: 1,
  phi: 0,
  clickPhi: 0,
  pressure: 0,
  goodwill: 'none',
};

/** Defaults per channel; sources are named by publisher and year. Conversions of clicks, clicks of delivered. */
export const CHANNEL_BENCHMARKS: Readonly<Record<Channel, ChannelBenchmarks>> = {
  email: {
    delivered: { value: 0.99, low: 0.97, high: 0.995, reference: 'Mailchimp 2019' },
    hardBounce: 0.004,
    opened: {
      value: 0.21,
      low: 0.12,
      high: 0.35,
      reference: 'Mailchimp 2019, Omnisend 2023: true opens, before machine opens',
    },
    openStage: 'open',
    opensReported: true,
    clicked: {
      value: 0.016,
      low: 0.005,
      high: 0.03,
      reference: 'Omnisend 2023, Klaviyo 2026, Mailchimp 2019',
    },
    clickedTriggered: { value: 0.05, low: 0.027, high: 0.1, reference: 'Klaviyo 2024 and 2026' },
    converted: { value: 0.06, low: 0.03, high: 0.13, reference: 'Omnisend 2022 and 2023' },
    convertedTriggered: { value: 0.3, low: 0.15, high: 0.35, reference: 'Omnisend 2022, Klaviyo 2026' },
    unsubscribed: { value: 0.0025, low: 0.001, high: 0.006, reference: 'Mailchimp 2019, BS&Co 2026' },
    unsubscribedTriggered: { value: 0.006, low: 0.0025, high: 0.0073, reference: 'BS&Co 2026, Klaviyo 2024' },
    replied: none,
    cost: { value: 0.001, low: 0.0001, high: 0.005, reference: ASSUMPTION },
    impressions: 1,
    openDelay: { mu: 1.84, sigma: 2.3 },
    clickDelay: { mu: -4.094344562, sigma: 1 },
    warped: true,
    sigma: 1.3,
    clickSigma: 0.5,
    phi: 0.16,
    clickPhi: 0.05,
    pressure: 1,
    goodwill: 'open',
  },
  sms: {
    delivered: { value: 0.96, low: 0.85, high: 0.99, reference: 'Burst SMS' },
    hardBounce: 0,
    opened: { value: 0.95, low: 0.85, high: 0.99, reference: 'MobileSquared' },
    openStage: 'view',
    opensReported: false,
    clicked: { value: 0.06, low: 0.04, high: 0.145, reference: 'Klaviyo 2026, Omnisend 2020, Dynmark 2013' },
    converted: { value: 0.08, low: 0.025, high: 0.14, reference: 'Klaviyo, Omnisend 2020' },
    unsubscribed: { value: 0.01, low: 0.005, high: 0.02, reference: 'Klaviyo' },
    replied: none,
    cost: { value: 0.015, low: 0.007, high: 0.05, reference: ASSUMPTION },
    impressions: 1,
    openDelay: { mu: -5.32, sigma: 1.82 },
    clickDelay: QUICK,
    warped: true,
    sigma: 0,
    clickSigma: 1,
    phi: 0,
    clickPhi: 0.22,
    pressure: 2,
    goodwill: 'open',
  },
  push: {
    delivered: { value: 0.9, low: 0.8, high: 0.97, reference: ASSUMPTION },
    hardBounce: 0,
    opened: { value: 0.042, low: 0.018, high: 0.09, reference: 'Batch 2025, Leanplum 2016, Accengage 2016' },
    openStage: 'tap',
    opensReported: true,
    clicked: { value: 0.042, low: 0.018, high: 0.09, reference: 'Batch 2025, Leanplum 2016, Accengage 2016' },
    clickedTriggered: { value: 0.144, low: 0.07, high: 0.2, reference: 'Batch 2025, contextual' },
    converted: { value: 0.04, low: 0.01, high: 0.1, reference: ASSUMPTION },
    unsubscribed: {
      value: 0.003,
      low: 0.001,
      high: 0.01,
      reference: 'assumption; survey of Localytics 2017 only',
    },
    replied: nothing,
    cost: { value: 0, low: 0, high: 0.001, reference: ASSUMPTION },
    impressions: 1,
    openDelay: { mu: -0.92, sigma: 1.8 },
    clickDelay: 'next minute',
    warped: true,
    sigma: 1.2,
    clickSigma: 0,
    phi: 0.18,
    clickPhi: 0,
    pressure: 0.7,
    goodwill: 'open',
  },
  'web-push': {
    delivered: { value: 0.8, low: 0.7, high: 0.9, reference: 'ReachBell 2026' },
    hardBounce: 0,
    opened: { value: 0.05, low: 0.01, high: 0.12, reference: 'assumption; a vendor claims 12 %' },
    openStage: 'tap',
    opensReported: true,
    clicked: { value: 0.05, low: 0.01, high: 0.12, reference: 'assumption; a vendor claims 12 %' },
    converted: {
      value: 0.06,
      low: 0.02,
      high: 0.3,
      reference: 'assumption; Omnisend 2020 has 28 %, mostly triggered',
    },
    unsubscribed: { value: 0.004, low: 0.001, high: 0.01, reference: ASSUMPTION },
    replied: nothing,
    cost: { value: 0, reference: ASSUMPTION },
    impressions: 1,
    openDelay: { mu: 0, sigma: 2 },
    clickDelay: 'next minute',
    warped: true,
    sigma: 1,
    clickSigma: 0,
    phi: 0.18,
    clickPhi: 0,
    pressure: 0.7,
    goodwill: 'open',
  },
  'in-app': {
    delivered: certain,
    hardBounce: 0,
    opened: {
      value: 1,
      reference: 'seen at the next session; 25 % of contacts come on a given day (assumption)',
    },
    openStage: 'view',
    opensReported: true,
    clicked: { value: 0.12, low: 0.05, high: 0.3, reference: ASSUMPTION },
    converted: { value: 0.06, reference: ASSUMPTION },
    unsubscribed: nothing,
    replied: nothing,
    cost: { value: 0, reference: ASSUMPTION },
    impressions: 1,
    // A chance of 0.25 a day is an exponential wait with mean 24 / −ln 0.75 hours.
    openDelay: { meanVirtualHours: 83.4253836 },
    clickDelay: 'next minute',
    warped: true,
    sigma: 0,
    clickSigma: 1,
    phi: 0,
    clickPhi: 0.1,
    pressure: 0.3,
    goodwill: 'open',
  },
  whatsapp: {
    delivered: { value: 0.95, low: 0.9, high: 0.99, reference: 'a2c.chat' },
    hardBounce: 0,
    opened: { value: 0.75, low: 0.6, high: 0.98, reference: 'a2c.chat, LandinChat' },
    openStage: 'view',
    opensReported: true,
    clicked: { value: 0.1, low: 0.04, high: 0.35, reference: ASSUMPTION },
    converted: { value: 0.08, reference: ASSUMPTION },
    unsubscribed: { value: 0.008, reference: ASSUMPTION },
    replied: none,
    cost: { value: 0.035, low: 0.011, high: 0.16, reference: 'Meta price list 2026, Twilio' },
    impressions: 1,
    openDelay: { mu: -5.32, sigma: 1.82 },
    clickDelay: QUICK,
    warped: true,
    sigma: 0,
    clickSigma: 1,
    phi: 0,
    clickPhi: 0.22,
    pressure: 2,
    goodwill: 'open',
  },
  'direct-mail': {
    delivered: { value: 0.93, low: 0.9, high: 0.98, reference: 'Suttle-Straus' },
    hardBounce: 0,
    opened: certain,
    openStage: 'none',
    opensReported: false,
    clicked: {
      value: 0.06,
      low: 0.03,
      high: 0.12,
      reference: 'ANA/DMA 2018, DMA 2009, dunnhumby: responses of a house list',
    },
    converted: { value: 1, reference: 'the response is the conversion' },
    unsubscribed: nothing,
    replied: nothing,
    cost: { value: 0.75, low: 0.38, high: 2, reference: 'DMA 2009, raised for inflation (assumption)' },
    impressions: 1,
    openDelay: { fixedHours: 96 },
    clickDelay: { weibullDays: { scale: 17.5, shape: 1.21 } },
    warped: false,
    sigma: 0,
    clickSigma: 1.6,
    phi: 0,
    clickPhi: 0.05,
    pressure: 1,
    goodwill: 'none',
  },
  'search-ad': { ...bought, clicked: none, converted: none, cost: none },
  'display-ad': {
    ...bought,
    // Ten impressions at 0.46 % each: 1 − 0.9954^10.
    clicked: {
      value: 0.04506,
      low: 0.0345,
      high: 0.0678,
      reference: 'WordStream 2023: 0.46 % of impressions, 10 impressions (assumption)',
    },
    converted: { value: 0.0077, low: 0.005, high: 0.03, reference: 'WordStream 2023' },
    cost: { value: 0.0027, reference: 'WordStream 2023: 0.58 a click' },
    goodwill: 'delivery',
  },
  'social-ad': {
    ...bought,
    clicked: {
      value: 0.08643,
      low: 0.0489,
      high: 0.1489,
      reference: 'WordStream 2017: 0.9 % of impressions, 10 impressions (assumption)',
    },
    converted: { value: 0.03, low: 0.01, high: 0.092, reference: 'WordStream 2017, lowered (assumption)' },
    cost: { value: 0.0155, reference: 'WordStream 2017: 1.72 a click' },
  },
  'social-post': { ...bought, impressions: 1, clicked: none, converted: none, cost: nothing },
  call: {
    delivered: certain,
    hardBounce: 0,
    opened: { value: 0.1, low: 0.05, high: 0.25, reference: 'Belkins 2026: answered of dialled' },
    openStage: 'answer',
    opensReported: true,
    clicked: { value: 0.058, low: 0.029, high: 0.145, reference: 'Belkins 2026: conversations of dialled' },
    converted: { value: 0.05, low: 0.02, high: 0.11, reference: 'Belkins 2026, UCI bank calls' },
    unsubscribed: { value: 0.002, reference: 'assumption: 2 % of answered calls ask not to be called' },
    replied: { value: 0.058, low: 0.029, high: 0.145, reference: 'a conversation' },
    cost: { value: 1.5, low: 0.5, high: 6, reference: ASSUMPTION },
    impressions: 1,
    openDelay: { fixedHours: 0 },
    clickDelay: 'next minute',
    warped: false,
    sigma: 1,
    clickSigma: 0,
    phi: 0.0475,
    clickPhi: 0,
    pressure: 4,
    goodwill: 'none',
  },
  webhook: {
    ...bought,
    impressions: 1,
    openDelay: { fixedHours: 0 },
    clicked: nothing,
    converted: nothing,
    cost: nothing,
  },
};
