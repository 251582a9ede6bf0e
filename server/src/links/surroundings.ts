import type { ArticleId } from '../core/article';
import { ownString } from '../core/ownString';
import type { Span } from '../core/span';
import type { Figure, StatedDate } from '../claims/figures/model';
import type { Claims } from '../claims/model';
import { flag, readWords, type Vocabulary, type Words } from '../claims/normalize';
import { piecesOf } from '../claims/wordForms';
import { familyOf } from './kindred';

/** How far around a figure its sentence is read, in words to each side. */
const reach = 45;
/** A sentence with fewer words of matter says little by itself: the one before it is read too. */
const fewWords = 6;
/** Words at this distance, in words, say half as much of a figure as those beside it. */
const halfway = 9;
/** What words are worth behind another figure of the sentence. */
const acrossFigure = 0.6;
/** What words of the sentence before are worth at most: they are of another figure. */
export const before = 0.35;
/** Words that stand in news of every kind. */
const commonplace = new Set(
  'said year day week month time people new percent include report accord official number figure total now also'.split(
    ' ',
  ),
);

/** Occasions of every story, and what is done at them: two dates of one story may well have them both. */
const usual =
  `court hearing trial judge sentence appear charge arrest jury case meeting session vote election debate council
  board committee parliament match game season final tournament race concert show event ceremony service funeral talk visit
  police officer official spokesman spokeswoman president minister leader government company attack fire storm death victim
  start end open close hold sit take place happen come go make give get begin announce release publish issue tell speak expect
  schedule plan due set statement interview conference news morning afternoon evening night city town country world school
  shooting crash accident collision incident murder stabbing robbery burglary rally protest march flood earthquake explosion
  man woman person family home house road street work return leave arrive travel play win lose run first last next early late`.split(
    /\s+/,
  );

/** An article whose figures are being read, and what they share. */
export interface PreparedArticle {
  readonly articleId: ArticleId;
  readonly text: string;
  readonly claims: Claims;
  readonly vocabulary: Vocabulary;
  /** Stems of the names that the article mentions: so that a name at the head of a sentence is known for one. */
  readonly known: ReadonlySet<number>;
  /** The figures of each sentence, by its index. */
  readonly bySentence: ReadonlyMap<number, readonly Figure[]>;
  readonly bylines: readonly Span[];
  /** The year that the article itself is of, or null. */
  readonly ownYear: number | null;
  /** The words of the sentences that were read, by their start. */
  readonly read: Map<number, Words>;
}

/** Whether a date names a day of a month. */
export const isDay = (date: StatedDate | null): boolean =>
  (date?.day ?? null) !== null && (date?.month ?? null) !== null;

/** The first of a word's stems, as {@link addStems} has them; -1 where it has none. */
export function firstStem(vocabulary: Vocabulary, word: string): number {
  const piece = piecesOf(vocabulary, word).find(({ flags }) => !(flags & (flag.grammar | flag.number)));
  return piece ? familyOf(vocabulary, piece.stem) : -1;
}

/** Adds a word's stems, each as that of its family; words of grammar and numbers left out. */
export function addStems(vocabulary: Vocabulary, word: string, to: Set<number>): void {
  for (const piece of piecesOf(vocabulary, word)) {
    if (!(piece.flags & (flag.grammar | flag.number))) to.add(familyOf(vocabulary, piece.stem));
  }
}

const usualStems = new WeakMap<Vocabulary, ReadonlySet<number>>();

function usualOf(vocabulary: Vocabulary): ReadonlySet<number> {
  let known = usualStems.get(vocabulary);
  if (!known) {
    const stems = new Set<number>();
    for (const word of usual) addStems(vocabulary, word, stems);
    usualStems.set(vocabulary, (known = stems));
  }
  return known;
}

/** So many figures of the sentence on either side are looked at: a table run together is no sentence. */
const mostAround = 24;

/** The figures of the same sentence, this one included, in order. */
export function around({ bySentence }: PreparedArticle, figure: Figure): readonly Figure[] {
  const all = bySentence.get(figure.sentence) ?? [];
  if (all.length <= mostAround) return all;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < figure.start) low = middle + 1;
    else high = middle;
  }
  return all.slice(Math.max(0, low - mostAround), low + mostAround);
}

/** So many sentences are kept as they were read, some 1 KB each: those of the articles that are being edited, and more. */
const mostRead = 500;
const readBefore = new WeakMap<Vocabulary, Map<string, Words>>();

/** The words of a sentence. One that was read before is not read again: a keystroke changes one of an article's. */
export function wordsOf({ text, vocabulary, read }: PreparedArticle, { start, end }: Span): Words {
  const known = read.get(start);
  if (known) return known;
  let kept = readBefore.get(vocabulary);
  if (!kept || kept.size > mostRead) readBefore.set(vocabulary, (kept = new Map<string, Words>()));
  const said = text.slice(start, end);
  let words = kept.get(said);
  if (!words) kept.set(ownString(said), (words = readWords(said, vocabulary)));
  read.set(start, words);
  return words;
}

/** Names so many words away may still own the figure. */
const namesWithin = 8;

/** From this weight on a word stands right beside a figure. */
const besideIt = 0.45;

/** Whether a stem's weight in a context is that of a word right beside the figure. */
export const isBeside = (weight: number): boolean => weight >= besideIt;

/** What stands around a figure. */
export interface Surroundings {
  /** The words around it, by how much they say of it. */
  readonly context: Map<number, number>;
  /** The names close to it: who or what it may be of. */
  readonly names: ReadonlySet<number>;
  /** What the names around it are short as ("un" for "United Nations"), weighed as in `context`. */
  readonly initials: ReadonlyMap<number, number>;
  /**
   * Of a day with its weekday: what stands beside it that not every story has. Words of one name have one number, and
   * words that are no name -1.
   */
  readonly topics: ReadonlyMap<number, number>;
}

/** Reads what stands around one of the copy's figures. Nothing where it stands in no sentence. */
export function surroundingsOf(copy: PreparedArticle, figure: Figure): Surroundings {
  const context = new Map<number, number>();
  const names = new Set<number>();
  const initials = new Map<number, number>();
  const topics = new Map<number, number>();
  const surroundings = { context, names, initials, topics };
  const { claims, vocabulary } = copy;
  const sentence = claims.sentences[figure.sentence];
  if (!sentence) return surroundings;
  const usual = isDay(figure.date) && figure.date?.weekday !== null ? usualOf(vocabulary) : null;
  const dates: Figure[] = [];
  const others: Figure[] = [];
  for (const one of around(copy, figure)) {
    if (one.kind === 'date' || one.kind === 'time') dates.push(one);
    else if (one !== figure) others.push(one);
  }
  const words = wordsOf(copy, sentence);
  const own = middleOf(words.starts, figure.number.start - sentence.start);
  let matter = 0;
  let run = 0;
  for (let i = Math.max(0, own - reach); i < Math.min(words.count, own + reach); i++) {
    const bits = words.flags[i] ?? 0;
    const at = sentence.start + (words.starts[i] ?? 0);
    if (bits & flag.grammar || (at >= figure.number.start && at < figure.number.end)) continue;
    // Dates are told apart as such; their months and weekdays are nobody's names.
    const inDate = dates.some((one) => at >= one.start && at < one.end);
    if (inDate && (figure.kind === 'date' || figure.kind === 'time')) continue;
    let weight = halfway / (halfway + Math.abs(i - own));
    for (const one of others) {
      if (at < figure.start ? one.start > at && one.start < figure.start : one.start < at && one.start > figure.start) {
        weight *= acrossFigure;
      }
    }
    matter++;
    const stem = words.stems[i] ?? 0;
    const isName = !inDate && bits & flag.capital && (!(bits & flag.sentenceStart) || copy.known.has(stem));
    if (isName && Math.abs(i - own) <= namesWithin) names.add(stem);
    const worth = weight * worthOf(vocabulary, stem, bits);
    add(context, vocabulary, stem, worth);
    if (!usual || bits & flag.number || !isBeside(worth)) continue;
    if (!isName || !((words.flags[i - 1] ?? 0) & flag.capital)) run = i;
    const family = familyOf(vocabulary, stem);
    if (!usual.has(family)) topics.set(family, isName ? run : noName);
  }
  for (const { word, from, to } of initialsOf(vocabulary, words)) {
    const distance = Math.abs(to - own);
    const at = sentence.start + (words.starts[to] ?? 0);
    if (distance >= reach || dates.some((one) => at >= one.start && at < one.end)) continue;
    const weight = halfway / (halfway + distance);
    initials.set(word, weight);
    if (usual && isBeside(weight)) topics.set(word, from);
  }
  const previous = claims.sentences[figure.sentence - 1];
  if (matter < fewWords && previous && !figure.display) {
    const said = wordsOf(copy, previous);
    for (let i = Math.max(0, said.count - reach); i < said.count; i++) {
      const bits = said.flags[i] ?? 0;
      if (bits & flag.grammar) continue;
      const stem = said.stems[i] ?? 0;
      add(context, vocabulary, stem, before * worthOf(vocabulary, stem, bits));
    }
  }
  return surroundings;
}

const noName = -1;

/** Names of fewer words are seldom shortened to their first letters, and of more never. */
const fewestInitials = 2;
const mostInitials = 6;

/** A name in a sentence by the word that its first letters make, and the places of its first word and its last. */
interface Initials {
  readonly word: number;
  readonly from: number;
  readonly to: number;
}

const initialsRead = new WeakMap<Words, readonly Initials[]>();

function initialsOf(vocabulary: Vocabulary, words: Words): readonly Initials[] {
  let known = initialsRead.get(words);
  if (!known) initialsRead.set(words, (known = readInitials(vocabulary, words)));
  return known;
}

function readInitials(vocabulary: Vocabulary, words: Words): readonly Initials[] {
  const found: Initials[] = [];
  let letters = '';
  let from = 0;
  for (let i = 0; i <= words.count; i++) {
    const bits = i < words.count ? (words.flags[i] ?? 0) : 0;
    // Half of a contraction or of a possessive is no word of a name.
    const letter =
      bits & flag.capital && !(bits & flag.grammar) ? (vocabulary.forms[words.words[i] ?? 0] ?? '').charAt(0) : '';
    if (letter >= 'a' && letter <= 'z') {
      if (letters === '') from = i;
      letters += letter.toUpperCase();
      continue;
    }
    // "Organization for Security and Co-operation": small words have no part in what a name is short as.
    const isInside = bits & flag.grammar && (words.flags[i + 1] ?? 0) & flag.capital;
    if (letters === '' || isInside) continue;
    if (letters.length >= fewestInitials && letters.length <= mostInitials) {
      const [piece] = piecesOf(vocabulary, letters);
      if (piece) found.push({ word: piece.stem, from, to: i - 1 });
    }
    letters = '';
  }
  return found;
}

function add(context: Map<number, number>, vocabulary: Vocabulary, stem: number, weight: number): void {
  const family = familyOf(vocabulary, stem);
  if (weight > (context.get(family) ?? 0)) context.set(family, weight);
}

const plainNumber = 0.3;
const plainWord = 0.25;

/** What a word tells: other numbers little unless they are long, commonplace words little. */
function worthOf(vocabulary: Vocabulary, stem: number, bits: number): number {
  const form = vocabulary.forms[stem] ?? '';
  if (bits & flag.number) return /[1-9]\d*[1-9]/.test(form) ? 0.8 : plainNumber;
  return commonplace.has(form) ? plainWord : 1;
}

function middleOf(starts: readonly number[], at: number): number {
  let i = 0;
  while (i < starts.length && (starts[i] ?? 0) < at) i++;
  return i;
}
