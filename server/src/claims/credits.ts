import { cueAt } from './cues';
import { phraseStartingAt } from './mentions';
import { standsAlone } from './quoteKinds';
import type { Passage, Place, Reading } from './reading';
import type { Finding } from './speakers';
import { tokenAt } from './tokens';
import { timeWords } from './vocabulary';

/** The name alone in the paragraph right below a quote alone in its own: the credit of a pull quote or a post. */
export function creditBelow(reading: Reading, place: Place): Finding | null {
  const { passage } = place;
  const next = reading.passages[passage.paragraph + 1];
  if (!next || passage.sentences.length > 1 || !standsAlone(place)) return null;
  return creditAt(next, 0, next.tokens.length);
}

/** The credit after a dash, behind a quote that opens its sentence: `"It rained."—Ada Roe, a sailor`. */
export function creditAfter(place: Place): Finding | null {
  const { passage, at, sentence } = place;
  if (at !== sentence.start || !/^[—–-]/.test(tokenAt(passage.tokens, at + 1).text)) return null;
  return creditAt(passage, at + 1, sentence.end);
}

/** A credit is this many tokens long at most, with a dash before it and without. */
const longestCredit = { dash: 24, bare: 9 } as const;

/** The name that fills the tokens from `from` to `to`, after a dash or a `>`: `—Ada Roe, a sailor`. Null for anything else. */
function creditAt(passage: Passage, from: number, to: number): Finding | null {
  const { tokens } = passage;
  let first = from;
  while (first < to && tokenAt(tokens, first).kind === 'mark') first++;
  const dash = /^[—–-]/.test(tokenAt(tokens, first - 1).text) && first > from;
  if (to - first > (dash ? longestCredit.dash : longestCredit.bare) || !tokenAt(tokens, first).capital) return null;
  const phrase = phraseStartingAt(tokens, first, to);
  if (!phrase || (phrase.end - phrase.start < 2 && first === from)) return null;
  for (let i = phrase.start; i < phrase.end; i++) {
    const token = tokenAt(tokens, i);
    if (token.text === '(') break;
    if (token.kind === 'word' && !token.capital) return null;
  }
  const after = tokenAt(tokens, phrase.end);
  const whole = phrase.end >= to || after.text === ',' || (after.text === '.' && phrase.end + 1 >= to);
  if (!whole && !(dash && (timeWords.has(after.lower) || after.text === '('))) return null;
  for (let i = phrase.end; i < to; i++) if (cueAt(tokens, i, phrase.end)?.form === 'past') return null;
  return { passage, phrase, evidence: 'credit', cue: null };
}
