import type { ArticleId } from '../core/article';
import type { Severity } from '../core/config';
import { contains, overlaps, type Span } from '../core/span';
import type { Quote } from '../claims/model';
import type { ChangeGravity, QuoteLink } from '../links/model';
import { changedSpan, messageOf, relatedMessage } from './alteredWording';
import { shownSpan } from './changeWording';
import { decisiveQuoteLinks } from './declaredSources';
import type { Problem, RelatedPassage, Rule, RuleContext } from './rule';

const severityOf: Readonly<Record<ChangeGravity, Severity>> = {
  number: 'error',
  negation: 'error',
  name: 'error',
  words: 'warning',
  tense: 'warning',
  rendering: 'information',
  grammar: 'information',
  style: 'hint',
  none: 'hint',
};
const order: readonly ChangeGravity[] = [
  'number',
  'negation',
  'name',
  'words',
  'tense',
  'rendering',
  'grammar',
  'style',
  'none',
];

/**
 * `quote-altered`: the same remark inside marks in two files in different words. Graded by what the change puts at
 * risk. Silent on case, punctuation, house style, excerpts, and cuts and explanations that the writer shows.
 */
export const quoteAltered: Rule = {
  code: 'quote-altered',
  defaultLevel: 'graded',
  check(context) {
    const problems: Problem[] = [];
    for (const [quote, links] of byQuote(context)) {
      const disagreeing = worstPerArticle(links, context);
      if (disagreeing.length > 0) problems.push(problemOf(context, quote, links, disagreeing));
    }
    return problems;
  },
};

function byQuote(context: RuleContext): Map<Quote, QuoteLink[]> {
  const { story } = context;
  const groups = new Map<Quote, QuoteLink[]>();
  for (const link of decisiveQuoteLinks(context)) {
    const { quote } = link.from;
    // A tentative link is for the editor who looks: nothing is reported on it.
    if (!quote || !link.to.quote || link.tentative) continue;
    // What is alike in meaning alone is one remark only where both articles report one event.
    if (link.byMeaning && !story?.articles.includes(link.to.articleId)) continue;
    const group = groups.get(quote);
    if (group) group.push(link);
    else groups.set(quote, [link]);
  }
  return groups;
}

const disagrees = (link: QuoteLink) => link.gravity !== 'none';

/**
 * For each other article the passage that disagrees, the nearest wording where there are several. An article that has
 * the same words right somewhere agrees, however it puts them elsewhere. Speech within speech is its outer quote's
 * business wherever that is linked too.
 */
function worstPerArticle(links: readonly QuoteLink[], context: RuleContext): QuoteLink[] {
  const agreeing = links.filter((link) => !disagrees(link));
  const perArticle = new Map<ArticleId, QuoteLink>();
  for (const link of links) {
    if (!disagrees(link)) continue;
    const { articleId } = link.to;
    const changed = changedSpan(link);
    if (agreeing.some((other) => other.to.articleId === articleId && overlaps(spanOn(other, 'from'), changed)))
      continue;
    if (isInsideLinked(link, context) || isSaidNearer(link, context)) continue;
    const known = perArticle.get(articleId);
    if (!known || link.similarity > known.similarity) perArticle.set(articleId, link);
  }
  return [...perArticle.values()];
}

/**
 * Whether another quote of this article is nearer to what the other one says there: somebody says nearly the same thing
 * twice, and each of the two is compared with its own mate.
 */
function isSaidNearer(link: QuoteLink, context: RuleContext): boolean {
  const there = spanOn(link, 'to');
  return context.links.some(
    (other) =>
      other.from.quote !== null &&
      other.from.quote !== link.from.quote &&
      other.to.quote === link.to.quote &&
      other.to.articleId === link.to.articleId &&
      !other.tentative &&
      other.from.quote.display === link.from.quote?.display &&
      !overlaps(other.from, link.from) &&
      sharedLength(other) > sharedLength(link) &&
      overlaps(spanOn(other, 'to'), there),
  );
}

function spanOn(link: QuoteLink, side: 'from' | 'to'): Span {
  return { start: link.steps[0]?.[side].start ?? 0, end: link.steps.at(-1)?.[side].end ?? 0 };
}

/** How much of the other quote stands here as well, in UTF-16 units. */
const sharedLength = ({ steps }: QuoteLink): number =>
  steps.reduce((sum, { kind, to }) => (kind === 'same' || kind === 'style' ? sum + to.end - to.start : sum), 0);

function isInsideLinked(link: QuoteLink, context: RuleContext): boolean {
  const nestedIn = link.from.quote?.nestedIn ?? null;
  if (nestedIn === null) return false;
  return context.links.some(
    (other) =>
      other.from.quote?.index === nestedIn &&
      other.to.articleId === link.to.articleId &&
      contains(other.from, link.from),
  );
}

function problemOf(
  context: RuleContext,
  quote: Quote,
  links: readonly QuoteLink[],
  disagreeing: readonly QuoteLink[],
): Problem {
  const sorted = [...disagreeing].sort(
    (a, b) => order.indexOf(a.gravity) - order.indexOf(b.gravity) || b.similarity - a.similarity,
  );
  const gravity = sorted[0]?.gravity ?? 'words';
  // A matter of style is worth a hint; beside what is graver it is listed, and not told of.
  const told = gravity === 'style' ? sorted : sorted.filter((link) => link.gravity !== 'style');
  const spans = told.map((link) => shownSpan(link, 'from'));
  return {
    code: 'quote-altered',
    severity: severityOf[gravity],
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
    message: messageOf(context, quote, links, told),
    related: sorted.map((link): RelatedPassage => ({
      articleId: link.to.articleId,
      ...shownSpan(link, 'to'),
      message: relatedMessage(context, link),
    })),
  };
}
