import * as l10n from '@vscode/l10n';
import { copySentence, type CopyNote } from '../features/copyNotes';
import type { FigureHover, FigureRow, FigureWritten } from '../features/figureHover';
import { withinSentence } from '../features/figureWording';
import type { HoverContent, QuoteHover, QuoteRow } from '../features/hover';
import type { NamedSpeaker } from '../features/lookup';
import type { WordingPiece } from '../features/wording';
import { escaped, oneLine } from '../protocol/markdownText';

/** Where a row of a hover leads: the line from 1, and the URI that opens the file. */
export interface HoverPlace {
  readonly line: number;
  readonly uri: string;
}

/** How a hover's text finds lines and links. */
export interface HoverLinks {
  placesOf(row: QuoteRow | FigureRow): readonly HoverPlace[];
  /** A link that shows all matches, or null where the client takes none. */
  readonly showAll: string | null;
}

/** The hover as Markdown. Nothing of an article's own text can become a link, a picture, HTML or a command. */
export function hoverMarkdown(contents: readonly HoverContent[], links: HoverLinks): string {
  return contents
    .map((content) => (content.kind === 'quote' ? quoteMarkdown(content, links) : figureMarkdown(content, links)))
    .join('\n\n---\n\n');
}

/** The hover for a client that shows no Markdown: one line a file. */
export function hoverPlainText(contents: readonly HoverContent[], links: HoverLinks): string {
  return contents
    .map((content) => (content.kind === 'quote' ? quotePlainText(content, links) : figurePlainText(content, links)))
    .join('\n\n');
}

function quoteMarkdown(content: QuoteHover, links: HoverLinks): string {
  const heading = headingOf(content, bold);
  if (content.rows.length === 0) return heading;
  const rows = content.rows.map((row) => {
    const wording = row.wording.map(markdownPiece).join('');
    return [speakerMarkdown(row), row.quoted ? `“${wording}”` : wording, placesMarkdown(row, links)];
  });
  return [
    heading,
    '',
    ...table([l10n.t('Speaker'), l10n.t('Wording'), l10n.t('Where')], rows),
    ...moreMarkdown(content.more, links),
    ...copiesMarkdown(content.copies),
  ].join('\n');
}

/** Of the columns for the source and the time those that say something, here or elsewhere. */
function figureMarkdown(content: FigureHover, links: HoverLinks): string {
  const heading = figureHeading(content, bold, escaped);
  if (content.rows.length === 0) return heading;
  const hasClaimants = content.claimant !== null || content.rows.some(({ claimant }) => claimant !== null);
  const hasTimes = content.rows.some(({ time }) => time !== null);
  const rows = content.rows.map((row) => [
    writtenMarkdown(row),
    ...(hasClaimants ? [row.claimant ? nameMarkdown(row.claimant) : l10n.t('nobody named')] : []),
    ...(hasTimes ? [escaped(row.time ?? '')] : []),
    placesMarkdown(row, links),
  ]);
  const columns = [
    l10n.t('Figure'),
    ...(hasClaimants ? [l10n.t('Given to')] : []),
    ...(hasTimes ? [l10n.t('Time')] : []),
    l10n.t('Where'),
  ];
  return [
    heading,
    '',
    ...table(columns, rows),
    ...moreMarkdown(content.more, links),
    ...copiesMarkdown(content.copies),
    ...(content.spread ? ['', escaped(spreadLine(content.spread))] : []),
  ].join('\n');
}

function quotePlainText(content: QuoteHover, links: HoverLinks): string {
  const lines = [headingOf(content, oneLine)];
  for (const row of content.rows) {
    const wording = row.wording
      .filter((piece) => piece.kind !== 'missing')
      .map((piece) => oneLine(piece.text))
      .join('');
    const speaker = row.speaker ? `${oneLine(row.speaker.name)}: ` : '';
    lines.push(`${placePlainText(row, links)} ${speaker}${row.quoted ? `“${wording}”` : wording}`);
  }
  return [...lines, ...morePlainText(content.more), ...copiesPlainText(content.copies)].join('\n');
}

function figurePlainText(content: FigureHover, links: HoverLinks): string {
  const lines = [figureHeading(content, oneLine, oneLine)];
  for (const row of content.rows) {
    const written = row.figures.map(({ text }) => oneLine(text)).join(', ');
    const claimant = row.claimant ? `, ${givenTo(row.claimant, oneLine)}` : '';
    lines.push(`${placePlainText(row, links)} ${written}${claimant}`);
  }
  lines.push(...morePlainText(content.more), ...copiesPlainText(content.copies));
  if (content.spread) lines.push(spreadLine(content.spread));
  return lines.join('\n');
}

const bold = (name: string): string => `**${escaped(name)}**`;

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${columns.join(' | ')} |`,
  `|${' :-- |'.repeat(columns.length)}`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
];

function moreMarkdown(more: number, { showAll }: HoverLinks): readonly string[] {
  if (more === 0) return [];
  const said = l10n.t('and {0} more', more);
  return ['', showAll === null ? said : `[${said}](${showAll})`];
}

const morePlainText = (more: number): readonly string[] => (more > 0 ? [l10n.t('and {0} more', more)] : []);

const copiesMarkdown = (copies: readonly CopyNote[]): readonly string[] =>
  copies.flatMap((note) => ['', copySentence(note, escaped)]);

const copiesPlainText = (copies: readonly CopyNote[]): readonly string[] =>
  copies.map((note) => copySentence(note, oneLine));

const placePlainText = (row: QuoteRow | FigureRow, links: HoverLinks): string =>
  `${oneLine(row.name)}:${links.placesOf(row)[0]?.line ?? ''}`;

/** @example Up to 12,000 North Korean soldiers, given to Ukraine, by December */
function figureHeading(
  { title, meaning, claimant, time }: FigureHover,
  strong: (words: string) => string,
  plain: (words: string) => string,
): string {
  return [
    `${strong(title)}${meaning === null ? '' : ` (${plain(meaning)})`}`,
    ...(claimant ? [givenTo(claimant, plain)] : []),
    ...(time === null ? [] : [plain(time)]),
  ].join(', ');
}

function givenTo({ name, sure }: NamedSpeaker, plain: (words: string) => string): string {
  const source = plain(withinSentence(name));
  return sure ? l10n.t('given to {0}', source) : l10n.t('probably given to {0}', source);
}

/** @example 10 to 12 in 4 files (3 sources) */
function spreadLine({ values, files, sources }: NonNullable<FigureHover['spread']>): string {
  if (sources === files) return l10n.t('{0} in {1} files', values, files);
  return sources === 1
    ? l10n.t('{0} in {1} files (one source)', values, files)
    : l10n.t('{0} in {1} files ({2} sources)', values, files, sources);
}

function writtenMarkdown({ figures, converted }: FigureRow): string {
  const written = figures.map((one: FigureWritten) => (one.differs ? bold(one.text) : escaped(one.text))).join(', ');
  return converted === null ? written : `${written} (${escaped(converted)})`;
}

function headingOf({ quoted, speaker }: QuoteHover, show: (name: string) => string): string {
  if (!quoted) return l10n.t('Reported here without quotation marks');
  if (!speaker) return l10n.t('No speaker is named here');
  const name = /^\p{Ll}+ /u.test(speaker.name) ? capitalised(speaker.name) : speaker.name;
  return speaker.sure ? l10n.t('{0} said here', show(name)) : l10n.t('{0} probably said here', show(name));
}

/** "One uncle": a description opens the line; a name that begins small on purpose, in one word, stays as it is. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function speakerMarkdown(row: QuoteRow): string {
  if (!row.quoted) return l10n.t('not in quotation marks');
  return row.speaker ? nameMarkdown(row.speaker) : l10n.t('no speaker named');
}

const nameMarkdown = ({ name, sure }: NamedSpeaker): string =>
  sure ? escaped(name) : l10n.t('probably {0}', escaped(name));

/** @example [wire.txt:12](file:///copy/wire.txt#L12), [30](file:///copy/wire.txt#L30) */
function placesMarkdown(row: QuoteRow | FigureRow, links: HoverLinks): string {
  return links
    .placesOf(row)
    .map(({ line, uri }, i) => `[${i === 0 ? `${escaped(row.name)}:${line}` : line}](${linkTarget(uri)}#L${line})`)
    .join(', ');
}

function markdownPiece({ kind, text }: WordingPiece, i: number, pieces: readonly WordingPiece[]): string {
  if (kind === 'same' || kind === 'cut') return escaped(text);
  // Markdown sets nothing in bold that begins or ends with a space.
  const words = text.trim();
  if (words === '') return escaped(text);
  const start = text.indexOf(words);
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
  if (kind === 'differs') return `${oneLine(before)}**${escaped(words)}**${oneLine(after)}`;
  // Words that are missing there have no space of their own there.
  const spaceBefore = /\S$/.test(pieces[i - 1]?.text ?? '') ? ' ' : '';
  const spaceAfter = /^[\p{L}\p{N}]/u.test(pieces[i + 1]?.text ?? '') ? ' ' : '';
  return `${spaceBefore}~~${escaped(words)}~~${spaceAfter}`;
}

/** A URI for the inside of `(...)`, in a table cell. */
const linkTarget = (uri: string): string =>
  uri.replace(/[\s()<>|\\`*_[\]"'#]/g, (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
