import * as l10n from '@vscode/l10n';
import type { Span } from '../core/span';
import { isDigit, isLetter } from '../claims/characters';
import type { QuoteLink, WordingStep } from '../links/model';
import type { RuleContext } from './rule';

/** A change of words as an editor reads it: both wordings in quotation marks. */
export interface ChangeWords {
  readonly here: string;
  readonly there: string;
  /** The one word or phrase that is left out here, in marks; null where words differ. */
  readonly missingHere: string | null;
  readonly missingThere: string | null;
  /** "and 2 more changes" where not all are told, or ''. */
  readonly more: string;
  /** The same for two files that differ from here in the same way. */
  readonly key: string;
}

/** Changes with no more words than this between them are told as one stretch. */
const together = 3;
const longestShown = 140;

/** Says what differs between the two passages of a link: the gravest change, or the first, with those close by. */
export function describeChange(context: RuleContext, link: QuoteLink): ChangeWords {
  const hereText = context.article.text;
  const thereText = context.articleOf(link.to.articleId)?.text ?? '';
  const changes = changesOf(link);
  const main = mainChange(link);
  if (!main) return { here: '', there: '', missingHere: null, missingThere: null, more: '', key: '' };
  const group = groupAround(link, main, hereText);
  const first = link.steps[group.first] ?? main;
  const last = link.steps[group.last] ?? main;
  let from = { start: first.from.start, end: last.from.end };
  let to = { start: first.to.start, end: last.to.end };
  // Half a contraction ("n't") or half a compound ("great-"): with the word beside it, which both have, it is plain.
  const before = link.steps[group.first - 1];
  if (before && (cutsInto(hereText, from) || cutsInto(thereText, to))) {
    from = { start: lastWordOf(hereText, before.from), end: from.end };
    to = { start: lastWordOf(thereText, before.to), end: to.end };
  }
  const after = link.steps[group.last + 1];
  if (after && (breaksOff(hereText, from) || breaksOff(thereText, to))) {
    from = { start: from.start, end: firstWordEnd(hereText, after.from) };
    to = { start: to.start, end: firstWordEnd(thereText, after.to) };
  }
  // The second half of a word written as one has no letters of its own ("cannot", "can"): the word, on both sides.
  if (before && isEmpty(from) && isEmpty(to)) {
    from = { start: lastWordOf(hereText, before.from), end: from.end };
    to = { start: lastWordOf(thereText, before.to), end: to.end };
  }
  from = wholeWords(hereText, from, link.from);
  to = wholeWords(thereText, to, link.to);
  const hereWords = hereText.slice(from.start, from.end);
  const thereWords = thereText.slice(to.start, to.end);
  const left = changes.length - group.changes;
  return {
    here: shownWords(hereWords),
    there: shownWords(thereWords),
    missingHere: isEmpty(from) ? shownWords(thereWords) : null,
    missingThere: isEmpty(to) ? shownWords(hereWords) : null,
    more: left < 1 ? '' : left === 1 ? l10n.t('and 1 more change') : l10n.t('and {0} more changes', left),
    key: `${hereWords}|${thereWords}`.toLowerCase().replace(/[^\p{L}\p{N}|]+/gu, ' '),
  };
}

/** The change that is told: the first of those that make the link as grave as it is. */
export function mainChange(link: QuoteLink): WordingStep | undefined {
  const changes = changesOf(link);
  return (
    changes.find((step) => step.gravity === link.gravity) ??
    changes.find((step) => step.gravity === 'negation') ??
    changes[0]
  );
}

/** The steps from the first to the last change that lie no more than a few words from `main` or from one another. */
function groupAround(
  link: QuoteLink,
  main: WordingStep,
  text: string,
): { first: number; last: number; changes: number } {
  const { steps } = link;
  const at = steps.indexOf(main);
  const near = (i: number) => {
    const step = steps[i];
    return step !== undefined && step.kind !== 'changed' && wordsIn(text, step.from) <= together;
  };
  let first = at;
  while (near(first - 1) && steps[first - 2]?.kind === 'changed') first -= 2;
  let last = at;
  while (near(last + 1) && steps[last + 2]?.kind === 'changed') last += 2;
  return { first, last, changes: steps.slice(first, last + 1).filter((step) => step.kind === main.kind).length };
}

const wordsIn = (text: string, span: Span): number =>
  text
    .slice(span.start, Math.min(span.end, span.start + 60))
    .split(/\s+/)
    .filter((word) => word !== '').length;

const isEmpty = (span: Span): boolean => span.start === span.end;

/** Whether a span begins inside a word, or inside a compound after its hyphen. */
function cutsInto(text: string, span: Span): boolean {
  if (isEmpty(span) || !joins(text, span.start)) return false;
  return joins(text, span.start - 1) || (text.charAt(span.start - 1) === '-' && joins(text, span.start - 2));
}

/** Whether a span ends inside a compound before its hyphen. */
function breaksOff(text: string, span: Span): boolean {
  return !isEmpty(span) && text.charAt(span.end) === '-' && joins(text, span.end - 1) && joins(text, span.end + 1);
}

/** Where the first word of a span ends. */
function firstWordEnd(text: string, span: Span): number {
  let end = span.start;
  while (end < span.end && !joins(text, end)) end++;
  while (end < span.end && joins(text, end)) end++;
  return end;
}

/** Where the last word of a span begins. */
function lastWordOf(text: string, span: Span): number {
  let start = span.end;
  while (start > span.start && joins(text, start - 1)) start--;
  return start;
}

/**
 * What of a passage to show: a quote whole, of a transcript turn the stretch that both have. A turn may go on for a page,
 * and the editor wants the remark.
 */
export function shownSpan(link: QuoteLink, side: 'from' | 'to'): Span {
  const passage = link[side];
  if (passage.quote?.kind !== 'block') return { start: passage.start, end: passage.end };
  return { start: link.steps[0]?.[side].start ?? passage.start, end: link.steps.at(-1)?.[side].end ?? passage.end };
}

/** The whole wording on the other side, in marks, shortened around the changes where it is long. */
export function describeWording(context: RuleContext, link: QuoteLink): string {
  const text = context.articleOf(link.to.articleId)?.text ?? '';
  const { start, end } = shownSpan(link, 'to');
  if (end - start <= longestShown) return shownWords(text.slice(start, end));
  const first = changesOf(link)[0]?.to ?? { start, end: start };
  const from = Math.max(start, Math.min(first.start - longestShown / 3, end - longestShown));
  const to = Math.min(end, from + longestShown);
  const cutFrom = from > start ? nextSpace(text, Math.floor(from)) : start;
  const cutTo = to < end ? previousSpace(text, Math.floor(to)) : end;
  return shownWords(`${cutFrom > start ? '…' : ''}${text.slice(cutFrom, cutTo)}${cutTo < end ? '…' : ''}`);
}

function changesOf(link: QuoteLink): readonly WordingStep[] {
  const changed = link.steps.filter((step) => step.kind === 'changed');
  return changed.length > 0 ? changed : link.steps.filter((step) => step.kind === 'style');
}

/** Puts words in marks on one line; marks inside become single ones, a comma or full stop at the end goes. */
export function shownWords(words: string): string {
  const plain = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s,;:.!?)\]’'”"–—-]+/, '')
    .replace(/(?<![,;:([–—-])[,;:([–—-]+$/, '')
    .replace(/[“”"]/g, (mark) => (mark === '“' ? '‘' : '’'));
  return `“${plain}”`;
}

/** Widens a span to whole words, so that half a contraction is never shown, without leaving the passage. */
function wholeWords(text: string, span: Span, within: Span): Span {
  let { start, end } = span;
  if (start === end) return span;
  while (start > within.start && joins(text, start - 1) && joins(text, start)) start--;
  while (end < within.end && joins(text, end - 1) && joins(text, end)) end++;
  if (start > within.start && /[$£€]/.test(text.charAt(start - 1))) start--;
  return { start, end };
}

function joins(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (isLetter(code) || isDigit(code)) return true;
  // An apostrophe is inside a word; before one it opens a quote.
  return (code === 39 || code === 0x2019) && isLetter(text.charCodeAt(i - 1));
}

function nextSpace(text: string, i: number): number {
  const at = text.indexOf(' ', i);
  return at < 0 || at - i > 30 ? i : at + 1;
}

function previousSpace(text: string, i: number): number {
  const at = text.lastIndexOf(' ', i);
  return at < 0 || i - at > 30 ? i : at;
}
