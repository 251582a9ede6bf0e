import type { Bound } from '../figures/model';
import type { SentenceDirection } from './resolve';

/** What stands before a date and belongs to it. */
export interface Lead {
  /** Where the figure begins with it. */
  readonly start: number;
  /** Where the date itself begins, with "early" and "the end of". */
  readonly number: number;
  readonly bound: Bound;
}

const part =
  /(?:^|[^\p{L}])((?:(?:the\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s(?:few\s)?(?:weeks?|days?|months?|weekend|half)\s(?:of|in)\s(?:the\s)?|(?:the\s)?weeks?\s(?:of|beginning|starting|ending)\s|(?:the\s)?(?:very\s)?(?:end|start|beginning|middle|first half|second half)\sof\s(?:the\s)?|(?:early|late|mid|earlier|later)(?:\sin\s(?:the\s)?|\son\s|[\s-]))+)$/iu;
const firmBound =
  /(?:^|[^\p{L}'’])((as early as|no earlier than|not before)|(as late as|no later than|not later than|by|before|until|till)|(after|past)|(around|circa|about|approximately|roughly|(?:just|shortly|right|moments|minutes) (?:before|after)))\s(?:the\s)?$/iu;

/** The last words of what leads to a date; "in" and "on" only behind some of them. */
const leads = new Set(
  `of in on the beginning starting ending early late mid earlier later than before as by until till after past around circa about
  approximately roughly`.split(/\s+/),
);
const beforeIn = new Set('week weeks day days month months weekend half early late mid earlier later'.split(' '));

/** Whether the word right before the date is one that may bind it or be part of it: before most stands another. */
function mayLead(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  if (at === 0 || (code > 32 && code < 128 && code !== 45)) return false;
  const last = wordEndingAt(text, at - 1);
  if (!leads.has(last)) return false;
  return (last !== 'in' && last !== 'on') || beforeIn.has(wordEndingAt(text, at - last.length - 2));
}

/** The plain letters that end at the offset, in lower case. */
function wordEndingAt(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 16) {
    const code = text.charCodeAt(start - 1) | 32;
    if (code < 97 || code > 122) break;
    start--;
  }
  return text.slice(Math.max(0, start), Math.max(0, end)).toLowerCase();
}

/**
 * Reads the words right before a date or time: its part ("early June", "the end of 2025") and its bound ("by Friday",
 * "past 9:45 p.m.").
 * @param isTime whether it is a time of day: "past" and "about" bind nothing else.
 * @param isPossessive whether the date only qualifies a noun: "before Friday’s vote" bounds the vote.
 */
export function readLead(text: string, at: number, isTime: boolean, isPossessive: boolean): Lead {
  let number = at;
  if (!mayLead(text, at)) return { start: at, number: at, bound: 'exact' };
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
  // "Two days before June 9": the stretch bounds it, not the word.
  if (/^(?:before|after)$/.test(word) && stretchBefore.test(before.slice(0, before.length - match[0].length + 1)))
    return { start: number, number, bound: 'exact' };
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

const stretchBefore =
  /(?:^|[^\p{L}])(?:(?:[0-9]+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of|some)\s(?:\p{L}+\s)?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|night|morning|evening)|long|soon|immediately)\s?$/iu;

const tellingVerb =
  /(?:^|[^\p{L}])(?:said|told|announced|wrote|confirmed|reported|found|began|left|came|took|went|met|made|died|won|lost|held|was|were|had|did|\p{L}{2,}ed)\s(?:(?:on|late|early|in|back|last)\s)*$/iu;
const toCome =
  /(?:^|[^\p{L}])(will|won['’]t|shall|(?:is|are)?\s?going to|set (?:to|for)|due (?:to|on|in|for|back|by)|scheduled (?:to|for|on)|expected (?:to|on|in|by)|plans? (?:to|for)|planned (?:for|on)|slated|upcoming|ahead of|in advance of|as (?:early|soon) as|is to|are to|begins|starts|opens|takes (?:effect|place|over)|deadline|must|up for|would|(?:could|may|might)(?!\s(?:\p{L}+\s)?have))(?![\p{L}])/giu;
/** Seen from the past: it may lie before the day of writing or after it. */
const openCue = /(?:^|[^\p{L}])(?:would|(?:was|were|been|had)\s(?:\p{L}+\s)?\p{L}+(?:\s(?:to|for|on|in|by|of))?)$/iu;
/** Farther from its verb a date may belong to a noun in between. */
const nearVerb = 70;
const apostropheWill = /\p{L}['’]ll\s/u;
const tells = /(?:^|[^\p{L}])(?:said|told)(?![\p{L}])/iu;
const was = /^(?:,?\s\p{L}+(?:['’]s)?){1,6}?\s(?:was|were|had|did)(?![\p{L}])/iu;
const happened = /(?:^|[^\p{L}])(?:said|told|announced|wrote|was|were|had|\p{L}{2,}ed)(?![\p{L}])/iu;

/**
 * Which way the sentence points at a date in it.
 * @param start where the date begins with its bound. `isDeadline`: whether a bound such as "by" stands before it.
 */
export function directionAt(text: string, start: number, end: number, isDeadline: boolean): SentenceDirection {
  const from = Math.max(0, start - 100);
  let before = text.slice(from, start);
  const stop = Math.max(...['. ', '; ', '? ', '! ', '” ', '" '].map((mark) => before.lastIndexOf(mark)));
  if (stop >= 0) before = before.slice(stop + 1);
  if (tellingVerb.test(before))
    return /(?:scheduled|planned|expected|slated)\s(?:for\s|on\s)?$/i.test(before) ? 'future' : 'past';
  const coming = endOfLast(toCome, before);
  if (coming >= 0 || apostropheWill.test(before)) {
    const rest = coming >= 0 ? before.slice(coming) : '';
    // "It will close, he said on Tuesday": the telling is what happened then.
    if (tells.test(rest) && !isDeadline) return null;
    return openCue.test(before.slice(0, coming)) || rest.length > nearVerb ? 'open' : 'future';
  }
  // At the head of a sentence the verb comes after: "On Thursday, voters will choose".
  const opensSentence = /^[^\p{L}]*(?:on\s|in\s|by\s|until\s)?$/iu.test(before);
  if (opensSentence) {
    const after = text.slice(end, end + 70).split(/[.;:!?”"]/, 1)[0] ?? '';
    if (/(?:^|[^\p{L}])(?:will|won['’]t|is to|are to)(?![\p{L}])/iu.test(after) && !tells.test(after)) return 'future';
  }
  if (!isDeadline) return null;
  if (happened.test(before)) return null;
  // "By Thursday morning the reason was plain"
  const rest = text.slice(end, end + 70).split(/[.;:!?”"]/, 1)[0] ?? '';
  return opensSentence && was.test(rest) ? 'past' : 'future';
}

function endOfLast(pattern: RegExp, text: string): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
