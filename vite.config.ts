import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './.ci/chromium.mjs';

/** Packages that may contain words which our own code may not, in chunks that .ci/budget.mjs knows by name. */
const thirdParty = {
  groups: [
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    { name: 'flow', test: /node_modules[\\/](@xyflow|d3-(drag|selection|transition|zoom))[\\/]/ },
  ],
};

export default defineConfig({
  // Relative addresses: the built app works below any path of any static host.
  base: './',
  cacheDir: '.cache/vite',
  plugins: [react()],
  build: {
    target: 'es2023',
    // A `data:` asset or an inline polyfill would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    rolldownOptions: { output: { codeSplitting: thirdParty } },
  },
  // Without a real module format each worker would carry its own copy of every lazy chunk.
  worker: {
    format: 'es',
    // The engine counts on `const` for its memory (src/engine/memory.ts).
    rolldownOptions: { output: { codeSplitting: thirdParty, topLevelVar: false } },
  },
  // The dev server reloads the page when it meets a dependency late, and a worker's first call is lost.
  optimizeDeps: { entries: ['index.html', 'workers/**/*.ts'] },
  server: { host: '127.0.0.1' },
  test: {
    // A limit against hanging, not a measurement: a busy machine must not fail a test.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['test/**/*.test.tsx'],
          exclude: ['test/browser/**', 'test/e2e/**'],
          setupFiles: ['test/support/component.ts'],
        },
      },
      {
        extends: true,
        // What only tests import; met late, it would make the page reload under a test.
        optimizeDeps: { include: ['@testing-library/react'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
