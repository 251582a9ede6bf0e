import type { Article } from './article';
import type { ProblemCode } from './config';

/** Why a difference was let stand, as somebody wrote it down. */
export interface Acceptance {
  readonly reason: string;
  /** Who accepted it; empty where that was not written down. */
  readonly by: string;
  /** When, in ISO 8601; empty where that was not written down. */
  readonly at: string;
}

/** What the people at the desk have declared of the articles: which are sources, and which differences may stand. */
export interface Desk {
  /** Whether any source is declared; without one all articles are peers. */
  readonly hasSources: boolean;
  /** Whether any difference was accepted. */
  readonly hasAccepted: boolean;
  /** Whether the article is what others are held against: a transcript, a press release, a wire original. */
  isSource(article: Article): boolean;
  /**
   * Looks up an accepted difference in constant time.
   * @param code the problem's code.
   * @param passages the texts of the passages that differ, in any order: one text for a problem that has no other side.
   * @returns null where that difference has not been accepted.
   */
  acceptance(code: ProblemCode, passages: readonly string[]): Acceptance | null;
  /** The same text for any two desks that accept the same; without it, what was found under one holds for no other. */
  readonly key?: string;
}

/** Nothing declared: all articles are peers and every difference is open. */
export const emptyDesk: Desk = {
  hasSources: false,
  hasAccepted: false,
  isSource: () => false,
  acceptance: () => null,
};
