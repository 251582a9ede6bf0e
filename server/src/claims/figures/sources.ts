import { clauseSubject, subjectOf } from '../clauses';
import { cueAt, isAdverb, isPassive } from '../cues';
import { phraseStartingAt, possessorEndingAt, timePhrase, type NounPhrase } from '../mentions';
import { tokenAt, type Token } from '../tokens';
import {
  auxiliaries,
  conjunctions,
  determiners,
  objectPronouns,
  plainVerbs,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from '../vocabulary';
import { nounPhraseAt } from './nounPhrases';
import {
  accounts,
  acts,
  denying,
  governs,
  holding,
  isDenied,
  isReckoning,
  mayState,
  reaches,
  reckoning,
  stating,
  tellsSomebody,
} from './reportVerbs';
import { isVerbAt } from './verbs';

/** A noun phrase to which its sentence gives a figure, and how. */
export interface Source {
  readonly phrase: NounPhrase;
  readonly evidence: 'before' | 'trailing' | 'according' | 'colon' | 'noun' | 'thought';
}

/**
 * The source that the sentence from token `start` to `end` names for what stands at token `at`; null where the sentence
 * states it itself. A source in another clause of the sentence does not count.
 */
export function sourceOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  at: number,
  isDate = false,
): Source | null {
  if (isDate && datesSpeech(tokens, at, start)) return null;
  return (
    before(tokens, start, at, isDate) ??
    trailing(tokens, end, at) ??
    accordingTo(tokens, start, end, at) ??
    byAccount(tokens, start, end, at) ??
    beforeColon(tokens, start, at)
  );
}

/** `Roe said that up to | 12,000`, `the agency estimated there were | 3,000`. */
function before(tokens: readonly Token[], start: number, at: number, isDate: boolean): Source | null {
  for (let i = at - 1; i >= start; i--) {
    const token = tokenAt(tokens, i);
    if (token.text === ';') return null;
    if (endsReport(tokens, i, at)) return null;
    if (token.kind !== 'word' || !mayState(token.lower)) continue;
    const cue = cueAt(tokens, i, start);
    const reckons =
      (reckoning.has(token.lower) || (!cue && stating.has(token.lower))) &&
      isReckoning(tokens, i, start) &&
      reaches(tokens, i, at, isDate);
    if (!cue && !reckons) continue;
    if (isPassive(tokens, i, start) || isDenied(tokens, i, start) || denying.has(token.lower)) continue;
    // "grew to add five", "declined to say"
    if (tokenAt(tokens, i - 1).lower === 'to') continue;
    const thought = cue?.sense === 'thought';
    if (cue && !reckons && (cue.sense === 'naming' || (thought && !holding.has(token.lower)))) continue;
    if (!reckons && !governs(tokens, i, at)) continue;
    const subject = subjectOf(tokens, i, clauseStart(tokens, i, start));
    if (!subject || timePhrase(tokens, subject)) continue;
    if (isQuotesOwn(tokens, i, subject, start) || isClosedRelative(tokens, i, subject, at)) {
      if (tokenAt(tokens, i + 1).lower !== 'that') return null;
    }
    return { phrase: subject, evidence: thought ? 'thought' : 'before' };
  }
  return null;
}

/** Whether the date at token `at` is when something was said: "police said on | Sunday", "Roe told reporters | Monday". */
export function datesSpeech(tokens: readonly Token[], at: number, start: number): boolean {
  let i = at - 1;
  while (i >= start && prepositions.has(tokenAt(tokens, i).lower)) i--;
  const last = tokenAt(tokens, i);
  if (last.kind !== 'word') return false;
  const told = tellsSomebody.has(tokenAt(tokens, i - 1).lower) ? i - 1 : i;
  const cue = cueAt(tokens, told, start);
  return (
    cue?.sense === 'speech' &&
    cue.form !== 'participle' &&
    !isPassive(tokens, told, start) &&
    !acts.has(tokenAt(tokens, told).lower)
  );
}

/** Where the clause of the verb at `verb` begins: after its last ", although" or ", but". */
function clauseStart(tokens: readonly Token[], verb: number, start: number): number {
  for (let i = verb - 1; i > start; i--)
    if (tokenAt(tokens, i - 1).text === ',' && openers.test(tokenAt(tokens, i).lower)) return i + 1;
  return start;
}

const openers = /^(?:and|but|or|while|although|though|whereas|because|as|so|yet|after|when)$/;

const contrasts = new Set(['while', 'although', 'whereas']);

/**
 * Whether a clause of the article's own begins at token `i`, before the figure: ", and the council voted 7-2". One that
 * goes on about what was said ("and their numbers would grow") or is said too ("and that") is none.
 */
function endsReport(tokens: readonly Token[], i: number, at: number): boolean {
  const token = tokenAt(tokens, i);
  if (token.kind === 'word' ? !contrasts.has(token.lower) : token.kind !== 'mark') return false;
  const next = tokenAt(tokens, i + 1);
  const comma = token.text === ',' || /^[–—]/.test(token.text);
  const joint = comma && (conjunctions.has(next.lower) || /^(?:while|although|though|whereas|as)$/.test(next.lower));
  const full = token.kind === 'word';
  if (!joint && !full) return false;
  const first = tokenAt(tokens, joint ? i + 2 : i + 1);
  if (/^(?:they|their|it|its|that|these|those|them|there|would|could|will|might|may)$/.test(first.lower)) return false;
  if (first.kind === 'word' && (prepositions.has(first.lower) || subordinators.has(first.lower))) return true;
  // "12 buses, and 3 trams": a list; a clause has a subject and a verb of its own
  const from = joint ? i + 2 : i + 1;
  const phrase = nounPhraseAt(tokens, from, at + 1, false);
  if (subjectPronouns.has(first.lower)) return true;
  const verbs = phrase ? phrase.end : from;
  for (let k = verbs; k < Math.min(at, verbs + 12); k++)
    if (isVerbAt(tokens, k, from)) return phrase !== null || determiners.has(first.lower);
  return from >= at - 1 && joint ? hasOwnVerb(tokens, at) : false;
}

/** Whether a verb follows the figure and its noun: ", and | 12 people were hurt". */
function hasOwnVerb(tokens: readonly Token[], at: number): boolean {
  for (let k = at + 1; k < at + 8; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind === 'mark' && !/^[$£€%]/.test(token.text)) return false;
    if (auxiliaries.has(token.lower) || plainVerbs.has(token.lower)) return token.lower !== 'to';
  }
  return false;
}

/** `"...," Roe said of the 12`: the verb has said its words already. */
function isQuotesOwn(tokens: readonly Token[], i: number, subject: NounPhrase, start: number): boolean {
  const first = Math.min(i, subject.start) - 1;
  if (first < start) return false;
  const lead = tokenAt(tokens, first);
  return lead.kind === 'quote' || (lead.text === ',' && tokenAt(tokens, first - 1).kind === 'quote');
}

/** "Roe, who said he was tired, | won 3 medals": the aside has closed before the figure. */
function isClosedRelative(tokens: readonly Token[], i: number, subject: NounPhrase, at: number): boolean {
  const last = tokenAt(tokens, subject.end - 1).lower;
  if (last !== 'who' && last !== 'which') return false;
  if (tokenAt(tokens, subject.end - 2).text !== ',') return false;
  for (let k = i + 1; k < at; k++) if (tokenAt(tokens, k).text === ',' && isVerbAt(tokens, k + 1, i)) return true;
  return false;
}

/** `| 12 people died, police said on Monday.` `..., said Carla Roe, the finance director.` */
function trailing(tokens: readonly Token[], end: number, at: number): Source | null {
  for (let i = at + 1; i < end; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote' || token.text === ';') return null;
    if (token.kind !== 'word' || !mayState(token.lower)) continue;
    const cue = cueAt(tokens, i, at + 1);
    const reckons = !cue && reckoning.has(token.lower) && isReckoning(tokens, i, at + 1);
    if (
      !reckons &&
      (!cue ||
        cue.sense === 'naming' ||
        cue.form === 'participle' ||
        (cue.sense === 'thought' && !holding.has(token.lower)))
    )
      continue;
    if (isPassive(tokens, i, at + 1)) continue;
    const comma = tokenAt(tokens, i - 1);
    const inverted =
      comma.text === ',' && cue?.inverts && tokenAt(tokens, i + 1).lower !== 'that'
        ? phraseStartingAt(tokens, i + 1, end)
        : null;
    if (inverted && !timePhrase(tokens, inverted) && isOver(tokens, inverted.end, end))
      return { phrase: inverted, evidence: 'trailing' };
    const subject = subjectOf(tokens, i, at + 1);
    if (!subject || subject.start <= at || subject.end > i) continue;
    const lead = tokenAt(tokens, subject.start - 1);
    const set = /^[,(–—-]/.test(lead.text) || (lead.kind === 'word' && lead.lower === 'as');
    const bare = subject.start - 1 > at && i - subject.start <= 3 && isEnd(tokens, i + 1, end) && lead.kind === 'word';
    if (!set && !bare) continue;
    if (isEnd(tokens, i + 1, end) || (tellsSomebody.has(token.lower) && isAudience(tokens, i + 1, end)))
      return { phrase: subject, evidence: 'trailing' };
    if (set) return null;
  }
  return null;
}

/** Whether the words of attribution end here: a mark, the sentence's end, or when and where it was said. */
function isEnd(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokenAt(tokens, i);
  if (i >= end || (token.kind === 'mark' && !/^[$£€“"‘']/.test(token.text))) return true;
  if (token.kind !== 'word') return false;
  return (
    timeWords.has(token.lower) ||
    isAdverb(token) ||
    (/^(?:in|on|at|during|after|by|late|early|as|through|via|citing|when|adding)$/.test(token.lower) &&
      tokenAt(tokens, i + 1).kind === 'word')
  );
}

/** After an inverted speaker: a comma, the end, or what hangs on the name. */
function isOver(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokenAt(tokens, i);
  return (
    isEnd(tokens, i, end) ||
    (token.kind === 'word' &&
      (prepositions.has(token.lower) || subordinators.has(token.lower) || conjunctions.has(token.lower)))
  );
}

/** "told | the council." */
function isAudience(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokenAt(tokens, i);
  if (objectPronouns.has(token.lower)) return isEnd(tokens, i + 1, end);
  const phrase = phraseStartingAt(tokens, i, end);
  return phrase !== null && isOver(tokens, phrase.end, end);
}

/** `according to Roe`; behind the figure without a comma it counts for its own clause only. */
function accordingTo(tokens: readonly Token[], start: number, end: number, at: number): Source | null {
  for (let i = start; i + 2 < end; i++) {
    if (tokenAt(tokens, i).lower !== 'according' || tokenAt(tokens, i + 1).lower !== 'to') continue;
    const phrase = phraseStartingAt(tokens, i + 2, end);
    if (!phrase || timePhrase(tokens, phrase)) continue;
    const [from, to] = i < at ? [i, at] : [at, i];
    let parted = false;
    if (i < at || tokenAt(tokens, i - 1).text !== ',')
      for (let k = from; k < to && !parted; k++) parted = endsReport(tokens, k, to) || tokenAt(tokens, k).text === ';';
    if (!parted) return { phrase, evidence: 'according' };
  }
  return null;
}

/** `by the library's own schedule`, `the union's count of | 31`. */
function byAccount(tokens: readonly Token[], start: number, end: number, at: number): Source | null {
  for (let i = start + 2; i < end; i++) {
    const token = tokenAt(tokens, i);
    if (!accounts.has(token.lower)) continue;
    let k = i - 1;
    while (k > start && k > i - 3 && tokenAt(tokens, k).kind === 'word' && !determiners.has(tokenAt(tokens, k).lower))
      k--;
    if (tokenAt(tokens, k).kind !== 'possessive') continue;
    const owner = possessorEndingAt(tokens, k - 1, start);
    if (!owner) continue;
    const lead = tokenAt(tokens, owner.start - 1).lower;
    const rests = lead === 'by' || lead === 'in' || lead === 'on';
    const gives =
      i < at &&
      at - i < 10 &&
      /^(?:of|that|is|was|were|are|put|puts|showed|shows|show|has|have|had)$/.test(tokenAt(tokens, i + 1).lower);
    if (rests || gives) return { phrase: owner, evidence: 'noun' };
  }
  return null;
}

/** `Roe corrected her: The figure is | 28.` */
function beforeColon(tokens: readonly Token[], start: number, at: number): Source | null {
  for (let i = at - 1; i > start; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote' || token.text === ';') return null;
    if (token.text !== ':') continue;
    // a sentence, and no title that holds a colon
    if (i - start > 16 || at - i > 12) return null;
    if (!tokenAt(tokens, i + 1).capital) return null;
    const phrase = clauseSubject(tokens, start, i);
    return phrase && phrase.end < i ? { phrase, evidence: 'colon' } : null;
  }
  return null;
}
