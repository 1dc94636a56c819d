import { runPooled } from '../../cli/pool.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSource } from '../../src/simulation/sampleAudience.ts';
import { short, shortest, type Section } from '../measure.ts';
import { program, SEED } from '../subject.ts';

const CONTACTS = 4_000_000;
const ROUNDS = 3;

export const workers: Section = {
  title: 'two worker threads against one, as the command line runs them',
  run: async () => {
    let steps = 0;
    const processor: Record<number, number> = {};
    const run = async (threads: number) => {
      const begin = performance.now();
      const used = process.cpuUsage();
      const results = await runPooled({
        program,
        source: sampleSource(CONTACTS),
        seed: SEED,
        parts: partition(CONTACTS, CONTACTS),
        workers: threads,
        onProgress: () => undefined,
      });
      const { user, system } = process.cpuUsage(used);
      processor[threads] = Math.min(processor[threads] ?? Infinity, user + system);
      steps = results.stepsExecuted;
      return (performance.now() - begin) / 1000;
    };
    const best = await shortest(ROUNDS, { one: () => run(1), two: () => run(2) });
    const ratio = best.one / best.two;
    // Two threads cannot help where others hold the second core; then the processor time still says what sharing the work costs.
    const processorRatio = processor[2]! / processor[1]!;
    console.log(
      `${short(CONTACTS)} contacts, starting threads and making columns included: one ${short(steps / best.one)} steps/s, two ${short(steps / best.two)} steps/s`,
    );
    console.log(
      `ratio two / one: ${ratio.toFixed(2)} by the clock; two use ${processorRatio.toFixed(2)} times the processor time of one`,
    );
    return { onePerSecond: steps / best.one, twoPerSecond: steps / best.two, ratio, processorRatio };
  },
};
