import type { ArticleId } from '../core/article';
import { contains, overlaps, type Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { Claims } from '../claims/model';
import { flag, type Vocabulary, type Words } from '../claims/normalize';
import { piecesOf } from '../claims/wordForms';
import { BesideFigure } from './besideFigure';
import { packContext, type FigureContext } from './figureContext';
import { familyOf } from './kindred';
import type { PassageRecord } from './passages';
import { quantityOf, type Quantity } from './quantities';
import {
  addStems,
  around,
  firstStem,
  isBeside,
  isDay,
  surroundingsOf,
  wordsOf,
  type PreparedArticle,
} from './surroundings';

export { isDay, type PreparedArticle } from './surroundings';

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
  readonly context: FigureContext;
  /** The length of `context` as a vector. */
  readonly size: number;
  readonly beside: BesideFigure;
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
  /** Whether it is a score that words of winning stand beside, or words of a body that votes. */
  readonly isWin: boolean;
  readonly isVote: boolean;
  /** Whether it is a date that only says when another figure held ("as of 9pm, nine people"). */
  readonly isSetting: boolean;
  /** The year that the article itself is of, or null. */
  readonly ownYear: number | null;
}

/** Makes an article ready for `recordOf`. `passages` are its own where they are at hand: their words are read already. */
export function prepareArticle(
  articleId: ArticleId,
  text: string,
  claims: Claims,
  vocabulary: Vocabulary,
  known: ReadonlySet<number>,
  passages: readonly PassageRecord[] = [],
): PreparedArticle {
  const bySentence = new Map<number, Figure[]>();
  for (const figure of claims.figures) {
    const list = bySentence.get(figure.sentence);
    if (list) list.push(figure);
    else bySentence.set(figure.sentence, [figure]);
  }
  const bylines = claims.paragraphs.filter(({ kind }) => kind === 'byline');
  const ownYear = claims.dateline ? Number(claims.dateline.iso.slice(0, 4)) : null;
  return {
    articleId,
    text,
    claims,
    vocabulary,
    known,
    bySentence,
    bylines,
    ownYear,
    read: wholeSentences(passages, claims),
  };
}

/** The words of the sentences that are passages without a quote in them, by where they begin. */
function wholeSentences(passages: readonly PassageRecord[], { quotes }: Claims): Map<number, Words> {
  const read = new Map<number, Words>();
  let next = 0;
  for (const { start, end, quote, content } of passages) {
    if (quote) continue;
    while ((quotes[next]?.outer.end ?? Infinity) <= start) next++;
    // Also one with a scare quote, whose words a passage keeps, is read anew.
    if ((quotes[next]?.outer.start ?? end) >= end) read.set(start, content.words);
  }
  return read;
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
  const copy = prepareArticle(articleId, text, claims, vocabulary, known);
  return claims.figures.map((figure) => recordOf(copy, figure)).filter((record) => record !== null);
}

/** The record of one of the copy's figures; null for a date of the article itself and for what is no copy. */
export function recordOf(copy: PreparedArticle, figure: Figure): FigureRecord | null {
  const { articleId, text, claims, vocabulary, ownYear } = copy;
  const quantity = quantityOf(figure);
  const group = quantity?.group ?? (figure.vague ? null : dateGroup(figure));
  if (group === null || isOwnDate(copy, figure) || isFurniture(text, claims, figure)) return null;
  const subject = new Set<number>();
  for (const word of figure.subject?.words ?? []) addStems(vocabulary, word, subject);
  const { context, names, initials, topics } = surroundingsOf(copy, figure);
  for (const stem of subject) context.set(stem, Math.max(context.get(stem) ?? 0, 1));
  let square = 0;
  for (const weight of context.values()) square += weight * weight;
  return {
    articleId,
    figure,
    group,
    quantity,
    head: figure.subject ? firstStem(vocabulary, figure.subject.head) : -1,
    subject: orNone(subject),
    context: packContext(context),
    size: Math.sqrt(square),
    beside: new BesideFigure(figure, text),
    years: yearsAround(around(copy, figure), figure),
    names: orNone(names),
    initials: initials.size > 0 ? initials : nothing,
    topics: topics.size > 0 ? topics : nothing,
    isWin: figure.kind === 'score' && standsBeside(vocabulary, context, ofWinning),
    isVote: figure.kind === 'score' && standsBeside(vocabulary, context, ofVoting),
    isSetting: isSetting(around(copy, figure), figure),
    ownYear,
  };
}

/** Most figures have none of these, and empty ones take room too. */
const nobody: ReadonlySet<never> = new Set<never>();
const nothing: ReadonlyMap<number, number> = new Map();
const orNone = <T>(some: ReadonlySet<T>): ReadonlySet<T> => (some.size > 0 ? some : nobody);

const ofWinning = ['win'];
const ofVoting =
  'vote majority jury juror verdict council board committee senate parliament panel judge motion resolution'.split(' ');

function standsBeside(vocabulary: Vocabulary, context: ReadonlyMap<number, number>, words: readonly string[]): boolean {
  return words.some((word) => {
    const [piece] = piecesOf(vocabulary, word);
    return piece !== undefined && isBeside(context.get(familyOf(vocabulary, piece.stem)) ?? 0);
  });
}

/** The stems of the words with a capital that begin a sentence: whether they are names hangs on the rest of the article. */
export function startsIn(copy: PreparedArticle, sentence: Span): readonly number[] {
  const { stems, flags, count } = wordsOf(copy, sentence);
  const both = flag.capital | flag.sentenceStart;
  const starts: number[] = [];
  for (let i = 0; i < count; i++) if (((flags[i] ?? 0) & both) === both) starts.push(stems[i] ?? 0);
  return starts;
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
export function isOwnDate({ claims: { dateline }, bylines }: PreparedArticle, figure: Figure): boolean {
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

function yearsAround(sentence: readonly Figure[], figure: Figure): readonly number[] {
  const years: number[] = [];
  for (const one of sentence) {
    if (one.kind !== 'date' || one === figure) continue;
    const year = one.iso === null ? (one.date?.year ?? NaN) : Number(one.iso.slice(0, 4));
    if (Number.isInteger(year)) years.push(year);
  }
  return years;
}
