import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { contains } from '../core/span';
import type { Quote } from '../claims/model';
import type { FigureLink } from '../links/model';
import {
  bestFirst,
  differs,
  figureLinksOut,
  isOpen,
  isDated,
  linksOut,
  targetsOf,
  type Link,
  type Place,
} from './lookup';

/** Which paragraphs get a lens: all that have linked quotes or figures, those where they differ, or none. */
export const lensLevels = ['all', 'conflicts', 'off'] as const;
export type LensLevel = (typeof lensLevels)[number];

/** What a lens says and where it leads. */
export interface LensContent {
  readonly title: string;
  /** Where the peek view opens: the paragraph's first linked quote or figure. */
  readonly offset: number;
  readonly matches: readonly Place[];
}

/** The paragraphs that get a lens, in their order. Empty for an article that isn't known. */
export function lensesOf(analysis: Analysis, id: ArticleId, level: LensLevel): readonly Span[] {
  const paragraphs = analysis.get(id)?.claims.paragraphs;
  if (!paragraphs || level === 'off') return [];
  const links = countedLinks(analysis, id).filter((link) => level === 'all' || isOpen(analysis, link));
  const wanted: Span[] = [];
  let next = 0;
  // Links and paragraphs come in the order of `start`, so one walk over both is enough.
  for (const paragraph of paragraphs) {
    while (next < links.length && (links[next]?.from.start ?? 0) < paragraph.start) next++;
    const link = links[next];
    const isLinked = link !== undefined && link.from.start < paragraph.end;
    if (isLinked || (level === 'all' && unmatchedQuote(analysis, id, paragraph)))
      wanted.push({ start: paragraph.start, end: paragraph.end });
  }
  return wanted;
}

/** The lens of the paragraph that starts at an offset; null where no paragraph does, or nothing is linked in it. */
export function lensAt(analysis: Analysis, id: ArticleId, paragraphStart: number): LensContent | null {
  const paragraph = analysis.get(id)?.claims.paragraphs.find((one) => one.start === paragraphStart);
  if (!paragraph) return null;
  const links = countedLinks(analysis, id).filter((link) =>
    contains(paragraph, { start: link.from.start, end: link.from.start }),
  );
  const first = links[0];
  if (!first) {
    const alone = unmatchedQuote(analysis, id, paragraph);
    return alone ? { title: l10n.t('no match'), offset: alone.start, matches: [] } : null;
  }
  return {
    title: titleOf(analysis, links),
    offset: first.from.start,
    matches: targetsOf(bestFirst(analysis, links)),
  };
}

/**
 * The first quote of a draft's paragraph, where its story has sources and no other file has any of the paragraph's quotes.
 * Undefined where all articles are peers: there a quote that nobody else has is no news.
 */
function unmatchedQuote(analysis: Analysis, id: ArticleId, paragraph: Span): Quote | undefined {
  const known = analysis.get(id);
  if (!known || analysis.sourcesFor(id).length === 0) return undefined;
  const inside = ({ start }: Span) => start >= paragraph.start && start < paragraph.end;
  const quotes = known.claims.quotes.filter((quote) => quote.kind !== 'scare' && !quote.display && inside(quote));
  if (quotes.length === 0) return undefined;
  const isLinked = analysis.linksFrom(id).some(({ from }) => from.quote !== null && inside(from.quote));
  return isLinked ? undefined : quotes[0];
}

/** What lenses count, for as long as a snapshot is held: every paragraph of an article asks for the same. */
const counted = new WeakMap<Analysis, Map<ArticleId, readonly Link[]>>();

/**
 * The links that lenses count, in the order of `from.start`: those of quotes; of a figure the best in each file, those that
 * are only likely left out. Dates that agree stand in nearly every paragraph and are no news.
 */
export function countedLinks(analysis: Analysis, id: ArticleId): readonly Link[] {
  const known = counted.get(analysis) ?? new Map<ArticleId, readonly Link[]>();
  counted.set(analysis, known);
  const before = known.get(id);
  if (before) return before;
  const quotes = linksOut(analysis, id).filter((link) => link.from.quote !== null);
  const figures = bestPerFile(figureLinksOut(analysis, id).filter((link) => !link.tentative)).filter(
    (link) => differs(link) || !isDated(link.from.figure),
  );
  const links = figures.length === 0 ? quotes : [...quotes, ...figures].sort((a, b) => a.from.start - b.from.start);
  known.set(id, links);
  return links;
}

function bestPerFile(links: readonly FigureLink[]): readonly FigureLink[] {
  const best = new Map<string, FigureLink>();
  for (const link of links) {
    const key = `${link.from.figure.index} ${link.to.articleId}`;
    const known = best.get(key);
    if (!known || isBetter(link, known)) best.set(key, link);
  }
  return [...best.values()];
}

/** A file that has the figure right somewhere agrees, whatever else it says. */
function isBetter(one: FigureLink, other: FigureLink): boolean {
  return differs(one) === differs(other) ? one.similarity > other.similarity : differs(other);
}

/**
 * @example "3 matches in 2 files, 1 differs", "1 match in wire.txt", "1 differs in rewrite.txt", "2 differ in 2 files"
 */
function titleOf(analysis: Analysis, links: readonly Link[]): string {
  const matches = targetsOf(links);
  const differing = targetsOf(links.filter((link) => isOpen(analysis, link)));
  const ids = new Set(matches.map(({ articleId }) => articleId));
  const [only = ''] = ids;
  const file = ids.size === 1 ? analysis.nameOf(only) : null;
  if (differing.length >= matches.length) return allDiffer(differing.length, file, ids.size);
  return differing.length === 0
    ? allMatch(matches.length, file, ids.size)
    : someDiffer(matches.length, differing.length, file, ids.size);
}

/** `file` is the name of the one file; null where they are several. */
function allDiffer(differing: number, file: string | null, files: number): string {
  if (file === null) return l10n.t('{0} differ in {1} files', differing, files);
  return differing === 1 ? l10n.t('1 differs in {0}', file) : l10n.t('{0} differ in {1}', differing, file);
}

function allMatch(matches: number, file: string | null, files: number): string {
  if (file === null) return l10n.t('{0} matches in {1} files', matches, files);
  return matches === 1 ? l10n.t('1 match in {0}', file) : l10n.t('{0} matches in {1}', matches, file);
}

function someDiffer(matches: number, differing: number, file: string | null, files: number): string {
  if (file === null) {
    return differing === 1
      ? l10n.t('{0} matches in {1} files, 1 differs', matches, files)
      : l10n.t('{0} matches in {1} files, {2} differ', matches, files, differing);
  }
  return differing === 1
    ? l10n.t('{0} matches in {1}, 1 differs', matches, file)
    : l10n.t('{0} matches in {1}, {2} differ', matches, file, differing);
}
