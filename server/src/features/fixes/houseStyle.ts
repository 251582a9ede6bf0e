import type { Quote } from '../../claims/model';

/** How an article writes the marks that a wording from elsewhere brings along. */
export interface HouseMarks {
  readonly apostrophe: string;
  /** For speech within the quote that the words go into. */
  readonly innerOpen: string;
  readonly innerClose: string;
}

/** The marks for speech within speech, by the outer opening mark. */
const innerMarks: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['“', ['‘', '’']],
  ['”', ['’', '’']],
  ['"', ["'", "'"]],
  ['‘', ['“', '”']],
  ["'", ['"', '"']],
  ['«', ['“', '”']],
  ['»', ['›', '‹']],
  ['„', ['‚', '‘']],
]);

/** Reads from an article how it writes apostrophes, and from a quote what marks stand inside it. */
export function houseMarksOf(text: string, quote: Pick<Quote, 'outer' | 'start'>): HouseMarks {
  const straight = count(text, /\p{L}'\p{L}/gu);
  const curly = count(text, /\p{L}’\p{L}/gu);
  const opening = quote.outer.start < quote.start ? text.charAt(quote.outer.start) : '';
  const apostrophe =
    straight === curly ? (/^["']$/.test(opening) || !/[“”‘’]/.test(text) ? "'" : '’') : straight > curly ? "'" : '’';
  const [innerOpen, innerClose] = innerMarks.get(opening) ?? (apostrophe === "'" ? ['"', '"'] : ['“', '”']);
  return { apostrophe, innerOpen, innerClose };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Words that begin with an apostrophe. */
const clipped = /^(?:\d0s\b|em\b|til\b|tis\b|twas\b|cause\b|cos\b|bout\b|n\b)/i;

/**
 * Words from another article in this one's marks: apostrophes and marks of inner speech in its style, a mark whose mate
 * is not among the words left out, line breaks and emphasis taken away.
 */
export function inHouseMarks(words: string, marks: HouseMarks): string {
  const line = words
    .replace(/(?<!\s)\s*[\r\n]+\s*(?:[>#]+\s*)?[“"«„]?/g, ' ')
    .replace(/(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]*[^\s*_])\1/g, '$2');
  const found = [...line.matchAll(/["“”„‟«»'‘’‚‹›`´]/g)].map(({ 0: mark, index }) => ({ mark, index }));
  const isDouble = (mark: string): boolean => /["“”„‟«»]/.test(mark);
  const replaced = new Map<number, string>();
  const open: { readonly index: number; readonly double: boolean }[] = [];
  for (const { mark, index } of found) {
    const before = line.charAt(index - 1);
    const after = line.charAt(index + 1);
    const single = !isDouble(mark);
    const begins = !/[\p{L}\p{N}.,;:!?…]/u.test(before) && /[\p{L}\p{N}$£€[(…]/u.test(after);
    const top = open.at(-1);
    if (single && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) replaced.set(index, marks.apostrophe);
    else if (single && begins && clipped.test(line.slice(index + 1))) replaced.set(index, marks.apostrophe);
    else if (begins) open.push({ index, double: !single });
    else if (top?.double === !single) {
      open.pop();
      replaced.set(top.index, marks.innerOpen);
      replaced.set(index, marks.innerClose);
    } else replaced.set(index, single && /s/i.test(before) ? marks.apostrophe : '');
  }
  for (const { index } of open) replaced.set(index, '');
  return [...replaced]
    .sort((a, b) => b[0] - a[0])
    .reduce((out, [at, by]) => out.slice(0, at) + by + out.slice(at + 1), line);
}

/** Whether words that begin here begin a sentence. */
export function beginsSentence(text: string, offset: number): boolean {
  let i = offset;
  while (i > 0 && /[\s“”„«»"'‘’‚([*_]/.test(text.charAt(i - 1))) {
    i--;
    if (/[\r\n]/.test(text.charAt(i))) return true;
  }
  return i === 0 || /[.?!…]/.test(text.charAt(i - 1));
}

export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
export const uncapitalised = (words: string): string => words.charAt(0).toLocaleLowerCase('en') + words.slice(1);
export const isCapital = (words: string): boolean => /^\p{Lu}/u.test(words);
