import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { overlaps, type Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { FigureLink, QuoteLink, Story } from '../links/model';
import { nameWords } from '../links/names/compared';
import type { NameVariant } from '../links/names/model';
import { inFiles } from './figureWording';
import type { RuleContext } from './rule';
import { countSources } from './sourceCount';

/**
 * The declared sources that a draft is held against, in the order of names: those of its story, and those that have one
 * of its quotes. None without a declared source.
 */
export function sourcesOfDraft(
  story: Story | null,
  links: readonly QuoteLink[],
  isSource: (id: ArticleId) => boolean,
  ids: readonly ArticleId[],
): readonly ArticleId[] {
  const found = new Set((story?.articles ?? []).filter(isSource));
  for (const { from, to, tentative, byMeaning } of links) {
    if (from.quote && from.quote.kind !== 'scare' && !tentative && !byMeaning && isSource(to.articleId))
      found.add(to.articleId);
  }
  if (found.size === 0) return none;
  // Mostly they are all of the story, whose articles are in that order too.
  const inStory = story?.articles.filter((id) => found.has(id)) ?? none;
  return inStory.length === found.size ? inStory : ids.filter((id) => found.has(id));
}

const none: readonly ArticleId[] = [];

// ---- who is right --------------------------------------------------------------------------------------

/**
 * The quote links that a draft is judged by. Where a source has a stretch of a quote, the source decides about it and
 * what other drafts make of it is left out. Without sources all links, the very list.
 */
export function decisiveQuoteLinks({ links, sources, isSource }: RuleContext): readonly QuoteLink[] {
  if (sources.length === 0) return links;
  const covered = links.filter(
    ({ from, to, tentative, byMeaning }) => from.quote && isSource(to.articleId) && !tentative && !byMeaning,
  );
  if (covered.length === 0) return links;
  return links.filter(
    (link) =>
      isSource(link.to.articleId) ||
      !covered.some((sure) => sure.from.quote === link.from.quote && overlaps(stretchOf(sure), inQuestion(link))),
  );
}

/** From the first word of a quote that the other article has to the last, at least one code unit wide. */
function stretchOf({ from, steps }: QuoteLink): Span {
  const start = steps[0]?.from.start ?? from.start;
  return { start, end: Math.max(start + 1, steps.at(-1)?.from.end ?? from.end) };
}

/** The words of a link that the two articles have otherwise; all of it where they have it alike. */
function inQuestion(link: QuoteLink): Span {
  const changed = link.steps.filter(({ kind }) => kind === 'changed');
  const start = changed[0]?.from.start;
  if (start === undefined) return stretchOf(link);
  return { start, end: Math.max(start + 1, changed.at(-1)?.from.end ?? start) };
}

/**
 * The figure links that a draft is judged by: of a figure that a source has, those to sources. Where the source is linked
 * to the other draft alone, and has what this one has, nothing is left of their difference.
 */
export function decisiveFigureLinks(context: RuleContext): readonly FigureLink[] {
  const { figureLinks, sources, isSource } = context;
  if (sources.length === 0) return figureLinks;
  const decided = new Set(
    figureLinks.flatMap(({ from, to, tentative }) => (!tentative && isSource(to.articleId) ? [from.figure] : [])),
  );
  return figureLinks.filter(
    (link) => isSource(link.to.articleId) || (!decided.has(link.from.figure) && !isBorneOut(context, link)),
  );
}

/** Whether a source contradicts the other draft with the very figure that stands here. */
function isBorneOut({ figureLinksOf, isSource }: RuleContext, { from, to, relation }: FigureLink): boolean {
  if (relation !== 'differs') return false;
  return figureLinksOf(to.articleId).some(
    (link) =>
      link.from.start === to.start &&
      !link.tentative &&
      isSource(link.to.articleId) &&
      isSameFigure(link.to.figure, from.figure),
  );
}

const isSameFigure = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && a.value === b.value && a.max === b.max && a.unit === b.unit && a.iso === b.iso;

/**
 * The names that a draft has otherwise than others. One that a source spells as the draft does is right; of one that
 * a source spells otherwise only the source is told.
 */
export function decisiveNameVariants(context: RuleContext): readonly NameVariant[] {
  const { nameVariants, sources, isSource } = context;
  if (sources.length === 0) return nameVariants.filter(({ settled }) => !settled);
  return nameVariants.flatMap((variant): NameVariant[] => {
    const others = variant.others.filter(({ articleId }) => isSource(articleId));
    // How many drafts have it as it stands here is not the question any more.
    if (others.length > 0) return [{ ...variant, others, alike: 0, settled: false }];
    return variant.settled || sources.some((id) => isSpelledSo(context, id, variant)) ? [] : [variant];
  });
}

function isSpelledSo(context: RuleContext, id: ArticleId, variant: NameVariant): boolean {
  const { kind, own, name } = variant;
  const names = context.claimsOf(id)?.names ?? [];
  if (kind === 'office') {
    return names.some(
      ({ spellings, offices }) =>
        spellings.some(({ text }) => endsIn(text, name)) &&
        offices.some(({ text }) => text.toLowerCase() === own.text.toLowerCase()),
    );
  }
  return (
    names.some(({ spellings }) => spellings.some(({ text }) => endsIn(text, own.text))) || isLabel(context, id, variant)
  );
}

/** Whether the words in which two spellings differ stand in a source as they stand here: the labels of a transcript are no names. */
function isLabel({ articleOf }: RuleContext, id: ArticleId, { own, others }: NameVariant): boolean {
  const text = articleOf(id)?.text.toLowerCase() ?? '';
  const wordsOf = (name: string) => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = new Set(others.flatMap((other) => wordsOf(other.text)));
  const telling = wordsOf(own.text).filter((word) => !known.has(word) && word.length > 1);
  return telling.length > 0 && telling.every((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text));
}

/** Whether a name ends in the words of another, initials and capitals aside: "Ana Bruhl" in "Bruhl", "Ana Bruhl". */
function endsIn(name: string, end: string): boolean {
  const words = plainWords(end);
  return words !== '' && ` ${plainWords(name)}`.endsWith(` ${words}`);
}

const plainWords = (name: string): string =>
  nameWords(name)
    .map(({ plain }) => plain)
    .join(' ');

// ---- the words the editor reads -----------------------------------------------------------------------

/** Whether all of some articles are declared sources: then a message says so. */
export const areSources = ({ isSource }: Pick<RuleContext, 'isSource'>, ids: readonly ArticleId[]): boolean =>
  ids.length > 0 && ids.every(isSource);

/** Files by their names: "the source transcript.txt" where all are sources, else as other messages have it. */
export function filesOf(context: RuleContext, ids: readonly ArticleId[]): string {
  const own = l10n.t({ message: 'this file', comment: ['behind “in” or “from”'] });
  const names = [...new Set(ids.map((id) => (id === context.article.id ? own : context.nameOf(id))))];
  return areSources(context, ids) ? inSources(names) : inFiles(names, countSources(context, ids));
}

/** "the source transcript.txt", "the sources a.txt and b.txt", "4 sources (a.txt, b.txt, +2)". */
export function inSources(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length < 2) return l10n.t({ message: 'the source {0}', args: [first], comment: ['behind “in” or “from”'] });
  if (names.length === 2) {
    return l10n.t({
      message: 'the sources {0} and {1}',
      args: [first, second],
      comment: ['behind “in” or “from”'],
    });
  }
  return l10n.t('{0} sources ({1}, {2}, +{3})', names.length, first, second, names.length - 2);
}
