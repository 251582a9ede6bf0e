import * as l10n from '@vscode/l10n';
import type { ArticleId } from '../core/article';
import { contains } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { FigureLink, FigurePassage } from '../links/model';
import { areSources, decisiveFigureLinks } from './declaredSources';
import { figuresWithin } from './figuresWithin';
import { conflictSentence, type OtherValue } from './conflictWording';
import { namedSource } from './figureSources';
import { shownFigure, wordsFor, type Stated } from './figureWording';
import type { Problem, RelatedPassage, Rule, RuleContext } from './rule';
import { countSources } from './sourceCount';

/**
 * `figure-conflict`: the same thing counted, by the same claimant, for the same time, with values that can't both be
 * true. Silent on different claimants each named as such, different times, bounds that allow both, rounding, converted
 * units, and wherever an article has both values.
 */
export const figureConflict: Rule = {
  code: 'figure-conflict',
  defaultLevel: 'graded',
  *check(context) {
    const within = new Map(figuresWithin(context).map((problem) => [problem.start, problem]));
    for (const [figure, links] of differing(context)) {
      const between = problemOf(context, figure, links);
      const inside = within.get(figure.start);
      within.delete(figure.start);
      yield inside ? together(between, inside) : between;
    }
    yield* within.values();
  },
};

/** One problem a figure: what other files say of it, and what its own article says. */
const together = (between: Problem, within: Problem): Problem => ({
  ...between,
  message: `${between.message} ${within.message}`,
  related: [...between.related, ...within.related],
});

/** Dates and times are another rule's. */
const isNumber = ({ kind }: Figure): boolean => kind !== 'date' && kind !== 'time';

function differing(context: RuleContext): Map<Figure, FigureLink[]> {
  const groups = new Map<Figure, FigureLink[]>();
  for (const link of decisiveFigureLinks(context)) {
    const { figure } = link.from;
    if (link.relation !== 'differs' || link.tentative || !isNumber(figure) || isInLinkedQuotes(context, link)) continue;
    const group = groups.get(figure);
    if (group) group.push(link);
    else groups.set(figure, [link]);
  }
  return groups;
}

/** A number changed inside a quote that both files have is told of as a changed quote. */
function isInLinkedQuotes(context: RuleContext, { from, to }: FigureLink): boolean {
  return context.links.some(
    (link) =>
      link.to.articleId === to.articleId &&
      link.from.quote !== null &&
      link.to.quote !== null &&
      contains(link.from, from.figure.number) &&
      contains(link.to, to.figure.number),
  );
}

function problemOf(context: RuleContext, figure: Figure, links: readonly FigureLink[]): Problem {
  return {
    code: 'figure-conflict',
    severity: 'warning',
    start: figure.start,
    end: figure.end,
    message: messageOf(context, figure, links),
    related: links.map(({ to }): RelatedPassage => ({
      articleId: to.articleId,
      start: to.start,
      end: to.end,
      message: relatedMessage(statedAt(context, to)),
    })),
  };
}

const statedAt = (context: RuleContext, { articleId, figure }: FigurePassage): Stated => ({
  figure,
  text: context.articleOf(articleId)?.text ?? '',
});

// ---- the words the editor reads -----------------------------------------------------------------------

function relatedMessage(stated: Stated): string {
  const source = namedSource(stated.figure, stated.text);
  return source === null ? shownFigure(stated) : l10n.t('{0}, given to {1}', shownFigure(stated), source);
}

function messageOf(context: RuleContext, figure: Figure, links: readonly FigureLink[]): string {
  const byValue = new Map<string, FigureLink[]>();
  for (const link of links) {
    const { value, max } = link.to.figure;
    const key = `${value} ${max}`;
    const group = byValue.get(key);
    if (group) group.push(link);
    else byValue.set(key, [link]);
  }
  const values = [...byValue.values()]
    .map((group): OtherValue => ({
      figures: group.map((link) => statedAt(context, link.to)),
      files: [...new Set(group.map((link) => context.nameOf(link.to.articleId)))],
      sources: countSources(context, group.map(articleOf)),
      declared: areSources(context, group.map(articleOf)),
    }))
    .sort((a, b) => b.sources - a.sources || b.files.length - a.files.length);
  const own = { figure, text: context.article.text };
  const words = wordsFor(
    own,
    values.flatMap(({ figures }) => figures),
  );
  const supporters = agreeingFiles(context, figure);
  return conflictSentence(own, words, values, {
    supporters: supporters.size,
    supportingSources: countSources(context, [context.article.id, ...supporters]),
    against: countSources(context, links.map(articleOf)),
  });
}

const articleOf = ({ to }: FigureLink): ArticleId => to.articleId;

/** The other articles that have this figure as it stands here. */
function agreeingFiles(context: RuleContext, figure: Figure): ReadonlySet<ArticleId> {
  const files = new Set<ArticleId>();
  for (const { from, to, relation, tentative } of decisiveFigureLinks(context)) {
    if (from.figure === figure && relation === 'agrees' && !tentative && to.articleId !== context.article.id) {
      if (isStatedAs(to.figure, figure)) files.add(to.articleId);
    }
  }
  return files;
}

/** Whether it is the same number. "More than 1,300" allows 1,430 and doesn't say it; a converted unit does. */
const isStatedAs = (other: Figure, { value, max, unit }: Figure): boolean =>
  other.unit !== unit || (other.value === value && other.max === max);
