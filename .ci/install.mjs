import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { whileHolding } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.rehearsal-lock`;

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');

function isInstalled() {
  try {
    return readFileSync(stamp, 'utf8') === lockHash();
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end and answers its exit code; its output goes to standard error on request.
 * @param {string} program
 * @param {string[]} args
 * @param {{ toStderr?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { toStderr = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['inherit', toStderr ? 2 : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // The npm that started us may be the only one there is, and not on the PATH.
  const npm = process.env['npm_execpath'];
  return npm
    ? run(process.execPath, [npm, ...args], { toStderr: true })
    : run('npm', args, { toStderr: true });
}

/** Makes node_modules what package-lock.json says, unless it is. Uses Node's own modules only. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await whileHolding(`${root}.cache/installing`, async () => {
    if (isInstalled()) return;
    console.error('Installing the dependencies named in package-lock.json …');
    const code = await npmCi();
    if (code !== 0) throw new Error(`npm ci failed with exit code ${code}`);
    writeFileSync(stamp, lockHash());
  });
}

/** @param {string} name as in node_modules */
export const tool = (name) => `${root}node_modules/${name}`;
