import type { ArticleId } from '../../core/article';
import type { Span } from '../../core/span';

/** A place where an article names somebody: the first there with that spelling, or the words of an office. */
export interface NamePlace extends Span {
  readonly articleId: ArticleId;
  /** The words as they stand. */
  readonly text: string;
}

/**
 * - `spelling`: one name, spelled in two ways.
 * - `accents`: two ways that differ in accents alone, the plain one in an article that writes none: likely its style.
 * - `exonym`: one place under its local and its older English name.
 * - `office`: one person in two offices.
 */
export type VariantKind = 'spelling' | 'accents' | 'exonym' | 'office';

/** A name that other articles of the story, or other places of its own article, have otherwise. */
export interface NameVariant {
  readonly kind: VariantKind;
  /** Whom or what it names, as its article has it. */
  readonly name: string;
  readonly own: NamePlace;
  /** One place an article and spelling; those in this article first. */
  readonly others: readonly NamePlace[];
  /** How many articles of the story, this one included, have it as it stands here. */
  readonly alike: number;
  /** Whether so many more articles have it so that the others have the slip: worth a notice only where a source differs. */
  readonly settled: boolean;
}
