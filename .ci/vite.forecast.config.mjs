import { defineConfig } from 'vite';

/** The page that bench/sections/forecast.ts opens in Chromium: the app's simulator and worker, and nothing of its screens. */
export default defineConfig({
  root: 'bench/forecast',
  publicDir: false,
  cacheDir: '../../.cache/vite-forecast',
  build: { target: 'es2023', outDir: '../../.cache/bench/forecast', emptyOutDir: true },
  // As in vite.config.ts.
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
});
