import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import { foldLinks, type FoldedLinks } from '../links/foldedLinks';
import { sharedRemarks } from '../links/netLinks';
import type { PassageNet } from '../links/netModel';
import type { Told } from '../links/pairLinks';
import { ArticleState, type Body, type NamedArticle, type Partners } from './articleState';
import type { StateMap } from './stateMap';

/** What an article has in common with others: its links to each, and how many remarks it surely shares with it. */
export interface Linked {
  readonly partners: Map<ArticleId, FoldedLinks>;
  readonly shared: Map<ArticleId, number>;
}

/** Writes down on both sides how articles are linked: a link changes the state of the one at its other end as well. */
export interface Linking {
  /** The next state of an article, which is nowhere put yet. */
  stateOf(article: NamedArticle, body: Body, partners: Partners): ArticleState;
  /** Puts an article's new state in the place of the one before. */
  put(id: ArticleId, state: ArticleState): void;
  /** Writes down with an article how it is now linked to another; null: not at all. */
  tell(partner: ArticleId, id: ArticleId, links: FoldedLinks | null): void;
  /** Judges anew what an article has in common with each other one, and tells those of which it is something else. */
  relink(id: ArticleId, own: Told, before: Partners): Linked;
  /** The states that stand were handed out: none of them changes in place from now on. */
  handedOut(): void;
}

/** @param states where the states of all articles are kept. */
export function createLinking(states: StateMap<ArticleId, ArticleState>, net: Pick<PassageNet, 'links'>): Linking {
  let lastVersion = 0;
  /** The states made since the last snapshot was handed out. */
  let unseen = new Set<ArticleState>();

  const stateOf = (article: NamedArticle, body: Body, partners: Partners) =>
    new ArticleState(article, body, partners, ++lastVersion);

  const put = (id: ArticleId, state: ArticleState) => {
    unseen.add(state);
    states.set(id, state);
  };

  const tell = (partner: ArticleId, id: ArticleId, links: FoldedLinks | null) => {
    const state = states.get(partner);
    if (!state || (!links && !state.partners.has(id))) return;
    // A state that no snapshot has seen may change in place: a folder's articles tell one another of each new one.
    const partners = unseen.has(state) ? (state.partners as Map<ArticleId, FoldedLinks>) : new Map(state.partners);
    if (links) partners.set(id, links);
    else partners.delete(id);
    if (unseen.has(state)) return;
    put(partner, stateOf(state.article, state.body, partners));
  };

  return {
    stateOf,
    put,
    tell,
    relink(id, own, before) {
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
    },
    handedOut() {
      unseen = new Set();
    },
  };
}
