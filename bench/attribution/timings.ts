import type { CreditPaths } from '../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit } from '../../src/analytics/attribution/heuristicCredit.ts';
import { DEFAULT_SETTINGS } from '../../src/analytics/attribution/heuristics.ts';
import { markovCredit } from '../../src/analytics/attribution/markov/markovCredit.ts';
import { dividends } from '../../src/analytics/attribution/shapley/game.ts';
import { shapley, shapleyOfDividends } from '../../src/analytics/attribution/shapley/shapley.ts';
import { draw } from '../../src/engine/random.ts';
import { seconds } from '../measure.ts';

const ROUNDS = 5;
const PLAYERS = 16;

/** Shortest of a few rounds, in seconds of the processor; what was compared before has warmed the code. */
function time(title: string, work: () => unknown, beside: string): void {
  const rounds = Array.from({ length: ROUNDS }, () => seconds(work));
  const shown = (of: number) => `${of.toFixed(4)} s`;
  console.log(
    `${title.padEnd(46)} first ${shown(rounds[0] ?? NaN)}, best ${shown(Math.min(...rounds))}   ${beside}`,
  );
}

/** What ChannelAttribution’s compiled code takes was stated, not measured here: R is not installable here. */
export function timings(paths: CreditPaths | undefined): void {
  if (paths) {
    time(
      'PathData, first, last and linear touch',
      () =>
        (['first', 'last', 'linear'] as const).map((model) =>
          heuristicCredit(model, paths, DEFAULT_SETTINGS),
        ),
      'stated for the compiled reference: .05 s',
    );
    for (const order of [1, 2, 3, 4])
      time(
        `PathData, Markov order ${order}, exact`,
        () => markovCredit(paths, order),
        order <= 3 ? 'stated for the compiled reference, simulated: .31 s' : '',
      );
  }
  timeGames();
}

function timeGames(): void {
  const game = Float64Array.from({ length: 1 << PLAYERS }, (_, set) =>
    set === 0 ? 0 : draw(1, 2, set, 3) / 2 ** 32,
  );
  const [direct, fromDividends] = [shapley(game), shapleyOfDividends(dividends(game))];
  const worst = Math.max(...direct.map((value, player) => Math.abs(value - (fromDividends[player] ?? NaN))));
  const missing = Math.abs(direct.reduce((sum, value) => sum + value, 0) - (game.at(-1) ?? NaN));
  console.log(
    `random game of ${PLAYERS}: two ways differ by ${worst.toExponential(1)}, all of it shared but for ${missing.toExponential(1)}`,
  );
  if (!(worst < 1e-9 && missing < 1e-9)) throw new Error('the Shapley values of the random game are wrong');
  time(`Shapley, random game of ${PLAYERS}, by what is added`, () => shapley(game), 'allowed: 1 s');
  time(
    `Shapley, random game of ${PLAYERS}, by dividends`,
    () => shapleyOfDividends(dividends(game)),
    'allowed: 1 s',
  );
}
