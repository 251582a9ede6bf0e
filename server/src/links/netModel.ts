import type { ArticleId } from '../core/article';
import type { FoldedLinks } from './foldedLinks';
import type { FoldedPassages } from './foldedPassages';
import type { Compared } from './likeness';
import type { Told } from './pairLinks';
import type { PassageRecord } from './passages';
import type { RawLink } from './quoteLinker';

/** Knows every passage and what it has in common with each other one, kept up to date by difference. */
export interface PassageNet {
  /** Hands out a number for a passage that has none yet; none is handed out twice. */
  nextPid(): number;
  /**
   * Takes in the passages of an article in place of those it had before; what stays is not compared anew where it was
   * compared lately. Returns them folded: so they are kept.
   */
  replace(id: ArticleId, before: readonly PassageRecord[], now: readonly PassageRecord[]): FoldedPassages;
  /**
   * Takes in the passages of a new article whose links to others that were entered are known: it is judged with strangers
   * alone, those that came by {@link PassageNet.replace}.
   */
  enter(folded: FoldedPassages, records: readonly PassageRecord[]): void;
  /**
   * Does some of what {@link PassageNet.enter} has put off, about a millisecond's worth: nobody need wait for it, but the
   * next to ask does. Returns whether that was all.
   */
  settle(): boolean;
  /**
   * Judges anew what an article has in common with each other one, and within itself, after {@link PassageNet.replace}.
   * `before` are its links as they were: an article there with an empty list now has nothing in common with it any more;
   * others that have nothing in common with it are left out. `told` knows the other articles.
   */
  links(
    id: ArticleId,
    own: Told,
    before: ReadonlyMap<ArticleId, FoldedLinks>,
    told: (id: ArticleId) => Told | undefined,
  ): ReadonlyMap<ArticleId, LinksNow>;
  /**
   * Makes ready what {@link PassageNet.replace} and {@link PassageNet.links} ask at an edit of an article as it stands. It
   * may take as long as an edit; afterwards an edit takes less.
   */
  ready(
    id: ArticleId,
    own: Told,
    links: ReadonlyMap<ArticleId, FoldedLinks>,
    told: (id: ArticleId) => Told | undefined,
  ): void;
  /** What a passage of no article has in common with those that are known; it is not kept. */
  likenesses(record: PassageRecord): readonly Compared[];
  /**
   * Lets go of passages that were only unfolded to compare them, and of what finds strangers fast: an article can be
   * entered all the same, and takes longer.
   */
  rest(): void;
  /**
   * The quotes that are alike to a passage of no article by their words of matter, though perhaps no two in a row: so many
   * at the most, those that share the most and the rarest.
   */
  kindred(record: PassageRecord, most: number): readonly Compared[];
  /** The article that a passage stands in; undefined for one that is gone. */
  articleOf(pid: number): ArticleId | undefined;
}

/** The links of an article to another one. */
export interface LinksNow {
  readonly links: readonly RawLink[];
  /** Whether they are known to be those that were folded before. */
  readonly areKept: boolean;
}
