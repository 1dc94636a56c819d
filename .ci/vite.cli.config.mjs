import { defineConfig } from 'vite';

/** The command line and its worker thread for Node, all dependencies inside. `--outDir` comes from the caller. */
export default defineConfig({
  publicDir: false,
  cacheDir: '.cache/vite-cli',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    rolldownOptions: {
      input: { main: 'cli/main.ts', shard: 'cli/shard.ts' },
      // One flat folder: `new URL('./shard.js', import.meta.url)` holds from every chunk.
      // The engine counts on `const` for its memory (src/engine/memory.ts).
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', topLevelVar: false },
    },
  },
});
