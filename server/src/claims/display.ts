import type { Attribution } from './attribution';
import type { ScannedQuote, Speaker } from './model';
import type { Reading } from './reading';

/**
 * Whether the quote stands in a headline or a pull quote: a heading, a line that is quoted with `>`, or, in the single
 * marks of headlines, the first line of the article or a few words alone on theirs, as papers set cross-heads. Where
 * the article's speech is in single marks too, words that end as a sentence are a line of dialogue and no cross-head.
 */
export function isDisplay(reading: Reading, quote: ScannedQuote): boolean {
  const paragraph = reading.paragraphs[quote.paragraph];
  if (paragraph === undefined || paragraph.kind === 'turn') return false;
  if (paragraph.kind === 'heading' || reading.text.charAt(paragraph.start) === '>') return true;
  if (!isSingle(quote)) return false;
  const first = quote.paragraph === 0 && reading.paragraphs.length > 1;
  if (first && paragraph.end - paragraph.start < longestHeadline) return true;
  return (
    paragraph.start === quote.outer.start &&
    paragraph.end - quote.outer.end <= 1 &&
    paragraph.end - paragraph.start < longestCrossHead &&
    !(/[.?!]/.test(reading.text.charAt(quote.end - 1)) && speaksInSingles(reading))
  );
}

/** In UTF-16 code units. */
const longestHeadline = 160;
const longestCrossHead = 60;

const isSingle = ({ open }: ScannedQuote): boolean => open === "'" || open === '‘';

/** Whether more of the article's speech is in single marks than in double ones. What may be a headline or a cross-head does not count. */
function speaksInSingles({ quotes, paragraphs }: Reading): boolean {
  let single = 0;
  let double = 0;
  for (const quote of quotes) {
    const paragraph = paragraphs[quote.paragraph];
    if (quote.nestedIn !== null || quote.open === '' || !paragraph || paragraph.kind === 'heading') continue;
    if (!isSingle(quote)) double++;
    else if (quote.paragraph > 0 && paragraph.end - quote.outer.end > 1) single++;
  }
  return single > double;
}

/** So many words are plain enough to be known again: fewer may be anybody's. */
const fewestWords = 5;

/**
 * Whose words a headline or a pull quote repeats, where its own line names nobody: the speaker of the quote below, or
 * above, that holds them. Null where no quote does, or two speakers' quotes do.
 */
export function repeatedBelow(
  text: string,
  quotes: readonly ScannedQuote[],
  done: readonly Attribution[],
  index: number,
): Speaker | null {
  const display = quotes[index];
  if (!display) return null;
  const words = plain(text.slice(display.start, display.end));
  if (words.split(' ').length < fewestWords) return null;
  let found: Speaker | null = null;
  for (let i = Math.max(0, index - memory); i < Math.min(quotes.length, index + memory); i++) {
    const quote = quotes[i];
    const speaker = done[i]?.speaker;
    if (!quote || !speaker || i === index || done[i]?.display || quote.nestedIn !== null) continue;
    if (quote.end - quote.start < display.end - display.start - slack) continue;
    if (!` ${plain(text.slice(quote.start, quote.end))} `.includes(` ${words} `)) continue;
    if (found && found.name !== speaker.name) return null;
    found ??= speaker;
  }
  return found;
}

/** A headline looks over this many quotes on either side at most. */
const memory = 60;

/** In UTF-16 code units: what punctuation a headline may have over the words it repeats. */
const slack = 8;

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
