import * as l10n from '@vscode/l10n';
import type { Figure } from '../claims/figures/model';
import { isPlural, knownVerb, singular } from '../claims/figures/nouns';
import { functionWords, numberWords } from '../claims/words';
import { copiesAmong } from './sourceCount';

/** A figure and the text of its article. */
export interface Stated {
  readonly figure: Figure;
  readonly text: string;
}

/** A figure longer than this is shown without the noun that follows it. */
const longest = 48;
/** A subject longer than this is a clause, not a name for what is counted. */
const longestSubject = 40;

/** A figure as a message opens with it, and as it shows another one beside it. */
export interface FigureWords {
  /** "10 delegates", "General fund budget: $184.6 million", "Renata Voss is 54": a capital first. */
  readonly here: string;
  /** Another figure about the same thing, without the noun that both have: "12", "$148.6 million", "52". */
  readonly beside: (other: Stated) => string;
}

/**
 * The words for a figure and those that differ from it. What is counted is named once: behind the number, or in front
 * of it where it stands apart from a sum, a share or a time.
 */
export function wordsFor(own: Stated, others: readonly Stated[]): FigureWords {
  const { figure } = own;
  if (figure.kind === 'age' && isPerson(figure)) {
    return {
      here: l10n.t('{0} is {1}', oneLine(figure.subject.text), ageOf(figure)),
      beside: ({ figure: other }) => ageOf(other),
    };
  }
  // "35-word oath", "38-word": adjectives on both sides stay adjectives.
  if (isAdjective(figure) && others.every((other) => isAdjective(other.figure))) {
    return { here: capitalised(shownFigure(own)), beside: (other) => lowered(oneLine(other.figure.text)) };
  }
  const lead = leadOf(own);
  const named = numberAndNoun(
    own,
    others.map((other) => other.figure),
  );
  return {
    here: lead === null ? capitalised(named) : `${lead}: ${lowered(named)}`,
    beside: (other) => besideFigure(other, own),
  };
}

/** A figure by itself, with the noun that it belongs to: "up to 12,000 soldiers", "35-word oath". */
export function shownFigure(stated: Stated): string {
  const { figure, text } = stated;
  if (figure.kind === 'age' && isPerson(figure)) return `${oneLine(figure.subject.text)}, ${ageOf(figure)}`;
  if (!isAdjective(figure)) return numberAndNoun(stated, []);
  const noun = nounAfter(text, figure);
  return noun === null ? oneLine(figure.text) : `${oneLine(figure.text)} ${noun}`;
}

function besideFigure(other: Stated, own: Stated): string {
  const { figure } = other;
  const head = figure.subject?.head;
  if (figure.kind === 'age') return ageOf(figure);
  const weekday = figure.date?.weekday ?? null;
  if (weekday !== null && weekday === own.figure.date?.weekday) return lowered(withoutWeekday(figure));
  const shared = head !== undefined && head === own.figure.subject?.head;
  return lowered(shared ? withoutNoun(figure) : numberAndNoun(other, [own.figure]));
}

// ---- the number and its noun ---------------------------------------------------------------------------

function numberAndNoun({ figure, text }: Stated, others: readonly Figure[]): string {
  const { subject, kind } = figure;
  const own = asOthersSpell(spelledOut(figure, others), others);
  if (own.length > longest) return withoutNoun(figure);
  // "61-year-old man"
  if (
    kind === 'age' &&
    subject &&
    subject.start > figure.end &&
    subject.start - figure.end <= 1 &&
    own.endsWith('-old')
  )
    return `${own} ${oneLine(subject.text)}`;
  if (kind !== 'count' || !subject || isWithin(figure) || leadOf({ figure, text }) !== null) return own;
  // "10 of the delegates", "14 are still vacant": the words between are the article's business.
  return nameOf(subject.text) === null || hasNoun(figure) ? own : `${own} ${oneLine(subject.text)}`;
}

/** A headline's capitals are taken from the words that the others have without: "7 Villages". */
function asOthersSpell(words: string, others: readonly Figure[]): string {
  const known = new Set(others.flatMap(({ text }) => text.split(/\s+/)));
  return words.replace(/(?<= )\p{Lu}\p{Ll}+/gu, (word) => (known.has(word.toLowerCase()) ? word.toLowerCase() : word));
}

/** A figure's words, with a hyphen between number and noun, and a bound in other words, put plainly. */
function spelledOut(figure: Figure, others: readonly Figure[]): string {
  const text = plainBound(figure);
  const noun = hyphenatedNoun(figure);
  if (noun === null || (figure.kind !== 'count' && figure.kind !== 'measure' && figure.kind !== 'duration'))
    return text;
  return `${text.slice(0, text.length - noun.length - 1)} ${severalOf(noun, figure.value, others)}`;
}

/** The figure without the noun that it counts; never with a hyphen left hanging. */
function withoutNoun(figure: Figure): string {
  const { subject, start, end, number, text, kind } = figure;
  if (!subject || subject.start < number.end || subject.end !== end) return spelledOut(figure, []);
  // Of "19 separate actions" the number is what differs; "5 percent of the vote" keeps its unit.
  const cut = kind === 'count' ? number.end : subject.start;
  const words = plainBound({ ...figure, text: text.slice(0, cut - start) });
  return words.replace(/[-‐‑]$/, '');
}

/** "as large as 15,000" says "up to 15,000"; "minus-20" is minus 20. */
function plainBound({ text, bound }: Figure): string {
  const plain = bound === 'atMost' ? 'up to' : bound === 'atLeast' ? 'at least' : null;
  const words = oneLine(text)
    .replace(/^(minus)[-‐‑](?=[\p{L}\d])/iu, '$1 ')
    .replace(/(\d)[-‐‑](?=[mbtr]+illion\b)/iu, '$1 ');
  return plain === null ? words : words.replace(/^as (?!many |much )\p{L}+ as\b/iu, plain);
}

/** The word that a hyphen joins to the number: "children" in "13-children". Null for longer compounds. */
function hyphenatedNoun({ text, number, start }: Figure): string | null {
  return /^[-‐‑](\p{L}+)$/u.exec(oneLine(text.slice(number.end - start)))?.[1] ?? behindMinus(text);
}

/** "minus-20 degree": the hyphen stands in front, and the unit is one word in the singular. */
const behindMinus = (text: string): string | null => /^minus[-‐‑]\S+\s(\p{L}+)$/iu.exec(oneLine(text))?.[1] ?? null;

/** Whether the figure is said of a noun behind it: "35-word", "two-pointer". */
function isAdjective(figure: Figure): boolean {
  const noun = hyphenatedNoun(figure);
  return noun !== null && behindMinus(figure.text) === null && !isPlural(noun.toLowerCase());
}

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({ foot: 'feet', child: 'children', man: 'men', woman: 'women', person: 'people', stone: 'stone' }),
);

/** The noun as it stands behind a number of its own: "games" for "game", in the other article's words where it has it. */
function severalOf(noun: string, value: number | null, others: readonly Figure[]): string {
  const level = noun.toLowerCase();
  // "mph" and "km" have no plural.
  if (Math.abs(value ?? 2) === 1 || isPlural(level) || level.length < 3 || !/[aeiou]/.test(level)) return noun;
  for (const { text } of others) {
    const theirs = /(?<!\p{L})\p{L}+$/u.exec(text)?.[0].toLowerCase() ?? '';
    if (theirs !== level && singular(theirs) === level) return theirs;
  }
  const known = irregular.get(level);
  if (known !== undefined) return known;
  if (/(?:s|x|z|ch|sh)$/.test(level)) return `${noun}es`;
  return /[^aeiou]y$/.test(level) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** How many words a noun with its adjectives may have. */
const mostWords = 3;

/** The noun that an adjective stands before: "oath" behind "35-word". Null where it can't be told where it ends. */
function nounAfter(text: string, { end, subject }: Figure): string | null {
  if (subject && subject.start > end && subject.start - end <= 1) return oneLine(subject.text);
  const words: string[] = [];
  const rest = text.slice(end, end + 80);
  const word = / (\p{Ll}[\p{L}-]*)([.,;:!?)”"]?)/uy;
  for (let found = word.exec(rest); found; found = word.exec(rest)) {
    const [, next = '', mark] = found;
    if (functionWords.has(next) || isVerb(next)) break;
    words.push(next);
    if (words.length > mostWords) return null;
    if (mark !== '') break;
  }
  return words.length === 0 ? null : words.join(' ');
}

const isVerb = (word: string): boolean => /(?:ed|ing|ly)$/.test(word) || knownVerb(word) !== undefined;

// ---- what stands in front ------------------------------------------------------------------------------

const led: ReadonlySet<Figure['kind']> = new Set(['money', 'percent', 'measure', 'duration', 'score', 'date', 'time']);

/**
 * What a figure is about, to stand in front of it: "General fund budget". Null where the figure's own words say it, where
 * the article names nothing short enough, and for counts of several, which take it behind the number.
 */
export function leadOf({ figure }: Stated): string | null {
  const { subject, kind } = figure;
  if (!subject || isWithin(figure)) return null;
  // "Catherine Brook" is no name for the day on which she was heard.
  if (kind === 'date' && isCapitalised(subject.text)) return null;
  const isApart = led.has(kind) || (kind === 'count' && !countsSeveral(subject.text));
  const name = isApart ? nameOf(subject.text) : null;
  return name === null ? null : capitalised(name);
}

/** Whether the last word is a name's: its head. */
const isCapitalised = (subject: string): boolean => /(?:^|[\s-])\p{Lu}\S*$/u.test(subject);

const isWithin = ({ subject, start, end }: Figure): boolean =>
  subject !== null && subject.start < end && subject.end > start;

/** "delegates", not "Hansbrough" or "population". */
function countsSeveral(subject: string): boolean {
  const last = /(\p{L}+)\W*$/u.exec(subject.replace(/ (?:of|in|at|for|from|on|with) .*$/u, ''))?.[1] ?? '';
  return isPlural(last.toLowerCase()) && !/^\p{Lu}/u.test(last);
}

/** Whether a noun stands behind the number already: "54 games". */
const hasNoun = ({ text, number, start }: Figure): boolean => /\p{L}{3}/u.test(text.slice(number.end - start));

/** A subject as a name for what is counted, without its article; null for pronouns, clauses and scraps. */
function nameOf(subject: string): string | null {
  const name = oneLine(subject).replace(/^(?:the|an?|this|that|these|those|its|their|his|her|our|my|your)\s+/i, '');
  if (name.length > longestSubject || !/\p{L}{2}/u.test(name) || pronoun.test(name)) return null;
  // "Receive six months": the words around another number.
  if (name.split(/[\s-]+/).some((word) => /\d/.test(word) || (numberWords.get(word.toLowerCase()) ?? 0) > 1))
    return null;
  // "put the figure at 28"; "ran onto the bank at twenty to seven".
  if (/^(?:figures?|numbers?|total)$/i.test(name) || functionWords.has(name.toLowerCase())) return null;
  // "com", "id": scraps of an address, not words.
  return /^\p{Ll}{1,3}$/u.test(name) ? null : name;
}

const pronoun =
  /^(?:I|we|you|he|she|it|they|him|her|them|us|this|that|these|those|there|who|which|what|one|some|all)$/i;

// ---- ages ---------------------------------------------------------------------------------------------

/** Whether it is the age of somebody named. */
function isPerson(figure: Figure): figure is Figure & { readonly subject: NonNullable<Figure['subject']> } {
  const { subject } = figure;
  return subject !== null && !isWithin(figure) && isCapitalised(subject.text) && nameOf(subject.text) !== null;
}

/** "54"; in the article's words where it isn't so many years. */
function ageOf({ value, max, bound, unit, text }: Figure): string {
  const isPlain = value !== null && max === null && bound === 'exact' && (unit === null || unit === 'year');
  return isPlain ? String(value) : lowered(oneLine(text));
}

// ---- dates --------------------------------------------------------------------------------------------

/** "May 20" of "Tuesday, May 20"; a date that has no more than a weekday stays whole. */
export function withoutWeekday({ text, date }: Figure): string {
  const words = oneLine(text);
  if (date?.weekday == null || date.day === null) return words;
  return words.replace(
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?(?=\S)/i,
    '',
  );
}

// ---- words --------------------------------------------------------------------------------------------

/**
 * "courier.txt", "courier.txt and wire.txt", "4 other files (courier.txt, radio.txt, +2)". Where some of them are copies:
 * "courier.txt and wire.txt (one source)", "4 other files (courier.txt, radio.txt, +2; 3 sources)".
 */
export function inFiles(names: readonly string[], sources = names.length): string {
  const copies = copiesAmong(names.length, sources);
  const [first = '', second = ''] = names;
  if (names.length < 3) {
    const named = names.length === 2 ? l10n.t('{0} and {1}', first, second) : first;
    return copies === '' ? named : l10n.t('{0} ({1})', named, copies);
  }
  const more = names.length - 2;
  return copies === ''
    ? l10n.t('{0} other files ({1}, {2}, +{3})', names.length, first, second, more)
    : l10n.t('{0} other files ({1}, {2}, +{3}; {4})', names.length, first, second, more, copies);
}

/**
 * "1 other file", "3 other files (one source)": files that have it as the one at hand, to stand behind "in".
 * @param sources how many these files and the one at hand are together, copies counted once.
 */
export function otherFiles(count: number, sources = 1 + count): string {
  const copies = copiesAmong(1 + count, sources);
  if (copies === '') return count === 1 ? l10n.t('1 other file') : l10n.t('{0} other files', count);
  return count === 1 ? l10n.t('1 other file ({0})', copies) : l10n.t('{0} other files ({1})', count, copies);
}

/** Text in one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** With a capital. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A figure's words within a sentence: "Two people" that opened one loses its capital; "May 3", "US$5" and "MONDAY" don't. */
export function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && !properFirst.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Figures that begin with a name: days, months, feasts and currencies. Seasons and parts of the day don't. */
const properFirst =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|Christ|New|Easter|Good|Boxing|Thanks|Labo|Memorial|Independence|Hallow|Rs|Q\d|H\d)(?:\b|\p{Ll})/u;
