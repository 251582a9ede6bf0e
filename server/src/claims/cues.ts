import type { CueForm, CueVerb } from './cueVerbs';
import { cueVerb, cueVerbs } from './cueVerbs';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  formsOfBe,
  objectPronouns,
  prepositions,
  subjectPronouns,
  timeWords,
} from './vocabulary';

export type { CueForm, CueSense, CueVerb } from './cueVerbs';
export { cueVerb };

const startingVerbs = /^(?:continu|beg[aiu]n|start)/;

/** Behind these "'s" is a verb: "he's said". */
const contracted = new Set(['he', 'she', 'it', 'who', 'what', 'that', 'there']);

/** Whether the word at `i` can stand between a subject and its verb: "also", "quickly", "has", "he's". */
export function isBetween(tokens: readonly Token[], i: number): boolean {
  const token = tokenAt(tokens, i);
  return token.kind === 'possessive'
    ? token.lower !== "'s" || contracted.has(tokenAt(tokens, i - 1).lower)
    : token.kind === 'word' && (auxiliaries.has(token.lower) || isAdverb(token));
}

/** Whether the word is an adverb by list or by its ending. */
export function isAdverb(token: Token): boolean {
  return (
    token.kind === 'word' &&
    (adverbs.has(token.lower) ||
      (!token.capital && token.lower.length > 4 && token.lower.endsWith('ly') && token.lower !== 'family'))
  );
}

const shots = new Set(
  'fired fires shot shoots hit hits punched pushed pushes struck strikes came comes weighed weighs went goes cut cuts broke breaks spoke speaks piped pipes'.split(
    ' ',
  ),
);
const aims = new Set('back in up on'.split(' '));

/** "fired back", "weighed in", "spoke up": verbs of speech only with their particle. */
function returnFire(tokens: readonly Token[], i: number): CueVerb | undefined {
  const token = tokenAt(tokens, i);
  if (!shots.has(token.lower) || !aims.has(tokens[i + 1]?.lower ?? '')) return undefined;
  const after = tokens[i + 2];
  if (after?.kind === 'word' && !isAdverb(after)) return undefined;
  return { sense: 'speech', form: token.lower.endsWith('s') ? 'present' : 'past', alsoNoun: false, inverts: false };
}

const renderingForms: ReadonlyMap<string, CueForm> = new Map(
  [
    'cast',
    'frame',
    'posture',
    'paint',
    'depict',
    'herald',
    'pitch',
    'position',
    'treat',
    'present',
    'identify',
    'recast',
  ].flatMap((verb) => {
    const stem = verb.replace(/e$/, '');
    const past = verb === 'cast' ? verb : `${stem.replace(/y$/, 'i')}ed`;
    return [
      [past, 'past'],
      [`${verb}s`.replace('ys', 'ies'), 'present'],
      [`${stem}ing`, 'participle'],
    ] as [string, CueForm][];
  }),
);

const bringing = new Set(['bring', 'brings', 'brought']);

/** "cast him as a", "framed herself as the", "brought it up as": verbs of naming where "as" and a quote follow. */
function rendering(tokens: readonly Token[], i: number): CueVerb | undefined {
  const { lower } = tokenAt(tokens, i);
  const brings = bringing.has(lower);
  const form = brings ? (lower === 'brought' ? 'past' : 'present') : renderingForms.get(lower);
  if (!form) return undefined;
  let up = !brings;
  for (let k = i + 1; k < i + 9; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'mark' || token.kind === 'quote') return undefined;
    up ||= token.lower === 'up';
    if (token.lower !== 'as' || !up) continue;
    for (let q = k + 1; q < k + 5; q++)
      if (tokenAt(tokens, q).kind === 'quote') return { sense: 'naming', form, alsoNoun: false, inverts: false };
    return undefined;
  }
  return undefined;
}

/** All words that can be a cue, with null for those that the words after them make one: most words are none, and one look tells. */
const cues: ReadonlyMap<string, CueVerb | null> = new Map<string, CueVerb | null>([
  ...[...shots, ...renderingForms.keys(), ...bringing].map((word) => [word, null] as const),
  ...cueVerbs,
]);

/**
 * Whether the token at `i` is a verb of speech, naming or thought at work as a verb, and what it says;
 * undefined for nouns of the same spelling and for other words.
 */
export function cueAt(tokens: readonly Token[], i: number, from: number): CueVerb | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word') return undefined;
  const known = cues.get(token.lower);
  if (known === undefined || token.lower === 'regarding') return undefined;
  const cue = known ?? returnFire(tokens, i) ?? rendering(tokens, i);
  if (!cue) return undefined;
  // "continued to fall" says nothing
  const after = tokens[i + 1];
  if (after?.kind === 'word' && after.lower === 'to' && startingVerbs.test(token.lower)) return undefined;
  if (token.capital && i > from && tokens[i - 1]?.kind === 'word' && tokens[i - 1]?.capital) return undefined;
  let p = i - 1;
  let helped = false;
  while (p >= from && isBetween(tokens, p)) {
    helped ||= auxiliaries.has(tokenAt(tokens, p).lower);
    p--;
  }
  // no present form follows an auxiliary: "there have been | claims"
  if (helped) return cue.form === 'present' ? undefined : cue;
  const before = p >= from ? tokenAt(tokens, p) : undefined;
  if (!before || before.kind === 'mark' || before.kind === 'quote') {
    // "Claims that he lied": at a sentence's start or after a mark the noun is as likely.
    return cue.alsoNoun &&
      (cue.form === 'base' || cue.form === 'present') &&
      before?.kind !== 'quote' &&
      !(before?.text === ',')
      ? undefined
      : cue;
  }
  if (before.kind === 'possessive') return before.lower === "'s" || before.lower === "'" ? undefined : cue;
  if (subjectPronouns.has(before.lower) || before.lower === 'that') return cue;
  if (determiners.has(before.lower) && before.lower !== 'another' && before.lower !== 'one') {
    return cue.form === 'past' || cue.form === 'base'
      ? ['some', 'many', 'most', 'several', 'others', 'all', 'both', 'few', 'this', 'that'].includes(before.lower)
        ? cue
        : undefined
      : undefined;
  }
  if (conjunctions.has(before.lower)) return cue.alsoNoun && cue.form === 'base' ? undefined : cue;
  if (prepositions.has(before.lower)) return cue.form === 'participle' ? cue : undefined;
  if (cue.form === 'base') {
    // "heard the crowd shout 'get out'", but not "the old chant 'get out'"
    if (cue.alsoNoun) return tokens[i + 1]?.kind === 'quote' && isAble(before) ? cue : undefined;
    return before.lower.endsWith('s') || before.lower === 'people' || before.lower === 'police' || before.capital
      ? cue
      : undefined;
  }
  if (cue.form === 'present' && cue.alsoNoun && !isPresent(tokens, i, from, before, cue)) return undefined;
  if (timeWords.has(before.lower) && cue.form === 'present' && cue.alsoNoun) return undefined;
  return cue;
}

/** Whether a form that may as well be a plural noun is a verb, after the word `before`: "Roe claims that", but not "his recent remarks,". */
function isPresent(tokens: readonly Token[], i: number, from: number, before: Token, cue: CueVerb): boolean {
  const next = tokens[i + 1];
  if (next?.kind === 'quote') return !isNamedThing(tokens, i, from);
  // "As the board notes: "
  if (next?.text === ':' && cue.sense === 'speech') return true;
  // `"...," a voice in the film states.` `"...," a captain on the ferry points out.`
  if (endsClause(tokens, i + 1) && followsQuote(tokens, i, from)) return true;
  if (next?.kind !== 'word') return next === undefined && (before.capital || personNoun(before.lower));
  return before.capital
    ? hasObject(next)
    : personNoun(before.lower) && hasObject(next) && !prepositions.has(next.lower);
}

/** "called the use of such | orders “painless”": the noun that a verb of naming names. */
function isNamedThing(tokens: readonly Token[], i: number, from: number): boolean {
  for (let p = i - 1; p >= from && p > i - 9; p--) {
    const { kind, lower } = tokenAt(tokens, p);
    if (kind === 'mark' || kind === 'quote' || conjunctions.has(lower)) return false;
    const verb = cueVerb(lower);
    if (verb?.sense === 'naming' && verb.form === 'past' && !verb.alsoNoun) return true;
  }
  return false;
}

const crowds = new Set('crowd audience crew people police staff team family public press'.split(' '));

/** Whether the word can be the subject of a verb in the infinitive. */
const isAble = ({ lower, capital }: Token): boolean =>
  capital || crowds.has(lower) || personNoun(lower) || lower.endsWith('s');

/** Whether a clause ends at `i`, or after a particle there. */
function endsClause(tokens: readonly Token[], i: number): boolean {
  const end = tokenAt(tokens, i).lower === 'out' ? i + 1 : i;
  return end >= tokens.length || /^[.,;]/.test(tokenAt(tokens, end).text) || tokenAt(tokens, end).kind === 'quote';
}

/** Whether nothing but words stands between the token at `i` and a quote before it; the clause may begin right after that quote. */
function followsQuote(tokens: readonly Token[], i: number, from: number): boolean {
  for (let p = i - 1; p >= from - 2 && p >= 0 && p > i - 10; p--) {
    const { kind, text } = tokenAt(tokens, p);
    if (kind === 'quote') return true;
    if (kind === 'mark' && text !== ',') return false;
  }
  return false;
}

/** Whether what follows can be what a verb says: "Roe claims that", "Roe reports the", but not "Roe emails showed". */
function hasObject(next: Token): boolean {
  return (
    determiners.has(next.lower) ||
    subjectPronouns.has(next.lower) ||
    objectPronouns.has(next.lower) ||
    prepositions.has(next.lower) ||
    next.capital ||
    next.lower === 'out' ||
    isAdverb(next)
  );
}

/** Whether a past form at `i` is passive: "was called", "has been described". */
export function isPassive(tokens: readonly Token[], i: number, from: number): boolean {
  const { lower } = tokenAt(tokens, i);
  if ((cueVerb(lower) ?? rendering(tokens, i))?.form !== 'past') return false;
  for (let p = i - 1; p >= from && isBetween(tokens, p); p--) if (formsOfBe.has(tokenAt(tokens, p).lower)) return true;
  return false;
}

const personEndings = /(?:man|woman|person|er|or|ist|ant|ian|ee|leader|chief|aide|official|ary|eer|ent)s?$/;

const personWords = new Set(
  'expert host friend witness critic source mother father parent nurse guard boy girl chef head guest judge coach mayor clerk guru monk priest pal fan bride child kid pupil peer victim mate aunt uncle nephew niece cousin widow sheriff'.split(
    ' ',
  ),
);

/** Whether a lower-case noun most likely names a person or a group of people. */
export function personNoun(word: string): boolean {
  return (
    personEndings.test(word) || personWords.has(word) || (word.endsWith('s') && personWords.has(word.slice(0, -1)))
  );
}
