import { type Line, readLine } from './proseLine';

/** How much of a text is looked at first, in UTF-16 units: what a file is shows in its first pages. */
const firstLook = 2_000;
/** How much where the first look says no: copy taken from a web page may begin with a menu or a script. */
const secondLook = 12_000;

/** The least share of running lines, by length. Headings, bylines and captions make up the rest. */
const leastRunning = 0.55;
/** The least share of function words. Finnish copy has about 0.12, English 0.4, a table next to none. */
const leastFunctionWords = 0.1;
/** In a sentence or two the share jumps by a word at a time: as with any count, half a word is given away. */
const halfAWord = 0.5;
/** The most words to one sentence end. The longest sentences of a broadsheet stay well under it. */
const mostWordsToSentence = 80;
/** The largest share of characters that prose doesn't use: braces, equals signs, slashes. */
const mostSymbols = 0.035;
/** The most marks of technical writing (code spans, fences, badges) to a hundred words. */
const mostTechnical = 1;

/** What our own reports in Markdown begin with: they hold passages of articles, and must not be read as one. */
export const reportMark = '<!-- Report by Second Source -->';

/**
 * Whether a file reads as an article, a transcript or a wire: running sentences that people wrote or spoke. False for
 * lists, logs, tables, code, documentation, licences and the like, so that a folder of source code stays quiet.
 * Looks at the first 12,000 units at most; linear time; an empty text is no prose.
 * @param name the path with `/`; only its last part is looked at.
 */
export function readsAsProse(text: string, name: string): boolean {
  if (hasHousekeepingName(name) || text.startsWith(reportMark)) return false;
  const copy = withoutFrontMatter(text);
  return reads(copy.slice(0, firstLook)) || (copy.length > firstLook && reads(copy.slice(0, secondLook)));
}

/** The beginnings of JSON and of pages and data in markup. A tag of another kind may well open scraped copy. */
const isData = /^\s*(?:[{[]\s*["{[]|<!doctype\b|<\?xml\b|<(?:html|head|body|svg|rss|feed)\b)/i;

function reads(sample: string): boolean {
  if (isData.test(sample) || isLicence(sample)) return false;

  const lines = sample.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
  if (isTable(lines) || isLog(lines)) return false;

  const shape = measure(lines);
  if (shape.words < 3) return false;
  return (
    shape.runningLength >= leastRunning * shape.length &&
    shape.functionWords + halfAWord >= leastFunctionWords * shape.words &&
    shape.symbols <= mostSymbols * shape.length &&
    shape.technical * 100 <= mostTechnical * Math.max(shape.words, 200) &&
    (hasSentences(shape) || isQuotedHeadline(sample, shape) || isPlainLine(lines, shape))
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

function measure(lines: readonly string[]): Shape {
  let length = 0;
  let runningLength = 0;
  let words = 0;
  let functionWords = 0;
  let sentenceEnds = 0;
  let openings = 0;
  let symbols = 0;
  let technical = 0;
  for (const raw of lines) {
    technical += technicalMarks(raw);
    const line = readLine(withoutLineMarks(raw));
    length += line.ink;
    symbols += line.symbols;
    words += line.words;
    sentenceEnds += line.sentenceEnds;
    functionWords += line.functionWords;
    if (!runs(line)) continue;
    runningLength += line.ink;
    if (line.words >= 5 && line.functionWords >= 0.2 * line.words && line.opensWithCapital) openings++;
  }
  return { length, runningLength, words, functionWords, sentenceEnds, openings, symbols, technical };
}

/**
 * A line runs like a sentence, or like a stretch of one in hard-wrapped copy, when it is nearly all words. The numbers in
 * it count for nothing either way as long as they don't outweigh the words: a market report is full of them.
 */
function runs(line: Line): boolean {
  const figures = Math.min(line.figures, line.letters);
  return (
    line.letters >= 0.75 * (line.ink - figures) &&
    (line.sentenceEnds > 0 || (line.words >= 5 && line.functionWords > 0))
  );
}

/** Most sentences end in a stop. Summaries in the form of a list leave it out, so their lines count half. */
function hasSentences(shape: Shape): boolean {
  return shape.sentenceEnds > 0 && (shape.sentenceEnds + shape.openings / 2) * mostWordsToSentence >= shape.words;
}

/** A note of one line may be a headline: no full stop, but words in quotation marks. */
function isQuotedHeadline(sample: string, shape: Shape): boolean {
  return shape.words <= 40 && shape.functionWords > 0 && /[“"‘«„][^“”"’»]{2,}[”"’»“]/.test(sample);
}

/** A note of one line may leave its full stop out, where it has the grammar of a sentence all the same. */
function isPlainLine(lines: readonly string[], shape: Shape): boolean {
  return lines.length === 1 && shape.words >= 10 && shape.words <= 60 && shape.functionWords >= 0.2 * shape.words;
}

const tag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/g;
const webAddress = /\b(?:https?:\/\/|www\.)\S+/g;

/** A line without what isn't its words: a list or heading mark, a time code, web addresses, tags. */
function withoutLineMarks(line: string): string {
  let bare = line.trim();
  if (/^[#>*•–—\d[(-]/.test(bare)) {
    bare = bare
      .replace(/^(?:[#>*•–—-]+|\d{1,3}[.)])\s+/, '')
      .replace(/^[[(]?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?[\])]?\s*(?:-->.*)?/, '');
  }
  if (bare.includes('://') || bare.includes('www.')) bare = bare.replace(webAddress, '');
  return bare.includes('<') ? bare.replace(tag, '') : bare;
}

/** Counts what only technical writing has in a line. */
function technicalMarks(line: string): number {
  let marks = 0;
  if (line.includes('`')) {
    if (/^\s*```/.test(line)) return 3;
    marks += count(line, /`[^`]+`/g);
  }
  if (line.includes('[![') || /^\s*(?:~~~|(?:\|\s*)?:?-{3,}:?\s*\|)/.test(line)) marks += 3;
  if (/^(?: {4}|\t)\s*(?:[$>]|\w+\(|[\w.]+ = |import |#include)/.test(line)) marks += 2;
  // Copy taken from a web page keeps a tag here and there.
  return line.includes('<') ? marks + count(line, tag) * 0.15 : marks;
}

/** Borders between cells: tabs, bars, semicolons or commas without a space. No comma of a number or before a closing mark. */
const borders = [
  { mark: '\t', pattern: /\S\t+(?=\S)/g },
  { mark: '|', pattern: /\|/g },
  { mark: ';', pattern: /;(?! )/g },
  { mark: ',', pattern: /,(?!\s|$|\d{3}\b|["'”’]+(?:[^\p{L}\d]|$))/gu },
] as const;

/** Most lines have the same number of cells. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  return borders.some(({ mark, pattern }) => {
    const withBorders = lines.filter((line) => line.includes(mark));
    const most = Math.max(2, 0.6 * lines.length);
    if (withBorders.length < most) return false;
    const rows = new Map<number, number>();
    for (const line of withBorders) {
      const cells = count(line, pattern);
      if (cells > 0) rows.set(cells, (rows.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...rows.values()) >= most;
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

/** Phrases that stand in no article and in every licence of a kind. */
const licences = [
  /without warrant(?:y|ies) (?:or conditions )?of any kind/,
  /permission is hereby granted,? free of charge/,
  /redistribution and use in source and binary/,
  /gnu (?:lesser |affero )?general public license version/,
];

function isLicence(sample: string): boolean {
  const lower = sample.toLowerCase();
  if (!['warrant', 'hereby granted', 'redistribution', 'general public'].some((word) => lower.includes(word))) {
    return false;
  }
  const unwrapped = lower.replace(/\s+/g, ' ');
  return licences.some((phrase) => phrase.test(unwrapped));
}

/** The text without the block of settings that a Markdown article may open with. */
function withoutFrontMatter(text: string): string {
  const match = /^---[ \t]*\r?\n/.exec(text);
  if (!match) return text;
  const end = text.indexOf('\n---', match[0].length - 1);
  return end < 0 ? text : text.slice(end + 4);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
