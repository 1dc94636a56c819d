import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../support/rehearse.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cancel-'));
afterAll(() => rmSync(folder, { recursive: true }));
// Builds the command line when it is out of date.
beforeAll(() => rehearse('--help'), 120_000);

/** Far more contacts than anybody waits for. */
const CONTACTS = '900000000';

/** Starts a run that takes hours, and interrupts it as Ctrl+C does once it tells its progress. */
function interrupted(...words: string[]) {
  const args = ['--journey', 'public/samples/orchestration.journey.json', '--contacts', CONTACTS];
  const child: ChildProcess = spawn(
    process.execPath,
    ['.ci/rehearse.mjs', 'simulate', ...args, '--shards', '100000', '--workers', '2', ...words],
    { cwd: root },
  );
  return new Promise<{ readonly signal: string | null; readonly out: string; readonly err: string }>(
    (resolve, reject) => {
      let [out, err] = ['', ''];
      child.stdout?.on('data', (piece) => (out += String(piece)));
      child.stderr?.on('data', (piece) => {
        err += String(piece);
        if (err.includes('Simulating …')) child.kill('SIGINT');
      });
      child.once('error', reject);
      child.once('close', (_, signal) => resolve({ signal, out, err }));
    },
  );
}

describe('a run that is interrupted', () => {
  it('ends by the signal, prints no result and writes no file', async () => {
    const out = join(folder, 'result.json');
    const ended = await interrupted('--json', '--out', out);
    expect(ended.signal).toBe('SIGINT');
    expect(ended.out).toBe('');
    expect(ended.err).toMatch(/^(Simulating … \d+ %.*\n)+$/);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves the results of an earlier run as they are', async () => {
    const out = join(folder, 'earlier.json');
    writeFileSync(out, '{"contacts": 1}');
    await interrupted('--out', out);
    expect(readFileSync(out, 'utf8')).toBe('{"contacts": 1}');
  });
});
