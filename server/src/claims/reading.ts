import type { Span } from '../core/span';
import { contains } from '../core/span';
import type { Paragraph, ScannedQuote } from './model';
import { subjectOf } from './clauses';
import { cueAt, cueVerb } from './cues';
import type { Hole, Token } from './tokens';
import { splitSentences, tokenAt, tokenise } from './tokens';

/** A stretch of text that is read by itself: a paragraph, or the inside of a quote that holds other quotes. */
export interface Passage {
  readonly paragraph: number;
  /** The quote whose inside it is, or null for a paragraph. */
  readonly within: number | null;
  readonly tokens: readonly Token[];
  /** Ranges of token indices. */
  readonly sentences: readonly Span[];
}

/** Where a quote stands: its passage, its sentence there, and the index of its token. */
export interface Place {
  readonly passage: Passage;
  /** Its range of token indices, and its number in the passage. */
  readonly sentence: Span;
  readonly sentenceIndex: number;
  readonly at: number;
}

/** A whole article as tokens. */
export interface Reading {
  readonly text: string;
  readonly quotes: readonly ScannedQuote[];
  readonly paragraphs: readonly Paragraph[];
  /** Whether it writes double marks as two apostrophes, as old wires do, so that single ones stand inside them. */
  readonly doubled: boolean;
  /** One for each paragraph, in order. */
  readonly passages: readonly Passage[];
  /** One for each quote; null where it does not lie in its paragraph. */
  readonly places: readonly (Place | null)[];
}

/** Reads an article as tokens, with every quote one token of the passage it stands in. */
export function readArticle(text: string, paragraphs: readonly Paragraph[], quotes: readonly ScannedQuote[]): Reading {
  const topByParagraph = new Map<number, Hole[]>();
  const inner = new Map<number, Hole[]>();
  quotes.forEach((quote, index) => {
    const hole = { start: quote.outer.start, end: quote.outer.end, index };
    const map = quote.nestedIn === null ? topByParagraph : inner;
    const key = quote.nestedIn ?? quote.paragraph;
    const list = map.get(key);
    if (list) list.push(hole);
    else map.set(key, [hole]);
  });
  const places: (Place | null)[] = quotes.map(() => null);
  const read = (span: Span, holes: readonly Hole[], paragraph: number, within: number | null): Passage => {
    const tokens = tokenise(text, span, holes);
    const sentences = splitSentences(
      tokens,
      (q) => lastCharacter(text, quotes[q]),
      (next, last) => goesOn(tokens, next, last),
    );
    const passage: Passage = { paragraph, within, tokens, sentences };
    if (holes.length > 0)
      sentences.forEach((sentence, sentenceIndex) => {
        for (let at = sentence.start; at < sentence.end; at++) {
          const token = tokenAt(tokens, at);
          if (token.kind === 'quote') places[token.quote] = { passage, sentence, sentenceIndex, at };
        }
      });
    return passage;
  };
  const passages = paragraphs.map((p, i) => read(p, topByParagraph.get(i) ?? [], i, null));
  for (const [outer, holes] of inner) {
    const quote = quotes[outer];
    if (quote && holes.every((h) => contains(quote, h))) read(quote, holes, quote.paragraph, outer);
  }
  /** Hardly ever asked. */
  let doubled: boolean | null = null;
  return {
    text,
    quotes,
    paragraphs,
    get doubled() {
      return (doubled ??= text.includes(" ''"));
    },
    passages,
    places,
  };
}

/** The last character of the quoted words, inner quotation marks left aside; '' for an empty quote. */
export function lastCharacter(text: string, quote: ScannedQuote | undefined): string {
  if (!quote) return '';
  let end = quote.end;
  while (end > quote.start && isAside(text.charCodeAt(end - 1))) end--;
  return end > quote.start ? text.charAt(end - 1) : '';
}

const asides = /[\s'"’”»)\]]/;

/** Whether the code unit is a space, a closing mark or a closing bracket. */
function isAside(code: number): boolean {
  const small = code > 96 && code < 123;
  return !small && code !== 46 && code !== 44 && asides.test(String.fromCharCode(code));
}

/** The number of the sentence that the token stands in, found by halving. */
export function sentenceOf(passage: Passage, token: number): number {
  let low = 0;
  let high = passage.sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passage.sentences[middle]?.end ?? Infinity) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far after a quote its attribution may stand, in tokens. */
const reach = 30;

/** Whether the sentence goes on after a quote that ends like one: `"Why?" Roe asked`, `"It is." said Roe`. */
function goesOn(tokens: readonly Token[], next: number, last: string): boolean {
  const first = tokenAt(tokens, next);
  if (first.kind !== 'word') return false;
  if (last === '.') {
    // a new sentence may begin "Roe said that ..."; it does not end there
    for (let i = next; i < next + 3; i++) {
      const cue = cueAt(tokens, i, next);
      if (cue?.sense !== 'speech' || cue.form === 'participle' || (i === next && first.capital)) continue;
      const after = tokens[i + 1];
      return !after || (after.kind === 'mark' && !declares(tokens, i));
    }
    return false;
  }
  for (let i = next; i < Math.min(tokens.length, next + reach); i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote' || (token.kind === 'mark' && /^[.;:!?]/.test(token.text))) return false;
    const cue = cueAt(tokens, i, next) ?? (i > next ? cueVerb(token.capital ? token.lower : '') : undefined);
    if (cue?.sense !== 'speech' || cue.form === 'participle') continue;
    if (i === next) return !first.capital;
    return subjectOf(tokens, i, next)?.start === next && !declares(tokens, i);
  }
  return false;
}

/** Whether what follows a verb of speech shows that it has an object of its own: "Roe said that ...", "Roe called him". */
function declares(tokens: readonly Token[], cue: number): boolean {
  const after = tokenAt(tokens, cue + 1);
  return (
    after.kind === 'quote' ||
    after.text === ':' ||
    after.lower === 'that' ||
    (after.text === ',' && tokenAt(tokens, cue + 2).kind === 'quote')
  );
}
