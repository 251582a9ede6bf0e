import type { ArticleId } from '../core/article';

/** Remembers which articles changed when, for whoever keeps something up to date by difference. */
export interface ChangeLog {
  /** An article has changed with this revision. */
  note(id: ArticleId, revision: number): void;
  /** Something has changed with this revision that may concern every article. */
  noteAll(revision: number): void;
  /** What has changed after one revision, up to and with another; null where that is all, or is forgotten. */
  between(after: number, upTo: number): ReadonlySet<ArticleId> | null;
}

/** So many changes are remembered at the least. Whoever asks more seldom had better look at all articles. */
const remembered = 4096;

/** Makes a log without entries. Revisions only grow. */
export function createChangeLog(): ChangeLog {
  let entries: { readonly id: ArticleId; readonly revision: number }[] = [];
  /** What changed at this revision and before is unknown, or all. */
  let floor = -1;
  return {
    note(id, revision) {
      const last = entries.at(-1);
      if (last?.id === id && last.revision === revision) return;
      entries.push({ id, revision });
      if (entries.length < 2 * remembered) return;
      const gone = entries.length - remembered;
      floor = entries[gone - 1]?.revision ?? floor;
      entries = entries.slice(gone);
    },
    noteAll(revision) {
      floor = revision;
      entries = [];
    },
    between(after, upTo) {
      if (after < floor) return null;
      const ids = new Set<ArticleId>();
      for (let i = entries.length - 1; i >= 0; i--) {
        const entry = entries[i];
        if (!entry || entry.revision <= after) break;
        if (entry.revision <= upTo) ids.add(entry.id);
      }
      return ids;
    },
  };
}
