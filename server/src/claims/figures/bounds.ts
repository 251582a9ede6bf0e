import type { Bound } from './model';
import { type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';

/** Words around a number that say how firmly it is given. `at`: the first lexeme, or the one behind the last. */
export interface BoundReading {
  readonly at: number;
  readonly bound: Bound;
}

/** Phrases before a number, by their last word; the words are in the order in which they stand. */
const before = new Map<string, { readonly words: readonly string[]; readonly bound: Bound }[]>();
for (const [bound, phrases] of [
  [
    'atLeast',
    `more than, greater than, larger than, bigger than, higher than, better than, no fewer than, no less than, not less than,
    not fewer than, nothing less than, at least, a minimum of, minimum of, upwards of, upward of, in excess of, over, well over,
    north of, above, well above, topping, topped, tops, exceeding, exceeds, exceeded, exceed, surpassing, surpassed, surpass,
    surpasses, as low as, as few as, as little as, past, beyond, slightly more than, a bit more than, a little more than, greater or equal than, bigger or equal than, higher or equal than, greater than or equal to, more than or equal to, equal to or more than, at least or equal to, older than`,
  ],
  [
    'atMost',
    `up to, as many as, as much as, no more than, not more than, at most, at the most, a maximum of, maximum of, under, well under,
    less than, fewer than, lower than, smaller than, below, well below, as large as, as high as, as far as, as long as, as tall as, as big as,
    as fast as, as heavy as, as deep as, up to a maximum of, less than or equal to, smaller or equal than, lower or equal than, equal to or less than, less or equal than, no higher than, no larger than, no greater than, no longer than,
    younger than, shy of, south of, short of, up to and including, far less than, far fewer than`,
  ],
  [
    'approx',
    `about, around, roughly, approximately, nearly, almost, just under, just over, just below, just above, just shy of,
    close to, some, an estimated, estimated, circa, virtually, somewhere around, something like, in the region of, on the order of,
    in the order of, in the neighborhood of, in the neighbourhood of, in the vicinity of, a little under, a little over, a bit under,
    a bit over, slightly under, slightly over, slightly less than, a little less than, slightly above, slightly below, just more than, just less than,
    a touch over, a touch under, a shade under, a shade over, very nearly, very close to, practically, approaching, nearing, maybe, perhaps, give or take`,
  ],
] as const) {
  for (const phrase of phrases.split(',')) {
    const words = phrase.trim().split(/\s+/);
    const last = words[words.length - 1] ?? '';
    const list = before.get(last) ?? [];
    list.push({ words, bound });
    before.set(last, list);
  }
}
for (const list of before.values()) list.sort((a, b) => b.words.length - a.words.length);

/** Words after which "about" names a topic. */
const tellsOf =
  /^(?:information|talk(?:s|ed|ing)?|know|knew|known|ask(?:s|ed|ing)?|questions?|stor(?:y|ies)|details|reports?|worr(?:y|ied|ies)|concerns?|concerned|learn(?:ed|ing)?|hear|heard|told|tell|telling|speak|spoke|speaking|think|thinking|thought|wrote|write|writing|books?|films?|movies?|truth|data|evidence|claims?|lied?|lying|complain(?:ed|s|ing)?|complaints?|what|how|all|anything|something|nothing|doubts?)$/;
const smallNumber = /^(?:one|two|three|four|five|six|seven|eight|nine)$/;

const comesUp =
  /^(?:back|went|go|goes|going|rose|rises?|moved?|bumped|pushed|climbed|inched|inching|crept|ticked|edged|all|way|it|them|him|her|live|measure)$/;

/** "over" and "past" before a length of time: how long something went on, unless one of these stands before. */
const letsOverCount =
  /^(?:for|well|just|is|are|was|were|be|been|took|takes|take|lasted|lasts|last|of|after|in|spent|served|with|by|to|and)$/;

/**
 * The bound in the words before a number that begins at lexeme `i`, no word before `floor` taken. `lasts`: whether the
 * number is a length of time. Null where there is none.
 */
export function boundBefore(lexemes: Lexemes, i: number, floor: number, lasts: boolean): BoundReading | null {
  const last = lexemeAt(lexemes, i - 1);
  if (i - 1 < floor) return null;
  if (last.type === 'mark') {
    if ((last.text === '~' || last.text === '≈') && lexemeAt(lexemes, i).glued) return { at: i - 1, bound: 'approx' };
    const equal = last.text === '=' ? lexemeAt(lexemes, i - 2).text : last.text;
    if (equal === '>' || equal === '≥') return { at: last.text === '=' ? i - 2 : i - 1, bound: 'atLeast' };
    if (equal === '<' || equal === '≤') return { at: last.text === '=' ? i - 2 : i - 1, bound: 'atMost' };
    return null;
  }
  for (const { words, bound } of before.get(last.lower) ?? []) {
    const from = i - words.length;
    if (from < floor || !words.every((word, k) => wordAt(lexemes, from + k) === word)) continue;
    const word = words[words.length - 1];
    const previous = wordAt(lexemes, from - 1);
    if (words.length === 1) {
      const small = lexemeAt(lexemes, i).type === 'word' && smallNumber.test(wordAt(lexemes, i));
      if (word === 'over' && small && !lasts && !letsOverCount.test(previous)) return null;
      if (word === 'over' && /^(?:dozens|hundreds|thousands|millions|billions|tens|scores)$/.test(wordAt(lexemes, i)))
        return null;
      if (word === 'about' && small && tellsOf.test(previous)) return null;
      if (word === 'over' && lasts && !letsOverCount.test(previous)) return null;
      if (
        word === 'over' &&
        !lasts &&
        /^(?:won|win|wins|victory|lead|advantage|left|took|take|taken|hand|handed)$/.test(previous)
      )
        return null;
      if (word === 'estimated' && previous === 'is') return null;
      if (word === 'past' && (lasts || previous === 'the')) return null;
      if (word === 'below' || word === 'above') {
        if (/^(?:from|the|mentioned)$/.test(previous)) return null;
      }
      if (word === 'some' && /^(?:are|were|or|and|for|of|in)$/.test(wordAt(lexemes, i))) return null;
      if (word === 'under' && small && !lasts) return null;
      if (word === 'under' && /^(?:came|come|comes|put|placed|held)$/.test(previous)) return null;
      if ((word === 'maybe' || word === 'perhaps') && lexemeAt(lexemes, i).type === 'word') {
        return lasts ? null : { at: from, bound };
      }
    }
    // "rose back up to 40": how far, not how much at most.
    if (word === 'to' && words.length === 2 && comesUp.test(previous)) return null;
    if (word === 'than' && words.length === 2) {
      // "40% more than 20 years ago", "better than 1-0": a comparison.
      if (previous === 'percent' || markAt(lexemes, from - 1) === '%') return null;
      if ((words[0] === 'older' || words[0] === 'younger') && lexemeAt(lexemes, i).type !== 'digits') return null;
    }
    return { at: from, bound };
  }
  return null;
}

/** Phrases behind a number or its unit. */
const after: readonly { readonly words: readonly string[]; readonly bound: Bound }[] = (
  [
    [
      'atLeast',
      'or more, or higher, or greater, or above, or over, or older, or better, or longer, or larger, and over, and above, and up, and counting, and more, plus, at least',
    ],
    [
      'atMost',
      'or less, or fewer, or under, or below, or younger, or lower, and under, and below, at most, or so at most',
    ],
    ['approx', 'or so, or thereabouts, odd, give or take, or nearly so'],
  ] as const
).flatMap(([bound, phrases]) => phrases.split(', ').map((phrase) => ({ words: phrase.split(' '), bound })));

const opensAfter = new Set(after.map(({ words }) => words[0]));

/** The bound in the words at lexeme `i`, right behind a number or its unit; `at` is the place behind them. */
export function boundAfter(lexemes: Lexemes, i: number): BoundReading | null {
  const at = lexemeAt(lexemes, i);
  if (at.type === 'mark') {
    if (at.text === '+' && at.glued && lexemeAt(lexemes, i + 1).type !== 'digits')
      return { at: i + 1, bound: 'atLeast' };
    if (at.text === '-' && at.glued) {
      const word = wordAt(lexemes, i + 1);
      if (word === 'odd') return { at: i + 2, bound: 'approx' };
      if (word === 'plus') return { at: i + 2, bound: 'atLeast' };
    }
    return null;
  }
  if (!opensAfter.has(at.lower)) return null;
  for (const { words, bound } of after) {
    if (!words.every((word, k) => wordAt(lexemes, i + k) === word)) continue;
    // "400 plus 20", "300 odd numbers", "five and more people" go on; "two or more accurately" turns.
    const next = lexemeAt(lexemes, i + words.length);
    if (words[0] === 'plus' && (next.type === 'digits' || /^(?:a|an|the|tax|costs|interest)$/.test(next.lower)))
      return null;
    if (words[0] === 'odd' && lexemeAt(lexemes, i - 1).type === 'word' && next.type !== 'word') return null;
    if (words[0] === 'and' && words[1] !== 'counting' && next.type === 'word' && words[1] !== 'more') return null;
    if (words[0] === 'at' && next.type === 'digits') return null;
    return { at: i + words.length, bound };
  }
  return null;
}
