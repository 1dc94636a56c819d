import { seconds, short, shortest, type Section } from '../measure.ts';
import { checked, partsOf, runParts } from '../subject.ts';

const CONTACTS = 200_000;
const ROUNDS = 24;

export const oneThread: Section = {
  title: 'our engine, one thread',
  run: async () => {
    const parts = partsOf(CONTACTS);
    const results = runParts(parts);
    checked(results);
    const best = await shortest(ROUNDS, {
      engine: () => seconds(() => runParts(parts)),
      columns: () => seconds(() => partsOf(CONTACTS)),
    });
    const stepsPerSecond = results.stepsExecuted / best.engine;
    const withColumnsPerSecond = results.stepsExecuted / (best.engine + best.columns);
    console.log(`${short(stepsPerSecond)} steps/s; ${short(CONTACTS / best.engine)} contacts/s`);
    console.log(`${short(withColumnsPerSecond)} steps/s with making the audience up and binding its columns`);
    return { stepsPerSecond, withColumnsPerSecond };
  },
};
