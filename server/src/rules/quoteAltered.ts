import type { ArticleId } from '../core/article';
import type { Severity } from '../core/config';
import { contains, overlaps, type Span } from '../core/span';
import type { Quote } from '../claims/model';
import type { ChangeGravity, QuoteLink } from '../links/model';
import { sameSpeaker } from '../links/speakers';
import { type ChangeWords, describeChange, describeWording, mainChange, shownSpan } from './changeWording';
import { areSources, decisiveQuoteLinks, filesOf } from './declaredSources';
import type { Problem, RelatedPassage, Rule, RuleContext } from './rule';
import { copiesAmong, countSources } from './sourceCount';

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

/** The stretch of the quote from its first changed word to its last, at least one code unit wide. */
function changedSpan(link: QuoteLink): Span {
  const changed = link.steps.filter((step) => step.kind === 'changed');
  const steps = changed.length > 0 ? changed : link.steps;
  const start = steps[0]?.from.start ?? link.from.start;
  return { start, end: Math.max(start + 1, steps.at(-1)?.from.end ?? start) };
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

// ---- the words the editor reads -----------------------------------------------------------------------

function messageOf(
  context: RuleContext,
  quote: Quote,
  links: readonly QuoteLink[],
  sorted: readonly QuoteLink[],
): string {
  const first = sorted[0];
  if (!first) return '';
  const change = describeChange(context, first);
  // Files that differ in the same words are told of together.
  const alike = sorted.filter((link) => describeChange(context, link).key === change.key);
  const others = sorted.filter((link) => !alike.includes(link));
  const files = listFiles(context, alike);
  const declared = areSources(context, alike.map(articleOf));
  const supporters = agreeingFiles(links, alike);
  const supportingSources = countSources(context, [context.article.id, ...supporters]);
  const isAlone = !declared && supporters.size === 0 && countSources(context, alike.map(articleOf)) > 1;
  const rest = restOf(context, others);
  const wording = describeWording(context, first);
  if (first.gravity === 'rendering')
    return `${stopped(`Another wording of this remark in ${files}: ${wording}`)}${rest}`;
  if (change.missingHere !== null) {
    const only = isAlone ? ' only here' : ' here';
    const there = wording.replace(/\.”$/, '”');
    return `${change.missingHere} is missing${only}${change.more}: ${there} in ${files}.${rest}`;
  }
  if (change.missingThere !== null) {
    const and = supporters.size > 0 ? ` and in ${otherFiles(supporters.size, supportingSources)}` : '';
    return `${stopped(`${change.missingThere} stands here${and}, and is missing in ${files}${change.more}: ${wording}`)}${rest}`;
  }
  const head = `${howItDiffers(first.gravity, change, ownerOf(quote, sorted), files, declared)}: `;
  if (supporters.size > 0 && alike.length === 1) {
    const only = supportingSources > 1 ? 'only there' : 'there';
    return `${head}${change.here} here and in ${otherFiles(supporters.size, supportingSources)}, ${change.there} ${only}${change.more}.${rest}`;
  }
  const only = isAlone ? ' only here' : ' here';
  return `${head}${change.here}${only}, ${change.there} there${change.more}.${rest}`;
}

/** What kind of change it is, as far as an editor minds: "Bruhl's quote has another number in wire.txt". */
function howItDiffers(
  gravity: ChangeGravity,
  change: ChangeWords,
  owner: string,
  files: string,
  declared: boolean,
): string {
  switch (gravity) {
    case 'number':
      return `${owner} has another number in ${files}`;
    case 'name':
      return `${owner} has another ${calendar.test(change.here) && calendar.test(change.there) ? 'date' : 'name'} in ${files}`;
    case 'negation':
      return `${owner} has the opposite sense in ${files}`;
    case 'tense':
      return `${owner} has another tense in ${files}`;
    case 'grammar':
      return declared
        ? `${owner} differs from ${files} in small words only`
        : `${owner} differs in small words only in ${files}`;
    default:
      return declared ? `${owner} differs from ${files}` : `${owner} differs in ${files}`;
  }
}

const calendar =
  /^“(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)s?”$/i;

/** What is said of the files that differ in other words than the gravest: the words where it is one, else the files. */
function restOf(context: RuleContext, others: readonly QuoteLink[]): string {
  const [one, ...more] = others;
  if (!one) return '';
  const change = describeChange(context, one);
  if (more.length > 0 || one.gravity === 'rendering' || change.missingHere !== null || change.missingThere !== null) {
    return ` Also differs in ${listFiles(context, others)}.`;
  }
  return ` Also ${change.there} in ${listFiles(context, others)}${change.more}.`;
}

/** A full stop, unless the quoted wording at the end has its own. */
const stopped = (sentence: string): string => (/[.?!…]”$/.test(sentence) ? sentence : `${sentence}.`);

const articleOf = ({ to }: QuoteLink): ArticleId => to.articleId;

/** `sources`: how many these files and this one are together, copies counted once. */
function otherFiles(count: number, sources: number): string {
  const copies = copiesAmong(1 + count, sources);
  return `${count === 1 ? '1 other file' : `${count} other files`}${copies && ` (${copies})`}`;
}

/** The other articles that have the words that these ones change as they stand here, whatever else they change. */
function agreeingFiles(links: readonly QuoteLink[], alike: readonly QuoteLink[]): ReadonlySet<ArticleId> {
  const changed = alike[0] ? mainSpan(alike[0]) : { start: 0, end: 0 };
  const against = new Set(alike.map((link) => link.to.articleId));
  const agreeing = new Set<ArticleId>();
  for (const link of links) {
    const { articleId } = link.to;
    if (against.has(articleId) || articleId === link.from.articleId) continue;
    if (stretchesAlike(link).some((span) => contains(span, changed))) agreeing.add(articleId);
  }
  return agreeing;
}

/** The gravest change, or the first: the one that the message tells. */
function mainSpan(link: QuoteLink): Span {
  const main = mainChange(link)?.from ?? changedSpan(link);
  return { start: main.start, end: Math.max(main.start + 1, main.end) };
}

/** The stretches of the quote that the other article has in the same words, house style aside. */
function stretchesAlike(link: QuoteLink): Span[] {
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const { kind, from } of link.steps) {
    const last = spans.at(-1);
    if (kind !== 'same' && kind !== 'style') open = false;
    else if (open && last) last.end = from.end;
    else {
      spans.push({ start: from.start, end: from.end });
      open = true;
    }
  }
  return spans;
}

function ownerOf(quote: Quote, disagreeing: readonly QuoteLink[]): string {
  const name = quote.speaker?.name;
  // A pronoun, a description or a transcript's letter names nobody.
  if (name === undefined || !/^\p{Lu}\p{L}/u.test(name) || describes.test(name)) return 'This quote';
  // Whose words they are is not for us to say where the files don't agree.
  if (disagreeing.some((link) => sameSpeaker(quote, link.to.quote) === false)) return 'This quote';
  return name.endsWith('s') ? `${name}' quote` : `${name}'s quote`;
}

const describes = /^(?:He|She|They|It|We|I|You|An?|The|His|Her|Their|Our|One|Two|Some)\b/;

const listFiles = (context: RuleContext, links: readonly QuoteLink[]): string => filesOf(context, links.map(articleOf));

function relatedMessage(context: RuleContext, link: QuoteLink): string {
  const name = link.to.quote?.speaker?.name;
  const wording = describeWording(context, link);
  return name === undefined ? wording : `${name}: ${wording}`;
}
