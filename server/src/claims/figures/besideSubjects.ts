import { clauseSubject } from '../clauses';
import { cueVerb } from '../cues';
import { type NounPhrase } from '../mentions';
import { type Token, tokenAt } from '../tokens';
import { auxiliaries, determiners, subjectPronouns, timeWords } from '../vocabulary';
import { nounPhraseBack, subjectBefore } from './governors';
import { type FigureKind, type Subject } from './model';
import { knownVerb } from './nouns';
import { nounPhraseAt, withOf } from './nounPhrases';
import { addWord } from './subjectWords';
import { verbWord } from './verbs';
import { quantityNouns, subjectFrom, type FigureSite } from './sites';

/** Nouns of change: "a rise of 3 percent" is one in something. */
export const changeNouns = new Set(
  'increase decrease rise fall drop decline gain jump cut hike surge growth slump dip reduction raise loss boost change slide plunge climb uptick increases cuts gains losses discount reading margin stake share majority chunk portion'.split(
    ' ',
  ),
);

/** "from 48 hours to | 26", "26 hours, down from | 48", "12 or | 13": what the figure before it counts. */
export function sibling(site: FigureSite): Subject | null {
  const { tokens, from, before } = site;
  if (!before?.near || !before.subject) return null;
  let i = from - 1;
  while (i > 0 && ways.has(tokenAt(tokens, i).lower) && i > from - 4) i--;
  if (i === from - 1) return null;
  const lead = tokenAt(tokens, i);
  const way = tokenAt(tokens, i + 1).lower;
  if (way === 'down' || way === 'up') return before.subject;
  const gap = lead.text === ',' ? tokenAt(tokens, i - 1) : lead;
  return gap.end >= before.figure.end && gap.start <= Math.max(before.figure.end, before.subject.end) + reachBetween
    ? before.subject
    : null;
}

/** What leads from one figure to the next. */
const ways = new Set('to from and or a the then down up back'.split(' '));

/** In UTF-16 code units: what may stand between "48 hours a week" and the next "to". */
const reachBetween = 12;

/** Kinds that are given in parts: "3 years, 2 months", "six feet two". */
const lists: ReadonlySet<FigureKind> = new Set(['duration', 'measure']);

/** "seven miles (| 11 km)", "Dow | +0.2%", "3 years, | 2 months": what stands right before says it all. */
export function besideAnother(site: FigureSite): Subject | null {
  const { tokens, from, before, figure, text } = site;
  const lead = tokenAt(tokens, from - 1);
  const gap =
    before?.near && tokenAt(tokens, site.to).lower !== 'of' ? text.slice(before.figure.end, figure.start) : null;
  if (
    before &&
    gap !== null &&
    (/^\s?[(/[]\s?$/.test(gap) ||
      (lists.has(figure.kind) && before.figure.kind === figure.kind && /^,? (?:and )?$/.test(gap)))
  ) {
    return before.subject;
  }
  if (figure.kind === 'percent' && lead.text === '+') return subjectFrom(site, nounPhraseBack(tokens, from - 2, 0));
  const signed = figure.kind === 'percent' && /^[+−–-]/.test(text.slice(figure.start, figure.start + 1));
  return signed && lead.kind !== 'mark' ? subjectFrom(site, nounPhraseBack(tokens, from - 1, 0)) : null;
}

/** "That is up 4.1 percent", "The figure is 28": what is spoken of just before. */
export function borrowed(site: FigureSite, own: Subject | null): Subject | null {
  const { before } = site;
  const earlier = site.earlier();
  const known = before?.subject ?? null;
  if (!known) {
    if (own) return own;
    const phrase = clauseSubject(earlier, 0, earlier.length);
    return phrase && !subjectPronouns.has(tokenAt(earlier, phrase.start).lower)
      ? subjectFrom({ ...site, tokens: earlier }, phrase)
      : null;
  }
  if (!own) return known;
  const words = [...known.words];
  for (const word of own.words) addWord(words, word);
  return { ...own, head: quantityNouns.has(own.head) ? known.head : own.head, words };
}

/** "For the owner of a median home, | that is $94": whom or what the sentence says it for. */
function openingFor(site: FigureSite): Subject | null {
  const { tokens } = site;
  if (tokenAt(tokens, 0).lower !== 'for') return null;
  const phrase = nounPhraseAt(tokens, 1, site.from, false);
  return phrase && !timeWords.has(tokenAt(tokens, phrase.end - 1).lower)
    ? subjectFrom(site, withOf(tokens, phrase, site.from))
    : null;
}

/** Whether a time ends the phrase, or follows it at once: "in its opening | weekend". */
export const isTimed = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  timeWords.has(tokenAt(tokens, phrase.end - 1).lower) || timeWords.has(tokenAt(tokens, phrase.end).lower);

/** "$45 | for adults" */
export function forWhom({ tokens, to, limit }: FigureSite): readonly string[] {
  if (tokenAt(tokens, to).lower !== 'for') return [];
  const phrase = nounPhraseAt(tokens, to + 1, limit, false);
  return phrase && !isTimed(tokens, phrase) ? tokens.slice(phrase.start, phrase.end).map(({ lower }) => lower) : [];
}

/** The subject of the verb, with what the verb and its object say of it. */
export function ofVerb(
  site: FigureSite,
  verb: number,
  object: NounPhrase | null,
  more: readonly string[] = [],
): Subject | null {
  const { tokens } = site;
  const phrase = subjectBefore(tokens, verb, 0);
  // "The schedule says | twenty-eight": of what was spoken of before
  if (site.figure.kind === 'count' && cueVerb(tokenAt(tokens, verb).lower)?.sense === 'speech')
    return borrowed(site, null);
  const words = [...more, verbWord(tokens, verb), ...forWhom(site)];
  if (object)
    for (let i = object.start; i < object.end; i++)
      if (tokenAt(tokens, i).kind === 'word') words.push(tokenAt(tokens, i).lower);
  if (!phrase) return borrowed(site, null);
  const first = tokenAt(tokens, phrase.start);
  const stands = phrase.end - phrase.start === 1 && (subjectPronouns.has(first.lower) || determiners.has(first.lower));
  const person = !stands
    ? null
    : first.lower === 'i' || first.lower === 'we'
      ? site.speaker
      : first.lower === 'he' || first.lower === 'she'
        ? site.meant(first)
        : null;
  if (person !== null) {
    const names = person.toLowerCase().split(/[\s-]+/);
    const made = subjectFrom(site, phrase, [...names, ...words]);
    return made && { ...made, head: names.at(-1) ?? made.head };
  }
  if (stands && (first.lower === 'he' || first.lower === 'she')) return null;
  if (stands) {
    const known = openingFor(site) ?? borrowed(site, null);
    if (!known) return null;
    const all = [...known.words];
    for (const word of words) addWord(all, word);
    return { ...known, words: all };
  }
  const subject = subjectFrom(site, phrase, words);
  if (
    subject &&
    (quantityNouns.has(subject.head) ||
      timeWords.has(subject.head) ||
      subject.words.every((word) => changeNouns.has(word)))
  )
    return borrowed(site, subject);
  return subject;
}

/** "How many positions are we cutting?" "| Twenty-three": what the question asks for. */
export function answered(site: FigureSite): Subject | null {
  const asked = site.from > firstWord(site.tokens) + 1 ? null : site.asked();
  if (!asked) return null;
  const { tokens } = asked;
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (tokenAt(tokens, i).lower !== 'many' || tokenAt(tokens, i - 1).lower !== 'how') continue;
    const phrase = nounPhraseAt(tokens, i + 1, tokens.length, true);
    if (!phrase) return null;
    const words: string[] = [];
    for (let k = phrase.end; k < tokens.length; k++) {
      const verb = knownVerb(tokenAt(tokens, k).lower);
      if (verb !== undefined && !auxiliaries.has(tokenAt(tokens, k).lower)) words.push(verb);
    }
    return subjectFrom({ ...site, tokens }, phrase, words);
  }
  return asked.subject;
}

export const firstWord = (tokens: readonly Token[]): number =>
  tokens.findIndex((token) => token.kind === 'word' || token.kind === 'number');
