import type { Analysis } from '../analysis';
import { compareText, type ArticleId } from '../core/article';
import { severities, type Severity } from '../core/config';
import { createConflictCount } from '../features/conflictCount';
import type { Problem } from '../rules/rule';

/** What the status bar counts, kept up to date by difference. */
export interface Tally {
  /** Looks at some articles again, those that are gone included. */
  update(analysis: Analysis, changed: readonly ArticleId[]): void;
  /** Forgets all. */
  clear(): void;
  /** Problems that the Problems panel shows: hints left out. */
  problems(): number;
  conflicts(analysis: Analysis): number;
  /** The articles with problems in the order of names, with how many they have. */
  articles(): readonly CountedArticle[];
}

export interface CountedArticle {
  readonly id: ArticleId;
  readonly name: string;
  /** How many problems are shown, hints left out. */
  readonly problems: number;
  readonly gravest: Severity;
}

/** @param shownOf the problems of an article that are shown, of those that it has. */
export function createTally(shownOf: (problems: readonly Problem[]) => readonly Problem[]): Tally {
  const known = new Map<ArticleId, CountedArticle>();
  /** The same, sorted: one comes or goes without the others being sorted anew. */
  let sorted: CountedArticle[] = [];
  let conflicts = createConflictCount();
  let total = 0;

  function look(analysis: Analysis, id: ArticleId): CountedArticle | null {
    const article = analysis.get(id)?.article;
    if (!article) return null;
    const loud = shownOf(analysis.problems(id)).filter(({ severity }) => severity !== 'hint');
    const gravest = severities.find((one) => loud.some(({ severity }) => severity === one));
    return gravest ? { id, name: article.name, problems: loud.length, gravest } : null;
  }

  return {
    update(analysis, changed) {
      const fresh: CountedArticle[] = [];
      for (const id of changed) {
        const before = known.get(id);
        const now = look(analysis, id);
        if (before && now?.name === before.name && now.problems === before.problems && now.gravest === before.gravest) {
          continue;
        }
        total += (now?.problems ?? 0) - (before?.problems ?? 0);
        if (before) sorted.splice(placeOf(sorted, before), 1);
        if (now) {
          known.set(id, now);
          fresh.push(now);
        } else known.delete(id);
      }
      // Many at once are sorted together; a few find their places.
      if (fresh.length > 50) sorted = [...sorted, ...fresh].sort(byName);
      else for (const one of fresh) sorted.splice(placeOf(sorted, one), 0, one);
      conflicts.update(analysis, changed);
    },
    clear() {
      known.clear();
      sorted = [];
      conflicts = createConflictCount();
      total = 0;
    },
    problems: () => total,
    conflicts: (analysis) => conflicts.total(analysis),
    articles: () => sorted,
  };
}

/** The order of `Analysis.ids`. */
const byName = (a: CountedArticle, b: CountedArticle): number => compareText(a.name, b.name) || compareText(a.id, b.id);

/** The index of an article in a sorted list, or where it belongs. */
function placeOf(list: readonly CountedArticle[], one: CountedArticle): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = list[middle];
    if (there && byName(there, one) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
