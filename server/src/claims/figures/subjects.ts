import { clauseSubject } from '../clauses';
import { cueVerb } from '../cues';
import type { NounPhrase } from '../mentions';
import { phraseEndingAt } from '../mentions';
import type { Token } from '../tokens';
import { tokenAt } from '../tokens';
import { auxiliaries, determiners, subjectPronouns, timeWords } from '../vocabulary';
import { governorOf, nounPhraseBack, subjectBefore } from './governors';
import type { FigureKind, Subject } from './model';
import { baseVerb, comparable, knownVerb } from './nouns';
import { addWord, addWords, isBe, isComparative, namesPeople, nounPhraseAt, verbWord, withOf } from './phrases';
import { eventOf, votersOf } from './events';
import { quantityNouns, subjectFrom, type FigureSite } from './sites';

/** What a figure counts, and where its own words end once the noun that follows is taken in. */
export interface Counted {
  readonly subject: Subject | null;
  /** A UTF-16 offset. */
  readonly end: number;
}

/** Says what the figure counts or measures; a subject of null where the sentence does not say plainly. */
export function countedBy(site: FigureSite): Counted {
  const { figure } = site;
  switch (figure.kind) {
    case 'count':
    case 'ordinal':
    case 'multiple':
      return ofCount(site);
    case 'age':
      return { subject: ofAge(site), end: figure.end };
    case 'score':
      return { subject: votersOf(site), end: figure.end };
    case 'date':
    case 'time':
      return { subject: eventOf(site), end: figure.end };
    case 'duration':
      return { subject: ofDuration(site), end: figure.end };
    default:
      return { subject: ofAmount(site), end: figure.end };
  }
}

/** Nouns of change: "a rise of 3 percent" is one in something. */
const changeNouns = new Set(
  'increase decrease rise fall drop decline gain jump cut hike surge growth slump dip reduction raise loss boost change slide plunge climb uptick increases cuts gains losses discount reading margin stake share majority chunk portion'.split(
    ' ',
  ),
);

/** Heads so plain that what happened to them tells one count from another. */
const plainHeads = new Set(
  'person man woman child boy girl victim passenger resident other civilian soldier student worker employee'.split(' '),
);

// ---- counts -------------------------------------------------------------------------------------------

function ofCount(site: FigureSite): Counted {
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
function gluedNoun(site: FigureSite): Counted | null {
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

function skipNumbers(tokens: readonly Token[], i: number, limit: number): number {
  let k = i;
  while (
    k < Math.max(limit, i + 3) &&
    (determiners.has(tokenAt(tokens, k).lower) || tokenAt(tokens, k).kind === 'number')
  )
    k++;
  return k;
}

function skipAuxiliaries(tokens: readonly Token[], i: number, limit: number): number {
  let k = i;
  while (
    k < limit &&
    k < i + 5 &&
    (auxiliaries.has(tokenAt(tokens, k).lower) ||
      /^(?:also|all|later|who|that|reported|reportedly|believed|feared|already|still)$/.test(tokenAt(tokens, k).lower))
  )
    k++;
  return k;
}

const firstWord = (tokens: readonly Token[]): number =>
  tokens.findIndex((token) => token.kind === 'word' || token.kind === 'number');

/** "from 48 hours to | 26", "26 hours, down from | 48", "12 or | 13": what the figure before it counts. */
function sibling(site: FigureSite): Subject | null {
  const { tokens, from, before } = site;
  if (!before?.near || !before.subject) return null;
  let i = from - 1;
  while (i > 0 && /^(?:to|from|and|or|a|the|then|down|up|back)$/.test(tokenAt(tokens, i).lower) && i > from - 4) i--;
  if (i === from - 1) return null;
  const lead = tokenAt(tokens, i);
  if (/^(?:down|up)$/.test(tokenAt(tokens, i + 1).lower)) return before.subject;
  const gap = lead.text === ',' ? tokenAt(tokens, i - 1) : lead;
  return gap.end >= before.figure.end && gap.start <= Math.max(before.figure.end, before.subject.end) + reachBetween
    ? before.subject
    : null;
}

/** In UTF-16 code units: what may stand between "48 hours a week" and the next "to". */
const reachBetween = 12;

/** "How many positions are we cutting?" "| Twenty-three": what the question asks for. */
function answered(site: FigureSite): Subject | null {
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

// ---- amounts --------------------------------------------------------------------------------------------

/** What an amount of money, a share or a measure is the price, the share or the size of. */
export function ofAmount(site: FigureSite): Subject | null {
  const { figure, tokens, to, limit } = site;
  const beside = besideAnother(site);
  if (beside) return beside;
  const governor = governorOf(tokens, site.from, 0);
  const verb = governor.verb >= 0 ? [verbWord(tokens, governor.verb)] : [];
  const next = tokenAt(tokens, to);
  const measured = figure.kind !== 'count' && figure.kind !== 'duration';
  if (governor.preposition === 'of' && governor.nearest && next.lower !== 'of')
    return qualified(site, governor.nearest, verb);
  if (
    measured &&
    next.kind === 'word' &&
    !isComparative(next) &&
    !timeWords.has(next.lower) &&
    !determiners.has(next.lower)
  ) {
    const phrase = nounPhraseAt(tokens, to, limit, false);
    if (phrase) return ofNoun(site, phrase, verb);
  }
  if (next.lower === 'of' || (next.lower === 'worth' && tokenAt(tokens, to + 1).lower === 'of')) {
    const start = next.lower === 'of' ? to + 1 : to + 2;
    const phrase = nounPhraseAt(tokens, skipNumbers(tokens, start, limit), tokens.length, false);
    // "the party won 41 percent of the vote": whose share it is
    const holder = governor.verb >= 0 && governor.object === null ? subjectBefore(tokens, governor.verb, 0) : null;
    const whose = holder ? tokens.slice(holder.start, holder.end).map(({ lower }) => lower) : [];
    if (phrase) return subjectFrom(site, withOf(tokens, phrase, tokens.length), [...verb, ...whose]);
  }
  const grammatical = (): Subject | null => (governor.verb >= 0 ? ofVerb(site, governor.verb, governor.object) : null);
  // "grew by 600 jobs, or | 2 percent"
  if (tokenAt(tokens, site.from - 1).lower === 'or' && site.before?.near && figure.kind === 'percent') {
    const whole = grammatical();
    if (whole) return whole;
  }
  const own = forWhom(site).length > 0 ? null : sibling(site);
  if (own) return own;
  if (figure.kind === 'money' && governor.preposition === 'for' && governor.object)
    return qualified(site, governor.object, verb);
  if (governor.object && governor.verb >= 0 && /^cost/.test(tokenAt(tokens, governor.verb).lower)) {
    const payer = subjectBefore(tokens, governor.verb, 0);
    const of = payer ? tokens.slice(payer.start, payer.end).map(({ lower }) => lower) : [];
    return subjectFrom(site, withOf(tokens, governor.object, site.from), ['cost', ...of]);
  }
  const states = governor.verb >= 0 && isBe(tokenAt(tokens, governor.verb)) && governor.preposition !== '';
  if (governor.copula || states || (governor.verb >= 0 && isPriceVerb(tokens, governor.verb))) {
    const subject = grammatical();
    if (subject) return subject;
  }
  if (
    figure.kind === 'money' &&
    (next.lower === 'for' ||
      next.lower === 'in' ||
      next.lower === 'on' ||
      next.lower === 'from' ||
      next.lower === 'to' ||
      next.lower === 'at')
  ) {
    const phrase = nounPhraseAt(tokens, skipNumbers(tokens, to + 1, limit), tokens.length, false);
    if (phrase && !isTimed(tokens, phrase)) return subjectFrom(site, withOf(tokens, phrase, limit), verb);
  }
  if (governor.object) return qualified(site, governor.object, [...verb]);
  // a few words alone: what the sentence before spoke of
  if (tokens.length - (to - site.from) <= 3 && site.before) return site.before.subject;
  return (
    grammatical() ??
    afterwards(site) ??
    (site.before?.near && site.before.figure.kind === figure.kind ? site.before.subject : null)
  );
}

/** Whether a time ends the phrase, or follows it at once: "in its opening | weekend". */
const isTimed = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  timeWords.has(tokenAt(tokens, phrase.end - 1).lower) || timeWords.has(tokenAt(tokens, phrase.end).lower);

/** "$45 | for adults" */
function forWhom({ tokens, to, limit }: FigureSite): readonly string[] {
  if (tokenAt(tokens, to).lower !== 'for') return [];
  const phrase = nounPhraseAt(tokens, to + 1, limit, false);
  return phrase && !isTimed(tokens, phrase) ? tokens.slice(phrase.start, phrase.end).map(({ lower }) => lower) : [];
}

/** Kinds that are given in parts: "3 years, 2 months", "six feet two". */
const lists: ReadonlySet<FigureKind> = new Set(['duration', 'measure']);

/** "seven miles (| 11 km)", "Dow | +0.2%", "3 years, | 2 months": what stands right before says it all. */
function besideAnother(site: FigureSite): Subject | null {
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

const isPriceVerb = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:costs?|costing|total(?:s|ed)?|weigh(?:s|ed|ing)?|measur(?:es|ed|ing))$/.test(tokenAt(tokens, verb).lower);

/** "a $148.6 million | general fund budget", "a 3.8 percent | increase in the levy". */
function ofNoun(site: FigureSite, phrase: NounPhrase, verb: readonly string[]): Subject | null {
  const { tokens } = site;
  const last = tokenAt(tokens, phrase.end - 1);
  if (!changeNouns.has(last.lower)) return subjectFrom(site, withOf(tokens, phrase, site.limit), verb);
  const change: string[] = [];
  addWords(change, tokens, phrase.start, phrase.end);
  const link = tokenAt(tokens, phrase.end).lower;
  const inner =
    link === 'in' || link === 'of' || link === 'on' || link === 'to' || link === 'for'
      ? nounPhraseAt(tokens, phrase.end + 1, tokens.length, false)
      : null;
  if (inner && !timeWords.has(tokenAt(tokens, inner.end - 1).lower))
    return subjectFrom(site, withOf(tokens, inner, tokens.length), change);
  if (phrase.end - phrase.start > 1) return subjectFrom(site, phrase, verb);
  const governor = governorOf(tokens, site.from, 0);
  return (governor.verb >= 0 ? ofVerb(site, governor.verb, null, change) : null) ?? subjectFrom(site, phrase);
}

/** The noun before the figure with what it is of: "the tax | levy", "an increase in the fees". */
function qualified(site: FigureSite, phrase: NounPhrase, more: readonly string[]): Subject | null {
  const { tokens } = site;
  const head = tokenAt(tokens, phrase.end - 1).lower;
  const linked = /^(?:of|in|to|on|for)$/.test(tokenAt(tokens, phrase.end).lower) && phrase.end + 1 < site.from;
  if (linked && (changeNouns.has(head) || quantityNouns.has(head))) {
    const inner = nounPhraseAt(tokens, phrase.end + 1, site.from, false);
    if (inner && !timeWords.has(tokenAt(tokens, inner.end - 1).lower)) return subjectFrom(site, inner, [...more, head]);
  }
  const whole = withOf(tokens, phrase, site.from);
  const subject = subjectFrom(site, whole, more);
  return subject && quantityNouns.has(subject.head) ? borrowed(site, subject) : subject;
}

/** The subject of the verb, with what the verb and its object say of it. */
function ofVerb(
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

/** "For the owner of a median home, | that is $94": whom or what the sentence says it for. */
function openingFor(site: FigureSite): Subject | null {
  const { tokens } = site;
  if (tokenAt(tokens, 0).lower !== 'for') return null;
  const phrase = nounPhraseAt(tokens, 1, site.from, false);
  return phrase && !timeWords.has(tokenAt(tokens, phrase.end - 1).lower)
    ? subjectFrom(site, withOf(tokens, phrase, site.from))
    : null;
}

/** "That is up 4.1 percent", "The figure is 28": what is spoken of just before. */
function borrowed(site: FigureSite, own: Subject | null): Subject | null {
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

/** "Only 12 percent, | the survey found": nothing before the figure; whatever follows its comma or verb. */
function afterwards(site: FigureSite): Subject | null {
  const { tokens, to, limit } = site;
  const link = tokenAt(tokens, to);
  if (!/^(?:of|in|for|on|from|by|to)$/.test(link.lower)) return null;
  const phrase = nounPhraseAt(tokens, to + 1, limit, false);
  return phrase && !isTimed(tokens, phrase) ? subjectFrom(site, phrase) : null;
}

// ---- ages and durations ---------------------------------------------------------------------------------

function ofAge(site: FigureSite): Subject | null {
  const { tokens, from, to, limit } = site;
  const after =
    /old$/.test(tokenAt(tokens, to - 1).lower) || tokenAt(tokens, to).kind === 'word'
      ? nounPhraseAt(tokens, to, limit, false)
      : null;
  if (after && !(tokenAt(tokens, to - 1).lower === 'old' && tokenAt(tokens, to - 2).text !== '-'))
    return subjectFrom(site, after);
  let i = from - 1;
  while (
    i > 0 &&
    (tokenAt(tokens, i).lower === 'aged' ||
      tokenAt(tokens, i).lower === 'age' ||
      /^[,(]$/.test(tokenAt(tokens, i).text))
  )
    i--;
  if (i < from - 1) {
    const named = phraseEndingAt(tokens, i, 0);
    if (named) return subjectFrom(site, withoutLead(tokens, named));
  }
  const governor = governorOf(tokens, from, 0);
  return governor.verb >= 0 ? ofVerb(site, governor.verb, null) : null;
}

/** A name alone where what leads up to it is read with it: "the night went to | Ada Roe". */
function withoutLead(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  let start = phrase.end - 1;
  if (!tokenAt(tokens, start).capital) return phrase;
  while (start > phrase.start && tokenAt(tokens, start - 1).capital) start--;
  return { start, end: phrase.end };
}

function ofDuration(site: FigureSite): Subject | null {
  const { tokens, to, limit, from } = site;
  const beside = besideAnother(site);
  if (beside) return beside;
  const next = tokenAt(tokens, to);
  const hyphened = tokenAt(tokens, to - 1).text.includes('-') && tokenAt(tokens, to - 1).kind !== 'mark';
  const glued = gluedNoun(site);
  if (glued && next.kind !== 'word') return glued.subject;
  const governor = governorOf(tokens, from, 0);
  const verb = governor.verb >= 0 ? [verbWord(tokens, governor.verb)] : [];
  if (next.kind === 'word' && !isComparative(next) && (hyphened || !timeWords.has(next.lower))) {
    const phrase = nounPhraseAt(tokens, to, limit, false);
    if (phrase) return subjectFrom(site, phrase, verb);
  }
  if (
    next.lower === 'of' ||
    (next.lower === 'in' &&
      /^(?:prison|jail|office|power|custody|business|charge)$/.test(tokenAt(tokens, to + 1).lower))
  ) {
    const phrase = nounPhraseAt(tokens, to + 1, limit, false);
    if (phrase) return subjectFrom(site, phrase, verb);
  }
  const own = sibling(site);
  if (own) return own;
  if (governor.preposition === 'of' && governor.nearest) return subjectFrom(site, governor.nearest, verb);
  return governor.verb >= 0
    ? ofVerb(site, governor.verb, governor.object)
    : governor.object && subjectFrom(site, governor.object);
}
