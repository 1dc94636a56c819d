import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { remember } from '../history.ts';
import type { Figures, Section } from '../measure.ts';
import { first } from './sections/first.ts';
import { frames } from './sections/frames.ts';
import { ghost } from './sections/ghost.ts';
import { press } from './sections/press.ts';

/**
 * `npm run bench:canvas [-- --only frames,press,ghost,first] [--sizes 100,500,1000] [--rounds 5]`: how the built app feels under the hand,
 * in Chromium. A report: it fails only when something does not work. A line per run goes to bench/history/canvas.jsonl.
 */
const HISTORY = 'bench/history/canvas.jsonl';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'frames,press,ghost,first' },
    sizes: { type: 'string', default: '100,500,1000' },
    rounds: { type: 'string', default: '5' },
  },
});
const sections: Readonly<Record<string, Section>> = {
  frames: frames(values.sizes.split(',').map(Number), Number(values.rounds)),
  press,
  ghost,
  first,
};
const [load = 0] = loadavg();
const machine = cpus()[0]?.model ?? 'unknown processor';
console.log(`${machine}, ${availableParallelism()} cores, load ${load.toFixed(1)}; Node ${process.version}`);

const figures: Record<string, Figures> = {};
for (const name of values.only.split(',')) {
  try {
    const section = sections[name];
    if (section === undefined)
      throw new Error(`no section is called ${name}; there are: ${Object.keys(sections).join(', ')}`);
    console.log(`\n── ${name}: ${section.title}`);
    figures[name] = await section.run();
  } catch (error) {
    // The others may still be told.
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
if (Object.keys(figures).length > 0) remember(HISTORY, load, figures);
