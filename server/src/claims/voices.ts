import { clauseSubject } from './clauses';
import { cueAt, isAdverb, isPassive, personNoun } from './cues';
import type { NounPhrase } from './mentions';
import { phraseEndingAt, phraseStartingAt, possessorEndingAt } from './mentions';
import type { Place } from './reading';
import type { Finding } from './speakers';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { conjunctions, determiners, possessivePronouns } from './vocabulary';

/** What nouns and passives say of the words beside them: that they were said, and by whom, where that is told. */
export interface Voice {
  readonly finding: Finding | null;
  /** Whether the sentence may still say who, apart from this: "branded a “wreck”, Roe wrote". */
  readonly open: boolean;
}

/**
 * Reads what needs no verb of somebody's to be somebody's words: a remark that goes by its words ("her “painless”
 * remark"), a chant ("chants of “Sail on”"), a name given in the passive ("has been called a “wreck”"). Null for
 * anything else; a voice without a finding was heard, but nobody is named for it.
 */
export function voiceOf(place: Place): Voice | null {
  const { passage, at, sentence } = place;
  const { tokens } = passage;
  const from = Math.max(sentence.start, at - reach);
  const voice = (phrase: NounPhrase | null): Voice => ({
    finding: phrase && { passage, phrase, evidence: 'agent', cue: null },
    open: false,
  });
  if (isRemark(tokens, at, sentence.end)) return voice(ownerOf(tokens, at, from));
  const chant = chantBefore(tokens, at, from);
  if (chant !== null) return voice(crowdAround(tokens, at, chant, from, sentence.end));
  if (isShoutedFrom(tokens, at)) return voice(crowdAfter(tokens, at + 2, sentence.end));
  if (isWritten(tokens, at, from)) return voice(null);
  const named = wordNouns.has(tokenAt(tokens, at - 1).lower) || isNamedInPassive(tokens, at, from);
  return named && tokenAt(tokens, at + 1).lower !== 'by' ? { finding: null, open: true } : null;
}

/** In tokens. */
const reach = 40;

/** Nouns that go by the words that were said: `the “47 percent” comment`. */
const remarkNouns = new Set(
  'comment comments remark remarks quip line tweet tweets joke retort crack jab claim refrain mantra slogan chant chants taunt boast statement statements quote speech comparison insult insults promise moniker rallying battle-cry catchphrase'.split(
    ' ',
  ),
);

/** Whether the noun after the quote, or after the quotes that it is listed with, is a remark. */
function isRemark(tokens: readonly Token[], at: number, to: number): boolean {
  let i = at + 1;
  while (i < Math.min(to, at + 6) && isListed(tokenAt(tokens, i))) i++;
  return i < to && remarkNouns.has(tokenAt(tokens, i).lower);
}

const isListed = (token: Token): boolean =>
  token.kind === 'quote' || token.text === ',' || token.lower === 'and' || token.lower === 'or';

/** Whose remark it is: `Roe’s “painless” remark`, `her now famous “painless” remark`. Null for "the" and "a". */
function ownerOf(tokens: readonly Token[], at: number, from: number): NounPhrase | null {
  for (let i = at - 1; i >= from && i > at - 6; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'possessive') return token.lower.startsWith("'") ? possessorEndingAt(tokens, i - 1, from) : null;
    if (isListed(token)) continue;
    if (token.kind !== 'word') return null;
    if (possessivePronouns.has(token.lower)) return { start: i, end: i + 1 };
    if (determiners.has(token.lower) || token.capital) return null;
  }
  return null;
}

/** What a crowd lets hear. */
const vocalNouns = new Set(
  'chant chants shouts shout cries cry cheers cheer calls yells yell screams boos jeers whispers murmurs choruses chorus refrain'.split(
    ' ',
  ),
);

/** The place of the noun in `chants of “Sail on”` and `cries of “Sail on” and “Get out”`, or null. */
function chantBefore(tokens: readonly Token[], at: number, from: number): number | null {
  let i = at - 1;
  while (i > from && (conjunctions.has(tokenAt(tokens, i).lower) || tokenAt(tokens, i).text === ',') && i > at - 8) {
    // over the chant before this one
    let k = i - 1;
    if (tokenAt(tokens, k).text === ',') k--;
    if (tokenAt(tokens, k).kind !== 'quote') return null;
    i = k - 1;
  }
  if (tokenAt(tokens, i).lower !== 'of' || i - 1 < from) return null;
  return vocalNouns.has(tokenAt(tokens, i - 1).lower) ? i - 1 : null;
}

/** `“Call the roll,” came shouts from the crowd`. */
function isShoutedFrom(tokens: readonly Token[], at: number): boolean {
  if (tokenAt(tokens, at + 1).lower !== 'came') return false;
  for (let i = at + 2; i < at + 5; i++) if (vocalNouns.has(tokenAt(tokens, i).lower)) return true;
  return false;
}

const crowdWords = new Set(
  'crowd crowds audience mob throng hall room bystanders onlookers people students delegates workers women men teenagers children locals residents'.split(
    ' ',
  ),
);

/** Whether the phrase names a crowd: "the protesters", "Roe supporters", "the crowd". */
function isCrowd(tokens: readonly Token[], phrase: NounPhrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++) {
    const { kind, lower } = tokenAt(tokens, i);
    if (kind === 'word' && (crowdWords.has(lower) || (lower.endsWith('s') && personNoun(lower)))) return true;
  }
  return false;
}

/** The crowd that the sentence names: `the crowd's chants of`, `supporters broke into chants of`, `chants of “...” from fans`. */
function crowdAround(tokens: readonly Token[], at: number, noun: number, from: number, to: number): NounPhrase | null {
  const after = crowdAfter(tokens, at + 1, to);
  if (after) return after;
  const owner = tokenAt(tokens, noun - 1).kind === 'possessive' ? phraseEndingAt(tokens, noun - 2, from) : null;
  if (owner) return owner;
  const subject = clauseSubject(tokens, from, noun);
  if (!subject) return null;
  const pronoun = tokenAt(tokens, subject.start).lower === 'they';
  return pronoun || isCrowd(tokens, subject) ? subject : null;
}

function crowdAfter(tokens: readonly Token[], i: number, to: number): NounPhrase | null {
  for (let k = i; k < Math.min(to, i + 3); k++) {
    if (tokenAt(tokens, k).lower !== 'from') continue;
    const phrase = phraseStartingAt(tokens, k + 1, to);
    return phrase && isCrowd(tokens, phrase) ? phrase : null;
  }
  return null;
}

/** Papers and signs that bear words which somebody else may have put there: whose they are, the sentence does not say. */
const papers = new Set(
  'sheet form certificate logbook log manifest invoice receipt notice plaque label contract sticker ticket placard'.split(
    ' ',
  ),
);

/** `a sheet stating “in good order”`, `a form that declared the pump “sound”`, but not `a sheet, Roe said, “in good order”`. */
function isWritten(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i > from && i > at - 9; i--) {
    const cue = cueAt(tokens, i, from);
    if (cue?.sense !== 'speech') continue;
    const before = tokenAt(tokens, i - 1);
    const noun = before.lower === 'that' || before.lower === 'which' ? tokenAt(tokens, i - 2) : before;
    return papers.has(noun.lower) && !noun.capital;
  }
  return false;
}

/** Nouns that the words they name follow: `the slogan “Sail on”`. */
const wordNouns = new Set('slogan slogans motto mantra refrain message chant watchword'.split(' '));

/** Verbs that render a person or a thing in words of somebody's, beside those of naming and of speech. */
const renderingVerbs = new Set(
  'described characterized characterised denounced dismissed criticized criticised condemned praised hailed blasted mocked ridiculed derided slammed lambasted portrayed seen told urged advised asked ordered warned said reported'.split(
    ' ',
  ),
);
const plainNaming = new Set(
  'named titled entitled nicknamed christened renamed rated defined tagged termed styled'.split(' '),
);
const lightWords = new Set('as to be being'.split(' '));

/** `has been called a “wreck”`, `is described as “unsafe”`, `was told to “sail on”`. */
function isNamedInPassive(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= from && i > at - 6; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word') return false;
    const cue = cueAt(tokens, i, from);
    const names = (cue?.sense === 'naming' && !plainNaming.has(token.lower)) || renderingVerbs.has(token.lower);
    if (names) return isPassive(tokens, i, from) || (token.lower === 'seen' && tokenAt(tokens, i + 1).lower === 'as');
    if (!determiners.has(token.lower) && !isAdverb(token) && !lightWords.has(token.lower)) return false;
  }
  return false;
}
