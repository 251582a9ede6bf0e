import type { Span } from '../core/span';
import { personNoun } from '../claims/cues';
import { genderOfName, isTitle, organisationWord } from '../claims/givenNames';
import type { Claims, Quote, Speaker } from '../claims/model';
import type { PersonName } from '../links/persons';

/** Words by which a writer says that whoever speaks takes the words from somebody else, or shares them. */
const borrowing =
  /\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|echo(?:ed|es|ing)|recit(?:ed|es|ing)|read(?:ing)? (?:aloud|out|from)|invok(?:ed|es|ing)|borrow(?:ed|s|ing)|paraphras(?:ed|es|ing)|repeat(?:ed|s|ing)|retweet(?:ed|s|ing)?|recall(?:ed|s|ing)|relay(?:ed|s|ing)|attribut(?:ed|es|ing)|mimick(?:ed|ing)|impersonat(?:ed|es|ing)|in the words of|joint(?:ly)?|co-?(?:wrote|written|authored|signed|sponsored)|both said|together said|slogan|motto|anthem|lyrics?|scripture|oath|proverb)\b/i;

/** How far from its sentence's quote a name still counts as the one that the cue gives it to, in UTF-16 units. */
const besideQuote = 60;

/**
 * Whether the article gives the quote to its speaker only at second hand, or may mean somebody else: the words around it
 * in its paragraph say that they are cited or shared, or name the other person and leave the speaker to a pronoun or a
 * name farther off. `surname` is the other's, in lower case without accents.
 */
export function isBorrowed(text: string, quote: Quote, speaker: Speaker, surname: string): boolean {
  const { start, end } = paragraphAround(text, quote.outer);
  const around = `${text.slice(start, quote.outer.start)} ${text.slice(Math.min(end, quote.outer.end), end)}`;
  if (quote.kind !== 'block' && borrowing.test(around)) return true;
  if (quote.kind === 'block') return false;
  const names = new RegExp(`(?<![a-z])${escaped(surname)}(?![a-z])`);
  if (!names.test(levelled(around))) return false;
  const gap = speaker.start < quote.start ? quote.outer.start - speaker.end : speaker.start - quote.outer.end;
  if (gap > besideQuote || /^(?:He|She|They|It)$/.test(speaker.mention)) return true;
  return !/^\p{Lu}/u.test(speaker.mention) && mentionWithName(text, speaker) === speaker.mention;
}

const levelled = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n', Math.max(0, start - 1));
  const after = text.indexOf('\n', end);
  return { start: before + 1, end: after < 0 ? text.length : after };
}

/** Whoever is called so says what others think; lawyers and aides speak for somebody only where he is named beside them. */
const speaking =
  /\b(?:spokes(?:man|woman|person|people)|press secretary|communications director|representatives? for|speaking for|on behalf of)\b/gi;
const serving = /\b(?:aides?|lawyers?|attorneys?(?! general)|counsel|advis[eo]rs?|chief of staff)\b/gi;

/** How near the word must stand to a name, in UTF-16 units. */
const besideName = 60;

/**
 * Whether the article says that one of two people, by their surnames in lower case without accents, speaks for somebody
 * and the other doesn't, or names both beside such a word: what a spokeswoman says one desk gives to her and another to
 * whom she speaks for, and both are right.
 */
export function speaksForOther(text: string, one: string, other: string): boolean {
  const plain = levelled(text);
  for (const { index } of plain.matchAll(speaking)) {
    const around = plain.slice(Math.max(0, index - besideName), index + besideName);
    if (around.includes(one) || around.includes(other)) return true;
  }
  for (const { index } of plain.matchAll(serving)) {
    const around = plain.slice(Math.max(0, index - besideName), index + besideName);
    if (around.includes(one) && around.includes(other)) return true;
  }
  return false;
}

const pronoun = /^(?:he|she|they|it)$/i;
/** The name that a pronoun stands for is looked for in so many UTF-16 units before the quote. */
const longestBack = 600;

/** A name of whoever is described stands within so many UTF-16 units of the description. */
const longestApposed = 60;
const apposedName = /^, (?:\p{Lu}[\p{L}’'-]*\s?){1,4}(?=[,.])/u;

/** The words by which the article means the speaker, with a name that stands behind them: "the mayor, Ada Roe". */
export const mentionWithName = (text: string, { mention, end }: Speaker): string =>
  mention + (apposedName.exec(text.slice(end, end + longestApposed))?.[0] ?? '');

/**
 * Whether the article names the speaker beside the quote, or by a pronoun whose name stands close before, with no other
 * name in between that it might mean. False for a description: "the judge" may be another. `surname` is the speaker's, in
 * lower case without accents.
 */
export function isPlainlyMeant(text: string, claims: Claims, quote: Quote, speaker: Speaker, surname: string): boolean {
  if (levelled(mentionWithName(text, speaker)).includes(surname)) return true;
  if (!pronoun.test(speaker.mention)) return false;
  // A pronoun after the quote may have its name before the quote or between the two.
  const upTo = Math.max(speaker.start, quote.outer.end);
  const from = Math.max(0, quote.outer.start - longestBack);
  let said = text.slice(from, upTo);
  for (const { outer } of claims.quotes) {
    const start = Math.max(0, outer.start - from);
    const end = Math.min(said.length, outer.end - from);
    if (end > start) said = said.slice(0, start) + ' '.repeat(end - start) + said.slice(end);
  }
  const at = levelled(said).lastIndexOf(surname);
  if (at < 0) return false;
  return !/(?<=\s)(?=\p{Lu})(?<![.!?…:”"’'\n]\s*)\p{Lu}[\p{L}’'-]+/u.test(said.slice(at + surname.length));
}

/**
 * Whether the article treats a name as a person's: a title, an age or a trade beside it, a well-known given name, a
 * surname that stands alone, a pronoun of a person. A firm or a match goes by its whole name. `person` is the name as it
 * was read.
 */
export function isTreatedAsPerson(text: string, speaker: Speaker, person: PersonName): boolean {
  if (person.titled || genderOfName(person.given) !== null || /^(?:he|she)$/i.test(speaker.mention)) return true;
  const plain = levelled(text);
  const { surname, given } = person;
  for (let at = plain.indexOf(surname); at >= 0; at = plain.indexOf(surname, at + surname.length)) {
    const end = at + surname.length;
    if (/[a-z-]/.test(plain.charAt(end)) || /[a-z'’-]/.test(plain.charAt(at - 1))) continue;
    const before = plain
      .slice(Math.max(0, at - besideName), at)
      .trimEnd()
      .split(/\s+/);
    const last = before.at(-1) ?? '';
    const isWhole = last === given || last === person.words.at(-2);
    if (!isWhole && last !== 'the') return true;
    const after = /^, ([^.,;”"]{1,60})/.exec(plain.slice(end, end + besideName))?.[1] ?? '';
    if (isWhole && (isCalling(before.at(-person.words.length) ?? '') || /^(?:\d|who\b)/.test(after))) return true;
    if (isWhole && after.split(' ').some(isCalling)) return true;
  }
  return false;
}

/** Whether a word in lower case says what a person is. */
const isCalling = (word: string): boolean => (personNoun(word) || isTitle(word)) && !organisationWord(word);

const escaped = (word: string): string => word.replace(/[-.]/g, '\\$&');
