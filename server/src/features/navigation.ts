import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { Claims, Quote } from '../claims/model';
import { figureAt, linksAt, quotesAt, reachOf, targetsOf, type Link, type Place } from './lookup';

/** Where the words or the figure at an offset stand elsewhere. */
export interface Matches {
  /** What in this article is meant: the quote with its marks, the figure, or the sentence. */
  readonly origin: Span;
  /** The passages here that the matches belong to. */
  readonly here: readonly Place[];
  /** The passages there, the best match first, each once. */
  readonly there: readonly Place[];
}

/** The matches of the quotes and the figure that the cursor means, in all files; null where nothing is linked. */
export function matchesAt(analysis: Analysis, id: ArticleId, offset: number): Matches | null {
  const links = linksAt(analysis, id, offset);
  const first = links[0];
  if (!first) return null;
  return { origin: reachOf(first.from), here: sourcesOf(links), there: targetsOf(links) };
}

/** As `matchesAt`, with the best match of each file only: where a jump goes. */
export function bestMatchesAt(analysis: Analysis, id: ArticleId, offset: number): Matches | null {
  const matches = matchesAt(analysis, id, offset);
  if (!matches) return null;
  const seen = new Set<ArticleId>();
  const there = matches.there.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId));
  return { ...matches, there };
}

/**
 * The stretches of this article that hold the words at an offset: the quote there, what it goes on with after its cue,
 * and the same words where the article has them again; or the figure there, and where the article gives it again. Empty
 * outside of quotes and figures.
 */
export function highlightsAt(analysis: Analysis, id: ArticleId, offset: number): readonly Span[] {
  const claims = analysis.get(id)?.claims;
  if (!claims) return [];
  const quote = quotesAt(claims, offset)[0];
  if (quote) return quoteHighlights(analysis, id, claims, quote);
  const figure = figureAt(claims, offset);
  return figure ? figureHighlights(analysis, id, claims, figure) : [];
}

function quoteHighlights(analysis: Analysis, id: ArticleId, claims: Claims, quote: Quote): readonly Span[] {
  const spans = new Map<number, Span>();
  const add = (s: Span): unknown => spans.set(s.start, { start: s.start, end: s.end });
  const remark = remarkOf(claims.quotes, quote);
  remark.forEach(add);
  const words = new Set(remark.map((one) => wordsOf(one.text)));
  for (const one of claims.quotes) if (words.has(wordsOf(one.text))) add(one);

  const links = analysis.linksFrom(id);
  const targets = links.filter((link) => link.from.quote?.index === quote.index).map((link) => link.to);
  for (const target of targets) if (target.articleId === id) add(target);
  const placeOf = (one: Place): string => `${one.start} ${one.articleId}`;
  const places = new Set(targets.map(placeOf));
  for (const { from, to } of links) if (from.quote && places.has(placeOf(to))) add(from);
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** The figure, those that are linked to it in its own article, and those that are about the same thing in the same words. */
function figureHighlights(analysis: Analysis, id: ArticleId, claims: Claims, figure: Figure): readonly Span[] {
  const linked = new Set<number>([figure.index]);
  for (const { from, to } of analysis.figureLinksFrom(id)) {
    if (from.figure.index === figure.index && to.articleId === id) linked.add(to.figure.index);
  }
  return claims.figures
    .filter((one) => linked.has(one.index) || isRepeated(one, figure))
    .map(({ start, end }) => ({ start, end }));
}

/** Whether one figure is the other again: the same value of the same thing. */
function isRepeated(one: Figure, other: Figure): boolean {
  if (one.kind !== other.kind || one.vague || other.vague) return false;
  if (one.value === null) return one.iso !== null && one.iso === other.iso;
  return (
    one.value === other.value &&
    one.max === other.max &&
    one.unit === other.unit &&
    one.subject !== null &&
    one.subject.head === other.subject?.head
  );
}

/** The quote with the parts that its cue split off, and the paragraphs it runs on over. */
function remarkOf(quotes: readonly Quote[], quote: Quote): readonly Quote[] {
  // A quote only goes on from one before it, whose beginning is known by then; anything else would be a ring.
  const heads = new Map<number, number>();
  const headOf = ({ index, continues }: Quote): number =>
    continues !== null && continues < index ? (heads.get(continues) ?? index) : index;
  for (const one of quotes) heads.set(one.index, headOf(one));
  const head = heads.get(quote.index);
  return quotes.filter(({ index }) => heads.get(index) === head);
}

/** The words of a text for comparing: case, marks and spaces don't count. */
const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');

const sourcesOf = (links: readonly Link[]): readonly Place[] => targetsOf(links.map(({ from }) => ({ to: from })));
