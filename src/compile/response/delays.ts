import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { ClockWarp, DelayTable } from '../program.ts';
import { exp, log, normalQuantile, pow } from './elementary.ts';
import { type ChannelBenchmarks, type LogNormal } from './benchmarks.ts';
import { ACTIVITY_BY_HOUR } from './commonBenchmarks.ts';

const CELLS = 1024;
/** Where the open ends of a distribution are cut: quantiles 2^-14 (0 where it has a start) and 1 − 2^-14. */
const EDGE = 1 / 16384;
/** Per-unit grid that table entries are rounded to, so that a last-bit difference can never survive into a Program. */
const GRID = 65536;

const HOURS_PER_WEEK = 168;

const memo = new Map<string, DelayTable>();

export function logNormalMinutes({ mu, sigma }: LogNormal): DelayTable {
  return table(`ln ${mu} ${sigma}`, (u) => MINUTES_PER_HOUR * exp(mu + sigma * normalQuantile(u)));
}

export function exponentialMinutes(mean: number): DelayTable {
  return table(`exp ${mean}`, (u) => -mean * log(1 - u), 0);
}

function weibullMinutes(scaleMinutes: number, shape: number): DelayTable {
  return table(`weibull ${scaleMinutes} ${shape}`, (u) => scaleMinutes * pow(-log(1 - u), 1 / shape));
}

function evenMinutes(span: number): DelayTable {
  return table(`even ${span}`, (u) => span * u);
}

function fixedMinutes(value: number): DelayTable {
  return table(`fixed ${value}`, () => value);
}

/** Log-normal relative to its mean: entries average 1 over even draws, so that totals keep the mean given. */
export function relativeLogNormal(mean: number, sd: number): DelayTable {
  const sigma = Math.sqrt(log(1 + (sd / mean) * (sd / mean)));
  const raw = table(`relative ${mean} ${sd}`, (u) => exp(sigma * normalQuantile(u)));
  let area = 0;
  for (let i = 0; i < CELLS; i++) area += (raw[i]! + raw[i + 1]!) / 2;
  return raw.map((value) => Math.round((value / (area / CELLS)) * GRID) / GRID);
}

export function openDelayOf(channel: ChannelBenchmarks): DelayTable {
  const delay = channel.openDelay;
  if ('mu' in delay) return logNormalMinutes(delay);
  if ('meanVirtualHours' in delay) return exponentialMinutes(delay.meanVirtualHours * MINUTES_PER_HOUR);
  if ('evenDays' in delay) return evenMinutes(delay.evenDays * MINUTES_PER_DAY);
  return fixedMinutes(delay.fixedHours * MINUTES_PER_HOUR);
}

export function clickDelayOf(channel: ChannelBenchmarks): DelayTable {
  const delay = channel.clickDelay;
  if (delay === 'next minute') return fixedMinutes(0);
  if ('weibullDays' in delay)
    return weibullMinutes(delay.weibullDays.scale * MINUTES_PER_DAY, delay.weibullDays.shape);
  return logNormalMinutes(delay);
}

/** The week's activity as a clock, from 24 weights for the hours of a local day. */
export function clockWarp(weights: readonly number[] = ACTIVITY_BY_HOUR): ClockWarp {
  let total = 0;
  for (const weight of weights) total += weight;
  const virtualAtHour = new Float64Array(HOURS_PER_WEEK + 1);
  let sum = 0;
  for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
    sum += weights[hour % 24]!;
    virtualAtHour[hour + 1] = Math.round(((sum * 24 * MINUTES_PER_HOUR) / total) * GRID) / GRID;
  }
  const hourOfVirtual = new Uint8Array(HOURS_PER_WEEK);
  for (let k = 0, hour = 0; k < HOURS_PER_WEEK; k++) {
    while (virtualAtHour[hour + 1]! <= k * MINUTES_PER_HOUR) hour++;
    hourOfVirtual[k] = hour;
  }
  return { virtualAtHour, hourOfVirtual };
}

function table(key: string, quantile: (u: number) => number, low = EDGE): DelayTable {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = new Float64Array(CELLS + 1);
  for (let i = 0; i <= CELLS; i++) {
    const u = i === 0 ? low : i === CELLS ? 1 - EDGE : i / CELLS;
    made[i] = Math.round(quantile(u) * GRID) / GRID;
  }
  memo.set(key, made);
  return made;
}
