import type { ArticleId } from '../core/article';
import { overlaps } from '../core/span';
import type { Claims, Quote } from '../claims/model';
import type { Vocabulary } from '../claims/normalize';
import type { QuoteLink } from './model';
import { materialize } from './materialize';
import { makePassages, type PassageRecord } from './passages';
import type { Compared } from './likeness';
import { judge, type RawLink } from './quoteLinker';

/** Of a longer text only the beginning is looked for, in UTF-16 units. */
const longestText = 20_000;
/** Where fewer passages than these surely report the words, those that are only like them are looked at as well. */
export const fewFound = 10;
/** So many of them. */
export const mostLike = 80;
/** The id under which the words looked for are compared; no article has it. */
const nowhere: ArticleId = '';
/** No passage of an article has this number. */
const queryPid = 0;

/** Words to look for, as a quote of no article that nobody is named for. Null where there are none. */
export function makeQuery(text: string, vocabulary: Vocabulary): PassageRecord | null {
  const words = text.slice(0, longestText);
  const all = { start: 0, end: words.length };
  const quote: Quote = {
    ...all,
    index: 0,
    text: words,
    kind: 'direct',
    outer: all,
    speaker: null,
    nestedIn: null,
    continues: null,
    display: false,
  };
  const claims: Claims = {
    paragraphs: [],
    sentences: [],
    quotes: [quote],
    faults: [],
    figures: [],
    names: [],
    dateline: null,
  };
  const [record] = makePassages(nowhere, words, claims, [], vocabulary, () => queryPid);
  return record && record.content.words.count > 0 ? record : null;
}

/**
 * Which of the passages that are like the words looked for report them: judged as between two articles, and where all of
 * the words stand in a passage unchanged, however few. `passages` knows them as they stand in the snapshot that is asked:
 * at a glance for comparing, whole for what is told; what it doesn't know is left out. `from` of a link is in the text that
 * was looked for.
 */
export function judgeFound(
  query: PassageRecord,
  likenesses: readonly Compared[],
  passages: Record<'glance' | 'whole', (pid: number) => PassageRecord | undefined>,
  vocabulary: Vocabulary,
): readonly QuoteLink[] {
  const byArticle = new Map<ArticleId, Compared[]>();
  for (const one of likenesses) {
    const articleId = passages.glance(otherOf(one))?.articleId;
    if (articleId === undefined) continue;
    const list = byArticle.get(articleId);
    if (list) list.push(one);
    else byArticle.set(articleId, [one]);
  }
  const recordOf = (pid: number): PassageRecord => passages.glance(pid) ?? query;
  return [...byArticle.values()].flatMap((list) => {
    const links = judge(list, recordOf, () => null, vocabulary);
    const known = new Set(links.map(otherOf));
    for (const one of list) if (!known.has(otherOf(one)) && standsWhole(query, one)) links.push(asLink(one, recordOf));
    return links.flatMap((link) => {
      const there = passages.whole(otherOf(link));
      return there ? materialize(link, query, there) : [];
    });
  });
}

/**
 * The passages that share enough of the words looked for to be the same remark, altered and cut: each as a tentative
 * link. Those in `known` are left out. `passages` as for {@link judgeFound}.
 */
export function likeFound(
  query: PassageRecord,
  likenesses: readonly Compared[],
  known: readonly QuoteLink[],
  passageOf: (pid: number) => PassageRecord | undefined,
): readonly QuoteLink[] {
  return likenesses.flatMap((one) => {
    const there = passageOf(otherOf(one));
    if (!there || known.some(({ to }) => to.articleId === there.articleId && overlaps(to, there))) return [];
    return materialize({ ...asLink(one, () => there), tentative: true }, query, there);
  });
}

const otherOf = ({ a, b }: Pick<RawLink, 'a' | 'b'>): number => (a === queryPid ? b : a);

const standsWhole = ({ content }: PassageRecord, { extent, comparison }: Compared): boolean =>
  comparison.relation !== 'altered' && extent.count === content.words.count;

function asLink(one: Compared, recordOf: (pid: number) => PassageRecord): RawLink {
  const { a, b, comparison } = one;
  const relation = recordOf(otherOf(one)).quote ? comparison.relation : 'reported';
  return { a, b, comparison, relation, tentative: false };
}
