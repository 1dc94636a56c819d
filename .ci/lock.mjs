import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** @param {string} folder */
function ownerIsGone(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // No such process. An unreadable pid means that the owner is just about to write it.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  return true;
}

/**
 * Runs `work` while no other process on this machine holds the same folder.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
export async function whileHolding(folder, work) {
  mkdirSync(dirname(folder), { recursive: true });
  while (!take(folder)) {
    if (ownerIsGone(folder)) rmSync(folder, { recursive: true, force: true });
    else await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
