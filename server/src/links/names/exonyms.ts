import type { NamedArticle, NameRef } from './inStory';
import type { RawVariant } from './variants';

/** Places that papers know under two names, spelled too differently to tell by ear. */
const rows = (
  'Kyiv Kiev|Kharkiv Kharkov|Odesa Odessa|Lviv Lvov|Dnipro Dnepropetrovsk|Mykolaiv Nikolaev|Chernihiv Chernigov|' +
  'Luhansk Lugansk|Chornobyl Chernobyl|Zaporizhzhia Zaporozhye|Donbas Donbass|Mumbai Bombay|Kolkata Calcutta|' +
  'Chennai Madras|Bengaluru Bangalore|Beijing Peking|Guangzhou Canton|Myanmar Burma|Yangon Rangoon|Türkiye Turkey|' +
  'Turkiye Turkey|Eswatini Swaziland|Belarus Byelorussia|Moldova Moldavia|Tbilisi Tiflis|Chisinau Kishinev|Mecca Makkah'
)
  .split('|')
  .map((row) => row.split(' '));

const rowOf = new Map<string, number>(rows.flatMap((names, row) => names.map((name) => [name, row] as const)));

interface Mention {
  readonly text: string;
  readonly ref: NameRef;
  readonly rank: number;
}

/** The places that a story's articles call by two names. An article that explains one by the other is left out. */
export function exonymVariants(articles: readonly NamedArticle[]): readonly RawVariant[] {
  const byRow = new Map<number, Mention[]>();
  articles.forEach(({ names, ranks }, article) => {
    names.forEach(({ spellings }, name) => {
      spellings.forEach(({ text }, spelling) => {
        const row = rowOf.get(text);
        if (row === undefined) return;
        const mention = { text, rank: ranks[name]?.[spelling] ?? 0, ref: { article, name, spelling, skip: 0 } };
        const known = byRow.get(row);
        if (known) known.push(mention);
        else byRow.set(row, [mention]);
      });
    });
  });
  return [...byRow.values()].flatMap(variantsOf);
}

function variantsOf(mentions: readonly Mention[]): readonly RawVariant[] {
  if (new Set(mentions.map(({ text }) => text)).size < 2) return [];
  const plain = mentions.filter((one) => !mentions.some((other) => explains(one, other)));
  const told = new Set<number>();
  return plain.flatMap((own): RawVariant[] => {
    const others = plain.filter(({ text }) => text !== own.text);
    if (others.length === 0 || told.has(own.ref.article)) return [];
    told.add(own.ref.article);
    const alike = new Set(plain.filter(({ text }) => text === own.text).map(({ ref }) => ref.article)).size;
    return [{ kind: 'exonym', own: own.ref, others: others.map(({ ref }) => ref), alike }];
  });
}

/** "Kyiv, or Kiev": two names of a place with no other between them explain one another. */
const explains = (one: Mention, other: Mention): boolean =>
  one.ref.article === other.ref.article && one.text !== other.text && Math.abs(one.rank - other.rank) === 1;
