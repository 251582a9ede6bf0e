import type { Gender } from './givenNames';
import { genderOfName, genderOfNoun, genderOfTitle, isTitle, organisationWord } from './givenNames';
import { cueAt, personNoun } from './cues';
import type { Reading } from './reading';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import {
  anyOf,
  conjunctions,
  determiners,
  possessivePronouns,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './vocabulary';

const particles = new Set('de da di du del della der den van von bin ibn al el la le ten ter dos y'.split(' '));

const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv']);

/** A run of capital words that may be a name, with the titles and offices before it. */
export interface NameRun {
  readonly paragraph: number;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  /** Token indices of the name itself, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly roles: readonly string[];
  readonly gender: Gender | null;
  readonly titled: boolean;
  /** Whether it is the subject that opens its sentence, and whether it is the first word there. */
  readonly first: boolean;
  readonly opens: boolean;
  /** Whether nothing but a conjunction and words that tell more of the name stand before it: "But Roe", "Two-goal Roe". */
  readonly leads: boolean;
  /** Whether its line is set as a title, so that a capital is no sign of a name. */
  readonly titleCase: boolean;
}

/** Finds every run of capital words outside the quotes, in the order of the text. Lines in capitals are left out. */
export function nameRuns(reading: Reading): NameRun[] {
  const runs: NameRun[] = [];
  for (const passage of reading.passages) {
    const { tokens } = passage;
    const setting = settingOf(tokens);
    if (setting === 'capitals') continue;
    for (const [s, sentence] of passage.sentences.entries()) {
      let i = sentence.start;
      while (i < sentence.end) {
        if (!tokens[i]?.capital) {
          i++;
          continue;
        }
        const first = i === sentence.start;
        const end = !isNameWord(tokens[i], first) ? 0 : setting === 'title' ? i + 1 : runEnd(tokens, i, sentence.end);
        if (end > 0) {
          const run = readRun(tokens, i, end, sentence.start, passage.paragraph, s, setting === 'title');
          if (run) runs.push(run);
          i = end;
        } else i++;
      }
    }
  }
  return runs;
}

/** How a line is set: all in capitals, as a title with every longer word capital, or as running text. */
function settingOf(tokens: readonly Token[]): 'capitals' | 'title' | 'text' {
  if (tokens.length > longestTitle) return 'text';
  let words = 0;
  let titled = true;
  let shouted = true;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    if (!token.capital && (prepositions.has(token.lower) || subordinators.has(token.lower))) continue;
    words++;
    titled &&= token.capital;
    shouted &&= token.text === token.text.toUpperCase();
    if (!titled && !shouted) return 'text';
  }
  if (words > 1 && shouted) return 'capitals';
  return words > 3 && titled ? 'title' : 'text';
}

/** In tokens. */
const longestTitle = 30;

/** The words of the name, with one space between. A name that the text sets in capitals is told as any other is. */
export function runText(run: NameRun): string {
  if (run.to - run.from === 1) return tokenAt(run.tokens, run.from).text;
  const words = run.tokens.slice(run.from, run.to).map((t) => t.text);
  return (isShouted(words) ? words.map(readable) : words).join(' ');
}

/** Whether `runText` gives more than so many code units. */
export function isLongerThan(run: NameRun, length: number): boolean {
  const { tokens, from, to } = run;
  // Without a small letter it may be told in other letters than the text's, of which there may be more.
  const second = tokenAt(tokens, from).text.charCodeAt(1);
  if (!(second >= 97 && second <= 122)) return runText(run).length > length;
  let own = to - from - 1;
  for (let i = from; i < to; i++) own += tokenAt(tokens, i).text.length;
  return own > length;
}

/** Whether all of a name is in capitals, and more than an acronym: "ADA QUILL", but not "NATO" or "BBC NEWS". */
function isShouted(words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words.some((word) => word.length > 3) &&
    words.every((word) => word.length > 1 && word === word.toUpperCase() && !organisationWord(word.toLowerCase()))
  );
}

/** "BRANNIGAN" as "Brannigan", "MENDES-RUIZ" as "Mendes-Ruiz"; what is not all capitals stays. */
export function readable(word: string): string {
  if (word !== word.toUpperCase() || /^(?:[A-Z]\.)+$/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/(^|[^\p{L}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Case and accents left aside. */
export function fold(word: string): string {
  return isPlain(word) ? word.toLowerCase() : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The word of a token, folded. */
export function foldedWord({ text, lower }: Token): string {
  return isPlain(text) ? lower : fold(text);
}

/** Whether a word has nothing but ASCII, and so no accents. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x20 || code > 0x7f) return false;
  }
  return true;
}

/** "Two-goal", "ten-man": a count that tells more of the name after it. */
const isCounted = ({ lower }: Token): boolean => lower.includes('-') && counted.test(lower);
const counted =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)-/;

/** Words that are no part of a name whatever their capital, and such as have it from opening a sentence. */
const noName = anyOf(timeWords, determiners, subjectPronouns);
const noFirstName = anyOf(noName, prepositions, conjunctions, possessivePronouns, subordinators);

/** Whether a capital word can be part of a name, and is not only the first of its sentence. */
function isNameWord(token: Token | undefined, first: boolean): boolean {
  // Only words have a capital.
  if (!token?.capital || token.text === 'I') return false;
  return first ? !noFirstName.has(token.lower) && !isCounted(token) : !noName.has(token.lower);
}

/** Where the run of capital words that begins at `i` ends. */
function runEnd(tokens: readonly Token[], i: number, to: number): number {
  let end = i + 1;
  while (end < to && end - i < 9) {
    if (isNameWord(tokens[end], false)) end++;
    else if (joinsName(tokenAt(tokens, end)) && isNameWord(tokens[end + 1], false)) end += 2;
    else break;
  }
  return Math.min(end, to);
}

/** Whether a capital word after it belongs to the same name: "van der | Roe", "Larch & | Vine". */
const joinsName = (token: Token): boolean => particles.has(token.lower) || token.text === '&';

/** What goes on with an office that a title begins: "Chief | Executive", "Chief | Constable". */
const officeWords = new Set(
  'executive financial operating technology technical medical marketing constable officer inspector superintendent engineer scientist economist whip pilot justice secretary clerk coroner prosecutor magistrate'.split(
    ' ',
  ),
);

/** Trades that papers set before a name like a title. */
const trades = new Set(
  'skipper boss farmer baker fisherman fisher teacher nurse lawyer actor actress singer pilot driver builder publican landlord landlady vicar shepherd bride groom striker keeper captain manager owner founder co-founder author writer poet activist campaigner organiser organizer lecturer engineer scientist historian star legend veteran pensioner grandmother grandfather mum dad mother father widow resident neighbour neighbor shopkeeper businessman businesswoman councilman councilwoman alderman members'.split(
    ' ',
  ),
);

/**
 * Whether the capital word at `i` is a trade before the name that goes on to `end`: "Skipper | Morag Roe". What ends
 * like a trade is one only where its capital comes of opening the sentence and a given name follows.
 */
function isTrade(tokens: readonly Token[], i: number, end: number, opens: boolean): boolean {
  const { lower } = tokenAt(tokens, i);
  if (genderOfName(lower)) return false;
  if (isTitle(lower.replace(/s$/, ''))) return true;
  if (end - i < 3) return lower === 'skipper' || lower === 'boss';
  return trades.has(lower) || (opens && personNoun(lower) && genderOfName(tokenAt(tokens, i + 1).lower) !== null);
}

function leads(tokens: readonly Token[], i: number, from: number): boolean {
  let k = i - 1;
  while (k >= from && (tokenAt(tokens, k).kind === 'number' || isCounted(tokenAt(tokens, k)))) k--;
  return k < from || (k === from && conjunctions.has(tokenAt(tokens, k).lower));
}

/** Words that no office before a name has: "of | Carla Roe". */
const joining = anyOf(prepositions, conjunctions, subordinators, determiners);

/** Takes titles and suffixes off the run of capital words from `i` to `end`; null where no name is left. */
function readRun(
  tokens: readonly Token[],
  i: number,
  end: number,
  from: number,
  paragraph: number,
  sentence: number,
  titleCase: boolean,
): NameRun | null {
  let start = i;
  // what stands before the last title is the office: "Russian President | Vladimir Putin"
  let gender: Gender | null = null;
  let titled = false;
  const roles: string[] = [];
  for (let k = i; k < end; k++) {
    if (!isTitle(tokenAt(tokens, k).lower)) continue;
    gender = genderOfTitle(tokenAt(tokens, k).lower) ?? gender;
    titled = true;
    for (; start <= k; start++) roles.push(tokenAt(tokens, start).lower);
  }
  while (start > i && start < end - 1 && officeWords.has(tokenAt(tokens, start).lower))
    roles.push(tokenAt(tokens, start++).lower);
  while (start < end - 1 && isTrade(tokens, start, end, i === from)) roles.push(tokenAt(tokens, start++).lower);
  titled ||= start > i;
  if (start >= end) return null;
  // "finance director | Carla Mendes-Ruiz"
  for (let k = i - 1; k >= from && k > i - 5; k--) {
    const token = tokenAt(tokens, k);
    if (token.kind !== 'word' || joining.has(token.lower) || cueAt(tokens, k, from)) break;
    if (k === i - 1 && (!personNoun(token.lower) || isCounted(token))) break;
    roles.push(token.lower);
    titled = true;
  }
  gender ??= genderOfNoun(tokenAt(tokens, tokenAt(tokens, i - 1).text === ',' ? i - 2 : i - 1).lower);
  // a suffix and the initials of a party are no part of a surname
  let last = end;
  while (last - 1 > start && suffixes.has(tokenAt(tokens, last - 1).lower)) last--;
  return {
    tokens,
    from: start,
    to: last,
    roles,
    gender,
    titled,
    opens: i === from,
    leads: leads(tokens, i, from),
    first: i === from || (i === from + 1 && determiners.has(tokenAt(tokens, from).lower)),
    titleCase,
    paragraph,
    sentence,
  };
}
