import type { Article, ArticleId } from '../core/article';
import { createArticleOrder } from '../core/articleOrder';
import { defaultConfig, type Config } from '../core/config';
import { emptyDesk } from '../core/desk';
import { createFileNames } from '../core/displayNames';
import { sameItems } from '../core/sameItems';
import { textHash } from '../core/textHash';
import { noWordVectors } from '../core/wordVectors';
import { extractClaims } from '../claims/extract';
import { createVocabulary } from '../claims/normalize';
import { unpackClaims } from '../claims/packed';
import { unpackPassages, unpackReading } from '../links/reading';
import { makeArticleFigures, type ArticleFigures } from '../links/articleFigures';
import { makeProse, type Prose } from '../links/copies/prose';
import { foldLinks, type FoldedLinks } from '../links/foldedLinks';
import { refold } from '../links/foldedPassages';
import { createMeaning } from '../links/meaning';
import type { Told } from '../links/pairLinks';
import { sharedRemarks } from '../links/netLinks';
import { createPassageNet } from '../links/passageNet';
import { makePassages, namesIn, type PassageRecord } from '../links/passages';
import { createStoryIndex } from '../links/stories';
import { compared } from '../links/storyFigures';
import { signatureOf } from '../links/storySignature';
import { createStrangers } from '../links/strangers';
import { isStill } from '../desk/articleProblems';
import { ArticleState, Body, NamedArticle, type Partners, type Surroundings } from './articleState';
import { handedOver } from './handover';
import type { Analysis, AnalysisHost, HostOptions } from './model';
import type { Moment } from './moment';
import { partsOfKeys, problemsKey } from './problemsKey';
import { createResidency } from './residency';
import { placedLinks, readSaved, type Saved } from './saved';
import { likenessChunk, savedChunks } from './saving';
import { createAnswers, snapshotOf, type Parts } from './snapshot';
import { createStateMap } from './stateMap';

/** So many articles are kept hot where nobody says otherwise. */
const usuallyHot = 400;
/** So many stay hot where much was read and nobody asks: a story or two. */
const hotAtRest = 60;
/** The share of what was saved that has come back when a folder counts as read. */
const mostAreHere = 0.9;

/** Makes an empty host. */
export function createAnalysisHost(
  initial: Config = defaultConfig,
  { wordVectors = noWordVectors, saved = null, mostHot = usuallyHot }: HostOptions = {},
): AnalysisHost {
  /** What another host has saved, until all of it that is of use was taken over. */
  let memory = saved && readSaved(saved);
  const vocabulary = memory?.vocabulary ?? createVocabulary();
  const residency = createResidency(mostHot);
  const fileNames = createFileNames();
  const order = createArticleOrder();
  const stories = createStoryIndex();
  const answers = createAnswers(vocabulary, residency, (id) => states.get(id) !== undefined);
  const { storyFigures, derived, changes, waiting } = answers;
  /** The figures of each article as they were last made: what still stands is taken over from them. */
  const lastFigures = new Map<ArticleId, ArticleFigures>();
  /** The same of their running text. */
  const lastProse = new Map<ArticleId, Prose>();
  /** The articles that were taken over from what was saved, by their number there: they stand while their passages do. */
  const restored = new Map<number, { readonly id: ArticleId; readonly pids: Int32Array }>();
  const states = createStateMap<ArticleId, ArticleState>();
  const net = createPassageNet(vocabulary, createMeaning(vocabulary, wordVectors), {
    unfoldedOf(folded) {
      const body = states.get(folded.articleId)?.body;
      return body?.folded === folded ? body.passagesAtHand : null;
    },
    strangers: memory?.hasMore ? createStrangers() : null,
  });
  /** What was made ready for edits, and how far one of them is. */
  const readied = new WeakSet<Body>();
  let readying: { readonly body: Body; step: number } | null = null;
  /** Whether it was taken over how alike the saved articles are, or tried. */
  let adopted = false;
  let config = initial;
  let desk = emptyDesk;
  let revision = 0;
  let lastVersion = 0;
  let heads = 0;
  let current: Analysis | null = null;
  /** The shared names when a snapshot was last made: messages have them in them. */
  let namesBefore = fileNames.shared();
  /** The states made since the last snapshot was handed out. */
  let unseen = new Set<ArticleState>();

  const parts: Parts = { ...answers, vocabulary, residency, net, order, revision: () => revision };

  const around: Surroundings = {
    vocabulary,
    residency,
    makeFigures(body) {
      const { id, text, claims, names, passagesAtHand } = body;
      const before = lastFigures.get(id) ?? null;
      const known = new Set(names);
      const figures = makeArticleFigures(id, text, compared(claims), vocabulary, known, before, passagesAtHand);
      if (states.get(id)) lastFigures.set(id, figures);
      return figures;
    },
    makeProse(body) {
      const { id } = body;
      const prose = makeProse(id, body.passages, vocabulary, lastProse.get(id));
      if (states.get(id)?.body === body) lastProse.set(id, prose);
      return prose;
    },
    cooled(body) {
      const { id } = body;
      if (states.get(id)?.body !== body) return;
      readied.delete(body);
      lastFigures.delete(id);
      lastProse.delete(id);
      storyFigures.forget(id);
      derived.forgetLinks(id);
    },
  };

  const stateOf = (article: NamedArticle, body: Body, partners: Partners) =>
    new ArticleState(article, body, partners, ++lastVersion);

  /** Called before every change: what was handed out stays as it was. */
  const begin = () => {
    revision++;
    if (!current) return;
    unseen = new Set();
    current = null;
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
    const links = net.links(id, own, before, (other) => states.get(other)?.body.told);
    const partners = new Map<ArticleId, FoldedLinks>();
    for (const [partner, { links: found, areKept }] of links) {
      const was = before.get(partner);
      const folded = areKept && was ? was : found.length > 0 ? foldLinks(found) : null;
      // A partner that is told nothing new stays as it is, with all that was made of it.
      const isSame = was && folded && sameItems(was, folded);
      if (!isSame && partner !== id) tell(partner, id, folded);
      if (folded) partners.set(partner, isSame ? was : folded);
    }
    return { partners, shared: sharedRemarks(id, links) };
  };

  const momentOf = (): Moment => {
    const clusters = stories.clusters();
    for (const id of stories.takeRegrouped()) changes.note(id, revision);
    const names = fileNames.shared();
    if (names !== namesBefore) changes.noteAll(revision);
    namesBefore = names;
    return { revision, states: states.view(), names, config, desk, clusters, heads };
  };

  /** Takes an article over as it was saved. Returns whether it could: its id and text are the same as then. */
  const restore = (article: Article, hash: number, memory: Saved): boolean => {
    const { id, text, name } = article;
    const saved = memory.take(id, hash);
    const pids = Int32Array.from({ length: saved?.passages.count ?? 0 }, () => net.nextPid());
    const made = saved && refold(id, saved.passages.bytes, pids, vocabulary);
    if (!made) return false;
    const { folded, records } = made;
    net.enter(folded, records);
    const names = namesIn(records);
    const { partners, shared } = relink(id, { passages: records, names }, new Map());
    for (const { number, links } of saved.partners) {
      const other = number === saved.number ? null : restored.get(number);
      if (other === undefined || (other && states.get(other.id)?.body.folded.pids !== other.pids)) continue;
      const placed = placedLinks(links, pids, other?.pids ?? pids);
      if (!placed) continue;
      const kept = foldLinks(placed);
      partners.set(other?.id ?? id, kept);
      if (!other) continue;
      tell(other.id, id, kept);
      const remarks = placed.filter(({ tentative }) => !tentative).length;
      if (remarks > 0) shared.set(other.id, remarks);
    }
    const body = new Body(id, text, hash, folded, names, saved.day, { packed: saved.claims }, around);
    const state = stateOf(new NamedArticle(name, body), body, partners);
    restored.set(saved.number, { id, pids });
    if (saved.problems) waiting.set(id, saved);
    noteChange(id, partners.keys());
    unseen.add(state);
    states.set(id, state);
    if (saved.day !== null) heads++;
    stories.set(id, { signature: signatureOf(records), shared, day: saved.day });
    return true;
  };

  /** Once nearly all articles are here that were saved, takes over how alike they are. */
  const adopt = () => {
    if (!memory || adopted || restored.size < memory.articles.length * mostAreHere) return;
    adopted = true;
    const { articles } = memory;
    const standing = new Map<number, ArticleId>();
    for (const [number, { id, pids }] of restored) {
      if (states.get(id)?.body.folded.pids === pids) standing.set(number, id);
    }
    const known = memory.likenesses()?.flatMap(([number, near]) => {
      const id = standing.get(number);
      const here = [...near].flatMap(([other, likeness]) => {
        const otherId = standing.get(other);
        return otherId === undefined ? [] : [[otherId, likeness] as const];
      });
      return id === undefined ? [] : [[id, new Map(here)] as const];
    });
    const gone = articles
      .filter(({ number }) => !standing.has(number))
      .map(({ id, passages }) => refold(id, passages.bytes, new Int32Array(passages.count), vocabulary)?.records);
    const isHere = new Set(standing.values());
    const fresh = [...states.entries()].flatMap(([id]) => (isHere.has(id) ? [] : [id]));
    if (known && gone.every((records) => records !== undefined)) {
      stories.adopt(known, { articles: articles.length, gone: gone.map(signatureOf), fresh });
    }
  };

  /** What is read from now on is read anew. */
  const forgetSaved = () => {
    memory = null;
    restored.clear();
  };

  /** Takes the passages of a new text in, and judges what they have in common with those of others. */
  const take = (
    article: Article,
    hash: number,
    passages: readonly PassageRecord[],
    known: ConstructorParameters<typeof Body>[6],
    day: string | null,
  ) => {
    const { id, name, text } = article;
    const old = states.get(id);
    const folded = net.replace(id, old?.body.passages ?? [], passages);
    const names = namesIn(passages);
    const { partners, shared } = relink(id, { passages, names }, old?.partners ?? new Map());
    const body = new Body(id, text, hash, folded, names, day, known, around);
    if (old && readied.has(old.body)) readied.add(body);
    old?.body.release();
    const state = stateOf(new NamedArticle(name, body), body, partners);
    noteChange(id, old?.partners.keys() ?? [], partners.keys());
    unseen.add(state);
    states.set(id, state);
    if (day !== (old?.body.day ?? null)) heads++;
    stories.set(id, { signature: signatureOf(passages), shared, day });
  };

  return {
    set(article, read, hashed) {
      const { id, text, name } = article;
      const old = states.get(id);
      const isSameText = old?.body.hasText(text) === true;
      if (isSameText && old.article.name === name) return;
      begin();
      residency.trim();
      rename(id, old?.article.name, name);
      waiting.delete(id);
      const hash = hashed ?? textHash(text);
      if (!old && memory?.hasMore && restore(article, hash, memory)) return;
      if (isSameText) {
        noteChange(id, old.partners.keys());
        states.set(id, stateOf(new NamedArticle(name, old.body), old.body, old.partners));
        return;
      }
      const bytes = read instanceof Uint8Array ? read : null;
      const reading = bytes && unpackReading(bytes);
      const bare = !old && reading && unpackPassages(id, reading.passages, () => net.nextPid(), vocabulary);
      if (bare) {
        take(article, hash, bare, { packed: reading.claims, bare }, reading.day);
        return;
      }
      const packed = reading?.claims ?? bytes ?? (read ? null : memory?.claimsOf(hash));
      const given = packed ? unpackClaims(packed, text) : read instanceof Uint8Array ? null : read;
      const claims = given ?? extractClaims(text);
      const before = old?.body.passages ?? [];
      const passages = makePassages(id, text, claims, before, vocabulary, () => net.nextPid());
      const known = { packed: (given && packed) ?? null, claims, passages };
      take(article, hash, passages, known, claims.dateline?.iso ?? null);
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
      old.body.release();
      waiting.delete(id);
      states.delete(id);
      derived.delete(id);
      storyFigures.forget(id);
      lastFigures.delete(id);
      lastProse.delete(id);
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
    prepare(most) {
      if (!net.settle()) return false;
      adopt();
      if (!stories.settle(most)) return false;
      // Whoever looked on while not all were compared couldn't be told whose story has become another.
      if (current && stories.areRegrouped()) begin();
      return true;
    },
    ready(id) {
      const state = states.get(id);
      if (!state || readied.has(state.body)) return true;
      const { body, partners } = state;
      if (readying?.body !== body) readying = { body, step: 0 };
      switch (readying.step++) {
        case 0:
          // What is found in a paragraph is kept with its words.
          extractClaims(body.text);
          return false;
        case 1:
          net.ready(
            id,
            { passages: body.passages, names: body.names },
            partners,
            (other) => states.get(other)?.body.told,
          );
          return false;
        default:
          (current ??= snapshotOf(momentOf(), parts)).figureLinksFrom(id);
          readied.add(body);
          readying = null;
          return true;
      }
    },
    rest() {
      if (adopted) forgetSaved();
      residency.rest(hotAtRest);
      net.rest();
      vocabulary.pieces.forget();
    },
    knows: (hash) => memory?.claimsOf(hash) !== undefined,
    save: () => {
      // A snapshot keeps its states as they are, whatever comes.
      const moment = momentOf();
      const { states: of } = moment;
      const snapshot = (current ??= snapshotOf(moment, parts));
      const keyPart = partsOfKeys(moment, (one) => of.get(one));
      const problemsOf = (state: ArticleState) => {
        const { id } = state.body;
        const kept = derived.standing(of, id, state)?.problems;
        if (!kept) return null;
        const story = snapshot.storyOf(id);
        const told = story?.articles.map((one) => of.get(one)?.version) ?? [];
        if (!isStill(kept, { ...moment, story, told })) return null;
        const key = problemsKey(state, story, moment, keyPart);
        return key === null ? null : { key, found: kept.found };
      };
      const all = new Map(of.entries());
      return savedChunks({
        vocabulary,
        states: all,
        problemsOf,
        likenesses: likenessChunk(all, stories.likenesses()),
      });
    },
    handOver() {
      const moment = momentOf();
      current ??= snapshotOf(moment, parts);
      return handedOver(moment, current.ids, vocabulary);
    },
    snapshot: () => (current ??= snapshotOf(momentOf(), parts)),
  };
}
