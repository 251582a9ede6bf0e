import type { ArticleId } from '../core/article';
import type { Signature } from './storySignature';

/** What the stories are worked out from, of one article. */
export interface StoryEvidence {
  readonly signature: Signature;
  /** How many remarks the article shares with each other one, word for word or nearly so. */
  readonly shared: ReadonlyMap<ArticleId, number>;
  /** The day the article gives as its own, in ISO 8601, or null. */
  readonly day: string | null;
}

/** How alike an article is to others, in steps. */
export type Near = ReadonlyMap<ArticleId, number>;

/** How alike the articles of a folder were. */
export interface KnownLikenesses {
  /** Each pair once; returns in the end whether that was all. */
  readonly known: Iterator<readonly [number, number, likeness: number], boolean>;
  /** The article of a number; undefined where it isn't here as it was. */
  readonly idOf: (number: number) => ArticleId | undefined;
}

/** Articles that report the same events, in the order of ids. Stays the same object as long as it has the same members. */
export type Cluster = readonly ArticleId[];

/** The groups at one moment. Once it has said which group an article is in, it says so for ever. */
export interface Clusters {
  /** The group of an article; undefined where it is by itself. */
  get(id: ArticleId): Cluster | undefined;
  /** All groups, by article: the same object as long as they are the same. Articles by themselves are left out. */
  all(): ReadonlyMap<ArticleId, Cluster>;
  /** Whether all are known: else each takes some milliseconds to tell. */
  readonly areKnown: boolean;
}

/**
 * Groups articles by what they report. Articles go in and out one by one; only those that an edit concerns are compared
 * anew. The groups follow from the articles alone, whatever the order in which they came.
 */
export interface StoryIndex {
  /** Adds an article, or replaces what is known of it. `shared` counts for both sides. */
  set(id: ArticleId, evidence: StoryEvidence): void;
  delete(id: ArticleId): void;
  /**
   * The groups as of now. While many articles wait to be compared, as in a folder that is being read, each group is worked
   * out when it is asked for, from its own articles alone, or with all others where that takes less: it is the same as in the
   * end. Asked for the first time after another change, such a group is that of then.
   */
  clusters(): Clusters;
  /**
   * Compares up to so many of the articles that wait, some 0.1 ms each, and forms groups for as long. Returns whether nothing
   * is left to do: then all groups are known at once.
   */
  settle(most: number): boolean;
  /**
   * How alike each article is to others, in whole steps, where that is worth keeping; none while articles wait. Read one
   * after the other, it ends as soon as something has changed.
   */
  likenesses(): Iterable<readonly [ArticleId, Near]>;
  /**
   * Takes over the likenesses of a folder that had so many `articles`: those of its articles that are `gone`, and those here
   * that are `fresh`, are all in which it differed. That is done part by part, as all that waits for `settle`, and what has
   * to be compared all the same waits with it.
   */
  adopt(
    likenesses: KnownLikenesses,
    folder: { readonly articles: number; readonly gone: readonly Signature[]; readonly fresh: readonly ArticleId[] },
  ): void;
  /** Whether there are any whose group has become another since they were last taken. */
  areRegrouped(): boolean;
  /** The articles whose group has become another since this was last asked, with those that are gone. */
  takeRegrouped(): ReadonlySet<ArticleId>;
}
