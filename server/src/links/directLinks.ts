import type { ArticleId } from '../core/article';
import type { ArticleFigures } from './articleFigures';
import { linkGroups, yearOf, type RawFigureLink } from './figureLinker';
import type { DirectLinks } from './figureLinks';
import type { FigureRecord } from './figureRecords';

/** Answers which figures of two articles are about the same thing, `a` in the first; keeps the answer while both stand. */
export type PairLinks = (a: ArticleFigures, b: ArticleFigures) => readonly RawFigureLink[];

type Records = readonly FigureRecord[];
type Links = readonly RawFigureLink[];

/** Makes an empty memory for pairs of articles. What is known of a text is let go with it. */
export function createPairLinks(): PairLinks {
  const known = new WeakMap<Records, WeakMap<Records, Links>>();
  const groups = new WeakMap<Records, WeakMap<Records, { readonly year: number; readonly links: Links }>>();

  /** An edit changes the figures of a group or two: what was found between the others holds. */
  const linkGroup = (a: Records, b: Records, year: number): Links => {
    const ofA = inner(groups, a);
    let found = ofA.get(b);
    if (found?.year !== year) ofA.set(b, (found = { year, links: linkGroups(a, b, year) }));
    return found.links;
  };

  const link = (a: ArticleFigures, b: ArticleFigures): Links => {
    const year = a.ownYear ?? b.ownYear ?? yearOf(a.records, b.records);
    const links: RawFigureLink[] = [];
    for (const [group, ofA] of a.groups) {
      const ofB = b.groups.get(group);
      if (ofB) for (const one of linkGroup(ofA, ofB, year)) links.push(one);
    }
    return links;
  };

  return (a, b) => {
    if (a.records.length === 0 || b.records.length === 0) return [];
    const ofA = inner(known, a.records);
    let links = ofA.get(b.records);
    if (links) return links;
    // The pair is asked for from both sides; it is linked once, the first by id first.
    const inOrder = a.articleId <= b.articleId;
    const found = inOrder ? link(a, b) : link(b, a);
    const turned = found.map(({ a: x, b: y, relation, similarity, tentative }) => ({
      a: y,
      b: x,
      relation,
      similarity,
      tentative,
    }));
    ofA.set(b.records, (links = inOrder ? found : turned));
    inner(known, b.records).set(a.records, inOrder ? turned : found);
    return links;
  };
}

/** The direct links of a story's articles, kept up to date by difference. */
export interface DirectNet extends DirectLinks {
  /** Takes the articles as they are now. Returns whether any of their records have changed. */
  update(articles: readonly ArticleFigures[]): boolean;
}

/** What an article's figures are linked to. */
interface Table {
  readonly agreeing: Map<FigureRecord, Map<ArticleId, RawFigureLink[]>>;
  readonly differing: Map<FigureRecord, Map<ArticleId, RawFigureLink[]>>;
}

/** Makes a net of no articles. An article's links are looked for when first asked about. */
export function createDirectNet(between: PairLinks): DirectNet {
  let articles = new Map<ArticleId, ArticleFigures>();
  const tables = new Map<ArticleId, Table>();

  const enter = (table: Table, other: ArticleId, links: Links) => {
    for (const link of links) {
      const side = link.relation === 'agrees' ? table.agreeing : table.differing;
      let byArticle = side.get(link.a);
      if (!byArticle) side.set(link.a, (byArticle = new Map<ArticleId, RawFigureLink[]>()));
      const list = byArticle.get(other);
      if (list) list.push(link);
      else byArticle.set(other, [link]);
    }
  };

  const leave = (table: Table, other: ArticleId, links: Links) => {
    for (const { a } of links) {
      table.agreeing.get(a)?.delete(other);
      table.differing.get(a)?.delete(other);
    }
  };

  const tableOf = (id: ArticleId): Table | null => {
    let table = tables.get(id);
    const own = articles.get(id);
    if (table || !own) return table ?? null;
    table = { agreeing: new Map(), differing: new Map() };
    for (const other of articles.values()) if (other !== own) enter(table, other.articleId, between(own, other));
    tables.set(id, table);
    return table;
  };

  return {
    update(now) {
      const changed = now.filter(({ articleId, records }) => articles.get(articleId)?.records !== records);
      const isSame = now.length === articles.size;
      if (changed.length === 0 && isSame) return false;
      // One by one: what two that have both changed have in common is entered with the second.
      if (!isSame || changed.length > now.length / 2) {
        tables.clear();
        articles = new Map(now.map((one) => [one.articleId, one]));
        return true;
      }
      for (const one of changed) {
        const before = articles.get(one.articleId);
        tables.delete(one.articleId);
        articles.set(one.articleId, one);
        for (const [id, table] of tables) {
          const other = articles.get(id);
          if (!other) continue;
          if (before) leave(table, one.articleId, between(other, before));
          enter(table, one.articleId, between(other, one));
        }
      }
      return true;
    },
    agreeing: (record) => tableOf(record.articleId)?.agreeing.get(record) ?? none,
    differing: (record) => tableOf(record.articleId)?.differing.get(record) ?? none,
  };
}

const none: ReadonlyMap<ArticleId, Links> = new Map();

function inner<V>(map: WeakMap<Records, WeakMap<Records, V>>, key: Records): WeakMap<Records, V> {
  let found = map.get(key);
  if (!found) map.set(key, (found = new WeakMap<Records, V>()));
  return found;
}
