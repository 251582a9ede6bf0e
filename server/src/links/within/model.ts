import type { Span } from '../../core/span';
import type { Figure } from '../../claims/figures/model';

/** A figure of one article that another passage of the same article belies. */
export type Finding = HeadlineFinding | ListFinding | SumFinding | ChangeFinding | ConversionFinding;

/** The headline's figure is not the text's. */
export interface HeadlineFinding {
  readonly kind: 'headline';
  /** The figure in the headline. */
  readonly figure: Figure;
  /** What the text has for the same thing. */
  readonly body: Figure;
}

/** So many are announced above a list, and another number listed. */
export interface ListFinding {
  readonly kind: 'list';
  /** The figure that announces. */
  readonly figure: Figure;
  /** The list's items, in order. */
  readonly items: readonly Span[];
}

/** The parts don't make the total that they are given for. */
export interface SumFinding {
  readonly kind: 'sum';
  /** The total. */
  readonly figure: Figure;
  readonly parts: readonly Figure[];
  readonly sum: number;
}

/** A change that is not the difference of what it is said to be between. */
export interface ChangeFinding {
  readonly kind: 'change';
  /** The change as stated. */
  readonly figure: Figure;
  /** What it changed from and to: figures of one unit, or one figure that is a range. */
  readonly between: readonly Figure[];
  readonly from: number;
  readonly to: number;
  /** The size of the change in the stated figure's unit, unrounded. */
  readonly change: number;
}

/** A value in another unit, in brackets, that isn't the one before it. */
export interface ConversionFinding {
  readonly kind: 'conversion';
  /** The figure in brackets. */
  readonly figure: Figure;
  /** The figure before the brackets. */
  readonly original: Figure;
  /** The original in the unit of the figure, unrounded. */
  readonly converted: number;
}
