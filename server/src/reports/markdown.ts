import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { severities, type Severity } from '../core/config';
import { reportMark } from '../core/prose';
import type { Span } from '../core/span';
import type { Problem } from '../rules/rule';
import { acceptances, coverageOf, totalOf } from './facts';
import { shownDate, type ReportOptions } from './options';
import { cutToFit, passagesOf, problemPieces, type OtherPassage } from './passage';
import { createPlaces, type PlaceOf } from './places';
import { onOneLine } from './visible';

/** How long a comment may be where pull requests are discussed, in UTF-16 units, with room for what ends the report. */
const mostUnits = 60_000;

/** How many of the other files' passages are shown with a problem; the rest are counted. */
const mostOthers = 4;

/** A summary for a pull request: counts, the problems by article, what was accepted, coverage. */
export function markdownReport(analysis: Analysis, { pathOf, date }: ReportOptions): string {
  const placeOf = createPlaces(analysis, pathOf);
  const name = (id: ArticleId): string => escaped(pathOf(id));
  const found = analysis.ids.map((id) => ({
    id,
    problems: analysis.problems(id).filter(({ severity }) => severity !== 'hint'),
  }));
  const all = found.flatMap(({ problems }) => problems);
  const accepted = acceptances(analysis);
  const coverage = coverageOf(analysis);

  const lines: string[] = [reportMark, '', `## ${headline(all, coverage.length)}`, ''];
  lines.push(summary(all, accepted.length, totalOf(coverage), analysis.desk.hasSources), '');
  if (date !== '') lines.push(escaped(l10n.t('Checked on {0}.', shownDate(date))), '');

  let room = mostUnits;
  let leftOut = 0;
  /** Adds a table, as far as there is room. */
  const table = (title: string, heads: readonly string[], rows: readonly (readonly string[])[]): void => {
    if (rows.length === 0) return;
    const head = [`### ${title}`, '', `| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`];
    room -= head.join('\n').length + 2;
    const written = rows.map((cells) => `| ${cells.join(' | ')} |`);
    const kept = written.filter((row) => (room -= row.length + 1) > 0);
    leftOut += written.length - kept.length;
    if (kept.length > 0) lines.push(...head, ...kept, '');
  };

  for (const { id, problems } of found) {
    table(
      name(id),
      [l10n.t('Line'), l10n.t('Problem'), l10n.t('Here'), l10n.t('There')],
      problems.map((problem) => problemCells(analysis, id, problem, placeOf)),
    );
  }
  table(
    l10n.t('Accepted differences'),
    [l10n.t('File'), l10n.t('Difference'), l10n.t('Reason'), l10n.t('By'), l10n.t('When')],
    accepted.map(({ articleId, problem, acceptance }) => [
      place(placeOf, articleId, problem.start),
      escaped(problem.message),
      ...[acceptance.reason, acceptance.by, acceptance.at].map(escaped),
    ]),
  );
  table(
    l10n.t('Coverage'),
    [
      l10n.t('File'),
      l10n.t('Quotes'),
      l10n.t('With a second source'),
      ...(analysis.desk.hasSources ? [l10n.t('In a source')] : []),
      l10n.t('Figures'),
      l10n.t('In another file'),
    ],
    coverage.map((row) => [
      name(row.articleId) + (row.isSource ? ` (${l10n.t('source')})` : ''),
      ...[row.quotes, row.quotesConfirmed, ...(analysis.desk.hasSources ? [row.quotesInSource] : [])].map(String),
      String(row.figures),
      String(row.figuresElsewhere),
    ]),
  );
  if (leftOut > 0)
    lines.push(l10n.t('Further rows were left out, for the report would be too long: {0}.', leftOut), '');
  return lines.join('\n').trimEnd() + '\n';
}

function headline(all: readonly Problem[], articles: number): string {
  if (articles === 0) return l10n.t('Second Source: no articles were checked');
  if (all.length === 0) return l10n.t('Second Source: no problems');
  return all.length === 1 ? l10n.t('Second Source: 1 problem') : l10n.t('Second Source: {0} problems', all.length);
}

/** Numbers with their names, so that no number asks for a plural. */
function summary(
  all: readonly Problem[],
  accepted: number,
  total: ReturnType<typeof totalOf>,
  hasSources: boolean,
): string {
  const bySeverity = severities.flatMap((severity) => {
    const count = all.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${severityNames()[severity]}: ${count}`];
  });
  return [
    ...bySeverity,
    l10n.t('Accepted: {0}', accepted),
    l10n.t('Quotes: {0}, with a second source: {1}', total.quotes, total.quotesConfirmed),
    ...(hasSources ? [l10n.t('Quotes in a source: {0}', total.quotesInSource)] : []),
    l10n.t('Figures: {0}, in another file: {1}', total.figures, total.figuresElsewhere),
  ].join(' · ');
}

/** The names of the grades, made when asked for: the language is set after this file is loaded. */
export const severityNames = (): Readonly<Record<Severity, string>> => ({
  error: l10n.t('Errors'),
  warning: l10n.t('Warnings'),
  information: l10n.t('Information'),
  hint: l10n.t('Hints'),
});

/** A grade within a row. */
function gradeWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
  }
}

function problemCells(analysis: Analysis, id: ArticleId, problem: Problem, placeOf: PlaceOf): readonly string[] {
  const show = (articleId: ArticleId, passage: Span, others: readonly OtherPassage[]): string => {
    const words = cutToFit(problemPieces(analysis, problem.code, articleId, passage, others))
      .map(({ kind, text }) => (kind === 'missing' ? '‸' : kind === 'changed' ? bold(text) : escapedInside(text)))
      .join('')
      .trim();
    return passagesOf[problem.code] === 'quotes' && !/^["'“‘«„]/.test(words) ? `“${words}”` : words;
  };
  const others = problem.related
    .slice(0, mostOthers)
    .map(
      (side) =>
        `${show(side.articleId, side, [{ ...problem, articleId: id }])} (${place(placeOf, side.articleId, side.start)})`,
    );
  const more = problem.related.length - others.length;
  if (more > 0) others.push(`+${more}`);
  return [
    String(placeOf(id, problem.start).line),
    `**${gradeWord(problem.severity)}**: ${escaped(problem.message)} (\`${problem.code}\`)`,
    show(id, problem, problem.related),
    others.join('<br>'),
  ];
}

function place(placeOf: PlaceOf, id: ArticleId, offset: number): string {
  const { path, line } = placeOf(id, offset);
  return `${escaped(path)}:${line}`;
}

/** Words in bold, the marks close to them and not to the spaces around them. */
function bold(text: string): string {
  const shown = onOneLine(text);
  if (shown === '') return escapedInside(text);
  const lead = /^\s/.test(text) ? ' ' : '';
  const trail = /\s$/.test(text) ? ' ' : '';
  return `${lead}<b>${escaped(shown)}</b>${trail}`;
}

/** As `escaped`, with a space kept at either end. */
function escapedInside(text: string): string {
  const shown = escaped(text);
  if (shown === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${shown}${/\s$/.test(text) ? ' ' : ''}`;
}

/**
 * Text from outside as Markdown that shows just these characters: no mark-up, no HTML, no cell's end. An empty comment keeps
 * a name from being notified, a number from becoming a reference, and an address from becoming a link, which no escape
 * does.
 */
export const escaped = (text: string): string =>
  onOneLine(text)
    .replace(/[\\`*_[\]<>|~&!${}]/g, '\\$&')
    .replace(/[@#]/g, '$&<!-- -->')
    .replace(/:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)|^(?:[-+]|\d+[.)])/gi, '$&<!-- -->');
