import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { overlaps, overlapSearch } from '../core/span';
import type { Claims } from '../claims/model';
import type { Problem } from '../rules/rule';
import { conflictsOf } from './attention';
import { claimantOf, isDated, speakerOf, type NamedSpeaker } from './lookup';

/** What a coloured word is, by its place in this list. `speaker`: the mention of whoever said words or gave a figure. */
export const tokenTypes = ['quote', 'speaker', 'figure', 'date'] as const;
export type TokenType = (typeof tokenTypes)[number];

/** `conflict`: a problem of some weight stands here. `unsure`: who is meant is a guess. */
export const tokenModifiers = ['conflict', 'unsure'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of an article and what it is. */
export interface ReadingToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * An article's quotes with their marks, their speakers, its figures and dates, in order and without overlap: a figure in
 * a quote parts it in two. The words of a transcript have no colour, for they are all of it; nor have titles and other
 * words in marks that nobody said. Empty for an article that isn't known.
 * @param within only tokens that share a character with this stretch.
 */
export function tokensOf(analysis: Analysis, id: ArticleId, within?: Span): readonly ReadingToken[] {
  const claims = analysis.get(id)?.claims;
  if (!claims) return [];
  const conflictsIn = overlapSearch(conflictsOf(analysis, id));
  const layers = [quotesOf(claims), mentionsOf(claims), figuresOf(claims)].map((layer) =>
    withoutOverlap(within ? layer.filter((one) => overlaps(one, within)) : layer),
  );
  const tokens = layers.reduce(paintedOver, []);
  return tokens.map((one) => {
    const differs = one.type !== 'speaker' && conflictsIn(one.whole).some((problem) => isAbout(problem, one));
    const { start, end, type } = one;
    return { start, end, type, modifiers: differs ? ['conflict', ...one.modifiers] : one.modifiers };
  });
}

/** A token with the whole of the quote or the figure that it is a part of. */
interface Coloured extends ReadingToken {
  readonly whole: Span;
}

const coloured = (
  type: TokenType,
  { start, end }: Span,
  whole: Span,
  modifiers: readonly TokenModifier[] = [],
): Coloured => ({ start, end, type, whole, modifiers });

const quotesOf = (claims: Claims): readonly Coloured[] =>
  claims.quotes
    .filter(({ kind, nestedIn }) => (kind === 'direct' || kind === 'partial') && nestedIn === null)
    .map((quote) => coloured('quote', quote.outer, quote));

function mentionsOf(claims: Claims): readonly Coloured[] {
  const mentions = new Map<number, Coloured>();
  const add = (mention: Span | null, who: NamedSpeaker | null): void => {
    if (!mention || !who || mention.start >= mention.end) return;
    const known = mentions.get(mention.start);
    // One mention may serve many quotes: it is a guess only where none of them is sure of it.
    if (known && (known.modifiers.length === 0 || !who.sure)) return;
    mentions.set(mention.start, coloured('speaker', mention, mention, who.sure ? [] : ['unsure']));
  };
  for (const quote of claims.quotes) if (quote.kind !== 'scare') add(quote.speaker, speakerOf(quote));
  for (const figure of claims.figures) add(figure.claimant, claimantOf(figure));
  return [...mentions.values()];
}

const figuresOf = (claims: Claims): readonly Coloured[] =>
  claims.figures.map((figure) => coloured(isDated(figure) ? 'date' : 'figure', figure, figure));

/** Whether a problem there is about what was coloured: a quote that differs says nothing of the figures in it, nor they of it. */
const isAbout = (problem: Problem, { type }: Coloured): boolean =>
  (type === 'quote') === problem.code.startsWith('quote-');

/** In the order of `start`; of two that overlap the first stays. */
function withoutOverlap(layer: readonly Coloured[]): readonly Coloured[] {
  let end = -1;
  return [...layer]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => one.start >= end && (end = one.end) >= 0);
}

/** Two layers as one, the upper in the place of what it covers of the lower. Both are in order and without overlap. */
function paintedOver(lower: readonly Coloured[], upper: readonly Coloured[]): readonly Coloured[] {
  const painted: Coloured[] = [];
  let next = 0;
  let covered = 0;
  for (const one of lower) {
    let at = Math.max(one.start, covered);
    for (let top = upper[next]; top && top.start < one.end; top = upper[++next]) {
      if (top.start > at) painted.push({ ...one, start: at, end: top.start });
      painted.push(top);
      covered = top.end;
      at = Math.max(at, covered);
    }
    if (at < one.end) painted.push({ ...one, start: at });
  }
  return [...painted, ...upper.slice(next)];
}
