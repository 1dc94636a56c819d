import { ensureInstalled, root, run, tool } from './install.mjs';
import { listenOptions, serve } from './serve.mjs';

try {
  const options = listenOptions();
  await ensureInstalled();
  const code = await run(process.execPath, [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error('the build failed; its messages stand above');
  const { address } = await serve({ ...options, folder: `${root}dist` });
  console.log(`\nRehearsal is ready: ${address}\n(Ctrl+C stops it.)`);
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
