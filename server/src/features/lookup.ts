import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { lengthOf, overlaps, touches } from '../core/span';
import { sureSpeaker, type Claims, type Quote } from '../claims/model';
import type { Passage, QuoteLink } from '../links/model';

/** Who said a quote, as far as the article says: `sure` is false for an attribution that is a guess. */
export interface NamedSpeaker {
  readonly name: string;
  readonly sure: boolean;
}

/** The speaker to show for a quote, or null where the article names none. */
export function speakerOf(quote: Quote): NamedSpeaker | null {
  const { speaker } = quote;
  return speaker && { name: speaker.name, sure: speaker.confidence >= sureSpeaker };
}

/** The quotes around an offset, the innermost first. A cursor on a quotation mark, or right after it, is in the quote. */
export function quotesAt(claims: Claims, offset: number): readonly Quote[] {
  return claims.quotes
    .filter((quote) => touches(quote.outer, offset))
    .sort((a, b) => lengthOf(a.outer) - lengthOf(b.outer));
}

/** The stretch of text in which a cursor means the passage: a quote with its marks, a sentence as it is. */
export const reachOf = (passage: Passage): Span => passage.quote?.outer ?? passage;

/** Whether two passages are the same stretch of the same article. */
export const samePassage = (a: Passage, b: Passage): boolean =>
  a.articleId === b.articleId && a.start === b.start && a.end === b.end;

/** The article's links to other articles. */
export function linksOut(analysis: Analysis, id: ArticleId): readonly QuoteLink[] {
  return analysis.linksFrom(id).filter((link) => link.to.articleId !== id);
}

/**
 * The links that a reader with the cursor at the offset means: those of the innermost passage there that has any.
 * Empty where there is none, and for an article that isn't known.
 */
export function linksOfPassageAt(analysis: Analysis, id: ArticleId, offset: number): readonly QuoteLink[] {
  const around = linksOut(analysis, id).filter((link) => touches(reachOf(link.from), offset));
  let innermost: Passage | undefined;
  for (const { from } of around) {
    if (!innermost || lengthOf(reachOf(from)) < lengthOf(reachOf(innermost))) innermost = from;
  }
  return innermost ? around.filter((link) => samePassage(link.from, innermost)) : [];
}

/**
 * As `linksOfPassageAt`, but a cursor elsewhere in the sentence ("the mayor said") means the quotes in that sentence.
 */
export function linksOfSentenceAt(analysis: Analysis, id: ArticleId, offset: number): readonly QuoteLink[] {
  const direct = linksOfPassageAt(analysis, id, offset);
  if (direct.length > 0) return direct;
  const sentence = analysis.get(id)?.claims.sentences.find((one) => touches(one, offset));
  if (!sentence) return [];
  return linksOut(analysis, id).filter((link) => overlaps(reachOf(link.from), sentence));
}

/** How much of a link's wording both sides have, in UTF-16 units of the other side. */
export function agreeingLength(link: QuoteLink): number {
  let length = 0;
  for (const step of link.steps) if (step.kind === 'same' || step.kind === 'style') length += lengthOf(step.to);
  return length;
}

/** Whether the other side has other words, not just more or fewer of the same. */
export const differs = (link: QuoteLink): boolean => link.relation === 'altered' && link.gravity !== 'none';

/** The links with the longest agreeing wording first, then by file and place, so that the order never wavers. */
export function bestFirst(analysis: Analysis, links: readonly QuoteLink[]): readonly QuoteLink[] {
  return links
    .map((link) => ({ link, agreeing: agreeingLength(link), name: analysis.nameOf(link.to.articleId) }))
    .sort(
      (a, b) =>
        b.agreeing - a.agreeing ||
        Number(differs(a.link)) - Number(differs(b.link)) ||
        compareNames(a.name, b.name) ||
        a.link.to.start - b.link.to.start,
    )
    .map(({ link }) => link);
}

/** Where the links lead, each stretch once. A stretch inside another (a nested quote) counts as that other. */
export function targetsOf(links: readonly QuoteLink[]): readonly Passage[] {
  const targets: Passage[] = [];
  for (const { to } of links) {
    const around = targets.findIndex((one) => one.articleId === to.articleId && overlaps(one, to));
    const other = targets[around];
    if (!other) targets.push(to);
    else if (lengthOf(to) > lengthOf(other)) targets[around] = to;
  }
  return targets;
}

/** The order of file names in lists: by code units, the same on every machine. */
export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
