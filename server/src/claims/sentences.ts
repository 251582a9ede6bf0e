import type { Paragraph, Sentence } from './model';
import {
  codeAt,
  isClosingBracket,
  isDigit,
  isLetter,
  isLower,
  isQuotationMark,
  isSpace,
  isTerminator,
  isUpper,
} from './characters';

/** Abbreviations that a full stop follows inside a sentence, as newsrooms write them. */
const abbreviations = new Set(
  (
    'mr mrs ms dr prof rev hon st gen col maj capt cmdr lt sgt cpl pvt adm gov sen rep reps sens pres supt insp det ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun no nos vs v inc ltd co corp bros ' +
    'jr sr mt ft ave blvd rd dept est approx fig vol pp ed eds al cf etc viz ca ala ariz ark calif colo conn del fla ' +
    'ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo messrs'
  ).split(' '),
);

const longestAbbreviation = Math.max(...[...abbreviations].map((word) => word.length));

/**
 * Splits paragraphs into sentences: spans in UTF-16 units, in order, each inside one paragraph, without the space
 * between them. A full stop inside a known abbreviation, after an initial, or in a number does not end one.
 */
export function splitSentences(text: string, paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of paragraphs) {
    let start = paragraph.start;
    for (let i = paragraph.start; i < paragraph.end; i++) {
      const code = text.charCodeAt(i);
      // Letters and spaces are told at once.
      if (code === 32 || (code > 63 && code < 0x2026) || !isTerminator(code)) continue;
      let end = i + 1;
      while (end < paragraph.end && isTerminator(text.charCodeAt(end))) end++;
      const lastMark = end - 1;
      while (end < paragraph.end && isSentenceTail(text.charCodeAt(end))) end++;
      if (end < paragraph.end && !isSpace(text.charCodeAt(end))) {
        i = end - 1;
        continue;
      }
      let next = end;
      while (next < paragraph.end && isSpace(text.charCodeAt(next))) next++;
      if (next < paragraph.end && !endsSentence(text, start, i, lastMark, end, next)) {
        i = end - 1;
        continue;
      }
      sentences.push({ start, end });
      start = next;
      i = next - 1;
    }
    if (start < paragraph.end) sentences.push({ start, end: paragraph.end });
  }
  return sentences;
}

function isSentenceTail(code: number): boolean {
  return isQuotationMark(code) || isClosingBracket(code);
}

/** Whether the marks from `first` to `last` end the sentence that began at `start`, with `next` the next word's offset. */
function endsSentence(text: string, start: number, first: number, last: number, end: number, next: number): boolean {
  let head = next;
  while (isQuotationMark(codeAt(text, head)) || codeAt(text, head) === 40 || codeAt(text, head) === 91) head++;
  const headCode = codeAt(text, head);
  const mark = text.charCodeAt(first);
  // “Really?” he asked. An ellipsis in mid-sentence.
  if (isLower(headCode)) return false;
  if (mark !== 46 || last > first) return true;
  if (end > last + 1 && isQuotationMark(text.charCodeAt(end - 1))) return true;
  let word = first;
  while (word > start && (isLetter(text.charCodeAt(word - 1)) || text.charCodeAt(word - 1) === 46)) word--;
  if (word === first) return true;
  const stem = text.slice(word, first);
  // U.S. and J. K. Roe: the next word alone can't tell, and a sentence too long does less harm than one cut short.
  if (stem.includes('.')) return stem.length > 5 || /^(?:a\.m|p\.m)$/i.test(stem);
  if (stem.length === 1 && stem !== 'I') return isDigit(codeAt(text, word - 1));
  return stem.length > longestAbbreviation || !abbreviations.has(stem.toLowerCase());
}

/** Whether a full stop after this word is part of it: "Mr", "Sept", an initial. */
export function standsForMore(word: string): boolean {
  if (word.length === 1 && word !== 'I' && isUpper(word.charCodeAt(0))) return true;
  return word.length <= longestAbbreviation && abbreviations.has(word.toLowerCase());
}
