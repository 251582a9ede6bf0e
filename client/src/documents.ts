import type { TextDocument } from 'vscode';

/** The languages in which articles are written. */
export const languages: readonly string[] = ['plaintext', 'markdown', 'article'];

/** What has text in one of these languages and is nobody's copy: logs, messages, search results, VS Code's own pages. */
const otherSchemes = new Set([
  'chat-editing-snapshot-text-model',
  'comment',
  'debug',
  'git',
  'gitfs',
  'gitlens',
  'inmemory',
  'interactive',
  'log',
  'output',
  'private',
  'search-editor',
  'vscode',
  'vscode-interactive-input',
  'vscode-local-history',
  'vscode-scm',
  'vscode-settings',
  'vscode-terminal',
  'walkThrough',
  'walkThroughSnippet',
]);

/** The schemes of the extension's own documents begin so: they show articles once more. */
const ownScheme = 'second-source';

/**
 * Whether a document may be an article: an open file of any file system, or an unsaved one. Not an earlier state of a
 * file, which version control and comparisons show under the file's own path with a query.
 */
export function isCopy({ uri }: TextDocument): boolean {
  const { scheme, query } = uri;
  if (otherSchemes.has(scheme) || scheme.startsWith(ownScheme)) return false;
  return query === '' || scheme === 'file';
}
