import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pure = ['journey', 'audience', 'compile', 'engine', 'analytics', 'exchange'].map(
  (folder) => `src/${folder}/**`,
);

/** Syntax that is out everywhere. ESLint replaces this list as a whole, so narrower lists repeat it. */
const everywhere = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Use a named export: one name for one thing, in every file.',
  },
  {
    selector: 'ExportAllDeclaration',
    message: 'Name what you export; `export *` hides where things come from.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];

const markup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Markup never comes from a string here. Use React, or createElement and textContent.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Markup never comes from a string here. Render elements.',
  },
];

const hiddenInputs = [
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Randomness is an argument: draw from engine/random.ts with a key.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The time is an argument: equal inputs must give equal bytes.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The time is an argument: equal inputs must give equal bytes.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/', 'public/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', { max: 320, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Drafts of the document are edited under ids.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // The compiler checks locals and parameters, with an underscore as the way out.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'workers/**/*.ts'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ...everywhere, ...markup] },
  },
  {
    files: pure,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...markup, ...hiddenInputs] },
  },
  {
    // `noUncheckedIndexedAccess` doubts every read of a typed array; `!` is free in a hot loop, a check is not.
    files: [
      ...['compile', 'engine', 'analytics', 'audience'].map((folder) => `src/${folder}/**`),
      // Painted frame by frame from such columns.
      'src/features/edit-journey/play/*.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A test that trips over undefined fails, which is what it is for.
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/**/*.tsx', 'src/**/use*.ts', 'src/{app,features,state,ui,charts}/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // Words, not code: a catalogue is as long as what its feature says.
    files: ['src/i18n/en/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere.slice(1)] },
  },
  {
    files: ['.ci/*.{mjs,cjs}'],
    rules: {
      'max-lines': ['error', { max: 320, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-undef': 'off',
    },
  },
);
