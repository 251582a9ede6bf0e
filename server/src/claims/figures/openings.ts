import type { Span } from '../../core/span';
import { mayBeListed, wordFilter } from '../wordFilter';
import { numberWords } from '../words';
import { currencyBefore, isCurrencySign } from './currencies';
import { type MoneyReader } from './moneyContext';
import { isMinus, joinsAt, type Lexemes, lexemeAt, markAt, markCodeAt, wordAt } from './lexemes';
import { opensOrdinal } from './ordinals';
import { opensShare, partNames } from './shares';
import { unitName } from './unitTable';
import { opensNumber } from './wordNumbers';

const wordsThatOpen: ReadonlySet<string> = new Set([
  ...opensNumber,
  ...opensShare,
  ...opensOrdinal,
  ...numberWords.keys(),
  'minus',
  'negative',
  'u',
]);
const mayOpen = wordFilter(wordsThatOpen);

/** The words at which a figure may begin, as they stand: in small letters, with a capital, in capitals. */
const openers = new Set<string>();
for (const word of [...wordsThatOpen, ...partNames]) {
  // Before a number "a" and "an" add nothing; by themselves they stand in every sentence.
  if (word === 'a' || word === 'an' || word.length < 2) continue;
  for (const form of [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]) openers.add(form);
}

/** What "a" may count by itself. */
const lasting = new Set('second minute hour day week fortnight month year decade century generation'.split(' '));
const mayHold = wordFilter([...openers, ...lasting]);

/** Whether a paragraph has a digit, a fraction or a word that a figure may begin with: two in three have none. */
export function mayHoldFigure(text: string, { start, end }: Span): boolean {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
    if (code >= 0xbc && (code <= 0xbe || (code >= 0x2150 && code <= 0x215e))) return true;
    const letter = code | 32;
    if (letter < 97 || letter > 122) {
      i++;
      continue;
    }
    const from = i++;
    while (i < end) {
      const next = text.charCodeAt(i) | 32;
      if (next < 97 || next > 122) break;
      i++;
    }
    if (!mayBeListed(mayHold, code, text.charCodeAt(i - 1), i - from)) continue;
    const word = text.slice(from, i);
    if (openers.has(word)) return true;
    // "for a week", "half an hour"
    if (lasting.has(word) && /\ban? $/i.test(text.slice(Math.max(start, from - 4), from))) return true;
  }
  return false;
}

/** Whether a figure may begin at the lexeme. */
export function opensFigure(lexemes: Lexemes, i: number, context: MoneyReader): boolean {
  const { text, starts, ends, types } = lexemes;
  const start = starts[i] ?? 0;
  switch (types[i]) {
    case 'digits':
      return true;
    case 'mark': {
      const code = text.charCodeAt(start);
      // Commas and full stops are most of all marks.
      if (code === 44 || code === 46) return false;
      const mark = text.charAt(start);
      return isMinus(mark) ? signsNumber(lexemes, i + 1) : isCurrencySign(mark);
    }
    case 'word': {
      const length = (ends[i] ?? 0) - start;
      if (mayBeListed(mayOpen, text.charCodeAt(start), text.charCodeAt(start + length - 1), length)) {
        const word = wordAt(lexemes, i);
        if (wordsThatOpen.has(word)) return (word !== 'a' && word !== 'an') || isArticleOfNumber(lexemes, i);
      }
      // The letters of a currency: "US$5m", "RM79", "Rs. 500"
      return length <= 4 && mayStandBefore(lexemes, i + 1) && currencyBefore(lexemes, i, context) !== null;
    }
    default:
      return false;
  }
}

/** Whether what stands at the place may have a minus sign: digits or a currency, right behind it. */
function signsNumber(lexemes: Lexemes, i: number): boolean {
  if (lexemes.types[i] === 'digits') return lexemeAt(lexemes, i).glued;
  const mark = markAt(lexemes, i);
  return (mark === '$' || mark === '£' || mark === '€') && lexemeAt(lexemes, i).glued;
}

/** Whether the lexeme is one that the letters of a currency stand before. */
function mayStandBefore(lexemes: Lexemes, i: number): boolean {
  if (lexemes.types[i] !== 'mark') return lexemes.types[i] === 'digits';
  const code = markCodeAt(lexemes, i);
  return code === dollar || code === 46;
}

/** The dollar sign. */
const dollar = 36;

/** "a" stands everywhere: it begins a number or a share only before their words. */
function isArticleOfNumber(lexemes: Lexemes, i: number): boolean {
  if (markCodeAt(lexemes, i + 1) === dollar) return true;
  const noun = wordAt(lexemes, joinsAt(lexemes, i + 1) ? i + 2 : i + 1);
  return noun === 'few' || wordsThatOpen.has(noun) || partNames.has(noun) || unitName(noun) !== undefined;
}
