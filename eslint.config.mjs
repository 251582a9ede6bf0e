import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The server's rooms, each with those above it: imports point down, so a room never imports from what stands here. */
const roomsAbove = {
  core: ['claims', 'links', 'rules', 'desk', 'features', 'reports', 'lsp', 'cli', 'disk', 'analysis'],
  claims: ['links', 'rules', 'desk', 'features', 'reports', 'lsp', 'cli', 'disk', 'analysis'],
  links: ['rules', 'desk', 'features', 'reports', 'lsp', 'cli', 'disk', 'analysis'],
  rules: ['desk', 'features', 'reports', 'lsp', 'cli', 'disk', 'analysis'],
  desk: ['features', 'reports', 'lsp', 'cli', 'disk', 'analysis'],
  features: ['reports', 'lsp', 'cli', 'disk'],
  reports: ['lsp', 'cli', 'disk'],
  disk: ['claims', 'links', 'rules', 'desk', 'features', 'reports', 'lsp', 'cli', 'analysis'],
};

const globalsOfNode = Object.fromEntries(
  ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'setTimeout', 'clearTimeout', 'performance'].map(
    (name) => [name, 'readonly'],
  ),
);

const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const editorTypes = ['vscode', 'vscode-*', 'vscode-*/**'];

const noImportsOf = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const outsideWorld = [
  {
    group: builtins,
    message: 'Node belongs to cli/, disk/ and the entry of lsp/; the core gets it through an interface.',
  },
  { group: editorTypes, message: 'LSP and VS Code belong to lsp/ and client/; the core speaks in offsets.' },
];

const layered = Object.entries(roomsAbove).map(([room, above]) => ({
  files: [`server/src/${room}/**/*.ts`],
  rules: noImportsOf([
    ...(room === 'disk' ? [outsideWorld[1]] : outsideWorld),
    {
      regex: `^(\\.\\./)+(${above.join('|')})(/|$)`,
      message: `Imports point down: ${room}/ stands below these rooms.`,
    },
  ]),
}));

export default defineConfig(
  globalIgnores(['node_modules/', 'dist/', 'out/', 'build/', 'test-fixtures/']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Text is measured in UTF-16 units and walked in code points; both on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // It asks for `!`, which the strict set forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // VS Code takes any object of the right shape where it names a class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globalsOfNode } },
  {
    files: ['**/*.cjs', 'scripts/demo/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { ...globalsOfNode, require: 'readonly', module: 'writable', exports: 'writable' },
    },
  },
  ...layered,
  {
    files: ['server/src/analysis.ts'],
    rules: noImportsOf([
      ...outsideWorld,
      { regex: '^\\./(features|reports|lsp|cli|disk)(/|$)', message: 'Imports point down.' },
    ]),
  },
  {
    files: ['server/src/protocol/**/*.ts'],
    rules: noImportsOf([
      ...outsideWorld,
      { regex: '^\\.\\.', message: 'The client bundles this folder: it stands alone.' },
    ]),
  },
  {
    files: ['server/src/lsp/**/*.ts'],
    rules: noImportsOf([
      { regex: '^\\.\\./cli(/|$)', message: 'lsp/ and cli/ stand side by side.' },
      { group: builtins, message: 'The server runs in a web worker too: Node is reached through lsp/outside.ts.' },
    ]),
  },
  {
    files: ['server/src/lsp/main.ts', 'server/src/lsp/entry.ts'],
    rules: noImportsOf([{ regex: '^\\.\\./cli(/|$)', message: 'lsp/ and cli/ stand side by side.' }]),
  },
  {
    files: ['client/src/**/*.ts', 'client/board/**/*.{ts,tsx}'],
    rules: noImportsOf([
      { regex: 'server/src/(?!protocol(/|$))', message: 'Of the server the client knows only its protocol.' },
      { group: builtins, message: 'The client runs in a browser too: it reaches files through workspace.fs.' },
      {
        group: ['vscode-languageclient/node', 'vscode-languageclient/browser'],
        message: 'Only extension.ts and browser.ts know where the client runs.',
      },
    ]),
  },
  {
    files: ['client/src/extension.ts', 'client/src/browser.ts'],
    rules: noImportsOf([
      { regex: 'server/src/(?!protocol(/|$))', message: 'Of the server the client knows only its protocol.' },
    ]),
  },
);
