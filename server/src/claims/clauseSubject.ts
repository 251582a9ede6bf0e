import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { isAdverb } from './cues';
import type { NounPhrase } from './mentions';
import { phraseStartingAt, timePhrase } from './mentions';
import { conjunctions, determiners, openers, prepositions, subjectPronouns, subordinators } from './vocabulary';

/**
 * The subject of the clause that stretches over the tokens from `from` up to `to`: the first noun phrase after whatever
 * opens the sentence. Null where there is none.
 */
export function clauseSubject(tokens: readonly Token[], from: number, to: number): NounPhrase | null {
  let i = afterDateline(tokens, from, to);
  for (let guard = 0; guard < 6 && i < to; guard++) {
    while (
      i < to &&
      (tokenAt(tokens, i).kind === 'mark' ||
        tokenAt(tokens, i).kind === 'quote' ||
        tokenAt(tokens, i).kind === 'possessive' ||
        conjunctions.has(tokenAt(tokens, i).lower) ||
        isAdverb(tokenAt(tokens, i)) ||
        opensAsAdverb(tokens, i) ||
        tokenAt(tokens, i).lower === 'that')
    )
      i++;
    const first = tokens[i];
    if (!first || i >= to) return null;
    const counted = tokens[i + 1]?.kind === 'number';
    const opens =
      (prepositions.has(first.lower) && !counted) ||
      subordinators.has(first.lower) ||
      openers.has(first.lower) ||
      (first.kind === 'word' && guard === 0 && opensAsParticiple(tokens, i));
    if (opens) {
      const comma = nextComma(tokens, i, to);
      if (comma < 0) {
        // no comma: the subject stands inside the opening clause ("when she said")
        if (subordinators.has(first.lower)) {
          i++;
          continue;
        }
        const inner = phraseStartingAt(tokens, i + 1, to);
        return inner && subordinators.has(first.lower) ? inner : null;
      }
      i = afterPlace(tokens, comma, to);
      continue;
    }
    if (counted && prepositions.has(first.lower)) i++;
    const phrase = phraseStartingAt(tokens, i, to);
    if (phrase && !timePhrase(tokens, phrase)) return phrase;
    i = phrase ? phrase.end : i + 1;
  }
  return null;
}

/** Where a clause goes on after the comma of "In Larkin, | Ohio, the mayor": behind the place that the comma only cuts in two. */
function afterPlace(tokens: readonly Token[], comma: number, to: number): number {
  if (!tokenAt(tokens, comma - 1).capital) return comma + 1;
  let end = comma + 1;
  while (end < to && end < comma + 4 && tokenAt(tokens, end).kind === 'word' && tokenAt(tokens, end).capital) end++;
  if (end === comma + 1 || tokenAt(tokens, end).text !== ',') return comma + 1;
  const next = tokenAt(tokens, end + 1);
  const subject = next.capital || determiners.has(next.lower) || subjectPronouns.has(next.lower);
  return subject && next.lower !== 'who' && next.lower !== 'a' && next.lower !== 'an' ? end + 1 : comma + 1;
}

/** "Shortly after", "Apparently, ": an adverb with the capital of its sentence, but not "Kelly said". */
function opensAsAdverb(tokens: readonly Token[], i: number): boolean {
  const { capital, lower } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  return (
    capital &&
    lower.length > 4 &&
    lower.endsWith('ly') &&
    (next.text === ',' || ((prepositions.has(next.lower) || subordinators.has(next.lower)) && next.lower !== 'who'))
  );
}

/** "Hastily judging the case, ...", "Informed of the vote, ...": a participle that opens a sentence. */
function opensAsParticiple(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokenAt(tokens, i);
  if (lower.length < 5) return false;
  const next = tokenAt(tokens, i + 1);
  return lower.endsWith('ing')
    ? !next.capital
    : lower.endsWith('ed') && prepositions.has((isAdverb(next) ? tokenAt(tokens, i + 2) : next).lower);
}

/** Where a sentence begins after its dateline ("LARKIN FALLS, Ohio —"), or `from`. */
function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  const first = tokenAt(tokens, from);
  if (!first.capital) return from;
  let shouted = first.text.length > 2 && first.text === first.text.toUpperCase();
  for (let i = from + 1; i < Math.min(to, from + 10); i++) {
    const token = tokenAt(tokens, i);
    if (/^(?:[—–-]|--)$/.test(token.text)) return shouted ? i + 1 : from;
    // "Larkin (NNA) -"
    if (token.text === '(')
      shouted ||= /^\p{Lu}{2,}$/u.test(tokenAt(tokens, i + 1).text) && tokenAt(tokens, i + 2).text === ')';
    if (token.kind === 'word' && !token.capital) return from;
  }
  return from;
}

function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (tokenAt(tokens, i).text === ',' || /^[–—]/.test(tokenAt(tokens, i).text)) return i;
  return -1;
}
