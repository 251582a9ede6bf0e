import type { Claims, Quote } from './model';
import { attribute } from './attribution';
import { backgroundOf } from './background';
import { findDateline } from './dates/dateline';
import { extractFigures } from './figures/extractFigures';
import { namesInArticle } from './namesInArticle';
import { splitParagraphs } from './paragraphs';
import { scanQuotes } from './quoteScanner';
import { splitSentences } from './sentences';
import { findTurns } from './transcript';

/**
 * Finds all that an article claims: its paragraphs, sentences, quotes with their speakers, faults in its quotation marks,
 * figures and names. Spans are UTF-16 offsets into `text`. Never throws; doubtful text gives fewer claims.
 */
export function extractClaims(text: string): Claims {
  const paragraphs = splitParagraphs(text);
  const turns = findTurns(text, paragraphs);
  const scan = scanQuotes(text, paragraphs, turns);
  const background = backgroundOf(text, paragraphs, scan.quotes);
  const attributions = attribute(scan.quotes, background);
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
  const sentences = splitSentences(text, paragraphs);
  const dateline = findDateline(text, paragraphs);
  const figures = extractFigures({ text, paragraphs, sentences, quotes, dateline, background });
  const names = namesInArticle(background());
  return { paragraphs, sentences, quotes, faults: scan.faults, figures, names, dateline };
}
