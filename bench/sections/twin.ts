import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Results } from '../../src/engine/results.ts';
import { seconds, short, shortest, type Section } from '../measure.ts';
import { checked, program, partsOf, runParts, SEED } from '../subject.ts';
import { compileTwin } from '../twin/compile.ts';
import { twinImage } from '../twin/image.ts';

const CONTACTS = 100_000;
const ROUNDS = 12;
/** Runs a turn, of which the shortest counts: the first ones warm the processor up. */
const RUNS = 4;
const FOLDER = '.cache/bench/twin';

type TwinOutput = Readonly<Record<string, readonly number[] | undefined>> & {
  readonly seconds: readonly number[];
};

export const twin: Section = {
  title: 'against a C twin of the engine (gcc -O3 -march=native)',
  run: async () => {
    const binary = compileTwin(FOLDER);
    const parts = partsOf(CONTACTS);
    const image = `${FOLDER}/image.bin`;
    writeFileSync(image, twinImage(program, parts, SEED));
    const results = runParts(parts);
    const numbers = compare(results, runTwin(binary, image, 1));
    console.log(`the same ${numbers} numbers from both, ${CONTACTS} contacts`);
    const best = await shortest(ROUNDS, {
      ours: () => Math.min(...Array.from({ length: RUNS }, () => seconds(() => runParts(parts)))),
      twin: () => Math.min(...runTwin(binary, image, RUNS).seconds),
    });
    const oursPerSecond = results.stepsExecuted / best.ours;
    const twinPerSecond = results.stepsExecuted / best.twin;
    const ratio = oursPerSecond / twinPerSecond;
    console.log(`ours ${short(oursPerSecond)} steps/s, C ${short(twinPerSecond)} steps/s`);
    console.log(`ratio ours / C: ${ratio.toFixed(3)} (C is ${(1 / ratio).toFixed(2)} times as fast)`);
    return { oursPerSecond, twinPerSecond, ratio };
  },
};

function runTwin(binary: string, image: string, runs: number): TwinOutput {
  const { status, stdout, stderr } = spawnSync(binary, [image, `${runs}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`the C twin broke: ${stderr}`);
  return JSON.parse(stdout) as TwinOutput;
}

/** Throws unless every number is the same; answers how many there are. What the twin does not count must be 0. */
function compare(ours: Results, theirs: TwinOutput): number {
  let numbers = 0;
  const fields = { ...checked(ours), audience: ours.audience };
  for (const [field, value] of Object.entries(fields)) {
    // What nobody asked for is not there.
    const list = typeof value === 'number' ? [value] : value instanceof Float64Array ? value : [];
    list.forEach((number, at) => {
      const other = theirs[field]?.[at] ?? 0;
      if (number !== other)
        throw new Error(`no ratio, the results differ: ${field}[${at}] is ${number}, in C ${other}`);
      numbers++;
    });
  }
  return numbers;
}
