import { compareText, type ArticleId } from '../core/article';
import type { Words } from '../claims/normalize';
import type { Passage, QuoteLink, WordingStep } from './model';
import type { PassageRecord } from './passages';
import type { RawLink } from './quoteLinker';
import type { Comparison } from './wording';

/** What is kept of a link for as long as both passages stand. */
export interface KeptLink extends Pick<RawLink, 'a' | 'b' | 'relation' | 'tentative' | 'byMeaning'> {
  readonly comparison: Pick<Comparison, 'steps' | 'gravity' | 'similarity'>;
}

/** The passages of an article by their number, and its links to each other one. */
export interface LinkedArticle {
  readonly byPid: ReadonlyMap<number, PassageRecord>;
  readonly partners: Iterable<readonly [ArticleId, readonly KeptLink[]]>;
}

/**
 * All links of an article, `from` always in it, in the order of `from.start`; those within it from both sides.
 * `articleOf` knows the others; one that it doesn't know has no links.
 */
export function materializeAll(
  id: ArticleId,
  article: LinkedArticle,
  articleOf: (id: ArticleId) => Pick<LinkedArticle, 'byPid'> | undefined,
): readonly QuoteLink[] {
  const links: QuoteLink[] = [];
  for (const [partner, raw] of article.partners) {
    const other = articleOf(partner);
    if (!other) continue;
    for (const link of raw) {
      const own = article.byPid.get(link.a) ?? article.byPid.get(link.b);
      const theirs = other.byPid.get(own?.pid === link.a ? link.b : link.a);
      if (!own || !theirs) continue;
      links.push(materialize(link, own, theirs));
      if (partner === id) links.push(materialize(link, theirs, own));
    }
  }
  return links.sort(
    (x, y) => x.from.start - y.from.start || compareText(x.to.articleId, y.to.articleId) || x.to.start - y.to.start,
  );
}

/**
 * A link as the rest of the program sees it: offsets in both articles as they stand now, `from` in the article asked
 * about.
 */
export function materialize(link: KeptLink, from: PassageRecord, to: PassageRecord): QuoteLink {
  const flipped = link.a !== from.pid;
  const steps = link.comparison.steps.map((step): WordingStep => {
    const inA = { from: step.aFrom, to: step.aTo };
    const inB = { from: step.bFrom, to: step.bTo };
    return {
      kind: step.kind,
      from: spanOf(from, flipped ? inB : inA),
      to: spanOf(to, flipped ? inA : inB),
      gravity: step.gravity ?? 'none',
    };
  });
  return {
    from: passageOf(from, steps, 'from'),
    to: passageOf(to, steps, 'to'),
    relation: link.relation,
    similarity: link.comparison.similarity,
    steps,
    gravity: link.comparison.gravity,
    tentative: link.tentative,
    byMeaning: link.byMeaning ?? false,
  };
}

function spanOf(record: PassageRecord, range: { from: number; to: number }): { start: number; end: number } {
  const { words } = record.content;
  if (range.from === range.to) {
    const at = record.start + gapOffset(words, range.from);
    return { start: at, end: at };
  }
  return {
    start: record.start + (words.starts[range.from] ?? 0),
    end: record.start + (words.ends[range.to - 1] ?? 0),
  };
}

/** Where words would stand that are missing before word `i`: right after the word before it. */
function gapOffset(words: Words, i: number): number {
  return i > 0 ? (words.ends[i - 1] ?? 0) : (words.starts[0] ?? 0);
}

function passageOf(record: PassageRecord, steps: readonly WordingStep[], side: 'from' | 'to'): Passage {
  const { articleId, quote } = record;
  if (quote) return { articleId, quote, start: record.start, end: record.end };
  // Of a sentence only the stretch that reports the quote is the passage.
  const [first, last] = [steps[0]?.[side], steps.at(-1)?.[side]];
  return { articleId, quote, start: first?.start ?? record.start, end: last?.end ?? record.end };
}
