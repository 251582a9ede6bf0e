import type { ArticleId } from '../core/article';
import type { ArticleFigures } from './articleFigures';
import { mayDiffer, relationOf } from './figureComparison';
import type { RawFigureLink } from './figureLinker';
import type { FigureRecord } from './figureRecords';

/** Figures that one figure is linked to, by their article; the figure itself is `a` of each link. */
export type LinksByArticle = ReadonlyMap<ArticleId, readonly RawFigureLink[]>;

/** How two articles of a story link each of their figures, when nothing else is asked than the two. */
export interface DirectLinks {
  agreeing(record: FigureRecord): LinksByArticle;
  differing(record: FigureRecord): LinksByArticle;
}

/** Settles what the figures of a story have to do with one another. */
export interface Settlement {
  /** The links of an article's figures, each the same from either end but for its order. */
  linksOf(figures: ArticleFigures): readonly RawFigureLink[];
}

/**
 * Settles what two articles alone can't tell by the others of their story: a figure that differs from one file's differs
 * from all that agree with that; where an article has both values, each for its own thing, nothing is said to differ; and
 * nothing is said of a series. All that is decided of two figures is decided of the pair, so both ends have the same.
 * @param isWide whether the story has so many articles that nothing is followed on: there is enough to see.
 */
export function settle(direct: DirectLinks, isWide: boolean): Settlement {
  const decided = new Map<FigureRecord, Differences>();

  const differencesOf = (record: FigureRecord): Differences => {
    let known = decided.get(record);
    if (!known) decided.set(record, (known = findDifferences(record)));
    return known;
  };

  const findDifferences = (a: FigureRecord): Differences => {
    if (direct.differing(a).size === 0 && (isWide || !agreesWithDiffering(a, direct))) return nothing;
    const sure = new Map<FigureRecord, number>();
    const doubtful: RawFigureLink[] = [];
    const settled = (link: RawFigureLink) => !link.tentative && !areToldApart(link.a, link.b, direct);
    for (const links of direct.differing(a).values()) {
      for (const link of links) {
        if (settled(link)) sure.set(link.b, link.similarity);
        else doubtful.push(link);
      }
    }
    const own = new Set(sure.keys());
    const add = (c: FigureRecord, similarity: number) => {
      if (own.has(c) || c.articleId === a.articleId) return;
      const known = sure.get(c);
      if (known === undefined && !canDiffer(a, c, direct)) return;
      sure.set(c, Math.max(known ?? 0, similarity));
    };
    if (!isWide) {
      for (const b of own) {
        eachSure(direct.agreeing(b), (link) => {
          add(link.b, Math.min(sure.get(b) ?? 0, link.similarity));
        });
      }
      eachSure(direct.agreeing(a), ({ b, similarity }) => {
        eachSure(direct.differing(b), (link) => {
          if (link.b.articleId !== a.articleId && settled(link)) add(link.b, Math.min(similarity, link.similarity));
        });
      });
    }
    if (sure.size === 0 && doubtful.length === 0) return nothing;
    const values = new Set([...sure.keys()].map(valueOf));
    return { sure, doubtful: doubtful.filter(({ b }) => !sure.has(b)), isSeries: values.size >= series };
  };

  return {
    linksOf({ records }) {
      const links: RawFigureLink[] = [];
      for (const a of records) {
        for (const agreeing of direct.agreeing(a).values()) for (const link of agreeing) links.push(link);
        const { sure, doubtful, isSeries } = differencesOf(a);
        for (const link of doubtful) links.push(link.tentative ? link : { ...link, tentative: true });
        for (const [b, similarity] of sure) {
          const tentative = isSeries || differencesOf(b).isSeries;
          links.push({ a, b, relation: 'differs', similarity, tentative });
        }
      }
      return links;
    },
  };
}

/** What one figure differs from. */
interface Differences {
  /** Surely, but for series; with how alike what they are about is. */
  readonly sure: ReadonlyMap<FigureRecord, number>;
  readonly doubtful: readonly RawFigureLink[];
  /** Whether so many others differ, each in its own way, that every article has its own of it. */
  readonly isSeries: boolean;
}

/** How many values make a series. */
const series = 3;

const valueOf = ({ quantity, figure }: FigureRecord): string =>
  quantity ? `${quantity.value} ${quantity.max}` : (figure.iso ?? figure.text);

const nothing: Differences = { sure: new Map(), doubtful: [], isSeries: false };

/** Whether a figure that this one agrees with differs from any. */
function agreesWithDiffering(a: FigureRecord, direct: DirectLinks): boolean {
  for (const links of direct.agreeing(a).values()) {
    for (const { b } of links) if (direct.differing(b).size > 0) return true;
  }
  return false;
}

function eachSure(byArticle: LinksByArticle, visit: (link: RawFigureLink) => void): void {
  for (const links of byArticle.values()) for (const link of links) if (!link.tentative) visit(link);
}

/** Whether two figures may be said to differ because of what a third says. */
function canDiffer(a: FigureRecord, b: FigureRecord, direct: DirectLinks): boolean {
  const [x, y] = a.articleId < b.articleId ? [a, b] : [b, a];
  return relationOf(x, y) === 'differs' && mayDiffer(x, y) && !areToldApart(x, y, direct);
}

/** Whether an article, be it one of the two, has both values, each for another figure: then they are two things. */
function areToldApart(a: FigureRecord, b: FigureRecord, direct: DirectLinks): boolean {
  const likeA = direct.agreeing(a);
  const likeB = direct.agreeing(b);
  // One that surely has the other's value in another place has told the two apart.
  if (hasSure(likeA.get(b.articleId)) || hasSure(likeB.get(a.articleId))) return true;
  for (const [article, ofA] of likeA) {
    const ofB = likeB.get(article);
    // One figure that both agree with ("more than 40") tells nothing.
    if (ofB && hasOther(ofA, ofB) && hasOther(ofB, ofA)) return true;
  }
  return false;
}

const hasOther = (links: readonly RawFigureLink[], than: readonly RawFigureLink[]): boolean =>
  links.some(({ b }) => than.every((other) => other.b !== b));

const hasSure = (links: readonly RawFigureLink[] | undefined): boolean =>
  links?.some(({ tentative }) => !tentative) ?? false;
