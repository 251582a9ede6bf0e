import { Uri, env, l10n, type Webview } from 'vscode';

/**
 * The page that the board lives in. It may run one script and apply one style sheet, both of this extension, and load
 * nothing else from anywhere.
 * @param nonce random, and new for every page.
 */
export function boardPage(webview: Webview, extensionUri: Uri, nonce: string): string {
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';`;
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(l10n.t('Story Board'))}</title>
<link rel="stylesheet" href="${escaped(address('board.css'))}">
</head>
<body>
<main id="board">${escaped(l10n.t('Looking for the story...'))}</main>
<script nonce="${nonce}" src="${escaped(address('board.js'))}"></script>
</body>
</html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
