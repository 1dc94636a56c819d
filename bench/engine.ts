import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { remember } from './history.ts';
import type { Figures, Section } from './measure.ts';
import { forecast } from './sections/forecast.ts';
import { oneThread } from './sections/oneThread.ts';
import { simpy } from './sections/simpy.ts';
import { size } from './sections/size.ts';
import { twin } from './sections/twin.ts';
import { chronological, policies } from './sections/variants.ts';
import { workers } from './sections/workers.ts';

/**
 * `npm run bench:engine [-- --only twin,size]`: how fast the engine is on this machine, side by side with others at the same work.
 * Each section checks that the work is the same before it takes the time. A line per run goes to bench/history/engine.jsonl.
 */
const SECTIONS: Readonly<Record<string, Section>> = {
  oneThread,
  simpy,
  twin,
  workers,
  size,
  policies,
  chronological,
  forecast,
};
const HISTORY = 'bench/history/engine.jsonl';

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const names = values.only?.flatMap((words) => words.split(',')) ?? Object.keys(SECTIONS);
const [load = 0] = loadavg();
const machine = cpus()[0]?.model ?? 'unknown processor';
console.log(`${machine}, ${availableParallelism()} cores, load ${load.toFixed(1)}; Node ${process.version}`);

const figures: Record<string, Figures> = {};
for (const name of names) {
  try {
    const section = SECTIONS[name];
    if (section === undefined)
      throw new Error(`no section is called ${name}; there are: ${Object.keys(SECTIONS).join(', ')}`);
    console.log(`\n── ${name}: ${section.title}`);
    figures[name] = await section.run();
  } catch (error) {
    // The others may still be told; a missing compiler is no reason to hide them.
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
if (Object.keys(figures).length > 0) remember(HISTORY, load, figures);
