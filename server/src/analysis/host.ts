import type { Article, ArticleId } from '../core/article';
import { createArticleOrder } from '../core/articleOrder';
import { defaultConfig, type Config } from '../core/config';
import { emptyDesk } from '../core/desk';
import { createFileNames } from '../core/displayNames';
import { textHash } from '../core/textHash';
import { noWordVectors } from '../core/wordVectors';
import { extractClaims } from '../claims/extract';
import { createVocabulary } from '../claims/normalize';
import { unpackClaims } from '../claims/packed';
import { unpackPassages, unpackReading } from '../links/reading';
import { makeArticleFigures, type ArticleFigures } from '../links/articleFigures';
import { makeProse, type Prose } from '../links/copies/prose';
import { createMeaning } from '../links/meaning';
import { createPassageNet } from '../links/passageNet';
import { makePassages, namesIn, type PassageRecord } from '../links/passages';
import { createStoryIndex } from '../links/stories';
import { compared } from '../links/storyFigures';
import { signatureOf } from '../links/storySignature';
import { createStrangers } from '../links/strangers';
import { Body, NamedArticle, type ArticleState, type Surroundings } from './articleState';
import { handedOver } from './handover';
import { createLinking, type Linked } from './linking';
import type { Analysis, AnalysisHost, HostOptions } from './model';
import type { Moment } from './moment';
import { keyedProblems } from './problemsKey';
import { createReadiness } from './readiness';
import { createResidency } from './residency';
import { createRestoring } from './restoring';
import { savedChunks } from './saving';
import { createAnswers, snapshotOf, type Parts } from './snapshot';
import { createStateMap } from './stateMap';

/** So many articles are kept hot where nobody says otherwise. */
const usuallyHot = 400;
/** So many stay hot where much was read and nobody asks: a story or two. */
const hotAtRest = 60;

const nobody: readonly ArticleId[] = [];

/** Makes an empty host. */
export function createAnalysisHost(
  initial: Config = defaultConfig,
  { wordVectors = noWordVectors, saved = null, mostHot = usuallyHot }: HostOptions = {},
): AnalysisHost {
  // What was saved is named in no closure below, so that it goes when whoever restores from it lets go of it.
  const vocabulary = saved?.vocabulary ?? createVocabulary();
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
  const states = createStateMap<ArticleId, ArticleState>();
  const net = createPassageNet(vocabulary, createMeaning(vocabulary, wordVectors), {
    unfoldedOf(folded) {
      const body = states.get(folded.articleId)?.body;
      return body?.folded === folded ? body.passagesAtHand : null;
    },
    strangers: saved?.hasMore ? createStrangers() : null,
  });
  const linking = createLinking(states, net);
  let config = initial;
  let desk = emptyDesk;
  let revision = 0;
  let heads = 0;
  let current: Analysis | null = null;
  /** The shared names when a snapshot was last made: messages have them in them. */
  let namesBefore = fileNames.shared();

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
      readiness.cooled(body);
      lastFigures.delete(id);
      lastProse.delete(id);
      storyFigures.forget(id);
      derived.forgetLinks(id);
    },
  };

  /** Called before every change: what was handed out stays as it was. */
  const begin = () => {
    revision++;
    if (!current) return;
    linking.handedOut();
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

  /** An article, with all that are linked to it, is to be looked at again. */
  const noteChange = (id: ArticleId, ...partners: readonly Iterable<ArticleId>[]) => {
    changes.note(id, revision);
    for (const ids of partners) for (const partner of ids) changes.note(partner, revision);
  };

  const momentOf = (): Moment => {
    const clusters = stories.clusters();
    // Who has looked at this revision wouldn't be told.
    if (stories.areRegrouped() && current) begin();
    for (const id of stories.takeRegrouped()) changes.note(id, revision);
    const names = fileNames.shared();
    if (names !== namesBefore) changes.noteAll(revision);
    namesBefore = names;
    return { revision, states: states.view(), names, config, desk, clusters, heads };
  };

  const snapshot = (): Analysis => (current ??= snapshotOf(momentOf(), parts));
  const readiness = createReadiness(states, net, snapshot);

  /** Puts an article's new state in, with all that follows from it; `old` is the one before, if any. */
  const put = (name: string, body: Body, { partners, shared }: Linked, old?: ArticleState) => {
    const { id, day, about } = body;
    const state = linking.stateOf(new NamedArticle(name, body), body, partners);
    noteChange(id, old?.partners.keys() ?? nobody, partners.keys());
    linking.put(id, state);
    if (day !== (old?.body.day ?? null)) heads++;
    stories.set(id, { signature: about.signature, shared, day });
  };

  const restoring = createRestoring(saved, { vocabulary, net, states, linking, stories, waiting, around, put });

  /** Takes the passages of a new text in, and judges what they have in common with those of others. */
  const take = (
    article: Article,
    hash: number,
    passages: readonly PassageRecord[],
    known: ConstructorParameters<typeof Body>[5],
    day: string | null,
  ) => {
    const { id, name } = article;
    const old = states.get(id);
    const folded = net.replace(id, old?.body.passages ?? [], passages);
    const about = { names: namesIn(passages), signature: signatureOf(passages) };
    const linked = linking.relink(id, { passages, names: about.names }, old?.partners ?? new Map());
    const body = new Body(article, hash, folded, about, day, known, around);
    if (old) readiness.edited(old.body, body);
    old?.body.release();
    put(name, body, linked, old);
  };

  return {
    set(article, read, hashed) {
      const { id, name } = article;
      const old = states.get(id);
      const isSameText = old?.body.hasText(article.text) === true;
      if (isSameText && old.article.name === name) return;
      begin();
      residency.trim();
      rename(id, old?.article.name, name);
      waiting.delete(id);
      const hash = hashed ?? textHash(article.text);
      // Its text is not so much as looked at: it may be as it was sent.
      if (!old && restoring.restore(article, hash)) return;
      const { text } = article;
      if (isSameText) {
        noteChange(id, old.partners.keys());
        states.set(id, linking.stateOf(new NamedArticle(name, old.body), old.body, old.partners));
        return;
      }
      const bytes = read instanceof Uint8Array ? read : null;
      const reading = bytes && unpackReading(bytes);
      const bare = !old && reading && unpackPassages(id, reading.passages, () => net.nextPid(), vocabulary);
      if (bare) {
        take(article, hash, bare, { packed: reading.claims, bare }, reading.day);
        return;
      }
      const packed = reading?.claims ?? bytes ?? (read ? null : restoring.claimsOf(hash));
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
      for (const partner of old.partners.keys()) if (partner !== id) linking.tell(partner, id, null);
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
      restoring.adopt();
      if (!stories.settle(most)) return false;
      // Whoever looked on while not all were compared couldn't be told whose story has become another.
      if (current && stories.areRegrouped()) begin();
      return true;
    },
    ready(id) {
      const state = states.get(id);
      return !state || readiness.ready(state);
    },
    rest() {
      restoring.rest();
      residency.rest(hotAtRest);
      net.rest();
      vocabulary.pieces.forget();
    },
    knows: (hash) => restoring.knows(hash),
    save: () => {
      // A snapshot keeps its states as they are, whatever comes.
      const moment = momentOf();
      current ??= snapshotOf(moment, parts);
      const all = new Map(moment.states.entries());
      return savedChunks({
        vocabulary,
        words: vocabulary.forms.length,
        states: all,
        problemsOf: keyedProblems(moment, current, derived),
        likenesses: stories.likenesses(),
      });
    },
    handOver() {
      const moment = momentOf();
      current ??= snapshotOf(moment, parts);
      return handedOver(moment, current.ids, vocabulary);
    },
    snapshot,
  };
}
