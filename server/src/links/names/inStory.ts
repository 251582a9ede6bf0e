import type { ArticleId } from '../../core/article';
import type { Gender } from '../../claims/givenNames';
import type { ArticleName } from '../../claims/model';
import { prepositions } from '../../claims/vocabulary';
import type { NameWord } from './alike';
import { compareNames, nameWords, type NamesCompared } from './compared';

/** The names of one article. */
export interface NamedArticle {
  readonly id: ArticleId;
  readonly names: readonly ArticleName[];
  /** By name and spelling: the how manieth spelling in the text it is, by the first place of each. */
  readonly ranks: readonly (readonly number[])[];
  /** Whether it writes accents anywhere. */
  readonly accented: boolean;
}

/** Where a name stands: the number of its article, of the name there, and of the spelling. */
export interface NameRef {
  readonly article: number;
  readonly name: number;
  readonly spelling: number;
  /** So many UTF-16 units of the spelling stand before the name: "Democrat " in "Democrat Ada Roe". */
  readonly skip: number;
}

/** One spelling of a whole name throughout a story. Titles, initials and capitals play no part in it. */
export interface StoryName {
  readonly words: readonly NameWord[];
  /** Its first place in each article, by the article's number. */
  readonly places: Map<number, NameRef>;
  readonly roles: Set<string>;
  gender: Gender | null;
  /** Above zero: most likely a person. */
  weight: number;
}

/** Two spellings that may be one name. */
export interface NamePair {
  readonly a: StoryName;
  readonly b: StoryName;
  readonly as: NamesCompared;
}

/** Gathers the names of two words and more that a story's articles have, in the order of the articles. */
export function namesInStory(articles: readonly NamedArticle[]): readonly StoryName[] {
  const all = new Map<string, StoryName>();
  articles.forEach(({ names }, article) => {
    names.forEach((name, n) => {
      name.spellings.forEach(({ text }, spelling) => {
        const words = nameWords(text);
        if (words.length < 2 || isRunTogether(text) || prepositions.has(words.at(-1)?.plain ?? '')) return;
        const key = keyOf(words);
        let known = all.get(key);
        if (!known) {
          known = { words, places: new Map(), roles: new Set(), gender: null, weight: 0 };
          all.set(key, known);
        }
        if (!known.places.has(article)) known.places.set(article, { article, name: n, spelling, skip: 0 });
        for (const role of name.roles) known.roles.add(role);
        known.gender ??= name.gender;
        known.weight += name.weight;
      });
    });
  });
  return withoutForewords(all, articles);
}

const keyOf = (words: readonly NameWord[]): string => words.map(({ plain }) => plain).join(' ');

/** Two words that lost the space between them, as captions do: "PhotoAda". "MacDonald" and "DelGiudice" are names. */
const isRunTogether = (text: string): boolean => /\p{Ll}{4}\p{Lu}/u.test(text);

/** "Russian Ada Roe", "Democrat Ada Roe": where the story has the name without the first words, it is that name. */
function withoutForewords(
  all: ReadonlyMap<string, StoryName>,
  articles: readonly NamedArticle[],
): readonly StoryName[] {
  const kept: StoryName[] = [];
  for (const name of all.values()) {
    const shorter = shorterOf(name, all);
    if (!shorter) {
      kept.push(name);
      continue;
    }
    for (const [article, ref] of name.places) {
      if (shorter.places.has(article)) continue;
      const text = articles[article]?.names[ref.name]?.spellings[ref.spelling]?.text ?? '';
      const [first] = shorter.words;
      shorter.places.set(article, { ...ref, skip: first ? startOf(text, first) : 0 });
    }
  }
  return kept;
}

/** Where in a spelling a word of the name stands, in UTF-16 units; 0 where it doesn't. */
export function startOf(text: string, word: NameWord): number {
  let found = 0;
  for (const match of text.matchAll(/\S+/g)) {
    if (nameWords(match[0])[0]?.plain === word.plain) found = match.index;
  }
  return found;
}

/** The shortest end of a name that the story has by itself. */
function shorterOf({ words, places }: StoryName, all: ReadonlyMap<string, StoryName>): StoryName | undefined {
  for (let from = words.length - 2; from > 0; from--) {
    const shorter = all.get(keyOf(words.slice(from)));
    // as often at least: a name may have lost its first word somewhere
    if (shorter && shorter.places.size >= places.size) return shorter;
  }
  return undefined;
}

/** So many names of one kind are held against one another; more are a list. */
const mostInBucket = 40;

/** The pairs that may be one name in two spellings. Only names that share a word or sound alike are compared. */
export function pairsAmong(names: readonly StoryName[]): readonly NamePair[] {
  const buckets = new Map<string, StoryName[]>();
  const pairs: NamePair[] = [];
  for (const name of names) {
    const met = new Set<StoryName>();
    for (const key of bucketsOf(name.words)) {
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [name]);
        continue;
      }
      for (const other of bucket) {
        if (met.has(other)) continue;
        met.add(other);
        const as = compareNames(other.words, name.words);
        if (as) pairs.push({ a: other, b: name, as });
      }
      if (bucket.length < mostInBucket) bucket.push(name);
    }
  }
  return pairs;
}

function bucketsOf(words: readonly NameWord[]): readonly string[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return [];
  return [
    `surname ${last.letters}`,
    `given ${first.letters} ${last.letters.charAt(0)}`,
    `sound ${first.sounds[0]} ${last.sounds[0]}`,
    `letters ${words.map(({ letters }) => letters.replaceAll('-', '')).join('')}`,
  ];
}
