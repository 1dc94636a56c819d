import { GROUPS } from '../../engine/results.ts';
import type { Estimate } from '../intervals.ts';
import type { CreditPaths } from './creditPaths.ts';
import { estimateCredit, estimateValue, noConversion, type Shown, type Spread } from './estimateCredit.ts';
import { heuristicCredit, type CreditSums } from './heuristicCredit.ts';
import type { HeuristicSettings } from './heuristics.ts';
import { chainOf, type Chain } from './markov/chain.ts';
import { markovSpread, type Measure } from './markov/markovSpread.ts';

/**
 * The models that a run's touches are shared out by. The Shapley value of what was observed is `linearUnique`; a last touch that is not
 * direct is the last one, since all touches of a run are messages.
 */
export const MODELS = [
  'first',
  'last',
  'linear',
  'linearUnique',
  'timeDecay',
  'uShaped',
  'wShaped',
  'fullPath',
  'markov',
] as const;
export type Model = (typeof MODELS)[number];

export interface AttributionSettings extends Pick<HeuristicSettings, 'decay'> {
  /** Of the Markov chain, 1 to 4. */
  readonly order: number;
}

export interface Attribution {
  readonly claimants: readonly string[];
  /** In the order of MODELS; each has one estimate per claimant. */
  readonly models: readonly ModelCredit[];
  /** Conversions without a touch that counts, which no model gives to anybody. */
  readonly unclaimed: Readonly<Record<Measure, Estimate>>;
  /** All of them: what each model's credits and the unclaimed add up to. */
  readonly total: Readonly<Record<Measure, number>>;
}

export interface ModelCredit extends Readonly<Record<Measure, readonly Estimate[]>> {
  readonly model: Model;
}

/** Every model's credit, with its interval over other contacts of this kind (see `estimateCredit`). */
export function attribute(paths: CreditPaths, settings: AttributionSettings, shown: Shown): Attribution {
  const rest = { decay: settings.decay, direct: new Set<number>() };
  const claimants = paths.claimants.length;
  const last = heuristicCredit('last', paths, rest);
  const estimated = (sums: CreditSums, measure: Measure, claimant: number): Estimate => {
    const of = (one: Measure) => groupsOnly(sums[one].subarray(claimant * GROUPS, (claimant + 1) * GROUPS));
    return estimateOne({ conversions: of('conversions'), value: of('value') }, measure, shown);
  };
  const byRule = (model: Exclude<Model, 'markov'>): ModelCredit => {
    const sums = model === 'last' ? last : heuristicCredit(model, paths, rest);
    const of = (measure: Measure) => paths.claimants.map((_, at) => estimated(sums, measure, at));
    return { model, conversions: of('conversions'), value: of('value') };
  };
  const totalOf = (sums: Float64Array): number => sums.reduce((sum, part) => sum + part, 0) * shown.factor;
  return {
    claimants: paths.claimants,
    models: MODELS.map((model) =>
      model === 'markov' ? byChain(paths, chainOf(paths, settings.order), shown) : byRule(model),
    ),
    unclaimed: {
      conversions: estimated(last, 'conversions', claimants),
      value: estimated(last, 'value', claimants),
    },
    total: { conversions: totalOf(last.conversions), value: totalOf(last.value) },
  };
}

function byChain(paths: CreditPaths, chain: Chain, shown: Shown): ModelCredit {
  const spreads = {
    conversions: markovSpread(paths, chain, 'conversions'),
    value: markovSpread(paths, chain, 'value'),
  };
  const of = (measure: Measure) =>
    paths.claimants.map((_, at) =>
      estimateOne({ conversions: spreads.conversions[at]!, value: spreads.value[at]! }, measure, shown),
    );
  return { model: 'markov', conversions: of('conversions'), value: of('value') };
}

function groupsOnly(groups: Float64Array): Spread {
  return { groups, elsewhere: 0, squares: 0 };
}

function estimateOne(credit: Readonly<Record<Measure, Spread>>, measure: Measure, shown: Shown): Estimate {
  const { groups, elsewhere } = credit.conversions;
  const conversions = groups.reduce((sum, part) => sum + part, elsewhere);
  if (measure === 'value') return estimateValue(credit.value, shown, conversions);
  return conversions === 0 ? noConversion(shown) : estimateCredit(credit.conversions, shown, conversions);
}
