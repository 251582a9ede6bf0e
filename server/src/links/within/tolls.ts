import type { Figure } from '../../claims/figures/model';
import type { Claims } from '../../claims/model';

/** What headlines count people by, each with the words that say so. */
const fates: readonly RegExp[] = [
  /\b(?:dead|die[ds]?|dying|deaths?|kill(?:s|ed|ing)?|fatalit(?:y|ies)|slain|perish(?:ed|es)?|lost their lives|lives)\b/i,
  /\b(?:hurt|injur(?:es?|ed|ing|ies|y)|wound(?:s|ed|ing)?)\b/i,
  /\b(?:missing|unaccounted)\b/i,
  /\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|in custody)\b/i,
];

/** How far behind the headline the text's own toll is looked for, in UTF-16 units. */
const lead = 1200;
/** How far from a figure the word may stand that says what befell the people. */
const nearBy = 60;

/**
 * What the beginning of a text gives for the toll that a headline counts ("12 dead"): the first figure there that counts
 * people of the same fate. Null where the headline counts no such thing, or the text doesn't.
 */
export function tollInText(headline: Figure, text: string, claims: Claims, end: number): Figure | null {
  if (headline.kind !== 'count') return null;
  const fate = fateOf(headline, text, claims);
  if (fate < 0) return null;
  for (const figure of claims.figures) {
    if (figure.start < end) continue;
    if (figure.start > end + lead) return null;
    if (figure.kind !== 'count' || figure.vague || figure.bound !== 'exact' || (figure.value ?? 0) < 2) continue;
    if (figure.time?.iso?.length === 4 || compares(text, figure)) continue;
    if (fateOf(figure, text, claims) === fate) return figure;
  }
  return null;
}

/** The fate that a figure counts people by, from the first word behind it that tells one, or one right before; or -1. */
function fateOf(figure: Figure, text: string, { figures, sentences, paragraphs }: Claims): number {
  const sentence = sentences[figure.sentence] ?? paragraphs.find((one) => one.end >= figure.end);
  const before = figures[figure.index - 1];
  const behind = figures[figure.index + 1];
  const from = Math.max(sentence?.start ?? 0, before?.end ?? 0, figure.number.start - 20);
  const to = Math.min(sentence?.end ?? text.length, behind?.start ?? text.length, figure.number.end + nearBy);
  const left = text.slice(from, figure.number.start);
  const verb = fates.findIndex((one) => new RegExp(`${one.source}\\s+$`, 'i').test(left));
  if (verb >= 0) return verb;
  const right = text.slice(figure.number.end, to);
  let first = -1;
  let at = Infinity;
  for (const [i, one] of fates.entries()) {
    const found = right.search(one);
    if (found >= 0 && found < at) [first, at] = [i, found];
  }
  return first;
}

/** What the beginning of a text gives for the age that a headline states of a person ("dies at 92"), or null. */
export function ageInText(headline: Figure, text: string, claims: Claims, end: number): Figure | null {
  const isAge =
    headline.kind === 'age' ||
    /\b(?:dies|dead|died|death),?\s+at\s+$/i.test(text.slice(0, headline.number.start).slice(-14));
  if (!isAge) return null;
  const names = new Set(text.slice(0, end).match(/\p{Lu}[\p{L}’'-]+/gu) ?? []);
  return (
    claims.figures.find(
      ({ kind, start, subject, quote }) =>
        kind === 'age' &&
        start >= end &&
        start < end + lead &&
        quote === null &&
        (subject?.text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).some((name) => names.has(name)),
    ) ?? null
  );
}

const comparesAfter =
  /^\s*(?:\p{L}+\s+)?(?:more|less|fewer|sooner|earlier|later|ahead|behind|longer|shorter|higher|lower|ago|apart|others?)\b/iu;
const comparesBefore =
  /\b(?:another|other|further|extra|additional|remaining|first|last|next|of (?:the|those|them))\s+$/i;

/** Whether a figure tells how far something is from another ("five rounds sooner") or counts some more ("another two"). */
export const compares = (text: string, { start, end, number }: Figure): boolean =>
  comparesAfter.test(text.slice(end, end + 30)) ||
  comparesAfter.test(text.slice(number.end, number.end + 30)) ||
  comparesBefore.test(text.slice(Math.max(0, start - 14), start));
