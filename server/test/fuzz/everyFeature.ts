import assert from 'node:assert/strict';
import { SemanticTokensBuilder } from 'vscode-languageserver/node';
import type { Analysis } from '../../src/analysis';
import type { Span } from '../../src/core/span';
import { attentionOf, conflictsOf } from '../../src/features/attention';
import { fixesFor, problemsAt } from '../../src/features/codeActions';
import { lensAt, lensesOf } from '../../src/features/codeLens';
import { comparableArticles, comparablePassages } from '../../src/features/comparablePassages';
import { alignArticles, rowAt } from '../../src/features/comparison';
import { layOut } from '../../src/features/comparisonText';
import { nextProblem } from '../../src/features/diagnostics';
import { differenceOf } from '../../src/features/difference';
import { findQuote } from '../../src/features/findQuote';
import { applied } from '../../src/features/fixes/fix';
import { foldsOf, indentedFolds } from '../../src/features/folding';
import { hoverAt } from '../../src/features/hover';
import { inlayHintsOf } from '../../src/features/inlayHints';
import { bestMatchesAt, highlightsAt, matchesAt } from '../../src/features/navigation';
import { tokensOf } from '../../src/features/semanticTokens';
import { storyHeads, storySheet } from '../../src/features/storySheet';
import { outlineOf } from '../../src/features/symbols';
import { symbolsFor } from '../../src/features/workspaceSymbols';
import { toOffset, toPosition } from '../../src/lsp/convert';
import { hoverMarkdown, hoverPlainText } from '../../src/lsp/hoverText';
import { symbolTree } from '../../src/lsp/outline';
import { sheetOnWire } from '../../src/lsp/stories';
import { pushTokens } from '../../src/lsp/tokenEncoding';
import { reportFormats } from '../../src/protocol/reports';
import { restId } from '../../src/protocol/stories';
import { makeReport } from '../../src/reports/make';
import { checkSpan } from './soundness';

/** Asks what an editor sees at one place of an article, and checks that it lies in the texts. */
export function askAt(analysis: Analysis, id: string, offset: number): void {
  const article = analysis.get(id)?.article;
  if (!article) return;
  const { text } = article;
  const textOf = (other: string): string => analysis.get(other)?.article.text ?? '';
  const isWithinBreak = text.slice(Math.max(0, offset - 1), offset + 1) === '\r\n';
  const back = toOffset(article, toPosition(article, offset));
  assert.equal(back, isWithinBreak ? offset - 1 : offset, 'position and back');

  const hovers = hoverAt(analysis, id, offset);
  for (const hover of hovers) {
    checkSpan(hover.span, text, 'hover');
    for (const row of hover.rows)
      for (const place of row.places) checkSpan(place, textOf(row.articleId), 'hover there');
  }
  const links = { placesOf: () => [{ line: 1, uri: 'file:///a.txt' }], showAll: 'command:x?%5B%5D' };
  assert.doesNotMatch(hoverMarkdown(hovers, links), /<[a-z!/]/i, 'no HTML in a hover');
  hoverPlainText(hovers, links);

  for (const matches of [matchesAt(analysis, id, offset), bestMatchesAt(analysis, id, offset)]) {
    if (!matches) continue;
    checkSpan(matches.origin, text, 'origin');
    for (const place of [...matches.here, ...matches.there]) checkSpan(place, textOf(place.articleId), 'match');
  }
  for (const one of highlightsAt(analysis, id, offset)) checkSpan(one, text, 'highlight');
  for (const { articleId, here, there } of comparablePassages(analysis, id, offset)) {
    checkSpan(here, text, 'passage to compare');
    checkSpan(there, textOf(articleId), 'passage to compare with');
  }
  for (const direction of ['next', 'previous'] as const) {
    const next = nextProblem(analysis, { articleId: id, offset }, direction);
    if (next) checkSpan(next.problem, textOf(next.articleId), 'next problem');
  }
  problemsAt(analysis, id, { start: offset, end: offset });
}

/**
 * Asks for all that an editor sees of an article as a whole.
 * @param mostFixed for how many problems the fixes are asked: an editor asks where the cursor is.
 */
export function askAbout(analysis: Analysis, id: string, mostFixed = Infinity): void {
  const article = analysis.get(id)?.article;
  if (!article) return;
  const { text } = article;
  const all = { start: 0, end: text.length };
  let end = 0;
  const tokens = tokensOf(analysis, id);
  for (const token of tokens) {
    checkSpan(token, text, 'token');
    assert.ok(token.start >= end && token.end > token.start, 'tokens in order and apart');
    end = token.end;
  }
  pushTokens(new SemanticTokensBuilder(), article, tokens);
  for (const fold of [...foldsOf(analysis, id), ...indentedFolds(text)]) checkSpan(fold, text, 'fold');
  for (const hint of inlayHintsOf(analysis, id, 'all', all)) checkSpan(pointAt(hint.offset), text, 'hint');
  for (const level of ['all', 'conflicts'] as const)
    for (const lens of lensesOf(analysis, id, level)) {
      checkSpan(lens, text, 'lens');
      const content = lensAt(analysis, id, lens.start);
      assert.notEqual(content?.title, '');
    }
  const { linked, differing } = attentionOf(analysis, id);
  for (const one of [...linked, ...differing, ...conflictsOf(analysis, id)]) checkSpan(one, text, 'mark');
  for (const { entries } of outlineOf(analysis, id)) for (const one of entries) checkSpan(one.span, text, 'outline');
  symbolTree(analysis, article);
  for (const problem of analysis.problems(id).slice(0, mostFixed)) {
    differenceOf(analysis, id, problem);
    for (const { edits, title, description } of fixesFor(analysis, id, problem)) {
      assert.ok(title !== '' && description !== '');
      assert.notEqual(applied(text, edits), text, 'a fix changes something');
      edits.forEach((edit, i) => {
        checkSpan(edit, text, 'edit');
        assert.ok(edit.start >= (edits[i - 1]?.end ?? 0), 'edits in order');
      });
    }
  }
}

const pointAt = (offset: number): Span => ({ start: offset, end: offset });

/** Lays two articles side by side, and checks that each sentence stands there once. */
export function compareTwo(analysis: Analysis, left: string, right: string, at: number): void {
  const compared = alignArticles(analysis, left, right, { left: at, right: at });
  const [one, other] = [analysis.get(left), analysis.get(right)];
  if (!compared || !one || !other) return;
  const laid = ({ article }: typeof one) => ({ article, name: article.name, lineOf: () => 0 });
  for (const [side, sentences] of [
    ['left', one.claims.sentences],
    ['right', other.claims.sentences],
  ] as const) {
    const spans: readonly Span[] = compared.rows.flatMap((row): Span[] => (row[side] ? [row[side]] : []));
    assert.equal(spans.length, sentences.length, 'every sentence once');
  }
  layOut(compared, laid(one), laid(other));
  rowAt(compared.rows, 'left', at);
  comparableArticles(analysis, left);
}

/** Looks for words of no article. */
export function lookFor(analysis: Analysis, words: string): void {
  for (const found of findQuote(analysis, words))
    checkSpan(found, analysis.get(found.articleId)?.article.text ?? '', 'found');
  symbolsFor(analysis, words);
}

/** Makes every sheet. */
export function makeSheets(analysis: Analysis): void {
  for (const { id } of [...storyHeads(analysis), { id: restId }]) {
    const sheet = storySheet(analysis, id);
    if (!sheet) continue;
    for (const row of sheet.rows) assert.equal(row.cells.length, sheet.columns.length, 'a cell for each column');
    sheetOnWire(analysis, sheet, (one) => `file:///${one}`);
  }
}

/** Makes reports of all forms, and checks that they are what they say they are. */
export function makeReports(analysis: Analysis): void {
  for (const format of reportFormats) {
    const options = { pathOf: (id: string) => `${id}.txt`, version: '1', date: '2025-06-04T19:30:00Z' };
    const report = makeReport(format, analysis, options);
    assert.ok(report.length > 0);
    if (format === 'json' || format === 'sarif') JSON.parse(report);
    // eslint-disable-next-line no-control-regex -- what a terminal or a viewer would obey
    else assert.doesNotMatch(report, /[\u0000\u001b\u202e]/, `${format} without control characters`);
  }
}
