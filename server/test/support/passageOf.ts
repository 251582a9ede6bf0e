import type { Quote } from '../../src/claims/model';
import { readWords, type Vocabulary } from '../../src/claims/normalize';
import { contentOf, type PassageRecord } from '../../src/links/passages';

/** A passage that says these words, in an article of its own. */
export function passageOf(pid: number, isQuote: boolean, said: string, vocabulary: Vocabulary): PassageRecord {
  const quote: Quote = {
    index: 0,
    text: said,
    kind: 'direct',
    start: 0,
    end: said.length,
    outer: { start: 0, end: said.length },
    speaker: null,
    nestedIn: null,
    continues: null,
    display: false,
  };
  const content = contentOf(readWords(said, vocabulary), isQuote);
  return { pid, articleId: `${pid}`, start: 0, end: said.length, quote: isQuote ? quote : null, key: 0, content };
}
