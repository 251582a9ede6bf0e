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
  /** The same for two files that differ from here in the same way. */
  readonly key: string;
}

/** Changes that lie no further apart than this, in code units, are told as one stretch. */
const together = 90;
const longestShown = 140;

/** Says what differs between the two passages of a link: from the first changed word to the last, or the first change. */
export function describeChange(context: RuleContext, link: QuoteLink): ChangeWords {
  const hereText = context.article.text;
  const thereText = context.articleOf(link.to.articleId)?.text ?? '';
  const changes = changesOf(link);
  const first = changes[0];
  if (!first) return { here: '', there: '', missingHere: null, missingThere: null, key: '' };
  let last = first;
  for (const change of changes) {
    if (change.from.end - first.from.start <= together && change.to.end - first.to.start <= together) last = change;
  }
  const more = changes.length - changes.indexOf(last) - 1;
  let from = { start: first.from.start, end: last.from.end };
  let to = { start: first.to.start, end: last.to.end };
  // Half a contraction ("n't"), or the first of several changes: the word before it, which both have, makes it plain.
  const before = link.steps[link.steps.indexOf(first) - 1];
  if (isEmpty(from) !== isEmpty(to) && before && before.kind !== 'changed') {
    if (changes.length > 1 || cutsWord(hereText, from) || cutsWord(thereText, to)) {
      from = { start: lastWordOf(hereText, before.from), end: from.end };
      to = { start: lastWordOf(thereText, before.to), end: to.end };
    }
  }
  from = wholeWords(hereText, from, link.from);
  to = wholeWords(thereText, to, link.to);
  const hereWords = hereText.slice(from.start, from.end);
  const thereWords = thereText.slice(to.start, to.end);
  const tail = more > 0 ? ` (and ${more} more ${more === 1 ? 'change' : 'changes'})` : '';
  return {
    here: shown(hereWords),
    there: shown(thereWords) + tail,
    missingHere: isEmpty(from) ? shown(thereWords) : null,
    missingThere: isEmpty(to) ? shown(hereWords) : null,
    key: `${hereWords}|${thereWords}`.toLowerCase().replace(/[^\p{L}\p{N}|]+/gu, ' '),
  };
}

const isEmpty = (span: Span): boolean => span.start === span.end;

/** Whether a span begins inside a word. */
function cutsWord(text: string, span: Span): boolean {
  return !isEmpty(span) && joins(text, span.start - 1) && joins(text, span.start);
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
  if (end - start <= longestShown) return shown(text.slice(start, end));
  const first = changesOf(link)[0]?.to ?? { start, end: start };
  const from = Math.max(start, Math.min(first.start - longestShown / 3, end - longestShown));
  const to = Math.min(end, from + longestShown);
  const cutFrom = from > start ? nextSpace(text, Math.floor(from)) : start;
  const cutTo = to < end ? previousSpace(text, Math.floor(to)) : end;
  return shown(`${cutFrom > start ? '…' : ''}${text.slice(cutFrom, cutTo)}${cutTo < end ? '…' : ''}`);
}

function changesOf(link: QuoteLink): readonly WordingStep[] {
  const changed = link.steps.filter((step) => step.kind === 'changed');
  return changed.length > 0 ? changed : link.steps.filter((step) => step.kind === 'style');
}

/** Puts words in marks on one line; marks inside become single ones, a comma or full stop at the end goes. */
function shown(words: string): string {
  const plain = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[\s,;:.!?)\]’'”"–—-]+/, '')
    .replace(/[,;:([–—-]+$/, '')
    .replace(/[“”"]/g, (mark) => (mark === '“' ? '‘' : '’'));
  return `“${plain}”`;
}

/** Widens a span to whole words, so that half a contraction is never shown, without leaving the passage. */
function wholeWords(text: string, span: Span, within: Span): Span {
  let { start, end } = span;
  if (start === end) return span;
  while (start > within.start && joins(text, start - 1) && joins(text, start)) start--;
  while (end < within.end && joins(text, end - 1) && joins(text, end)) end++;
  return { start, end };
}

function joins(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return isLetter(code) || isDigit(code) || code === 39 || code === 0x2019;
}

function nextSpace(text: string, i: number): number {
  const at = text.indexOf(' ', i);
  return at < 0 || at - i > 30 ? i : at + 1;
}

function previousSpace(text: string, i: number): number {
  const at = text.lastIndexOf(' ', i);
  return at < 0 || i - at > 30 ? i : at;
}
