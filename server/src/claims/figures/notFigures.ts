import { isMonthName } from '../dates/calendar';
import { isHyphen, type Lexeme, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isPluralLike, type NumberReading } from './magnitudes';
import {
  endsName,
  isAddress,
  isAircraft,
  isBlock,
  isDigits,
  isEmergency,
  isNameInWords,
  isPhone,
  labelsNames,
  repeatsName,
} from './numberNames';
import { isPronounNumber, isPronounOne, isSetPhrase, isSomeDay, isTwoCents } from './pronouns';

/** What plainly is a date or a time, though nobody has taken it: "May 4", "4 May", "2019", "9:30", "7 p.m.". */
function isDateOrTime(lexemes: Lexemes, n: NumberReading): boolean {
  if (n.form !== 'digits') return wordAt(lexemes, n.to) === 'o' && wordAt(lexemes, n.to + 2) === 'clock';
  const value = n.value;
  const before = lexemeAt(lexemes, markAt(lexemes, n.from - 1) === '.' ? n.from - 2 : n.from - 1);
  if (value <= 31 && before.capital && isMonthName(before.lower)) return true;
  const next = lexemeAt(lexemes, n.to);
  // "the 19 Sept. 11 hijackers": the month belongs to the day behind it.
  const behind = markAt(lexemes, n.to + 1) === '.' ? n.to + 2 : n.to + 1;
  if (value <= 31 && next.capital && isMonthName(next.lower) && !isDay(lexemeAt(lexemes, behind))) return true;
  if (markAt(lexemes, n.to) === ':' && isDigits(lexemes, n.to + 1) && lexemeAt(lexemes, n.to + 1).glued) return true;
  if (
    markAt(lexemes, n.from - 1) === ':' &&
    lexemeAt(lexemes, n.from - 1).glued &&
    isDigits(lexemes, n.from - 2) &&
    lexemeAt(lexemes, n.from).glued
  )
    return true;
  if (/^(?:am|pm)$/.test(next.lower) && value < 25) return true;
  if (/^[ap]$/.test(next.lower) && wordAt(lexemes, n.to + 2) === 'm' && value < 25) return true;
  if (next.lower === 'o' && wordAt(lexemes, n.to + 2) === 'clock') return true;
  if (/^(?:bc|ad|bce|ce)$/.test(next.lower) && next.text === next.text.toUpperCase()) return true;
  return isYear(lexemes, n);
}

const isDay = (at: Lexeme): boolean => at.type === 'digits' && at.decimals === 0 && at.value <= 31;

/** "an average of 1500": a sum of something. */
const sums = /^(?:average|median|mean|total|sum|maximum|minimum|capacity|tally|crowd|score)$/;

/** Four digits without separator that are a year: 1900 to 2099 nearly always, others from 1000 on unless things follow. */
function isYear(lexemes: Lexemes, n: NumberReading): boolean {
  const text = lexemeAt(lexemes, n.from).text;
  if (n.to !== n.from + 1 || !/^[12]\d{3}$/.test(text) || text === '1000') return false;
  if (wordAt(lexemes, n.from - 1) === 'of' && sums.test(wordAt(lexemes, n.from - 2))) return false;
  const next = lexemeAt(lexemes, n.to);
  const counted = next.type === 'word' && !next.capital && isPluralLike(next.lower);
  const round = n.value % 100 === 0;
  if (n.value >= 1900 && n.value <= 2099) return !(counted && round);
  if (counted) return false;
  if (wordAt(lexemes, n.from - 2) === 'd' && markAt(lexemes, n.from - 3) === '.') return true;
  if (
    next.type === 'word' &&
    !/^(?:and|or|the|a|in|at|on|to|when|were|was|he|she|it|they|who|by|with|as|had)$/.test(next.lower)
  )
    return false;
  return /^(?:in|since|by|until|from|of|before|after|circa|late|early|to|and)$/.test(wordAt(lexemes, n.from - 1));
}

/** Units of a page's own: list numbers at the start of a line. */
function isListNumber(text: string, lexemes: Lexemes, n: NumberReading): boolean {
  if (n.form !== 'digits' || n.to !== n.from + 1 || n.value > 99) return false;
  const mark = lexemeAt(lexemes, n.to);
  if (
    (mark.text !== '.' && mark.text !== ')') ||
    !mark.glued ||
    (lexemeAt(lexemes, n.to + 1).type === 'mark' && mark.text === '.')
  )
    return false;
  let i = lexemeAt(lexemes, n.from).start - 1;
  while (i >= 0 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 40)) i--;
  const alone = lexemeAt(lexemes, n.to + 1).type === 'mark' && lexemeAt(lexemes, n.to + 1).text === '';
  return (i < 0 || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) && !alone;
}

/** "F-16", "Covid-19", "TPP-11", "under-21s", "A320": digits that hang on to letters before or behind. */
function hangsOn(lexemes: Lexemes, n: NumberReading, hasUnit: boolean, leading: boolean): boolean {
  const at = lexemeAt(lexemes, n.from);
  const before = lexemeAt(lexemes, n.from - 1);
  if (at.type === 'digits' && at.glued && !leading) {
    if (before.type === 'word') return true;
    if (isHyphen(before.text) && lexemeAt(lexemes, n.from - 2).type === 'word') {
      if (/^(?:minus|to|or|and|about|plus)$/.test(wordAt(lexemes, n.from - 2))) return false;
      if (before.glued || !hasUnit) return true;
    }
    if (
      (before.text === ',' && before.glued) ||
      before.text === '#' ||
      before.text === '/' ||
      before.text === '@' ||
      before.text === '_' ||
      before.text === '='
    )
      return true;
    if (
      before.text === '.' &&
      before.glued &&
      lexemeAt(lexemes, n.from - 2).type === 'word' &&
      lexemeAt(lexemes, n.from - 2).text.length === 1
    )
      return true;
  }
  const next = lexemeAt(lexemes, n.to);
  if (n.form !== 'digits' || hasUnit) return false;
  // "747-400", "50-50", "6-for-8", "H.R. 3590"
  if (!leading && isHyphen(before.text) && before.glued && at.glued && isDigits(lexemes, n.from - 2)) return true;
  if (before.text === '.' && lexemeAt(lexemes, n.from - 2).text.length === 1 && markAt(lexemes, n.from - 3) === '.') {
    return !isPluralLike(next.lower);
  }
  if (!next.glued) return false;
  if (isHyphen(next.text) && lexemeAt(lexemes, n.to + 1).glued) {
    if (/^(?:for|of|by)$/.test(wordAt(lexemes, n.to + 1))) return true;
    if (n.value === 50 && lexemeAt(lexemes, n.to + 1).text === '50') return true;
  }
  return next.type === 'word' || (next.text === '/' && lexemeAt(lexemes, n.to + 1).type === 'digits');
}

/** What surrounds a number when it is judged. */
export interface Surroundings {
  readonly text: string;
  readonly lexemes: Lexemes;
  /** Whether a unit, a currency or a percent sign makes it a figure. */
  readonly hasUnit: boolean;
  /** Whether a currency stands before the number. */
  readonly leading: boolean;
  /** Whether a word of bound stands before or behind. */
  readonly hasBound: boolean;
  /** Whether it stands in a headline, where all words may have capitals. */
  readonly display: boolean;
  /** Where the second number of a pair ends ("16-18 Mill Lane"), if there is one. */
  readonly address?: number;
}

/** Whether a number is none that an editor would check: part of a name, an address, a date, a pronoun, a list's number. */
export function isNoFigure(n: NumberReading, around: Surroundings): boolean {
  const { text, lexemes, hasUnit, leading, hasBound, display } = around;
  if (hangsOn(lexemes, n, hasUnit, leading) || (!leading && isPhone(lexemes, n))) return true;
  if (hasUnit) return isSomeDay(lexemes, n) || isTwoCents(lexemes, n);
  if (around.address !== undefined && isAddress(lexemes, { ...n, to: around.address })) return true;
  if (isDateOrTime(lexemes, n) && !(hasBound && isRoundCount(lexemes, n))) return true;
  if (
    isListNumber(text, lexemes, n) ||
    isAddress(lexemes, n) ||
    isBlock(lexemes, n) ||
    isAircraft(lexemes, n) ||
    isEmergency(lexemes, n)
  )
    return true;
  if (
    isPronounOne(lexemes, n) ||
    isPronounNumber(lexemes, n) ||
    isSetPhrase(lexemes, n) ||
    isNameInWords(text, lexemes, n, display)
  )
    return true;
  if (hasBound) return false;
  return labelsNames(lexemes, n) || endsName(lexemes, n) || repeatsName(lexemes, n);
}

/** "more than 2050 people": four digits with a bound are a count where things follow. */
function isRoundCount(lexemes: Lexemes, n: NumberReading): boolean {
  const next = lexemeAt(lexemes, n.to);
  const year = n.value >= 1900 && n.value < 2100;
  return n.value >= 1000 && (!year || isPluralLike(next.lower)) && next.type === 'word' && !next.capital;
}
