import type { ArticleId } from '../../core/article';
import type { Span } from '../../core/span';
import { commonPassages, type CommonPassage } from './passages';
import { commonFingerprints, type Prose, type Wording } from './prose';

/** What one article has in common with another in its running text: quoted words are no sign of a copy. */
export interface Copy {
  readonly from: ArticleId;
  readonly to: ArticleId;
  /** The share of the words of `from` that stand in `to`, 0 to 1. */
  readonly share: number;
  /** The share of the words of `to` that stand in `from`, 0 to 1. */
  readonly shareOfTo: number;
  /** How many words they have in common. */
  readonly words: number;
  /** Where, in the order of `from`. Spans reach from the first common word to the last, over a few other words between. */
  readonly passages: readonly CopiedPassage[];
  /** Whether one of them has so much from the other, or both from a third, that they are no two sources. */
  readonly oneSource: boolean;
}

export interface CopiedPassage {
  readonly from: Span;
  readonly to: Span;
  /** How many words of it stand in both. */
  readonly words: number;
}

/** An article whose running text can be had. */
export interface WithProse {
  /** Makes it when first asked, and gives the same object from then on. */
  readonly prose: () => Prose;
}

/** Knows what two articles have in common as long as both stand as they are. */
export interface Copies {
  /** @returns null where they have nothing in common that is worth telling, and for an article and itself. */
  between(a: WithProse, b: WithProse): Copy | null;
  /** Whether the two are one source, as {@link Copy.oneSource} tells; sooner than `between` does. */
  areOneSource(a: WithProse, b: WithProse): boolean;
}

/**
 * From this share on, of either article, the two are one source. Measured: reports of one event by outlets that write for
 * themselves share 6% at most; a rewrite sentence by sentence a third; two editions of one wire story 30% and more.
 */
const oneSourceFrom = 0.3;
/** Fewer words in common are two sentences of background, or a notice that a site sets under all that it prints. */
const fewestWords = 60;
/** Articles that share fewer of their fingerprints share less than a sixth of their words, and mostly nothing. */
const fewestFingerprints = 0.08;

/** Makes an empty memory. */
export function createCopies(): Copies {
  const known = new WeakMap<Wording, WeakMap<Wording, Common | null>>();

  /** What two articles have in common, the first by id first: so that both sides tell of the same passages. */
  const common = (from: Prose, to: Prose): Common | null => {
    const before = known.get(from.wording)?.get(to.wording);
    if (before !== undefined) return before;
    const found = commonFingerprints(from.wording, to.wording) < fewestFingerprints ? null : compare(from, to);
    const byOther = known.get(from.wording);
    if (byOther) byOther.set(to.wording, found);
    else known.set(from.wording, new WeakMap([[to.wording, found]]));
    return found;
  };

  const inOrder = (a: Prose, b: Prose) => (a.articleId <= b.articleId ? ([a, b] as const) : ([b, a] as const));

  return {
    between(one, other) {
      const [a, b] = [one.prose(), other.prose()];
      if (a === b) return null;
      const [from, to] = inOrder(a, b);
      const found = common(from, to);
      if (!found) return null;
      const copy = copyOf(found, from, to);
      return a === from ? copy : turned(copy);
    },
    areOneSource(one, other) {
      const [a, b] = [one.prose(), other.prose()];
      return a !== b && common(...inOrder(a, b))?.oneSource === true;
    },
  };
}

/** What the words of two articles have in common, wherever they stand. */
interface Common extends Pick<Copy, 'share' | 'shareOfTo' | 'words' | 'oneSource'> {
  readonly passages: readonly CommonPassage[];
}

function compare({ wording: from }: Prose, { wording: to }: Prose): Common | null {
  const passages = commonPassages(from, to);
  const words = passages.reduce((sum, passage) => sum + wordsOf(passage), 0);
  if (words === 0) return null;
  const share = words / from.count;
  const shareOfTo = words / to.count;
  const oneSource = words >= fewestWords && Math.max(share, shareOfTo) >= oneSourceFrom;
  return { share, shareOfTo, words, passages, oneSource };
}

function copyOf({ passages, share, shareOfTo, words, oneSource }: Common, from: Prose, to: Prose): Copy {
  return {
    from: from.articleId,
    to: to.articleId,
    share,
    shareOfTo,
    words,
    passages: passages.map((passage) => ({
      from: spanOf(passage, from, 'a'),
      to: spanOf(passage, to, 'b'),
      words: wordsOf(passage),
    })),
    oneSource,
  };
}

function turned(copy: Copy): Copy {
  const passages = copy.passages.map(({ from, to, words }) => ({ from: to, to: from, words }));
  return {
    ...copy,
    from: copy.to,
    to: copy.from,
    share: copy.shareOfTo,
    shareOfTo: copy.share,
    passages: passages.sort((a, b) => a.from.start - b.from.start),
  };
}

const wordsOf = (passage: CommonPassage): number => passage.reduce((sum, run) => sum + run.length, 0);

function spanOf(passage: CommonPassage, prose: Prose, side: 'a' | 'b'): Span {
  const first = passage[0]?.[side] ?? 0;
  const last = passage.at(-1);
  return { start: prose.starts[first] ?? 0, end: last ? (prose.ends[last[side] + last.length - 1] ?? 0) : 0 };
}

/** Beyond so many articles nobody asks which of them are copies, and every one counts. */
const mostCounted = 40;

/**
 * Groups articles by source: each group is one source. Groups, and the articles in each, keep the order given. An article
 * that holds two others which have nothing in common goes with one of them. `isCopy` says the same both ways.
 */
export function sourcesOf<A>(articles: readonly A[], isCopy: (a: A, b: A) => boolean): readonly (readonly A[])[] {
  if (articles.length < 2 || articles.length > mostCounted) return articles.map((one) => [one]);
  const asked = articles.map((one, i) => articles.slice(0, i).map((other) => one !== other && isCopy(one, other)));
  const areCopies = (i: number, k: number) => asked[Math.max(i, k)]?.[Math.min(i, k)] === true;
  if (!asked.some((row) => row.includes(true))) return articles.map((one) => [one]);
  const order = articles.map((_, i) => i);
  const degrees = order.map((i) => order.filter((k) => areCopies(i, k)).length);
  const degree = (i: number) => degrees[i] ?? 0;
  const groups: number[][] = [];
  for (const i of order.sort((x, y) => degree(x) - degree(y) || x - y)) {
    const group = groups.find(([leader]) => leader !== undefined && areCopies(i, leader));
    if (group) group.push(i);
    else groups.push([i]);
  }
  return groups
    .map((group) => group.sort((x, y) => x - y))
    .sort(([x = 0], [y = 0]) => x - y)
    .map((group) => group.flatMap((i) => articles[i] ?? []));
}
