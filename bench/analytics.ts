import { loadavg } from 'node:os';
import { isThere, readPathData, SHARED } from './attribution/pathData.ts';
import { printComparisons } from './attribution/comparisons.ts';
import { timings } from './attribution/timings.ts';

/**
 * `npm run bench:analytics`: attribution beside what others make of the same data, then how fast it is. What is timed was found right
 * before; where the data of others is not at hand, the toys and the random games still are.
 */
const paths = isThere('data/PathData.csv') && isThere('reference/attribution') ? readPathData() : undefined;
if (paths === undefined)
  console.log(`PathData and its reference figures are not here (${SHARED}): their part is skipped.`);
const wrong = printComparisons(paths);
if (wrong.length > 0) {
  console.error(`bench: not equal to the reference, so nothing is timed: ${wrong.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`\nTimings (load ${loadavg()[0]?.toFixed(1) ?? '?'})`);
  timings(paths);
}
