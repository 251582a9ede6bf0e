import type { Paragraph } from '../../claims/model';
import type { Listed } from './members';

/** Longer first lines are a paragraph of copy. In UTF-16 units. */
const longestHeadline = 140;
/** A headline stands at the head: a cross-head further down tells of a part only. */
const lookedAt = 3;

/**
 * What an editor would call a story: the headline of its fullest article that has one, else the fullest article's name.
 * Empty where there is no article.
 */
export function titleOf(members: readonly Listed[]): string {
  const byLength = [...members].sort((a, b) => b.text.length - a.text.length);
  for (const member of byLength) {
    const headline = headlineOf(member);
    if (headline !== null) return headline;
  }
  return byLength[0]?.column.name ?? '';
}

function headlineOf({ text, claims }: Listed): string | null {
  const { paragraphs } = claims;
  const words = ({ start, end }: Paragraph) => text.slice(start, end);
  for (const [i, paragraph] of paragraphs.slice(0, lookedAt).entries()) {
    // A first line that doesn't end as a sentence does, before copy that goes on, is a headline too.
    const isFirstLine = i === 0 && paragraph.kind === 'body' && paragraphs.length > 1;
    if (paragraph.kind !== 'heading' && !(isFirstLine && isLine(words(paragraph)))) continue;
    const line = plain(words(paragraph));
    if (line !== null && tells(line)) return line;
  }
  return null;
}

const isLine = (words: string): boolean =>
  words.length <= longestHeadline && !/[.:,;]["”’']?\s*$/.test(words) && !words.includes('\n');

/** Whether a line says what happened: not a letterhead, a byline or a photograph's credit. */
function tells(line: string): boolean {
  const words = line.split(' ');
  if (/^(?:by|from|credit|photo|photograph|image|picture|file|source)\b/i.test(line)) return false;
  return words.length >= 4 && (words.length > 6 || /\p{Ll}/u.test(line));
}

/** Without the marks of a heading or of emphasis, on one line; null where nothing is left. */
function plain(words: string): string | null {
  const line = words
    .replace(/^[#>\s]+/, '')
    .replace(/[*_#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return null;
  if (line.length <= longestHeadline) return line;
  const end = line.lastIndexOf(' ', longestHeadline);
  return `${line.slice(0, end > 0 ? end : longestHeadline)} …`;
}
