import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, cueVerb, isAdverb, isBetween, personNoun } from './cues';
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

/** "Roe, 46, of Larkin, said": walks left over what stands between commas to the subject. `comma` is the last comma. */
function subjectBeforeAside(tokens: readonly Token[], comma: number, floor: number): NounPhrase | null {
  let end = comma;
  for (let depth = 0; depth < 7; depth++) {
    let start = end - 1;
    while (start >= floor && !isBreak(tokenAt(tokens, start))) start--;
    if (start < floor || tokenAt(tokens, start).text !== ',') {
      // the first stretch of the sentence: its own end is the subject, where anything stood between
      if (depth === 0) return null;
      return stretchSubject(tokens, Math.max(start + 1, floor), end);
    }
    if (depth > 0 && !isAside(tokens, start + 1, end)) {
      const phrase = stretchSubject(tokens, start + 1, end);
      if (phrase) return phrase;
    }
    // "On Monday, Mayor Jane Roe, said": a stray comma after the subject itself
    if (depth === 0 && opensClause(firstOf(tokens, start, floor)) && tokenAt(tokens, start + 1).capital) {
      const phrase = phraseStartingAt(tokens, start + 1, end);
      if (phrase?.end === end && phrase.end - phrase.start > 1) return phrase;
    }
    // an opening phrase at the very start of the sentence is no subject: "On Monday, the mayor, who is old, said"
    if (depth > 0 && opensClause(firstOf(tokens, start, floor)) && phraseStartingAt(tokens, start + 1, end))
      return stretchSubject(tokens, start + 1, end);
    end = start;
  }
  return null;
}

const isBreak = (token: Token): boolean =>
  token.kind === 'quote' || (token.kind === 'mark' && /^[,;:–—]/.test(token.text));

function firstOf(tokens: readonly Token[], comma: number, floor: number): Token | undefined {
  let start = comma - 1;
  while (start >= floor && !isBreak(tokenAt(tokens, start))) start--;
  return start < floor || tokenAt(tokens, start).text !== ',' ? tokens[Math.max(start + 1, floor)] : undefined;
}

function opensClause(first: Token | undefined): boolean {
  return (
    first !== undefined && (prepositions.has(first.lower) || subordinators.has(first.lower) || openers.has(first.lower))
  );
}

/** Whether the stretch between two commas reads as an aside: "who lives there", "46", "a farmer", "of Larkin". */
function isAside(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start];
  if (!first) return true;
  if (first.kind !== 'word') return true;
  if (subjectPronouns.has(first.lower) && first.lower !== 'who') return false;
  if (conjunctions.has(first.lower)) return end - start <= 1;
  // "while Ada Roe, the mayor, said"
  if (subordinators.has(first.lower) && !relatives.has(first.lower) && tokenAt(tokens, start + 1).capital) return false;
  if (!first.capital) return true;
  // a place or a state alone is an aside: ", Ohio,"; a name that fills the stretch is not, where the sentence goes on to it
  return end - start === 1 && tokens[start - 2]?.capital === true;
}

const relatives = new Set('who whom whose which that where'.split(' '));

/** The phrase that ends the stretch, or the one that begins it. */
function stretchSubject(tokens: readonly Token[], start: number, end: number): NounPhrase | null {
  let first = start;
  while (
    first < end &&
    (conjunctions.has(tokenAt(tokens, first).lower) ||
      subordinators.has(tokenAt(tokens, first).lower) ||
      isAdverb(tokenAt(tokens, first)))
  )
    first++;
  if (first >= end) return null;
  const whole = phraseStartingAt(tokens, first, end);
  if (whole?.end === end) return whole;
  const last = phraseEndingAt(tokens, end - 1, first);
  return last && !timePhrase(tokens, last) ? last : whole;
}

/** "Roe — a farmer — said". */
function subjectBeforeDash(tokens: readonly Token[], dash: number, floor: number): NounPhrase | null {
  for (let i = dash - 1; i > floor; i--) {
    if (tokenAt(tokens, i).kind === 'mark' && tokenAt(tokens, i).text === tokenAt(tokens, dash).text)
      return phraseEndingAt(tokens, i - 1, floor);
  }
  return null;
}

/**
 * The subject of the clause that stretches over the tokens from `from` up to `to`: the first noun phrase after whatever
 * opens the sentence. Null where there is none.
 */
export function clauseSubject(tokens: readonly Token[], from: number, to: number): NounPhrase | null {
  let i = afterDateline(tokens, from, to);
  for (let guard = 0; guard < 6 && i < to; guard++) {
    while (
      i < to &&
      (tokenAt(tokens, i).kind === 'mark' ||
        tokenAt(tokens, i).kind === 'quote' ||
        tokenAt(tokens, i).kind === 'possessive' ||
        conjunctions.has(tokenAt(tokens, i).lower) ||
        isAdverb(tokenAt(tokens, i)) ||
        opensAsAdverb(tokens, i) ||
        tokenAt(tokens, i).lower === 'that')
    )
      i++;
    const first = tokens[i];
    if (!first || i >= to) return null;
    const counted = tokens[i + 1]?.kind === 'number';
    const opens =
      (prepositions.has(first.lower) && !counted) ||
      subordinators.has(first.lower) ||
      openers.has(first.lower) ||
      (first.kind === 'word' && guard === 0 && opensAsParticiple(tokens, i));
    if (opens) {
      const comma = nextComma(tokens, i, to);
      if (comma < 0) {
        // no comma: the subject stands inside the opening clause ("when she said")
        if (subordinators.has(first.lower)) {
          i++;
          continue;
        }
        const inner = phraseStartingAt(tokens, i + 1, to);
        return inner && subordinators.has(first.lower) ? inner : null;
      }
      i = afterPlace(tokens, comma, to);
      continue;
    }
    if (counted && prepositions.has(first.lower)) i++;
    const phrase = phraseStartingAt(tokens, i, to);
    if (phrase && !timePhrase(tokens, phrase)) return phrase;
    i = phrase ? phrase.end : i + 1;
  }
  return null;
}

/** Where a clause goes on after the comma of "In Larkin, | Ohio, the mayor": behind the place that the comma only cuts in two. */
function afterPlace(tokens: readonly Token[], comma: number, to: number): number {
  if (!tokenAt(tokens, comma - 1).capital) return comma + 1;
  let end = comma + 1;
  while (end < to && end < comma + 4 && tokenAt(tokens, end).kind === 'word' && tokenAt(tokens, end).capital) end++;
  if (end === comma + 1 || tokenAt(tokens, end).text !== ',') return comma + 1;
  const next = tokenAt(tokens, end + 1);
  const subject = next.capital || determiners.has(next.lower) || subjectPronouns.has(next.lower);
  return subject && next.lower !== 'who' && next.lower !== 'a' && next.lower !== 'an' ? end + 1 : comma + 1;
}

/** "Shortly after", "Apparently, ": an adverb with the capital of its sentence, but not "Kelly said". */
function opensAsAdverb(tokens: readonly Token[], i: number): boolean {
  const { capital, lower } = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  return (
    capital &&
    lower.length > 4 &&
    lower.endsWith('ly') &&
    (next.text === ',' || ((prepositions.has(next.lower) || subordinators.has(next.lower)) && next.lower !== 'who'))
  );
}

/** "Hastily judging the case, ...", "Informed of the vote, ...": a participle that opens a sentence. */
function opensAsParticiple(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokenAt(tokens, i);
  if (lower.length < 5) return false;
  const next = tokenAt(tokens, i + 1);
  return lower.endsWith('ing')
    ? !next.capital
    : lower.endsWith('ed') && prepositions.has((isAdverb(next) ? tokenAt(tokens, i + 2) : next).lower);
}

/** Where a sentence begins after its dateline ("LARKIN FALLS, Ohio —"), or `from`. */
function afterDateline(tokens: readonly Token[], from: number, to: number): number {
  const first = tokenAt(tokens, from);
  if (!first.capital) return from;
  let shouted = first.text.length > 2 && first.text === first.text.toUpperCase();
  for (let i = from + 1; i < Math.min(to, from + 10); i++) {
    const token = tokenAt(tokens, i);
    if (/^(?:[—–-]|--)$/.test(token.text)) return shouted ? i + 1 : from;
    // "Larkin (NNA) -"
    if (token.text === '(')
      shouted ||= /^\p{Lu}{2,}$/u.test(tokenAt(tokens, i + 1).text) && tokenAt(tokens, i + 2).text === ')';
    if (token.kind === 'word' && !token.capital) return from;
  }
  return from;
}

function nextComma(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (tokenAt(tokens, i).text === ',' || /^[–—]/.test(tokenAt(tokens, i).text)) return i;
  return -1;
}
