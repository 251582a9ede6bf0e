import type { ArticleId } from '../core/article';
import type { QuoteLink } from '../links/model';
import { unfoldLinks } from '../links/foldedLinks';
import { materializeAll, type LinkedArticle } from '../links/materialize';
import type { ArticleProblems, Circumstances } from '../desk/articleProblems';
import type { ArticleState } from './articleState';
import type { States } from './moment';
import type { Residency } from './residency';

/** What was computed for one article, and the versions it was computed from: it holds as long as they do. */
export interface Derived {
  readonly version: number;
  readonly partners: readonly number[];
  /** Null while nobody asks for them. */
  links: readonly QuoteLink[] | null;
  problems: FoundProblems | null;
}

/** The problems of one article, and what they were found with beside its links. */
export interface FoundProblems extends Circumstances {
  readonly found: ArticleProblems;
}

/** Keeps what was computed for each article for as long as it holds. */
export interface DerivedStore {
  /** What was computed for an article, where it holds still. */
  standing(of: States, id: ArticleId, state: ArticleState): Derived | null;
  /** The same, or an empty place for it. */
  of(of: States, id: ArticleId, state: ArticleState): Derived;
  /** The links of an article. */
  links(of: States, id: ArticleId, state: ArticleState): readonly QuoteLink[];
  /** Lets go of the links of an article: they are made again when asked for. Its problems stay. */
  forgetLinks(id: ArticleId): void;
  delete(id: ArticleId): void;
}

/**
 * Makes an empty store.
 * @param isHere whether there is such an article now. Who holds an earlier analysis may ask for one that is gone, and nobody
 * would ever take that out again.
 */
export function createDerived(residency: Residency, isHere: (id: ArticleId) => boolean): DerivedStore {
  const derived = new Map<ArticleId, Derived>();

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

  const derivedOf = (of: States, id: ArticleId, state: ArticleState): Derived => {
    const known = standing(of, id, state);
    if (known) return known;
    const partners = [...state.partners.keys()].flatMap((partner) => of.get(partner)?.version ?? []);
    const fresh: Derived = { version: state.version, partners, links: null, problems: null };
    if (isHere(id)) derived.set(id, fresh);
    return fresh;
  };

  const linksIn = (of: States, id: ArticleId, state: ArticleState): readonly QuoteLink[] => {
    const known = derivedOf(of, id, state);
    // Links are let go of with the article: it is hot as long as they are used.
    residency.use(state.body);
    return (known.links ??= materializeAll(id, unfolded(state), (partner) => of.get(partner)));
  };

  return {
    standing,
    of: derivedOf,
    links: linksIn,
    forgetLinks(id) {
      const known = derived.get(id);
      if (known) known.links = null;
    },
    delete: (id) => void derived.delete(id),
  };
}

/** An article with its links as they are turned into offsets. */
function unfolded(state: ArticleState): LinkedArticle {
  const { byPid, partners } = state;
  return { byPid, partners: [...partners].map(([partner, links]) => [partner, unfoldLinks(links) ?? []] as const) };
}
