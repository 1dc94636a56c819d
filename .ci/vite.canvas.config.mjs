import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page with React Flow alone that bench/canvas holds the app's canvas against. */
export default defineConfig({
  root: 'bench/canvas/page',
  publicDir: false,
  base: './',
  cacheDir: '../../../.cache/vite-canvas',
  plugins: [react()],
  // As in vite.config.ts.
  build: {
    target: 'es2023',
    outDir: '../../../.cache/bench/canvas',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'bench/canvas/page/index.html', inside: 'bench/canvas/page/inside.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
});
