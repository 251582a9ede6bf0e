import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, cueVerb, isBetween, personNoun } from './cues';
import { isTitle, organisationWord } from './givenNames';
import type { NounPhrase } from './mentions';
import { phraseEndingAt, phraseStartingAt, timePhrase } from './mentions';
import {
  auxiliaries,
  conjunctions,
  determiners,
  formsOfBe,
  lendingVerbs,
  openers,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './vocabulary';
import { relatives, subjectBeforeAside, subjectBeforeDash } from './asides';
import { clauseSubject } from './clauseSubject';

export { clauseSubject };

/** The clause in front of a verb is read over this many tokens at most. */
const reach = 70;

/**
 * The subject of the verb at `verb`, looked for to its left within its sentence, which begins at `from`;
 * null where none is plain.
 */
export function subjectOf(tokens: readonly Token[], verb: number, from: number): NounPhrase | null {
  const floor = Math.max(from, verb - reach);
  let p = verb - 1;
  while (p >= floor && isVerbal(tokens, p)) p--;
  if (p < floor) return null;
  if (tokenAt(tokens, verb - 1).lower === 'to' && p === verb - 2) return clauseSubject(tokens, floor, p);
  const before = tokenAt(tokens, p);
  const form = cueAt(tokens, verb, from)?.form;
  if (form === 'participle' && p === verb - 1 && before.kind !== 'word') return lentSubject(tokens, p, floor);
  if (before.kind === 'quote') return clauseSubject(tokens, floor, p);
  if (before.kind === 'mark') {
    if (before.text === ',' && isParenthesis(tokens, verb)) return phraseStartingAt(tokens, verb + 1, tokens.length);
    if (before.text === ',') return subjectBeforeAside(tokens, p, floor) ?? clauseSubject(tokens, floor, p);
    if (before.text === ')' || before.text === ']') return phraseEndingAt(tokens, p, floor);
    if (/^[-–—]/.test(before.text)) return subjectBeforeDash(tokens, p, floor);
    return null;
  }
  if (before.kind === 'word') {
    if (
      before.lower === 'who' ||
      before.lower === 'which' ||
      (before.lower === 'that' && p > floor && !cueAt(tokens, p - 1, floor))
    ) {
      const end = tokens[p - 1]?.text === ',' ? p - 2 : p - 1;
      const whole = end >= floor ? phraseEndingAt(tokens, end, floor) : null;
      const antecedent = whole && before.lower === 'who' ? innerPerson(tokens, whole) : whole;
      // things speak for whoever made them: "released a video that said"
      const maker = before.lower === 'who' || !antecedent ? null : clauseSubject(tokens, floor, antecedent.start);
      if (maker) return maker;
      return antecedent ? { start: antecedent.start, end: p + 1 } : { start: p, end: p + 1 };
    }
    if (conjunctions.has(before.lower)) return reportedSubject(tokens, verb, p, floor) ?? lentSubject(tokens, p, floor);
    if (prepositions.has(before.lower) || openers.has(before.lower) || subordinators.has(before.lower))
      return clauseSubject(tokens, floor, p);
    if (form === 'participle' && !before.capital && !isProgressive(tokens, p + 1, verb))
      return lentSubject(tokens, p, floor);
  }
  const phrase = phraseEndingAt(tokens, p, floor);
  const outer = (!phrase || isBare(tokens, phrase)) && verb - p > 1 ? beforeRelative(tokens, p, floor) : null;
  if (outer) return outer;
  if (!phrase) return clauseSubject(tokens, floor, p);
  if (timePhrase(tokens, phrase)) {
    // "Roe on Monday said", "Roe last week called"
    let q = phrase.start - 1;
    if (q >= floor && prepositions.has(tokenAt(tokens, q).lower)) q--;
    return (q >= floor ? phraseEndingAt(tokens, q, floor) : null) ?? clauseSubject(tokens, floor, p);
  }
  const ago = tokenAt(tokens, phrase.end - 1).lower === 'ago' ? beforeAgo(tokens, phrase, floor) : null;
  if (ago) return ago;
  const lead = tokens[phrase.start - 1];
  // "who spoke anonymously to discuss | strategy said"
  const infinitive =
    lead?.kind === 'word' && !lead.capital && !subordinators.has(lead.lower) && phrase.start - 2 > floor;
  if (infinitive && tokenAt(tokens, phrase.start - 2).lower === 'to')
    return clauseSubject(tokens, floor, phrase.start - 2) ?? phrase;
  if (form === 'participle') {
    const writer = writerOf(tokens, phrase, floor);
    if (writer) return writer;
  }
  if (
    lead?.kind === 'word' &&
    !lead.capital &&
    prepositions.has(lead.lower) &&
    lead.lower !== 'that' &&
    form !== 'participle'
  ) {
    return clauseSubject(tokens, floor, phrase.start - 1) ?? phrase;
  }
  return phrase;
}

/** One word in lower case, such as the end of another verb: "were left | unread". */
const isBare = (tokens: readonly Token[], { start, end }: NounPhrase): boolean =>
  end - start === 1 && !tokenAt(tokens, start).capital && !subjectPronouns.has(tokenAt(tokens, start).lower);

/** "The head of a trust | where scans were left unread has told": the subject of the clause that "where" interrupts. */
function beforeRelative(tokens: readonly Token[], last: number, floor: number): NounPhrase | null {
  let finite = false;
  for (let i = last; i > floor; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote') return null;
    if (token.lower === 'where' || token.lower === 'whose' || token.lower === 'which')
      return finite ? clauseSubject(tokens, floor, i) : null;
    if (subordinators.has(token.lower) && token.lower !== 'than') return null;
    finite ||= auxiliaries.has(token.lower) && token.lower !== 'to';
  }
  return null;
}

/** "The board less than | two weeks ago said": whoever stands before the time. */
function beforeAgo(tokens: readonly Token[], phrase: NounPhrase, floor: number): NounPhrase | null {
  let last = phrase.start - 1;
  while (last >= floor && /^(?:less|more|than|about|nearly|almost|just|over|only)$/.test(tokenAt(tokens, last).lower))
    last--;
  return last >= floor ? phraseEndingAt(tokens, last, floor) : null;
}

/** What somebody writes and others read. */
const written = new Set(
  'message letter note tweet post statement op-ed column essay email e-mail memo ad release sign banner'.split(' '),
);

/** "Roe posted | a message on the board reading": who wrote what reads so, where the phrase begins with such a thing. */
function writerOf(tokens: readonly Token[], phrase: NounPhrase, floor: number): NounPhrase | null {
  for (let i = phrase.start; i < phrase.end; i++) {
    const { kind, capital, lower } = tokenAt(tokens, i);
    if (kind !== 'word' || prepositions.has(lower)) return null;
    if (!capital && written.has(lower) && i + 1 < phrase.end) return clauseSubject(tokens, floor, phrase.start);
  }
  return null;
}

/** "the support of | a retired general who": the person nearest to "who"; the whole phrase where no person ends it. */
function innerPerson(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  let start = phrase.end - 1;
  while (start > phrase.start && !isLink(tokenAt(tokens, start - 1))) start--;
  const head = tokenAt(tokens, phrase.end - 1);
  const person = head.capital ? !organisationWord(head.lower) : personNoun(head.lower) || isTitle(head.lower);
  return person ? { start, end: phrase.end } : phrase;
}

const isLink = (token: Token): boolean => !token.capital && prepositions.has(token.lower);

/** Whether a verb of speech after a comma stands before its subject, as in "The trouble, says Ada Roe, is ...". */
function isParenthesis(tokens: readonly Token[], verb: number): boolean {
  const next = tokenAt(tokens, verb + 1);
  if (!cueVerb(tokenAt(tokens, verb).lower)?.inverts || next.kind !== 'word' || timeWords.has(next.lower)) return false;
  if (!next.capital && !determiners.has(next.lower)) return false;
  const phrase = phraseStartingAt(tokens, verb + 1, tokens.length);
  const after = phrase ? tokens[phrase.end] : undefined;
  return phrase !== null && (!after || /^[,.;—–]/.test(after.text));
}

/** Whether the token belongs to the verb after it: "has also", "went on to", "was refusing to", "is expected to". */
function isVerbal(tokens: readonly Token[], p: number): boolean {
  const token = tokenAt(tokens, p);
  if (isBetween(tokens, p)) return true;
  if (token.kind !== 'word' || token.capital) return false;
  if (lendingVerbs.has(token.lower)) return true;
  return tokenAt(tokens, p + 1).lower === 'to' && (/(?:ed|ing|ble)$/.test(token.lower) || readyWords.has(token.lower));
}

const readyWords = new Set(
  'likely eager quick ready set sure unwilling careful free slow keen about inclined forced'.split(' '),
);

/** "he is predicting": a form of "be" stands between the subject and the participle. */
function isProgressive(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (formsOfBe.has(tokenAt(tokens, i).lower)) return true;
  return false;
}

/** The subject that a participle borrows: that of the verb of speech before it, or else of its clause. */
function lentSubject(tokens: readonly Token[], before: number, floor: number): NounPhrase | null {
  for (let i = before; i > floor && i > before - 25; i--) {
    if (tokenAt(tokens, i).kind === 'quote') break;
    const cue = cueAt(tokens, i, floor);
    if (cue?.sense !== 'speech' || (cue.form !== 'past' && cue.form !== 'present')) continue;
    // `"...," said Roe, urging the crew to "..."`
    const inverted =
      cue.inverts && tokenAt(tokens, i - 1).kind === 'quote' ? phraseStartingAt(tokens, i + 1, before) : null;
    return inverted ?? subjectOf(tokens, i, floor);
  }
  return clauseSubject(tokens, clauseStart(tokens, before, floor), before);
}

/** Where the clause before a conjunction begins: "it ends when | Roe knocks and calls". `floor` where no comma-free clause does. */
function clauseStart(tokens: readonly Token[], and: number, floor: number): number {
  if (!conjunctions.has(tokenAt(tokens, and).lower)) return floor;
  for (let i = and - 1; i > floor; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote') return floor;
    if (!subordinators.has(token.lower) || relatives.has(token.lower)) continue;
    const next = tokenAt(tokens, i + 1);
    return next.capital || determiners.has(next.lower) || subjectPronouns.has(next.lower) ? i + 1 : floor;
  }
  return floor;
}

/** "He said that | Mr Stroud | came up and told him": "he" told nobody whom "him" can mean, so that the person after "that" did. */
function reportedSubject(tokens: readonly Token[], verb: number, and: number, floor: number): NounPhrase | null {
  const teller = { him: 'he', her: 'she' }[tokenAt(tokens, verb + 1).lower];
  for (let i = and - 1; teller && i > floor && tokenAt(tokens, i).kind !== 'quote'; i--) {
    if (cueAt(tokens, i, floor)?.sense !== 'speech' || tokenAt(tokens, i - 1).lower !== teller) continue;
    const inner = clauseSubject(tokens, i + 1, and);
    return inner && tokenAt(tokens, inner.end - 1).capital ? inner : null;
  }
  return null;
}
