import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = fileURLToPath(new URL('serve.mjs', import.meta.url));

/** The benchmark for Node, with the processes and threads that it starts beside it. */
export default defineConfig({
  publicDir: false,
  cacheDir: '.cache/vite-bench',
  ssr: { noExternal: true, external: ['@playwright/test'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: '.cache/bench',
    rolldownOptions: {
      // It serves by itself when it is what Node was asked to run, as it would seem to be inside a bundle.
      external: [server],
      input: {
        engine: 'bench/engine.ts',
        analytics: 'bench/analytics.ts',
        canvas: 'bench/canvas/canvas.ts',
        sizeRun: 'bench/sizeRun.ts',
        variantRun: 'bench/variantRun.ts',
        shard: 'cli/shard.ts',
      },
      // One flat folder: `new URL('./shard.js', import.meta.url)` holds from every chunk.
      // The engine counts on `const` for its memory (src/engine/memory.ts).
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        topLevelVar: false,
        paths: { [server]: '../../.ci/serve.mjs' },
      },
    },
  },
});
