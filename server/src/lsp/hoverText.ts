import type { HoverContent, HoverRow } from '../features/hover';
import type { NamedSpeaker } from '../features/lookup';
import type { WordingPiece } from '../features/wording';

/** Where a row of a hover leads: the line from 1, and the URI that opens the file. */
export interface HoverPlace {
  readonly line: number;
  readonly uri: string;
}

/** How a hover's text finds lines and links. */
export interface HoverLinks {
  placesOf(row: HoverRow): readonly HoverPlace[];
  /** A link that shows all matches, or null where the client takes none. */
  readonly showAll: string | null;
}

/** The hover as Markdown. Nothing of an article's own text can become a link, a picture, HTML or a command. */
export function hoverMarkdown(content: HoverContent, links: HoverLinks): string {
  const heading = headingOf(content, (name) => `**${escaped(name)}**`);
  if (content.rows.length === 0) return heading;
  const lines = [heading, '', '| Speaker | Wording | Where |', '| :-- | :-- | :-- |'];
  for (const row of content.rows) {
    const wording = row.wording.map(markdownPiece).join('');
    lines.push(
      `| ${speakerMarkdown(row)} | ${row.quoted ? `“${wording}”` : wording} | ${placesMarkdown(row, links)} |`,
    );
  }
  if (content.more > 0) {
    const more = `and ${content.more} more`;
    lines.push('', links.showAll === null ? more : `[${more}](${links.showAll})`);
  }
  return lines.join('\n');
}

/** The hover for a client that shows no Markdown: one line a file. */
export function hoverPlainText(content: HoverContent, links: HoverLinks): string {
  const lines = [headingOf(content, oneLine)];
  for (const row of content.rows) {
    const wording = row.wording
      .filter((piece) => piece.kind !== 'missing')
      .map((piece) => oneLine(piece.text))
      .join('');
    const line = links.placesOf(row)[0]?.line;
    const speaker = row.speaker ? `${oneLine(row.speaker.name)}: ` : '';
    lines.push(`${oneLine(row.name)}:${line ?? ''} ${speaker}${row.quoted ? `“${wording}”` : wording}`);
  }
  if (content.more > 0) lines.push(`and ${content.more} more`);
  return lines.join('\n');
}

function headingOf({ quoted, speaker }: HoverContent, show: (name: string) => string): string {
  if (!quoted) return 'Reported here without quotation marks';
  if (!speaker) return 'No speaker is named here';
  return `${show(speaker.name)} ${speaker.sure ? 'said here' : 'probably said here'}`;
}

function speakerMarkdown(row: HoverRow): string {
  if (!row.quoted) return 'not in quotation marks';
  return row.speaker ? nameMarkdown(row.speaker) : 'no speaker named';
}

const nameMarkdown = ({ name, sure }: NamedSpeaker): string => (sure ? escaped(name) : `probably ${escaped(name)}`);

/** @example [wire.txt:12](file:///copy/wire.txt#L12), [30](file:///copy/wire.txt#L30) */
function placesMarkdown(row: HoverRow, links: HoverLinks): string {
  return links
    .placesOf(row)
    .map(({ line, uri }, i) => `[${i === 0 ? `${escaped(row.name)}:${line}` : line}](${linkTarget(uri)}#L${line})`)
    .join(', ');
}

function markdownPiece({ kind, text }: WordingPiece, i: number, pieces: readonly WordingPiece[]): string {
  if (kind === 'same' || kind === 'cut') return escaped(text);
  // Markdown sets nothing in bold that begins or ends with a space.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '') return escaped(text);
  if (kind === 'differs') return `${oneLine(before)}**${escaped(words)}**${oneLine(after)}`;
  // Words that are missing there have no space of their own there.
  const spaceBefore = /\S$/.test(pieces[i - 1]?.text ?? '') ? ' ' : '';
  const spaceAfter = /^[\p{L}\p{N}]/u.test(pieces[i + 1]?.text ?? '') ? ' ' : '';
  return `${spaceBefore}~~${escaped(words)}~~${spaceAfter}`;
}

/**
 * Text of an article, made harmless: every character that Markdown or HTML could take for its own is escaped, line
 * breaks become spaces, and web and mail addresses are broken up so that no viewer makes links of them.
 */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#|~$!^=]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/|\\)/g, '\\:')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/@/g, '\\@');
}

/** On one line, without control characters and without those that turn the direction of writing. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** A URI for the inside of `(...)`, in a table cell. */
const linkTarget = (uri: string): string =>
  uri.replace(/[\s()<>|\\`*_[\]"'#]/g, (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
