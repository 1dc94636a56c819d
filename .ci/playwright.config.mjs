import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';
import { serve } from './serve.mjs';

// Playwright reads this file once more in each of its own processes; they inherit the port.
process.env['REHEARSAL_PORT'] ??= await freePort();
const address = `http://127.0.0.1:${process.env['REHEARSAL_PORT']}/`;

async function freePort() {
  const { address, close } = await serve({ port: 0 });
  close();
  return new URL(address).port;
}

export default defineConfig({
  testDir: '../test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/e2e',
  forbidOnly: Boolean(process.env['CI']),
  // Two browsers on two cores time each other out.
  workers: 1,
  timeout: 60_000,
  // A busy machine may miss a click. The list names a test that needed its second try as flaky: it is to be mended all the same.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../.cache/reports/e2e.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: chromiumLaunch(),
  },
  webServer: {
    command: `node .ci/serve.mjs --port ${process.env['REHEARSAL_PORT']}`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
});
