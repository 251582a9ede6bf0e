import { stringify } from 'csv-stringify/sync';
import type { Analysis } from '../analysis';
import type { Figure } from '../claims/figures/model';
import type { Quote } from '../claims/model';
import type { ArticleId } from '../core/article';
import { overlapSearch, type Span } from '../core/span';
import type { Problem } from '../rules/rule';
import { dated } from '../links/storyDates';
import { gravest } from './facts';
import type { ReportOptions } from './options';
import { passagesOf } from './passage';
import { createPlaces } from './places';
import { onOneLine } from './visible';

const columns = [
  'file',
  'line',
  'column',
  'claim',
  'kind',
  'text',
  'speaker_or_claimant',
  'value',
  'max',
  'unit',
  'bound',
  'iso',
  'subject',
  'story',
  'matches',
  'differs',
  'problems',
  'severity',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** What links say of one claim: the other articles that have it, and those that have it otherwise. */
interface Standing {
  readonly matches: Set<ArticleId>;
  readonly differs: Set<ArticleId>;
}

/**
 * Every quote and figure, one a row, by article and place, for spreadsheets: comma-separated with CRLF, and with a byte order
 * mark, without which Excel takes UTF-8 for something else. No cell runs as a formula: a text that would is led by an
 * apostrophe. `matches` and `differs` count files; links that are only likely don't count.
 */
export function csvReport(analysis: Analysis, { pathOf }: ReportOptions): string {
  const placeOf = createPlaces(analysis, pathOf);
  const rows = analysis.ids.flatMap((id) =>
    claimsOf(analysis, id).map(({ start, row }) => {
      const { path, line, column } = placeOf(id, start);
      return { ...row, file: plainText(path), line, column };
    }),
  );
  return stringify(rows, {
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

function claimsOf(analysis: Analysis, id: ArticleId): readonly { readonly start: number; readonly row: Row }[] {
  const here = analysis.get(id);
  if (!here) return [];
  const story = analysis.storyOf(id);
  const problems = analysis.problems(id);
  const quotes = standings(
    analysis.linksFrom(id).flatMap(({ from, to, relation, tentative }) => {
      if (from.quote === null || tentative || to.articleId === id) return [];
      return [{ index: from.quote.index, other: to.articleId, differs: relation === 'altered' }];
    }),
  );
  const figures = standings(
    analysis.figureLinksFrom(id).flatMap(({ from, to, relation, tentative }) => {
      if (tentative || to.articleId === id) return [];
      return [{ index: from.figure.index, other: to.articleId, differs: relation === 'differs' }];
    }),
  );
  const problemsAbout = {
    quotes: overlapSearch(problems.filter((problem) => isAbout(problem, 'quotes'))),
    figures: overlapSearch(problems.filter((problem) => isAbout(problem, 'figures'))),
  };
  const common = (claim: Span, of: 'quotes' | 'figures', standing: Standing | undefined) => {
    const own = problemsAbout[of](claim);
    return {
      file: '',
      line: 0,
      column: 0,
      story: story?.id ?? null,
      matches: standing?.matches.size ?? 0,
      differs: standing?.differs.size ?? 0,
      problems: [...new Set(own.map(({ code }) => code))].join(' '),
      severity: gravest(own),
    };
  };
  return [
    ...here.claims.quotes.map((quote) => ({
      start: quote.start,
      row: { ...quoteCells(quote), ...common(quote, 'quotes', quotes.get(quote.index)) },
    })),
    ...here.claims.figures.map((figure) => ({
      start: figure.start,
      row: { ...figureCells(dated(figure, story)), ...common(figure, 'figures', figures.get(figure.index)) },
    })),
  ].sort((a, b) => a.start - b.start);
}

const quoteCells = ({ kind, text, speaker }: Quote) => ({
  claim: 'quote',
  kind,
  text: plainText(text),
  speaker_or_claimant: plainText(speaker?.name ?? ''),
  value: null,
  max: null,
  unit: null,
  bound: null,
  iso: null,
  subject: null,
});

const figureCells = ({ kind, text, claimant, value, max, unit, per, bound, iso, subject }: Figure) => ({
  claim: 'figure',
  kind,
  text: plainText(text),
  speaker_or_claimant: plainText(claimant?.name ?? ''),
  value,
  max,
  unit: unit !== null && per !== null ? `${unit} per ${per}` : unit,
  bound,
  iso,
  subject: plainText(subject?.text ?? ''),
});

const isAbout = ({ code }: Problem, of: 'quotes' | 'figures'): boolean =>
  passagesOf[code] === of && code !== 'name-variant';

function standings(
  links: readonly { readonly index: number; readonly other: ArticleId; readonly differs: boolean }[],
): ReadonlyMap<number, Standing> {
  const all = new Map<number, Standing>();
  for (const { index, other, differs } of links) {
    const one = all.get(index) ?? { matches: new Set(), differs: new Set() };
    all.set(index, one);
    one.matches.add(other);
    if (differs) one.differs.add(other);
  }
  return all;
}

/**
 * Text from outside as a cell. Where Excel's own list separator is a semicolon it cuts cells there, so that what follows
 * might begin one that runs.
 */
const plainText = (text: string): string => onOneLine(text).replace(/;("*)(?=[=+\-@])/g, ";$1'");
