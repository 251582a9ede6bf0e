import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { overlapSearch } from '../core/span';
import type { Problem } from '../rules/rule';
import { countedLinks } from './codeLens';
import { isOpen, reachOf } from './lookup';

/** Which stretches of an article a reader's eye should be led to. */
export interface Attention {
  /** Quotes and figures that stand in other files, and nowhere otherwise. */
  readonly linked: readonly Span[];
  /** Those that another file has otherwise, without being a problem that is underlined anyhow. */
  readonly differing: readonly Span[];
}

/** The article's problems of some weight, in the order of `start`: hints and information left out. */
export function conflictsOf(analysis: Analysis, id: ArticleId): readonly Problem[] {
  return analysis.problems(id).filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/**
 * What the marks beside the scroll bar show of an article, in the order of `start`: the links that lenses count. Empty for
 * an article that isn't known.
 */
export function attentionOf(analysis: Analysis, id: ArticleId): Attention {
  const conflictsIn = overlapSearch(conflictsOf(analysis, id));
  const passages = new Map<string, Span & { differs: boolean }>();
  for (const link of countedLinks(analysis, id)) {
    const { start, end } = reachOf(link.from);
    const key = `${start} ${end}`;
    const known = passages.get(key);
    if (known) known.differs ||= isOpen(analysis, link);
    else passages.set(key, { start, end, differs: isOpen(analysis, link) });
  }
  const linked: Span[] = [];
  const differing: Span[] = [];
  for (const { start, end, differs: other } of passages.values()) {
    if (!other) linked.push({ start, end });
    else if (conflictsIn({ start, end }).length === 0) differing.push({ start, end });
  }
  return { linked, differing };
}
