/** What is typed. */
export const inserted: readonly string[] = [
  'not ',
  'x',
  '”',
  '“',
  '\n\n',
  'He said: ',
  '7',
  '12 rafts ',
  '🚢',
  ' on Monday',
  '\r\n',
  'Ana Bruhl ',
];
export const settingsChoices: readonly object[] = [
  {},
  { rules: { quoteMarks: 'off' } },
  { rules: { figureConflict: 'error', nameVariant: 'off' } },
  { lens: 'conflicts', inlayHints: 'all' },
  { files: { exclude: ['late/**'] } },
  { files: { maxSize: 2 } },
  { problems: { maxPerFile: 2 } },
];
/** What the desk's file may hold; null: there is none. */
export const deskTexts: readonly (string | null)[] = [
  null,
  '{"version": 1, "sources": ["late/**"]}',
  '{"version": 1, "sources": ["desk/a0.txt"], "accepted": []}',
  '{"version": 1, "sour',
  '',
];
/** What an editor asks about an article. */
export const questions: readonly string[] = [
  'textDocument/diagnostic',
  'textDocument/hover',
  'textDocument/codeLens',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/semanticTokens/full',
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'workspace/symbol',
  'workspace/diagnostic',
  'secondSource/stories',
  'secondSource/sheet',
  'secondSource/report',
  'secondSource/nextConflict',
  'secondSource/findQuote',
  'secondSource/claims',
  'secondSource/comparableArticles',
];
