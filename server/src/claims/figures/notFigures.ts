import { isHyphen, type Lexeme, lexemeAt, markAt, wordAt } from './lexemes';
import { isPluralLike, type NumberReading } from './numbers';

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
const labelsNames = (lexemes: readonly Lexeme[], n: NumberReading): boolean => {
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
function isAddress(lexemes: readonly Lexeme[], n: NumberReading): boolean {
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

/** "+1-222-2222", "020 7946 0018", "555-0143": digits by hyphens or in groups that no figure has. */
function isPhone(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'digits') return false;
  const groups = digitGroups(lexemes, n.from);
  const text = lexemeAt(lexemes, n.from).text;
  if (groups.count >= 3) return true;
  const before = lexemeAt(lexemes, n.from - 1);
  if (before.type === 'digits' && before.text.length > 1 && before.text.startsWith('0') && before.decimals === 0)
    return true;
  if (groups.count === 2 && /^\d{3}$/.test(groups.first) && /^\d{4}$/.test(groups.last) && groups.last.startsWith('0'))
    return true;
  if (text.length > 1 && text.startsWith('0') && !text.includes('.')) return true;
  return markAt(lexemes, n.from - 1) === '+' && text.length > 4 && !text.includes(',');
}

/** How many groups of digits hang together by hyphens, dots or slashes around the lexeme. */
function digitGroups(lexemes: readonly Lexeme[], at: number): { count: number; first: string; last: string } {
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

const isDigits = (lexemes: readonly Lexeme[], i: number): boolean => lexemeAt(lexemes, i).type === 'digits';

const months =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** What plainly is a date or a time, though nobody has taken it: "May 4", "4 May", "2019", "9:30", "7 p.m.". */
function isDateOrTime(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'digits') return wordAt(lexemes, n.to) === 'o' && wordAt(lexemes, n.to + 2) === 'clock';
  const value = n.value;
  const before = lexemeAt(lexemes, markAt(lexemes, n.from - 1) === '.' ? n.from - 2 : n.from - 1);
  if (value <= 31 && before.capital && months.test(before.lower)) return true;
  const next = lexemeAt(lexemes, n.to);
  if (value <= 31 && next.capital && months.test(next.lower)) return true;
  if (markAt(lexemes, n.to) === ':' && isDigits(lexemes, n.to + 1) && lexemeAt(lexemes, n.to + 1).glued) return true;
  if (
    markAt(lexemes, n.from - 1) === ':' &&
    lexemeAt(lexemes, n.from - 1).glued &&
    isDigits(lexemes, n.from - 2) &&
    lexemeAt(lexemes, n.from).glued
  )
    return true;
  if (/^(?:am|pm)$/.test(next.lower) && value < 25) return true;
  if (/^[ap]$/.test(next.lower) && wordAt(lexemes, n.to + 2) === 'm' && value < 25) return true;
  if (next.lower === 'o' && wordAt(lexemes, n.to + 2) === 'clock') return true;
  if (/^(?:bc|ad|bce|ce)$/.test(next.lower) && next.text === next.text.toUpperCase()) return true;
  return isYear(lexemes, n);
}

/** Four digits without separator that are a year: 1900 to 2099 nearly always, others from 1000 on unless things follow. */
function isYear(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  const text = lexemeAt(lexemes, n.from).text;
  if (n.to !== n.from + 1 || !/^[12]\d{3}$/.test(text) || text === '1000') return false;
  const next = lexemeAt(lexemes, n.to);
  const counted = next.type === 'word' && !next.capital && isPluralLike(next.lower);
  const round = n.value % 100 === 0;
  if (n.value >= 1900 && n.value <= 2099) return !(counted && round);
  if (counted || next.type === 'word') return false;
  return /^(?:in|since|by|until|from|of|before|after|circa|late|early|to|and)$/.test(wordAt(lexemes, n.from - 1));
}

/** Units of a page's own: list numbers at the start of a line. */
function isListNumber(text: string, lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'digits' || n.to !== n.from + 1 || n.value > 99) return false;
  const mark = lexemeAt(lexemes, n.to);
  if (
    (mark.text !== '.' && mark.text !== ')') ||
    !mark.glued ||
    (lexemeAt(lexemes, n.to + 1).type === 'mark' && mark.text === '.')
  )
    return false;
  let i = lexemeAt(lexemes, n.from).start - 1;
  while (i >= 0 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 40)) i--;
  const alone = lexemeAt(lexemes, n.to + 1).type === 'mark' && lexemeAt(lexemes, n.to + 1).text === '';
  return (i < 0 || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) && !alone;
}

/** The number for emergencies, and the day. */
const isEmergency = (lexemes: readonly Lexeme[], n: NumberReading): boolean =>
  lexemeAt(lexemes, n.from).text === '911' && !isPluralLike(wordAt(lexemes, n.to));

/** Capitals before a number that are no part of a name with it: prepositions at a sentence's start, days and the like. */
/** Capitals before a number that are no part of a name with it: prepositions at a sentence's start, days and the like. */
const plainCapitals =
  /^(?:the|a|an|about|around|some|over|under|nearly|almost|roughly|only|just|at|in|on|of|for|from|by|with|and|but|or|as|all|another|more|less|these|those|this|that|its|their|our|his|her|my|your|least|than|up|to|between|after|before|when|while|if|there|here|they|we|he|she|it|i|you|who|until|since|also|every|both|first|last|next|even|nor|yet|so|no|not|total|combined|including|plus|how|what|where|is|are|was|were|has|have|had|kills?|killed|among|into|out|aged?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "Boeing 737", "iPhone 12", "S&P 500", "Apollo 11": the number belongs to the capitals before it. */
function endsName(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  const before = lexemeAt(lexemes, n.from - 1);
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

/** "Group of Seven", "Formula One", "Big Ten": a number in words with a capital that no sentence begins with. */
function isNameInWords(text: string, lexemes: readonly Lexeme[], n: NumberReading, display: boolean): boolean {
  const at = lexemeAt(lexemes, n.from);
  if (n.form !== 'words' || !at.capital || opensSentence(text, lexemes, n.from)) return false;
  const before = lexemeAt(lexemes, n.from - 1);
  if (before.type === 'word' && !before.capital && before.lower !== 'of')
    return !display && before.lower !== 'the' ? true : !display;
  if (display && !(before.lower === 'of' || /^(?:formula|big|group|world|war|one)$/.test(before.lower))) return false;
  return true;
}

/** Whether a sentence, a quote or a line begins at the lexeme. */
export function opensSentence(text: string, lexemes: readonly Lexeme[], i: number): boolean {
  if (i === 0) return true;
  const before = lexemeAt(lexemes, i - 1);
  if (before.type === 'mark' && /[.!?:…"“”‘’'—–•*([|-]/.test(before.text) && before.text !== '-') return true;
  return text.slice(before.end, lexemeAt(lexemes, i).start).includes('\n');
}

/** "F-16", "Covid-19", "TPP-11", "under-21s", "A320": digits that hang on to letters before or behind. */
function hangsOn(lexemes: readonly Lexeme[], n: NumberReading, hasUnit: boolean, leading: boolean): boolean {
  const at = lexemeAt(lexemes, n.from);
  const before = lexemeAt(lexemes, n.from - 1);
  if (at.type === 'digits' && at.glued && !leading) {
    if (before.type === 'word') return true;
    if (isHyphen(before.text) && lexemeAt(lexemes, n.from - 2).type === 'word') {
      if (/^(?:minus|to|or|and|about|plus)$/.test(wordAt(lexemes, n.from - 2))) return false;
      if (before.glued || !hasUnit) return true;
    }
    if (
      (before.text === ',' && before.glued) ||
      before.text === '#' ||
      before.text === '/' ||
      before.text === '@' ||
      before.text === '_' ||
      before.text === '='
    )
      return true;
    if (
      before.text === '.' &&
      before.glued &&
      lexemeAt(lexemes, n.from - 2).type === 'word' &&
      lexemeAt(lexemes, n.from - 2).text.length === 1
    )
      return true;
  }
  const next = lexemeAt(lexemes, n.to);
  if (n.form !== 'digits' || hasUnit || !next.glued) return false;
  return next.type === 'word' || (next.text === '/' && lexemeAt(lexemes, n.to + 1).type === 'digits');
}

const sevens = /^7[0-8]7$/;

/** "the 787 Dreamliner", "737 Max jets": aircraft that are called by their number. */
function isAircraft(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  const next = lexemeAt(lexemes, n.to);
  return (
    sevens.test(lexemeAt(lexemes, n.from).text) &&
    ((next.capital && next.type === 'word') ||
      isHyphen(next.text) ||
      /^(?:jets?|planes?|max|aircraft|airliners?|passenger|cargo|fleet)$/.test(next.lower))
  );
}

/** Words after a bare "one" that make it a pronoun or part of a set phrase. */
const afterPronoun = new Set(
  `of is was has had are were be been in on at to for with by from who that which can could would should will may might must
  and or but as if when where than then not never ever day another time thing things way side more too also only even just all
  a an the this his her its their our my your i you he she it we they said says does did do up out off over about after before until
  because while so there here now still such very how what why yet though although since into onto like per word moment point reason
  last big huge giant final each else likely wanted knows thinks sees cares cannot stop fell swoop`.split(/\s+/),
);
const beforePronoun =
  /^(?:no|any|every|some|this|that|the|each|which|another|only|everyone|anyone|not|other|loved|first|last|next|good|new|big|little|old|single|number|square|day|minus|right|wrong|same|latest|previous|current|better|best|worst)$/;

/** "one of them said", "no one", "this one", "one day": "one" where nothing is counted. "one man", "just one area" are counts. */
function isPronounOne(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.to !== n.from + 1 || wordAt(lexemes, n.from) !== 'one') return false;
  const before = wordAt(lexemes, n.from - 1);
  if (beforePronoun.test(before) && !(before === 'only' || before === 'not' || before === 'every')) return true;
  const next = lexemeAt(lexemes, n.to);
  if (next.type !== 'word') return true;
  if (next.lower === 'hand') return before === 'on' || before === 'the';
  if (next.lower === 'of') {
    const owner = wordAt(lexemes, n.to + 1);
    if (/^(?:how|what|being|having|making|getting|trying|course|a|an)$/.test(owner)) return true;
    if (/^(?:them|us|you|those|these|which|whom)$/.test(owner)) {
      return !/^(?:those|these)$/.test(owner) || !isPluralLike(wordAt(lexemes, n.to + 2));
    }
    return owner === '' || lexemeAt(lexemes, n.to + 1).type !== 'word';
  }
  return next.capital || afterPronoun.has(next.lower) || /(?:ed|ly|ing)$/.test(next.lower);
}

/** "the two." , "a month or two": a number in words that stands for things named before. */
function isPronounNumber(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'words' || n.to !== n.from + 1 || n.value > 10) return false;
  const before = wordAt(lexemes, n.from - 1);
  const next = lexemeAt(lexemes, n.to);
  if (
    before === 'or' &&
    n.value === 2 &&
    /^(?:day|week|month|year|hour|minute|word|thing|moment|second)$/.test(wordAt(lexemes, n.from - 2))
  )
    return true;
  if (!/^(?:the|these|those|other)$/.test(before) || isHyphen(next.text)) return false;
  return (
    next.type !== 'word' ||
    /^(?:are|were|have|had|will|would|can|could|should|did|do|said|met|and|in|to|at|with|who|that|also|never|both|then|is|was|may|might|must)$/.test(
      next.lower,
    )
  );
}

/** "One day he left": a day without a date. */
function isSomeDay(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'words' || n.value !== 1 || wordAt(lexemes, n.to) !== 'day') return false;
  const next = lexemeAt(lexemes, n.to + 1);
  if (
    /^(?:for|in|only|just|least|within|after|than|lasted|before|every|to|under|over|of|about|nearly|almost)$/.test(
      wordAt(lexemes, n.from - 1),
    )
  )
    return false;
  return (
    next.text === ',' ||
    next.text === '.' ||
    next.text === '' ||
    /^(?:i|he|she|it|we|they|you|the|a|an|when|while|his|her|my|their|our|this|in|at|on|and|will|would|could|may|might|be|become|soon|someone)$/.test(
      next.lower,
    )
  );
}

/** Words of number in set phrases: "zero tolerance", "net zero", "two-way", "nine-to-five", "one-on-one", "the Ten". */
function isSetPhrase(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  if (n.form !== 'words') return false;
  const word = wordAt(lexemes, n.from);
  const next = lexemeAt(lexemes, n.to);
  const before = wordAt(lexemes, n.from - 1);
  if (word === 'zero' || word === 'nought') {
    return (
      n.to === n.from + 1 &&
      (/^(?:net|ground|sub|near|patient|absolute)$/.test(before) || next.type !== 'word' || !isPluralLike(next.lower))
    );
  }
  if (isHyphen(markAt(lexemes, n.from - 1)) && lexemeAt(lexemes, n.from - 1).glued && lexemeAt(lexemes, n.from).glued)
    return true;
  if (isHyphen(next.text) && next.glued) {
    const joined = wordAt(lexemes, n.to + 1);
    if (joined === '' && lexemeAt(lexemes, n.to + 1).type !== 'word') return false;
    if (word === 'one' && n.to === n.from + 1) return true;
    return /^(?:way|to|on|by|nil|timers?|some|faced|fifths|handed|letter|pronged|seater|piece|tier|tone|step|up|down|out|off|quarters|thirds|half|star)$/.test(
      joined,
    );
  }
  return (word === 'two' && next.lower === 'cents') || next.lower === 'oh';
}

/** What surrounds a number when it is judged. */
export interface Surroundings {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  /** Whether a unit, a currency or a percent sign makes it a figure. */
  readonly hasUnit: boolean;
  /** Whether a currency stands before the number. */
  readonly leading: boolean;
  /** Whether a word of bound stands before or behind. */
  readonly hasBound: boolean;
  /** Whether it stands in a headline, where all words may have capitals. */
  readonly display: boolean;
}

/** Whether a number is none that an editor would check: part of a name, an address, a date, a pronoun, a list's number. */
export function isNoFigure(n: NumberReading, around: Surroundings): boolean {
  const { text, lexemes, hasUnit, leading, hasBound, display } = around;
  if (hangsOn(lexemes, n, hasUnit, leading) || (!leading && isPhone(lexemes, n))) return true;
  if (hasUnit) return isSomeDay(lexemes, n);
  if (isDateOrTime(lexemes, n) && !(hasBound && isRoundCount(lexemes, n))) return true;
  if (isListNumber(text, lexemes, n) || isAddress(lexemes, n) || isAircraft(lexemes, n) || isEmergency(lexemes, n))
    return true;
  if (
    isPronounOne(lexemes, n) ||
    isPronounNumber(lexemes, n) ||
    isSetPhrase(lexemes, n) ||
    isNameInWords(text, lexemes, n, display)
  )
    return true;
  if (hasBound) return false;
  return labelsNames(lexemes, n) || endsName(lexemes, n);
}

/** "more than 2050 people": four digits with a bound are a count where things follow. */
function isRoundCount(lexemes: readonly Lexeme[], n: NumberReading): boolean {
  const next = lexemeAt(lexemes, n.to);
  return n.value >= 1000 && next.type === 'word' && !next.capital;
}
