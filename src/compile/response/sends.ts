import type { Calibration, CommonName } from '../../journey/calibration.ts';
import { CHANNELS } from '../../journey/channels.ts';
import type { Economics } from '../../journey/economics.ts';
import type { Send } from '../../journey/steps/message.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { PRESSURE_UNIT, type PoissonTable, type ProgramSend, type ResponseTables } from '../program.ts';
import { CHANNEL_BENCHMARKS } from './benchmarks.ts';
import { ACTIVITY_BY_HOUR, COMMON_BENCHMARKS } from './commonBenchmarks.ts';
import {
  clickDelayOf,
  clockWarp,
  exponentialMinutes,
  logNormalMinutes,
  openDelayOf,
  relativeLogNormal,
} from './delays.ts';
import { commonRate } from './common.ts';
import { costOf } from './costs.ts';
import { exp, log } from './elementary.ts';
import { clickOddsForRate, delayFactors, fatigue, oddsForRate, openRate } from './odds.ts';
import { conversionThresholds, poissonTable, propensityBins } from './propensity.ts';
import { machineShare, ratesOf } from './rates.ts';

const TWO_32 = 4294967296;
const LN2 = 0.693147180559945309;

export interface ResponseContext {
  readonly calibration: Calibration;
  readonly heterogeneous: boolean;
  readonly economics?: Economics | undefined;
}

export interface SendPlace {
  readonly step: number;
  /** −1: not a rung. */
  readonly rung: number;
  /** Index into the Program's channels. */
  readonly channel: number;
}

/** A share of 1 as a threshold that a 32-bit draw stays below. */
export function threshold(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * TWO_32);
}

/** What a send's answers depend on beside its place in the journey and its price. */
type Answers = Omit<ProgramSend, keyof Priced | 'transactional' | 'caps' | 'counts' | 'quiet'>;

/** A send but for the policies it answers to. */
export type Priced = SendPlace & { readonly costMicros: number };

const memo = new Map<string, Answers>();
const MEMO_LIMIT = 500;

/** Lowers one send: rates become odds per engagement bucket, thresholds and tables (semantics D). */
export function compileSend(send: Send, place: SendPlace, context: ResponseContext): Priced & Answers {
  const { impressions } = CHANNEL_BENCHMARKS[send.channel];
  const cost = costOf(send, context.economics).value * impressions;
  return { ...place, costMicros: Math.round(cost * 1e6), ...answersOf(send, context) };
}

/** Solving odds takes a millisecond; an edit leaves nearly every send as it was, so what was solved is kept. */
function answersOf(send: Send, context: ResponseContext): Answers {
  const key = JSON.stringify([
    send.channel,
    send.occasion,
    send.response,
    context.calibration,
    context.heterogeneous,
  ]);
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const made = solveAnswers(send, context);
  memo.set(key, made);
  return made;
}

function solveAnswers(send: Send, context: ResponseContext): Answers {
  const channel = CHANNEL_BENCHMARKS[send.channel];
  const rates = ratesOf(send, context.calibration);
  const spread = context.heterogeneous ? 1 : 0;
  const common = (name: CommonName) => commonRate(name, context.calibration).value;
  const openDelay = openDelayOf(channel);
  const openOdds = oddsForRate(rates.opened.value, channel.sigma * spread);
  const factors =
    channel.openStage === 'open'
      ? delayFactors(
          openDelay,
          COMMON_BENCHMARKS.clickDelayPivotHours.value * 60,
          COMMON_BENCHMARKS.clickDelayExponent.value,
        )
      : new Float64Array(0);
  const alive = 1 - channel.hardBounce;
  return {
    channelKey: CHANNELS.indexOf(send.channel),
    hardBounceThreshold: rates.delivered.value > alive ? 0 : threshold(channel.hardBounce),
    deliveredThreshold: threshold(
      rates.delivered.value > alive ? rates.delivered.value : rates.delivered.value / alive,
    ),
    openOdds,
    clickOdds: clickOddsForRate(
      rates.clicked.value,
      channel.clickSigma * spread,
      openOdds,
      factors.length > 0 ? [...factors] : [1],
    ),
    clickDelayFactor: factors,
    unsubscribeOdds: oddsForRate(
      rates.unsubscribed.value,
      -COMMON_BENCHMARKS.unsubscribeEngagement.value * spread,
    ),
    complaintShareThreshold: send.channel === 'email' ? threshold(common('complaintShare')) : 0,
    replyThreshold: threshold(rates.replied.value),
    replyIsClick: send.channel === 'call' && send.response?.replied === undefined,
    conversionThreshold: conversionThresholds(rates.converted.value, propensityBins(context.heterogeneous)),
    openFatigue: fatigue(-channel.phi * spread),
    clickFatigue: fatigue(-channel.clickPhi * spread),
    unsubscribeFatigue: fatigue(common('unsubscribePressure') * spread),
    machineOpens: send.channel === 'email',
    opensReported: channel.opensReported,
    opensCounted: channel.openStage !== 'none',
    openDelay,
    clickDelay: clickDelayOf(channel),
    quickShareThreshold: threshold(send.channel === 'direct-mail' ? 1 : common('quickBuyers')),
    quickDelay: logNormalMinutes(COMMON_BENCHMARKS.quickBuyHours),
    slowDelay: logNormalMinutes(COMMON_BENCHMARKS.slowBuyHours),
    warped: channel.warped,
    pressure: Math.round(channel.pressure * PRESSURE_UNIT),
    goodwill:
      channel.goodwill === 'open' ? OPEN_GOODWILL : channel.goodwill === 'delivery' ? AD_GOODWILL : -1,
    goodwillAtDelivery: channel.goodwill === 'delivery',
  };
}

/** Why a send's rates contradict each other; undefined when they do not. */
export function contradiction(send: Send, context: ResponseContext): 'clickAboveOpen' | undefined {
  const channel = CHANNEL_BENCHMARKS[send.channel];
  const rates = ratesOf(send, context.calibration);
  if (channel.openStage === 'none' || channel.openStage === 'tap') return undefined;
  const opens = openRate(oddsForRate(rates.opened.value, context.heterogeneous ? channel.sigma : 0));
  return rates.clicked.value > opens + 1e-9 ? 'clickAboveOpen' : undefined;
}

const OPEN_GOODWILL = 0;
const AD_GOODWILL = 1;

/** Tables that no single send owns. */
export function compileResponse(orderMeanMinor: number, context: ResponseContext): ResponseTables {
  const { calibration, heterogeneous } = context;
  const key = JSON.stringify([orderMeanMinor, calibration, heterogeneous]);
  if (tables?.key !== key) tables = { key, made: makeTables(orderMeanMinor, context) };
  return tables.made;
}

/** The last tables made: hardly an edit changes them. */
let tables: { readonly key: string; readonly made: ResponseTables } | undefined;

function makeTables(orderMeanMinor: number, { calibration, heterogeneous }: ResponseContext): ResponseTables {
  const common = (name: CommonName) => commonRate(name, calibration).value;
  const { orderMean, orderSd, machineOpenMinutes } = COMMON_BENCHMARKS;
  const propensity = propensityBins(heterogeneous);
  const perDay = common('organicPerDay');
  const stockDays = common('goodwillHalfLifeDays') / LN2;
  const goodwill: PoissonTable[] = [
    poissonTable(perDay * common('goodwillPerOpen') * stockDays, propensity),
    // An ad in flight for a week lifts a week's organic purchases.
    poissonTable(perDay * common('adLift') * 7, propensity),
  ];
  return {
    organicGap: propensity.map((v) => Math.min(1e12, Math.round(MINUTES_PER_DAY / (perDay * v)))),
    exponential: exponentialMinutes(1),
    goodwill,
    goodwillDelay: exponentialMinutes(stockDays * MINUTES_PER_DAY),
    orderValue: relativeLogNormal(orderMean.value, orderSd.value),
    orderMeanMinor,
    machineThreshold: threshold(machineShare(calibration)),
    machineOpenMinutes: machineOpenMinutes.value,
    warp: clockWarp(ACTIVITY_BY_HOUR),
    startPressure: common('startPressure') * PRESSURE_UNIT,
    pressureDecay: pressureDecay(common('pressureHalfLifeDays')),
  };
}

/** Remaining share of pressure per quarter hour, over four half-lives, in steps of 2^-16. */
function pressureDecay(halfLifeDays: number): Float64Array {
  const perQuarter = LN2 / (halfLifeDays * 96);
  return Float64Array.from(
    { length: Math.ceil(halfLifeDays * 96 * 4) + 1 },
    (_, q) => Math.round(exp(-q * perQuarter) * 65536) / 65536,
  );
}

/** Half-lives that a table of wins covers; nobody wins after that. */
const WIN_HALF_LIVES = 32;

/** Thresholds of a win, p0 · 2^(−k / 64) after a wait of k / 64 half-lives. */
export function winThresholds(p0: number): Float64Array {
  return Float64Array.from({ length: WIN_HALF_LIVES * 64 + 1 }, (_, k) =>
    threshold(p0 * exp((-k / 64) * LN2)),
  );
}

/** Log-normal from its median. */
export function fromMedian(medianMinutes: number, sigma: number): { mu: number; sigma: number } {
  return { mu: log(Math.max(1, medianMinutes) / 60), sigma };
}
