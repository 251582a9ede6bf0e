import type { ArticleId } from '../core/article';
import { byName, type ArticleOrder } from '../core/articleOrder';
import { displayName } from '../core/displayNames';
import { finish, type Steps } from '../core/steps';
import type { Vocabulary } from '../claims/normalize';
import { createCopies, type Copies, type Copy } from '../links/copies/copies';
import type { FigureLink, Story } from '../links/model';
import { createStoryNames, type StoryNames } from '../links/names/variants';
import type { PassageNet } from '../links/netModel';
import { fewFound, judgeFound, likeFound, makeQuery, mostLike } from '../links/quoteSearch';
import { createStoryFigures, type StoryFigures } from '../links/storyFigures';
import { createStoryNumbering, type StoryNumbering } from '../links/storyNumbers';
import { createWordSearch, type WordSearch } from '../links/wordSearch';
import { sourcesOfDraft } from '../rules/declaredSources';
import type { RuleContext } from '../rules/rule';
import { findProblems, isStill, noProblems, type ArticleProblems, type Circumstances } from '../desk/articleProblems';
import { createChangeLog, type ChangeLog } from './changeLog';
import { createDerived, type DerivedStore } from './derived';
import type { Analysis } from './model';
import type { Moment } from './moment';
import { partsOfKeys, problemsKey } from './problemsKey';
import type { Residency } from './residency';
import { problemsStill, type SavedArticle } from './saved';

/** While a folder is being read stories are dear: where more articles than this have changed, nobody is told which. */
const mostTold = 24;

/** What a host knows beside its articles, and snapshots ask: each part keeps its answers for as long as they hold. */
export interface Parts {
  readonly vocabulary: Vocabulary;
  readonly residency: Residency;
  readonly net: Pick<PassageNet, 'likenesses' | 'kindred' | 'articleOf'>;
  readonly order: ArticleOrder;
  readonly numbering: StoryNumbering;
  readonly storyFigures: StoryFigures;
  readonly storyNames: StoryNames;
  readonly copies: Copies;
  readonly wordSearch: WordSearch;
  readonly derived: DerivedStore;
  readonly changes: ChangeLog;
  /** What was saved of articles, for as long as their problems were not asked for. */
  readonly waiting: ReadonlyMap<ArticleId, SavedArticle>;
  /** The revision of the articles as they are now. */
  readonly revision: () => number;
}

/** The parts that keep answers, with none yet; none is kept of an article that is gone. */
export function createAnswers(vocabulary: Vocabulary, residency: Residency, isHere: (id: ArticleId) => boolean) {
  return {
    numbering: createStoryNumbering(),
    storyFigures: createStoryFigures(),
    storyNames: createStoryNames(),
    copies: createCopies(),
    wordSearch: createWordSearch(vocabulary),
    derived: createDerived(residency, isHere),
    changes: createChangeLog(),
    waiting: new Map<ArticleId, SavedArticle>(),
  };
}

/** What is known at one moment. */
export function snapshotOf(moment: Moment, parts: Parts): Analysis {
  const { vocabulary, residency, storyFigures, storyNames, copies, wordSearch, derived } = parts;
  const { states: of, names, config: settings, desk } = moment;
  let ids: readonly ArticleId[] | null = null;
  let storiesHere: ((id: ArticleId) => Story | null) | null = null;
  const sourcesHere = new Map<ArticleId, readonly ArticleId[]>();
  const idsHere = () => (ids ??= idsOf(moment, parts));
  const articleOf = (id: ArticleId) => of.get(id);
  const versionOf = (id: ArticleId) => of.get(id)?.version;
  const nameOf = (id: ArticleId) => displayName(of.get(id)?.article.name ?? id, names);
  const storyOf = (id: ArticleId): Story | null => {
    storiesHere ??= storiesOf(moment, parts, idsHere);
    return storiesHere(id);
  };
  const figureLinksFrom = (id: ArticleId): readonly FigureLink[] => {
    const state = of.get(id);
    return state ? storyFigures.links(id, state, storyOf(id), articleOf) : [];
  };
  const copyBetween = (a: ArticleId, b: ArticleId): Copy | null => {
    const one = of.get(a);
    const other = of.get(b);
    return one && other ? copies.between(one, other) : null;
  };
  const isSource = (id: ArticleId): boolean => {
    const article = desk.hasSources ? of.get(id)?.article : undefined;
    return article !== undefined && desk.isSource(article);
  };
  const sourcesFor = (id: ArticleId): readonly ArticleId[] => {
    if (!desk.hasSources || isSource(id)) return [];
    const known = sourcesHere.get(id);
    if (known) return known;
    const state = of.get(id);
    const found = state ? sourcesOfDraft(storyOf(id), derived.links(of, id, state), isSource, idsHere()) : [];
    sourcesHere.set(id, found);
    return found;
  };
  /** A snapshot never changes: views ask of it many times, about all articles. */
  const told = new Map<ArticleId, ArticleProblems>();
  const problemsOf = (id: ArticleId): ArticleProblems => {
    const known = told.get(id);
    if (known) return known;
    const found = standing(id) ?? finish(checking(id));
    told.set(id, found);
    return found;
  };
  const keyPart = partsOfKeys({ desk, names }, articleOf);
  const circumstances = (story: Story | null): Circumstances => {
    const glance = story && { articles: story.articles, date: story.date };
    return { config: settings, desk, names, story: glance, told: story?.articles.map(versionOf) ?? [] };
  };
  /** What was found in an article before, where it holds. */
  const standing = (id: ArticleId): ArticleProblems | null => {
    const state = of.get(id);
    if (!state || isSource(id)) return noProblems;
    const base = derived.of(of, id, state);
    const story = storyOf(id);
    const now = circumstances(story);
    if (base.problems && isStill(base.problems, now)) return base.problems.found;
    const before = parts.waiting.get(id);
    const key = before?.problems ? problemsKey(state, story, now, keyPart) : null;
    const known = before && key !== null ? problemsStill(before, key) : null;
    if (known) base.problems = { ...now, found: known };
    return known;
  };
  const checking = function* (id: ArticleId): Steps<ArticleProblems> {
    const state = of.get(id);
    if (!state) return noProblems;
    const story = storyOf(id);
    const context: RuleContext = {
      article: state.article,
      claims: state.claims,
      links: derived.links(of, id, state),
      figureLinks: figureLinksFrom(id),
      figureLinksOf: figureLinksFrom,
      nameVariants: storyNames.variants(id, state, story, articleOf),
      story,
      articleOf: (other) => of.get(other)?.article,
      claimsOf: (other) => of.get(other)?.claims,
      nameOf,
      isCopy: (a, b) => {
        const [one, other] = [of.get(a), of.get(b)];
        return one !== undefined && other !== undefined && copies.areOneSource(one, other);
      },
      isSource,
      sources: sourcesFor(id),
      hasWords: (other, words) => {
        const where = of.get(other);
        return where !== undefined && wordSearch.has(where, words);
      },
    };
    const found = yield* findProblems(context, settings, desk, articleOf);
    // Somebody may have asked between two steps: what was once said stays the same object.
    const said = standing(id);
    if (said) return said;
    derived.of(of, id, state).problems = { ...circumstances(story), found };
    return found;
  };
  const approaching = function* (id: ArticleId): Steps<void> {
    const state = of.get(id);
    if (!state || told.has(id) || standing(id)) return;
    yield* storyFigures.approach(id, state, storyOf(id), articleOf);
    derived.links(of, id, state);
    yield;
    figureLinksFrom(id);
    yield;
    const found = yield* checking(id);
    if (!told.has(id)) told.set(id, found);
  };
  return {
    revision: moment.revision,
    get ids() {
      return idsHere();
    },
    get(id) {
      residency.trim();
      return of.get(id);
    },
    linksFrom(id) {
      residency.trim();
      const state = of.get(id);
      return state ? derived.links(of, id, state) : [];
    },
    figureLinksFrom(id) {
      residency.trim();
      return figureLinksFrom(id);
    },
    storyOf,
    copyBetween(a, b) {
      residency.trim();
      return copyBetween(a, b);
    },
    copiesOf(id) {
      residency.trim();
      return (storyOf(id)?.articles ?? []).flatMap((other) => copyBetween(id, other) ?? []);
    },
    problems(id) {
      residency.trim();
      return problemsOf(id).open;
    },
    *approach(id) {
      residency.trim();
      const { gone } = residency;
      const steps = approaching(id);
      // One answer looks at one set of objects: where some were let go of between two steps, whoever asks begins anew.
      while (residency.gone === gone && steps.next().done !== true) yield;
    },
    accepted(id) {
      residency.trim();
      return problemsOf(id).accepted;
    },
    sourcesFor(id) {
      residency.trim();
      return sourcesFor(id);
    },
    find(text) {
      residency.trim();
      const query = makeQuery(text, vocabulary);
      if (!query) return [];
      // The net knows the articles as they are now: of what has changed since this snapshot it has nothing to say.
      const found = parts.net.likenesses(query);
      const bodyOf = (pid: number) => of.get(parts.net.articleOf(pid) ?? '')?.body;
      const passages = {
        glance: (pid: number) => bodyOf(pid)?.glance(pid),
        whole: (pid: number) => bodyOf(pid)?.byPid.get(pid),
      };
      const sure = judgeFound(query, found, passages, vocabulary);
      if (sure.length >= fewFound) return sure;
      return [...sure, ...likeFound(query, parts.net.kindred(query, mostLike), sure, passages.whole)];
    },
    changedSince(before) {
      const changed = parts.changes.between(before, moment.revision);
      // Each is asked for its story.
      if (!changed || (changed.size > mostTold && !moment.clusters.areKnown)) return null;
      // Rules read in all articles of a story, and figures are linked within it.
      const concerned = new Set(changed);
      for (const id of changed) for (const member of storyOf(id)?.articles ?? []) concerned.add(member);
      return concerned;
    },
    letGo(ids) {
      for (const id of ids) {
        const body = of.get(id)?.body;
        if (!body) continue;
        residency.drop(body);
        body.cool();
      }
    },
    desk,
    nameOf,
  };
}

const idsOf = ({ revision, states }: Moment, parts: Parts): readonly ArticleId[] =>
  revision === parts.revision()
    ? parts.order.ids()
    : Array.from(states.entries(), ([id, { article }]) => ({ id, name: article.name }))
        .sort(byName)
        .map(({ id }) => id);

const storiesOf = ({ clusters, heads, states }: Moment, parts: Parts, order: () => readonly ArticleId[]) =>
  parts.numbering.stories({
    clusters,
    order,
    heads,
    headOf: (id) => {
      const state = states.get(id);
      return state && { name: state.article.name, day: state.body.day };
    },
  });
