import type { Paragraph, ScannedQuote } from './model';
import { meetPeople, type People } from './people';
import { readArticle, type Reading } from './reading';

/** What quotes and figures are both given to people by: the article's tokens, and whom it names. */
export interface Background {
  readonly reading: Reading;
  readonly people: People;
}

/** Reads an article's background when first asked for it, once. */
export function backgroundOf(
  text: string,
  paragraphs: readonly Paragraph[],
  quotes: readonly ScannedQuote[],
): () => Background {
  let known: Background | null = null;
  return () => {
    if (!known) {
      const reading = readArticle(text, paragraphs, quotes);
      known = { reading, people: meetPeople(reading) };
    }
    return known;
  };
}
