import { SEND_FIELDS } from '../src/engine/results.ts';
import { runShard } from '../src/engine/run.ts';
import { seconds } from './measure.ts';
import { PART, SEED } from './subject.ts';
import { columnsFor, VARIANTS, type Variant } from './variants.ts';

/** What `variantRun.js VARIANT CONTACTS RUNS` prints: the shortest of so many runs, in a process of their own. */
export interface VariantRun {
  readonly steps: number;
  readonly seconds: number;
  readonly sent: number;
  readonly peakBytes: number;
}

const [variant = 'plain', contacts = '0', runs = '1'] = process.argv.slice(2);
const program = VARIANTS[variant as Variant]();
const rows = Number(contacts);
const part = program.chronological ? rows : PART;
const parts = Array.from({ length: Math.ceil(rows / part) }, (_, k) =>
  columnsFor(program, rows, k * part, Math.min(rows, (k + 1) * part)),
);

function once(): VariantRun {
  let steps = 0;
  let sent = 0;
  const time = seconds(() => {
    for (const columns of parts) {
      const results = runShard(program, columns, SEED);
      steps += results.stepsExecuted;
      for (const { sends } of results.journeys)
        for (let at = 0; at < sends.length; at += SEND_FIELDS.length) sent += sends[at]!;
    }
  });
  return { steps, sent, seconds: time, peakBytes: process.resourceUsage().maxRSS * 1024 };
}

const turns = Array.from({ length: Number(runs) }, once);
const best = turns.reduce((a, b) => (b.seconds < a.seconds ? b : a));
console.log(JSON.stringify({ ...best, peakBytes: turns.at(-1)!.peakBytes }));
