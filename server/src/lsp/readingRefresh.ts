import type { ArticleId } from '../core/article';
import { inlayHintsOf } from '../features/inlayHints';
import { tokensOf } from '../features/semanticTokens';
import type { HandlerParts } from './handlers';

/**
 * Asks the client to come again for tokens and inlay hints where a change of another file, or of a setting, has made
 * them others. It asks by itself about documents that were edited.
 */
export function announceReading({ connection, profile, host, documents, settings, publisher }: HandlerParts): void {
  const tokens = createWatch();
  const hints = createWatch();
  publisher.onRound((edited) => {
    const analysis = host.snapshot();
    const { semanticTokens, inlayHints } = settings();
    const open = [...documents.ids()];
    const conflicts = (id: ArticleId): string =>
      tokensOf(analysis, id)
        .filter(({ modifiers }) => modifiers.includes('conflict'))
        .map(({ start }) => start)
        .join(' ');
    if (profile.refreshesTokens && tokens.moved(open, edited, (id) => (semanticTokens ? conflicts(id) : 'off'))) {
      connection.languages.semanticTokens.refresh().catch(() => undefined);
    }
    const labels = (id: ArticleId): string =>
      inlayHintsOf(analysis, id, inlayHints, { start: 0, end: Infinity })
        .map(({ label }) => label)
        .join('\n');
    if (profile.refreshesInlayHints && hints.moved(open, edited, (id) => `${inlayHints}\n${labels(id)}`)) {
      connection.languages.inlayHint.refresh().catch(() => undefined);
    }
  });
}

interface Watch {
  /** Whether what is looked at is another than the last time, in a document that was not edited meanwhile. */
  moved(open: readonly ArticleId[], edited: ReadonlySet<ArticleId>, look: (id: ArticleId) => string): boolean;
}

function createWatch(): Watch {
  let before = new Map<ArticleId, string>();
  return {
    moved(open, edited, look) {
      const now = new Map(open.map((id) => [id, look(id)]));
      // A document just opened may have been asked about before the folder was read.
      const moved = open.some((id) => before.get(id) !== now.get(id) && (!edited.has(id) || !before.has(id)));
      before = now;
      return moved;
    },
  };
}
