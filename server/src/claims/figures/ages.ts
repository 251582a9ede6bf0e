import { isHyphen, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import type { Amount } from './amounts';

/** An age: the amount with the words that make it one. Places among the lexemes, `to` exclusive. */
export interface AgeReading {
  readonly from: number;
  readonly to: number;
  /** "year", "month", "week", "day" in the singular. */
  readonly unit: string;
}

const oldest = 125;

/** Reads an amount as an age ("a 33-year-old", "aged 51", ", 77,", "people over 65"), or null where it is none. */
export function readAge(lexemes: Lexemes, amount: Amount): AgeReading | null {
  if (amount.kind === 'duration') return oldBehind(lexemes, amount);
  if (amount.kind !== 'count' || amount.number.scale !== 1 || amount.number.vague) return null;
  const { from, to, value } = amount;
  const year = (start: number, end = to): AgeReading => ({ from: start, to: end, unit: 'year' });
  // "87 yo"
  if (
    wordAt(lexemes, to) === 'yo' ||
    (wordAt(lexemes, to) === 'y' && markAt(lexemes, to + 1) === '/' && wordAt(lexemes, to + 2) === 'o')
  ) {
    return year(from, wordAt(lexemes, to) === 'yo' ? to + 1 : to + 3);
  }
  if (value < 0 || value > oldest) return null;
  if (/^(?:age|aged|ages|turned|turns|turning)$/.test(wordAt(lexemes, from - 1))) return agedBefore(lexemes, amount);
  if (amount.number.form === 'digits' && markAt(lexemes, from - 1) === ',' && wordAt(lexemes, from - 2) === 'age') {
    return year(from);
  }
  if (wordAt(lexemes, from - 1) === 'of' && wordAt(lexemes, from - 2) === 'age') return year(from);
  if (isSaidOfPerson(lexemes, amount)) return year(from);
  if (isBetweenCommas(lexemes, amount) || isBoundOfAge(lexemes, amount)) return year(from);
  return null;
}

/** "years old", "-year-old", "months of age" behind a length of time. */
function oldBehind(lexemes: Lexemes, amount: Amount): AgeReading | null {
  const unit = amount.unit ?? 'year';
  const at = isHyphen(markAt(lexemes, amount.to)) ? amount.to + 1 : amount.to;
  const word = wordAt(lexemes, at);
  if (word === 'old' || word === 'olds') return { from: amount.from, to: at + 1, unit };
  if (word === 'of' && wordAt(lexemes, at + 1) === 'age') return { from: amount.from, to: at + 2, unit };
  return null;
}

/** "aged 51", "age 10", "turned 40": what follows must not be the thing counted ("turned 40 acres"). */
function agedBefore(lexemes: Lexemes, amount: Amount): AgeReading | null {
  const word = wordAt(lexemes, amount.from - 1);
  const next = lexemeAt(lexemes, amount.to);
  if (word.startsWith('turn')) {
    if (
      next.type === 'word' &&
      !/^(?:on|in|this|last|next|and|when|during|years?|he|she|but|just|while|as|before)$/.test(next.lower)
    )
      return null;
    return amount.value >= 10 ? { from: amount.from, to: amount.to, unit: 'year' } : null;
  }
  return { from: amount.from - 1, to: amount.to, unit: 'year' };
}

/** `Bill Haverty, 77,`: a number in digits that commas set off behind a name. */
function isBetweenCommas(lexemes: Lexemes, amount: Amount): boolean {
  const { from, to, number } = amount;
  if (number.form !== 'digits' || to !== from + 1 || number.value < 1 || !Number.isInteger(number.value)) return false;
  if (markAt(lexemes, from - 1) !== ',') return false;
  let first = from - 2;
  if (markAt(lexemes, first) === '.' && /^(?:jr|sr)$/.test(wordAt(lexemes, first - 1))) first--;
  if (!isNamePart(lexemes, first)) return isPersonSetOff(lexemes, amount);
  while (isNamePart(lexemes, first - 1) || isInitial(lexemes, first - 1)) first--;
  const names = from - 1 - first;
  const close = lexemeAt(lexemes, to);
  const ends =
    close.text === ',' ||
    close.text === ';' ||
    close.text === ')' ||
    close.text === '—' ||
    close.text === '–' ||
    (isHyphen(close.text) && !close.glued);
  const runsOn = /^(?:who|of|from|was|is|said|told|has|had|and|were)$/.test(close.lower);
  const stops = (close.text === '.' || close.text === '') && names >= 2;
  if (!ends && !runsOn && !stops) return false;
  if (runsOn && names < 2) return false;
  // "In New York, 14, mostly children" and lists of numbers.
  if (/^(?:in|at|near|across|on|to|outside|around)$/.test(wordAt(lexemes, first - 1))) return false;
  return (
    lexemeAt(lexemes, from - 2).type === 'word' && !(close.text === ',' && lexemeAt(lexemes, to + 1).type === 'digits')
  );
}

/** "The actress, 26, checked in": a person called by the trade, the age between commas. */
function isPersonSetOff(lexemes: Lexemes, amount: Amount): boolean {
  const { from, to, value } = amount;
  if (markAt(lexemes, to) !== ',' || value < 3 || lexemeAt(lexemes, to + 1).type === 'digits') return false;
  const noun = wordAt(lexemes, from - 2);
  if (
    !/(?:er|or|ress|ist|ant|ent|man|woman|boy|girl|mother|father|son|daughter|victim|suspect|teacher|wife|husband|star|ian|ee)$/.test(
      noun,
    )
  )
    return false;
  for (let i = from - 3; i >= from - 6; i--)
    if (/^(?:the|a|an|his|her|their|my)$/.test(wordAt(lexemes, i))) return true;
  return false;
}

const notNames =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept|oct|nov|dec|inc|ltd|psalm|game|week|no|page|in|at|near|across|on|to|outside|around|the|of|from|by|for|and|but)$/;

function isNamePart(lexemes: Lexemes, i: number): boolean {
  const at = lexemeAt(lexemes, i);
  return at.type === 'word' && at.capital && !notNames.test(at.lower);
}

const isInitial = (lexemes: Lexemes, i: number): boolean =>
  (markAt(lexemes, i) === '.' && lexemeAt(lexemes, i - 1).capital && lexemeAt(lexemes, i - 1).text.length <= 2) ||
  isHyphen(markAt(lexemes, i)) ||
  (/^['’]$/.test(markAt(lexemes, i)) && joinsName(lexemes, i));

const joinsName = (lexemes: Lexemes, i: number): boolean =>
  lexemeAt(lexemes, i).glued && lexemeAt(lexemes, i + 1).glued;

/** "who was 10", "she was about 15 and", "aged 16 and 13": an age without a word for it right beside. */
function isSaidOfPerson(lexemes: Lexemes, amount: Amount): boolean {
  const { from, to, value } = amount;
  if (to !== amount.number.to || value < 3 || !Number.isInteger(value)) return false;
  const next = lexemeAt(lexemes, to);
  if (wordAt(lexemes, from - 1) === 'and' && /^age[ds]$/.test(wordAt(lexemes, from - 3)))
    return next.type !== 'word' || next.lower === 'respectively';
  const at = /^(?:about|only|just|nearly|almost|around|barely)$/.test(wordAt(lexemes, from - 1)) ? from - 2 : from - 1;
  if (!/^(?:was|is|were)$/.test(wordAt(lexemes, at)) || !/^(?:he|she|who|i)$/.test(wordAt(lexemes, at - 1)))
    return false;
  return next.type === 'mark' ? /^[.,;)"”’]?$/.test(next.text) : /^(?:when|and|at|now|but)$/.test(next.lower);
}

const people =
  /^(?:people|children|adults?|men|women|those|kids|anyone|everyone|pupils|workers|patients|voters|residents|girls|boys|infants|child|person|someone|students|teenagers|citizens|americans|drivers|all)$/;

/** "people over 65", "children under 5", "anyone 18 or older": an age without a word for it. */
function isBoundOfAge(lexemes: Lexemes, amount: Amount): boolean {
  const next = lexemeAt(lexemes, amount.to);
  const before = wordAt(lexemes, amount.from - 1);
  if (next.lower === 'or' || next.lower === 'and') {
    if (/^(?:older|younger)$/.test(wordAt(lexemes, amount.to + 1))) return true;
    if (/^(?:over|under|above|below)$/.test(wordAt(lexemes, amount.to + 1)) && people.test(before)) return true;
  }
  if (!/^(?:over|under|above|below)$/.test(before) || amount.value < 1) return false;
  return (
    people.test(wordAt(lexemes, amount.from - 2)) &&
    (next.type !== 'word' ||
      /^(?:who|and|or|in|are|were|is|was|at|with|to|from|have|had|can|may|living)$/.test(next.lower))
  );
}
