import { clauseSubject } from '../clauses';
import type { NounPhrase } from '../mentions';
import { tokenAt } from '../tokens';
import { auxiliaries, prepositions, subjectPronouns, timeWords } from '../vocabulary';
import { governorOf, subjectBefore } from './governors';
import type { Subject } from './model';
import { nounPhraseAt } from './nounPhrases';
import { isVerbAt, verbWord } from './verbs';
import { subjectFrom, type FigureSite } from './sites';
import { datesSpeech } from './sources';

/** Nouns that name what takes place, so that a date right behind them is theirs. */
const eventNouns = new Set(
  (
    'meeting hearing election vote war invasion attack summit trial game match conference strike storm fire crash ' +
    'accident visit speech launch opening closing ceremony wedding funeral festival concert race earthquake flood merger deal ' +
    'agreement treaty deadline referendum revolution coup bombing shooting explosion outbreak session inquiry inauguration birth death arrest ' +
    'release sentencing protest march rally debate tournament final announcement ruling verdict report survey census collapse closure ' +
    'sale start end beginning begin tour flight '
  ).split(' '),
);
const isEvent = (word: string): boolean =>
  eventNouns.has(word) || word.endsWith('tion') || word.endsWith('sion') || word.endsWith('ment');

/** What a date or a time of day is the date of: an event, or whoever did something then. */
export function eventOf(site: FigureSite): Subject | null {
  const { tokens, from, to, limit } = site;
  const before = tokenAt(tokens, from - 1);
  const next = tokenAt(tokens, to);
  // "the 2022 | invasion", "his June 4 | speech"
  if (
    next.kind === 'word' &&
    !timeWords.has(next.lower) &&
    before.kind !== 'mark' &&
    (!prepositions.has(before.lower) || next.lower !== 'the')
  ) {
    const modifies = before.kind === 'possessive' || (before.kind === 'word' && !prepositions.has(before.lower));
    const phrase = modifies ? nounPhraseAt(tokens, to, limit, false) : null;
    if (phrase && !isVerbAt(tokens, to, 0)) return subjectFrom(site, phrase);
  }
  // "Monday, June 24, at | 7 p.m."
  const date = site.before;
  if (date?.near && date.figure.kind === 'date' && site.figure.kind === 'time' && before.start - date.figure.end < 8)
    return date.subject;
  if (datesSpeech(tokens, from, 0)) return null;
  const governor = governorOf(tokens, from, 0);
  const { verb } = governor;
  const near = governor.nearest;
  const object = near && isEvent(tokenAt(tokens, near.end - 1).lower) ? near : governor.object;
  if (object && isEvent(tokenAt(tokens, object.end - 1).lower)) {
    const of = governor.verb >= 0 ? [verbWord(tokens, verb)] : [];
    return subjectFrom(site, withTail(site, object), of);
  }
  if (verb >= 0) {
    const phrase = subjectBefore(tokens, verb, 0);
    const words = [verbWord(tokens, verb)];
    if (object)
      for (let i = object.start; i < object.end; i++)
        if (tokenAt(tokens, i).kind === 'word') words.push(tokenAt(tokens, i).lower);
    if (phrase && !isPronoun(site, phrase)) return subjectFrom(site, phrase, words);
    if (object) return subjectFrom(site, object, words);
    const earlier = site.earlier();
    const topic = phrase ? clauseSubject(earlier, 0, earlier.length) : null;
    if (topic && !subjectPronouns.has(tokenAt(earlier, topic.start).lower))
      return subjectFrom({ ...site, tokens: earlier }, topic, words);
  }
  if (object) {
    // "the council | on Monday, | adopted"
    const after = tokenAt(tokens, to).text === ',' ? to + 1 : to;
    return subjectFrom(site, object, isVerbAt(tokens, after, 0) ? [verbWord(tokens, after)] : []);
  }
  return following(site);
}

/** "the invasion | of Ukraine | in 2022": what hangs on the event up to the date. */
function withTail(site: FigureSite, phrase: NounPhrase): NounPhrase {
  const link = tokenAt(site.tokens, phrase.end).lower;
  if (link !== 'of' && link !== 'on' && link !== 'for') return phrase;
  const inner = nounPhraseAt(site.tokens, phrase.end + 1, site.from, false);
  return inner && !timeWords.has(tokenAt(site.tokens, inner.end - 1).lower)
    ? { start: phrase.start, end: inner.end }
    : phrase;
}

const isPronoun = ({ tokens }: FigureSite, phrase: NounPhrase): boolean =>
  phrase.end - phrase.start === 1 && subjectPronouns.has(tokenAt(tokens, phrase.start).lower);

/** "On Monday, | the council voted": the clause behind a date that opens the sentence. */
function following(site: FigureSite): Subject | null {
  const { tokens, to } = site;
  const start = tokenAt(tokens, to).text === ',' ? to + 1 : to;
  const phrase = nounPhraseAt(tokens, start, tokens.length, false);
  if (!phrase) return null;
  for (let i = phrase.end; i < Math.min(tokens.length, phrase.end + 12); i++) {
    if (isVerbAt(tokens, i, 0) && !auxiliaries.has(tokenAt(tokens, i).lower))
      return subjectFrom(site, phrase, [verbWord(tokens, i)]);
  }
  return subjectFrom(site, phrase);
}

/** Nouns that a vote or a score goes by. */
const contests =
  /^(?:votes?|ballots?|score|match|game|win|victory|defeat|loss|draw|lead|tie|decision|ruling|verdict|margin|result|final|record|majority|edge|advantage|series|split)$/;

/** What a vote or a score is of, and the body that voted where it is named near. */
export function votersOf(site: FigureSite): Subject | null {
  const { tokens, from, to } = site;
  const next = nounPhraseAt(tokens, to, site.limit, false);
  const governor = governorOf(tokens, from, 0);
  const subject = governor.verb >= 0 ? subjectBefore(tokens, governor.verb, 0) : clauseSubject(tokens, 0, from);
  const body: string[] = [];
  if (subject && !isPronoun(site, subject))
    for (let i = subject.start; i < subject.end; i++)
      if (tokenAt(tokens, i).kind === 'word') body.push(tokenAt(tokens, i).lower);
  if (next && contests.test(tokenAt(tokens, next.end - 1).lower)) return subjectFrom(site, next, body);
  const verb = governor.verb >= 0 ? verbWord(tokens, governor.verb) : '';
  if (governor.object && contests.test(tokenAt(tokens, governor.object.end - 1).lower))
    return subjectFrom(site, governor.object, body);
  const votes = /\bvotes?\b/.test(site.text.slice(site.figure.start, site.figure.end));
  if (subject && votes) return { ...(subjectFrom(site, subject, ['vote', verb]) as Subject), head: 'vote' };
  if (!subject) return governor.object ? subjectFrom(site, governor.object, [verb]) : null;
  const made = subjectFrom(site, subject, [verb]);
  if (!made) return null;
  if (/^(?:vote|pass|approve|adopt|reject|carry|rule|decide|fail|defeat)$/.test(verb)) {
    const words = [...made.words];
    if (!words.includes('vote')) words.push('vote');
    return { ...made, head: 'vote', words };
  }
  if (/^(?:beat|win|lose|draw|lead|score|trail|defeat|thrash|tie|edge|down)$/.test(verb)) {
    const words = [...made.words];
    if (governor.object)
      for (let i = governor.object.start; i < governor.object.end; i++) words.push(tokenAt(tokens, i).lower);
    return { ...made, head: 'match', words };
  }
  return made;
}
