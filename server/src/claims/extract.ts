import type { Claims, Quote } from './model';
import { attribute } from './attribution';
import { splitParagraphs } from './paragraphs';
import { scanQuotes } from './quoteScanner';
import { splitSentences } from './sentences';
import { findTurns } from './transcript';

/**
 * Finds all that an article claims: its paragraphs, sentences, quotes with their speakers, and faults in its quotation
 * marks. Spans are UTF-16 offsets into `text`. Never throws; doubtful text gives fewer claims.
 */
export function extractClaims(text: string): Claims {
  const paragraphs = splitParagraphs(text);
  const turns = findTurns(text, paragraphs);
  const scan = scanQuotes(text, paragraphs, turns);
  const attributions = attribute(text, paragraphs, scan.quotes);
  const quotes = scan.quotes.map((scanned, index): Quote => {
    const attribution = attributions[index];
    return {
      index,
      start: scanned.start,
      end: scanned.end,
      text: text.slice(scanned.start, scanned.end),
      kind: attribution?.kind ?? 'direct',
      outer: scanned.outer,
      speaker: attribution?.speaker ?? null,
      nestedIn: scanned.nestedIn,
      continues: attribution?.continues ?? null,
      display: attribution?.display ?? false,
    };
  });
  return { paragraphs, sentences: splitSentences(text, paragraphs), quotes, faults: scan.faults };
}
