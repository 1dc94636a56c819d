import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Silence and no background traffic; the sandbox needs privileges that containers lack. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser to test with: `$CHROMIUM`, else the first known name on the PATH. */
export function findChromium() {
  const chosen = process.env['CHROMIUM'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM names no program that can be run: ${chosen}`);
    return chosen;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** Launch options for Playwright, which must not go looking for a browser of its own. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return { ...(executablePath ? { executablePath } : {}), args: chromiumArguments };
}
