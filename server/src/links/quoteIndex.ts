import type { PassageRecord } from './passages';

/** A word that one article has in more quotes than this does not tell one remark from another. */
const distinctiveUpTo = 2;
/** Pairs of articles with more quotes than this are not searched quote by quote. */
export const mostQuotes = 80;

/** The quotes of an article that may be somebody's remarks, and the stems that tell them from one another. */
export interface QuoteIndex {
  readonly quotes: readonly PassageRecord[];
  /** Whether there are too many to be searched: then no stem tells them from one another. */
  readonly areTooMany: boolean;
  /** The stems that stand in few of the quotes, in the order of quotes and their words: one that stands in two is there twice. */
  readonly stems: Int32Array;
  /** For each of them the place of the quote in `quotes`. */
  readonly places: Uint8Array;
  /** In how many of the quotes each stem stands. */
  readonly counts: () => ReadonlyMap<number, number>;
}

const indexes = new WeakMap<readonly PassageRecord[], QuoteIndex>();

/** The quotes among an article's passages; what is found is kept as long as these are. */
export function quoteIndex(records: readonly PassageRecord[]): QuoteIndex {
  const known = indexes.get(records);
  if (known) return known;
  const quotes = records.filter(isQuoteWithMatter);
  const areTooMany = quotes.length > mostQuotes;
  let counts: ReadonlyMap<number, number> | null = null;
  const index: QuoteIndex = {
    quotes,
    areTooMany,
    ...tellingIn(areTooMany ? [] : quotes),
    counts: () => (counts ??= countsIn(quotes)),
  };
  indexes.set(records, index);
  return index;
}

export const isQuoteWithMatter = ({ quote, content }: PassageRecord): boolean =>
  quote !== null && quote.kind !== 'scare' && content.matter.length > 0;

function countsIn(quotes: readonly PassageRecord[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { content } of quotes) {
    for (const stem of content.matter) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** For each stem in how many quotes it stands, while that is counted; 0 at any other time. */
let times = new Uint8Array(1 << 12);

function tellingIn(quotes: readonly PassageRecord[]): Pick<QuoteIndex, 'stems' | 'places'> {
  let all = 0;
  for (const { content } of quotes) {
    for (const stem of content.matter) {
      if (stem >= times.length) times = larger(times, new Uint8Array(2 * stem));
      times[stem] = (times[stem] as number) + 1;
      all++;
    }
  }
  const stems = new Int32Array(all);
  const places = new Uint8Array(all);
  let count = 0;
  quotes.forEach(({ content }, place) => {
    for (const stem of content.matter) {
      if ((times[stem] as number) > distinctiveUpTo) continue;
      stems[count] = stem;
      places[count++] = place;
    }
  });
  for (const { content } of quotes) for (const stem of content.matter) times[stem] = 0;
  return { stems: stems.slice(0, count), places: places.slice(0, count) };
}

function larger<List extends Uint8Array | Int16Array>(list: List, room: List): List {
  room.set(list);
  return room;
}

/**
 * For each stem that tells quotes of `marked` from one another the first of them that has it, from 1, and above 8 bits the
 * second.
 */
let holders = new Int16Array(1 << 12);
let marked: QuoteIndex | null = null;

/** A stem that tells quotes from others in two articles, once for each two quotes that have it. */
export interface SharedStems {
  readonly count: number;
  /** The places of the quotes, and the stem. */
  readonly left: Uint8Array;
  readonly right: Uint8Array;
  readonly stems: Int32Array;
}

const room = (size: number) => ({
  left: new Uint8Array(size),
  right: new Uint8Array(size),
  stems: new Int32Array(size),
});
let shared = room(256);

/**
 * The stems that tell quotes from others in both articles, in the order of the quotes and words of `left`. Fastest where
 * `right` is the same from call to call. Holds until it is asked for again.
 */
export function sharedStems(left: QuoteIndex, right: QuoteIndex): SharedStems {
  mark(right);
  const { stems, places } = left;
  if (shared.stems.length < distinctiveUpTo * stems.length) shared = room(2 * distinctiveUpTo * stems.length);
  let count = 0;
  const note = (place: number, mate: number, stem: number) => {
    shared.left[count] = place;
    shared.right[count] = mate - 1;
    shared.stems[count++] = stem;
  };
  for (let i = 0; i < stems.length; i++) {
    const stem = stems[i] as number;
    const both = holders[stem] ?? 0;
    if (both === 0) continue;
    note(places[i] as number, both & 0xff, stem);
    if (both > 0xff) note(places[i] as number, both >> 8, stem);
  }
  return { count, ...shared };
}

function mark(index: QuoteIndex): void {
  if (index === marked) return;
  if (marked) for (const stem of marked.stems) holders[stem] = 0;
  marked = index;
  const { stems, places } = index;
  for (let i = 0; i < stems.length; i++) {
    const stem = stems[i] as number;
    if (stem >= holders.length) holders = larger(holders, new Int16Array(2 * stem));
    const before = holders[stem] as number;
    const place = (places[i] as number) + 1;
    holders[stem] = before === 0 ? place : before | (place << 8);
  }
}
