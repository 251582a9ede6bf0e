/**
 * The stem of an English word by Porter's second algorithm ("English" of Snowball). Written by code units and not by
 * patterns: every word that a folder uses is stemmed once, and patterns took a twentieth of a whole check.
 */

const [a, e, g, i, l, o, s, t, u, w, x, y] = codes('aegilostuwxy');
/** A y that is no vowel, for as long as the word is worked on. */
const consonantY = 51; // "3"

/** Words that the rules would spoil. */
const exceptions: ReadonlyMap<string, string> = new Map(
  (
    'skis ski|skies sky|dying die|lying lie|tying tie|idly idl|gently gentl|ugly ugli|early earli|only onli|singly singl|' +
    'sky sky|news news|atlas atlas|cosmos cosmos|bias bias|andes andes'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
const longestException = Math.max(...[...exceptions.keys()].map((word) => word.length));
/** Words that stay as they are once a plural's s is off. */
const whole = new Set('inning outing canning herring proceed exceed succeed earring'.split(' '));
const longestWhole = Math.max(...[...whole].map((word) => word.length));
/** Beginnings after which the rest is open to the rules, so that "general" and "generous" stay apart. */
const longBeginnings = ['gener', 'commun', 'arsen'];

interface Ending {
  readonly from: string;
  readonly to: string;
}

/** Endings by their last code unit, the longest first. */
type Endings = ReadonlyMap<number, readonly Ending[]>;

const derived = endings(
  'ational ate|tional tion|ization ize|ation ate|fulness ful|ousness ous|iveness ive|biliti ble|lessli less|entli ent|' +
    'aliti al|ousli ous|iviti ive|fulli ful|enci ence|anci ance|abli able|alli al|alism al|izer ize|ator ate|bli ble|ogi og|li ',
);
const furtherDerived = endings('ational ate|tional tion|alize al|icate ic|iciti ic|ative |ical ic|ness |ful ');
const plainEndings = endings(
  'ement |ance |ence |able |ible |ment |ant |ent |ism |ate |iti |ous |ive |ize |ion |al |er |ic ',
);

/** Letters before "li" that make it an ending. */
const beforeLi = new Set(codes('cdeghkmnrt'));
/** Letters that a short word doubles before -ed and -ing. */
const doubled = new Set(codes('bdfgmnprt'));

/** The stem of a word in lower case; words of one or two letters stay. Never throws, whatever the characters. */
export function stem(word: string): string {
  if (word.length < 3) return word;
  if (word.length <= longestException) {
    const last = word.charCodeAt(word.length - 1);
    const exception = last === s || last === y || last === g ? exceptions.get(word) : undefined;
    if (exception !== undefined) return exception;
  }
  let stemmed = withoutPlural(withMarkedY(withoutApostrophe(word)));
  if (stemmed.length > longestWhole || !whole.has(stemmed)) {
    stemmed = withoutTense(stemmed);
    stemmed = withI(stemmed);
    stemmed = withoutEnding(stemmed, derived);
    stemmed = withoutEnding(stemmed, furtherDerived);
    stemmed = withoutPlainEnding(stemmed);
    stemmed = withoutLast(stemmed);
  }
  return stemmed.includes('3') ? stemmed.replaceAll('3', 'y') : stemmed;
}

function codes(letters: string): readonly number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}

function endings(list: string): Endings {
  const byLast = new Map<number, Ending[]>();
  for (const pair of list.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    const last = from.charCodeAt(from.length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), { from, to }]);
  }
  for (const group of byLast.values()) group.sort((one, other) => other.from.length - one.from.length);
  return byLast;
}

const isVowel = (code: number): boolean =>
  code === a || code === e || code === i || code === o || code === u || code === y;

/** Where the first region begins: behind the first consonant that follows a vowel. The word's length where none does. */
function regionFrom(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) {
    if (isVowel(word.charCodeAt(at - 1)) && !isVowel(word.charCodeAt(at))) return at + 1;
  }
  return word.length;
}

function firstRegion(word: string): number {
  const region = regionFrom(word, 0);
  if (region === word.length) return region;
  for (const beginning of longBeginnings) if (word.startsWith(beginning)) return beginning.length;
  return region;
}

/** Whether the word ends in a short syllable: consonant, vowel, consonant; or is no more than a vowel and a consonant. */
function isShort(word: string): boolean {
  const n = word.length;
  const last = word.charCodeAt(n - 1);
  if (n <= 2) return isVowel(word.charCodeAt(0)) && (n === 1 || !isVowel(last));
  return (
    !isVowel(last) &&
    last !== w &&
    last !== x &&
    last !== consonantY &&
    isVowel(word.charCodeAt(n - 2)) &&
    !isVowel(word.charCodeAt(n - 3))
  );
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

function withoutApostrophe(word: string): string {
  let n = word.length;
  if (word.charCodeAt(n - 1) === s && isApostrophe(word.charCodeAt(n - 2))) n -= 2;
  if (isApostrophe(word.charCodeAt(n - 1)) && word.charCodeAt(n - 2) === s) n -= 2;
  if (isApostrophe(word.charCodeAt(n - 1))) n--;
  return n === word.length ? word : word.slice(0, n);
}

/** Marks a y at the beginning, and the first one behind a vowel; one behind another y is a vowel itself. */
function withMarkedY(word: string): string {
  const opens = word.charCodeAt(0) === y;
  const marked = opens ? '3' + word.slice(1) : word;
  for (let at = marked.indexOf('y'); at >= 0; at = marked.indexOf('y', at + 1)) {
    const before = marked.charCodeAt(at - 1);
    if (at > 0 && before !== y && isVowel(before)) return marked.slice(0, at) + '3' + marked.slice(at + 1);
  }
  return marked;
}

function withoutPlural(word: string): string {
  const n = word.length;
  const last = word.charCodeAt(n - 1);
  if (last === s) {
    if (n > 4 && word.endsWith('sses')) return word.slice(0, -2);
    if (n > 3 && word.endsWith('ies')) return word.slice(0, n > 4 ? -2 : -1);
    const before = word.charCodeAt(n - 2);
    if (n < 2 || (n > 2 && (before === u || before === s))) return word;
    for (let at = 0; at < n - 2; at++) if (isVowel(word.charCodeAt(at))) return word.slice(0, -1);
  } else if (n > 3 && word.endsWith('ied')) return word.slice(0, n > 4 ? -2 : -1);
  return word;
}

function withoutTense(word: string): string {
  const length = tenseLength(word);
  if (length === 0) return word;
  const n = word.length;
  if (word.endsWith('eed') || word.endsWith('eedly')) {
    const eed = length + 1;
    return n - firstRegion(word) >= eed ? word.slice(0, n - eed + 2) : word;
  }
  let at = 0;
  while (at < n - length && !isVowel(word.charCodeAt(at))) at++;
  if (at === n - length) return word;
  const base = word.slice(0, n - length);
  if (base.endsWith('at') || base.endsWith('bl') || base.endsWith('iz')) return base + 'e';
  const last = base.charCodeAt(base.length - 1);
  if (last === base.charCodeAt(base.length - 2) && doubled.has(last)) return base.slice(0, -1);
  return isShort(base) && firstRegion(base) === base.length ? base + 'e' : base;
}

function tenseLength(word: string): number {
  if (word.endsWith('ed')) return 2;
  if (word.endsWith('ing')) return 3;
  return word.endsWith('edly') ? 4 : word.endsWith('ingly') ? 5 : 0;
}

function withI(word: string): string {
  const n = word.length;
  const last = word.charCodeAt(n - 1);
  if (n < 3 || (last !== y && last !== consonantY) || isVowel(word.charCodeAt(n - 2))) return word;
  return word.slice(0, -1) + 'i';
}

function endingOf(word: string, of: Endings): Ending | undefined {
  const group = of.get(word.charCodeAt(word.length - 1));
  if (group) for (const ending of group) if (word.endsWith(ending.from)) return ending;
  return undefined;
}

function withoutEnding(word: string, of: Endings): string {
  const ending = endingOf(word, of);
  if (!ending) return word;
  const at = word.length - ending.from.length;
  const region = firstRegion(word);
  if (at < region) return word;
  if (ending.from === 'li' && !beforeLi.has(word.charCodeAt(at - 1))) return word;
  if (ending.from === 'ogi' && word.charCodeAt(at - 1) !== l) return word;
  if (ending.from === 'ative' && at < regionFrom(word, region)) return word;
  return word.slice(0, at) + ending.to;
}

function withoutPlainEnding(word: string): string {
  const ending = endingOf(word, plainEndings);
  if (!ending) return word;
  const at = word.length - ending.from.length;
  if (at < regionFrom(word, firstRegion(word))) return word;
  const before = word.charCodeAt(at - 1);
  return ending.from === 'ion' && before !== s && before !== t ? word : word.slice(0, at);
}

function withoutLast(word: string): string {
  const n = word.length;
  const last = word.charCodeAt(n - 1);
  if (last === e) {
    const region = firstRegion(word);
    if (region >= n) return word;
    const base = word.slice(0, -1);
    return regionFrom(word, region) < n || !isShort(base) ? base : word;
  }
  if (last !== l || word.charCodeAt(n - 2) !== l) return word;
  return regionFrom(word, firstRegion(word)) < n ? word.slice(0, -1) : word;
}
