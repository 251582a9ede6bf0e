import type { Article, ArticleId } from '../core/article';
import { defaultConfig, type Config } from '../core/config';
import { emptyDesk, type Desk } from '../core/desk';
import { byName, createArticleOrder } from '../core/articleOrder';
import { createFileNames, displayName, type SharedNames } from '../core/displayNames';
import { textHash } from '../core/textHash';
import { noWordVectors } from '../core/wordVectors';
import { extractClaims } from '../claims/extract';
import { unpackClaims } from '../claims/packed';
import { createVocabulary } from '../claims/normalize';
import { makeArticleFigures, type ArticleFigures } from '../links/articleFigures';
import { createCopies, type Copy } from '../links/copies/copies';
import { foldLinks, unfoldLinks, type FoldedLinks } from '../links/foldedLinks';
import { refold } from '../links/foldedPassages';
import { materializeAll, type LinkedArticle } from '../links/materialize';
import { createMeaning } from '../links/meaning';
import type { FigureLink, QuoteLink, Story } from '../links/model';
import { createStoryNames } from '../links/names/variants';
import { createPassageNet, sharedRemarks, type Told } from '../links/passageNet';
import { makePassages, namesIn } from '../links/passages';
import { judgeFound, makeQuery } from '../links/quoteSearch';
import { createStoryIndex, type Clusters } from '../links/stories';
import { compared, createStoryFigures } from '../links/storyFigures';
import { createStoryNumbering } from '../links/storyNumbers';
import { signatureOf } from '../links/storySignature';
import { createWordSearch } from '../links/wordSearch';
import { sourcesOfDraft } from '../rules/declaredSources';
import type { RuleContext } from '../rules/rule';
import { findProblems, isStill, noProblems, type ArticleProblems, type Circumstances } from '../desk/articleProblems';

import { createChangeLog } from './changeLog';
import { ArticleState, Body, type Partners, type Surroundings } from './articleState';
import type { Analysis, AnalysisHost, HostOptions } from './model';
import { problemsKey } from './problemsKey';
import { createResidency } from './residency';
import { placedLinks, problemsStill, readSaved, type Saved, type SavedArticle } from './saved';
import { savedChunks } from './saving';

type States = ReadonlyMap<ArticleId, ArticleState>;

/** What was computed for one article, and the versions it was computed from: it holds as long as they do. */
interface Derived {
  readonly version: number;
  readonly partners: readonly number[];
  /** Null while nobody asks for them. */
  links: readonly QuoteLink[] | null;
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
  /** How often an article has been given another name, or another day as its own. */
  readonly heads: number;
}

/** So many articles are kept hot where nobody says otherwise. */
const usuallyHot = 400;

/** Makes an empty host. */
export function createAnalysisHost(
  initial: Config = defaultConfig,
  { wordVectors = noWordVectors, saved = null, mostHot = usuallyHot }: HostOptions = {},
): AnalysisHost {
  const memory = saved && readSaved(saved);
  const vocabulary = memory?.vocabulary ?? createVocabulary();
  const residency = createResidency(mostHot);
  const net = createPassageNet(vocabulary, createMeaning(vocabulary, wordVectors));
  const fileNames = createFileNames();
  const order = createArticleOrder();
  const stories = createStoryIndex();
  const numbering = createStoryNumbering();
  const storyFigures = createStoryFigures();
  /** The figures of each article as they were last made: what still stands is taken over from them. */
  const lastFigures = new Map<ArticleId, ArticleFigures>();
  const copies = createCopies();
  const storyNames = createStoryNames();
  const wordSearch = createWordSearch(vocabulary);
  const derived = new Map<ArticleId, Derived>();
  /** The bodies of articles that were taken over from what was saved, by their number there. */
  const restored = new Map<number, Body>();
  /** What was saved of them, for as long as their problems were not asked for. */
  const waiting = new Map<ArticleId, SavedArticle>();
  /** Articles that were read here, while there are others yet to be taken over: none of these knows them. */
  const strangers = new Set<ArticleId>();
  let states = new Map<ArticleId, ArticleState>();
  let config = initial;
  let desk = emptyDesk;
  let revision = 0;
  let lastVersion = 0;
  let heads = 0;
  let current: Analysis | null = null;
  const changes = createChangeLog();
  /** The shared names when a snapshot was last made: messages have them in them. */
  let namesBefore = fileNames.shared();
  /** The states made since the last snapshot was handed out. */
  let unseen = new Set<ArticleState>();

  const around: Surroundings = {
    vocabulary,
    residency,
    makeFigures(body) {
      const { id, text, claims, names } = body;
      const before = lastFigures.get(id) ?? null;
      const figures = makeArticleFigures(id, text, compared(claims), vocabulary, new Set(names), before);
      if (states.has(id)) lastFigures.set(id, figures);
      return figures;
    },
    cooled(body) {
      const { id } = body;
      if (states.get(id)?.body !== body) return;
      lastFigures.delete(id);
      storyFigures.forget(id);
      const known = derived.get(id);
      if (known) known.links = null;
    },
  };

  const stateOf = (article: Article, body: Body, partners: Partners) =>
    new ArticleState(article, body, partners, ++lastVersion);

  /** Called before every change: what was handed out stays as it was. */
  const begin = () => {
    revision++;
    if (current) {
      unseen = new Set();
      states = new Map(states);
      current = null;
    }
  };

  const rename = (id: ArticleId, before: string | undefined, now: string | undefined) => {
    if (before === now) return;
    if (before !== undefined) {
      fileNames.remove(before);
      order.remove({ id, name: before });
    }
    if (now !== undefined) {
      fileNames.add(now);
      order.add({ id, name: now });
    }
    heads++;
  };

  /** Writes down with an article how it is now linked to another; null: not at all. */
  const tell = (partner: ArticleId, id: ArticleId, links: FoldedLinks | null) => {
    const state = states.get(partner);
    if (!state || (!links && !state.partners.has(id))) return;
    // A state that no snapshot has seen may change in place: a folder's articles tell one another of each new one.
    const partners = unseen.has(state) ? (state.partners as Map<ArticleId, FoldedLinks>) : new Map(state.partners);
    if (links) partners.set(id, links);
    else partners.delete(id);
    if (unseen.has(state)) return;
    const next = stateOf(state.article, state.body, partners);
    unseen.add(next);
    states.set(partner, next);
  };

  /** An article, with all that are linked to it, is to be looked at again. */
  const noteChange = (id: ArticleId, ...partners: readonly Iterable<ArticleId>[]) => {
    changes.note(id, revision);
    for (const ids of partners) for (const partner of ids) changes.note(partner, revision);
  };

  /** Judges anew what an article has in common with each other one, and writes it down on both sides. */
  const relink = (id: ArticleId, own: Told, before: Partners) => {
    const links = net.links(id, own, before, (other) => states.get(other));
    const partners = new Map<ArticleId, FoldedLinks>();
    for (const [partner, found] of links) {
      const folded = found.length > 0 ? foldLinks(found) : null;
      if (partner !== id) tell(partner, id, folded);
      if (folded) partners.set(partner, folded);
    }
    return { partners, shared: sharedRemarks(id, links) };
  };

  /** What was computed for an article, where it holds still. */
  const standing = (of: States, id: ArticleId, { version, partners }: ArticleState): Derived | null => {
    const known = derived.get(id);
    if (known?.version !== version) return null;
    let i = 0;
    for (const partner of partners.keys()) {
      const now = of.get(partner)?.version;
      if (now !== undefined && now !== known.partners[i++]) return null;
    }
    return i === known.partners.length ? known : null;
  };

  /** The same, or an empty place for it. */
  const derivedOf = (of: States, id: ArticleId, state: ArticleState): Derived => {
    const known = standing(of, id, state);
    if (known) return known;
    const partners = [...state.partners.keys()].flatMap((partner) => of.get(partner)?.version ?? []);
    const fresh: Derived = { version: state.version, partners, links: null, problems: null };
    derived.set(id, fresh);
    return fresh;
  };

  const linksIn = (of: States, id: ArticleId, state: ArticleState): readonly QuoteLink[] => {
    const known = derivedOf(of, id, state);
    // Links are let go of with the article: it is hot as long as they are used.
    residency.use(state.body);
    return (known.links ??= materializeAll(id, unfolded(state), (partner) => of.get(partner)));
  };

  const idsOf = ({ revision: at, states: of }: Moment): readonly ArticleId[] =>
    at === revision
      ? order.ids()
      : [...of]
          .map(([id, { article }]) => ({ id, name: article.name }))
          .sort(byName)
          .map(({ id }) => id);

  const storiesOf = ({ clusters, heads, states: of }: Moment, order: () => readonly ArticleId[]) =>
    numbering.stories({
      clusters,
      order,
      heads,
      headOf: (id) => {
        const state = of.get(id);
        return state && { name: state.article.name, day: state.body.day };
      },
    });

  const snapshotOf = (moment: Moment): Analysis => {
    const { states: of, names, config: settings, desk } = moment;
    let ids: readonly ArticleId[] | null = null;
    let storiesHere: ((id: ArticleId) => Story | null) | null = null;
    const sourcesHere = new Map<ArticleId, readonly ArticleId[]>();
    const idsHere = () => (ids ??= idsOf(moment));
    const articleOf = (id: ArticleId) => of.get(id);
    const versionOf = (id: ArticleId) => of.get(id)?.version;
    const nameOf = (id: ArticleId) => displayName(of.get(id)?.article.name ?? id, names);
    const storyOf = (id: ArticleId): Story | null => {
      storiesHere ??= storiesOf(moment, idsHere);
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
      const found = state ? sourcesOfDraft(storyOf(id), linksIn(of, id, state), isSource, idsHere()) : [];
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
      const base = derivedOf(of, id, state);
      const story = storyOf(id);
      const now: Circumstances = { config: settings, desk, names, story, told: story?.articles.map(versionOf) ?? [] };
      if (base.problems && isStill(base.problems, now)) return base.problems.found;
      const before = waiting.get(id);
      const key = before?.problems ? problemsKey(state, story, now, articleOf) : null;
      const known = before && key !== null ? problemsStill(before, key) : null;
      if (known) {
        base.problems = { ...now, found: known };
        return known;
      }
      const context: RuleContext = {
        article: state.article,
        claims: state.claims,
        links: linksIn(of, id, state),
        figureLinks: figureLinksFrom(id),
        figureLinksOf: figureLinksFrom,
        nameVariants: storyNames.variants(id, state, story, articleOf),
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
      const found = findProblems(context, settings, desk, articleOf);
      base.problems = { ...now, found };
      return found;
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
        return state ? linksIn(of, id, state) : [];
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
        const found = net.likenesses(query);
        const bodyOf = (pid: number) => of.get(net.articleOf(pid) ?? '')?.body;
        const passages = {
          glance: (pid: number) => bodyOf(pid)?.glance(pid),
          whole: (pid: number) => bodyOf(pid)?.byPid.get(pid),
        };
        return judgeFound(query, found, passages, vocabulary);
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

  const momentOf = (): Moment => {
    const clusters = stories.clusters();
    for (const id of stories.takeRegrouped()) changes.note(id, revision);
    const names = fileNames.shared();
    if (names !== namesBefore) changes.noteAll(revision);
    namesBefore = names;
    return { revision, states, names, config, desk, clusters, heads };
  };

  /** Takes an article over as it was saved. Returns whether it could: its id and text are the same as then. */
  const restore = (article: Article, memory: Saved): boolean => {
    const { id, text } = article;
    const hash = textHash(text);
    const saved = memory.take(id, hash);
    const pids = Int32Array.from({ length: saved?.passages.count ?? 0 }, () => net.nextPid());
    const made = saved && refold(id, saved.passages.bytes, pids, vocabulary);
    if (!made) return false;
    const { folded, records } = made;
    net.enter(folded, records, strangers);
    const names = namesIn(records);
    const { partners, shared } = relink(id, { passages: records, names }, new Map());
    for (const { number, links } of saved.partners) {
      const other = number === saved.number ? null : restored.get(number);
      if (other === undefined || (other && states.get(other.id)?.body !== other)) continue;
      const placed = placedLinks(links, pids, other?.folded.pids ?? pids);
      if (!placed) continue;
      const kept = foldLinks(placed);
      partners.set(other?.id ?? id, kept);
      if (!other) continue;
      tell(other.id, id, kept);
      const remarks = placed.filter(({ tentative }) => !tentative).length;
      if (remarks > 0) shared.set(other.id, remarks);
    }
    const body = new Body(id, text, hash, folded, names, saved.day, { packed: saved.claims }, around);
    const state = stateOf(article, body, partners);
    restored.set(saved.number, body);
    if (saved.problems) waiting.set(id, saved);
    noteChange(id, partners.keys());
    unseen.add(state);
    states.set(id, state);
    if (saved.day !== null) heads++;
    stories.set(id, { signature: signatureOf(records), shared, day: saved.day });
    return true;
  };

  return {
    set(article, read) {
      const { id, text, name } = article;
      const old = states.get(id);
      if (old?.article.text === text && old.article.name === name) return;
      begin();
      residency.trim();
      rename(id, old?.article.name, name);
      waiting.delete(id);
      if (!old && memory?.hasMore && restore(article, memory)) return;
      if (memory?.hasMore) strangers.add(id);
      if (old?.article.text === text) {
        noteChange(id, old.partners.keys());
        states.set(id, stateOf(article, old.body, old.partners));
        return;
      }
      const hash = textHash(text);
      const packed = read instanceof Uint8Array ? read : read ? null : memory?.claimsOf(hash);
      const given = packed ? unpackClaims(packed, text) : read instanceof Uint8Array ? null : read;
      const claims = given ?? extractClaims(text);
      const before = old?.body.passages ?? [];
      const passages = makePassages(id, text, claims, before, vocabulary, () => net.nextPid());
      const folded = net.replace(id, before, passages);
      const names = namesIn(passages);
      const { partners, shared } = relink(id, { passages, names }, old?.partners ?? new Map());
      const day = claims.dateline?.iso ?? null;
      const known = { packed: (given && packed) ?? null, claims, passages };
      const body = new Body(id, text, hash, folded, names, day, known, around);
      const state = stateOf(article, body, partners);
      noteChange(id, old?.partners.keys() ?? [], partners.keys());
      unseen.add(state);
      states.set(id, state);
      if (day !== (old?.body.day ?? null)) heads++;
      stories.set(id, { signature: signatureOf(passages), shared, day });
    },
    delete(id) {
      const old = states.get(id);
      if (!old) return;
      begin();
      residency.trim();
      noteChange(id, old.partners.keys());
      rename(id, old.article.name, undefined);
      net.replace(id, old.body.passages, []);
      for (const partner of old.partners.keys()) if (partner !== id) tell(partner, id, null);
      waiting.delete(id);
      strangers.delete(id);
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
    prepare: (most) => stories.settle(most),
    knows: (hash) => memory?.claimsOf(hash) !== undefined,
    save: () => {
      // A snapshot keeps its states as they are, whatever comes.
      const moment = momentOf();
      const { states: of } = moment;
      const snapshot = (current ??= snapshotOf(moment));
      const problemsOf = (state: ArticleState) => {
        const { id } = state.body;
        const kept = standing(of, id, state)?.problems;
        if (!kept) return null;
        const story = snapshot.storyOf(id);
        const told = story?.articles.map((one) => of.get(one)?.version) ?? [];
        if (!isStill(kept, { ...moment, story, told })) return null;
        const key = problemsKey(state, story, moment, (one) => of.get(one));
        return key === null ? null : { key, found: kept.found };
      };
      return savedChunks({ vocabulary, states: of, problemsOf });
    },
    snapshot: () => (current ??= snapshotOf(momentOf())),
  };
}

/** An article with its links as they are turned into offsets. */
function unfolded(state: ArticleState): LinkedArticle {
  const { byPid, partners } = state;
  return { byPid, partners: [...partners].map(([partner, links]) => [partner, unfoldLinks(links) ?? []] as const) };
}
