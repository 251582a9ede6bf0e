import type { NounPhrase } from '../mentions';
import type { Token } from '../tokens';
import { tokenAt } from '../tokens';
import { determiners } from '../vocabulary';
import type { ScannedFigure, Subject } from './model';
import { comparable } from './nouns';
import { headIndex } from './nounPhrases';
import { addWord, addWords } from './subjectWords';

/** A figure in the tokens of its sentence. */
export interface FigureSite {
  readonly text: string;
  readonly figure: ScannedFigure;
  readonly tokens: readonly Token[];
  /** The tokens of the figure. */
  readonly from: number;
  readonly to: number;
  /** The tokens of the next figure begin here; the end of the sentence where there is none. */
  readonly limit: number;
  /** What the figure before this one in the paragraph counts, with its kind, and whether it stands in this sentence. */
  readonly before: { readonly subject: Subject | null; readonly figure: ScannedFigure; readonly near: boolean } | null;
  /** The tokens of the sentence before in the paragraph; empty where there is none. */
  readonly earlier: () => readonly Token[];
  /** What was said before the turn that the figure opens: the last sentence's tokens, and what its last figure counts. */
  readonly asked: () => { readonly tokens: readonly Token[]; readonly subject: Subject | null } | null;
  /** The name of whoever says the figure in a quote: "I". */
  readonly speaker: string | null;
  /** The name of the person whom a pronoun of the sentence means; null where that is not known. */
  readonly meant: (pronoun: Token) => string | null;
}

/** Makes a subject of a range of tokens, with further words to compare it by; null for an empty one. */
export function subjectFrom(site: FigureSite, phrase: NounPhrase | null, more: readonly string[] = []): Subject | null {
  if (!phrase) return null;
  const { tokens, text } = site;
  let { start, end } = phrase;
  for (let i = start + 1; i < end; i++) if (tokenAt(tokens, i).text === '(') end = i;
  while (start < end - 1 && (determiners.has(tokenAt(tokens, start).lower) || tokenAt(tokens, start).kind === 'mark'))
    start++;
  while (end > start + 1 && tokenAt(tokens, end - 1).kind !== 'word' && tokenAt(tokens, end - 1).kind !== 'number')
    end--;
  const first = tokens[start];
  const last = tokens[end - 1];
  if (!first || !last || first.kind === 'mark') return null;
  const words: string[] = [];
  addWords(words, tokens, start, end);
  let at = headIndex(tokens, { start, end });
  // "a number of buses", "the death toll": the one counts by the other
  if (quantityNouns.has(tokenAt(tokens, at).lower) && tokenAt(tokens, at + 1).lower === 'of' && at + 2 < end) {
    at = headIndex(tokens, { start: at + 2, end });
  }
  // "Roe Jr." is a Roe
  if (at > start && /^(?:jr\.?|sr\.?|ii|iii|iv)$/.test(tokenAt(tokens, at).lower)) at--;
  const word = tokenAt(tokens, at).lower;
  const head = comparable(
    !word.includes('-') || /-(?:up|off|out|in|on|down|by|over)$/.test(word)
      ? word
      : word.slice(word.lastIndexOf('-') + 1),
  );
  for (const word of more) addWord(words, word);
  return { start: first.start, end: last.end, text: text.slice(first.start, last.end), head, words };
}

/** Nouns that name an amount and leave open of what. */
export const quantityNouns = new Set(
  'number numbers figure figures total totals sum amount count group handful majority minority average percentage proportion share rest lot pair series range set'.split(
    ' ',
  ),
);
