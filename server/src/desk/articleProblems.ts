import type { ArticleId } from '../core/article';
import type { Config } from '../core/config';
import type { Acceptance, Desk } from '../core/desk';
import type { SharedNames } from '../core/displayNames';
import type { Steps } from '../core/steps';
import { sameStory, type StoryAtAGlance } from '../links/storyNumbers';
import { checkAll } from '../rules/all';
import type { Problem, RuleContext } from '../rules/rule';
import { differencesOf, type WithPassages } from './passageText';

/** A problem that somebody has let stand. */
export interface AcceptedProblem {
  readonly problem: Problem;
  readonly acceptance: Acceptance;
}

/** What was found in an article, both in the order of `start`. */
export interface ArticleProblems {
  readonly open: readonly Problem[];
  readonly accepted: readonly AcceptedProblem[];
}

/** What the problems of an article depend on beside its own text and links. */
export interface Circumstances {
  readonly config: Config;
  readonly desk: Desk;
  readonly names: SharedNames;
  readonly story: StoryAtAGlance | null;
  /** The articles of the story as they are: rules read in them. */
  readonly told: readonly unknown[];
}

/** Whether what was found under some circumstances holds under others. */
export const isStill = (before: Circumstances, now: Circumstances): boolean =>
  before.config === now.config &&
  before.desk === now.desk &&
  before.names === now.names &&
  sameStory(before.story, now.story) &&
  now.told.every((article, i) => article === before.told[i]);

/** A source is what others are held against: it has no problems. */
export const noProblems: ArticleProblems = { open: [], accepted: [] };

/** Checks an article, step by step, and tells the open problems from those that were accepted. */
export function* findProblems(
  context: RuleContext,
  config: Config,
  desk: Desk,
  articleOf: (id: ArticleId) => WithPassages | undefined,
): Steps<ArticleProblems> {
  const found = yield* checkAll(context, config);
  const accepted = found.flatMap((problem): AcceptedProblem[] => {
    const acceptance = acceptanceOf(context.article.id, problem, desk, articleOf);
    return acceptance ? [{ problem, acceptance }] : [];
  });
  if (accepted.length === 0) return { open: found, accepted };
  const settled = new Set(accepted.map(({ problem }) => problem));
  return { open: found.filter((problem) => !settled.has(problem)), accepted };
}

/** Why a problem may stand: only where each of its differences may. */
function acceptanceOf(
  id: ArticleId,
  problem: Problem,
  desk: Desk,
  articleOf: (id: ArticleId) => WithPassages | undefined,
): Acceptance | null {
  if (!desk.hasAccepted) return null;
  let first: Acceptance | null = null;
  for (const difference of differencesOf(id, problem, articleOf)) {
    const acceptance = desk.acceptance(
      problem.code,
      difference.map(({ text }) => text),
    );
    if (!acceptance) return null;
    first ??= acceptance;
  }
  return first;
}
