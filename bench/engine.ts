import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { bind } from '../src/audience/bind.ts';
import { schemaOf } from '../src/audience/schema.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import { compile } from '../src/compile/compile.ts';
import { mergeResults } from '../src/engine/merge.ts';
import type { Results } from '../src/engine/results.ts';
import { runShard } from '../src/engine/run.ts';
import { BENCHMARKS_ONLY } from '../src/journey/calibration.ts';
import { parseJourney } from '../src/journey/format.ts';
import { NO_POLICIES } from '../src/journey/policies.ts';

/**
 * Steps a second of the engine alone, on one thread. From the repository's root:
 * `npx vite build --ssr bench/engine.ts --outDir .cache/bench && node .cache/bench/engine.js [contacts]`.
 * The work is checked first: contacts must be conserved at every step, or the time means nothing.
 */
const contacts = Number(process.argv[2] ?? 200_000);
const part = 8192;

const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
if (!parsed.ok) throw new Error('the sample journey cannot be read');
const audience = synthesise(contacts, 1);
const compiled = compile({
  journey: parsed.journey,
  schema: schemaOf(audience),
  policies: NO_POLICIES,
  calibration: BENCHMARKS_ONLY,
});
if (!compiled.ok) throw new Error('the sample journey cannot be compiled');
const { program } = compiled;

const parts: Uint32Array[] = [];
for (let from = 0; from < contacts; from += part) {
  parts.push(Uint32Array.from({ length: Math.min(part, contacts - from) }, (_, at) => from + at));
}

function once(): { results: Results; seconds: number } {
  const columns = parts.map((numbers) => bind(program, audience, numbers));
  const begin = performance.now();
  const results = columns.map((shard) => runShard(program, shard, 1)).reduce(mergeResults);
  return { results, seconds: (performance.now() - begin) / 1000 };
}

function check({ journeys: [counted] }: Results): void {
  let exit = 0;
  program.journeys[0]?.steps.forEach((step, index) => {
    let left =
      counted!.exitRule[index]! +
      counted!.loopBound[index]! +
      counted!.ended[index]! +
      counted!.inFlight[index]!;
    for (let count = step.exits.length; count > 0; count--) left += counted!.exits[exit++]!;
    if (left !== counted!.entered[index])
      throw new Error(`${step.id} loses contacts: ${counted!.entered[index]} in, ${left} out`);
  });
}

check(once().results);
const runs = Array.from({ length: 5 }, once);
const best = Math.min(...runs.map(({ seconds }) => seconds));
const steps = runs[0]!.results.stepsExecuted;
console.log(
  `${contacts} contacts, ${steps} steps: ${best.toFixed(3)} s, ${(steps / best / 1e6).toFixed(1)} M steps/s on one of ${availableParallelism()} cores`,
);
