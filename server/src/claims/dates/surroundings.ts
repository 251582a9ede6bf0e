import type { Bound } from '../figures/model';
import type { Direction } from './resolve';

/** What stands before a date and belongs to it. */
export interface Lead {
  /** Where the figure begins with it. */
  readonly start: number;
  /** Where the date itself begins, with "early" and "the end of". */
  readonly number: number;
  readonly bound: Bound;
}

const part =
  /(?:^|[^\p{L}])((?:(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|first half|second half)\sof\s(?:the\s)?|(?:early|late|mid|earlier|later)(?:\sin\s(?:the\s)?|\son\s|[\s-]))+)$/iu;
const firmBound =
  /(?:^|[^\p{L}'’])((as early as|no earlier than|not before)|(as late as|no later than|not later than|by|before|until|till)|(after|past)|(around|circa|about|approximately|roughly))\s(?:the\s)?$/iu;

/**
 * Reads the words right before a date or time: its part ("early June", "the end of 2025") and its bound ("by Friday",
 * "past 9:45 p.m.").
 * @param isTime whether it is a time of day: "past" and "about" bind nothing else.
 * @param isPossessive whether the date only qualifies a noun: "before Friday’s vote" bounds the vote.
 */
export function readLead(text: string, at: number, isTime: boolean, isPossessive: boolean): Lead {
  let number = at;
  const parts = part.exec(text.slice(Math.max(0, at - 32), at));
  if (parts) number = at - (parts[1] ?? '').length;
  if (isPossessive) return { start: number, number, bound: 'exact' };
  const before = text.slice(Math.max(0, number - 28), number);
  const match = firmBound.exec(before);
  if (!match) return { start: number, number, bound: 'exact' };
  const [, words = '', early, atMost, atLeast, approx] = match;
  const word = words.toLowerCase();
  if (!isTime && (word === 'past' || word === 'about' || word === 'approximately' || word === 'roughly')) {
    return { start: number, number, bound: 'exact' };
  }
  // "The day after Monday", "long before 2010": the article before the date would belong to a noun.
  if (/the\s$/i.test(match[0]) && number === at) return { start: number, number, bound: 'exact' };
  const start = number - match[0].length + match[0].search(/[a-z]/i);
  const from = /^[^\p{L}]/u.test(match[0]) ? number - match[0].length + 1 : start;
  return {
    start: from,
    number,
    bound: approx ? 'approx' : atMost ? 'atMost' : early || atLeast ? 'atLeast' : 'exact',
  };
}

const tellingVerb =
  /(?:^|[^\p{L}])(?:said|told|announced|wrote|confirmed|reported|found|began|left|came|took|went|met|made|died|won|lost|held|was|were|had|did|\p{L}{2,}ed)\s(?:(?:on|late|early|in|back|last)\s)*$/iu;
const toCome =
  /(?:^|[^\p{L}])(?:will|won['’]t|shall|would|going to|set to|set for|due|scheduled|expected|plans? to|planned|slated|upcoming|coming|is to|are to|begins|starts|opens|takes effect|takes place|deadline|tomorrow|next|must)(?![\p{L}])/iu;
const apostropheWill = /\p{L}['’]ll\s/u;
const said = /(?:^|[^\p{L}])(?:said|told|announced|wrote|was|were|had|\p{L}{2,}ed)(?![\p{L}])/giu;

/**
 * Which way the sentence points at a date in it.
 * @param start where the date begins with its bound. `isDeadline`: whether a bound such as "by" stands before it.
 */
export function directionAt(text: string, start: number, end: number, isDeadline: boolean): Direction {
  const from = Math.max(0, start - 100);
  let before = text.slice(from, start);
  const stop = Math.max(...['. ', '; ', '? ', '! ', '” ', '" '].map((mark) => before.lastIndexOf(mark)));
  if (stop >= 0) before = before.slice(stop + 1);
  if (tellingVerb.test(before))
    return /(?:scheduled|planned|expected|slated)\s(?:for\s|on\s)?$/i.test(before) ? 'future' : 'past';
  const coming = lastMatch(toCome, before);
  if (coming >= 0 || apostropheWill.test(before)) {
    said.lastIndex = Math.max(coming, 0) + 1;
    return said.test(before) && !isDeadline && coming >= 0 && /(?:said|told)/i.test(before.slice(coming))
      ? null
      : 'future';
  }
  // At the head of a sentence the verb comes after: "On Thursday, voters will choose".
  if (/^[^\p{L}]*(?:on\s|in\s|by\s|until\s)?$/iu.test(before)) {
    const after = text.slice(end, end + 70).split(/[.;:!?”"]/, 1)[0] ?? '';
    if (
      /(?:^|[^\p{L}])(?:will|won['’]t|is to|are to)(?![\p{L}])/iu.test(after) &&
      !/(?:^|[^\p{L}])said(?![\p{L}])/iu.test(after)
    )
      return 'future';
  }
  if (!isDeadline) return null;
  said.lastIndex = 0;
  return said.test(before) ? null : 'future';
}

function lastMatch(pattern: RegExp, text: string): number {
  const all = new RegExp(pattern.source, `${pattern.flags}g`);
  let at = -1;
  for (const match of text.matchAll(all)) at = match.index;
  return at;
}
