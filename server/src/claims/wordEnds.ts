import { isDigit, isLetter } from './characters';

/** Longer strings of letters are no words. */
const longestWord = 64;

/**
 * Where the word that begins at `i` ends: apostrophes, dots of acronyms and marks inside numbers belong to it.
 * `last`: where the passage ends.
 */
export function wordEnd(text: string, i: number, last: number): number {
  let end = i + 1;
  const limit = Math.min(last, i + longestWord);
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    // Small letters and spaces are most of all.
    if (code > 96 && code < 123) continue;
    if (code === 32) break;
    if (isLetter(code) || isDigit(code)) continue;
    const next = end + 1 < last ? text.charCodeAt(end + 1) : -1;
    if (code === 39 || code === 0x2019 || code === 0x2bc) {
      if (!isLetter(next) || !isLetter(text.charCodeAt(end - 1))) break;
    } else if ((code === 44 || code === 46) && isDigit(next) && isDigit(text.charCodeAt(end - 1))) continue;
    else if (code === 46) {
      if (!isAcronymDot(text, end, i, next, last)) break;
    } else if (code !== 42 || !masked(text, end, next)) break;
  }
  return end;
}

/** Whether the asterisk at `at` masks a letter of a word (f***ing), rather than marking up the text. `next` follows it. */
function masked(text: string, at: number, next: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 42 || (next === 42 && isLetter(before));
}

/** Whether the dot at `at` follows a single letter of an acronym such as U.N. or a.m. that began at `start`. */
function isAcronymDot(text: string, at: number, start: number, next: number, last: number): boolean {
  if (!isLetter(text.charCodeAt(at - 1))) return false;
  if (at - start > 1) return text.charCodeAt(at - 2) === 46;
  return isLetter(next) && !(at + 2 < last && isLetter(text.charCodeAt(at + 2)));
}

/** How many dots stand from `i` on, spaces between them, up to eight characters on. */
export function dots(text: string, i: number, last: number): number {
  let count = 0;
  for (let k = i; k < i + 8 && k < last; k++) {
    if (text.charCodeAt(k) === 46) count++;
    else if (text.charCodeAt(k) !== 32 && text.charCodeAt(k) !== 0xa0) break;
  }
  return count;
}

/** Where the last of those dots ends. */
export function dotsEnd(text: string, i: number, last: number): number {
  let end = i + 1;
  let k = i;
  while (k < last && (text.charCodeAt(k) === 46 || text.charCodeAt(k) === 32 || text.charCodeAt(k) === 0xa0)) {
    if (text.charCodeAt(k) === 46) end = k + 1;
    k++;
  }
  return end;
}
