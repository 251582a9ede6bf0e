import type { AnalysedArticle, Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Problem } from '../rules/rule';
import { createLineIndex, type LineIndex } from './lineIndex';
import { cutToFit, piecesOf, type Piece } from './passage';
import { type Style, visible } from './terminal';

/** The path to show for an article. */
export type PathOf = (id: ArticleId) => string;

/** Every problem with both passages, file by file, and a summary line at the end. */
export function prettyCheck(analysis: Analysis, pathOf: PathOf, style: Style): string {
  const lines: string[] = [];
  const indexes = new Map<ArticleId, LineIndex>();
  const placeOf = (id: ArticleId, offset: number): string => {
    let index = indexes.get(id);
    if (index === undefined) indexes.set(id, (index = createLineIndex(analysis.get(id)?.article.text ?? '')));
    const { line, column } = index.at(offset);
    return `${visible(pathOf(id))}:${line}:${column}`;
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
  lines.push(passageLine(piecesOf(analysis, id, problem, problem.related), '', style));
  for (const related of problem.related) {
    const pieces = piecesOf(analysis, related.articleId, related, [{ ...problem, articleId: id }]);
    lines.push(passageLine(pieces, `  ${style.faint(placeOf(related.articleId, related.start))}`, style));
  }
  return lines;
}

function passageLine(pieces: readonly Piece[], after: string, style: Style): string {
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
  text = text.trim();
  // A fault in the marks shows its own; other passages stand without theirs.
  return `    ${/^["'“‘«„]/.test(text) ? text : `“${text}”`}${after}`;
}

function summary(analysis: Analysis, problems: number, files: number): string {
  let quotes = 0;
  let matched = 0;
  for (const id of analysis.ids) {
    const own = new Set(
      analysis.linksFrom(id).flatMap((link) => (link.from.quote === null ? [] : [link.from.quote.index])),
    );
    for (const quote of analysis.get(id)?.claims.quotes ?? []) {
      if (quote.kind === 'scare') continue;
      quotes++;
      if (own.has(quote.index)) matched++;
    }
  }
  const found = problems === 0 ? 'No problems' : `${count(problems, 'problem')} in ${count(files, 'file')}`;
  return `${found}; ${count(quotes, 'quote')} in ${count(analysis.ids.length, 'article')}, ${matched} matched`;
}

/** Every quote with its speaker, by file. */
export function prettyClaims(articles: readonly AnalysedArticle[], pathOf: PathOf, style: Style): string {
  const lines: string[] = [];
  let quotes = 0;
  for (const { article, claims } of articles) {
    const index = createLineIndex(article.text);
    const spoken = claims.quotes.filter((quote) => quote.kind !== 'scare');
    if (spoken.length === 0) continue;
    quotes += spoken.length;
    const path = visible(pathOf(article.id));
    for (const quote of spoken) {
      const { line, column } = index.at(quote.start);
      const speaker = quote.speaker === null ? 'nobody named' : visible(quote.speaker.name);
      const text = cutToFit([{ kind: 'same', text: textOf(article.text, quote) }]).map((piece) => visible(piece.text));
      lines.push(
        `${style.heading(`${path}:${line}:${column}`)}: ${speaker}: “${text.join('').trim()}” ${style.faint(`(${quote.kind})`)}`,
      );
    }
    lines.push('');
  }
  lines.push(`${count(quotes, 'quote')} in ${count(articles.length, 'article')}`);
  return lines.join('\n') + '\n';
}

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
