import { isHyphen, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isPluralLike, type NumberReading } from './magnitudes';

/** Words after a bare "one" that make it a pronoun or part of a set phrase. */
const afterPronoun = new Set(
  `of is was has had are were be been in on at to for with by from who that which can could would should will may might must
  and or but as if when where than then not never ever day another time thing things way side more too also only even just all
  a an the this his her its their our my your i you he she it we they said says does did do up out off over about after before given made taken written known held born led set found left lost sent built brought taught caught sold told kept called named until
  because while so there here now still such very how what why yet though although since into onto like per word moment point reason
  last big huge giant final each else likely wanted knows thinks sees cares cannot stop fell swoop`.split(/\s+/),
);
const beforePronoun =
  /^(?:no|any|every|some|this|that|the|each|which|another|only|everyone|anyone|not|other|loved|first|last|next|good|new|big|little|old|single|number|square|day|minus|right|wrong|same|latest|previous|current|better|best|worst)$/;

/** "one of them said", "no one", "this one", "one day": "one" where nothing is counted. "one man", "just one area" are counts. */
export function isPronounOne(lexemes: Lexemes, n: NumberReading): boolean {
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
  // "from one owner to another"
  if (/^(?:to|after|or)$/.test(wordAt(lexemes, n.to + 1)) && /^(?:another|the)$/.test(wordAt(lexemes, n.to + 2)))
    return true;
  return next.capital || afterPronoun.has(next.lower) || /(?:ed|ly|ing)$/.test(next.lower);
}

/** "the two." , "a month or two": a number in words that stands for things named before. */
export function isPronounNumber(lexemes: Lexemes, n: NumberReading): boolean {
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
export function isSomeDay(lexemes: Lexemes, n: NumberReading): boolean {
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

/** "add your two cents": an opinion, no money. */
export function isTwoCents(lexemes: Lexemes, n: NumberReading): boolean {
  return (
    n.value === 2 &&
    wordAt(lexemes, n.to) === 'cents' &&
    /^(?:my|your|his|her|our|their)$/.test(wordAt(lexemes, n.from - 1))
  );
}

/** Words of number in set phrases: "zero tolerance", "net zero", "two-way", "nine-to-five", "one-on-one", "the Ten". */
export function isSetPhrase(lexemes: Lexemes, n: NumberReading): boolean {
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
  return next.lower === 'oh';
}
