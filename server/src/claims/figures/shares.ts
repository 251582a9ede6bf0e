import { numberWords } from '../words';
import { isHyphen, joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { denominatorOf, type NumberReading } from './magnitudes';
import { readNumber } from './numbers';
import { isTimeUnit, unitName } from './unitTable';

/** A share or a multiple in words. Places among the lexemes, `to` exclusive. */
export interface ShareReading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const multiples: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubles', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['triples', 3],
  ['tripling', 3],
  ['trebled', 3],
  ['trebling', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halved', 0.5],
  ['halving', 0.5],
  ['twice', 2],
  ['thrice', 3],
]);

const parts: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['sevenths', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['ninth', 9],
  ['ninths', 9],
  ['tenth', 10],
  ['tenths', 10],
]);

/** The names of parts: "third", "quarters". */
export const partNames: ReadonlySet<string> = new Set(parts.keys());

/** The words that a share or a multiple may begin with, numbers apart. */
export const opensShare: ReadonlySet<string> = new Set([
  ...multiples.keys(),
  'half',
  'double',
  'triple',
  'a',
  'an',
  'threefold',
  'twofold',
  'fourfold',
  'fivefold',
  'sixfold',
  'sevenfold',
  'eightfold',
  'ninefold',
  'tenfold',
  'quarter',
]);

const before = (lexemes: Lexemes, i: number): string => wordAt(lexemes, i - 1);

/** The share or multiple that begins at the lexeme, or null: "two-thirds", "half of", "one in three", "three times as". `number`: the one there. */
export function readShare(lexemes: Lexemes, i: number, number: NumberReading | null): ShareReading | null {
  const word = wordAt(lexemes, i);
  const plain = multiples.get(word);
  if (plain !== undefined) {
    if (isHyphen(markAt(lexemes, i + 1)) && lexemeAt(lexemes, i + 1).glued) return null;
    const doublesDown = /^(?:down|up|back|over|as)$/.test(wordAt(lexemes, i + 1));
    if (plain !== 0.5 && word.startsWith('doubl') && doublesDown) return null;
    if (word === 'doubles' || (word === 'twice' && /^(?:think|thought|once|or)$/.test(before(lexemes, i)))) return null;
    return { from: i, to: i + 1, value: plain };
  }
  if (word === 'double' || word === 'triple') {
    return /^(?:the|that|its|their|his|what|last)$/.test(wordAt(lexemes, i + 1)) &&
      !/^(?:a|the|to|of)$/.test(before(lexemes, i))
      ? { from: i, to: i + 1, value: word === 'double' ? 2 : 3 }
      : null;
  }
  if (word.endsWith('fold')) {
    const value = numberWords.get(word.slice(0, -4));
    return value ? { from: i, to: i + 1, value } : null;
  }
  if (word === 'half') return readHalf(lexemes, i, i);
  if (word === 'quarter') return null;
  return readParts(lexemes, i, number) ?? readRatio(lexemes, i, number);
}

const afterHalf = /^(?:the|a|an|its|their|his|her|our|my|your|those|these|that|all|what|as)$/;

function readHalf(lexemes: Lexemes, from: number, i: number): ShareReading | null {
  const next = wordAt(lexemes, i + 1);
  const previous = before(lexemes, from);
  const taken = isHyphen(markAt(lexemes, i + 1)) || (joinsAt(lexemes, from - 1) && lexemeAt(lexemes, from).glued);
  if (
    taken ||
    /^(?:first|second|other|opening|better|top|bottom|back|latter|lower|upper|third|last|closing|final)$/.test(previous)
  )
    return null;
  if (/^(?:hour|mile|century|day|year|dozen|million|billion|time|hearted|way|brother|sister|price)$/.test(next))
    return null;
  if (next === 'of' || afterHalf.test(next)) {
    const noun = wordAt(lexemes, i + 2);
    if (/^an?$/.test(next) && (unitName(noun) === noun || /^(?:dozen|million|billion|point)$/.test(noun))) return null;
    return { from, to: i + 1, value: 0.5 };
  }
  if (/^(?:than|nearly|almost|about|by|roughly|over|around|approximately|least|only)$/.test(previous) || from < i) {
    return wordAt(lexemes, i + 1) === 'past' ? null : { from, to: i + 1, value: 0.5 };
  }
  return null;
}

/** "two-thirds", "a third of", "one fifth", "three-quarters". */
function readParts(lexemes: Lexemes, i: number, number: NumberReading | null): ShareReading | null {
  const word = wordAt(lexemes, i);
  const article = word === 'a' || word === 'an';
  const many = article ? null : number;
  if (many?.form === 'words' && many.to > i + 1) {
    const at = joinsAt(lexemes, many.to) ? many.to + 1 : many.to;
    const part = many.value > 1 ? denominatorOf(wordAt(lexemes, at), true) : 0;
    return part > 2 && part !== 4 ? { from: i, to: at + 1, value: many.value / part } : null;
  }
  let count = article ? 1 : numberWords.get(word);
  let at = i + 1;
  const digits = lexemeAt(lexemes, i);
  if (digits.type === 'digits' && digits.decimals === 0 && digits.value < 20) count = digits.value;
  if (count === undefined || count < 1 || count > 20) return null;
  if (joinsAt(lexemes, at)) at++;
  const name = wordAt(lexemes, at);
  const part = parts.get(name);
  if (part === undefined) return null;
  if (part === 2) return article || count === 1 ? readHalf(lexemes, i, at) : null;
  if (count >= part && part !== 4) return null;
  const plural = name.endsWith('s');
  if (plural !== count > 1) return null;
  const next = wordAt(lexemes, at + 1);
  if (count > 1) {
    // "two quarters" are seasons; "three-quarters of an hour" lasts.
    if (part === 4 && (next !== 'of' || count !== 3) && !joinsAt(lexemes, i + 1)) return null;
    if (part === 4 && next === 'of' && wordAt(lexemes, at + 2) === 'an') return null;
    return { from: i, to: at + 1, value: count / part };
  }
  if (article && next !== 'of')
    return /^(?:by|than|about|nearly|almost|around|over|roughly)$/.test(before(lexemes, i)) && part === 3
      ? { from: i, to: at + 1, value: 1 / part }
      : null;
  const alone = lexemeAt(lexemes, at + 1).type === 'mark';
  if (!article && next !== 'of' && !alone && !joinsAt(lexemes, i + 1) && part !== 3 && part !== 4) return null;
  return { from: i, to: at + 1, value: 1 / part };
}

/** "one in three", "two out of five", "three times as many", "10-fold". */
function readRatio(lexemes: Lexemes, i: number, first: NumberReading | null): ShareReading | null {
  if (!first || first.vague || first.scale !== 1) return null;
  let at = first.to;
  const next = wordAt(lexemes, at);
  if (next === 'fold' || (joinsAt(lexemes, at) && wordAt(lexemes, at + 1) === 'fold')) {
    return { from: i, to: next === 'fold' ? at + 1 : at + 2, value: first.value };
  }
  if (next === 'times') {
    const than = wordAt(lexemes, at + 1);
    return /^(?:as|more|higher|larger|bigger|greater|faster|better|the|that|its|their|likelier|smaller|lower|longer|stronger|what)$/.test(
      than,
    ) && !(than === 'the' && isTimeUnit(wordAt(lexemes, at + 2)))
      ? { from: i, to: at + 1, value: first.value }
      : null;
  }
  const joined = joinsAt(lexemes, at) && wordAt(lexemes, at + 1) === 'in' && joinsAt(lexemes, at + 2);
  const out = next === 'out' && wordAt(lexemes, at + 1) === 'of';
  if (next !== 'in' && !out && !joined) return null;
  if (!Number.isInteger(first.value) || first.value < 1 || first.value > (out ? 999 : 20)) return null;
  at += joined ? 3 : out ? 2 : 1;
  const article = /^(?:every|the)$/.test(wordAt(lexemes, at));
  if (article && wordAt(lexemes, at) === 'every') at++;
  const second = readNumber(lexemes, at);
  if (!second || second.vague || second.value <= first.value || !Number.isInteger(second.value)) return null;
  if (!out && second.value > 999 && !/[,a-z]/.test(lexemeAt(lexemes, at).text)) return null;
  const after = wordAt(lexemes, second.to);
  if (isTimeUnit(after) || (isHyphen(markAt(lexemes, second.to)) && lexemeAt(lexemes, second.to).glued && !out))
    return null;
  return { from: i, to: second.to, value: first.value / second.value };
}
