import { type NounPhrase, phraseEndingAt } from '../mentions';
import { type Token, tokenAt } from '../tokens';
import { timeWords } from '../vocabulary';
import { sibling, besideAnother, ofVerb } from './besideSubjects';
import { gluedNoun } from './countSubjects';
import { governorOf } from './governors';
import { type Subject } from './model';
import { isComparative, nounPhraseAt } from './nounPhrases';
import { verbWord } from './verbs';
import { subjectFrom, type FigureSite } from './sites';

export function ofAge(site: FigureSite): Subject | null {
  const { tokens, from, to, limit } = site;
  const after =
    tokenAt(tokens, to - 1).lower.endsWith('old') || tokenAt(tokens, to).kind === 'word'
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

export function ofDuration(site: FigureSite): Subject | null {
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
