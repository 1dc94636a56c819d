import { defineConfig } from 'vite';

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
      input: {
        engine: 'bench/engine.ts',
        sizeRun: 'bench/sizeRun.ts',
        variantRun: 'bench/variantRun.ts',
        shard: 'cli/shard.ts',
      },
      // One flat folder: `new URL('./shard.js', import.meta.url)` holds from every chunk.
      // The engine counts on `const` for its memory (src/engine/memory.ts).
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', topLevelVar: false },
    },
  },
});
