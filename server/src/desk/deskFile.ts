import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { AcceptedDifference, AcceptedPassage, DeskFile } from '../protocol/desk';
import { isPlainName, mostPatterns, workFault } from '../protocol/filePattern';

export { deskFileName } from '../protocol/desk';

/** What was read of a folder's file, and what is wrong with it, a sentence each. */
export interface DeskReading {
  /** All that is sound. */
  readonly file: DeskFile;
  readonly faults: readonly string[];
}

/** What stands for a file that isn't there. */
export const emptyDeskFile: DeskFile = { version: 1 };

/** A longer file is not read, in UTF-16 units (for plain text the same as bytes). */
export const longestDeskFile = 5 * 1024 * 1024;

/** After so many faults the rest is counted. */
const mostFaults = 20;

/**
 * Reads the text of a `.second-source.json`. Comments and commas at the end of a list are allowed. Never throws: each
 * thing that is wrong is named, and the rest is used.
 */
export function parseDeskFile(text: string): DeskReading {
  if (text.length > longestDeskFile)
    return { file: emptyDeskFile, faults: ['It is larger than 5 MB and was not read.'] };
  const faults: string[] = [];
  const errors: ParseError[] = [];
  let value: unknown;
  try {
    value = parse(text.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true, disallowComments: false });
  } catch {
    // Brackets within brackets, thousands deep: the parser runs out of room.
    return { file: emptyDeskFile, faults: ['It is no sound JSON and was not read.'] };
  }
  for (const error of errors) {
    // Those that are counted only need no place: to look for it in a large file takes time.
    const place = faults.length < mostFaults ? `${placeOf(text, error.offset)}: ` : '';
    faults.push(`${place}${nameOfError(error)}.`);
  }
  if (!isRecord(value)) {
    if (errors.length === 0) faults.push('It must hold an object in braces: { "version": 1 }.');
    return { file: emptyDeskFile, faults: shortened(faults) };
  }
  if (value.version !== 1) faults.push(versionFault(value.version));
  const listed = readList(value.sources, '“sources” must be a list of files and file patterns.', readSource, faults);
  const sources = withFewPatterns([...new Set(listed)], faults);
  const accepted = readList(value.accepted, '“accepted” must be a list of differences.', readAccepted, faults);
  return {
    file: {
      version: 1,
      ...(sources.length > 0 ? { sources } : {}),
      ...(accepted.length > 0 ? { accepted } : {}),
    },
    faults: shortened(faults),
  };
}

/** What is wrong with a file pattern, to go on "Source 2 (“../x”) "; null where nothing is. */
export function patternFault(pattern: string): string | null {
  if (pattern.trim() === '') return 'is empty';
  if (/^(?:[\\/~]|[a-z]:)/i.test(pattern)) return 'must be relative to the folder';
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)/.test(pattern)) return 'must not lead out of the folder with “..”';
  if (pattern.length > longestPattern) return `is longer than ${longestPattern} characters`;
  return workFault(pattern);
}

const longestPattern = 500;

// ---- entries ------------------------------------------------------------------------------------------

/** An entry that was read, or what is wrong with it. */
type Entry<T> = { readonly value: T } | { readonly fault: string };

function readList<T>(
  raw: unknown,
  fault: string,
  read: (entry: unknown, number: number) => Entry<T>,
  faults: string[],
): readonly T[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    faults.push(fault);
    return [];
  }
  return raw.flatMap((entry: unknown, i): T[] => {
    const result = read(entry, i + 1);
    if ('value' in result) return [result.value];
    faults.push(result.fault);
    return [];
  });
}

function readSource(raw: unknown, number: number): Entry<string> {
  if (typeof raw !== 'string') return { fault: `Source ${number} must be the name of a file or a file pattern.` };
  const fault = patternFault(raw);
  return fault === null ? { value: raw } : { fault: `Source ${number} (“${cut(raw)}”) ${fault}.` };
}

/** Plain names are looked up, however many; each file is held against each of the patterns. */
function withFewPatterns(sources: readonly string[], faults: string[]): readonly string[] {
  let patterns = 0;
  const used = sources.filter((source) => isPlainName(source) || ++patterns <= mostPatterns);
  if (patterns > mostPatterns)
    faults.push(`Of ${patterns} file patterns in “sources” the first ${mostPatterns} are used.`);
  return used;
}

function readAccepted(raw: unknown, number: number): Entry<AcceptedDifference> {
  const fault = (what: string) => ({ fault: `Accepted difference ${number} ${what}.` });
  if (!isRecord(raw)) return fault('must be an object');
  const { code, passages, reason, by = '', at = '' } = raw;
  if (!isText(code)) return fault('has no “code”');
  if (!Array.isArray(passages) || passages.length < 1 || passages.length > 2 || !passages.every(isPassage))
    return fault('must have one or two “passages”, each with a “file” and a “text”');
  if (typeof reason !== 'string') return fault('has no “reason”');
  if (typeof by !== 'string') return fault('must have a name in “by”');
  if (typeof at !== 'string') return fault('must have a date in “at”');
  return { value: { code, passages: passages.map(({ file, text }) => ({ file, text })), reason, by, at } };
}

const isPassage = (raw: unknown): raw is AcceptedPassage =>
  isRecord(raw) && typeof raw.file === 'string' && isText(raw.text);

const isText = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim() !== '';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// ---- the words for what is wrong ----------------------------------------------------------------------

const versionFault = (version: unknown): string =>
  version === undefined
    ? '“version” is missing; it must be 1.'
    : `“version” must be 1: ${cut(JSON.stringify(version))} is not known here, and what is known was read.`;

const errorNames: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word means nothing here',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a name in quotation marks is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the file should end here',
  UnexpectedEndOfComment: 'a comment is never closed',
  UnexpectedEndOfString: 'a quotation mark is never closed',
  InvalidEscapeCharacter: 'a backslash stands before a character that needs none',
};

const nameOfError = ({ error }: ParseError): string =>
  errorNames[printParseErrorCode(error)] ?? 'this is no sound JSON';

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `Line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const shortened = (faults: readonly string[]): readonly string[] =>
  faults.length > mostFaults
    ? [...faults.slice(0, mostFaults), `There are ${faults.length - mostFaults} more faults.`]
    : faults;
