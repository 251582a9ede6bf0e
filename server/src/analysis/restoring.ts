import type { Article, ArticleId } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import { foldLinks } from '../links/foldedLinks';
import { refold } from '../links/foldedPassages';
import type { PassageNet } from '../links/netModel';
import type { StoryIndex } from '../links/storyIndex';
import { Body, type ArticleState, type Surroundings } from './articleState';
import type { Linked, Linking } from './linking';
import { placedLinks, type Saved, type SavedArticle } from './saved';
import type { StateMap } from './stateMap';

/** The share of what was saved that has come back when a folder counts as read. */
const mostAreHere = 0.9;

/** Takes over what another host has saved, article by article as they come. */
export interface Restoring {
  /** Takes an article over as it was saved. Returns whether it could: its id and text are the same as then. */
  restore(article: Article, hash: number): boolean;
  /** Whether a text was saved, under whatever id. */
  knows(hash: number): boolean;
  /** The packed claims of such a text, in a buffer of their own; undefined where there are none. */
  claimsOf(hash: number): Uint8Array | undefined;
  /** Once nearly all articles are here that were saved, has it taken over how alike they are. */
  adopt(): void;
  /** Lets go of what was saved: what is read from now on is read anew. */
  rest(): void;
}

/** Where that which is taken over has its place. */
export interface RestoringParts {
  readonly vocabulary: Vocabulary;
  readonly net: Pick<PassageNet, 'nextPid' | 'enter'>;
  readonly states: StateMap<ArticleId, ArticleState>;
  readonly linking: Linking;
  readonly stories: Pick<StoryIndex, 'adopt'>;
  /** Takes what was saved of articles whose problems were not asked for yet. */
  readonly waiting: Map<ArticleId, SavedArticle>;
  readonly around: Surroundings;
  /** Puts an article in that was not here. */
  readonly put: (name: string, body: Body, linked: Linked) => void;
}

/** @param from what was saved; null where nothing was: then nothing is taken over. */
export function createRestoring(from: Saved | null, parts: RestoringParts): Restoring {
  const { vocabulary, net, states, linking, stories, waiting, around, put } = parts;
  /** What another host has saved, until all of it that is of use was taken over. */
  let memory = from;
  /** The articles that were taken over from what was saved, by their number there: they stand while their passages do. */
  const restored = new Map<number, { readonly id: ArticleId; readonly pids: Int32Array }>();
  /** Whether it was taken over how alike the saved articles are, or tried. */
  let adopted = false;

  return {
    restore(article, hash) {
      const { id, name } = article;
      if (!memory?.hasMore) return false;
      const taken = memory.take(id, hash);
      // What was saved of the whole folder lies in one piece, which goes when nothing holds a part of it.
      const saved = taken && { ...taken, ...ownBytes(taken) };
      const pids = Int32Array.from({ length: saved?.passages.count ?? 0 }, () => net.nextPid());
      const made = saved && refold(id, saved.passages.bytes, pids, vocabulary);
      if (!made) return false;
      const { folded, records } = made;
      net.enter(folded, records);
      const { about } = saved;
      const linked = linking.relink(id, { passages: records, names: about.names }, new Map());
      for (const { number, links } of saved.partners) {
        const other = number === saved.number ? null : restored.get(number);
        if (other === undefined || (other && states.get(other.id)?.body.folded.pids !== other.pids)) continue;
        const placed = placedLinks(links, pids, other?.pids ?? pids);
        if (!placed) continue;
        const kept = foldLinks(placed);
        linked.partners.set(other?.id ?? id, kept);
        if (!other) continue;
        linking.tell(other.id, id, kept);
        const remarks = placed.filter(({ tentative }) => !tentative).length;
        if (remarks > 0) linked.shared.set(other.id, remarks);
      }
      restored.set(saved.number, { id, pids });
      if (saved.problems) waiting.set(id, saved);
      put(name, new Body(article, hash, folded, about, saved.day, { packed: saved.claims }, around), linked);
      return true;
    },
    knows: (hash) => memory?.knows(hash) === true,
    claimsOf: (hash) => memory?.claimsOf(hash)?.slice(),
    adopt() {
      if (!memory || adopted || restored.size < memory.articles.length * mostAreHere) return;
      adopted = true;
      const { articles } = memory;
      const standing = new Map<number, ArticleId>();
      for (const [number, { id, pids }] of restored) {
        if (states.get(id)?.body.folded.pids === pids) standing.set(number, id);
      }
      const gone = articles.filter(({ number }) => !standing.has(number)).map(({ about }) => about.signature);
      const isHere = new Set(standing.values());
      const fresh = [...states.entries()].flatMap(([id]) => (isHere.has(id) ? [] : [id]));
      const likenesses = { known: memory.likenesses(), idOf: (number: number) => standing.get(number) };
      stories.adopt(likenesses, { articles: articles.length, gone, fresh });
    },
    rest() {
      memory = null;
      restored.clear();
      // Whoever wanted their problems has asked; those of the others are found anew.
      waiting.clear();
    },
  };
}

/** The bytes of an article that are kept as long as it is, in a buffer of their own. */
function ownBytes({ claims, passages }: SavedArticle): Pick<SavedArticle, 'claims' | 'passages'> {
  const own = new Uint8Array(claims.length + passages.bytes.length);
  own.set(claims);
  own.set(passages.bytes, claims.length);
  return {
    claims: own.subarray(0, claims.length),
    passages: { count: passages.count, bytes: own.subarray(claims.length) },
  };
}
