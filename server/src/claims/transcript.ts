import type { Span } from '../core/span';
import type { Paragraph } from './model';
import { isSpace, isTerminator } from './characters';

/** One paragraph of somebody's speech without quotation marks: a transcript turn, or a quoted paragraph of Markdown. */
export interface Turn extends Span {
  readonly paragraph: number;
  /** The speaker's label without its colon; null for a quoted paragraph that names nobody. */
  readonly label: Span | null;
  /** Whether it goes on with the turn of the paragraph before. */
  readonly carriedOver: boolean;
}

interface Labelled {
  readonly paragraph: number;
  readonly label: Span;
  readonly words: number;
  readonly name: string;
  readonly caps: boolean;
  /** Whether words follow: "Clinton: 547" is a line of a table. */
  readonly speaks: boolean;
}

/** A label is a few words at the start of a paragraph; longer ones are sentences with a colon. */
const longestLabel = 50;
const capsLabel =
  /^(?:\*\*|__)?((?:Q|A)(?=[.:)]\s)|(?:\p{Lu}[\p{Lu}\p{M}.'’\-&/]*|Mc\p{Lu}+|\d+)(?:[ ,]{1,2}(?:\(?[\p{Lu}\p{M}\d.'’\-&/]+\)?|Mc\p{Lu}+)){0,6})(?:\*\*|__)?[:.)](?:\*\*|__)?\s/u;
/** Without a colon only "Q." and "A." are labels. */
const beginsAlone = /^(?:\*\*|__)?[QA]/;
/** Q, A, or a mark of emphasis. */
const mayBeginAlone = (code: number): boolean => code === 81 || code === 65 || code === 42 || code === 95;
const nameLabel = /^(?:\*\*|__)?(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,4})(?:\*\*|__)?:(?:\*\*|__)?\s/u;

/**
 * Finds the turns of a transcript: runs of paragraphs that begin with a speaker's label ("MAYOR BRANNIGAN: ...",
 * "Q. ...", or names with a colon that come again and again), and what goes on without a label between them. One
 * labelled paragraph alone is no transcript ("UPDATE: ..."). Quoted paragraphs of Markdown without marks count too.
 */
export function findTurns(text: string, paragraphs: readonly Paragraph[]): Turn[] {
  const labelled: Labelled[] = [];
  for (let p = 0; p < paragraphs.length; p++) {
    const found = labelOf(text, paragraphs[p] as Paragraph, p);
    if (found) labelled.push(found);
  }
  for (const header of headersOf(text, paragraphs, labelled)) labelled.splice(labelled.indexOf(header), 1);
  const turns: Turn[] = [];
  let from = 0;
  for (let k = 1; k <= labelled.length; k++) {
    const gap = (labelled[k]?.paragraph ?? Infinity) - (labelled[k - 1]?.paragraph ?? 0);
    if (gap <= 4) continue;
    const all = labelled.slice(from, k);
    // Among labels in capitals a name with a colon is a headline or a cross-head.
    const inCapitals = all.filter((l) => l.caps);
    const run = inCapitals.length * 2 > all.length ? inCapitals : all;
    if (isTranscript(run)) for (const turn of turnsOf(text, paragraphs, run)) turns.push(turn);
    from = k;
  }
  for (let p = 0; p < paragraphs.length; p++) {
    const quoted = quotedParagraph(text, paragraphs[p] as Paragraph, p);
    if (quoted) turns.push(quoted);
  }
  return turns.sort((a, b) => a.start - b.start);
}

function labelOf(text: string, paragraph: Paragraph, index: number): Labelled | null {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestLabel + 8));
  if (!head.includes(':') && !(mayBeginAlone(text.charCodeAt(paragraph.start)) && beginsAlone.test(head))) return null;
  const caps = capsLabel.exec(head);
  const match = caps ?? nameLabel.exec(head);
  const name = match?.[1];
  if (!match || name === undefined || name.length > longestLabel) return null;
  const isQuestionOrAnswer = isQuestion(name);
  if (caps && !isQuestionOrAnswer && (!/\p{Lu}{2}/u.test(name) || !match[0].includes(':'))) return null;
  const start = paragraph.start + match[0].indexOf(name);
  const words = paragraph.start + match[0].length;
  return {
    paragraph: index,
    label: { start, end: start + name.length },
    words,
    name,
    caps: caps !== null,
    speaks: /\p{L}.*\p{L}/u.test(text.slice(words, Math.min(paragraph.end, words + 80))),
  };
}

/**
 * The lines before a transcript that only look like its first turn: "PRESS CONFERENCE: PORT HALE ROWERS". Their label
 * comes once, and what follows is no sentence.
 */
function headersOf(text: string, paragraphs: readonly Paragraph[], labelled: readonly Labelled[]): Labelled[] {
  const headers: Labelled[] = [];
  for (const one of labelled.slice(0, mostHeaders)) {
    const { end } = paragraphs[one.paragraph] as Paragraph;
    const words = text.slice(one.words, Math.min(end, one.words + longestHeader + 1));
    const again = labelled.some((other) => other !== one && other.name === one.name);
    const sentence = words.length > longestHeader || /[.?!…—–"”’)\]-]\s*$/.test(words);
    if (again || sentence) break;
    if (one.caps && !isQuestion(one.name)) headers.push(one);
  }
  return headers;
}

/** A transcript has this many headers at most, of this many UTF-16 code units. */
const mostHeaders = 4;
const longestHeader = 80;

const isQuestion = (label: string): boolean => label === 'Q' || label === 'A';

function isTranscript(run: readonly Labelled[]): boolean {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return false;
  const names = new Set(run.map((l) => l.name)).size;
  const density = run.length / (last.paragraph - first.paragraph + 1);
  const caps = run.filter((l) => l.caps).length;
  if (run.filter((l) => l.speaks).length * 2 <= run.length) return false;
  if (caps * 2 > run.length) return run.length >= 3 && names >= 2 && density >= 0.5;
  return run.length >= 4 && names >= 2 && names * 2 <= run.length && density >= 0.6;
}

function turnsOf(text: string, paragraphs: readonly Paragraph[], run: readonly Labelled[]): Turn[] {
  const turns: Turn[] = [];
  for (const [k, one] of run.entries()) {
    const next = run[k + 1]?.paragraph ?? one.paragraph + 1;
    for (let p = one.paragraph; p < next; p++) {
      const paragraph = paragraphs[p] as Paragraph;
      let start = p === one.paragraph ? one.words : paragraph.start;
      while (start < paragraph.end && isSpace(text.charCodeAt(start))) start++;
      const end = endOfWords(text, start, paragraph.end);
      if (start >= end || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) continue;
      turns.push({ start, end, paragraph: p, label: one.label, carriedOver: p !== one.paragraph });
    }
  }
  return turns;
}

/** Where a turn's words end: stage directions after them, (APPLAUSE.) or [Laughter], are nobody's words. */
function endOfWords(text: string, start: number, end: number): number {
  const close = text.charAt(end - 1);
  if (close !== ')' && close !== ']') return end;
  const open = text.lastIndexOf(close === ')' ? '(' : '[', end - 1);
  if (open < start || end - open > longestLabel) return end;
  let last = open;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  return last === start || isTerminator(text.charCodeAt(last - 1)) ? last : end;
}

const fewestQuotedWords = 6;

function quotedParagraph(text: string, paragraph: Paragraph, index: number): Turn | null {
  if (text.charCodeAt(paragraph.start) !== 62) return null;
  let start = paragraph.start;
  while (start < paragraph.end && (text.charCodeAt(start) === 62 || isSpace(text.charCodeAt(start)))) start++;
  const words = text.slice(start, Math.min(paragraph.end, start + 400));
  if (/["“”„«»]/.test(words) || words.split(/\s+/).length < fewestQuotedWords) return null;
  return { start, end: paragraph.end, paragraph: index, label: null, carriedOver: false };
}
