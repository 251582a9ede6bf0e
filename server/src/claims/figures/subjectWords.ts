import { functionWords } from '../words';
import { tokenAt, type Token } from '../tokens';
import { determiners, timeWords } from '../vocabulary';
import { comparable } from './nouns';

/** Words that go before a noun and add nothing to what is counted. */
export const fillers = new Set(
  'more other additional further new extra such same own total overall different separate various entire whole full mere'.split(
    ' ',
  ),
);

/** Adds the words of matter in a range of tokens to a list, each once, in the form they are compared in. */
export function addWords(into: string[], tokens: readonly Token[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word') continue;
    if (tokenAt(tokens, i + 1).kind === 'possessive' && timeWords.has(token.lower)) continue;
    if (token.lower === 'last') continue;
    // "US" is a name, "us" is none
    if (token.text === 'US') addWord(into, 'u.s');
    else if (!token.lower.includes('-')) addWord(into, token.lower);
    else for (const part of token.lower.split('-')) addWord(into, part);
  }
}

/** Adds one word in lower case, unless it carries grammar only. */
export function addWord(into: string[], word: string): void {
  const plain = word.includes('.') ? withoutStops(word) : word;
  if (plain.length < 2 || functionWords.has(plain) || determiners.has(plain) || fillers.has(plain)) return;
  const form = comparable(plain);
  if (!into.includes(form)) into.push(form);
}

const withoutStops = (word: string): string =>
  word === 'u.s.' ? 'u.s' : word.replace(/\.$/, '').replace(/^(\p{L})\.(?=\p{L}$)/u, '$1');
