import { type NounPhrase } from '../mentions';
import { type Token, tokenAt } from '../tokens';
import { determiners, timeWords } from '../vocabulary';
import { changeNouns, sibling, besideAnother, borrowed, isTimed, forWhom, ofVerb } from './besideSubjects';
import { governorOf, subjectBefore } from './governors';
import { type Subject } from './model';
import { isComparative, nounPhraseAt, withOf } from './nounPhrases';
import { addWords } from './subjectWords';
import { isBe, verbWord } from './verbs';
import { quantityNouns, subjectFrom, type FigureSite } from './sites';

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
  if (governor.object && governor.verb >= 0 && tokenAt(tokens, governor.verb).lower.startsWith('cost')) {
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
  const linked = phrase.end + 1 < site.from && /^(?:of|in|to|on|for)$/.test(tokenAt(tokens, phrase.end).lower);
  if (linked && (changeNouns.has(head) || quantityNouns.has(head))) {
    const inner = nounPhraseAt(tokens, phrase.end + 1, site.from, false);
    if (inner && !timeWords.has(tokenAt(tokens, inner.end - 1).lower)) return subjectFrom(site, inner, [...more, head]);
  }
  const whole = withOf(tokens, phrase, site.from);
  const subject = subjectFrom(site, whole, more);
  return subject && quantityNouns.has(subject.head) ? borrowed(site, subject) : subject;
}

/** "Only 12 percent, | the survey found": nothing before the figure; whatever follows its comma or verb. */
function afterwards(site: FigureSite): Subject | null {
  const { tokens, to, limit } = site;
  const link = tokenAt(tokens, to);
  if (!/^(?:of|in|for|on|from|by|to)$/.test(link.lower)) return null;
  const phrase = nounPhraseAt(tokens, to + 1, limit, false);
  return phrase && !isTimed(tokens, phrase) ? subjectFrom(site, phrase) : null;
}

export function skipNumbers(tokens: readonly Token[], i: number, limit: number): number {
  let k = i;
  while (
    k < Math.max(limit, i + 3) &&
    (determiners.has(tokenAt(tokens, k).lower) || tokenAt(tokens, k).kind === 'number')
  )
    k++;
  return k;
}
