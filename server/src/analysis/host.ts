import { compareText, type ArticleId } from '../core/article';
import { defaultConfig, type Config } from '../core/config';
import { emptyDesk, type Desk } from '../core/desk';
import { createFileNames, displayName, type SharedNames } from '../core/displayNames';
import { noWordVectors } from '../core/wordVectors';
import { extractClaims } from '../claims/extract';
import { unpackClaims } from '../claims/packed';
import { createVocabulary } from '../claims/normalize';
import { makeArticleFigures, type ArticleFigures } from '../links/articleFigures';
import { createCopies, type Copy, type WithProse } from '../links/copies/copies';
import { makeProse } from '../links/copies/prose';
import { materializeAll, type LinkedArticle } from '../links/materialize';
import { createMeaning } from '../links/meaning';
import type { FigureLink, QuoteLink, Story } from '../links/model';
import { createStoryNames } from '../links/names/variants';
import { createPassageNet, sharedRemarks, type Told } from '../links/passageNet';
import { makePassages, namesIn } from '../links/passages';
import type { RawLink } from '../links/quoteLinker';
import { judgeFound, makeQuery } from '../links/quoteSearch';
import { createStoryIndex, type Clusters } from '../links/stories';
import { compared, createStoryFigures, type WithFigures } from '../links/storyFigures';
import { createStoryNumbering } from '../links/storyNumbers';
import { signatureOf } from '../links/storySignature';
import { createWordSearch } from '../links/wordSearch';
import { sourcesOfDraft } from '../rules/declaredSources';
import type { RuleContext } from '../rules/rule';
import { findProblems, isStill, noProblems, type ArticleProblems, type Circumstances } from '../desk/articleProblems';

import { createChangeLog } from './changeLog';
import type { AnalysedArticle, Analysis, AnalysisHost, HostOptions } from './model';

/** All that is known of one article. Replaced as a whole when the article, or what it is linked to, changes. */
interface ArticleState extends AnalysedArticle, Told, LinkedArticle, WithFigures, WithProse {}

type States = ReadonlyMap<ArticleId, ArticleState>;

/** What was computed for one article, and the states it was computed from: it holds as long as they do. */
interface Derived {
  readonly state: ArticleState;
  readonly partners: readonly ArticleState[];
  readonly links: readonly QuoteLink[];
  problems: FoundProblems | null;
}

/** The problems of one article, and what they were found with beside its links. */
interface FoundProblems extends Circumstances {
  readonly found: ArticleProblems;
}

/** What a snapshot is of. */
interface Moment {
  readonly revision: number;
  readonly states: States;
  readonly names: SharedNames;
  readonly config: Config;
  readonly desk: Desk;
  readonly clusters: Clusters;
  /** How often an article has given another day as its own. */
  readonly days: number;
}

/** Makes an empty host. */
export function createAnalysisHost(
  initial: Config = defaultConfig,
  { wordVectors = noWordVectors }: HostOptions = {},
): AnalysisHost {
  const vocabulary = createVocabulary();
  const net = createPassageNet(vocabulary, createMeaning(vocabulary, wordVectors));
  const fileNames = createFileNames();
  const stories = createStoryIndex();
  const numbering = createStoryNumbering();
  const storyFigures = createStoryFigures();
  /** The figures of each article as they were last made: what still stands is taken over from them. */
  const lastFigures = new Map<ArticleId, ArticleFigures>();
  const copies = createCopies();
  const storyNames = createStoryNames();
  const wordSearch = createWordSearch(vocabulary);
  const derived = new Map<ArticleId, Derived>();
  let states = new Map<ArticleId, ArticleState>();
  /** The ids in order, until an article comes, goes or is renamed. */
  let order: readonly ArticleId[] | null = null;
  let config = initial;
  let desk = emptyDesk;
  let revision = 0;
  let lastPid = 0;
  let days = 0;
  let current: Analysis | null = null;
  const changes = createChangeLog();
  /** The shared names when a snapshot was last made: messages have them in them. */
  let namesBefore = fileNames.shared();
  /** The states made since the last snapshot was handed out. */
  let unseen = new Set<ArticleState>();

  /** Called before every change: what was handed out stays as it was. */
  const begin = () => {
    revision++;
    if (current) {
      unseen = new Set();
      states = new Map(states);
      current = null;
    }
  };

  const rename = (before: string | undefined, now: string | undefined) => {
    if (before === now) return;
    if (before !== undefined) fileNames.remove(before);
    if (now !== undefined) fileNames.add(now);
    order = null;
  };

  /** Writes down with an article how it is now linked to another. */
  const tell = (partner: ArticleId, id: ArticleId, links: readonly RawLink[]) => {
    const state = states.get(partner);
    if (!state || (links.length === 0 && !state.partners.has(id))) return;
    // A state that no snapshot has seen may change in place: a folder's articles tell one another of each new one.
    const partners = unseen.has(state)
      ? (state.partners as Map<ArticleId, readonly RawLink[]>)
      : new Map(state.partners);
    if (links.length > 0) partners.set(id, links);
    else partners.delete(id);
    if (unseen.has(state)) return;
    const next = { ...state, partners };
    unseen.add(next);
    states.set(partner, next);
  };

  /** An article, with all that are linked to it, is to be looked at again. */
  const noteChange = (id: ArticleId, ...partners: readonly Iterable<ArticleId>[]) => {
    changes.note(id, revision);
    for (const ids of partners) for (const partner of ids) changes.note(partner, revision);
  };

  /** Judges anew what an article has in common with each other one, and writes it down on both sides. */
  const relink = (id: ArticleId, own: Told, before: Iterable<ArticleId>) => {
    const partners = new Map(net.links(id, own, before, (other) => states.get(other)));
    for (const [partner, links] of partners) {
      if (partner !== id) tell(partner, id, links);
      if (links.length === 0) partners.delete(partner);
    }
    return partners;
  };

  const derive = (of: States, id: ArticleId, state: ArticleState): Derived => {
    const known = derived.get(id);
    const partners = [...state.partners.keys()].map((partner) => of.get(partner)).filter((p) => p !== undefined);
    if (known?.state === state && known.partners.length === partners.length) {
      if (known.partners.every((partner, i) => partner === partners[i])) return known;
    }
    const links = materializeAll(id, state, (partner) => of.get(partner));
    const fresh: Derived = { state, partners, links, problems: null };
    derived.set(id, fresh);
    return fresh;
  };

  const idsOf = (moment: Moment): readonly ArticleId[] => {
    if (moment.revision === revision && order) return order;
    const nameOf = (id: ArticleId) => moment.states.get(id)?.article.name ?? '';
    const ids = [...moment.states.keys()].sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
    if (moment.revision === revision) order = ids;
    return ids;
  };

  const storiesOf = ({ clusters, days, states, revision: at }: Moment, ids: readonly ArticleId[]) =>
    numbering.stories(clusters, ids, days, (id) => states.get(id)?.claims.dateline?.iso ?? null, at === revision);

  const snapshotOf = (moment: Moment): Analysis => {
    const { states: of, names, config: settings, desk } = moment;
    let ids: readonly ArticleId[] | null = null;
    let storiesHere: ReadonlyMap<ArticleId, Story> | null = null;
    const sourcesHere = new Map<ArticleId, readonly ArticleId[]>();
    const idsHere = () => (ids ??= idsOf(moment));
    const stateOf = (id: ArticleId) => of.get(id);
    const nameOf = (id: ArticleId) => displayName(of.get(id)?.article.name ?? id, names);
    const storyOf = (id: ArticleId): Story | null => {
      if (moment.clusters.size === 0) return null;
      storiesHere ??= storiesOf(moment, idsHere());
      return storiesHere.get(id) ?? null;
    };
    const figureLinksFrom = (id: ArticleId): readonly FigureLink[] => {
      const state = of.get(id);
      return state ? storyFigures.links(id, state, storyOf(id), stateOf) : [];
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
      const found = state ? sourcesOfDraft(storyOf(id), derive(of, id, state).links, isSource, idsHere()) : [];
      sourcesHere.set(id, found);
      return found;
    };
    /** A snapshot never changes: views ask of it many times, about all articles. */
    const told = new Map<ArticleId, ArticleProblems>();
    const problemsOf = (id: ArticleId): ArticleProblems => {
      const known = told.get(id);
      if (known) return known;
      const found = checked(id);
      told.set(id, found);
      return found;
    };
    const checked = (id: ArticleId): ArticleProblems => {
      const state = of.get(id);
      if (!state || isSource(id)) return noProblems;
      const base = derive(of, id, state);
      const story = storyOf(id);
      const now: Circumstances = { config: settings, desk, names, story, told: story?.articles.map(stateOf) ?? [] };
      if (base.problems && isStill(base.problems, now)) return base.problems.found;
      const context: RuleContext = {
        article: state.article,
        claims: state.claims,
        links: base.links,
        figureLinks: figureLinksFrom(id),
        figureLinksOf: figureLinksFrom,
        nameVariants: storyNames.variants(id, state, story, stateOf),
        story,
        articleOf: (other) => of.get(other)?.article,
        claimsOf: (other) => of.get(other)?.claims,
        nameOf,
        isCopy: (a, b) => copyBetween(a, b)?.oneSource === true,
        isSource,
        sources: sourcesFor(id),
        hasWords: (other, words) => {
          const where = of.get(other);
          return where !== undefined && wordSearch.has(where, words);
        },
      };
      const found = findProblems(context, settings, desk, stateOf);
      base.problems = { ...now, found };
      return found;
    };
    return {
      revision: moment.revision,
      get ids() {
        return idsHere();
      },
      get: stateOf,
      linksFrom(id) {
        const state = of.get(id);
        return state ? derive(of, id, state).links : [];
      },
      figureLinksFrom,
      storyOf,
      copyBetween,
      copiesOf: (id) => (storyOf(id)?.articles ?? []).flatMap((other) => copyBetween(id, other) ?? []),
      problems: (id) => problemsOf(id).open,
      accepted: (id) => problemsOf(id).accepted,
      sourcesFor,
      find(text) {
        const query = makeQuery(text, vocabulary);
        if (!query) return [];
        // The net knows the articles as they are now: of what has changed since this snapshot it has nothing to say.
        const found = net.likenesses(query);
        const passageOf = (pid: number) => {
          const id = net.articleOf(pid);
          return id === undefined ? undefined : of.get(id)?.byPid.get(pid);
        };
        return judgeFound(query, found, passageOf, vocabulary);
      },
      changedSince(before) {
        const changed = changes.between(before, moment.revision);
        if (!changed) return null;
        // Rules read in all articles of a story, and figures are linked within it.
        const concerned = new Set(changed);
        for (const id of changed) for (const member of storyOf(id)?.articles ?? []) concerned.add(member);
        return concerned;
      },
      desk,
      nameOf,
    };
  };

  return {
    set(article, read) {
      const { id, text, name } = article;
      const old = states.get(id);
      if (old?.article.text === text && old.article.name === name) return;
      begin();
      rename(old?.article.name, name);
      if (old?.article.text === text) {
        noteChange(id, old.partners.keys());
        states.set(id, { ...old, article });
        return;
      }
      const claims = (read instanceof Uint8Array ? unpackClaims(read, text) : read) ?? extractClaims(text);
      const passages = makePassages(id, text, claims, old?.passages ?? [], vocabulary, () => ++lastPid);
      net.replace(old?.passages ?? [], passages);
      const names = namesIn(passages);
      const partners = relink(id, { passages, names }, old?.partners.keys() ?? []);
      const state: ArticleState = {
        article,
        claims,
        passages,
        byPid: new Map(passages.map((record) => [record.pid, record])),
        partners,
        names,
        prose: once(() => makeProse(id, passages, vocabulary)),
        figures: once(() => {
          const before = lastFigures.get(id) ?? null;
          const figures = makeArticleFigures(id, text, compared(claims), vocabulary, names, before);
          if (states.has(id)) lastFigures.set(id, figures);
          return figures;
        }),
      };
      noteChange(id, old?.partners.keys() ?? [], partners.keys());
      unseen.add(state);
      states.set(id, state);
      const day = claims.dateline?.iso ?? null;
      if (day !== (old?.claims.dateline?.iso ?? null)) days++;
      stories.set(id, { signature: signatureOf(passages), shared: sharedRemarks(id, partners), day });
    },
    delete(id) {
      const old = states.get(id);
      if (!old) return;
      begin();
      noteChange(id, old.partners.keys());
      rename(old.article.name, undefined);
      net.replace(old.passages, []);
      for (const partner of old.partners.keys()) if (partner !== id) tell(partner, id, []);
      states.delete(id);
      derived.delete(id);
      storyFigures.forget(id);
      lastFigures.delete(id);
      stories.delete(id);
    },
    configure(next) {
      if (next === config) return;
      begin();
      changes.noteAll(revision);
      config = next;
    },
    setDesk(next) {
      if (next === desk) return;
      begin();
      changes.noteAll(revision);
      desk = next;
    },
    knows: () => false,
    save: () => [],
    snapshot() {
      if (current) return current;
      const clusters = stories.clusters();
      for (const id of stories.takeRegrouped()) changes.note(id, revision);
      const names = fileNames.shared();
      if (names !== namesBefore) changes.noteAll(revision);
      namesBefore = names;
      current = snapshotOf({ revision, states, names, config, desk, clusters, days });
      return current;
    },
  };
}

/** Works something out when first asked for it, and keeps it. */
function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: make() }).value;
}
