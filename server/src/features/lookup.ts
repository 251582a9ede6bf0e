import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { lengthOf, overlaps, touches } from '../core/span';
import type { Figure } from '../claims/figures/model';
import { sureClaimant, sureSpeaker, type Claims, type Quote } from '../claims/model';
import type { FigureLink, Passage, QuoteLink } from '../links/model';

/** A stretch of an article that a reader can be led to. */
export interface Place extends Span {
  readonly articleId: ArticleId;
}

/** A link of either kind; its relation tells which. */
export type Link = QuoteLink | FigureLink;

/** Who said a quote or gave a figure, as far as the article says: `sure` is false for an attribution that is a guess. */
export interface NamedSpeaker {
  readonly name: string;
  readonly sure: boolean;
}

/** The speaker to show for a quote, or null where the article names none. */
export const speakerOf = (quote: Quote): NamedSpeaker | null => named(quote.speaker, sureSpeaker);

/** Whom to show a figure as given to, or null where the article gives it itself. */
export const claimantOf = (figure: Figure): NamedSpeaker | null => named(figure.claimant, sureClaimant);

const named = (
  one: { readonly name: string; readonly confidence: number } | null,
  least: number,
): NamedSpeaker | null => one && { name: one.name, sure: one.confidence >= least };

/** The quotes around an offset, the innermost first. A cursor on a quotation mark, or right after it, is in the quote. */
export function quotesAt(claims: Claims, offset: number): readonly Quote[] {
  return claims.quotes
    .filter((quote) => touches(quote.outer, offset))
    .sort((a, b) => lengthOf(a.outer) - lengthOf(b.outer));
}

/** How far from its number a cursor on what is counted still means the figure, in UTF-16 units. */
const subjectReach = 40;

/** The figure at an offset; a cursor on what is counted, close by, means the figure too. Undefined where there is none. */
export function figureAt(claims: Claims, offset: number): Figure | undefined {
  const shortest = (figures: readonly Figure[]): Figure | undefined =>
    [...figures].sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  return (
    shortest(claims.figures.filter((figure) => touches(figure, offset))) ??
    shortest(claims.figures.filter((figure) => countsWhatIsAt(figure, offset)))
  );
}

/** Whether what is counted or measured stands at the offset. Whoever an age or a date is about is not what it counts. */
function countsWhatIsAt({ kind, subject, start, end }: Figure, offset: number): boolean {
  if (subject === null || isDated({ kind }) || kind === 'age' || kind === 'ordinal' || !touches(subject, offset))
    return false;
  return subject.start - end <= subjectReach && start - subject.end <= subjectReach;
}

/** Whether a figure is a date or a time of day. */
export const isDated = ({ kind }: { readonly kind: Figure['kind'] }): boolean => kind === 'date' || kind === 'time';

/** The stretch of text in which a cursor means the passage: a quote with its marks; a figure or a sentence as it is. */
export const reachOf = (passage: Link['from']): Span => ('quote' in passage ? passage.quote?.outer : null) ?? passage;

/** Whether two passages are the same stretch of the same article. */
export const samePlace = (a: Place, b: Place): boolean =>
  a.articleId === b.articleId && a.start === b.start && a.end === b.end;

/** The article's links between quotes, and from quotes to sentences, to other articles. */
export function linksOut(analysis: Analysis, id: ArticleId): readonly QuoteLink[] {
  return analysis.linksFrom(id).filter((link) => link.to.articleId !== id);
}

/** The article's figure links to other articles. */
export function figureLinksOut(analysis: Analysis, id: ArticleId): readonly FigureLink[] {
  return analysis.figureLinksFrom(id).filter((link) => link.to.articleId !== id);
}

/** The links to other articles of the figure at the offset, best first; empty where no figure is. */
export function linksOfFigureAt(analysis: Analysis, id: ArticleId, offset: number): readonly FigureLink[] {
  const claims = analysis.get(id)?.claims;
  const figure = claims && figureAt(claims, offset);
  if (!figure) return [];
  return bestFirst(
    analysis,
    figureLinksOut(analysis, id).filter((link) => link.from.figure.index === figure.index),
  );
}

/**
 * The quote links that a reader with the cursor at the offset means: those of the innermost passage there that has any.
 * Empty where there is none, and for an article that isn't known.
 */
export function linksOfPassageAt(analysis: Analysis, id: ArticleId, offset: number): readonly QuoteLink[] {
  const around = linksOut(analysis, id).filter((link) => touches(reachOf(link.from), offset));
  let innermost: Passage | undefined;
  for (const { from } of around) {
    if (!innermost || lengthOf(reachOf(from)) < lengthOf(reachOf(innermost))) innermost = from;
  }
  return innermost ? around.filter((link) => samePlace(link.from, innermost)) : [];
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

/** The stretch that a link's two passages have in common, on one side; all of the passage where that isn't known. */
export function commonSpan(link: QuoteLink, side: 'from' | 'to'): Span {
  const start = link.steps[0]?.[side].start ?? link[side].start;
  return { start, end: link.steps.at(-1)?.[side].end ?? link[side].end };
}

/** Whether the words that a quote has in common with another file are those at the offset: a transcript's turn is long. */
export const sharesWordsAt = (links: readonly QuoteLink[], offset: number): boolean =>
  links.some((link) => link.from.quote !== null && touches(commonSpan(link, 'from'), offset));

/**
 * All links that a reader with the cursor at the offset means, best first: of the quoted words and of the figure in them,
 * or of the figure and of what it stands in. The quotes elsewhere in the sentence where there is neither.
 */
export function linksAt(analysis: Analysis, id: ArticleId, offset: number): readonly Link[] {
  const figures = linksOfFigureAt(analysis, id, offset);
  const passages = bestFirst(analysis, linksOfPassageAt(analysis, id, offset));
  if (figures.length === 0 && passages.length === 0) {
    return bestFirst(analysis, linksOfSentenceAt(analysis, id, offset));
  }
  return sharesWordsAt(passages, offset) ? [...passages, ...figures] : [...figures, ...passages];
}

/** How much of a link's wording both sides have, in UTF-16 units of the other side; 0 for figures. */
export function agreeingLength(link: Link): number {
  if (!('steps' in link)) return 0;
  let length = 0;
  for (const step of link.steps) if (step.kind === 'same' || step.kind === 'style') length += lengthOf(step.to);
  return length;
}

/** Whether the other side has other words, not just more or fewer of the same; or a figure that can't be true as well. */
export const differs = (link: Link): boolean =>
  link.relation === 'differs' || (link.relation === 'altered' && link.gravity !== 'none');

/** Whether a link's two passages differ and nobody at the desk has let that stand. */
export const isOpen = (analysis: Analysis, link: Link): boolean => differs(link) && !isAccepted(analysis, link);

function isAccepted(analysis: Analysis, { from, to }: Link): boolean {
  if (!analysis.desk.hasAccepted) return false;
  return analysis
    .accepted(from.articleId)
    .some(
      ({ problem }) =>
        overlaps(problem, from) &&
        problem.related.some((passage) => passage.articleId === to.articleId && overlaps(passage, to)),
    );
}

/**
 * The links with the longest agreeing wording first, figures with the surest and most alike first; then by file and
 * place, so that the order never wavers.
 */
export function bestFirst<L extends Link>(analysis: Analysis, links: readonly L[]): readonly L[] {
  return links
    .map((link) => ({
      link,
      agreeing: agreeingLength(link),
      doubt: Number('figure' in link.from && link.tentative),
      likeness: 'figure' in link.from ? link.similarity : 0,
      name: analysis.nameOf(link.to.articleId),
    }))
    .sort(
      (a, b) =>
        b.agreeing - a.agreeing ||
        a.doubt - b.doubt ||
        Number(differs(a.link)) - Number(differs(b.link)) ||
        b.likeness - a.likeness ||
        compareNames(a.name, b.name) ||
        a.link.to.start - b.link.to.start,
    )
    .map(({ link }) => link);
}

/** Where the links lead, each stretch once. A stretch inside another (a nested quote, a figure) counts as that other. */
export function targetsOf(links: readonly { readonly to: Place }[]): readonly Place[] {
  const targets: Place[] = [];
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
