import { cueVerbs } from '../cueVerbs';
import { cueVerb, isAdverb } from '../cues';
import { tokenAt, type Token } from '../tokens';
import { auxiliaries, conjunctions, determiners, prepositions, subjectPronouns, timeWords } from '../vocabulary';
import { mayBeListed, wordFilter } from '../wordFilter';

const formsOf = (bases: string): ReadonlySet<string> =>
  new Set(
    bases.split(' ').flatMap((base) => {
      const soft = base.endsWith('e') ? base.slice(0, -1) : base;
      const y = /[^aeiou]y$/.test(base);
      return [
        base,
        y ? `${base.slice(0, -1)}ies` : `${base}s`,
        y ? `${base.slice(0, -1)}ied` : `${soft}ed`,
        `${soft}ing`,
      ];
    }),
  );

/**
 * Verbs of speech and thought that state a number even without "that": "reported 40 cases". Others, such as "praised" and
 * "charged", do something to those whom the number counts.
 */
export const stating: ReadonlySet<string> = new Set([
  ...formsOf(
    'claim estimate report announce state declare insist maintain argue add note warn predict believe confirm acknowledge assert allege ' +
      'explain reveal disclose indicate suggest testify tweet post boast calculate mention recall tout cite detail contend expect fear hope want',
  ),
  ...'say says said saying tell tells told telling swear swears swore swearing write writes wrote writing admit admits admitted think thinks thought put puts'.split(
    ' ',
  ),
]);

export const tellsSomebody = new Set(
  'tell tells told telling inform informs informed assure assures assured remind reminds reminded warn warns warned'.split(
    ' ',
  ),
);

/** Thoughts that a number can be somebody's by. */
export const holding: ReadonlySet<string> = new Set([
  ...formsOf('believe expect fear hope want assume suspect conclude determine'),
  ...'think thinks thought'.split(' '),
]);

/** Verbs that give a number rather than words: "it counts 31 jobs", "records show 12". Only with a plain subject. */
export const reckoning = new Set(
  'count counts counted forecast forecasts project projects projected reckon reckons reckoned show shows showed shown put puts list lists listed record recorded calculates estimate estimates expect'.split(
    ' ',
  ),
);

/** Verbs that give a number back to somebody else. */
export const denying = formsOf('deny reject dispute dismiss refute doubt question rebut');

/** What somebody's number is called: "by the library's own schedule", "the union's count of 31". */
export const accounts = new Set(
  'count counts estimate estimates schedule reckoning tally account accounts figures calculation calculations numbers telling assessment projection projections records survey poll audit report forecast'.split(
    ' ',
  ),
);

/** Cues that are done rather than said, so that a date of theirs is one of what happened. */
export const acts = formsOf(
  'issue publish release sign rule demonstrate begin start continue end close charge attack protest accuse announce',
);

const numberGivers: ReadonlySet<string> = new Set([...reckoning, ...stating]);
const mayGive = wordFilter([...cueVerbs.keys(), ...numberGivers]);

/** Whether a word in lower case can give a number to anybody, as far as its spelling tells. */
export const mayState = (word: string): boolean =>
  mayBeListed(mayGive, word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length) &&
  (cueVerb(word) !== undefined || numberGivers.has(word));

/** Whether a verb that gives a number gives this one: "counts | 31", "showed that", "put the crowd at | 900". */
export function reaches(tokens: readonly Token[], i: number, at: number, isDate: boolean): boolean {
  if (tokenAt(tokens, i + 1).lower === 'that' || stating.has(tokenAt(tokens, i).lower)) return true;
  const verb = tokenAt(tokens, i).lower;
  if (/^(?:count|forecast|project|reckon|calculat)/.test(verb)) return true;
  return !isDate && (at - i <= 4 || tokenAt(tokens, at - 1).lower === 'at');
}

/** Whether the verb at `i` says what follows up to `at`: it has a clause after it, or is one that states numbers. */
export function governs(tokens: readonly Token[], i: number, at: number): boolean {
  const verb = tokenAt(tokens, i).lower;
  let next = i + 1;
  while (isAdverb(tokenAt(tokens, next)) || timeWords.has(tokenAt(tokens, next).lower)) next++;
  const after = tokenAt(tokens, next);
  if (after.lower === 'to') return /^(?:claim|expect|hope|want)/.test(verb);
  if (after.kind === 'quote') return false;
  if (stating.has(verb)) return !(after.lower === 'of' || after.lower === 'about');
  for (let k = next; k < Math.min(at, next + 6); k++) {
    if (tokenAt(tokens, k).lower === 'that' && !determiners.has(tokenAt(tokens, k - 1).lower)) return true;
    if (tokenAt(tokens, k).kind === 'mark') return false;
  }
  return false;
}

export function isReckoning(tokens: readonly Token[], i: number, start: number): boolean {
  const before = tokenAt(tokens, i - 1);
  if (
    i <= start ||
    tokenAt(tokens, i).capital ||
    before.kind !== 'word' ||
    determiners.has(before.lower) ||
    prepositions.has(before.lower) ||
    before.lower === 'to'
  )
    return false;
  const { lower } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  if (next.lower === 'that') return true;
  const plural = before.lower.endsWith('s') || before.lower === 'police' || before.lower === 'they';
  if (subjectPronouns.has(before.lower) || auxiliaries.has(before.lower))
    return !/^(?:is|was|are|were|be|been|being)$/.test(before.lower);
  if (/(?:ed|own|cast)$/.test(lower)) return true;
  if (lower.endsWith('s'))
    return !plural || before.capital ? next.kind !== 'mark' && !conjunctions.has(next.lower) : false;
  return plural;
}

/** "did not say", "declined to say", "never claimed". */
export function isDenied(tokens: readonly Token[], i: number, start: number): boolean {
  for (let k = i - 1; k >= start && k > i - 5; k--) {
    const { lower, kind } = tokenAt(tokens, k);
    if (/^(?:not|never|declined|refused|denied|without)$/.test(lower) || /n['’]t$/.test(lower)) return true;
    if (kind !== 'word' || (!auxiliaries.has(lower) && !isAdverb(tokenAt(tokens, k)))) return false;
  }
  return false;
}
