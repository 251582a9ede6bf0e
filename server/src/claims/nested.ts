import type { Attribution } from './attribution';
import type { ScannedQuote, Speaker } from './model';
import { sentenceOf } from './reading';
import type { Finding } from './speakers';
import { tokenAt } from './tokens';

/** What people give to others in their own speech is never surer than this: often it is imagined. */
const hearsay = 0.55;

/** Words that name whoever is speaking. */
const oneself = new Set(['i', 'we', 'me', 'my', 'us', 'our']);

/**
 * The speaker of a quote inside another quote, from what was found around it there: "I" is whoever says the outer words.
 * `speaker` is whom the finding means otherwise. Null where neither is known.
 */
export function nestedSpeaker(
  finding: Finding,
  speaker: Speaker | null,
  outer: Speaker | null | undefined,
  text: string,
): Speaker | null {
  const { tokens } = finding.passage;
  const { start, end } = finding.phrase;
  const word = tokenAt(tokens, start);
  if (end - start === 1 && oneself.has(word.lower)) {
    const mention = text.slice(word.start, word.end);
    return outer ? { ...outer, start: word.start, end: word.end, mention, confidence: atMost(outer.confidence) } : null;
  }
  const relative = outer && relativeBefore(finding);
  if (relative) {
    const mention = text.slice(word.start, word.end);
    const name = `${outer.name}’s ${relative}`;
    return { start: word.start, end: word.end, name, mention, confidence: atMost(outer.confidence * 0.8) };
  }
  return speaker && { ...speaker, confidence: atMost(speaker.confidence * 0.8) };
}

const kin: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['she', new Set('mother mum mom grandmother sister daughter wife aunt niece widow'.split(' '))],
  ['he', new Set('father dad grandfather brother son husband uncle nephew widower'.split(' '))],
]);

/** "My mother was born in Larkin. | She | used to say": the speaker's relative whom the pronoun of a finding means, or null. */
function relativeBefore({ passage, phrase }: Finding): string | null {
  const { tokens, sentences } = passage;
  const relatives = phrase.end - phrase.start === 1 ? kin.get(tokenAt(tokens, phrase.start).lower) : undefined;
  const before = relatives && sentences[sentenceOf(passage, phrase.start) - 1];
  if (!before) return null;
  const owner = tokenAt(tokens, before.start).lower;
  const noun = tokenAt(tokens, before.start + 1).lower;
  return (owner === 'my' || owner === 'our') && relatives.has(noun) ? noun : null;
}

const atMost = (confidence: number): number => Math.min(hearsay, Math.round(confidence * 100) / 100);

/** So many quotes are looked back over for words that somebody repeats. */
const memory = 12;
/** How many letters make words plain enough to be known again. */
const fewestLetters = 8;

/**
 * Whose words a quoted speaker repeats, where they stand in an earlier quote of somebody else: "I want to hear the words
 * ‘in this budget’", after the budget's author said them. Null where no earlier quote has them.
 */
export function repeatedFrom(
  text: string,
  quotes: readonly ScannedQuote[],
  done: readonly Attribution[],
  index: number,
): Speaker | null {
  const quote = quotes[index];
  if (typeof quote?.nestedIn !== 'number') return null;
  const words = plain(text.slice(quote.start, quote.end));
  if (words.length < fewestLetters || !words.includes(' ')) return null;
  const repeating = done[quote.nestedIn]?.speaker?.name;
  for (let i = index - 1; i >= 0 && i >= index - memory; i--) {
    const earlier = quotes[i];
    const speaker = done[i]?.speaker;
    if (!earlier || !speaker || i === quote.nestedIn || speaker.name === repeating) continue;
    if (` ${plain(text.slice(earlier.start, earlier.end))} `.includes(` ${words} `))
      return { ...speaker, confidence: atMost(speaker.confidence) };
  }
  return null;
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
