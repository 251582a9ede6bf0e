import * as l10n from '@vscode/l10n';

/**
 * Says in which language the server speaks to people, for as long as it runs.
 * @param bundle what `vscode.l10n.bundle` holds: the English sentences with their translations. Anything else, and any
 * entry that is no sentence, leaves the English as it is.
 */
export function speak(bundle: unknown): void {
  const sentences = typeof bundle === 'object' && bundle !== null ? Object.entries(bundle) : [];
  l10n.config({
    contents: Object.fromEntries(sentences.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  });
}
