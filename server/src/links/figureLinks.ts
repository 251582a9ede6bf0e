import type { FigureRecord } from './figureRecords';
import { mayDiffer, relationOf } from './figureComparison';
import { linkFigures, type RawFigureLink } from './figureLinker';
import type { FigureLink, FigurePassage } from './model';

/** The figures of one article. The same list as long as the article's text is the same. */
export type FigureRecords = readonly FigureRecord[];

/** Answers which figures of two articles are about the same thing, and keeps the answer as long as both stand. */
export type PairLinks = (a: FigureRecords, b: FigureRecords) => readonly RawFigureLink[];

/** Makes an empty memory for pairs of articles. What is known of a text is let go with it. */
export function createPairLinks(): PairLinks {
  const known = new WeakMap<FigureRecords, WeakMap<FigureRecords, readonly RawFigureLink[]>>();
  const ask = (a: FigureRecords, b: FigureRecords): readonly RawFigureLink[] => {
    let ofA = known.get(a);
    if (!ofA) known.set(a, (ofA = new WeakMap<FigureRecords, readonly RawFigureLink[]>()));
    let links = ofA.get(b);
    if (!links) ofA.set(b, (links = linkFigures(a, b)));
    return links;
  };
  return (a, b) => {
    if (a.length === 0 || b.length === 0) return [];
    // The pair is asked for from both sides; it is linked once, the first by id first.
    if ((a[0]?.articleId ?? '') <= (b[0]?.articleId ?? '')) return ask(a, b);
    return ask(b, a).map((link) => ({ ...link, a: link.b, b: link.a }));
  };
}

/**
 * The figure links of one article to the others of its story, `from` always in it, in the order of `from.start`. What
 * two articles alone can't tell is settled by the others: a figure that differs from one file's differs from all that
 * agree with that; and where an article has both values, each for its own thing, nothing is said to differ.
 */
export function figureLinksOf(
  own: FigureRecords,
  others: readonly FigureRecords[],
  between: PairLinks,
): readonly FigureLink[] {
  const direct = others.flatMap((other) => between(own, other));
  const links = direct.map((link) =>
    link.relation === 'differs' && !link.tentative && someHasBoth(link, own, others, between)
      ? { ...link, tentative: true }
      : link,
  );
  return withoutSeries(widen(links, others, between))
    .map(materialize)
    .sort(
      (x, y) => x.from.start - y.from.start || compareText(x.to.articleId, y.to.articleId) || x.to.start - y.to.start,
    );
}

/** A figure that so many others differ from, each in its own way, is one of a kind that every article has its own of. */
const series = 3;

function withoutSeries(links: readonly RawFigureLink[]): readonly RawFigureLink[] {
  const values = new Map<FigureRecord, Set<string>>();
  for (const { a, b, relation, tentative } of links) {
    if (relation !== 'differs' || tentative) continue;
    const key = b.quantity ? `${b.quantity.value} ${b.quantity.max}` : (b.figure.iso ?? b.figure.text);
    const known = values.get(a);
    if (known) known.add(key);
    else values.set(a, new Set([key]));
  }
  return links.map((link) =>
    link.relation === 'differs' && (values.get(link.a)?.size ?? 0) >= series ? { ...link, tentative: true } : link,
  );
}

/** Whether a third article agrees with both sides, each time with another figure: then they are two things. */
function someHasBoth(
  { a, b }: RawFigureLink,
  own: FigureRecords,
  others: readonly FigureRecords[],
  between: PairLinks,
): boolean {
  const theirs = others.find((records) => records[0]?.articleId === b.articleId);
  if (!theirs) return false;
  return others.some((third) => {
    if (third === theirs) return false;
    const likeA = between(own, third).filter((link) => link.a === a && link.relation === 'agrees');
    if (likeA.length === 0) return false;
    const likeB = between(theirs, third).filter((link) => link.a === b && link.relation === 'agrees');
    // One figure that both agree with ("more than 40") tells nothing.
    return likeB.some((link) => likeA.every((other) => other.b !== link.b));
  });
}

/**
 * Adds to each sure difference the figures of further articles that agree with the other side, and to each sure agreement
 * those that the other side differs from: what one article may say of another's figure holds for all that have it.
 */
function widen(
  links: readonly RawFigureLink[],
  others: readonly FigureRecords[],
  between: PairLinks,
): readonly RawFigureLink[] {
  const all = [...links];
  const recordsOf = new Map(others.map((records) => [records[0]?.articleId, records]));
  const add = (a: FigureRecord, b: FigureRecord, similarity: number) => {
    if (relationOf(a, b) !== 'differs' || !mayDiffer(a, b)) return;
    const added: RawFigureLink = { a, b, relation: 'differs', similarity, tentative: false };
    const at = all.findIndex((one) => one.a === a && one.b === b);
    if (at >= 0) all[at] = added;
    // An article that has this figure too has told them apart.
    else if (!all.some((one) => one.a === a && one.relation === 'agrees' && one.b.articleId === b.articleId)) {
      all.push(added);
    }
  };
  const isWide = others.length > mostCompared;
  for (const { a, b, relation, similarity, tentative } of links) {
    if (tentative || (relation === 'agrees' && isWide)) continue;
    const theirs = recordsOf.get(b.articleId);
    if (!theirs) continue;
    const wanted = relation === 'differs' ? 'agrees' : 'differs';
    for (const third of others) {
      if (third === theirs) continue;
      for (const link of between(theirs, third)) {
        if (link.a !== b || link.relation !== wanted || link.tentative) continue;
        add(a, link.b, Math.min(similarity, link.similarity));
      }
    }
  }
  return all;
}

/** In a story of more articles agreements aren't followed on: there is enough to see. */
const mostCompared = 40;

function materialize({ a, b, relation, similarity, tentative }: RawFigureLink): FigureLink {
  return { from: passageOf(a), to: passageOf(b), relation, similarity: Math.min(1, similarity), tentative };
}

function passageOf({ articleId, figure }: FigureRecord): FigurePassage {
  return { articleId, start: figure.start, end: figure.end, figure };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
