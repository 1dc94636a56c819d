import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ensureChromium } from './browser.mjs';
import { ensureInstalled, root, run, tool } from './install.mjs';

const tools = {
  tsc: 'typescript/bin/tsc',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  vite: 'vite/bin/vite.js',
  playwright: '@playwright/test/cli.js',
};

/** @param {keyof typeof tools} name @param {string[]} args */
const node = (name, ...args) => run(process.execPath, [tool(tools[name]), ...args]);

const reportOf = (/** @type {string} */ stage) => `${root}.cache/reports/${stage}.json`;

/** Vitest leaves one core alone, which is half of a machine with two. */
const unitWorkers = Math.max(2, availableParallelism() - 1);

/** @param {string} stage @param {string[]} projects */
const vitest = (stage, ...projects) =>
  node(
    'vitest',
    'run',
    // Browser tests share one Chromium, which has work for the other cores.
    ...(stage === 'unit' ? [`--maxWorkers=${unitWorkers}`] : []),
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(stage)}`,
  );

/** @param {string} folder @param {RegExp} name */
const hasFiles = (folder, name) =>
  existsSync(root + folder) &&
  readdirSync(root + folder, { recursive: true }).some((file) => name.test(`${file}`));

/**
 * In the order of what fails fastest. `report` names stages that count tests; `missing` says why there is
 * nothing to do.
 * @type {Record<string, { title: string, work: () => Promise<number>, report?: boolean, browser?: boolean, missing?: () => boolean }>}
 */
const stages = {
  types: { title: 'Types', work: () => node('tsc', '-b') },
  lint: { title: 'Lint', work: () => node('eslint', '--config', '.ci/eslint.config.mjs', '.') },
  format: {
    title: 'Format',
    work: () =>
      node(
        'prettier',
        '--check',
        '--log-level',
        'warn',
        '--ignore-path',
        '.ci/prettierignore',
        '.',
        '!public/{samples,schema}',
      ),
  },
  boundaries: {
    title: 'Boundaries',
    work: () =>
      node(
        'depcruise',
        '--config',
        '.ci/dependency-cruiser.cjs',
        ...['src', 'workers', 'cli', 'test', 'bench'].filter((folder) => existsSync(root + folder)),
      ),
  },
  unused: { title: 'Unused code', work: () => node('knip', '--config', '.ci/knip.json') },
  unit: {
    title: 'Unit, law and component tests',
    report: true,
    work: () => vitest('unit', 'unit', 'component'),
  },
  build: { title: 'Build', work: () => node('vite', 'build', '--logLevel', 'warn') },
  budget: { title: 'Bundle budget', work: () => run(process.execPath, [`${root}.ci/budget.mjs`]) },
  browser: {
    title: 'Browser tests',
    report: true,
    browser: true,
    missing: () => !hasFiles('test/browser', /\.test\.tsx?$/),
    work: () => vitest('browser', 'browser'),
  },
  e2e: {
    title: 'End-to-end tests',
    report: true,
    browser: true,
    missing: () => !hasFiles('test/e2e', /\.spec\.ts$/),
    work: () => node('playwright', 'test', '--config', '.ci/playwright.config.mjs'),
  },
};

const tally = { passed: 0, failed: 0 };

/** Adds what a stage's report says. Both vitest's and Playwright's count what did not fail as expected. @param {string} stage */
function count(stage) {
  const file = reportOf(stage);
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  tally.passed += report.numPassedTests ?? report.stats.expected + report.stats.flaky;
  tally.failed += report.numFailedTests ?? report.stats.unexpected;
}

/** @param {string} name @returns {Promise<boolean>} whether it went well */
async function perform(name) {
  const stage = /** @type {(typeof stages)[string]} */ (stages[name]);
  if (stage.missing?.()) {
    console.log(`\n── ${stage.title}: none written yet`);
    return true;
  }
  console.log(`\n── ${stage.title}`);
  const begin = performance.now();
  rmSync(reportOf(name), { force: true });
  if (stage.browser) await ensureChromium();
  const code = await stage.work();
  const before = tally.failed;
  if (stage.report) count(name);
  // A check that fails, or a runner that dies before it reports, is one failure.
  if (code !== 0 && tally.failed === before) tally.failed += 1;
  console.log(
    `── ${stage.title}: ${code === 0 ? 'good' : 'FAILED'} in ${((performance.now() - begin) / 1000).toFixed(1)} s`,
  );
  return code === 0;
}

/** The stages asked for, with the build that some of them look at. @param {string[]} wishes */
function choose(wishes) {
  const names = Object.keys(stages);
  const unknown = wishes.find((wish) => !names.includes(wish));
  if (unknown !== undefined) throw new Error(`no stage is called ${unknown}; there are: ${names.join(', ')}`);
  const builds = wishes.some((wish) => wish === 'budget' || wish === 'e2e');
  return names.filter((name) => wishes.length === 0 || wishes.includes(name) || (builds && name === 'build'));
}

async function main() {
  const chosen = choose(process.argv.slice(2));
  const begin = performance.now();
  await ensureInstalled();
  for (const name of chosen) {
    if (!(await perform(name))) {
      console.log(`\nStopped at: ${name}. Run only this with: npm test -- ${name}`);
      break;
    }
  }
  console.log(`\nTook ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

try {
  await main();
} catch (error) {
  tally.failed += 1;
  console.error(`npm test: ${error instanceof Error ? error.message : String(error)}`);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
