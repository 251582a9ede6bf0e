import { joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isTimeUnit, unitName } from './unitTable';
import { readUnit } from './units';

/** What things are sold and counted by, besides units of measure. */
const rateNouns = new Set(
  'share barrel gallon person head piece plate ticket seat unit game season term quarter shift session class visit dose pop pack bottle vote gram kilo kilogram litre liter ton tonne pound ounce mile kilometre kilometer acre hectare foot night household family child student pupil passenger customer victim worker employee vehicle car trip shot word minute second hour day week month year decade semester fortnight'.split(
    ' ',
  ),
);
const adverbs: ReadonlyMap<string, string> = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['nightly', 'night'],
  ['hourly', 'hour'],
  ['apiece', 'piece'],
]);

/** What an amount is reckoned by, at the lexeme: "a year", "per gram", "/day", "annually". */
export function readPer(lexemes: Lexemes, i: number): { name: string; to: number } | null {
  const slash = markAt(lexemes, i) === '/' && lexemeAt(lexemes, i).glued && lexemeAt(lexemes, i + 1).glued;
  const joined = joinsAt(lexemes, i) ? i + 1 : i;
  const link = slash ? '/' : wordAt(lexemes, joined);
  const adverb = adverbs.get(link);
  if (adverb) return { name: adverb, to: joined + 1 };
  if (link !== 'a' && link !== 'an' && link !== 'per' && link !== '/' && link !== 'every' && link !== 'each')
    return null;
  const at = joinsAt(lexemes, joined + 1) ? joined + 2 : joined + 1;
  const word = wordAt(lexemes, at);
  if (word === '' || word === 'cent') return null;
  if (link === 'per' || slash) {
    const unit = readUnit(lexemes, at, true);
    if (unit) return { name: unit.name, to: unit.to };
    if (word === 'capita') return { name: 'person', to: at + 1 };
    if (word === 'annum') return { name: 'year', to: at + 1 };
    if (slash) return null;
    // "per diluted share"
    const noun = wordAt(lexemes, at + 1);
    if (!rateNouns.has(word) && rateNouns.has(noun)) return { name: unitName(noun) ?? noun, to: at + 2 };
    return { name: singular(word), to: at + 1 };
  }
  if (link === 'every' || link === 'each')
    return isTimeUnit(word) ? { name: unitName(word) ?? word, to: at + 1 } : null;
  // "a week ago", "a month later" and "a year earlier" are dates.
  if (/^(?:ago|later|earlier|before|after|from)$/.test(wordAt(lexemes, at + 1))) return null;
  return rateNouns.has(word) ? { name: unitName(word) ?? word, to: at + 1 } : null;
}

/** "3,000 tests per day", "78,000 times a minute": what a count is reckoned by, one or two words behind its number. */
export function perBehindNoun(lexemes: Lexemes, i: number): string | null {
  for (let at = i + 1; at <= i + 2; at++) {
    if (lexemeAt(lexemes, at - 1).type !== 'word') return null;
    const link = wordAt(lexemes, at);
    if (link === 'per' || link === 'a' || link === 'an') {
      const unit = wordAt(lexemes, at + 1);
      const name = isTimeUnit(unit) ? unitName(unit) : undefined;
      return name && !/^(?:ago|later|earlier|before|after)$/.test(wordAt(lexemes, at + 2)) ? name : null;
    }
  }
  return null;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
