import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { isAdverb } from './cues';
import type { NounPhrase } from './mentions';
import { phraseEndingAt, phraseStartingAt, timePhrase } from './mentions';
import { conjunctions, openers, prepositions, subjectPronouns, subordinators } from './vocabulary';

/** "Roe, 46, of Larkin, said": walks left over what stands between commas to the subject. `comma` is the last comma. */
export function subjectBeforeAside(tokens: readonly Token[], comma: number, floor: number): NounPhrase | null {
  let end = comma;
  for (let depth = 0; depth < 7; depth++) {
    let start = end - 1;
    while (start >= floor && !isBreak(tokenAt(tokens, start))) start--;
    if (start < floor || tokenAt(tokens, start).text !== ',') {
      // the first stretch of the sentence: its own end is the subject, where anything stood between
      if (depth === 0) return null;
      return stretchSubject(tokens, Math.max(start + 1, floor), end);
    }
    if (depth > 0 && !isAside(tokens, start + 1, end)) {
      const phrase = stretchSubject(tokens, start + 1, end);
      if (phrase) return phrase;
    }
    // "On Monday, Mayor Jane Roe, said": a stray comma after the subject itself
    if (depth === 0 && opensClause(firstOf(tokens, start, floor)) && tokenAt(tokens, start + 1).capital) {
      const phrase = phraseStartingAt(tokens, start + 1, end);
      if (phrase?.end === end && phrase.end - phrase.start > 1) return phrase;
    }
    // an opening phrase at the very start of the sentence is no subject: "On Monday, the mayor, who is old, said"
    if (depth > 0 && opensClause(firstOf(tokens, start, floor)) && phraseStartingAt(tokens, start + 1, end))
      return stretchSubject(tokens, start + 1, end);
    end = start;
  }
  return null;
}

const isBreak = (token: Token): boolean =>
  token.kind === 'quote' || (token.kind === 'mark' && /^[,;:–—]/.test(token.text));

function firstOf(tokens: readonly Token[], comma: number, floor: number): Token | undefined {
  let start = comma - 1;
  while (start >= floor && !isBreak(tokenAt(tokens, start))) start--;
  return start < floor || tokenAt(tokens, start).text !== ',' ? tokens[Math.max(start + 1, floor)] : undefined;
}

function opensClause(first: Token | undefined): boolean {
  return (
    first !== undefined && (prepositions.has(first.lower) || subordinators.has(first.lower) || openers.has(first.lower))
  );
}

/** Whether the stretch between two commas reads as an aside: "who lives there", "46", "a farmer", "of Larkin". */
function isAside(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start];
  if (!first) return true;
  if (first.kind !== 'word') return true;
  if (subjectPronouns.has(first.lower) && first.lower !== 'who') return false;
  if (conjunctions.has(first.lower)) return end - start <= 1;
  // "while Ada Roe, the mayor, said"
  if (subordinators.has(first.lower) && !relatives.has(first.lower) && tokenAt(tokens, start + 1).capital) return false;
  if (!first.capital) return true;
  // a place or a state alone is an aside: ", Ohio,"; a name that fills the stretch is not, where the sentence goes on to it
  return end - start === 1 && tokens[start - 2]?.capital === true;
}

/** What opens a relative clause. */
export const relatives: ReadonlySet<string> = new Set('who whom whose which that where'.split(' '));

/** The phrase that ends the stretch, or the one that begins it. */
function stretchSubject(tokens: readonly Token[], start: number, end: number): NounPhrase | null {
  let first = start;
  while (
    first < end &&
    (conjunctions.has(tokenAt(tokens, first).lower) ||
      subordinators.has(tokenAt(tokens, first).lower) ||
      isAdverb(tokenAt(tokens, first)))
  )
    first++;
  if (first >= end) return null;
  const whole = phraseStartingAt(tokens, first, end);
  if (whole?.end === end) return whole;
  const last = phraseEndingAt(tokens, end - 1, first);
  return last && !timePhrase(tokens, last) ? last : whole;
}

/** "Roe — a farmer — said". */
export function subjectBeforeDash(tokens: readonly Token[], dash: number, floor: number): NounPhrase | null {
  for (let i = dash - 1; i > floor; i--) {
    if (tokenAt(tokens, i).kind === 'mark' && tokenAt(tokens, i).text === tokenAt(tokens, dash).text)
      return phraseEndingAt(tokens, i - 1, floor);
  }
  return null;
}
