import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root, run, tool } from './install.mjs';

const builds = `${root}.cache/cli`;
const day = 24 * 60 * 60 * 1000;

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** Names a build by all that goes into it, so a build is either there or not and never out of date. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const part of ['src', 'cli', 'package-lock.json', '.ci/vite.cli.config.mjs']) {
    for (const file of filesBelow(root + part)) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 24);
}

/** A run that started a while ago may still load its worker thread from an older build. */
function forgetOldBuilds() {
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function build(folder) {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(builds, { recursive: true });
  console.error('Building the command line …');
  const args = ['build', '--config', '.ci/vite.cli.config.mjs', '--logLevel', 'warn', '--outDir', draft];
  const code = await run(process.execPath, [tool('vite/bin/vite.js'), ...args], { toStderr: true });
  if (code !== 0) throw new Error('the command line could not be built; the messages stand above');
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process may have finished the same build first.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  forgetOldBuilds();
}

try {
  await ensureInstalled();
  const folder = join(builds, hashOfSources());
  if (!existsSync(folder)) await build(folder);
  const entry = join(folder, 'main.js');
  process.argv[1] = entry;
  // npm runs scripts from the package's folder; the paths that were typed are meant from where they were typed.
  const { INIT_CWD: typedIn, npm_lifecycle_event: script } = process.env;
  if (typedIn !== undefined && script === 'rehearse') process.chdir(typedIn);
  await import(pathToFileURL(entry).href);
} catch (error) {
  console.error(`rehearse: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
