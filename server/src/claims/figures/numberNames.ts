import { isHyphen, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isPluralLike, type NumberReading } from './magnitudes';

/** Words right before a number that it names: "Route 66", "Article 5", "Flight 370", "Channel 5", "Game 7". */
const labels = new Set(
  `route rte highway hwy interstate road motorway junction exit article section sections sec page pages pp room rooms chapter
  chapters figure fig table flight channel formula windows unit apartment apt suite gate platform line no nos nr nrs number numbers
  version ver vol volume act scene verse psalm game match phase stage level tier grade part lot district ward precinct sector zone
  class group pier terminal title rule clause paragraph amendment proposition prop resolution case code pin id serial model mark mk
  series season episode step item option question appendix annex schedule exercise exercises bus bay box hall studio court hole
  battalion regiment brigade division squadron type category protocol catalogue catalog form area marker pillar building block floor
  wave cell pod lane corridor hangar dock berth bed track chapter-and-verse isbn issn postcode zip suite extension ext tel
  phone fax sheet lesson module round week day year heat cup bowl super`.split(/\s+/),
);

/** Labels that are common words too: before the thing counted they are no label ("in this case 3 people"). */
export const labelsNames = (lexemes: Lexemes, n: NumberReading): boolean => {
  const stop = markAt(lexemes, n.from - 1) === '.' && lexemeAt(lexemes, n.from - 1).glued ? 1 : 0;
  const before = lexemeAt(lexemes, n.from - 1 - stop);
  if (before.type !== 'word' || !labels.has(before.lower) || (stop > 0 && before.lower.length > 4)) return false;
  const next = lexemeAt(lexemes, n.to);
  if (before.lower === 'number' || before.lower === 'no')
    return n.form === 'digits' || wordAt(lexemes, n.from - 2) !== '';
  return !(next.type === 'word' && !next.capital && isPluralLike(next.lower)) || before.capital;
};

const streets = new Set(
  'street st road rd avenue ave lane ln drive dr boulevard blvd way place pl court ct square sq terrace crescent close highway hwy parkway pkwy rue via row gardens mews wharf plaza'.split(
    ' ',
  ),
);

/** "575 Wilbraham Road", "9 E 71st St": a number, names, and a word for a street. */
export function isAddress(lexemes: Lexemes, n: NumberReading): boolean {
  if (n.form !== 'digits') return false;
  let names = 0;
  for (let i = n.to; i < n.to + 6; i++) {
    const at = lexemeAt(lexemes, i);
    if (at.type === 'word') {
      if (names > 0 && at.capital && streets.has(at.lower)) return true;
      if (names === 0 && at.capital && (at.lower === 'rue' || at.lower === 'ave' || at.lower === 'via')) return true;
      if (!at.capital && !/^(?:st|nd|rd|th)$/.test(at.lower)) return false;
      names++;
    } else if (at.type === 'digits') names++;
    else if (at.text !== '.') return false;
  }
  return false;
}

/** "the 1300 block of Kilburn Avenue" */
export const isBlock = (lexemes: Lexemes, n: NumberReading): boolean =>
  n.form === 'digits' && n.value >= 100 && wordAt(lexemes, n.to) === 'block';

/** "+1-222-2222", "020 7946 0018", "555-0143": digits by hyphens or in groups that no figure has. */
export function isPhone(lexemes: Lexemes, n: NumberReading): boolean {
  if (n.form !== 'digits') return false;
  const groups = digitGroups(lexemes, n.from);
  const text = lexemeAt(lexemes, n.from).text;
  if (groups.count >= 3) return true;
  const before = lexemeAt(lexemes, n.from - 1);
  if (before.type === 'digits' && before.text.length > 1 && before.text.startsWith('0') && before.decimals === 0)
    return true;
  if (groups.count === 2 && /^\d{3}$/.test(groups.first) && /^\d{4}$/.test(groups.last) && groups.last.startsWith('0'))
    return true;
  if (/^0[0-9]/.test(text)) return true;
  return markAt(lexemes, n.from - 1) === '+' && text.length > 4 && !text.includes(',');
}

/** How many groups of digits hang together by hyphens, dots or slashes around the lexeme. */
function digitGroups(lexemes: Lexemes, at: number): { count: number; first: string; last: string } {
  let first = at;
  let count = 1;
  const joins = (i: number) => isHyphen(markAt(lexemes, i)) || markAt(lexemes, i) === '/' || markAt(lexemes, i) === '–';
  while (
    count < 6 &&
    joins(first - 1) &&
    lexemeAt(lexemes, first).glued &&
    lexemeAt(lexemes, first - 1).glued &&
    isDigits(lexemes, first - 2)
  ) {
    first -= 2;
    count++;
  }
  let last = at;
  while (
    count < 6 &&
    joins(last + 1) &&
    lexemeAt(lexemes, last + 1).glued &&
    lexemeAt(lexemes, last + 2).glued &&
    isDigits(lexemes, last + 2)
  ) {
    last += 2;
    count++;
  }
  return { count, first: lexemeAt(lexemes, first).text, last: lexemeAt(lexemes, last).text };
}

export const isDigits = (lexemes: Lexemes, i: number): boolean => lexemeAt(lexemes, i).type === 'digits';

/** The number for emergencies, and the day. */
export const isEmergency = (lexemes: Lexemes, n: NumberReading): boolean =>
  lexemeAt(lexemes, n.from).text === '911' && !isPluralLike(wordAt(lexemes, n.to));

/** Capitals before a number that are no part of a name with it: prepositions at a sentence's start, days and the like. */
const plainCapitals =
  /^(?:the|a|an|about|around|some|over|under|nearly|almost|roughly|only|just|at|in|on|of|for|from|by|with|and|but|or|as|all|another|more|less|these|those|this|that|its|their|our|his|her|my|your|least|than|up|to|between|after|before|when|while|if|there|here|they|we|he|she|it|i|you|who|until|since|also|every|both|first|last|next|even|nor|yet|so|no|not|total|combined|including|plus|how|what|where|is|are|was|were|has|have|had|kills?|killed|among|into|out|aged?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "Boeing 737", "iPhone 12", "S&P 500", "Apollo 11": the number belongs to the capitals before it. */
export function endsName(lexemes: Lexemes, n: NumberReading): boolean {
  const before = lexemeAt(lexemes, n.from - 1);
  if (before.lower === 'of' && lexemeAt(lexemes, n.from - 2).text === 'Group' && !isPluralLike(wordAt(lexemes, n.to)))
    return true;
  if (before.type !== 'word' || n.form !== 'digits' || n.scale !== 1 || n.to !== n.from + 1) return false;
  const inner = before.text !== before.lower;
  if (!inner || plainCapitals.test(before.lower)) return false;
  const digits = lexemeAt(lexemes, n.from);
  if (digits.decimals > 0 || digits.text.includes(',') || digits.value > 9999) return false;
  const next = lexemeAt(lexemes, n.to);
  if (next.type !== 'word' || next.capital || next.glued || !isPluralLike(next.lower)) return true;
  // "In Texas 300 people died": a place stands behind its preposition.
  let first = n.from - 1;
  while (lexemeAt(lexemes, first - 1).capital) first--;
  return (
    !/^(?:in|at|near|across|on|from|of|that|said|with|and)$/.test(wordAt(lexemes, first - 1)) &&
    !/^[A-Z][a-z]+s$/.test(before.text)
  );
}

/** "iPhone 11 Pro and 11 Pro Max": a name with its number, named again without its first word. */
export function repeatsName(lexemes: Lexemes, n: NumberReading): boolean {
  const next = lexemeAt(lexemes, n.to);
  if (n.form !== 'digits' || n.to !== n.from + 1 || !next.capital) return false;
  const own = lexemeAt(lexemes, n.from);
  for (let i = n.from - 2; i >= n.from - 8; i--) {
    const at = lexemeAt(lexemes, i);
    const before = lexemeAt(lexemes, i - 1);
    if (at.text === '.') return false;
    if (at.type !== 'digits' || before.text === before.lower || plainCapitals.test(before.lower)) continue;
    if (at.text === own.text || lexemeAt(lexemes, i + 1).text === next.text) return true;
  }
  return false;
}

/** "Group of Seven", "Formula One", "Big Ten": a number in words with a capital that no sentence begins with. */
export function isNameInWords(text: string, lexemes: Lexemes, n: NumberReading, display: boolean): boolean {
  const at = lexemeAt(lexemes, n.from);
  if (n.form !== 'words' || !at.capital || opensSentence(text, lexemes, n.from)) return false;
  const before = lexemeAt(lexemes, n.from - 1);
  if (before.type === 'word' && !before.capital && before.lower !== 'of')
    return !display && before.lower !== 'the' ? true : !display;
  if (display && !(before.lower === 'of' || /^(?:formula|big|group|world|war|one)$/.test(before.lower))) return false;
  return true;
}

/** Whether a sentence, a quote or a line begins at the lexeme. */
export function opensSentence(text: string, lexemes: Lexemes, i: number): boolean {
  if (i === 0) return true;
  const before = lexemeAt(lexemes, i - 1);
  if (before.type === 'mark' && /[.!?:…"“”‘’'—–•*([|-]/.test(before.text) && before.text !== '-') return true;
  return text.slice(before.end, lexemeAt(lexemes, i).start).includes('\n');
}

const sevens = /^7[0-8]7$/;

/** "the 787 Dreamliner", "737 Max jets": aircraft that are called by their number. */
export function isAircraft(lexemes: Lexemes, n: NumberReading): boolean {
  const next = lexemeAt(lexemes, n.to);
  return (
    sevens.test(lexemeAt(lexemes, n.from).text) &&
    ((next.capital && next.type === 'word') ||
      isHyphen(next.text) ||
      /^(?:jets?|planes?|max|aircraft|airliners?|passenger|cargo|fleet)$/.test(next.lower))
  );
}
