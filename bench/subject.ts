import { readFileSync } from 'node:fs';
import { bind } from '../src/audience/bind.ts';
import { schemaOf } from '../src/audience/schema.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import { compile } from '../src/compile/compile.ts';
import type { Columns, Program } from '../src/compile/program.ts';
import { mergeResults } from '../src/engine/merge.ts';
import type { JourneyResults, Results } from '../src/engine/results.ts';
import { runShard } from '../src/engine/run.ts';
import { BENCHMARKS_ONLY } from '../src/journey/calibration.ts';
import { parseJourney } from '../src/journey/format.ts';
import { NO_POLICIES } from '../src/journey/policies.ts';

/** What is timed: the orchestration template, every contact on its own, on the built-in audience. */
const JOURNEY = 'public/samples/orchestration.journey.json';
const AUDIENCE_SEED = 1;
export const SEED = 1;
/** Contacts whose columns are made and run at a time, as in a run of the product. */
export const PART = 25_000;

/** As a worker gets it: copied by posting. One for all sections, so that the engine's code is warmed up on one shape of objects. */
export const program: Program = structuredClone(compileSubject());

function compileSubject(): Program {
  const parsed = parseJourney(readFileSync(JOURNEY, 'utf8'));
  if (!parsed.ok) throw new Error(`${JOURNEY} cannot be read`);
  const compiled = compile({
    journeys: [parsed.journey],
    schema: schemaOf(synthesise(2_000, AUDIENCE_SEED)),
    policies: NO_POLICIES,
    calibration: BENCHMARKS_ONLY,
  });
  if (!compiled.ok) throw new Error(`${JOURNEY} cannot be compiled`);
  return compiled.program;
}

/** Columns of contacts `from` … `to` of `rows`; only their rows of the audience are made up. */
export function columnsOf(rows: number, from: number, to: number): Columns {
  const audience = synthesise(rows, AUDIENCE_SEED, from, to);
  const places = Uint32Array.from({ length: to - from }, (_, at) => at);
  return { ...bind(program, audience, places), contact: places.map((at) => from + at) };
}

/** Columns of contacts 0 … `contacts`, a part at a time. */
export function partsOf(contacts: number): Columns[] {
  const parts: Columns[] = [];
  for (let from = 0; from < contacts; from += PART)
    parts.push(columnsOf(contacts, from, Math.min(from + PART, contacts)));
  return parts;
}

/** The engine alone, on this thread. */
export function runParts(parts: readonly Columns[]): Results {
  return parts.map((columns) => runShard(program, columns, SEED)).reduce(mergeResults);
}

/** The results of the only journey. Throws when contacts are lost at a step: then a time would mean nothing. */
export function checked({ journeys: [counted] }: Results): JourneyResults {
  let exit = 0;
  program.journeys[0]!.steps.forEach((step, index) => {
    let left =
      counted!.exitRule[index]! +
      counted!.loopBound[index]! +
      counted!.ended[index]! +
      counted!.inFlight[index]!;
    for (let count = step.exits.length; count > 0; count--) left += counted!.exits[exit++]!;
    if (left !== counted!.entered[index])
      throw new Error(`${step.id} loses contacts: ${counted!.entered[index]} in, ${left} out`);
  });
  return counted!;
}
