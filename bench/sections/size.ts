import { spawnSync } from 'node:child_process';
import { Block } from '../../src/engine/block.ts';
import { People } from '../../src/engine/people.ts';
import { short, type Section } from '../measure.ts';
import type { SizeRun } from '../sizeRun.ts';
import { columnsOf, program, PART, SEED } from '../subject.ts';

const SMALL = 100_000;
const LARGE = 10_000_000;
/** Before the large one and again after it: together as much work, so that the machine's moods and the garbage left are alike. */
const SMALL_RUNS = LARGE / SMALL / 2;

export const size: Section = {
  title: `${short(LARGE)} contacts against ${short(SMALL)}, one thread`,
  run: () => {
    const before = measure(SMALL, SMALL_RUNS);
    const large = measure(LARGE, 1);
    const after = measure(SMALL, SMALL_RUNS);
    const smallPerSecond = (before.steps + after.steps) / (before.seconds + after.seconds);
    const largePerSecond = large.steps / large.seconds;
    const ratio = largePerSecond / smallPerSecond;
    const bytes = bytesPerContact();
    console.log(
      `${short(LARGE)}: ${short(largePerSecond)} steps/s; ${short(SMALL)}: ${short(smallPerSecond)} steps/s`,
    );
    console.log(`ratio large / small: ${ratio.toFixed(2)}`);
    console.log(`peak memory of the process: ${megabytes(large)} MB against ${megabytes(before)} MB`);
    console.log(
      `in a shard a contact is ${bytes.state} bytes of state while its block of ${bytes.block} runs, and ${bytes.columns} bytes of columns while its part of ${PART} does`,
    );
    return Promise.resolve({
      largePerSecond,
      smallPerSecond,
      ratio,
      largePeakMegabytes: megabytes(large),
      smallPeakMegabytes: megabytes(before),
      stateBytesPerContact: bytes.state,
    });
  },
};

function measure(contacts: number, runs: number): SizeRun {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['.cache/bench/sizeRun.js', `${contacts}`, `${runs}`],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the run of ${contacts} contacts broke: ${stderr}`);
  return JSON.parse(stdout) as SizeRun;
}

function megabytes({ peakBytes }: SizeRun): number {
  return Math.round(peakBytes / 2 ** 20);
}

function bytesPerContact(): { state: number; block: number; columns: number } {
  const columns = columnsOf(PART, 0, PART);
  const people = new People(program, columns, SEED);
  const block = new Block(people, 0);
  const sheets = [people.sheet, people.caps.sheet, block.sheet];
  const state = sheets.reduce(
    (sum, { intColumns, doubleColumns }) => sum + 4 * intColumns.length + 8 * doubleColumns.length,
    0,
  );
  const own = [columns, columns.inputs].flatMap((owner): unknown[] => Object.values(owner));
  const bytes = own.reduce<number>(
    (sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0),
    0,
  );
  return { state, block: block.size, columns: bytes / PART };
}
