import type { MarkFault } from './model';
import {
  codeAt,
  isClausePunctuation,
  isClosingBracket,
  isDash,
  isDigit,
  isLetter,
  isLower,
  isOpeningBracket,
  isQuotationMark,
  isSpace,
  isWordCharacter,
} from './characters';

/** Marks of different families never pair: a double can't close a single, a guillemet can't close a double. */
export type MarkFamily = 'double' | 'single' | 'guillemet';

/** One quotation mark with the two readings that its place allows. */
export interface QuotationMark {
  readonly start: number;
  readonly end: number;
  readonly family: MarkFamily;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Whether it is a raised opening mark (‘) in a closing place: it closes only what opened low (‚). */
  readonly closesLow: boolean;
  /** For a single mark that can close: whether it may as well be an apostrophe ("the workers’ pay", "goin’ home"). */
  readonly maybeApostrophe: boolean;
  /** For a double mark that can close: whether it may as well stand for inches (a 12" pipe). */
  readonly maybeInches: boolean;
}

/** A pair of marks, or one mark whose mate is missing. */
export interface MarkPair {
  readonly open: QuotationMark | null;
  readonly close: QuotationMark | null;
  /** The words between the marks, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly carriedOver: boolean;
  readonly fault: MarkFault['kind'] | null;
}

/** A quote with both its marks in one paragraph, the `paragraph`-th, and nothing wrong with it. */
export const soundPair = (open: QuotationMark, close: QuotationMark, paragraph: number): MarkPair => ({
  open,
  close,
  start: open.end,
  end: close.start,
  paragraph,
  carriedOver: false,
  fault: null,
});

/** What a mark's own shape says: “ opens in English and closes in German, so a shape is a leaning and not a rule. */
const shapes = new Map<number, { family: MarkFamily; leans: 'open' | 'close' | 'none' }>([
  [0x22, { family: 'double', leans: 'none' }],
  [0x201c, { family: 'double', leans: 'open' }],
  [0x201d, { family: 'double', leans: 'close' }],
  [0x201e, { family: 'double', leans: 'open' }],
  [0x201f, { family: 'double', leans: 'open' }],
  [0xab, { family: 'guillemet', leans: 'none' }],
  [0xbb, { family: 'guillemet', leans: 'none' }],
  [0x27, { family: 'single', leans: 'none' }],
  [0x2018, { family: 'single', leans: 'open' }],
  [0x2019, { family: 'single', leans: 'close' }],
  [0x201a, { family: 'single', leans: 'open' }],
  [0x201b, { family: 'single', leans: 'open' }],
  [0x60, { family: 'single', leans: 'open' }],
  [0xb4, { family: 'single', leans: 'close' }],
  [0x2039, { family: 'single', leans: 'none' }],
  [0x203a, { family: 'single', leans: 'none' }],
]);

/** Most paragraphs have no marks. */
const none: QuotationMark[] = [];

/** Attributes longer than this are no attributes, in code units. */
const longestAttribute = 200;

/**
 * Finds the quotation marks between two offsets, apostrophes inside words and marks of feet and inches left out.
 * Linear; looks at most a few code units to either side of a mark.
 */
export function findMarks(text: string, start: number, end: number): QuotationMark[] {
  const marks: QuotationMark[] = [];
  let doubled = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Letters, spaces and most marks are told at once.
    if (code < 0x22 || (code > 0x27 && code !== 0x60 && code < 0xab)) continue;
    const shape = shapes.get(code);
    if (!shape) continue;
    const before = i > start ? text.charCodeAt(i - 1) : -1;
    const after = i + 1 < end ? text.charCodeAt(i + 1) : -1;
    // Two single marks in a row are typesetters' and programmers' marks: neither one opens or closes speech.
    if (code === after && (code === 0x27 || code === 0x60)) {
      doubled = true;
      i++;
      continue;
    }
    // The value of an attribute in a stray tag: id="...". Its end may stand on the next line: `">`.
    if (before === 61 && shape.family === 'double') {
      i = endOfAttribute(text, i, Math.min(end, i + longestAttribute));
      continue;
    }
    if (code === 0x22 && before === -1 && after === 62) continue;
    const mark =
      shape.family === 'single'
        ? singleMark(text, i, i + 1, before, after, shape.leans)
        : pairedMark(text, i, i + 1, before, after, shape.leans, shape.family);
    if (mark) marks.push(mark);
  }
  // Beside doubled marks a single one stands inside speech that those set off.
  if (marks.length === 0) return none;
  return doubled ? marks.filter((mark) => mark.family !== 'single') : marks;
}

/** The place of the double mark that closes the one at `open`, or `open` where none does before `limit`. */
function endOfAttribute(text: string, open: number, limit: number): number {
  for (let i = open + 1; i < limit; i++) if (shapes.get(text.charCodeAt(i))?.family === 'double') return i;
  return open;
}

/** Whether a word may begin right after this code unit. */
function opensAfter(before: number): boolean {
  return (
    isSpace(before) ||
    isOpeningBracket(before) ||
    isDash(before) ||
    before === 47 ||
    before === 62 ||
    before === 42 ||
    before === 95
  );
}

function pairedMark(
  text: string,
  start: number,
  end: number,
  before: number,
  after: number,
  leans: 'open' | 'close' | 'none',
  family: MarkFamily,
): QuotationMark | null {
  const maybeInches = leans === 'none' && isDigit(before);
  // One literal and no copies: texts have many marks.
  const mark = (canOpen: boolean, canClose: boolean): QuotationMark => ({
    start,
    end,
    family,
    canOpen,
    canClose,
    closesLow: false,
    maybeApostrophe: false,
    maybeInches,
  });
  if (family === 'guillemet') return mark(true, true);
  const spaceBefore = opensAfter(before) || isQuotationMark(before);
  const spaceAfter = isSpace(after);
  if (leans !== 'open' && isDigit(before) && isFeetAndInches(text, start)) return null;
  if (leans === 'open') {
    // A closing place in the shape of an opening mark: “text.“
    const turned = !spaceBefore && (spaceAfter || isClausePunctuation(after));
    const adrift = isSpace(before) && before !== -1 && spaceAfter;
    return mark(!turned, turned || adrift);
  }
  if (leans === 'close') {
    const turned = (before === -1 || isSpace(before) || isOpeningBracket(before)) && isWordCharacter(after);
    return mark(turned, true);
  }
  if (isSpace(before) && spaceAfter) return mark(true, before !== -1);
  if (isSpace(before) || isOpeningBracket(before)) return mark(true, false);
  if (before === 58 && isWordCharacter(after)) return mark(true, false);
  if (spaceAfter || isClosingBracket(after)) return mark(false, true);
  if (isClausePunctuation(before)) return mark(spaceBefore, true);
  if (isClausePunctuation(after)) return mark(false, true);
  return mark(true, true);
}

/** Whether a straight mark after a digit closes a measure in feet and inches: 6'4", 5' 10". */
function isFeetAndInches(text: string, start: number): boolean {
  let i = start - 1;
  while (i > start - 5 && (isDigit(codeAt(text, i)) || codeAt(text, i) === 46 || codeAt(text, i) === 47)) i--;
  while (i > start - 7 && codeAt(text, i) === 32) i--;
  const code = codeAt(text, i);
  return (code === 39 || code === 0x2019 || code === 0x2032) && isDigit(codeAt(text, i - 1));
}

/** Words that begin with an apostrophe in running text: an opening mark before one of them is doubtful. */
const clipped =
  /^(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|twere\b|twill\b|cause\b|cos\b|bout\b|round\b|n\b|nuff\b|neath\b|kay\b|tude\b|hood\b|burbs\b|flu\b|ere\b|e's\b)/i;

function singleMark(
  text: string,
  start: number,
  end: number,
  before: number,
  after: number,
  leans: 'open' | 'close' | 'none',
): QuotationMark | null {
  const inWord = isWordCharacter(before) && isWordCharacter(after);
  if (inWord) return null;
  // Feet: 6'4", 5' tall.
  if (isDigit(before) && leans !== 'open' && (isDigit(after) || after === 34 || after === 0x201d)) return null;
  // Rock 'n' roll.
  if (before === 110 && isQuotationMark(codeAt(text, start - 2)) && isSpace(codeAt(text, start - 3))) return null;
  const wordAfter =
    isWordCharacter(after) ||
    after === 91 ||
    after === 36 ||
    after === 0xa3 ||
    after === 0x20ac ||
    after === 0x2026 ||
    after === 46;
  const opensHere = (opensAfter(before) || isQuotationMark(before)) && (wordAfter || isQuotationMark(after));
  const canOpen = opensHere && leans !== 'close' && !clipped.test(text.slice(end, end + 6));
  const canClose = !isSpace(before) && !isOpeningBracket(before) && !isWordCharacter(after);
  if (!canOpen && !canClose) return null;
  const clause = isClausePunctuation(before);
  const maybeApostrophe =
    canClose &&
    !clause &&
    isLetter(before) &&
    isSpace(after) &&
    after !== -1 &&
    (before === 115 || before === 83 || before === 120 || before === 122 || droppedG(text, start)) &&
    followsOn(text, end);
  return {
    start,
    end,
    family: 'single',
    canOpen,
    canClose: canClose && !(canOpen && opensAfter(before)),
    closesLow: leans === 'open',
    maybeApostrophe,
    maybeInches: false,
  };
}

function droppedG(text: string, start: number): boolean {
  return codeAt(text, start - 1) === 110 && (codeAt(text, start - 2) === 105 || codeAt(text, start - 2) === 97);
}

/** Whether the text goes on with a small letter after the space: "the workers’ pay". */
function followsOn(text: string, end: number): boolean {
  const next = codeAt(text, end + 1);
  return isLower(next) || isLetter(next) || isDigit(next);
}
