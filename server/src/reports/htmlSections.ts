import * as l10n from '@vscode/l10n';
import { h, type ComponentChild } from 'preact';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Severity } from '../core/config';
import type { Span } from '../core/span';
import type { PlacedProblem } from '../features/diagnostics';
import { storyHeads } from '../features/storySheet';
import type { Coverage, PlacedAcceptance, totalOf } from './facts';
import { cutToFit, passagesOf, problemPieces, type OtherPassage, type Piece } from './passage';
import type { PathOf, PlaceOf } from './places';
import { visible } from './visible';

/** What the sections of the page are made from. */
export interface PageView {
  readonly analysis: Analysis;
  readonly pathOf: PathOf;
  readonly placeOf: PlaceOf;
}

/** Made when asked for: the language is set after this file is loaded. */
export const gradeNames = (): Readonly<Record<Severity, string>> => ({
  error: l10n.t('Error'),
  warning: l10n.t('Warning'),
  information: l10n.t('Information'),
  hint: l10n.t('Hint'),
});

/** `file:line`, as an editor types it. */
export function shownPlace({ placeOf }: PageView, id: ArticleId, offset: number): string {
  const { path, line } = placeOf(id, offset);
  return `${visible(path)}:${line}`;
}

/** How many of the other files' passages are shown with a conflict; the rest are counted. */
const mostOthers = 12;

/** Each conflict with its passages, and a box to tick on paper. */
export function conflictSection(view: PageView, conflicts: readonly PlacedProblem[]): ComponentChild {
  if (conflicts.length === 0) return h('p', { class: 'fine' }, l10n.t('No two files disagree.'));
  const names = gradeNames();
  return conflicts.map(({ articleId, problem }, i) =>
    h('article', { class: `conflict ${problem.severity}`, 'aria-labelledby': `conflict-${i}` }, [
      h('p', { class: `grade ${problem.severity}` }, [names[problem.severity], ' ', h('code', null, problem.code)]),
      h('h3', { id: `conflict-${i}` }, visible(problem.message)),
      passage(view, { articleId, problem }, articleId, problem, problem.related),
      ...problem.related
        .slice(0, mostOthers)
        .map((side) =>
          passage(view, { articleId, problem }, side.articleId, side, [
            { articleId, start: problem.start, end: problem.end },
          ]),
        ),
      problem.related.length > mostOthers
        ? h('p', { class: 'soft' }, l10n.t('Further passages: {0}', problem.related.length - mostOthers))
        : null,
      h('label', { class: 'settled' }, [h('input', { type: 'checkbox' }), ' ', l10n.t('Settled')]),
    ]),
  );
}

function passage(
  view: PageView,
  { problem }: PlacedProblem,
  id: ArticleId,
  span: Span,
  others: readonly OtherPassage[],
): ComponentChild {
  const pieces = cutToFit(problemPieces(view.analysis, problem.code, id, span, others));
  const words = pieces.map(({ text }) => text).join('');
  const quoted = passagesOf[problem.code] === 'quotes' && !/^\s*["'“‘«„]/.test(words);
  return h('figure', { class: 'passage' }, [
    // The message says “here” of the first.
    h(
      'figcaption',
      null,
      span === problem ? l10n.t('{0} (here)', shownPlace(view, id, span.start)) : shownPlace(view, id, span.start),
    ),
    h('blockquote', null, [quoted ? '“' : '', ...pieces.map(pieceNode), quoted ? '”' : '']),
  ]);
}

/** The marks hug the words, not the spaces around them. */
function pieceNode({ kind, text }: Piece): ComponentChild {
  if (kind === 'missing') {
    return h('span', { class: 'missing', role: 'img', 'aria-label': l10n.t('words are missing here') }, '‸');
  }
  const shown = visible(text);
  const words = shown.trim();
  if (kind === 'same' || words === '') return shown;
  const at = shown.indexOf(words);
  return [shown.slice(0, at), h('mark', null, words), shown.slice(at + words.length)];
}

/** What was let stand, why, by whom and when. */
export function acceptedSection(view: PageView, accepted: readonly PlacedAcceptance[]): ComponentChild {
  if (accepted.length === 0) return h('p', { class: 'empty' }, l10n.t('No difference was accepted.'));
  return table(
    l10n.t('Differences that somebody has let stand.'),
    [l10n.t('File'), l10n.t('Difference'), l10n.t('Reason'), l10n.t('By'), l10n.t('When')],
    accepted.map(({ articleId, problem, acceptance }) => [
      shownPlace(view, articleId, problem.start),
      ...[problem.message, acceptance.reason, acceptance.by, acceptance.at].map(visible),
    ]),
  );
}

/** How many quotes and figures of each article stand elsewhere. */
export function coverageSection(
  { analysis, pathOf }: PageView,
  rows: readonly Coverage[],
  total: ReturnType<typeof totalOf>,
): ComponentChild {
  if (rows.length === 0) return h('p', { class: 'empty' }, l10n.t('No articles were checked.'));
  const { hasSources } = analysis.desk;
  const heads = [
    l10n.t('Article'),
    l10n.t('Quotes'),
    l10n.t('In another file'),
    l10n.t('With a second source'),
    ...(hasSources ? [l10n.t('In a declared source')] : []),
    l10n.t('Figures'),
    l10n.t('In another file'),
  ];
  const cells = (row: Omit<Coverage, 'articleId' | 'isSource'>): readonly string[] =>
    [
      row.quotes,
      row.quotesElsewhere,
      row.quotesConfirmed,
      ...(hasSources ? [row.quotesInSource] : []),
      row.figures,
      row.figuresElsewhere,
    ].map(String);
  return table(
    l10n.t('A second source is another file that has the quote and is no copy of this one.'),
    heads,
    rows.map((row) => [visible(pathOf(row.articleId)) + (row.isSource ? ` (${l10n.t('source')})` : ''), ...cells(row)]),
    { numbers: true, foot: [l10n.t('All articles'), ...cells(total)] },
  );
}

/** The files, in the order of their names. */
export function checkedSection({ analysis, pathOf }: PageView): ComponentChild {
  if (analysis.ids.length === 0) return h('p', { class: 'empty' }, l10n.t('No articles were checked.'));
  const titles = new Map(storyHeads(analysis).map(({ id, title }) => [id, visible(title)]));
  return table(
    l10n.t('The articles as they stood when the report was made.'),
    [l10n.t('Article'), l10n.t('Its day'), l10n.t('Story'), l10n.t('Problems')],
    analysis.ids.map((id) => [
      visible(pathOf(id)),
      analysis.get(id)?.claims.dateline?.iso ?? '',
      titles.get(analysis.storyOf(id)?.id ?? '') ?? '',
      String(analysis.problems(id).filter(({ severity }) => severity !== 'hint').length),
    ]),
  );
}

/** Lines to sign on. */
export const signatureSection = (): ComponentChild =>
  h('ul', { class: 'signatures' }, [h('li', null, l10n.t('Checked by')), h('li', null, l10n.t('Date'))]);

/** A table whose first column names its rows. */
function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { numbers = false, foot }: { readonly numbers?: boolean; readonly foot?: readonly string[] } = {},
): ComponentChild {
  const ofNumber = (i: number) => (numbers && i > 0 ? { class: 'number' } : {});
  const row = (cells: readonly string[]) =>
    h(
      'tr',
      null,
      cells.map((cell, i) =>
        i === 0 ? h('th', { scope: 'row' }, cell) : h('td', ofNumber(i), cell === '' ? '–' : cell),
      ),
    );
  const whole = h('table', null, [
    h('caption', null, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        heads.map((head, i) => h('th', { scope: 'col', ...ofNumber(i) }, head)),
      ),
    ),
    h('tbody', null, rows.map(row)),
    foot ? h('tfoot', null, row(foot)) : null,
  ]); // On a narrow screen it scrolls, and what scrolls must be reached by keyboard.
  return h('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': caption }, whole);
}
