import { genderOfName, isTitle, organisationWord } from '../../claims/givenNames';
import type { ArticleName } from '../../claims/model';
import { compareWords, type NameWord } from './alike';
import { nameWords } from './compared';
import type { NamedArticle, NameRef } from './inStory';
import type { RawVariant } from './variants';

/** A name that its article never gives in full. */
interface Bare {
  readonly word: NameWord;
  readonly ref: NameRef;
  readonly name: ArticleName;
}

/** Somebody whose surname a story knows. */
interface Bearer {
  readonly word: NameWord;
  readonly ref: NameRef;
  readonly name: ArticleName;
}

/** A name that more articles of a story have by itself is no slip. */
const mostSlips = 2;

/** Shorter surnames are too easily another's. */
const leastLetters = 5;

/**
 * Surnames without a given name that look like a slip for somebody's whom the same article gives in full ("Karen Olson
 * ... Olsen said"), or for the holder of the same office in another ("Councilman Szymansky"). Only of people, and only
 * where no article of the story has somebody else of that surname.
 */
export function surnameVariants(articles: readonly NamedArticle[]): readonly RawVariant[] {
  const { bearers, bare } = gather(articles);
  const surnames = new Set(bearers.map(({ word }) => word.letters));
  const bySound = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    const key = soundOf(bearer.word);
    const list = bySound.get(key);
    if (list) list.push(bearer);
    else bySound.set(key, [bearer]);
  }
  const uses = new Map<string, number>();
  for (const { word } of bare) uses.set(word.letters, (uses.get(word.letters) ?? 0) + 1);
  return bare.flatMap((one): RawVariant[] => {
    if (surnames.has(one.word.letters) || (uses.get(one.word.letters) ?? 0) > mostSlips) return [];
    const alike = (bySound.get(soundOf(one.word)) ?? []).filter((bearer) => isAlike(one.word, bearer.word));
    const here = alike.filter(({ ref }) => ref.article === one.ref.article);
    const there = alike.filter(({ name }) => here.length === 0 && shareOffice(one.name, name));
    const others = here.length > 0 ? here : there;
    if (new Set(others.map(({ word }) => word.letters)).size !== 1) return [];
    return [{ kind: 'spelling', own: one.ref, others: others.map(surnameOf), alike: 1 }];
  });
}

function gather(articles: readonly NamedArticle[]): {
  readonly bearers: readonly Bearer[];
  readonly bare: readonly Bare[];
} {
  const bearers: Bearer[] = [];
  const bare: Bare[] = [];
  articles.forEach(({ names }, article) => {
    names.forEach((name, n) => {
      if (name.weight <= 0 && name.gender === null) return;
      const full = name.spellings.findIndex(({ text }) => nameWords(text).length > 1);
      const spelling = Math.max(full, 0);
      const word = nameWords(name.spellings[spelling]?.text ?? '').at(-1);
      if (!word || word.letters.length < leastLetters || organisationWord(word.plain)) return;
      const ref: NameRef = { article, name: n, spelling, skip: 0 };
      if (full >= 0) bearers.push({ word, ref, name });
      else if (name.weight > 0 && genderOfName(word.letters) === null) bare.push({ word, ref, name });
    });
  });
  return { bearers, bare };
}

/** The surname alone, at the end of the full name. */
const surnameOf = ({ ref, name }: Bearer): NameRef => ({
  ...ref,
  skip: (name.spellings[ref.spelling]?.text ?? '').lastIndexOf(' ') + 1,
});

const soundOf = (word: NameWord): string => word.letters.charAt(0) + word.sounds[0].charAt(0);

function isAlike(a: NameWord, b: NameWord): boolean {
  const likeness = compareWords(a, b);
  return likeness === 'sound' || likeness === 'slip';
}

const shareOffice = (a: ArticleName, b: ArticleName): boolean =>
  a.roles.some((role) => isTitle(role) && !courtesies.has(role) && b.roles.includes(role));

/** Titles that anybody has. */
const courtesies = new Set('mr mr. ms ms. mrs mrs. miss dr dr. sir'.split(' '));
