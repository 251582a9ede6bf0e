import type { ArticleId } from '../core/article';
import { inlayHintsOf } from '../features/inlayHints';
import { tokensOf } from '../features/semanticTokens';
import type { HandlerParts } from './handlers';
import type { Round } from './publishing';

/**
 * Asks the client to come again for tokens and inlay hints where a change of another file, or of a setting, has made
 * them others. It asks by itself about documents that were edited.
 */
export function announceReading({ connection, profile, host, documents, settings, publisher }: HandlerParts): void {
  const tokens = createWatch();
  const hints = createWatch();
  publisher.onRound((round) => {
    const analysis = host.snapshot();
    const { semanticTokens, inlayHints } = settings();
    const open = [...documents.ids()];
    const conflicts = (id: ArticleId): string =>
      tokensOf(analysis, id)
        .filter(({ modifiers }) => modifiers.includes('conflict'))
        .map(({ start }) => start)
        .join(' ');
    if (
      profile.refreshesTokens &&
      tokens.moved(open, round, String(semanticTokens), (id) => (semanticTokens ? conflicts(id) : ''))
    ) {
      connection.languages.semanticTokens.refresh().catch(() => undefined);
    }
    const labels = (id: ArticleId): string =>
      inlayHintsOf(analysis, id, inlayHints, { start: 0, end: Infinity })
        .map(({ label }) => label)
        .join('\n');
    if (profile.refreshesInlayHints && hints.moved(open, round, inlayHints, labels)) {
      connection.languages.inlayHint.refresh().catch(() => undefined);
    }
  });
}

interface Watch {
  /**
   * Whether what is looked at is another than the last time, in a document that was not edited meanwhile.
   * @param setting another one makes all of it another.
   */
  moved(open: readonly ArticleId[], round: Round, setting: string, look: (id: ArticleId) => string): boolean;
}

function createWatch(): Watch {
  let before = new Map<ArticleId, string>();
  let settingBefore = '';
  return {
    moved(open, { edited, changed }, setting, look) {
      const all = changed === null || setting !== settingBefore;
      const now = new Map(
        open.map((id) => {
          const known = all || changed.has(id) ? undefined : before.get(id);
          return [id, known ?? look(id)];
        }),
      );
      // A document just opened may have been asked about before the folder was read.
      const moved =
        (settingBefore !== '' && setting !== settingBefore && open.length > 0) ||
        open.some((id) => before.get(id) !== now.get(id) && (!edited.has(id) || !before.has(id)));
      before = now;
      settingBefore = setting;
      return moved;
    },
  };
}
