import { COMMON_LIMITS, type Calibration, type CommonName } from '../../journey/calibration.ts';
import { CHANNELS } from '../../journey/channels.ts';
import type { Problem } from '../../journey/problem.ts';
import { probability, type Probability } from '../../journey/units.ts';
import { RATE_NAMES } from './rates.ts';

export type ParsedCalibration =
  | { readonly ok: true; readonly calibration: Calibration }
  /** Nothing was read. */
  | { readonly ok: false; readonly problem: Problem };

/** Of the marketer's e-mail: the three boxes. */
const E_MAIL_RATES = ['opened', 'clicked', 'converted'] as const;

/** Ends the reading; never leaves this file. */
class Fault extends Error {}

/** Reads what a file of rates says. Everything in it must be known: a misspelt key would be ignored in silence. */
export function readCalibration(value: Readonly<Record<string, unknown>>): ParsedCalibration {
  try {
    return { ok: true, calibration: calibrationIn(value) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return {
      ok: false,
      problem: { code: 'damaged-rates', severity: 'error', words: error.message, values: {} },
    };
  }
}

function calibrationIn({ channels, common, ...rates }: Readonly<Record<string, unknown>>): Calibration {
  return {
    ...readRates(rates, { of: E_MAIL_RATES, also: ['channels', 'common'] }),
    ...(channels === undefined ? {} : { channels: readChannels(channels) }),
    ...(common === undefined ? {} : { common: readCommon(common) }),
  };
}

type Rates<N extends string> = Partial<Record<N, Probability>>;

function readRates<N extends string>(
  given: Readonly<Record<string, unknown>>,
  { of, also = [], under = '' }: { of: readonly N[]; also?: readonly string[]; under?: string },
): Rates<N> {
  const rates: Rates<N> = {};
  for (const [name, rate] of Object.entries(given)) {
    const known = of.find((one) => one === name);
    if (known === undefined)
      throw new Fault(`“${under}${name}” is no rate; there are ${inWords([...of, ...also])}`);
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1))
      throw new Fault(
        `“${under}${name}” is ${JSON.stringify(rate)}; it must be a number from 0 to 1, such as 0.21 for 21 %`,
      );
    rates[known] = probability(rate);
  }
  return rates;
}

function readChannels(given: unknown): NonNullable<Calibration['channels']> {
  const read = Object.entries(objectAt('channels', given)).map(([name, rates]) => {
    const channel = CHANNELS.find((one) => one === name);
    if (channel === undefined)
      throw new Fault(`“channels.${name}” is no channel; there are ${inWords(CHANNELS)}`);
    const under = `channels.${name}`;
    return [channel, readRates(objectAt(under, rates), { of: RATE_NAMES, under: `${under}.` })];
  });
  return Object.fromEntries(read) as NonNullable<Calibration['channels']>;
}

function readCommon(given: unknown): NonNullable<Calibration['common']> {
  for (const [name, value] of Object.entries(objectAt('common', given))) {
    if (!isCommon(name))
      throw new Fault(`“common.${name}” is no parameter; there are ${inWords(Object.keys(COMMON_LIMITS))}`);
    const most = COMMON_LIMITS[name];
    if (typeof value !== 'number' || !(value >= 0 && value <= most))
      throw new Fault(`“common.${name}” is ${JSON.stringify(value)}; it must be a number from 0 to ${most}`);
  }
  return given as NonNullable<Calibration['common']>;
}

function isCommon(name: string): name is CommonName {
  return Object.hasOwn(COMMON_LIMITS, name);
}

function objectAt(place: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Fault(`“${place}” must be a JSON object`);
  return value as Record<string, unknown>;
}

/** `a, b and c` */
function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
