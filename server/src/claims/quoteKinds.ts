import type { QuoteKind } from './model';
import type { Shape } from './quoteShape';
import { longestName, shapeOf } from './quoteShape';
import type { Place, Reading } from './reading';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, isAdverb, personNoun } from './cues';
import { subjectOf } from './clauses';
import type { Finding } from './speakers';
import { auxiliaries, determiners, subjectPronouns } from './vocabulary';

/** Nouns whose name or title follows in marks: `the movie "..."`, `a class called "..."`. */
const workNouns = new Set(
  'movie film book novel song album show series program programme play poem essay article story column magazine newspaper podcast episode class course game painting sculpture documentary musical opera single track memoir autobiography bestseller sitcom miniseries exhibit exhibition hit anthem ballad report study paper section segment feature ship boat yacht dog cat plow drama comedy thriller tune ad advert commercial trailer talk-show sitcom soap hymn video skit sketch cartoon comic reality group band hashtag headline'.split(
    ' ',
  ),
);
const namingWords = new Set(
  'so-called called named titled entitled dubbed nicknamed known termed labeled labelled christened headlined billed codenamed subtitled'.split(
    ' ',
  ),
);
const makingWords = new Set(
  'wrote write writes writing penned sang sings published released directed composed recorded staged'.split(' '),
);
const christeningWords = new Set(
  'name names named naming christen christened rename renamed title titled entitle entitled'.split(' '),
);
const addressingWords = new Set('told tell tells telling informed reminded assured'.split(' '));
/** What is pressed bears its words as a label: `click “sign up”`, `the “subscribe” button`. */
const pressingWords = new Set('click clicks clicked clicking tap tapping press pressing type typing'.split(' '));
const pressedThings = new Set('button buttons link tab key icon checkbox hashtag'.split(' '));
const airWords = new Set('on in of from for during per'.split(' '));

/**
 * What kind a quote is, given what its sentence says of it. A few words in a headline are marked for brevity or
 * distance: whose they are stands in the article below. `voiced`: the sentence says that they were said, if not by whom.
 */
export function kindOf(
  reading: Reading,
  place: Place,
  finding: Finding | null,
  inHeadline: boolean,
  voiced: boolean,
): Exclude<QuoteKind, 'block'> {
  const { tokens } = place.passage;
  const shape = shapeOf(reading, tokenAt(tokens, place.at).quote);
  if (!voiced && isName(tokens, place, shape, finding)) return 'scare';
  const single = reading.text.charAt(tokenAt(tokens, place.at).start) === "'";
  const inner = place.passage.within !== null || (single && reading.doubled);
  if (inner && !isForTheRecord(reading, place, finding)) return 'scare';
  if (inHeadline && isHeadlineFragment(reading, place, shape, finding)) return 'scare';
  const spoken = voiced || (finding !== null && finding.evidence !== 'clause');
  if (!spoken && shape.words < 5 && !standsAlone(place)) return 'scare';
  if (!finding && !voiced && isDated(tokens, place)) return 'scare';
  if (finding?.evidence === 'thought' && shape.words === 1 && place.at - finding.phrase.end > farThought)
    return 'scare';
  const whole = shape.capital && (shape.ended || standsAlone(place));
  const introduced = opensSentence(place) || tokenAt(tokens, place.at - 1).text === ':';
  return whole && (shape.words >= 3 || introduced) ? 'direct' : 'partial';
}

/** `“Save the Bell” (2008)`: the title of a work, or the words of a poster, with its year in brackets. */
function isDated(tokens: readonly Token[], { at }: Place): boolean {
  if (tokenAt(tokens, at + 1).text !== '(') return false;
  let close = at + 2;
  while (close < tokens.length && close < at + longestDating && tokenAt(tokens, close).text !== ')') close++;
  return tokenAt(tokens, close).text === ')' && /^(?:1[5-9]|20)\d\d$/.test(tokenAt(tokens, close - 1).text);
}

/** In tokens. */
const longestDating = 10;

/** One word so many tokens behind a verb of thought belongs to another clause: "Roe believes that ... “provisionally”". */
const farThought = 16;

const opensSentence = (place: Place): boolean => place.at === place.sentence.start;

/** A few words in a headline, and no pull quote: `Board calls ferry 'a wreck'`, or a cross-head. */
function isHeadlineFragment(reading: Reading, place: Place, shape: Shape, finding: Finding | null): boolean {
  const paragraph = reading.paragraphs[place.passage.paragraph];
  if (paragraph && reading.text.charAt(paragraph.start) === '>') return false;
  if (finding?.evidence === 'colon') return shape.words <= 4 && place.sentence.end - place.at > 3;
  // headlines speak in the present; what was said stands in a caption
  if (finding?.cue?.form === 'past' && shape.words > 2) return false;
  return shape.words <= 4 || (shape.words < 8 && !finding && !standsAlone(place));
}

/**
 * Whether a quote inside a quote still counts as said: where it repeats words for the record ("the words '...'", "when
 * he says '...'"), or where a transcript's speaker gives it to somebody by name. What else people quote in their own
 * speech is hearsay, often imagined: the article gives it to nobody, and to hold it against what that person is quoted
 * with elsewhere would be a false alarm.
 */
function isForTheRecord(reading: Reading, place: Place, finding: Finding | null): boolean {
  const { tokens, within } = place.passage;
  const from = place.sentence.start;
  if (recordNouns.has(tokenAt(tokens, place.at - 1).lower)) return true;
  const verb = place.at - 1;
  if (cueAt(tokens, verb, from)?.sense === 'speech') {
    const subject = subjectOf(tokens, verb, from);
    const first = tokenAt(tokens, subject?.start ?? -1);
    if (tokenAt(tokens, (subject?.start ?? 0) - 1).lower === 'when')
      return first.capital || first.lower === 'he' || first.lower === 'she';
  }
  const outer = within === null ? undefined : reading.quotes[within];
  if (!outer || (outer.open !== '' && outer.close !== '')) return false;
  if (finding?.cue?.sense !== 'speech' || (finding.evidence !== 'adjacent' && finding.evidence !== 'before'))
    return false;
  const { start, end } = finding.phrase;
  return tokenAt(tokens, end - 1).capital && (end - start > 1 || start > from);
}

const recordNouns = new Set(['words', 'phrase']);

/** Whether the quote is all of its sentence. */
export function standsAlone(place: Place): boolean {
  const range = place.sentence;
  for (let i = range.start; i < range.end; i++) {
    const token = tokenAt(place.passage.tokens, i);
    if (token.kind === 'word' || token.kind === 'number' || (token.kind === 'quote' && i !== place.at)) return false;
  }
  return true;
}

/** Whether the marks hold a name and no speech: a work's title, a nickname, a term, a piece of mark-up. */
function isName(tokens: readonly Token[], place: Place, shape: Shape, finding: Finding | null): boolean {
  const before = tokenAt(tokens, place.at - 1);
  const after = tokenAt(tokens, place.at + 1);
  const from = place.sentence.start;
  if (before.text === '=' || shape.label) return true;
  if (shape.words < 4 && (pressingWords.has(before.lower) || pressedThings.has(after.lower))) return true;
  if (shape.words > longestName)
    return isCredited(tokens, place, shape) || (shape.titled && workNouns.has(before.lower));
  if (place.at === from && finding?.evidence === 'adjacent') return false;
  if (before.kind === 'word') {
    if (shape.words < 5 && isKnownAs(tokens, place.at, from)) return true;
    if (before.lower === 'so-called' || isNickname(before, after, shape, place.at - 1 >= from)) return true;
    if (shape.capital && workNouns.has(before.lower)) return true;
    if (shape.capital && namingWords.has(before.lower)) {
      if (finding?.cue?.sense !== 'naming' || isThing(tokenAt(tokens, place.at - 2))) return true;
    }
  }
  // `...," Roe told them. "Walter Brand."`: a sentence of its own after speech is the rest of it
  const whole = shape.ended && place.sentenceIndex > 0 && standsAlone(place);
  return isCredited(tokens, place, shape) || (shape.titled && !whole && isTitle(tokens, place, shape, finding));
}

/** `known as 'the Fox'`, `known to the crew as 'the Fox'`: a nickname, however it is spelled. */
function isKnownAs(tokens: readonly Token[], at: number, from: number): boolean {
  if (tokenAt(tokens, at - 1).lower !== 'as') return false;
  for (let i = at - 2; i >= from && i > at - 9; i--) {
    const { kind, lower } = tokenAt(tokens, i);
    if (kind !== 'word') return false;
    if (lower === 'known')
      return (
        i === at - 2 ||
        /^(?:to|by|in|among|around|locally|affectionately|widely|simply|universally)$/.test(
          tokenAt(tokens, i + 1).lower,
        )
      );
  }
  return false;
}

/** "a film called", but not "he called" or "called her" */
const isThing = (token: Token): boolean =>
  token.kind === 'word' &&
  !token.capital &&
  !subjectPronouns.has(token.lower) &&
  !auxiliaries.has(token.lower) &&
  !personNoun(token.lower) &&
  !isAdverb(token);

/** John "Jack" Roe */
function isNickname(before: Token, after: Token, shape: Shape, inSentence: boolean): boolean {
  return (
    inSentence &&
    before.capital &&
    after.kind === 'word' &&
    after.capital &&
    shape.words <= 3 &&
    shape.capital &&
    !shape.ended
  );
}

/** `"Council Votes to Sell Ferry," by the Courier's Jane Roe`: the title of an article, with its author. */
function isCredited(tokens: readonly Token[], place: Place, shape: Shape): boolean {
  if (!shape.capital || !(shape.ended || shape.titled) || tokenAt(tokens, place.at + 1).lower !== 'by') return false;
  const author = tokenAt(tokens, place.at + 2);
  const named = author.capital || (author.lower === 'the' && tokenAt(tokens, place.at + 3).capital);
  return named && place.at - place.sentence.start < 8 && !/[.!?]/.test(tokenAt(tokens, place.at - 1).text);
}

/** Whether words that all have capitals stand where a title would. */
function isTitle(tokens: readonly Token[], place: Place, shape: Shape, finding: Finding | null): boolean {
  const before = tokenAt(tokens, place.at - 1);
  const from = place.sentence.start;
  if (before.kind === 'possessive' || isChristened(tokens, place.at, from)) return true;
  if (makingWords.has(before.lower) || addressingWords.has(before.lower)) return true;
  if (shape.words < 2 || isRenamed(tokens, place.at, from)) return false;
  if (airWords.has(before.lower) || determiners.has(before.lower)) return true;
  // "her memoir, "The Tides of Port Hale""
  if (before.text === ',') return workNouns.has(tokenAt(tokens, place.at - 2).lower);
  if (before.text === ':') return false;
  const cue = finding?.cue;
  return cue?.sense !== 'naming' && !(cue?.sense === 'speech' && cueAt(tokens, place.at - 1, from) !== undefined);
}

/** Whether somebody is called so: `calling Roe "Larkin's Biggest Loser"`. */
function isRenamed(tokens: readonly Token[], at: number, from: number): boolean {
  let i = at - 1;
  while (i > from && tokenAt(tokens, i).capital) i--;
  return i < at - 1 && cueAt(tokens, i, from)?.sense === 'naming' && !christeningWords.has(tokenAt(tokens, i).lower);
}

/** Whether something is given the name in marks: `to name the new tug "Sir Tugs-a-Lot"`. */
function isChristened(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at - 1; i >= from && i > at - 8; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' && token.kind !== 'possessive') return false;
    if (christeningWords.has(token.lower)) return true;
  }
  return false;
}
