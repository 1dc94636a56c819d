import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { JourneyResults } from '../../src/engine/results.ts';
import { seconds, short, shortest, type Section } from '../measure.ts';
import { checked, columnsOf, program, partsOf, runParts } from '../subject.ts';

const CONTACTS = 200_000;
/** SimPy's share of them: a rate needs no more. */
const SIMPY_CONTACTS = 20_000;
const ROUNDS = 4;
/** Ours in a turn, of which the shortest counts: SimPy's run is long enough to warm the processor up. */
const RUNS = 4;
const FOLDER = '.cache/bench/simpy';
/** Debian's own: the package is not on other Pythons' paths. */
const PYTHON = '/usr/bin/python3';

interface SimpyOutput {
  readonly seconds: number;
  readonly contacts: number;
  readonly entered: readonly number[];
}

export const simpy: Section = {
  title: 'against a SimPy model of the journey',
  run: async () => {
    const parts = partsOf(CONTACTS);
    const results = runParts(parts);
    const ours = checked(results);
    const model = `${FOLDER}/model.json`;
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(model, modelJson());
    const theirs = runSimpy(model, 1);
    compare(ours, theirs);
    const best = await shortest(ROUNDS, {
      ours: () => Math.min(...Array.from({ length: RUNS }, () => seconds(() => runParts(parts)))),
      simpy: () => runSimpy(model, 1).seconds,
    });
    const oursPerSecond = results.stepsExecuted / best.ours;
    const simpyPerSecond = sum(theirs.entered) / best.simpy;
    const ratio = oursPerSecond / simpyPerSecond;
    console.log(`ours ${short(oursPerSecond)} steps/s, SimPy ${short(simpyPerSecond)} steps/s`);
    console.log(`ratio ours / SimPy: ${ratio.toFixed(1)}`);
    return { oursPerSecond, simpyPerSecond, ratio };
  },
};

/** Plain lists instead of typed arrays. */
function modelJson(): string {
  const columns = columnsOf(CONTACTS, 0, SIMPY_CONTACTS);
  return JSON.stringify({ program, columns }, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
}

function runSimpy(model: string, seed: number): SimpyOutput {
  const words = ['bench/simpy/orchestration.py', model, `${seed}`];
  const { error, status, stdout, stderr } = spawnSync(PYTHON, words, { encoding: 'utf8' });
  if (error || status === 3)
    throw new Error('SimPy is missing; install it with: apt-get install python3-simpy3');
  if (status !== 0) throw new Error(`the SimPy model broke: ${stderr}`);
  return JSON.parse(stdout) as SimpyOutput;
}

/**
 * Throws unless both send the same shares of their contacts through every step, as far as chance lets one tell. A step outside loops is
 * passed once or not at all: binomial. Passes in a loop vary at most about as much as a Poisson count, and get one standard error more.
 */
function compare(ours: JourneyResults, theirs: SimpyOutput): void {
  let worst = 0;
  program.journeys[0]!.steps.forEach(({ id, counter }, index) => {
    const mean = ours.entered[index]! / CONTACTS;
    const other = theirs.entered[index]! / theirs.contacts;
    const variance = counter < 0 ? mean * (1 - mean) : mean;
    const error = Math.sqrt(variance * (1 / CONTACTS + 1 / theirs.contacts));
    const apart = Math.abs(mean - other);
    if (apart > (counter < 0 ? 5 : 6) * error)
      throw new Error(
        `no ratio, the models differ: ${id} is entered ${mean} times a contact, in SimPy ${other}`,
      );
    if (error > 0) worst = Math.max(worst, apart / error);
  });
  console.log(
    `entries per contact agree at every step (${SIMPY_CONTACTS} contacts in SimPy); furthest apart: ${worst.toFixed(1)} standard errors`,
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
