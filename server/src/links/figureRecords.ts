import type { ArticleId } from '../core/article';
import { contains, overlaps, type Span } from '../core/span';
import type { Figure, StatedDate } from '../claims/figures/model';
import type { Claims } from '../claims/model';
import { flag, readWords, type Vocabulary, type Words } from '../claims/normalize';
import { idOf, piecesOf } from '../claims/wordForms';
import { sourceOf, type Source } from './claimants';
import { familyOf } from './kindred';
import { isBeside } from './occasions';
import { framesOf, type Frame } from './frames';
import { quantityOf, type Quantity } from './quantities';

/** A figure with all that it is compared by. Made once for a text; never changes. */
export interface FigureRecord {
  readonly articleId: ArticleId;
  /** What it says holds for as long as the record does; where it stands is as it was when the record was made. */
  readonly figure: Figure;
  /** Figures of two groups are never about the same thing. */
  readonly group: string;
  /** Null for dates and times. */
  readonly quantity: Quantity | null;
  /** The head noun of what is counted; -1 where it isn't known. */
  readonly head: number;
  /** The words of what is counted, the head included. */
  readonly subject: ReadonlySet<number>;
  /** The words around it, by how much they say of it. */
  readonly context: ReadonlyMap<number, number>;
  /** The length of `context` as a vector. */
  readonly size: number;
  readonly source: Source;
  /** What the words beside it make of it: a forecast, an earlier value, a part ... */
  readonly frames: ReadonlySet<Frame>;
  /** The years that its sentence speaks of. */
  readonly years: readonly number[];
  /** The names close to it: who or what it may be of. */
  readonly names: ReadonlySet<number>;
  /** What the names around it are short as ("un" for "United Nations"), weighed as in `context`. */
  readonly initials: ReadonlyMap<number, number>;
  /**
   * Of a day with its weekday: what stands beside it that not every story has. Words of one name have one number, and
   * words that are no name -1.
   */
  readonly topics: ReadonlyMap<number, number>;
  /** Whether it is a score that words of winning stand beside. */
  readonly isWin: boolean;
  /** Whether it is a date that only says when another figure held ("as of 9pm, nine people"). */
  readonly isSetting: boolean;
  /** The year that the article itself is of, or null. */
  readonly ownYear: number | null;
}

/** How far around a figure its sentence is read, in words to each side. */
const reach = 45;
/** A sentence with fewer words of matter says little by itself: the one before it is read too. */
const fewWords = 6;
/** Words at this distance, in words, say half as much of a figure as those beside it. */
const halfway = 9;
/** What words are worth behind another figure of the sentence, and in the sentence before. */
const acrossFigure = 0.6;
const before = 0.35;
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
  home house road street work return leave arrive travel play win lose run first last next early late`.split(/\s+/);

/** An article whose figures are being read, and what they share. */
export interface Copy {
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

/** Makes an article ready for `recordOf`. */
export function copyOf(
  articleId: ArticleId,
  text: string,
  claims: Claims,
  vocabulary: Vocabulary,
  known: ReadonlySet<number>,
): Copy {
  const bySentence = new Map<number, Figure[]>();
  for (const figure of claims.figures) {
    const list = bySentence.get(figure.sentence);
    if (list) list.push(figure);
    else bySentence.set(figure.sentence, [figure]);
  }
  const bylines = claims.paragraphs.filter(({ kind }) => kind === 'byline');
  const ownYear = claims.dateline ? Number(claims.dateline.iso.slice(0, 4)) : null;
  return { articleId, text, claims, vocabulary, known, bySentence, bylines, ownYear, read: new Map() };
}

/**
 * Makes the records of an article's figures, in the order of `start`; dates of the article itself and what is no copy
 * left out.
 * @param known stems of the names that the article mentions: so that a name at the head of a sentence is known for one.
 */
export function makeFigureRecords(
  articleId: ArticleId,
  text: string,
  claims: Claims,
  vocabulary: Vocabulary,
  known: ReadonlySet<number> = new Set(),
): readonly FigureRecord[] {
  const copy = copyOf(articleId, text, claims, vocabulary, known);
  return claims.figures.map((figure) => recordOf(copy, figure)).filter((record) => record !== null);
}

/** The record of one of the copy's figures; null for a date of the article itself and for what is no copy. */
export function recordOf(copy: Copy, figure: Figure): FigureRecord | null {
  const { articleId, text, claims, vocabulary, ownYear } = copy;
  const quantity = quantityOf(figure);
  const group = quantity?.group ?? (figure.vague ? null : dateGroup(figure));
  if (group === null || isOwnDate(copy, figure) || isFurniture(text, claims, figure)) return null;
  const subject = new Set<number>();
  for (const word of figure.subject?.words ?? []) addStems(vocabulary, word, subject);
  const heads = new Set<number>();
  if (figure.subject) addStems(vocabulary, figure.subject.head, heads);
  const { context, names, initials, topics } = surroundingsOf(copy, figure);
  for (const stem of subject) context.set(stem, Math.max(context.get(stem) ?? 0, 1));
  let square = 0;
  for (const weight of context.values()) square += weight * weight;
  return {
    articleId,
    figure,
    group,
    quantity,
    head: [...heads][0] ?? -1,
    subject,
    context,
    size: Math.sqrt(square),
    source: sourceOf(figure, text),
    frames: framesOf(text, figure),
    years: yearsAround(around(copy, figure), figure),
    names,
    initials,
    topics,
    isWin: figure.kind === 'score' && isBeside(context.get(familyOf(vocabulary, idOf(vocabulary, 'win'))) ?? 0),
    isSetting: isSetting(around(copy, figure), figure),
    ownYear,
  };
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

/** The stems of the words with a capital that begin a sentence: whether they are names hangs on the rest of the article. */
export function startsIn(copy: Copy, sentence: Span): readonly number[] {
  const { stems, flags } = wordsOf(copy, sentence);
  const both = flag.capital | flag.sentenceStart;
  return stems.filter((_, i) => ((flags[i] ?? 0) & both) === both);
}

function dateGroup({ kind, iso, date }: Figure): string | null {
  if (kind === 'time') return iso === null ? null : 'time';
  if (kind !== 'date') return null;
  if (iso === null && !isDay(date)) return null;
  return 'date';
}

/** The hour of posting stands so near to the day, in UTF-16 units. */
const besideDateline = 24;

/** The day of the article itself, and what else stands in its byline, is no date of the event. */
export function isOwnDate({ claims: { dateline }, bylines }: Copy, figure: Figure): boolean {
  if (figure.kind !== 'date' && figure.kind !== 'time') return false;
  if (dateline && figure.start < dateline.end + besideDateline && figure.end > dateline.start - besideDateline)
    return true;
  return bylines.some((one) => contains(one, figure));
}

/**
 * What stands in a line of a page and in no sentence: hours of posting, "3 hours ago", "Image 2 of 5", an address; and
 * what is torn from its number ("$2. 5 million").
 */
function isFurniture(text: string, { sentences }: Claims, figure: Figure): boolean {
  const sentence = sentences[figure.sentence];
  if (!sentence || /\d[.,] $/.test(text.slice(figure.start - 3, figure.start))) return true;
  if (/^\s*(?:https?:|www\.)/i.test(text.slice(sentence.start, sentence.start + 12))) return true;
  const said = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longestStamp + 1));
  if (said.length > longestStamp) return false;
  if (/\b\d+ ?(?:of|\/) ?\d+\W*$/.test(said)) return true;
  if (figure.kind !== 'date' && figure.kind !== 'time' && !/\bago\W*$/.test(said)) return false;
  return !/[.?!]["”’)]*$/.test(said) || stamp.test(said);
}

function isSetting(sentence: readonly Figure[], figure: Figure): boolean {
  if (figure.kind !== 'date' && figure.kind !== 'time') return false;
  const isEvent = figure.kind === 'date' && isDay(figure.date);
  return sentence.some(({ time }) => time !== null && overlaps(time, figure) && (!isEvent || time.relation !== 'at'));
}

/** A line longer than this is copy, in UTF-16 units. */
const longestStamp = 90;
const stamp = /\b(?:updated|posted|published|modified|copyright|first aired|last edited)\b|©/i;

/** Whether a date names a day of a month. */
export const isDay = (date: StatedDate | null): boolean =>
  (date?.day ?? null) !== null && (date?.month ?? null) !== null;

function addStems(vocabulary: Vocabulary, word: string, to: Set<number>): void {
  for (const piece of piecesOf(vocabulary, word)) {
    if (!(piece.flags & (flag.grammar | flag.number))) to.add(familyOf(vocabulary, piece.stem));
  }
}

/** So many figures of the sentence on either side are looked at: a table run together is no sentence. */
const mostAround = 24;

/** The figures of the same sentence, this one included, in order. */
function around({ bySentence }: Copy, figure: Figure): readonly Figure[] {
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

/** So many sentences are kept as they were read: those of the articles that are being edited, and more. */
const mostRead = 4000;
const readBefore = new WeakMap<Vocabulary, Map<string, Words>>();

/** The words of a sentence. One that was read before is not read again: a keystroke changes one of an article's. */
function wordsOf({ text, vocabulary, read }: Copy, { start, end }: Span): Words {
  const known = read.get(start);
  if (known) return known;
  let kept = readBefore.get(vocabulary);
  if (!kept || kept.size > mostRead) readBefore.set(vocabulary, (kept = new Map<string, Words>()));
  const said = text.slice(start, end);
  let words = kept.get(said);
  if (!words) kept.set(said, (words = readWords(said, vocabulary)));
  read.set(start, words);
  return words;
}

/** Names so many words away may still own the figure. */
const namesWithin = 8;

type Surroundings = Pick<FigureRecord, 'names' | 'initials' | 'topics'> & { readonly context: Map<number, number> };

function surroundingsOf(copy: Copy, figure: Figure): Surroundings {
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
    if (!usual || !isBeside(worth)) continue;
    if (!isName || !((words.flags[i - 1] ?? 0) & flag.capital)) run = i;
    const family = familyOf(vocabulary, stem);
    if (!usual.has(family)) topics.set(family, isName ? run : noName);
  }
  for (const { word, from, at } of initialsOf(copy, sentence, words)) {
    const distance = Math.abs(at - own);
    if (distance >= reach) continue;
    const weight = halfway / (halfway + distance);
    initials.set(word, weight);
    if (distance <= namesWithin) names.add(word);
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

/** The first letters of the names in a sentence, as the word that they make, and from which word to which they stand. */
function initialsOf(
  { text, vocabulary }: Copy,
  sentence: Span,
  words: Words,
): readonly { readonly word: number; readonly from: number; readonly at: number }[] {
  const found: { word: number; from: number; at: number }[] = [];
  let initials = '';
  let from = 0;
  for (let i = 0; i <= words.count; i++) {
    const bits = words.flags[i] ?? 0;
    if (bits & flag.capital && i < words.count) {
      const letter = text.charAt(sentence.start + (words.starts[i] ?? 0));
      // Half of a contraction or of a possessive is no word of a name.
      if (!/\p{Lu}/u.test(letter)) continue;
      if (initials === '') from = i;
      initials += letter.toLowerCase();
      continue;
    }
    // "Organization for Security and Co-operation in Europe" and "Office of National Statistics" leave the small words out.
    if (bits & flag.grammar && initials !== '' && (words.flags[i + 1] ?? 0) & flag.capital) continue;
    if (initials.length >= fewestInitials && initials.length <= mostInitials) {
      found.push({ word: idOf(vocabulary, initials), from, at: i - 1 });
    }
    initials = '';
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

function yearsAround(sentence: readonly Figure[], figure: Figure): readonly number[] {
  const years: number[] = [];
  for (const one of sentence) {
    if (one.kind !== 'date' || one === figure) continue;
    const year = one.iso === null ? (one.date?.year ?? NaN) : Number(one.iso.slice(0, 4));
    if (Number.isInteger(year)) years.push(year);
  }
  return years;
}
