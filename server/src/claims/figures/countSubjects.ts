import { type NounPhrase } from '../mentions';
import { type Token, tokenAt } from '../tokens';
import { auxiliaries, determiners } from '../vocabulary';
import { ofAmount, skipNumbers } from './amountSubjects';
import { sibling, answered, firstWord } from './besideSubjects';
import { governorOf, nounPhraseBack } from './governors';
import { type Subject } from './model';
import { baseVerb, comparable, knownVerb } from './nouns';
import { isComparative, namesPeople, nounPhraseAt, withOf } from './nounPhrases';
import { addWords } from './subjectWords';
import { verbWord } from './verbs';
import { subjectFrom, type FigureSite } from './sites';

/** What a figure counts, and where its own words end once the noun that follows is taken in. */
export interface Counted {
  readonly subject: Subject | null;
  /** A UTF-16 offset. */
  readonly end: number;
}

/** Heads so plain that what happened to them tells one count from another. */
const plainHeads = new Set(
  'person man woman child boy girl victim passenger resident other civilian soldier student worker employee'.split(' '),
);

export function ofCount(site: FigureSite): Counted {
  const { figure, tokens, from, to, limit } = site;
  const glued = gluedNoun(site);
  if (glued) return glued;
  const next = tokenAt(tokens, to);
  if (next.lower === 'of') {
    const start = skipNumbers(tokens, to + 1, limit);
    const phrase = nounPhraseAt(tokens, start, tokens.length, false);
    if (phrase) {
      const bare = figure.vague && phrase.start === to + 1;
      return {
        subject: subjectFrom(site, withOf(tokens, phrase, limit), doneTo(site, phrase)),
        end: bare ? endOf(site, phrase) : figure.end,
      };
    }
  }
  const several = figure.kind === 'count' && figure.value !== 1;
  const phrase = isComparative(next) && next.lower !== 'more' ? null : nounPhraseAt(tokens, to, limit, several);
  if (phrase && phrase.end - phrase.start === 1 && namesPeople(tokenAt(tokens, phrase.start).lower)) {
    // "12 dead": people, and what happened to them
    const state = tokenAt(tokens, phrase.start).lower;
    const subject = subjectFrom(site, phrase);
    return {
      subject: subject && { ...subject, head: 'person', words: ['person', baseVerb(state)] },
      end: endOf(site, phrase),
    };
  }
  if (phrase) {
    const subject = subjectFrom(site, withOf(tokens, phrase, limit), doneTo(site, phrase));
    const follows = figure.kind !== 'multiple';
    return { subject, end: follows ? endOf(site, phrase) : figure.end };
  }
  // "Twelve were killed"
  const verb = skipAuxiliaries(tokens, to, limit);
  const base = knownVerb(tokenAt(tokens, verb).lower);
  if (base !== undefined && from === firstWord(tokens) && (verb > to || base === 'die')) {
    const people = harm.has(base);
    const known = site.before?.subject ?? null;
    if (!people && known) return { subject: known, end: figure.end };
    const subject = subjectFrom(site, { start: verb, end: verb + 1 });
    if (subject)
      return { subject: people ? { ...subject, head: 'person', words: ['person', base] } : subject, end: figure.end };
  }
  return { subject: sibling(site) ?? answered(site) ?? ofAmount(site), end: figure.end };
}

const harm = new Set(
  'kill injure wound die arrest hurt evacuate rescue displace charge infect hospitalize jail strand'.split(' '),
);

/** What else people are counted by, apart from harm. */
const fates = new Set(
  'dead missing homeless attend live work vote sign protest apply register resign flee test join speak employ hire fire graduate enrol leave march vaccinate treat admit recruit train retire return strike'.split(
    ' ',
  ),
);

/** "a 23-member council": the noun that a hyphen joins to the number. */
export function gluedNoun(site: FigureSite): Counted | null {
  const { figure, tokens, to } = site;
  const last = tokenAt(tokens, to - 1);
  const glued = last.end > figure.end ? last.text.slice(figure.end - last.start) : '';
  const noun = /^-(\p{L}+)/u.exec(glued)?.[1]?.toLowerCase();
  if (!noun) return null;
  const head = comparable(noun);
  const words: string[] = [head];
  const phrase = nounPhraseAt(tokens, to, tokens.length, false);
  if (phrase) addWords(words, tokens, phrase.start, phrase.end);
  const start = figure.end + 1;
  const end = phrase ? tokenAt(tokens, phrase.end - 1).end : last.end;
  return { subject: { start, end, text: site.text.slice(start, end), head, words }, end: last.end };
}

/** What is done to, or by, a plain head that follows at once: "12 people | were killed". */
function doneTo(site: FigureSite, phrase: NounPhrase): readonly string[] {
  const { tokens } = site;
  const head = comparable(tokenAt(tokens, phrase.end - 1).lower);
  if (!plainHeads.has(head)) return [];
  // "a city | of 61,000 people"
  const around = tokenAt(tokens, site.from - 1).lower === 'of' ? nounPhraseBack(tokens, site.from - 2, 0) : null;
  if (around) return tokens.slice(around.start, around.end).map(({ lower }) => lower);
  const after = skipAuxiliaries(tokens, phrase.end, tokens.length);
  const token = tokenAt(tokens, after);
  const state = /^(?:dead|missing|homeless)$/.test(token.lower) ? token.lower : knownVerb(token.lower);
  if (state !== undefined && (fates.has(state) || harm.has(state))) return [state];
  const governor = governorOf(tokens, site.from, 0);
  const verb = governor.verb >= 0 && governor.object === null ? verbWord(tokens, governor.verb) : '';
  return fates.has(verb) || harm.has(verb) ? [verb] : [];
}

/** Where the figure's own words end: at its noun, with a bare noun that belongs to it ("heads of state"). */
function endOf(site: FigureSite, phrase: NounPhrase): number {
  const { tokens } = site;
  const bare = tokenAt(tokens, phrase.end + 1);
  const joined = tokenAt(tokens, phrase.end).lower === 'of' && bare.kind === 'word' && !bare.capital;
  const inner = joined && !determiners.has(bare.lower) ? nounPhraseAt(tokens, phrase.end + 1, site.limit, false) : null;
  const last = inner && inner.end - inner.start === 1 && inner.start === phrase.end + 1 ? inner.end : phrase.end;
  return Math.max(site.figure.end, tokenAt(tokens, last - 1).end);
}

function skipAuxiliaries(tokens: readonly Token[], i: number, limit: number): number {
  let k = i;
  while (k < limit && k < i + 5 && (auxiliaries.has(tokenAt(tokens, k).lower) || between.has(tokenAt(tokens, k).lower)))
    k++;
  return k;
}

/** What stands between auxiliaries and their verb. */
const between = new Set('also all later who that reported reportedly believed feared already still'.split(' '));
