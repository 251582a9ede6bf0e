import type { ArticleId } from '../../core/article';
import { textHash } from '../../core/textHash';
import type { ArticleName, Claims } from '../../claims/model';
import type { Story } from '../model';
import { surnameVariants } from './bySurname';
import { exonymVariants } from './exonyms';
import { officeVariants } from './inOffices';
import { namesInStory, type NamedArticle, type NameRef } from './inStory';
import type { NamePlace, NameVariant, VariantKind } from './model';
import { spellingVariants } from './spelled';

/** An article whose names can be had. */
export interface WithNames {
  readonly article: { readonly text: string };
  readonly claims: Claims;
}

/** Answers how the names of an article stand otherwise in its story, and keeps the answer as long as no name changes. */
export interface StoryNames {
  /**
   * The variants of an article's names, in the order of the text. `articleOf` knows the articles of the story; an article
   * without a story is held against itself alone.
   */
  variants(
    id: ArticleId,
    article: WithNames,
    story: Story | null,
    articleOf: (id: ArticleId) => WithNames | undefined,
  ): readonly NameVariant[];
}

/** A place in a story: a spelling of a name, or one of its offices. */
export type RawPlace = NameRef | { readonly article: number; readonly name: number; readonly office: number };

/** A variant by the numbers of articles and names, so that it holds however the texts around the names change. */
export interface RawVariant {
  readonly kind: VariantKind;
  readonly own: RawPlace;
  readonly others: readonly RawPlace[];
  readonly alike: number;
}

type Found = ReadonlyMap<number, readonly RawVariant[]>;

/** What was found, and for which names. */
interface Answer {
  readonly signatures: readonly number[];
  readonly found: Found;
}

const mostAlone = 32;

/** Makes an empty memory: one answer a story. What is known of a story is let go with its list of articles. */
export function createStoryNames(): StoryNames {
  const known = new WeakMap<object, Answer>();
  /** Of articles without a story, those asked for last: the ones being edited. */
  const alone = new Map<ArticleId, Answer>();
  const recall = (id: ArticleId, story: Story | null) => (story ? known.get(story.articles) : alone.get(id));
  const keep = (id: ArticleId, story: Story | null, answer: Answer) => {
    if (story) {
      known.set(story.articles, answer);
      return;
    }
    alone.delete(id);
    alone.set(id, answer);
    const [oldest] = alone.keys();
    if (alone.size > mostAlone && oldest !== undefined) alone.delete(oldest);
  };
  return {
    variants(id, article, story, articleOf) {
      const ids = story?.articles ?? [id];
      const all = ids.map((one) => (one === id ? article : articleOf(one)));
      const signatures = all.map((one) => (one ? signatureOf(one) : 0));
      let last = recall(id, story);
      if (!last || !signatures.every((signature, i) => signature === last?.signatures[i])) {
        last = { signatures, found: findVariants(all.map((one, i) => namedArticle(ids[i] ?? id, one))) };
        keep(id, story, last);
      }
      const place = (raw: RawPlace) => placeOf(raw, ids, all);
      return (last.found.get(ids.indexOf(id)) ?? [])
        .flatMap(({ kind, own, others, alike }): NameVariant[] => {
          const here = place(own);
          const there = others.flatMap((other) => place(other) ?? []);
          const name = article.claims.names[own.name]?.spellings ?? [];
          if (kind === 'exonym' && [here, ...there].some((one) => one?.articleId === id && isExplained(article, one)))
            return [];
          return here
            ? [{ kind, name: longest(name), own: here, others: there, alike, settled: isSettled({ alike, others }) }]
            : [];
        })
        .sort((a, b) => a.own.start - b.own.start);
    },
  };
}

/** "also known as Burma", "(formerly Burma)": the other name of a place stands there on purpose. */
const isExplained = ({ article }: WithNames, { start }: NamePlace): boolean =>
  /(?:\b(?:known as|called|named|formerly|once|spelled|spelt|or|is|as)|\()\s+(?:the\s+)?[“"‘']?$/i.test(
    article.text.slice(Math.max(0, start - 30), start),
  ) || article.text.charAt(start - 1) === '(';

const longest = (spellings: readonly { readonly text: string }[]): string =>
  spellings.reduce((one, { text }) => (text.length > one.length ? text : one), '');

function placeOf(
  raw: RawPlace,
  ids: readonly ArticleId[],
  articles: readonly (WithNames | undefined)[],
): NamePlace | null {
  const name = articles[raw.article]?.claims.names[raw.name];
  const span = 'office' in raw ? name?.offices[raw.office] : name?.spellings[raw.spelling];
  const articleId = ids[raw.article];
  if (!span || articleId === undefined) return null;
  const skip = 'skip' in raw ? raw.skip : 0;
  return { articleId, start: span.start + skip, end: span.end, text: span.text.slice(skip) };
}

const namedArticle = (id: ArticleId, article: WithNames | undefined): NamedArticle => ({
  id,
  names: article?.claims.names ?? [],
  ranks: article ? ranksOf(article.claims.names) : [],
  accented: article ? isAccented(article) : false,
});

/** The order in which the spellings of all names first stand in the text. */
function ranksOf(names: readonly ArticleName[]): readonly (readonly number[])[] {
  const starts = names.flatMap(({ spellings }) => spellings.map(({ start }) => start)).sort((a, b) => a - b);
  const ranks = new Map(starts.map((start, rank) => [start, rank]));
  return names.map(({ spellings }) => spellings.map(({ start }) => ranks.get(start) ?? 0));
}

const isAccented = ({ article }: WithNames): boolean => /[\u00c0-\u024f]/.test(article.text);

/** By the text as it is held: of an article that nobody has asked about for long the names need not be made again for it. */
const signatures = new WeakMap<WithNames['article'], number>();

/** All that the variants of a story depend on in one article: not the places of the names, which every edit moves. */
function signatureOf(article: WithNames): number {
  const known = signatures.get(article.article);
  if (known !== undefined) return known;
  const parts = [String(isAccented(article)), ranksOf(article.claims.names).join(' ')];
  for (const { spellings, offices, roles, gender, weight } of article.claims.names) {
    for (const { text, count } of spellings) parts.push(text, String(count));
    for (const { rank, field } of offices) parts.push(rank, field);
    parts.push(roles.join(' '), String(gender), String(weight), '');
  }
  const signature = textHash(parts.join('\n'));
  signatures.set(article.article, signature);
  return signature;
}

/** All variants of a story, by the number of the article: one a name and article, with every other spelling in it. */
function findVariants(articles: readonly NamedArticle[]): Found {
  const names = namesInStory(articles);
  const found = new Map<number, RawVariant[]>();
  for (const variant of [
    ...spellingVariants(names, articles),
    ...surnameVariants(articles),
    ...exonymVariants(articles),
    ...officeVariants(names, articles),
  ]) {
    const list = found.get(variant.own.article);
    if (list) list.push(variant);
    else found.set(variant.own.article, [variant]);
  }
  return found;
}

/** Where so many times as many articles have a name so, the others have the slip, and a notice in each would be a flood. */
const settledBy = 5;

const isSettled = ({ alike, others }: Pick<RawVariant, 'alike' | 'others'>): boolean =>
  alike >= settledBy * new Set(others.map(({ article }) => article)).size;
