import type { Finding } from './speakers';
import { lastCharacter, type Place, type Reading } from './reading';
import { phraseStartingAt, timePhrase, type NounPhrase } from './mentions';
import { verbsOf } from './tagger';
import { tokenAt, type Token } from './tokens';

/** How many tokens after the quote are looked at. */
const reach = 16;

/**
 * The speaker beside a quote whose verb is none of the known cues: `"...," Roe harrumphed`, `"...," harrumphed Roe`.
 * Looks only right behind a quote that ends as speech does, and takes a word for a verb only where a tagger does when a
 * pronoun stands in the name's place. Null where nothing fits.
 */
export function rareCueAfter(reading: Reading, place: Place): Finding | null {
  const { passage, at, sentence } = place;
  const { tokens } = passage;
  // the comma may stand behind the mark: `"...", he grinned`
  const outside = tokenAt(tokens, at + 1).text === ',';
  if (!outside && !/[,?!]/.test(lastCharacter(reading.text, reading.quotes[tokenAt(tokens, at).quote]))) return null;
  const to = Math.min(sentence.end, at + 1 + reach);
  const next = outside ? at + 2 : at + 1;
  const phrase = verbAfterName(tokens, next, to) ?? nameAfterVerb(tokens, next, to);
  return phrase && { passage, phrase, evidence: 'noun', cue: null };
}

function verbAfterName(tokens: readonly Token[], from: number, to: number): NounPhrase | null {
  const phrase = phraseStartingAt(tokens, from, to);
  return phrase && !timePhrase(tokens, phrase) && isVerb(tokens, phrase.end, to) ? phrase : null;
}

function nameAfterVerb(tokens: readonly Token[], from: number, to: number): NounPhrase | null {
  if (!mayBeVerb(tokens, from, to)) return null;
  const phrase = phraseStartingAt(tokens, from + 1, to);
  if (!phrase || !tokenAt(tokens, phrase.start).capital || timePhrase(tokens, phrase)) return null;
  // The tagger is asked last: it is the dearest.
  return isVerb(tokens, from, to) ? phrase : null;
}

function mayBeVerb(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i];
  return i < to && token?.kind === 'word' && !token.capital && /(?:ed|s)$/.test(token.lower);
}

/** Whether the word could be the verb of the words beside the quote: in the past or the present, and tagged as a verb. */
function isVerb(tokens: readonly Token[], i: number, to: number): boolean {
  if (!mayBeVerb(tokens, i, to)) return false;
  const token = tokenAt(tokens, i);
  const next = i + 1 < to ? tokenAt(tokens, i + 1) : undefined;
  const clause = next?.kind === 'word' && !next.capital ? `he ${token.lower} ${next.lower}` : `he ${token.lower}`;
  return verbsOf(clause).has(token.lower);
}
