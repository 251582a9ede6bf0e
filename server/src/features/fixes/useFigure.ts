import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis';
import type { Figure } from '../../claims/figures/model';
import type { Article, ArticleId } from '../../core/article';
import type { FigureLink } from '../../links/model';
import { isOneSource, namedSource } from '../../rules/figureSources';
import { describeEdits, effective, grouped, sourcesFirst, type Edit, type Fix, type FixContext } from './fix';
import { inFormOf } from './numberForm';

/** A figure that may take the place of the one in question. */
interface Other {
  readonly articleId: ArticleId;
  readonly text: string;
  readonly figure: Figure;
}

/**
 * "Use the figure in FILE: 14": the number's words alone; "more than", the unit and what is counted stay. Offered where
 * both are given in one unit, and not where one of them is one: "one people" helps nobody.
 */
export function figureFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  const own = analysis
    .get(article.id)
    ?.claims.figures.find(({ start, end }) => start === problem.start && end === problem.end);
  if (!own) return [];
  const others = sourcesFirst(analysis, othersOf(analysis, article, own), ({ articleId }) => articleId);
  const replacements = others.flatMap((other) => {
    const edits = effective(article.text, editsFor(article, own, other));
    return edits.length > 0 ? [{ other, edits }] : [];
  });
  const groups = grouped(
    replacements,
    ({ other }) => `${other.figure.value} ${other.figure.max} ${other.figure.iso ?? ''}`,
  );
  return groups.map((group, i): Fix => {
    const [{ other, edits }] = group;
    const file = analysis.get(other.articleId)?.article;
    const isSource = file !== undefined && analysis.desk.isSource(file);
    return {
      title: titleFor(
        analysis,
        article,
        own,
        group.map((one) => one.other),
      ),
      description: describeEdits(article.text, edits),
      preferred: i === 0 && (isSource || other.articleId === article.id),
      edits,
    };
  });
}

function othersOf(analysis: Analysis, article: Article, own: Figure): readonly Other[] {
  const between = analysis
    .figureLinksFrom(article.id)
    .filter((link: FigureLink) => link.from.start === own.start && link.from.end === own.end)
    .filter(({ relation, tentative }) => relation === 'differs' && !tentative)
    .map(({ to }): Other => ({
      articleId: to.articleId,
      figure: to.figure,
      text: analysis.get(to.articleId)?.article.text ?? '',
    }));
  return [...between, ...inBody(analysis, article, own)];
}

/** What the text has where the headline has something else. */
function inBody(analysis: Analysis, article: Article, own: Figure): readonly Other[] {
  const claims = analysis.get(article.id)?.claims;
  if (!own.display || !claims) return [];
  const problem = analysis
    .problems(article.id)
    .find(({ code, start }) => code === 'figure-conflict' && start === own.start);
  return (problem?.related ?? []).flatMap(({ articleId, start, end }): Other[] => {
    if (articleId !== article.id) return [];
    const figure = claims.figures.find((one) => one.start === start && one.end === end);
    return figure && !figure.display ? [{ articleId, figure, text: article.text }] : [];
  });
}

function titleFor(analysis: Analysis, article: Article, own: Figure, others: readonly Other[]): string {
  const files = [...new Set(others.map(({ articleId }) => articleId))];
  const [first] = others;
  if (!first) return '';
  const isDate = own.kind === 'date' || own.kind === 'time';
  const words = (
    isDate ? first.figure.text : first.text.slice(first.figure.number.start, first.figure.number.end)
  ).replace(/\s+/g, ' ');
  const named = files.find((id) => id !== article.id);
  if (named === undefined) return l10n.t('Use the figure in the text: {0}', words);
  const name = analysis.nameOf(named);
  const more = files.length - 1;
  if (isDate) {
    if (more === 0) return l10n.t('Use the date in {0}: {1}', name, words);
    return more === 1
      ? l10n.t('Use the date in {0} (and 1 other): {1}', name, words)
      : l10n.t('Use the date in {0} (and {1} others): {2}', name, more, words);
  }
  if (more === 0) return l10n.t('Use the figure in {0}: {1}', name, words);
  return more === 1
    ? l10n.t('Use the figure in {0} (and 1 other): {1}', name, words)
    : l10n.t('Use the figure in {0} (and {1} others): {2}', name, more, words);
}

// ---- the edits ------------------------------------------------------------------------------------------

function editsFor(article: Article, own: Figure, other: Other): readonly Edit[] {
  return own.kind === 'date' || own.kind === 'time' ? dateEdits(own, other) : numberEdits(article.text, own, other);
}

function numberEdits(text: string, own: Figure, { text: otherText, figure }: Other): readonly Edit[] {
  const isAlike = own.kind === figure.kind && own.unit === figure.unit && own.per === figure.per;
  if (!isAlike || own.vague || figure.vague || own.value === null || figure.value === null) return [];
  if (own.kind === 'multiple') return [];
  if ((Math.abs(own.value) === 1) !== (Math.abs(figure.value) === 1) && own.kind !== 'ordinal' && own.kind !== 'score')
    return [];
  const before = text.slice(Math.max(0, own.number.start - 12), own.number.start);
  if ((own.max === null) !== (figure.max === null) && (own.kind === 'score' || /\b(?:between|from)\s+$/i.test(before)))
    return [];
  if (areTwoSources(text, own, otherText, figure)) return [];
  // "14-year-old", "two-thirds": part of a word, which the other one need not be.
  if (/^[\p{L}-]/u.test(text.slice(own.number.end)) !== /^[\p{L}-]/u.test(otherText.slice(figure.number.end)))
    return [];
  const words = inFormOf(text, own, otherText, figure);
  return [{ start: own.number.start, end: own.number.end, text: words }];
}

/** What one source said is not put into the mouth of another. */
function areTwoSources(text: string, own: Figure, otherText: string, other: Figure): boolean {
  const here = namedSource(own, text);
  const there = namedSource(other, otherText);
  return here !== null && there !== null && !isOneSource(here, there);
}

/** A date in the form that it has here: the same parts in the same order. Another form is left to the editor. */
function dateEdits(own: Figure, { figure }: Other): readonly Edit[] {
  if (own.kind !== figure.kind || formOf(own) !== formOf(figure)) return [];
  // "On Monday", "next week": what it means hangs on the day of the report.
  if (own.date?.day === null && own.date.month === null && own.date.year === null) return [];
  return [{ start: own.start, end: own.end, text: figure.text.replace(/\s+/g, ' ') }];
}

/** The shape of a date's words: "Dec. 3" and "Nov. 12" have one, "3 December" another. */
const formOf = ({ text }: Figure): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\d+/g, '9')
    .replace(/(?<!\p{L})\p{L}+\.(?=\s)/gu, 'Abc.')
    .replace(/\b(?:a|p)\.?m\b\.?/gi, 'pm')
    .replace(/\p{Lu}\p{Ll}{2,}/gu, 'Abc');
