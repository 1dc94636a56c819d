/** Paths below a temporary root, and what stands in them. */
export type Tree = Record<string, string>;

/** A file that imports another of ours. */
const one = (from: string, to: string, statement = `import '${relative(from, to)}';`): Tree => ({
  [from]: `${statement}\nexport {};\n`,
  [to]: 'export type T = 1;\nexport {};\n',
});

/** A file that imports a package. */
const imports = (from: string, packageName: string): Tree => ({
  [from]: `import '${packageName}';\n`,
});

function relative(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1) || './'}${to}`;
}

/** A file that imports no more than a type of another. */
const typeOf = (from: string, to: string): Tree =>
  one(from, to, `import type { T } from '${relative(from, to)}';`);

/** For every rule the trees that break it and no other rule. */
export const breaches: Record<string, Tree[]> = {
  'journey-alone': [
    typeOf('src/journey/edits.ts', 'src/audience/audience.ts'),
    one('src/journey/edits.ts', 'src/i18n/i18n.ts'),
    imports('src/journey/edits.ts', 'd3-array'),
  ],
  'audience-knows-journey': [
    typeOf('src/audience/audience.ts', 'src/compile/compile.ts'),
    imports('src/audience/audience.ts', 'd3-array'),
  ],
  'compile-knows-journey-and-audience': [
    typeOf('src/compile/program.ts', 'src/engine/results.ts'),
    imports('src/compile/program.ts', 'immer'),
  ],
  'engine-knows-program': [
    typeOf('src/engine/shards.ts', 'src/journey/journey.ts'),
    one('src/engine/shards.ts', 'src/compile/compile.ts'),
    imports('src/engine/shards.ts', 'immer'),
  ],
  'analytics-knows-results': [
    typeOf('src/analytics/funnel.ts', 'src/journey/journey.ts'),
    one('src/analytics/funnel.ts', 'src/engine/shards.ts'),
    imports('src/analytics/funnel.ts', 'immer'),
  ],
  'simulation-joins-pure': [
    one('src/simulation/shardWork.ts', 'src/runtime/pool.ts'),
    imports('src/simulation/shardWork.ts', 'immer'),
  ],
  'runtime-knows-pure': [
    one('src/runtime/pool.ts', 'src/engine/simulate.ts'),
    typeOf('src/runtime/pool.ts', 'src/storage/database.ts'),
    typeOf('src/runtime/pool.ts', 'src/state/ports.ts'),
  ],
  'storage-knows-pure': [
    typeOf('src/storage/journeys.ts', 'src/state/ports.ts'),
    one('src/storage/journeys.ts', 'src/exchange/json.ts'),
  ],
  'exchange-knows-pure': [
    one('src/exchange/json.ts', 'src/runtime/pool.ts'),
    typeOf('src/exchange/json.ts', 'src/features/settings/Settings.tsx'),
  ],
  'state-behind-ports': [
    one('src/state/store.ts', 'src/storage/database.ts'),
    one('src/state/store.ts', 'src/features/settings/Settings.tsx'),
  ],
  'charts-draw-values': [
    one('src/charts/Bars.tsx', 'src/state/store.ts'),
    typeOf('src/charts/Bars.tsx', 'src/engine/results.ts'),
  ],
  'ui-without-product': [
    one('src/ui/Button.tsx', 'src/features/settings/Settings.tsx'),
    typeOf('src/ui/Button.tsx', 'src/journey/journey.ts'),
  ],
  'forms-change-values': [
    one('src/forms/Amount.tsx', 'src/state/store.ts'),
    typeOf('src/forms/Amount.tsx', 'src/features/settings/Settings.tsx'),
  ],
  'legend-names-parts': [
    one('src/legend/stepSummary.ts', 'src/state/store.ts'),
    typeOf('src/legend/stepSummary.ts', 'src/features/settings/Settings.tsx'),
  ],
  'analytics-types-only': [
    one('src/charts/Bars.tsx', 'src/analytics/funnel.ts'),
    one('src/ui/Figure.tsx', 'src/analytics/funnel.ts'),
  ],
  'features-apart': [typeOf('src/features/read-results/Results.tsx', 'src/features/edit-journey/Canvas.tsx')],
  'features-inside-app': [
    one('src/features/settings/Settings.tsx', 'src/app/routes.ts'),
    typeOf('src/features/settings/Settings.tsx', 'src/storage/database.ts'),
    one('src/features/settings/Settings.tsx', 'src/runtime/pool.ts'),
  ],
  'app-without-edges': [one('src/app/App.tsx', 'src/storage/database.ts')],
  'i18n-alone': [typeOf('src/i18n/i18n.ts', 'src/journey/journey.ts')],
  'workers-thin': [
    one('workers/engine.worker.ts', 'src/state/store.ts'),
    one('workers/engine.worker.ts', 'src/features/settings/Settings.tsx'),
    imports('workers/engine.worker.ts', 'react'),
  ],
  'workers-with-storage': [one('workers/engine.worker.ts', 'src/storage/database.ts')],
  'cli-knows-pure': [
    one('cli/main.ts', 'src/state/store.ts'),
    one('cli/main.ts', 'src/storage/database.ts'),
    imports('cli/main.ts', 'immer'),
  ],
  'nothing-imports-tests': [
    one('src/journey/edits.ts', 'test/support/journeys.ts'),
    one('cli/main.ts', 'bench/engine.ts'),
  ],
  'nothing-imports-main': [one('src/trustedTypes.ts', 'src/main.tsx')],
  'comlink-at-home': [imports('src/app/App.tsx', 'comlink')],
  'dexie-at-home': [imports('src/app/App.tsx', 'dexie')],
  'react-flow-at-home': [imports('src/features/read-results/Results.tsx', '@xyflow/react')],
  'react-on-screen-only': [imports('src/storage/journeys.ts', 'react')],
  'no-node-in-the-browser': [imports('src/app/App.tsx', 'node:fs')],
  'no-tools-in-the-product': [imports('src/app/App.tsx', 'vitest')],
  'no-cycles': [
    {
      'src/journey/journey.ts': "import type { Rule } from './rules.ts';\nexport type Journey = Rule;\n",
      'src/journey/rules.ts': "import type { Journey } from './journey.ts';\nexport type Rule = Journey;\n",
    },
  ],
  'no-orphans': [{ 'src/journey/forgotten.ts': 'export {};\n' }],
  'nothing-unresolved': [imports('src/journey/edits.ts', './gone.ts')],
};

/** One of each permitted arrow that looks like a forbidden one. */
export const permitted: Tree = [
  imports('src/journey/edits.ts', 'immer'),
  imports('src/journey/format.ts', 'zod/mini'),
  one('src/audience/rules.ts', 'src/journey/rules.ts'),
  one('src/compile/compile.ts', 'src/audience/audience.ts'),
  one('src/engine/shards.ts', 'src/compile/program.ts'),
  one('src/analytics/lift.ts', 'src/engine/results.ts'),
  imports('src/analytics/intervals.ts', 'd3-array'),
  one('src/runtime/pool.ts', 'src/engine/protocol.ts'),
  imports('src/runtime/call.ts', 'comlink'),
  imports('src/storage/database.ts', 'dexie'),
  one('src/exchange/mermaid.ts', 'src/journey/journey.ts'),
  typeOf('src/charts/Bars.tsx', 'src/analytics/funnel.ts'),
  one('src/charts/ChartFrame.tsx', 'src/ui/Menu.tsx'),
  one('src/ui/Button.tsx', 'src/i18n/i18n.ts'),
  typeOf('src/forms/Amount.tsx', 'src/journey/units.ts'),
  typeOf('src/legend/stepSummary.ts', 'src/journey/steps/index.ts'),
  one('src/features/settings/Settings.tsx', 'src/features/settings/Row.tsx'),
  imports('src/features/edit-journey/Canvas.tsx', '@xyflow/react'),
  one('src/app/App.tsx', 'src/features/read-results/Results.tsx'),
  one('src/main.tsx', 'src/storage/journeys.ts'),
  one('workers/storage.worker.ts', 'src/storage/journeys.ts'),
  imports('workers/engine.worker.ts', 'comlink'),
  one('cli/main.ts', 'src/exchange/json.ts'),
  imports('cli/shard.ts', 'node:worker_threads'),
  one('test/journey/edits.test.ts', 'src/storage/journeys.ts'),
].reduce((all, tree) => ({ ...tree, ...all }));
