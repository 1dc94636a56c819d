// The arrows of docs/architecture.md, each with a sentence for the person who crossed one.
// test/boundaries.test.ts plants one breach of every rule and expects that rule alone to fire.

const pure = 'src/(journey|audience|compile|engine|analytics)/';
const anyPackage = 'node_modules/';

/** Packages as dependency-cruiser sees them once resolved. */
const packages = (...names) => `node_modules/(${names.join('|')})/`;

const arrow = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to,
});

/** Everything below `src`, `workers` and `cli` except what the folder may import. */
const ours = '^(src|workers|cli)/';

const layers = [
  arrow(
    'journey-alone',
    'The journey document is the bottom of everything: it knows immer, zod and itself. Move what needs more upwards.',
    '^src/journey/',
    { path: [ours, anyPackage], pathNot: ['^src/journey/', packages('immer', 'zod')] },
  ),
  arrow(
    'audience-knows-journey',
    'An audience is columns of contacts. It may read the rules of a journey and hand over the columns that a program asks for.',
    '^src/audience/',
    {
      path: [ours, anyPackage],
      pathNot: ['^src/(audience|journey)/', '^src/compile/program\\.ts$'],
    },
  ),
  arrow(
    'compile-knows-journey-and-audience',
    'Compiling turns a journey and a schema of columns into a program. It never looks at what runs the program.',
    '^src/compile/',
    { path: [ours, anyPackage], pathNot: '^src/(compile|journey|audience)/' },
  ),
  arrow(
    'engine-knows-program',
    'The engine runs a compiled program. What it needs to know about a step belongs in a column of compile/program.ts.',
    '^src/engine/',
    { path: [ours, anyPackage], pathNot: ['^src/engine/', '^src/compile/program\\.ts$'] },
  ),
  arrow(
    'analytics-knows-results',
    'Analytics reads results and the program that made them. If it needs the document, let the caller pass the words in.',
    '^src/analytics/',
    {
      path: [ours, anyPackage],
      pathNot: [
        '^src/analytics/',
        '^src/engine/(results|random)\\.ts$',
        '^src/compile/program\\.ts$',
        packages('d3-array', 'internmap'),
      ],
    },
  ),
  arrow(
    'simulation-joins-pure',
    'Simulation is where audience, compile, engine and analytics meet, without input or output. Starting threads is the caller’s part.',
    '^src/simulation/',
    { path: [ours, anyPackage], pathNot: ['^src/simulation/', `^${pure}`] },
  ),
  arrow(
    'runtime-knows-pure',
    'The runtime starts workers and talks to them over the contract. The simulation itself must not reach the main thread.',
    '^src/runtime/',
    {
      path: ours,
      pathNot: [
        '^src/(runtime|journey|audience|compile|analytics|simulation)/',
        '^src/engine/(protocol|results|shards|merge|mergeDetails)\\.ts$',
      ],
    },
  ),
  arrow(
    'storage-knows-pure',
    'Storage keeps and returns values. Whoever needs it asks through a port in src/state/ports.ts; storage asks nobody.',
    '^src/storage/',
    { path: ours, pathNot: ['^src/storage/', `^${pure}`] },
  ),
  arrow(
    'exchange-knows-pure',
    'Import and export turn text and bytes into values and back. Reading a file or offering a download is the caller’s part.',
    '^src/exchange/',
    { path: ours, pathNot: ['^src/exchange/', `^${pure}`] },
  ),
  arrow(
    'state-behind-ports',
    'State describes what it needs of the outside in ports.ts, and main.tsx hands it over. It imports only the pure folders.',
    '^src/state/',
    { path: ours, pathNot: ['^src/state/', `^${pure}`] },
  ),
  arrow(
    'charts-draw-values',
    'A chart receives numbers and returns SVG, in a frame of the parts of ui. It may read the types of analytics; the feature around it fetches the data.',
    '^src/charts/',
    { path: ours, pathNot: ['^src/(charts|ui|i18n)/', '^src/analytics/'] },
  ),
  arrow(
    'ui-without-product',
    'The parts in ui know nothing of the product, so that every feature can use them. Pass in what this one needs.',
    '^src/ui/',
    { path: ours, pathNot: ['^src/(ui|i18n)/', '^src/analytics/'] },
  ),
  arrow(
    'forms-change-values',
    'A form field takes a value of the document and hands back another. Pass in what it needs of the open journey or the workspace.',
    '^src/forms/',
    { path: ours, pathNot: '^src/(forms|ui|i18n|journey)/' },
  ),
  arrow(
    'legend-names-parts',
    'The legend says what steps, rules, numbers and differences are called and look like, for every feature. Pass in what it needs of the workspace.',
    '^src/legend/',
    {
      path: ours,
      pathNot: [
        '^src/(legend|ui|i18n|journey)/',
        '^src/compile/response/assumption\\.ts$',
        '^src/analytics/(playback|stories/storyOf)\\.ts$',
      ],
    },
  ),
  arrow(
    'analytics-types-only',
    'Charts and ui may name the types of analytics but not compute with it: use `import type`, or compute in the feature.',
    '^src/(charts|ui)/',
    { path: '^src/analytics/', dependencyTypesNot: ['type-only'] },
  ),
  arrow(
    'features-apart',
    'Features never import each other, so that each can be changed or dropped alone. They meet in src/app or through state.',
    '^src/features/([^/]+)/',
    { path: '^src/features/', pathNot: '^src/features/$1/' },
  ),
  arrow(
    'features-inside-app',
    'A feature stands on state, charts, forms, legend, ui and the pure folders. The app places it; the edges reach it through state’s ports.',
    '^src/features/',
    { path: ours, pathNot: ['^src/(features|state|charts|forms|legend|ui|i18n)/', `^${pure}`] },
  ),
  arrow(
    'app-without-edges',
    'Only main.tsx opens storage, runtime and exchange. What the app needs of them comes through state’s ports.',
    '^src/app/',
    { path: ours, pathNot: ['^src/(app|features|state|charts|forms|legend|ui|i18n)/', `^${pure}`] },
  ),
  arrow(
    'i18n-alone',
    'The message catalogue holds words. It imports nothing of ours, so that everything visible may import it.',
    '^src/i18n/',
    { path: ours, pathNot: '^src/i18n/' },
  ),
  arrow(
    'workers-thin',
    'A worker is a thin shell: pure folders inside, Comlink around. Give the work itself to a pure folder.',
    '^workers/',
    {
      path: [ours, anyPackage],
      pathNot: ['^workers/', `^${pure}`, '^src/(storage|simulation)/', packages('comlink', '@dagrejs')],
    },
  ),
  arrow(
    'workers-with-storage',
    'Only the storage and the audience worker touch the database. Send the others the data they need.',
    { path: '^workers/', pathNot: '^workers/(storage|audience)' },
    { path: '^src/storage/' },
  ),
  arrow(
    'cli-knows-pure',
    'The command line runs the same pure code and reads files through exchange. What it shares with the app belongs there.',
    '^cli/',
    { path: [ours, anyPackage], pathNot: ['^cli/', `^${pure}`, '^src/(exchange|simulation)/'] },
  ),
];

const tops = [
  arrow(
    'nothing-imports-tests',
    'Tests and benchmarks may import everything; nothing imports them. Move what is shared to where both may take it.',
    { path: '^(src|workers|cli)/' },
    { path: '^(test|bench)/' },
  ),
  arrow(
    'nothing-imports-main',
    'main.tsx, the workers and the command line are where programs begin. A worker is started by its URL, never imported.',
    { pathNot: ['^(test|bench|cli|workers)/'] },
    { path: ['^src/main\\.tsx$', '^workers/', '^cli/'] },
  ),
];

const packagesAtHome = [
  arrow(
    'comlink-at-home',
    'Comlink is how runtime and workers speak. Elsewhere a worker is a plain asynchronous function behind a port.',
    { pathNot: ['^(src/runtime|workers|test|bench)/', anyPackage] },
    { path: packages('comlink') },
  ),
  arrow(
    'dexie-at-home',
    'Dexie stays in storage. Add a store file with the method you need, and a port for it.',
    { pathNot: ['^(src/storage|test|bench)/', anyPackage] },
    { path: packages('dexie') },
  ),
  arrow(
    'react-flow-at-home',
    'React Flow shows the journey being edited and nothing else. Keep its types out of the rest of the app.',
    { pathNot: ['^(src/features/edit-journey|test|bench)/', anyPackage] },
    { path: packages('@xyflow') },
  ),
  arrow(
    'react-on-screen-only',
    'Runtime, storage, exchange and the command line have no screen. React begins at state.',
    '^(src/(runtime|storage|exchange)|cli)/',
    { path: packages('react', 'react-dom', 'react-i18next', 'zustand') },
  ),
  arrow(
    'no-node-in-the-browser',
    'Node’s own modules do not exist in a browser. Pass the value in, or do it in cli.',
    '^(src|workers)/',
    { dependencyTypes: ['core'] },
  ),
  arrow(
    'no-tools-in-the-product',
    'That package is a development dependency. If the product needs it, move it to dependencies and say why in docs.',
    '^(src|workers|cli)/',
    { dependencyTypes: ['npm-dev'] },
  ),
];

const shape = [
  arrow(
    'no-cycles',
    'Two files that need each other are one idea, or they miss a third that both can import. Types count.',
    {},
    { circular: true },
  ),
  arrow(
    'no-orphans',
    'Nobody imports this file and it imports nobody. Connect it or delete it.',
    {
      orphan: true,
      path: '^(src|workers|cli)/',
      pathNot: ['^src/(main\\.tsx|trustedTypes\\.ts)$', '^cli/(main|shard)\\.ts$', '\\.d\\.ts$', '\\.css$'],
    },
    {},
  ),
  arrow(
    'nothing-unresolved',
    'This import leads nowhere. Is the extension there, and the package in package.json?',
    {},
    { couldNotResolve: true },
  ),
];

module.exports = {
  forbidden: [...layers, ...tops, ...packagesAtHome, ...shape],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports are arrows too.
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
