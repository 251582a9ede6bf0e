import type { Analysis, AnalysedArticle } from '../../src/analysis';
import type { Figure, FigureKind, StatedDate } from '../../src/claims/figures/model';
import { contains, type Span } from '../../src/core/span';
import type { FigureLink, FigurePassage } from '../../src/links/model';
import type { Mark, MarkedText } from '../support/marked';
import { fixture, type Fixture } from './fixture';

/** A figure and the key that it shares with those it is linked to. */
interface Keyed extends FigurePassage {
  readonly key: string;
  readonly likely: boolean;
}

/**
 * Articles whose figures and their links are what the marks say: `⟦12,000 soldiers⟧{a count 12000, of=soldiers, by=Ukraine}`.
 * The first words are the key, the kind and, for numbers, the value. Figures with one key are linked: they agree where
 * their values, or their ISO dates, are the same. Further parts: `max`, `unit`, `iso`, `of` (what is counted), `by` (the
 * claimant), `time`, `approx` for a value that is about right, and `likely` for a link that is only likely. Quotes and their links are the real ones.
 */
export function figureFixture(source: string): Fixture {
  const base = fixture(source);
  const all = [...base.files].flatMap(([id, file]) => figuresOf(id, file));
  const articles = new Map<string, AnalysedArticle>();
  for (const id of base.analysis.ids) {
    const real = base.analysis.get(id);
    const quotes = real?.claims.quotes ?? [];
    const figures = all
      .filter(({ articleId }) => articleId === id)
      .map(({ figure }) => ({ ...figure, quote: quotes.find((quote) => contains(quote, figure))?.index ?? null }));
    if (real) articles.set(id, { article: real.article, claims: { ...real.claims, figures } });
  }
  const analysis: Analysis = {
    ...base.analysis,
    get: (id) => articles.get(id),
    figureLinksFrom: (id) => all.filter(({ articleId }) => articleId === id).flatMap((from) => linksOf(from, all)),
  };
  return { ...base, analysis };
}

function linksOf(from: Keyed, all: readonly Keyed[]): readonly FigureLink[] {
  const value = ({ figure }: Keyed) => figure.iso ?? figure.value;
  return all
    .filter((to) => to !== from && to.key === from.key)
    .map((to) => ({
      from,
      to,
      relation: value(from) === value(to) ? 'agrees' : 'differs',
      similarity: 0.8,
      tentative: from.likely || to.likely,
    }));
}

const figuresOf = (articleId: string, { text, marks }: MarkedText): readonly Keyed[] =>
  marks.map((mark, index): Keyed => {
    const [head = '', ...rest] = mark.label.split(', ');
    const [key = '', kind = 'count', value] = head.split(' ');
    const parts = new Map(rest.map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]));
    const figure = figureOf(text, mark, index, kind as FigureKind, value === undefined ? null : Number(value), parts);
    return { articleId, start: mark.start, end: mark.end, figure, key, likely: parts.has('likely') };
  });

function figureOf(
  text: string,
  mark: Mark,
  index: number,
  kind: FigureKind,
  value: number | null,
  parts: ReadonlyMap<string, string>,
): Figure {
  const digits = /\d[\d,.]*/.exec(mark.text);
  const start = mark.start + (digits?.index ?? 0);
  const find = (words: string): Span => {
    const after = text.indexOf(words, mark.start);
    const at = after >= 0 ? after : text.indexOf(words);
    return { start: at, end: at + words.length };
  };
  const subject = parts.get('of');
  const claimant = parts.get('by');
  const time = parts.get('time');
  return {
    start: mark.start,
    end: mark.end,
    index,
    text: mark.text,
    kind,
    number: { start, end: digits ? start + digits[0].length : mark.end },
    value,
    max: parts.has('max') ? Number(parts.get('max')) : null,
    step: 1,
    bound: parts.has('approx') ? 'approx' : 'exact',
    unit: parts.get('unit') ?? null,
    per: null,
    iso: parts.get('iso') ?? null,
    vague: false,
    date: kind === 'date' ? unstated : null,
    subject: subject === undefined ? null : { ...find(subject), text: subject, head: subject, words: [subject] },
    claimant: claimant === undefined ? null : { ...find(claimant), name: claimant, mention: claimant, confidence: 0.9 },
    time: time === undefined ? null : { ...find(time), text: time, iso: null, relation: 'at' },
    quote: null,
    sentence: -1,
    display: false,
  };
}

const unstated: StatedDate = { weekday: null, day: null, month: null, year: null };
