import { fileNameOf, type Article, type ArticleId } from './core/article';
import { defaultConfig, type Config } from './core/config';
import type { Claims } from './claims/model';
import { extractClaims } from './claims/extract';
import { createVocabulary } from './claims/normalize';
import { verbsOf } from './claims/tagger';
import { createPairLinks, figureLinksOf, type FigureRecords } from './links/figureLinks';
import { makeFigureRecords } from './links/figureRecords';
import { materialize } from './links/materialize';
import type { FigureLink, QuoteLink, Story } from './links/model';
import { makePassages, namesIn, sharedNames, type PassageRecord } from './links/passages';
import { findRenderings } from './links/renderings';
import { judge, likeness, type Likeness, type RawLink } from './links/quoteLinker';
import { sameSpeaker } from './links/speakers';
import { createStoryIndex, type Clusters } from './links/stories';
import { numberStories, sameStory } from './links/storyNumbers';
import { signatureOf } from './links/storySignature';
import { createTokenIndex } from './links/tokenIndex';
import { checkAll } from './rules/all';
import type { Problem } from './rules/rule';

export interface AnalysedArticle {
  readonly article: Article;
  readonly claims: Claims;
}

/** What is known at one moment. It never changes; later edits make a new one. */
export interface Analysis {
  /** Grows by one with every change. */
  readonly revision: number;
  /** The ids of all articles, sorted by name. */
  readonly ids: readonly ArticleId[];
  get(id: ArticleId): AnalysedArticle | undefined;
  /** The article's links, `from` always in this article, in the order of `from.start`. */
  linksFrom(id: ArticleId): readonly QuoteLink[];
  /** The article's figure links, `from` always in this article, in the order of `from.start`. */
  figureLinksFrom(id: ArticleId): readonly FigureLink[];
  /** The story that an article belongs to; null where no other article reports the same events. */
  storyOf(id: ArticleId): Story | null;
  /** The article's problems in the order of `start`; computed when first asked for and kept while it holds. */
  problems(id: ArticleId): readonly Problem[];
  /** The name to show for an article: its file name, or its path where two files have the same name. */
  nameOf(id: ArticleId): string;
}

/** Holds the articles, applies changes by difference, hands out snapshots. The one door to the core. */
export interface AnalysisHost {
  /** Adds an article, or replaces its text or name. Never throws. */
  set(article: Article): void;
  /** Removes an article; nothing happens where it isn't known. */
  delete(id: ArticleId): void;
  configure(config: Config): void;
  snapshot(): Analysis;
}

/** All that is known of one article. Replaced as a whole when the article, or what it is linked to, changes. */
interface ArticleState extends AnalysedArticle {
  readonly passages: readonly PassageRecord[];
  readonly byPid: ReadonlyMap<number, PassageRecord>;
  readonly partners: ReadonlyMap<ArticleId, readonly RawLink[]>;
  readonly names: ReadonlySet<number>;
  /** Made when first asked for: an article by itself is never compared. */
  readonly figures: () => FigureRecords;
}

/** What was computed for one article, and the states it was computed from: it holds as long as they do. */
interface Derived {
  readonly state: ArticleState;
  readonly partners: readonly ArticleState[];
  readonly links: readonly QuoteLink[];
  problems: FoundProblems | null;
}

/** The figure links of one article, and the articles of its story that they were worked out from. */
interface DerivedFigures {
  readonly told: readonly (ArticleState | undefined)[];
  readonly links: readonly FigureLink[];
}

/** The problems of one article, and what they were found with beside its links. */
interface FoundProblems {
  readonly found: readonly Problem[];
  readonly config: Config;
  readonly names: SharedNames;
  readonly story: Story | null;
  /** The articles of the story as they were: rules read in them. */
  readonly told: readonly (ArticleState | undefined)[];
}

/** From which share of common names two articles are taken to report one event, with and without a sure link. */
const relatedIfLinked = 0.3;
const related = 0.5;

/** The stories by article, and what they were numbered from: they hold as long as that does. */
interface Numbered {
  readonly clusters: Clusters;
  readonly ids: readonly ArticleId[];
  readonly days: number;
  readonly stories: ReadonlyMap<ArticleId, Story>;
}

/** The file names that more than one article has: messages show the path of these. */
type SharedNames = ReadonlySet<string>;

/** Makes an empty host. */
export function createAnalysisHost(initial: Config = defaultConfig): AnalysisHost {
  const vocabulary = createVocabulary();
  const index = createTokenIndex();
  /** For each passage what it has in common with others; kept for both sides. */
  const near = new Map<number, Map<number, Likeness>>();
  const records = new Map<number, PassageRecord>();
  const derived = new Map<ArticleId, Derived>();
  let states = new Map<ArticleId, ArticleState>();
  const fileNames = new Map<string, number>();
  /** Replaced when it changes, which is seldom: what was computed with it holds as long as it is the same. */
  let ambiguous: SharedNames = new Set();
  /** The ids in order, until an article comes, goes or is renamed. */
  let order: readonly ArticleId[] | null = null;
  let config = initial;
  let revision = 0;
  let lastPid = 0;
  let current: Analysis | null = null;
  const stories = createStoryIndex();
  const between = createPairLinks();
  const figureLinks = new WeakMap<ArticleState, DerivedFigures>();
  /** Grows whenever an article gives another day as its own. */
  let days = 0;
  /** The stories as they were last numbered, and what they were numbered from. */
  let numbered: Numbered = { clusters: new Map(), ids: [], days, stories: new Map() };
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

  const countName = (name: string, by: 1 | -1) => {
    const base = fileNameOf(name);
    const count = (fileNames.get(base) ?? 0) + by;
    if (count > 0) fileNames.set(base, count);
    else fileNames.delete(base);
    order = null;
    if (count > 1 === ambiguous.has(base)) return;
    const next = new Set(ambiguous);
    if (count > 1) next.add(base);
    else next.delete(base);
    ambiguous = next;
  };

  const forget = (record: PassageRecord) => {
    index.remove(record);
    records.delete(record.pid);
    for (const other of near.get(record.pid)?.keys() ?? []) near.get(other)?.delete(record.pid);
    near.delete(record.pid);
  };

  const meet = (record: PassageRecord) => {
    const mine = new Map<number, Likeness>();
    for (const [pid, pairs] of index.candidates(record)) {
      const other = records.get(pid);
      const found = other && likeness(record, other, pairs, vocabulary);
      if (!found) continue;
      mine.set(pid, found);
      const theirs = near.get(pid);
      if (theirs) theirs.set(record.pid, found);
      else near.set(pid, new Map([[record.pid, found]]));
    }
    if (mine.size > 0) near.set(record.pid, mine);
    index.add(record);
    records.set(record.pid, record);
  };

  /** Judges anew what an article has in common with each other one, and writes it down on both sides. */
  const relink = (
    id: ArticleId,
    passages: readonly PassageRecord[],
    mentioned: ReadonlySet<number>,
    before: Iterable<ArticleId>,
  ) => {
    const byPartner = new Map<ArticleId, Likeness[]>();
    for (const partner of before) byPartner.set(partner, []);
    for (const record of passages) {
      for (const [pid, one] of near.get(record.pid) ?? []) {
        const partner = records.get(pid)?.articleId;
        if (partner === undefined || (partner === id && one.a !== record.pid)) continue;
        const list = byPartner.get(partner);
        if (list) list.push(one);
        else byPartner.set(partner, [one]);
      }
    }
    const partners = new Map<ArticleId, readonly RawLink[]>();
    for (const [partner, list] of byPartner) {
      const links = judge(list, recordOf, same);
      const other = states.get(partner);
      if (
        partner !== id &&
        other &&
        list.length > 0 &&
        sharedNames(mentioned, other.names) >= (links.length > 0 ? relatedIfLinked : related)
      ) {
        links.push(...findRenderings(passages, other.passages, links, same, vocabulary));
      }
      if (links.length > 0) partners.set(partner, links);
      if (partner !== id) tell(partner, id, links);
    }
    return partners;
  };

  const same = (a: PassageRecord, b: PassageRecord) => sameSpeaker(a.quote, b.quote);

  const recordOf = (pid: number): PassageRecord => {
    const record = records.get(pid);
    if (!record) throw new Error(`passage ${pid} is gone`);
    return record;
  };

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

  const derive = (of: ReadonlyMap<ArticleId, ArticleState>, id: ArticleId, state: ArticleState): Derived => {
    const known = derived.get(id);
    const partners = [...state.partners.keys()].map((partner) => of.get(partner)).filter((p) => p !== undefined);
    if (known?.state === state && known.partners.length === partners.length) {
      if (known.partners.every((partner, i) => partner === partners[i])) return known;
    }
    const links: QuoteLink[] = [];
    for (const [partner, raw] of state.partners) {
      const other = of.get(partner);
      if (!other) continue;
      for (const link of raw) {
        const own = state.byPid.get(link.a) ?? state.byPid.get(link.b);
        const theirs = other.byPid.get(own?.pid === link.a ? link.b : link.a);
        if (!own || !theirs) continue;
        links.push(materialize(link, own, theirs));
        if (partner === id) links.push(materialize(link, theirs, own));
      }
    }
    links.sort(
      (x, y) => x.from.start - y.from.start || compareText(x.to.articleId, y.to.articleId) || x.to.start - y.to.start,
    );
    const fresh: Derived = { state, partners, links, problems: null };
    derived.set(id, fresh);
    return fresh;
  };

  const deriveFigures = (
    of: ReadonlyMap<ArticleId, ArticleState>,
    state: ArticleState,
    story: Story | null,
  ): readonly FigureLink[] => {
    if (!story) return [];
    const told = story.articles.map((id) => of.get(id));
    const known = figureLinks.get(state);
    if (known?.told.length === told.length && known.told.every((one, i) => one === told[i])) return known.links;
    const others = told.flatMap((one) => (one && one !== state ? [one.figures()] : []));
    const links = figureLinksOf(state.figures(), others, between);
    figureLinks.set(state, { told, links });
    return links;
  };

  const inOrder = (of: ReadonlyMap<ArticleId, ArticleState>): readonly ArticleId[] => {
    const nameOf = (id: ArticleId) => of.get(id)?.article.name ?? '';
    return [...of.keys()].sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
  };

  const snapshotOf = (
    of: ReadonlyMap<ArticleId, ArticleState>,
    pathNames: SharedNames,
    settings: Config,
    at: number,
    clusters: Clusters,
  ): Analysis => {
    let ids: readonly ArticleId[] | null = null;
    let storiesHere: Numbered['stories'] | null = null;
    const daysHere = days;
    const nameOf = (id: ArticleId): string => {
      const name = of.get(id)?.article.name ?? id;
      const base = fileNameOf(name);
      return pathNames.has(base) ? name : base;
    };
    const idsHere = (): readonly ArticleId[] => {
      if (!ids) {
        ids = at === revision && order ? order : inOrder(of);
        if (at === revision) order = ids;
      }
      return ids;
    };
    const storyOf = (id: ArticleId): Story | null => {
      if (clusters.size === 0) return null;
      if (!storiesHere) {
        const known = numbered;
        const all = idsHere();
        const holds = known.clusters === clusters && known.ids === all && known.days === daysHere;
        const dayOf = (other: ArticleId) => of.get(other)?.claims.dateline?.iso ?? null;
        storiesHere = holds ? known.stories : numberStories(clusters, all, dayOf, known.stories);
        if (!holds && at === revision) numbered = { clusters, ids: all, days: daysHere, stories: storiesHere };
      }
      return storiesHere.get(id) ?? null;
    };
    return {
      revision: at,
      get ids() {
        return idsHere();
      },
      get: (id) => of.get(id),
      linksFrom(id) {
        const state = of.get(id);
        return state ? derive(of, id, state).links : [];
      },
      figureLinksFrom(id) {
        const state = of.get(id);
        return state ? deriveFigures(of, state, storyOf(id)) : [];
      },
      storyOf,
      problems(id) {
        const state = of.get(id);
        if (!state) return [];
        const base = derive(of, id, state);
        const story = storyOf(id);
        const told = story?.articles.map((other) => of.get(other)) ?? [];
        const known = base.problems;
        if (
          known?.config !== settings ||
          known.names !== pathNames ||
          !sameStory(known.story, story) ||
          !told.every((other, i) => other === known.told[i])
        ) {
          const { article, claims } = state;
          const articleOf = (other: ArticleId) => of.get(other)?.article;
          const claimsOf = (other: ArticleId) => of.get(other)?.claims;
          const found = checkAll(
            {
              article,
              claims,
              links: base.links,
              figureLinks: deriveFigures(of, state, story),
              story,
              articleOf,
              claimsOf,
              nameOf,
            },
            settings,
          );
          base.problems = { found, config: settings, names: pathNames, story, told };
          return found;
        }
        return known.found;
      },
      nameOf,
    };
  };

  return {
    set(article) {
      const old = states.get(article.id);
      if (old?.article.text === article.text && old.article.name === article.name) return;
      begin();
      if (old?.article.name !== article.name) {
        if (old) countName(old.article.name, -1);
        countName(article.name, 1);
      }
      if (old?.article.text === article.text) {
        states.set(article.id, { ...old, article });
        return;
      }
      const claims = extractClaims(article.text);
      const passages = makePassages(article.id, article.text, claims, old?.passages ?? [], vocabulary, () => ++lastPid);
      const byPid = new Map(passages.map((record) => [record.pid, record]));
      for (const record of old?.passages ?? []) if (!byPid.has(record.pid)) forget(record);
      for (const record of passages) {
        if (old?.byPid.has(record.pid)) records.set(record.pid, record);
        else meet(record);
      }
      const mentioned = namesIn(passages);
      const partners = relink(article.id, passages, mentioned, old?.partners.keys() ?? []);
      const figures = once(() => makeFigureRecords(article.id, article.text, claims, vocabulary, mentioned));
      const state = { article, claims, passages, byPid, partners, names: mentioned, figures };
      unseen.add(state);
      states.set(article.id, state);
      const day = claims.dateline?.iso ?? null;
      if (day !== (old?.claims.dateline?.iso ?? null)) days++;
      stories.set(article.id, { signature: signatureOf(passages), shared: sharedRemarks(article.id, partners), day });
    },
    delete(id) {
      const old = states.get(id);
      if (!old) return;
      begin();
      countName(old.article.name, -1);
      for (const record of old.passages) forget(record);
      for (const partner of old.partners.keys()) if (partner !== id) tell(partner, id, []);
      states.delete(id);
      derived.delete(id);
      stories.delete(id);
    },
    configure(next) {
      if (next === config) return;
      begin();
      config = next;
    },
    snapshot() {
      current ??= snapshotOf(states, ambiguous, config, revision, stories.clusters());
      return current;
    },
  };
}

/** Loads what is otherwise loaded when first needed (a third of a second, once a process). */
export function warmUp(): void {
  verbsOf('he said');
}

/** How many remarks an article surely shares with each other one. */
function sharedRemarks(
  id: ArticleId,
  partners: ReadonlyMap<ArticleId, readonly RawLink[]>,
): ReadonlyMap<ArticleId, number> {
  const counts = new Map<ArticleId, number>();
  for (const [partner, links] of partners) {
    const count = partner === id ? 0 : links.filter((link) => !link.tentative).length;
    if (count > 0) counts.set(partner, count);
  }
  return counts;
}

/** Works something out when first asked for it, and keeps it. */
function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: make() }).value;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
