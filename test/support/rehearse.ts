import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm run -s rehearse -- …`, from the repository's root. */
export function rehearse(...words: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['.ci/rehearse.mjs', ...words], { cwd: root });
    let [out, err] = ['', ''];
    child.stdout.on('data', (piece) => (out += String(piece)));
    child.stderr.on('data', (piece) => (err += String(piece)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** What must be equal between equal runs: everything but the two timing fields. */
export function untimed({ code, out, err }: Ended): string {
  if (code !== 0) throw new Error(err);
  return out.replace(/"(seconds|stepsPerSecond)": [\d.]+/g, '"$1": 0');
}
