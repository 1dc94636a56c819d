import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { root } from './install.mjs';

const samples = `${root}public/samples/`;
const ending = '.journey.json';
const MOST_OUTPUT = 64 * 1024 * 1024;

/** What a template comes to, by the command line: the whole sample audience, benchmark rates, the seed of every run. @param {string} template */
async function simulate(template) {
  const file = `${samples}${template}${ending}`;
  const words = [`${root}.ci/rehearse.mjs`, 'simulate', '--json', '--journey', file];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: MOST_OUTPUT });
  const { contacts, seed, steps, messages, totals } = JSON.parse(stdout);
  const { steps: drawn, settings } = JSON.parse(readFileSync(file, 'utf8'));
  const figures = {
    template,
    entered: steps.find((/** @type {{ id: string }} */ { id }) => drawn[id].kind === 'entry').entered,
    messages: messages.reduce(
      (/** @type {number} */ sum, /** @type {{ sent: number }} */ { sent }) => sum + sent,
      0,
    ),
    conversions: whole(totals.conversions),
    revenue: whole(totals.revenue),
    cost: Math.round(totals.cost.value),
    currency: settings.currency,
  };
  return { contacts, seed, figures };
}

/** @param {{ value: number, low: number, high: number }} estimate */
function whole({ value, low, high }) {
  return { value: Math.round(value), low: Math.round(low), high: Math.round(high) };
}

const names = readdirSync(samples)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();
const runs = [];
// One after the other: each run takes all cores.
for (const name of names) runs.push(await simulate(name));
const { contacts, seed } = /** @type {(typeof runs)[number]} */ (runs[0]);
const text = JSON.stringify({ contacts, seed, templates: runs.map(({ figures }) => figures) }, null, 2);
writeFileSync(`${samples}figures.json`, `${text}\n`);
console.log(`Wrote the figures of ${runs.length} templates to public/samples/figures.json`);
