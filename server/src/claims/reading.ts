import type { Span } from '../core/span';
import { contains } from '../core/span';
import type { Paragraph, ScannedQuote } from './model';
import { cueAt, cueVerb } from './cues';
import type { Hole, Token } from './tokens';
import { splitSentences, tokenise } from './tokens';
import { subjectPronouns } from './vocabulary';

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
  readonly sentence: number;
  readonly at: number;
}

/** A whole article as tokens. */
export interface Reading {
  readonly text: string;
  readonly quotes: readonly ScannedQuote[];
  readonly paragraphs: readonly Paragraph[];
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
      (q) => lastCharacter(text, quotes[q]!),
      (next, last) => goesOn(tokens, next, last),
    );
    const passage: Passage = { paragraph, within, tokens, sentences };
    let sentence = 0;
    tokens.forEach((token, at) => {
      while (sentence + 1 < sentences.length && sentences[sentence]!.end <= at) sentence++;
      if (token.kind === 'quote') places[token.quote] = { passage, sentence, at };
    });
    return passage;
  };
  const passages = paragraphs.map((p, i) => read(p, topByParagraph.get(i) ?? [], i, null));
  for (const [outer, holes] of inner) {
    const quote = quotes[outer];
    if (quote && holes.every((h) => contains(quote, h))) read(quote, holes, quote.paragraph, outer);
  }
  return { text, quotes, paragraphs, passages, places };
}

/** The last character of the quoted words, inner quotation marks left aside; '' for an empty quote. */
export function lastCharacter(text: string, quote: ScannedQuote): string {
  let end = quote.end;
  while (end > quote.start && /[\s'"’”»)\]]/.test(text.charAt(end - 1))) end--;
  return end > quote.start ? text.charAt(end - 1) : '';
}

/** Whether the sentence goes on after a quote that ends like one: `"Why?" Roe asked`, `"It is." said Roe`. */
function goesOn(tokens: readonly Token[], next: number, last: string): boolean {
  const first = tokens[next];
  if (!first) return false;
  const limit = Math.min(tokens.length, next + (last === '.' ? 3 : 7));
  if (last === '.' && first.kind !== 'word') return false;
  for (let i = next; i < limit; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark' && token.text !== ',') return false;
    if (token.kind === 'quote') return false;
    const cue = cueAt(tokens, i, next);
    if (cue?.sense === 'speech' && cue.form !== 'participle' && (i > next || !token.capital)) {
      // "Trump said that ..." begins a sentence of its own; "Trump said." does not
      const after = tokens[i + 1];
      if (last !== '.') return true;
      return !after || after.kind === 'mark';
    }
    if (
      i > next &&
      token.kind === 'word' &&
      !token.capital &&
      subjectPronouns.has(first.lower) &&
      !cueVerb(token.lower)
    )
      return false;
  }
  return false;
}
