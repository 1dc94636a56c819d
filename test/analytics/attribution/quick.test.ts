import { it } from 'vitest';
import { readPathData, readReference } from '../../../bench/attribution/pathData.ts';
import { markovCredit } from '../../../src/analytics/attribution/markov/markovCredit.ts';
import { HEURISTICS } from '../../../src/analytics/attribution/heuristics.ts';
import { heuristicCredit, perClaimant } from '../../../src/analytics/attribution/heuristicCredit.ts';
import { observedSets, conversionsGame, exactRateGame } from '../../../src/analytics/attribution/shapley/game.ts';
import { shapley } from '../../../src/analytics/attribution/shapley/shapley.ts';
it('x', () => {
  const paths = readPathData();
  const [ref]: any = readReference('pathdata_markov_order1');
  for (let order = 1; order <= 4; order++) {
    const begin = performance.now();
    const made = markovCredit(paths, order);
    console.log(order, made.chain.walks.states, performance.now() - begin, made.chain.conversions/made.chain.total);
    if (order === 1) paths.claimants.forEach((c, i) => console.log(c, made.effects[i], made.effects[i] - ref.removal_effect[c], made.conversions[i] - ref.conversions[c], made.value[i] - ref.value[c]));
  }
  for (const m of HEURISTICS) {
    const begin = performance.now();
    const s = perClaimant(heuristicCredit(m, paths, { decay: { by: 'time', halfLifeDays: 1 }, direct: new Set() }).conversions);
    console.log(m, s[0], s.reduce((a, b) => a + b), performance.now() - begin);
  }
  const begin = performance.now();
  const sets = observedSets(paths);
  console.log(paths.claimants, shapley(conversionsGame(sets.conversions)), shapley(exactRateGame(sets)), performance.now() - begin);
});
