import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
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
  /** What a changed step puts at risk; `style` for a step of style that some desks mind; `none` for the others. */
  readonly gravity: ChangeGravity;
}

/**
 * What a change of words puts at risk, the gravest first. `tense`: the same verb in another tense. `rendering`: the same
 * remark put in other words throughout. `grammar`: small words alone differ, such as articles and prepositions. `style`: a matter of house style that some desks mind (a contraction written out, words in parentheses).
 */
export type ChangeGravity =
  'number' | 'negation' | 'name' | 'words' | 'tense' | 'rendering' | 'grammar' | 'style' | 'none';

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
  /** Whether what they mean shows that they are one remark, and not the words that they share. */
  readonly byMeaning: boolean;
}

/** A figure and the article it stands in. */
export interface FigurePassage extends Span {
  readonly articleId: ArticleId;
  readonly figure: Figure;
}

/** - `agrees`: both can be true. `differs`: they can't, or one of them is more than rounding away from the other. */
export type FigureRelation = 'agrees' | 'differs';

/** Two figures that are about the same thing, for the same time, by the same claimant. */
export interface FigureLink {
  readonly from: FigurePassage;
  readonly to: FigurePassage;
  readonly relation: FigureRelation;
  /** 0 to 1: how alike what they are about is. Never shown to an editor. */
  readonly similarity: number;
  /** Whether it is only likely that the two are about the same thing: worth showing, not worth a notice. */
  readonly tentative: boolean;
}

/** Articles that report the same events. */
export interface Story {
  /** "s1", "s2" ...: by the first of its articles in the order of names. */
  readonly id: string;
  /** In the order of names. */
  readonly articles: readonly ArticleId[];
  /** The day that most of its articles give as their own, in ISO 8601; null where none gives one. */
  readonly date: string | null;
}
