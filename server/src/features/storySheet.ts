import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Story } from '../links/model';
import { restId, type StoryHead, type StorySheet } from '../protocol/stories';
import { overlaps } from '../core/span';
import { quotesAt, type Place } from './lookup';
import { figureRows } from './sheet/figureRows';
import { headOf, listedOf, withLinks, type Member } from './sheet/members';
import { namesInStory } from './sheet/people';
import { bySide, subjectOf, type PlacedProblem } from './sheet/problems';
import { quoteRow, quoteRows } from './sheet/quoteRows';
import { finishRows, sortProblems, type DraftRow } from './sheet/rows';
import type { Stretch } from './sheet/stretches';
import { createWordings, type Wordings } from './sheet/wordings';

/** A story, or what belongs to none, and its articles. */
interface Group {
  readonly id: string;
  readonly story: Story | null;
  readonly articles: readonly ArticleId[];
}

/**
 * All stories in short, in the order of their ids; then, where there is any, what belongs to none. The first call for a
 * snapshot works out every article's problems, where nobody has asked for them yet.
 */
export const storyHeads = (analysis: Analysis): readonly StoryHead[] => atOnce(headsInSteps(analysis));

/** The same a story at a time, for who must let others have their turn in between. */
export function* headsInSteps(analysis: Analysis): Generator<void, readonly StoryHead[]> {
  const heads: StoryHead[] = [];
  for (const group of groupsOf(analysis)) {
    yield;
    heads.push(headIn(analysis, group));
  }
  return heads;
}

/**
 * A story whole, or with `restId` what belongs to no story: of that, only what has a problem or is linked.
 * @returns null where there is no story of that id.
 */
export const storySheet = (analysis: Analysis, storyId: string): StorySheet<Place> | null =>
  atOnce(sheetInSteps(analysis, storyId));

/** The same in small steps: a story of forty articles has hundreds of rows. */
export function* sheetInSteps(analysis: Analysis, storyId: string): Generator<void, StorySheet<Place> | null> {
  const group = groupsOf(analysis).find(({ id }) => id === storyId);
  return group ? yield* sheetIn(analysis, group) : null;
}

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function groupsOf(analysis: Analysis): readonly Group[] {
  const stories = new Map<string, Story>();
  const rest: ArticleId[] = [];
  for (const id of analysis.ids) {
    const story = analysis.storyOf(id);
    if (story) stories.set(story.id, story);
    else if (analysis.problems(id).length > 0 || analysis.accepted(id).length > 0) rest.push(id);
    else if (hasQuotes(analysis, id)) rest.push(id);
  }
  const groups = [...stories.values()]
    .sort((a, b) => numberOf(a.id) - numberOf(b.id))
    .map((story): Group => ({ id: story.id, story, articles: story.articles }));
  return rest.length > 0 ? [...groups, { id: restId, story: null, articles: rest }] : groups;
}

/** By the text as it is held: a folder has thousands of articles that belong to no story. */
const quoting = new WeakMap<object, boolean>();

function hasQuotes(analysis: Analysis, id: ArticleId): boolean {
  const here = analysis.get(id);
  if (!here) return false;
  let known = quoting.get(here.article);
  if (known === undefined) quoting.set(here.article, (known = here.claims.quotes.length > 0));
  return known;
}

const numberOf = (id: string): number => Number(id.slice(1));

// ---- kept while nothing in the story has changed ------------------------------------------------------

/** What was made of a story, each part when first asked for; it holds nothing of the analysis that it was made from. */
interface Made {
  readonly from: readonly unknown[];
  head: StoryHead | null;
  sheet: StorySheet<Place> | null;
}

/** By the first article of a story as it stands; it goes when the analysis lets go of that. */
const kept = new WeakMap<object, Made>();

function remembered(analysis: Analysis, group: Group): Made {
  const first = group.articles[0];
  const owner = first === undefined ? undefined : analysis.get(first);
  const from = sourcesOf(analysis, group);
  const known = owner && kept.get(owner);
  if (known?.from.length === from.length && known.from.every((one, i) => one === from[i])) return known;
  const made: Made = { from, head: null, sheet: null };
  if (owner) kept.set(owner, made);
  return made;
}

function headIn(analysis: Analysis, group: Group): StoryHead {
  const made = remembered(analysis, group);
  return (made.head ??= made.sheet ?? { id: group.id, ...headOf(listedOf(analysis, group.articles), group.story) });
}

function* sheetIn(analysis: Analysis, group: Group): Generator<void, StorySheet<Place>> {
  const made = remembered(analysis, group);
  if (made.sheet) return made.sheet;
  // What an article is linked to is worked out here, where nobody has asked yet.
  for (const id of group.articles) {
    analysis.linksFrom(id);
    analysis.figureLinksFrom(id);
    yield;
  }
  const members = withLinks(analysis, listedOf(analysis, group.articles), group.articles);
  return (made.sheet = yield* makeSheet(group, members));
}

/** All that a sheet is made from; the analysis hands out the same objects until one of them changes. */
function sourcesOf(analysis: Analysis, { id, story, articles }: Group): readonly unknown[] {
  const from: unknown[] = [id, story?.date ?? null, analysis.desk, articles.length];
  for (const article of articles) {
    const accepted = analysis.accepted(article);
    from.push(
      analysis.get(article),
      analysis.problems(article),
      accepted.length > 0 ? accepted : 0,
      analysis.nameOf(article),
    );
  }
  return from;
}

// ---- the sheet ----------------------------------------------------------------------------------------

/** Of what belongs to no story so many rows are shown; it is there lest a problem has no place. */
const mostRestRows = 300;

function* makeSheet({ id, story }: Group, members: readonly Member[]): Generator<void, StorySheet<Place>> {
  const problems = members.flatMap((member) => member.problems);
  yield;
  const wordings = createWordings();
  const nameOf = namesInStory(members);
  yield;
  const alone = story !== null;
  const ofFigures = problems.filter((problem) => subjectOf(problem) === 'figure');
  const drafts = [
    ...(yield* quoteRows(members, wordings, alone, nameOf)),
    ...(yield* figureRows(members, story, ofFigures, alone)),
  ];
  yield;
  const inRows = problems.filter((problem) => subjectOf(problem) !== 'other');
  const missed = sortProblems(drafts, inRows).left;
  // What no row shows gets a row of its own, so that every problem has a place.
  const added = bySide(missed).flatMap((side) => rowOfProblem(members, side, wordings, nameOf) ?? []);
  const all = added.length > 0 ? [...drafts, ...added] : drafts;
  yield;
  const sorted = sortProblems(all, inRows);
  yield;
  const rows = finishRows(all, sorted.byRow);
  return {
    id,
    ...headOf(members, story),
    rows: alone ? rows : rows.slice(0, mostRestRows),
    others: [...problems.filter((problem) => subjectOf(problem) === 'other'), ...sorted.left],
  };
}

/** The passages of a problem about quotes as a row. Null where it is about something else. */
function rowOfProblem(
  members: readonly Member[],
  side: readonly PlacedProblem[],
  wordings: Wordings,
  nameOf: (name: string) => string,
): DraftRow | null {
  if (!side.every((problem) => subjectOf(problem) === 'quote')) return null;
  const byId = new Map(members.map((member) => [member.id, member]));
  const stretches: Stretch[] = [];
  for (const place of side.flatMap((problem) => [problem.place, ...problem.related.map((one) => one.place)])) {
    const member = byId.get(place.articleId);
    if (!member || place.end <= place.start) continue;
    if (stretches.some((one) => one.articleId === place.articleId && overlaps(one, place))) continue;
    const quote = quotesAt(member.claims, place.start).find((one) => overlaps(one, place)) ?? null;
    const { articleId, start, end } = place;
    stretches.push({ articleId, start, end, quote, isPart: true, tentative: false });
  }
  return stretches.length > 0 ? quoteRow(members, stretches, wordings, nameOf) : null;
}

/**
 * How many disagreements of some weight there are in all articles, each once though all its sides carry it: the number that
 * every view shows.
 */
export const countConflicts = (analysis: Analysis): number =>
  storyHeads(analysis).reduce((sum, { conflicts }) => sum + conflicts, 0);
