import type { AnalysedArticle, Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { figureTitle, withinSentence } from '../features/figureWording';
import type { Problem } from '../rules/rule';
import { createLineIndex } from '../reports/lineIndex';
import { cutToFit, passagesOf, problemPieces, type OtherPassage, type Piece } from '../reports/passage';
import { createPlaces, type PathOf } from '../reports/places';
import { visible } from '../reports/visible';
import type { Style } from './terminal';

/** Every problem with both passages, file by file, and a summary line at the end. */
export function prettyCheck(analysis: Analysis, pathOf: PathOf, style: Style): string {
  const lines: string[] = [];
  const places = createPlaces(analysis, pathOf);
  const placeOf = (id: ArticleId, offset: number): string => {
    const { path, line, column } = places(id, offset);
    return `${visible(path)}:${line}:${column}`;
  };
  let problemCount = 0;
  let fileCount = 0;
  for (const id of analysis.ids) {
    const problems = analysis.problems(id);
    if (problems.length === 0) continue;
    fileCount++;
    problemCount += problems.length;
    for (const problem of problems) lines.push(...prettyProblem(analysis, id, problem, placeOf, style), '');
  }
  lines.push(summary(analysis, problemCount, fileCount));
  const accepted = acceptedCount(analysis);
  if (accepted > 0) lines.push(`${count(accepted, 'accepted difference')} ${accepted === 1 ? 'is' : 'are'} not shown.`);
  return lines.join('\n') + '\n';
}

function prettyProblem(
  analysis: Analysis,
  id: ArticleId,
  problem: Problem,
  placeOf: (id: ArticleId, offset: number) => string,
  style: Style,
): string[] {
  const lines = [
    `${style.heading(placeOf(id, problem.start))}: ${style.severity(problem.severity)}: ${visible(problem.message)} ${style.faint(`(${problem.code})`)}`,
  ];
  const show = (articleId: ArticleId, passage: Span, others: readonly OtherPassage[]): string => {
    const words = painted(problemPieces(analysis, problem.code, articleId, passage, others), style);
    return passagesOf[problem.code] === 'quotes' ? inMarks(words) : words;
  };
  lines.push(`    ${show(id, problem, problem.related)}`);
  for (const related of problem.related) {
    const place = style.faint(placeOf(related.articleId, related.start));
    lines.push(`    ${show(related.articleId, related, [{ ...problem, articleId: id }])}  ${place}`);
  }
  return lines;
}

/** The pieces on one line, with what differs set apart. */
function painted(pieces: readonly Piece[], style: Style): string {
  let text = '';
  for (const piece of cutToFit(pieces)) {
    if (piece.kind === 'missing') text += style.missing();
    else {
      // The marks hug the words, not the spaces around them.
      const shown = visible(piece.text);
      const words = shown.trim();
      text += piece.kind === 'changed' && words !== '' ? shown.replace(words, () => style.changed(words)) : shown;
    }
  }
  return text.trim();
}

/** A fault in the marks shows its own; other quotes stand without theirs. */
const inMarks = (text: string): string => (/^["'“‘«„]/.test(text) ? text : `“${text}”`);

/** Both sides of a difference may carry it; it was accepted once. */
const acceptedCount = (analysis: Analysis): number =>
  new Set(analysis.ids.flatMap((id) => analysis.accepted(id).map(({ acceptance }) => acceptance))).size;

/** @example 2 problems in 2 files; 60 quotes in 5 articles, 50 matched; 120 figures, 40 matched */
function summary(analysis: Analysis, problems: number, files: number): string {
  let quotes = 0;
  let matchedQuotes = 0;
  let figures = 0;
  let matchedFigures = 0;
  for (const id of analysis.ids) {
    const own = new Set(analysis.linksFrom(id).flatMap(({ from }) => (from.quote === null ? [] : [from.quote.index])));
    const claims = analysis.get(id)?.claims;
    for (const quote of claims?.quotes ?? []) {
      if (quote.kind === 'scare') continue;
      quotes++;
      if (own.has(quote.index)) matchedQuotes++;
    }
    figures += claims?.figures.length ?? 0;
    matchedFigures += new Set(analysis.figureLinksFrom(id).map(({ from }) => from.figure.index)).size;
  }
  const found = problems === 0 ? 'No problems' : `${count(problems, 'problem')} in ${count(files, 'file')}`;
  const articles = count(analysis.ids.length, 'article');
  return `${found}; ${count(quotes, 'quote')} in ${articles}, ${matchedQuotes} matched; ${count(figures, 'figure')}, ${matchedFigures} matched`;
}

/** Every quote with its speaker and every figure with whom it is given to, by file, in their order. */
export function prettyClaims(articles: readonly AnalysedArticle[], pathOf: PathOf, style: Style): string {
  const lines: string[] = [];
  let quotes = 0;
  let figures = 0;
  for (const { article, claims } of articles) {
    const index = createLineIndex(article.text);
    const path = visible(pathOf(article.id));
    const lineOf = (start: number, words: string, kind: string) => {
      const { line, column } = index.at(start);
      return { start, line: `${style.heading(`${path}:${line}:${column}`)}: ${words} ${style.faint(`(${kind})`)}` };
    };
    const spoken = claims.quotes.filter((quote) => quote.kind !== 'scare');
    const listed = [
      ...spoken.map((quote) => {
        const speaker = quote.speaker === null ? 'nobody named' : visible(quote.speaker.name);
        const text = cutToFit([{ kind: 'same', text: textOf(article.text, quote) }]).map(({ text: part }) =>
          visible(part),
        );
        return lineOf(quote.start, `${speaker}: “${text.join('').trim()}”`, quote.kind);
      }),
      ...claims.figures.map((figure) => {
        const source = figure.claimant === null ? '' : `, given to ${visible(withinSentence(figure.claimant.name))}`;
        return lineOf(figure.start, `${visible(figureTitle(article.text, figure))}${source}`, figure.kind);
      }),
    ];
    quotes += spoken.length;
    figures += claims.figures.length;
    for (const { line } of listed.sort((a, b) => a.start - b.start)) lines.push(line);
    if (listed.length > 0) lines.push('');
  }
  lines.push(`${count(quotes, 'quote')} and ${count(figures, 'figure')} in ${count(articles.length, 'article')}`);
  return lines.join('\n') + '\n';
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
