import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Claims } from '../claims/model';
import { figureTitle } from './figureWording';
import { isDated } from './lookup';

/** A quote or a figure that was looked for. */
export interface FoundSymbol extends Span {
  readonly articleId: ArticleId;
  readonly kind: 'quote' | 'figure';
  /** The speaker and the words around what was looked for, on one line; or what is counted and how much. */
  readonly name: string;
}

/** So many are found at the most. */
export const mostSymbols = 200;
/** More of a query is not looked at, in UTF-16 units: nobody types as much, and each word is held against each symbol. */
const longestQuery = 1000;
/** The longest name of a symbol, in UTF-16 units, the speaker's left out: the file's name has to fit beside it. */
const longestName = 52;
/** How much is kept before the words that were looked for, in UTF-16 units. */
const lead = 16;

/** A quote or a figure as it is looked for. */
interface Entry extends Span {
  readonly kind: 'quote' | 'figure';
  readonly speaker: string;
  readonly words: string;
  /** Both in lower case, for looking in. */
  readonly lower: string;
}

/** Kept for as long as an article's claims stand. */
const entries = new WeakMap<Claims, readonly Entry[]>();

/**
 * Quotes by their words and by their speaker, figures by what they count, through all articles: first those that have
 * what was typed as it stands, then those with all its words, then those with its letters in their order. Case and kind
 * of mark play no part. At most `mostSymbols`, the best first, then by article; nothing typed finds the first of them.
 */
export function symbolsFor(analysis: Analysis, query: string): readonly FoundSymbol[] {
  const wanted = simplified(query.slice(0, longestQuery)).trim();
  const words = wanted.split(' ');
  const found: FoundSymbol[][] = [[], [], [], []];
  for (const articleId of analysis.ids) {
    const here = analysis.get(articleId);
    if (!here) continue;
    for (const entry of entriesOf(here.article.text, here.claims)) {
      const rank = rankOf(entry, wanted, words);
      const same = found[rank];
      if (!same || same.length >= mostSymbols) continue;
      const { start, end, kind } = entry;
      same.push({ articleId, start, end, kind, name: nameOf(entry, wanted, words) });
    }
    if ((found[0]?.length ?? 0) >= mostSymbols) break;
  }
  return found.flat().slice(0, mostSymbols);
}

/** 0: begins with what is looked for, 1: has it, 2: has all its words, 3: has its letters; -1: none of these. */
function rankOf({ lower, speaker }: Entry, wanted: string, words: readonly string[]): number {
  const at = lower.indexOf(wanted);
  if (at === 0 || (at > 0 && at === speaker.length + 2)) return 0;
  if (at > 0) return 1;
  if (words.every((word) => lower.includes(word))) return 2;
  return hasLetters(lower, wanted) ? 3 : -1;
}

/** Whether the letters stand in what the name shows, each right behind the one before or at a word's beginning: "mkov". */
function hasLetters(lower: string, wanted: string): boolean {
  if (wanted.length < 2) return false;
  let at = 0;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    if (lower.charAt(at) !== letter) at = lower.indexOf(` ${letter}`, at) + 1;
    if (lower.charAt(at) !== letter || at > longestName) return false;
    at++;
  }
  return true;
}

function entriesOf(text: string, claims: Claims): readonly Entry[] {
  const known = entries.get(claims);
  if (known) return known;
  const made: Entry[] = [];
  for (const quote of claims.quotes) {
    if (quote.kind === 'scare') continue;
    made.push(entry('quote', quote, quote.speaker?.name ?? '', quote.text));
  }
  for (const figure of claims.figures)
    if (!isDated(figure)) made.push(entry('figure', figure, '', figureTitle(text, figure)));
  made.sort((a, b) => a.start - b.start);
  entries.set(claims, made);
  return made;
}

function entry(kind: Entry['kind'], { start, end }: Span, name: string, text: string): Entry {
  const words = onOneLine(text);
  const speaker = onOneLine(name);
  return { kind, start, end, speaker, words, lower: simplified(speaker === '' ? words : `${speaker}: ${words}`) };
}

/** The speaker, and of long words those around what was looked for. */
function nameOf({ speaker, words, lower }: Entry, wanted: string, parts: readonly string[]): string {
  const before = speaker === '' ? 0 : speaker.length + 2;
  const whole = lower.indexOf(wanted, before);
  const first = () => parts.reduce((least, part) => Math.min(least, placeOf(lower, part, before)), Infinity);
  const at = (whole >= 0 ? whole : first()) - before;
  const shown = around(words, Number.isFinite(at) ? Math.max(0, at) : 0);
  return speaker === '' ? shown || '…' : `${speaker}: ${shown}`;
}

/** Where a word stands behind the speaker; nowhere is infinitely far. */
function placeOf(lower: string, part: string, from: number): number {
  const at = lower.indexOf(part, from);
  return at < 0 ? Infinity : at;
}

function around(words: string, at: number): string {
  if (words.length <= longestName) return words;
  let start = at + lead < longestName ? 0 : Math.max(0, at - lead);
  if (start > 0) start = words.lastIndexOf(' ', start) + 1;
  const cut = start + longestName;
  const space = words.lastIndexOf(' ', cut);
  const end = cut >= words.length ? words.length : space > start ? space : cut;
  return `${start > 0 ? '… ' : ''}${words.slice(start, end)}${end < words.length ? ' …' : ''}`;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** In lower case and with plain marks. Every character stays one, so that places in both are the same. */
const simplified = (text: string): string =>
  onOneLine(text)
    .replace(/[\p{Lu}\p{Lt}]/gu, (letter) =>
      letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
    )
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"');
