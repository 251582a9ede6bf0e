import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { Claims, Quote } from '../claims/model';
import { dated } from '../links/storyDates';
import { figureTitle, meaningOf } from './figureWording';
import { isDated } from './lookup';

/** One quote or figure in the outline. */
export interface OutlineEntry {
  /** The words, cut where they are long. */
  readonly title: string;
  /** What a figure comes to, where its words don't say it: the day that "Monday" is. */
  readonly detail: string | null;
  /** A quote with its marks. */
  readonly outer: Span;
  readonly span: Span;
}

/**
 * One node of the outline: a speaker with all that the article gives them (`name` is null for the quotes without one),
 * all figures, or all dates.
 */
export type OutlineGroup = (
  { readonly kind: 'speaker'; readonly name: string | null } | { readonly kind: 'figures' } | { readonly kind: 'dates' }
) & {
  /** From the first of the entries to the last. */
  readonly outer: Span;
  readonly entries: readonly OutlineEntry[];
};

const titleLength = 80;

/**
 * The article's quotes by speaker, in the order in which the speakers come up, those without a speaker last; then its
 * figures, then its dates. Empty for an article that isn't known.
 */
export function outlineOf(analysis: Analysis, id: ArticleId): readonly OutlineGroup[] {
  const here = analysis.get(id);
  if (!here) return [];
  const { article, claims } = here;
  const story = analysis.storyOf(id);
  const entryOf = (figure: Figure): OutlineEntry => {
    const { start, end } = figure;
    const title = titleOf(figureTitle(article.text, figure));
    return { title, detail: meaningOf(dated(figure, story)), outer: { start, end }, span: { start, end } };
  };
  const figures = claims.figures.filter((figure) => !isDated(figure)).map(entryOf);
  const dates = claims.figures.filter(isDated).map(entryOf);
  return [
    ...speakersOf(claims),
    ...(figures.length > 0 ? [{ kind: 'figures' as const, outer: around(figures), entries: figures }] : []),
    ...(dates.length > 0 ? [{ kind: 'dates' as const, outer: around(dates), entries: dates }] : []),
  ];
}

function speakersOf(claims: Claims): readonly OutlineGroup[] {
  const bySpeaker = new Map<string | null, Quote[]>();
  for (const quote of claims.quotes) {
    // Marks of distance and titles are nobody's words.
    if (quote.kind === 'scare') continue;
    const name = quote.speaker?.name ?? null;
    const known = bySpeaker.get(name);
    if (known) known.push(quote);
    else bySpeaker.set(name, [quote]);
  }
  const unnamed = bySpeaker.get(null);
  bySpeaker.delete(null);
  if (unnamed) bySpeaker.set(null, unnamed);
  return [...bySpeaker].map(([name, quotes]) => {
    const entries = quotes.map((quote) => ({
      title: titleOf(quote.text),
      detail: null,
      outer: quote.outer,
      span: { start: quote.start, end: quote.end },
    }));
    return { kind: 'speaker', name, outer: around(entries), entries };
  });
}

/** From the first of some entries to the last; there may be more of them than a call takes arguments. */
const around = (entries: readonly OutlineEntry[]): Span =>
  entries.reduce(
    ({ start, end }, { outer }) => ({ start: Math.min(start, outer.start), end: Math.max(end, outer.end) }),
    { start: Infinity, end: 0 },
  );

function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '…';
  if (line.length <= titleLength) return line;
  const end = line.lastIndexOf(' ', titleLength);
  return `${line.slice(0, end > 0 ? end : titleLength)} …`;
}
