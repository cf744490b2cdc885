import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const NODE_GLOBALS = [
  'console',
  'process',
  'fetch',
  'URL',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];

const BROWSER_GLOBALS = [
  'Blob',
  'URLSearchParams',
  'addEventListener',
  'confirm',
  'document',
  'history',
  'localStorage',
  'location',
  'sessionStorage',
];

const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name=/^(now|parse)$/]",
    message: 'Time is an argument: take now as a parameter.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument: take now as a parameter.',
  },
];

const NO_REPLACED = [
  {
    selector: "CallExpression[callee.property.name='reduce']",
    message: 'Old libraries on host pages replace it: use a loop.',
  },
  {
    selector: "CallExpression[callee.object.name='Array'][callee.property.name='from']",
    message: 'Old libraries on host pages replace it: use a spread or a loop.',
  },
];

const NO_REGISTERING = {
  selector: "CallExpression[callee.object.name='customElements'][callee.property.name='define']",
  message: 'Only the files in define/ register elements.',
};

const NO_MARKUP = {
  group: ['lit/directives/style-map.js', 'lit/directives/unsafe-*.js', 'lit/static-html.js'],
  message: 'It breaks under the strict content security policy, or goes round trusted types.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/.cache/', 'storybook-static/', 'coverage/', 'docs/**/vendor/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['docs/demo/**/*.js'],
    languageOptions: { globals: Object.fromEntries(BROWSER_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['packages/core/src/**/*.ts', 'packages/policies/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK, ...NO_REPLACED] },
  },
  {
    files: ['packages/intake/src/**/*.ts'],
    // The process that it runs in knows what time it is.
    ignores: ['**/*.test.ts', 'packages/intake/src/bin.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK] },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'lit/ban-attributes': ['error', 'style'],
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      // LitElement always has these methods.
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts'],
    ignores: ['**/*test.ts', 'packages/elements/src/define/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [NO_MARKUP] }],
      'no-restricted-syntax': ['error', NO_REGISTERING, ...NO_REPLACED],
    },
  },
  {
    files: ['**/*test.ts'],
    rules: {
      // chai asserts by properties.
      '@typescript-eslint/no-unused-expressions': 'off',
      // Tests make data that no type allows.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'lit/no-classfield-shadowing': 'off',
    },
  },
  {
    files: ['**/*.browser-test.ts'],
    // The type of open-wc's equal() is a promise, which it is not.
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['scripts/**', 'bench/**', 'test/conformance/**'], rules: { 'no-console': 'off' } },
  // What a script hands to a page runs there.
  { files: ['scripts/pictures.mjs'], languageOptions: { globals: { document: false } } },
);
