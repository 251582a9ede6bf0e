import type { Bound } from '../figures/model';
import { isLetter, isSpace } from '../characters';
import { letter, lowerCase, noLetter } from './grammar';
import type { SentenceDirection } from './resolve';

/** What stands before a date and belongs to it. */
export interface Lead {
  /** Where the figure begins with it. */
  readonly start: number;
  /** Where the date itself begins, with "early" and "the end of". */
  readonly number: number;
  readonly bound: Bound;
}

// These patterns are tried on words in small letters.
const part = new RegExp(
  `(?:^|${noLetter})((?:(?:the\\s)?(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\s(?:few\\s)?(?:weeks?|days?|months?|weekend|half)\\s(?:of|in)\\s(?:the\\s)?|(?:the\\s)?weeks?\\s(?:of|beginning|starting|ending)\\s|(?:the\\s)?(?:very\\s)?(?:end|start|beginning|middle|first half|second half)\\sof\\s(?:the\\s)?|(?:early|late|mid|earlier|later)(?:\\sin\\s(?:the\\s)?|\\son\\s|[\\s-]))+)$`,
);
const firmBound = new RegExp(
  `(?:^|(?!['’])${noLetter})((as early as|no earlier than|not before)|(as late as|no later than|not later than|by|before|until|till)|(after|past)|(around|circa|about|approximately|roughly|(?:just|shortly|right|moments|minutes) (?:before|after)))\\s(?:the\\s)?$`,
);

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
  const parts = part.exec(lowerCase(text, at - 32, at));
  if (parts) number = at - (parts[1] ?? '').length;
  if (isPossessive) return { start: number, number, bound: 'exact' };
  const before = lowerCase(text, number - 28, number);
  const match = firmBound.exec(before);
  if (!match) return { start: number, number, bound: 'exact' };
  const [, word = '', early, atMost, atLeast, approx] = match;
  if (!isTime && (word === 'past' || word === 'about' || word === 'approximately' || word === 'roughly')) {
    return { start: number, number, bound: 'exact' };
  }
  // "Two days before June 9": the stretch bounds it, not the word.
  if (/^(?:before|after)$/.test(word) && stretchBefore.test(before.slice(0, before.length - match[0].length + 1)))
    return { start: number, number, bound: 'exact' };
  // "The day after Monday", "long before 2010": the article before the date would belong to a noun.
  if (/the\s$/.test(match[0]) && number === at) return { start: number, number, bound: 'exact' };
  const start = number - match[0].length + match[0].search(/[a-z]/);
  const from = opensWithout.test(match[0]) ? number - match[0].length + 1 : start;
  return {
    start: from,
    number,
    bound: approx ? 'approx' : atMost ? 'atMost' : early || atLeast ? 'atLeast' : 'exact',
  };
}

const opensWithout = new RegExp(`^${noLetter}`);
const stretchBefore = new RegExp(
  `(?:^|${noLetter})(?:(?:[0-9]+|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of|some)\\s(?:${letter}+\\s)?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|night|morning|evening)|long|soon|immediately)\\s?$`,
);

/** Verbs that tell what happened, beside all those in -ed. */
const tellingVerbs = new Set(
  'said told announced wrote confirmed reported found began left came took went met made died won lost held was were had did'.split(
    ' ',
  ),
);
/** What may stand between such a verb and its date. */
const dateLeads = new Set(['on', 'late', 'early', 'in', 'back', 'last']);
const toCome = new RegExp(
  `(?:^|${noLetter})(will|won['’]t|shall|(?:is|are)?\\s?going to|set (?:to|for)|due (?:to|on|in|for|back|by)|scheduled (?:to|for|on)|expected (?:to|on|in|by)|plans? (?:to|for)|planned (?:for|on)|slated|upcoming|ahead of|in advance of|as (?:early|soon) as|is to|are to|begins|starts|opens|takes (?:effect|place|over)|deadline|must|up for|would|(?:could|may|might)(?!\\s(?:${letter}+\\s)?have))(?!${letter})`,
  'g',
);
/** Seen from the past: it may lie before the day of writing or after it. */
const openCue = new RegExp(
  `(?:^|${noLetter})(?:would|(?:was|were|been|had)\\s(?:${letter}+\\s)?${letter}+(?:\\s(?:to|for|on|in|by|of))?)$`,
);
/** Farther from its verb a date may belong to a noun in between. */
const nearVerb = 70;
const apostropheWill = new RegExp(`${letter}['’]ll\\s`);
const tells = new RegExp(`(?:^|${noLetter})(?:said|told)(?!${letter})`);
const was = new RegExp(`^(?:,?\\s${letter}+(?:['’]s)?){1,6}?\\s(?:was|were|had|did)(?!${letter})`);
const happened = new RegExp(`(?:^|${noLetter})(?:said|told|announced|wrote|was|were|had|${letter}{2,}ed)(?!${letter})`);
const opensSentenceWith = new RegExp(`^${noLetter}*(?:on\\s|in\\s|by\\s|until\\s)?$`);
const willCome = new RegExp(`(?:^|${noLetter})(?:will|won['’]t|is to|are to)(?!${letter})`);
/** Whether the words end in a verb that tells what happened, up to what leads from it to a date: "said late on ". */
function endsTelling(words: string): boolean {
  let end = words.length;
  while (end > 0 && isSpace(words.charCodeAt(end - 1))) {
    let start = end - 1;
    while (start > 0 && isLetter(words.charCodeAt(start - 1))) start--;
    const word = words.slice(start, end - 1);
    if (tellingVerbs.has(word) || (word.length > 3 && word.endsWith('ed'))) return true;
    if (!dateLeads.has(word)) return false;
    end = start;
  }
  return false;
}

/** How far back a sentence is looked at, in UTF-16 units. */
const reach = 100;

/** Where the sentence begins that goes on up to the offset, as far back as it is looked at. */
function sentenceStart(text: string, offset: number): number {
  const from = Math.max(0, offset - reach);
  for (let i = offset - 2; i >= from; i--) {
    if (text.charCodeAt(i + 1) === 32 && '.;?!”"'.includes(text.charAt(i))) return i + 1;
  }
  return from;
}

/**
 * Which way the sentence points at a date in it.
 * @param start where the date begins with its bound. `isDeadline`: whether a bound such as "by" stands before it.
 */
export function directionAt(text: string, start: number, end: number, isDeadline: boolean): SentenceDirection {
  const before = lowerCase(text, sentenceStart(text, start), start);
  if (endsTelling(before))
    return /(?:scheduled|planned|expected|slated)\s(?:for\s|on\s)?$/.test(before) ? 'future' : 'past';
  const coming = endOfLast(toCome, before);
  if (coming >= 0 || apostropheWill.test(before)) {
    const rest = coming >= 0 ? before.slice(coming) : '';
    // "It will close, he said on Tuesday": the telling is what happened then.
    if (tells.test(rest) && !isDeadline) return null;
    return openCue.test(before.slice(0, coming)) || rest.length > nearVerb ? 'open' : 'future';
  }
  // At the head of a sentence the verb comes after: "On Thursday, voters will choose".
  const opensSentence = opensSentenceWith.test(before);
  if (opensSentence) {
    const after = restOfSentence(text, end);
    if (willCome.test(after) && !tells.test(after)) return 'future';
  }
  if (!isDeadline) return null;
  if (happened.test(before)) return null;
  // "By Thursday morning the reason was plain"
  return opensSentence && was.test(restOfSentence(text, end)) ? 'past' : 'future';
}

/** What follows up to the sentence's next mark, in small letters. */
const restOfSentence = (text: string, end: number): string =>
  lowerCase(text, end, end + 70).split(/[.;:!?”"]/, 1)[0] ?? '';

function endOfLast(pattern: RegExp, text: string): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}
