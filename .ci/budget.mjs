import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const limitKilobytes = 350;
const dist = `${root}dist/`;
const assets = `${dist}assets/`;

/** Words with which code could leave the page, or text could become code. */
const guarded = {
  'fetch(': /\bfetch\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeer: /\bRTCPeer/,
  innerHTML: /\binnerHTML\b/,
  'eval(': /\beval\(/,
  'new Function': /\bnew Function\b/,
  WebAssembly: /\bWebAssembly\b/,
};

/**
 * Chunks, by name without the hash, whose guarded words somebody has looked at.
 * @type {Record<string, { words: (keyof typeof guarded)[], because: string }>}
 */
const reviewed = {
  react: { words: ['innerHTML'], because: 'for dangerouslySetInnerHTML, which lint forbids' },
  index: { words: ['fetch('], because: 'main.tsx reads the first journey from samples/ beside the page' },
  templates: { words: ['fetch('], because: 'it reads the samples beside the page' },
  flow: { words: ['innerHTML'], because: 'a method of d3-selection that nothing calls' },
};

/**
 * Workers that the first files name but start only when somebody asks for what they do: a file is imported, a rule's form is opened.
 * test/e2e/coldStart.spec.ts watches that they are not fetched before the first forecast.
 */
const onDemand = ['import.worker', 'count.worker'];

/** @param {string} file */
const chunkName = (file) => file.replace(/-[\w-]{8}\.js$/, '');

/** @param {string} file */
const read = (file) => readFileSync(assets + file, 'utf8');

/** Names of the assets that match, without their folder. @param {string} text @param {RegExp} pattern */
const namesIn = (text, pattern) => [...text.matchAll(pattern)].map((match) => `${match[1]}`);

/**
 * What the page loads before it can show a forecast: what index.html names, all static imports of that, and
 * every worker that one of these files starts at once, with its own imports.
 */
function firstLoad() {
  const html = readFileSync(`${dist}index.html`, 'utf8');
  const waiting = namesIn(html, /(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g);
  /** @type {Set<string>} */
  const files = new Set();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const code = read(file);
    waiting.push(...namesIn(code, /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g));
    const workers = namesIn(code, /["'`](?:\.\/)?([\w.-]+\.worker-[\w-]{8}\.js)["'`]/g);
    waiting.push(...workers.filter((worker) => !onDemand.includes(chunkName(worker))));
  }
  return [...files].sort();
}

function checkWeight() {
  const weights = firstLoad().map((file) => ({ file, bytes: gzipSync(readFileSync(assets + file)).length }));
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  for (const { file, bytes } of weights) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  console.log(
    `${total.toFixed(1).padStart(8)} kB  gzip before the first forecast; the budget is ${limitKilobytes} kB`,
  );
  return total <= limitKilobytes ? [] : [`the first load is over its budget of ${limitKilobytes} kB`];
}

function checkWords() {
  const scripts = readdirSync(assets).filter((file) => file.endsWith('.js'));
  return scripts.flatMap((file) => {
    const code = read(file);
    const allowed = reviewed[chunkName(file)]?.words ?? [];
    return Object.entries(guarded)
      .filter(([word, pattern]) => pattern.test(code) && !allowed.some((name) => name === word))
      .map(([word]) => `${file} contains ${word}: look at why, then drop it or enter it in .ci/budget.mjs`);
  });
}

function checkForms() {
  const names = readdirSync(dist, { recursive: true }).map(String);
  return names.filter((name) => name.endsWith('.wasm')).map((name) => `${name} is WebAssembly`);
}

if (!existsSync(`${dist}index.html`)) throw new Error('there is no dist/index.html; build first');
const problems = [...checkWeight(), ...checkWords(), ...checkForms()];
for (const problem of problems) console.error(`budget: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
