import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tree } from './breaches.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const options = await extractOptions(join(root, '.ci/dependency-cruiser.cjs'));

const installed = ['@xyflow/react', 'comlink', 'd3-array', 'dexie', 'immer', 'react', 'zod'];
const tools = ['vitest'];

const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));

/** Empty packages of the real names, so that imports of them resolve. */
const packages: Tree = {
  'package.json': JSON.stringify({ dependencies: versions(installed), devDependencies: versions(tools) }),
  'node_modules/zod/mini.js': '',
  ...Object.fromEntries(
    [...installed, ...tools].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
};

function plant(folder: string, tree: Tree) {
  for (const [path, text] of Object.entries({ ...packages, ...tree })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function cruiseFolder(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true });
  if (typeof output === 'string') throw new Error('expected a result, not a report');
  return output;
}

/** What the project's rules say about a tree that stands for a moment in a temporary folder. */
export async function cruiseTree(tree: Tree): Promise<ICruiseResult> {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    plant(folder, tree);
    return await cruiseFolder(folder, [...new Set(Object.keys(tree).map((path) => path.split('/')[0]!))]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const cruiseProject = () => cruiseFolder(root, ['src', 'test']);
