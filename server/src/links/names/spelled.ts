import { compareWords } from './alike';
import { pairsAmong, startOf, type NamedArticle, type NameRef, type StoryName } from './inStory';
import { isOneName } from './judged';
import type { RawVariant } from './variants';

interface Other {
  readonly name: StoryName;
  readonly accents: boolean;
}

/** The names that a story's articles spell in two ways: one variant a name and article, with all places that differ. */
export function spellingVariants(
  names: readonly StoryName[],
  articles: readonly NamedArticle[],
): readonly RawVariant[] {
  const others = new Map<StoryName, Other[]>();
  const add = (name: StoryName, other: Other) => {
    const list = others.get(name);
    if (list) list.push(other);
    else others.set(name, [other]);
  };
  for (const pair of pairsAmong(names)) {
    if (!isOneName(pair, articles)) continue;
    const accents = pair.as.likeness === 'accents';
    add(pair.a, { name: pair.b, accents });
    add(pair.b, { name: pair.a, accents });
  }
  const told = new Set<string>();
  return [...others].flatMap(([name, list]) =>
    [...name.places.values()].flatMap((own): RawVariant[] => {
      const key = `${own.article} ${own.name}`;
      const variant = told.has(key) ? null : variantOf(name, own, list, articles);
      if (variant) told.add(key);
      return variant ? [variant] : [];
    }),
  );
}

function variantOf(
  name: StoryName,
  own: NameRef,
  others: readonly Other[],
  articles: readonly NamedArticle[],
): RawVariant | null {
  const placesOf = (list: readonly Other[]): NameRef[] =>
    list
      .flatMap(({ name: other }) =>
        [...other.places.values()].map((place) => withoutRest(place, other, [name], articles)),
      )
      .filter((other) => other.article !== own.article || isRarer(own, other, articles))
      .sort((a, b) => Number(b.article === own.article) - Number(a.article === own.article) || a.article - b.article);
  const spelled = placesOf(others.filter(({ accents }) => !accents));
  const isPlain = name.words.every(({ plain, letters }) => plain === letters);
  const accented = placesOf(others.filter(({ accents }) => accents));
  // the plain form counts where its article writes accents elsewhere
  const isMeant = accented.some((other) => articles[isPlain ? own.article : other.article]?.accented);
  const meant = isMeant ? accented : [];
  const alike = name.places.size;
  const here = withoutRest(
    own,
    name,
    others.map((other) => other.name),
    articles,
  );
  if (spelled.length + meant.length > 0) return { kind: 'spelling', own: here, others: [...spelled, ...meant], alike };
  // a folder that drops accents does so in most of its articles
  const [plain, full] = isPlain ? [alike, accented.length] : [accented.length, alike];
  return full > plain && plain > 0 ? { kind: 'accents', own: here, others: accented, alike } : null;
}

/** The place without the words that stand before the name and that none of the other spellings has: "Skipper Ada Roe". */
function withoutRest(
  place: NameRef,
  { words }: StoryName,
  others: readonly StoryName[],
  articles: readonly NamedArticle[],
): NameRef {
  const longest = Math.max(...others.map((other) => other.words.length));
  const first = words.at(-longest);
  if (
    words.length <= longest ||
    !first ||
    !others.some((other) => other.words[0] && compareWords(first, other.words[0]))
  )
    return place;
  const text = articles[place.article]?.names[place.name]?.spellings[place.spelling]?.text ?? '';
  return { ...place, skip: Math.max(place.skip, startOf(text, first)) };
}

/** Of two spellings in one article the one that is told of: the one it has less often, of two equals the later. */
function isRarer(own: NameRef, other: NameRef, articles: readonly NamedArticle[]): boolean {
  const spellingAt = ({ article, name, spelling }: NameRef) => articles[article]?.names[name]?.spellings[spelling];
  const [here, there] = [spellingAt(own), spellingAt(other)];
  if (!here || !there) return false;
  const rankOf = ({ article, name, spelling }: NameRef) => articles[article]?.ranks[name]?.[spelling] ?? 0;
  return here.count < there.count || (here.count === there.count && rankOf(own) > rankOf(other));
}
