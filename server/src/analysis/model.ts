import type { Article, ArticleId } from '../core/article';
import type { Config } from '../core/config';
import type { Desk } from '../core/desk';
import type { Steps } from '../core/steps';
import type { LoadWordVectors } from '../core/wordVectors';
import type { Claims } from '../claims/model';
import type { Copy } from '../links/copies/copies';
import type { FigureLink, QuoteLink, Story } from '../links/model';
import type { Problem } from '../rules/rule';
import type { AcceptedProblem } from '../desk/articleProblems';
import type { Handover } from './handover';
import type { Saved } from './saved';

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
  /** What two articles have in common in their running text; null where that is nothing worth telling. */
  copyBetween(a: ArticleId, b: ArticleId): Copy | null;
  /** What the article has in common with the others of its story, `from` always this one, in the order of names. */
  copiesOf(id: ArticleId): readonly Copy[];
  /** The article's problems in the order of `start`; computed when first asked for and kept while it holds. */
  problems(id: ArticleId): readonly Problem[];
  /** Works out what `problems` says, a part at each step: for whoever lets others have their turn between two. */
  approach(id: ArticleId): Steps<void>;
  /** The differences of the article that were accepted: no problems, and shown as accepted. In the order of `start`. */
  accepted(id: ArticleId): readonly AcceptedProblem[];
  /** The declared sources that a draft is held against, in the order of names; none for a source itself. */
  sourcesFor(id: ArticleId): readonly ArticleId[];
  /**
   * Where words of no article stand in the articles, in no order: as quotes or in the running text, as they are, cut or in
   * other words; tentative where a quote only shares most of the words. `from` of each link is in `text`, under an empty
   * id. Empty for a text without words.
   */
  find(text: string): readonly QuoteLink[];
  /**
   * The articles whose links or problems may be others than at an earlier revision, with those that came and went; null
   * where that may be all of them. Grows with what has changed, not with the folder.
   */
  changedSince(revision: number): ReadonlySet<ArticleId> | null;
  /**
   * Lets go of what was made of articles because somebody asked, when nobody will ask about them soon: it is made again.
   * Their problems stay.
   */
  letGo(ids: readonly ArticleId[]): void;
  /** What was declared of the articles: sources, and differences that may stand. */
  readonly desk: Desk;
  /** The name to show for an article: its file name, or its path where two files have the same name. */
  nameOf(id: ArticleId): string;
}

/** What is known at one moment, in another thread than that of the host: it answers the same, but finds no words of no article. */
export type AnalysisCopy = Omit<Analysis, 'find' | 'changedSince'>;

/** Holds the articles, applies changes by difference, hands out snapshots. The one door to the core. */
export interface AnalysisHost {
  /**
   * Adds an article, or replaces its text or name. Never throws.
   * @param claims what `extractClaims` says of its text, or the same packed by `packClaims`, or what a text reader of
   * `links/reading.ts` has made of it, where somebody has asked that already; bytes that are unsound count as none.
   * @param hash what `textHash` makes of its text, where somebody has reckoned that already.
   */
  set(article: Article, claims?: Claims | Uint8Array, hash?: number): void;
  /** Removes an article; nothing happens where it isn't known. */
  delete(id: ArticleId): void;
  configure(config: Config): void;
  /** What counts as a source, and which differences may stand; held until it is told anew. */
  setDesk(desk: Desk): void;
  snapshot(): Analysis;
  /**
   * Works off what is only needed when all stories are asked about at once, as after reading a folder: a part of it, the
   * greater the more `most` is (20 take some 5 ms). Returns whether nothing is left. The answers are the same without.
   */
  prepare(most: number): boolean;
  /** Lets go of what nobody has asked for lately and of what reading many articles leaves behind: it is made again. */
  rest(): void;
  /**
   * Makes ready, a part at each call, what an edit of an article will ask, so that the first one takes no longer than those
   * after it: for an article that somebody has opened. Returns whether nothing is left. The answers are the same without.
   */
  ready(id: ArticleId): boolean;
  /**
   * Whether a text with this hash (`textHash` of `core/textHash.ts`) is among what was `saved`: `set` then needs no claims
   * for it.
   */
  knows(textHash: number): boolean;
  /**
   * What is known of all articles, as bytes for the option `saved` of a later host of the same version; the articles' texts
   * are not in it. Made chunk by chunk as it is asked for, some milliseconds each, so that the caller can breathe in between;
   * it tells of the moment in which it was called, whatever changes meanwhile; only how alike the articles are, whose stories
   * follow from it, is then left out and found anew.
   */
  save(): Iterable<Uint8Array>;
  /** What is known now, for another thread to answer from (`takenOver`). */
  handOver(): Handover;
}

/** What a host takes from the outside world; nothing of it is needed. */
export interface HostOptions {
  /** The table that tells words of like meaning, asked for when two quotes may be one remark in other words. */
  readonly wordVectors?: LoadWordVectors;
  /**
   * What `save` of another host has given, as `readSaved` reads it, for this host alone. An article whose id and text are in
   * it is taken over by `set` instead of being read and compared.
   */
  readonly saved?: Saved | null;
  /**
   * How many articles are kept unfolded, ready to be asked about; of the others only what the index needs is kept, and the
   * rest is made again when it is asked for. The answers are the same.
   */
  readonly mostHot?: number;
}
