import { isFunctionWord } from './functionWords';

/** How much of a text is looked at, in UTF-16 units: what a file is shows in its first pages. */
const sampleLength = 20_000;

/** The least share of running lines, by length. Headings, bylines and captions make up the rest. */
const leastRunning = 0.5;
/** The least share of function words. Finnish copy has about 0.12, English 0.4, a table next to none. */
const leastFunctionWords = 0.08;
/** The most words to one sentence end. The longest sentences of a broadsheet stay well under it. */
const mostWordsToSentence = 80;
/** The largest share of characters that prose doesn't use: braces, equals signs, slashes. */
const mostSymbols = 0.05;
/** The most marks of technical writing (code spans, fences, badges) to a hundred words. */
const mostTechnical = 1;

/**
 * Whether a file reads as an article, a transcript or a wire: running sentences that people wrote or spoke. False for
 * lists, logs, tables, code, documentation, licences and the like, so that a folder of source code stays quiet.
 * Looks at the first 20,000 units only; linear time; an empty text is no prose.
 * @param name the path with `/`; only its last part is looked at.
 */
export function readsAsProse(text: string, name: string): boolean {
  if (hasHousekeepingName(name)) return false;
  const sample = withoutFrontMatter(text.slice(0, sampleLength));
  if (/^\s*(?:[{[]\s*["{[]|<[!?a-z])/i.test(sample) || isLicence(sample)) return false;

  const lines = sample.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  if (isTable(lines) || isLog(lines)) return false;

  const shape = measure(lines);
  if (shape.words < 3) return false;
  return (
    shape.runningLength >= leastRunning * shape.length &&
    shape.functionWords >= leastFunctionWords * shape.words &&
    shape.symbols <= mostSymbols * shape.length &&
    shape.technical * 100 <= mostTechnical * Math.max(shape.words, 200) &&
    (hasSentences(shape) || isQuotedHeadline(sample, shape))
  );
}

interface Shape {
  /** Characters other than spaces, in all lines and in those that run like sentences. */
  readonly length: number;
  readonly runningLength: number;
  readonly words: number;
  readonly functionWords: number;
  readonly sentenceEnds: number;
  /** Lines that run like a sentence from a capital on, with or without a full stop. */
  readonly openings: number;
  readonly symbols: number;
  readonly technical: number;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const sentenceEnd = /[\p{L}\p{N})\]"'”’»%][.!?…]+["'”’»)\]*_]*(?=\s|$)|[。！？।]/gu;
const symbolPattern = /[{}<>=;|\\_$@^~`+/[\]#]/g;
const tag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/g;
const webAddress = /\b(?:https?:\/\/|www\.)\S+/g;

function measure(lines: readonly string[]): Shape {
  let length = 0;
  let runningLength = 0;
  let words = 0;
  let functionWords = 0;
  let sentenceEnds = 0;
  let openings = 0;
  let symbols = 0;
  let technical = 0;
  for (const line of lines) {
    technical += technicalMarks(line);
    const bare = withoutLineMarks(line).replace(webAddress, '').replace(tag, '');
    const inked = inkOf(bare);
    if (inked === 0) continue;
    const found = bare.match(wordPattern) ?? [];
    const ends = count(bare, sentenceEnd);
    length += inked;
    symbols += count(bare, symbolPattern);
    words += found.length;
    sentenceEnds += ends;
    let small = 0;
    for (const word of found) if (isFunctionWord(word.toLowerCase()) || isUnspaced(word)) small++;
    functionWords += small;
    if (runs(bare, found.length, small, ends, inked)) {
      runningLength += inked;
      if (found.length >= 5 && small >= 0.2 * found.length && /^["'“‘«„]?\p{Lu}/u.test(bare)) openings++;
    }
  }
  return { length, runningLength, words, functionWords, sentenceEnds, openings, symbols, technical };
}

/** A line runs like a sentence, or like a stretch of one in hard-wrapped copy, when it is nearly all words. */
function runs(line: string, words: number, small: number, ends: number, inked: number): boolean {
  if (count(line, /[\p{L}\p{M}]/gu) < 0.75 * inked) return false;
  return ends > 0 || (words >= 5 && small > 0);
}

/** Scripts that set no spaces between words, or whose small words we don't list, pass by their letters alone. */
const isUnspaced = (word: string): boolean =>
  !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’-]+$/u.test(word);

/** Most sentences end in a stop. Summaries in the form of a list leave it out, so their lines count half. */
function hasSentences(shape: Shape): boolean {
  return shape.sentenceEnds > 0 && (shape.sentenceEnds + shape.openings / 2) * mostWordsToSentence >= shape.words;
}

/** A note of one line may be a headline: no full stop, but words in quotation marks. */
function isQuotedHeadline(sample: string, shape: Shape): boolean {
  return shape.words <= 40 && shape.functionWords > 0 && /[“"‘«„][^“”"’»]{2,}[”"’»“]/.test(sample);
}

/** A line without what stands before its words: a list or heading mark, a time code, a time stamp. */
function withoutLineMarks(line: string): string {
  return line
    .trim()
    .replace(/^(?:[#>*•–—-]+|\d{1,3}[.)])\s+/, '')
    .replace(/^[[(]?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?[\])]?\s*(?:-->.*)?/, '');
}

/** Counts what only technical writing has in a line. */
function technicalMarks(line: string): number {
  if (/^\s*(?:```|~~~)/.test(line)) return 3;
  let marks = count(line, /`[^`]+`/g);
  if (line.includes('[![') || /^\s*\|?\s*:?-{3,}:?\s*\|/.test(line)) marks += 3;
  if (/^(?: {4,}|\t)\s*(?:[$>]|\w+\(|[\w.]+ = |import |#include)/.test(line)) marks += 2;
  // Copy taken from a web page keeps a tag here and there.
  return marks + count(line, tag) * 0.15;
}

/** Most lines have the same number of cells, between tabs, bars, semicolons or commas without a space. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return [/\S\t+(?=\S)/g, /\|/g, /;(?! )/g, /,(?=\S)(?!\d{3}\b)(?!["'”’])/g].some((border) => {
    const cells = new Map<number, number>();
    for (const line of lines) {
      const borders = count(line, border);
      if (borders > 0) cells.set(borders, (cells.get(borders) ?? 0) + 1);
    }
    return Math.max(0, ...cells.values()) >= Math.max(2, 0.6 * lines.length);
  });
}

/** Most lines open with a date and time, or name a log level. */
function isLog(lines: readonly string[]): boolean {
  let logged = 0;
  for (const line of lines) {
    const head = line.slice(0, 100);
    if (
      /^\W{0,2}\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}/.test(head) ||
      /^\W{0,2}[A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2}/.test(head) ||
      /(?:^|[\s[<|])(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE)(?:[\s\]>|:]|$)/.test(head)
    ) {
      logged++;
    }
  }
  return lines.length >= 2 && logged >= 0.5 * lines.length;
}

/** Files of these names keep a project going; nobody edits them as copy. */
function hasHousekeepingName(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const stem = base.replace(/\.[^.]*$/, '');
  return (
    /^(?:read-?me|change-?log|release[-_ ]?notes|requirements|constraints|code[-_ ]of[-_ ]conduct)(?:[-_.].*)?$/i.test(
      stem,
    ) ||
    /^(?:licen[cs]e|copying|contributing|notice|robots|humans|llms(?:-full)?|cmakelists|third[-_ ]?party[-_ ]?(?:notices|licen[cs]es)|package-lock)(?:\.[a-z]{2})?$/i.test(
      stem,
    ) ||
    // Said in capitals, as a project says them; in small letters they may well be an article's slug.
    /^(?:LICEN[CS]E|COPYING|NOTICE|HISTORY|CHANGES|NEWS|AUTHORS|CONTRIBUTORS|CREDITS|MAINTAINERS|SECURITY|SUPPORT|INSTALL|TODO|UPGRADING|MIGRATION|ROADMAP|GOVERNANCE|CONTRIBUTING|ARCHITECTURE|DEVELOPERS|DEVELOPMENT|AGENTS|CLAUDE|SKILL|VERSION)(?:[-_.].*)?$/.test(
      stem,
    )
  );
}

function isLicence(sample: string): boolean {
  return (
    /without\s+warrant(?:y|ies)\s+(?:or\s+conditions\s+)?of\s+any\s+kind|permission\s+is\s+hereby\s+granted,?\s+free\s+of\s+charge/i.test(
      sample,
    ) ||
    /redistribution\s+and\s+use\s+in\s+source\s+and\s+binary|GNU\s+(?:LESSER\s+|AFFERO\s+)?GENERAL\s+PUBLIC\s+LICENSE\s+Version/i.test(
      sample,
    )
  );
}

/** The text without the block of settings that a Markdown article may open with. */
function withoutFrontMatter(text: string): string {
  const match = /^---[ \t]*\r?\n/.exec(text);
  if (!match) return text;
  const end = text.indexOf('\n---', match[0].length - 1);
  return end < 0 ? text : text.slice(end + 4);
}

const inkOf = (line: string): number => count(line, /\S/gu);

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
