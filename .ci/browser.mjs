import { findChromium } from './chromium.mjs';
import { run } from './install.mjs';

const wait = ['-o', 'DPkg::Lock::Timeout=600'];
const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };

async function installWithApt() {
  console.log('No Chromium here: installing Debian’s.');
  await run('apt-get', [...wait, 'update', '-qq'], quiet);
  await run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
}

/** Makes sure that a Chromium stands, or throws saying how to get one. */
export async function ensureChromium() {
  if (findChromium()) return;
  if (process.getuid?.() === 0) await installWithApt().catch(() => undefined);
  if (findChromium()) return;
  throw new Error(
    'the browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  );
}
