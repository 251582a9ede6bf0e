import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { ChangeGravity, QuoteLink, QuoteRelation } from '../links/model';
import { bestFirst, samePlace, speakerOf, type NamedSpeaker } from './lookup';
import { wordingOf, type WordingPiece } from './wording';

/** A place where words that somebody looked for stand. */
export interface FoundQuote extends Span {
  readonly articleId: ArticleId;
  /** How the passage stands to the words: the same, one stands in the other, other words, or without marks. */
  readonly relation: QuoteRelation;
  /** What the words that differ put at risk; `none` where none do. */
  readonly gravity: ChangeGravity;
  readonly quoted: boolean;
  readonly speaker: NamedSpeaker | null;
  /** The passage's wording beside the words looked for. */
  readonly wording: readonly WordingPiece[];
}

/** So many are given at the most: what stands in more files is a commonplace. */
const mostFound = 100;

/**
 * Where a quotation stands in the articles, the longest agreeing wording first; of the places within one another the best.
 * Quotes that only share most of its words come last.
 * @param text the quotation, with or without the quotation marks around it.
 * @returns empty where no article has the words, and for a text without words.
 */
export function findQuote(analysis: Analysis, text: string): readonly FoundQuote[] {
  const words = text.trim();
  const kept: QuoteLink[] = [];
  const found = analysis.find(words);
  const [sure, like] = [false, true].map((isLike) => found.filter(({ tentative }) => tentative === isLike));
  for (const link of [...bestFirst(analysis, sure ?? []), ...bestFirst(analysis, like ?? [])]) {
    if (kept.length === mostFound) break;
    if (!kept.some(({ to }) => samePlace(to, link.to) || isAround(to, link.to))) kept.push(link);
  }
  return kept.flatMap(({ to, relation, gravity, steps }) => {
    const there = analysis.get(to.articleId);
    if (!there) return [];
    return {
      articleId: to.articleId,
      start: to.start,
      end: to.end,
      relation,
      gravity,
      quoted: to.quote !== null,
      speaker: to.quote && speakerOf(to.quote),
      wording: wordingOf(words, there.article.text, to, steps),
    };
  });
}

const isAround = (one: QuoteLink['to'], other: QuoteLink['to']): boolean =>
  one.articleId === other.articleId && one.start < other.end && other.start < one.end;
