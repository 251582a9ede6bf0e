import { cueVerb, isAdverb, personNoun } from './cues';
import { isTitle, organisationWord } from './givenNames';
import type { NounPhrase } from './mentions';
import type { Finding } from './speakers';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import {
  auxiliaries,
  determiners,
  lendingVerbs,
  plainVerbs,
  possessivePronouns,
  prepositions,
  subjectPronouns,
  subordinators,
} from './vocabulary';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that stand where a speaker would, and name nobody. */
const nobody = set(
  'that this these those you ago one maybe all who which what such there nobody none nothing something anything everything yourself myself itself here much more less enough',
);

/** People whom no ending tells. */
const peopleWords = set(
  'people men women children crowd crew cast choir media press audience police staff team family families couple pair duo trio pope prince princess king queen bishop cardinal captain skipper boss pilot mogul tycoon diplomat democrat republican scholar candidate delegate advocate associate colleague operative analyst architect suspect athlete hero celebrity veteran pundit justice counsel army camp side source outlet tabloid publication newspaper magazine website user campaign country state nation city town village neighbour pal thief nun community authority university majority charity entity physicist mechanic teen youth twin ally rival foe',
);

/** "one of two witnesses", "a group of friends": the head comes after "of". */
const partWords = set(
  'one two three some many most several few both all none each group lot number couple mix handful',
);

/** Texts that are said to say something. */
const texts = set(
  'report statement letter memo email e-mail message tweet post headline newspaper book poll survey study paper lawsuit suit complaint petition document transcript ad advertisement sign poster banner website editorial column article piece op-ed account summary readout note footnote release filing affidavit ruling opinion order resolution caption script narrator voice-over transcript investigation inquiry audit analysis assessment review version',
);

const abstract = /(?:tion|sion|ness|ity|ism|ence|ance|ship|ing|ency|acy)s?$/;

/**
 * Whether the phrase of a finding can name somebody who speaks. Beside a verb of speech hardly a noun is barred, since
 * no list of people is ever whole; where nothing but grammar speaks for it, the noun must be of people or of a body.
 */
export function canSpeak(finding: Finding): boolean {
  const { tokens } = finding.passage;
  const { start, end } = finding.phrase;
  const first = tokenAt(tokens, start);
  const head = headOf(tokens, start, end);
  if (end - start === 1 && nobody.has(first.lower)) return false;
  if (end - start === 1 && possessivePronouns.has(first.lower)) return true;
  const rest = tokenAt(tokens, start + 1);
  if (isVerb(first) && (head === first || (!rest.capital && cueVerb(first.lower)?.sense === 'speech'))) return false;
  if (head.capital || subjectPronouns.has(head.lower)) return true;
  // "six in 10"
  if (head.kind !== 'word') return head.text.endsWith('-old') || !/\d/.test(head.text) || isShare(tokens, start, end);
  if (isPeople(head.lower)) return true;
  const voiced = finding.cue?.sense === 'speech' || finding.cue?.sense === 'naming';
  const sure = voiced || finding.evidence === 'colon' || finding.evidence === 'according';
  if (texts.has(singular(head.lower))) return sure;
  if (!sure) return false;
  const bare = !determiners.has(first.lower) && !first.capital && !head.lower.endsWith('s');
  return !bare && !abstract.test(head.lower);
}

/** "Six in 10": a number that ends the phrase behind "in". */
const isShare = (tokens: readonly Token[], start: number, end: number): boolean =>
  end - start >= 3 && tokenAt(tokens, end - 1).kind === 'number' && tokenAt(tokens, end - 2).lower === 'in';

/** The phrase without a verb that was read as part of the name: "Ada Roe | used", "the two | write". */
export function withoutVerb(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  for (let i = phrase.start + 1; i < phrase.end; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' || token.capital) continue;
    const before = tokenAt(tokens, i - 1);
    const cue = cueVerb(token.lower);
    const past = token.lower.endsWith('ed') || plainVerbs.has(token.lower) || lendingVerbs.has(token.lower);
    const atWork = before.capital
      ? !texts.has(token.lower) && (past || (cue !== undefined && cue.form !== 'base'))
      : (past && isPeople(before.lower)) ||
        (i + 1 === phrase.end && cue !== undefined && !cue.alsoNoun && cue.form !== 'participle');
    if (atWork && !determiners.has(before.lower)) return { start: phrase.start, end: i };
  }
  return phrase;
}

const singular = (word: string): string => word.replace(/s$/, '');

/** Whether a lower-case noun names people or a body of people. */
export function isPeople(word: string): boolean {
  const one = singular(word);
  return (
    (personNoun(word) && !texts.has(one)) ||
    peopleWords.has(word) ||
    peopleWords.has(one) ||
    isTitle(one) ||
    organisationWord(word) ||
    organisationWord(one) ||
    subjectPronouns.has(word) ||
    ['some', 'others', 'many', 'another', 'most', 'both', 'few'].includes(word)
  );
}

/** Whether a word without a capital is a verb at work: "stated", "denounced", "feed", "written". */
const isVerb = (token: Token): boolean =>
  token.kind === 'word' &&
  !token.capital &&
  !texts.has(token.lower) &&
  (auxiliaries.has(token.lower) ||
    plainVerbs.has(token.lower) ||
    cueVerb(token.lower) !== undefined ||
    /(?:ed|ing)$/.test(token.lower));

/** The last word of the phrase before what hangs on it by a preposition, a bracket or a clause. */
function headOf(tokens: readonly Token[], start: number, end: number): Token {
  for (let i = start + 1; i < end; i++) {
    const token = tokenAt(tokens, i);
    if (token.lower === 'of' && partWords.has(tokenAt(tokens, i - 1).lower)) continue;
    const hangs =
      token.kind === 'word' && !token.capital && (prepositions.has(token.lower) || subordinators.has(token.lower));
    const follows =
      i > start + 1 &&
      !token.capital &&
      /(?:ed|ing)$/.test(token.lower) &&
      i + 1 < end &&
      !tokenAt(tokens, end - 1).capital;
    // "a source speaking to", "a man named by"
    const busy =
      hangs && i > start + 1 && !tokenAt(tokens, i - 1).capital && /(?:ed|ing)$/.test(tokenAt(tokens, i - 1).lower);
    if (hangs || follows || token.kind === 'mark') return tokenAt(tokens, busy ? i - 2 : i - 1);
  }
  let last = end - 1;
  while (last > start && isAdverb(tokenAt(tokens, last))) last--;
  return tokenAt(tokens, last);
}
