import { spawnSync } from 'node:child_process';
import { short, type Figures, type Section } from '../measure.ts';
import type { VariantRun } from '../variantRun.ts';
import type { Variant } from '../variants.ts';

const CONTACTS = 100_000;
/** Processes per variant, in turns, and runs in each: the shortest of all counts. */
const ROUNDS = 3;
const RUNS = 12;

export const policies: Section = {
  title: 'with caps, quiet hours, preferred channels and priorities, against the same journeys without',
  run: () => {
    const runs = inTurns(['plain', 'policies', 'twoJourneys', 'twoJourneysPolicies'], CONTACTS, ROUNDS, RUNS);
    const one = compare('one journey', runs.policies, runs.plain);
    const two = compare('two journeys of different priority', runs.twoJourneysPolicies, runs.twoJourneys);
    return Promise.resolve({
      policiesPerSecond: perSecond(runs.policies),
      ratio: one,
      twoJourneysPerSecond: perSecond(runs.twoJourneys),
      twoJourneysRatio: two,
    });
  },
};

const MANY = 1_000_000;

export const chronological: Section = {
  title: `${short(MANY)} contacts who share agents, a rate limit and a budget, against contacts on their own`,
  run: () => {
    const runs = inTurns(['plain', 'chronological'], MANY, 1, 2);
    const ratio = compare('one journey', runs.chronological, runs.plain);
    const megabytes = Math.round(runs.chronological.peakBytes / 2 ** 20);
    console.log(`peak memory of the process: ${megabytes} MB, columns of all contacts included`);
    return Promise.resolve({
      chronologicalPerSecond: perSecond(runs.chronological),
      plainPerSecond: perSecond(runs.plain),
      ratio,
      peakMegabytes: megabytes,
    });
  },
};

function inTurns<V extends Variant>(
  variants: readonly V[],
  contacts: number,
  rounds: number,
  runs: number,
): Record<V, VariantRun> {
  const best: Partial<Record<V, VariantRun>> = {};
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) {
      const run = measure(variant, contacts, runs);
      if (run.seconds < (best[variant]?.seconds ?? Infinity)) best[variant] = run;
    }
  }
  return best as Record<V, VariantRun>;
}

function measure(variant: Variant, contacts: number, runs: number): VariantRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['.cache/bench/variantRun.js', variant, `${contacts}`, `${runs}`],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the run ${variant} broke: ${stderr}`);
  return JSON.parse(stdout) as VariantRun;
}

function perSecond({ steps, seconds }: VariantRun): number {
  return steps / seconds;
}

/** Prints and answers the first's speed over the second's. */
function compare(what: string, on: VariantRun, off: VariantRun): Figures[string] {
  const ratio = perSecond(on) / perSecond(off);
  console.log(
    `${what}: ${short(perSecond(on))} steps/s with (${short(on.sent)} messages), ${short(perSecond(off))} without (${short(off.sent)}); ratio ${ratio.toFixed(3)}`,
  );
  return ratio;
}
