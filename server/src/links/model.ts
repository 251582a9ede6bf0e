import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Quote } from '../claims/model';

/** A span of an article: a quote, or a sentence without marks. */
export interface Passage extends Span {
  readonly articleId: ArticleId;
  /** Null: a sentence of the running text. */
  readonly quote: Quote | null;
}

/**
 * - `verbatim`: the same words.
 * - `excerpt`: one stands in the other, or they share a run of words, with nothing changed inside.
 * - `altered`: the same remark in different words.
 * - `reported`: the words stand unquoted in the other file.
 */
export type QuoteRelation = 'verbatim' | 'excerpt' | 'altered' | 'reported';

/**
 * One step of the way from one wording to the other. `marked` is a change that the writer shows: an ellipsis, a bracket.
 * `style` is one that newsrooms make by rule: U.N./UN, two/2, colour/color.
 */
export interface WordingStep {
  readonly kind: 'same' | 'style' | 'marked' | 'changed';
  /** The words in the link's `from` article; empty where words were added in the other. */
  readonly from: Span;
  /** The words in the link's `to` article; empty where words are missing there. */
  readonly to: Span;
  /** Whether a changed step changes a number, a name or the sense. */
  readonly grave: boolean;
}

/**
 * What a change of words puts at risk, the gravest first. `rendering`: the same remark put in other words throughout.
 * `style`: a matter of house style that some desks mind (a contraction written out, words in parentheses).
 */
export type ChangeGravity = 'number' | 'negation' | 'name' | 'words' | 'rendering' | 'style' | 'none';

/** Two passages that report the same words. */
export interface QuoteLink {
  readonly from: Passage;
  readonly to: Passage;
  readonly relation: QuoteRelation;
  /** 0 to 1: the share of words in common over the stretch that both have. Never shown to an editor. */
  readonly similarity: number;
  /** From the first word that both have to the last; words before and after are an excerpt's business. */
  readonly steps: readonly WordingStep[];
  readonly gravity: ChangeGravity;
  /** Whether it is only likely that the two report the same remark: worth showing, not worth a notice. */
  readonly tentative: boolean;
}
