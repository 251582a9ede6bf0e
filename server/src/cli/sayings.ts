import type { Gathered, Note } from './gather';

/** How many notes of one kind are printed in full. */
const mostNotes = 20;

/** What there is to say about the files, a line each; after many of a kind, how many more there are. */
export function sayings({ articles, notes, leftOut, failed }: Gathered): readonly string[] {
  const lines: string[] = [];
  const kinds: readonly Note['kind'][] = ['pattern', 'not read', 'encoding'];
  for (const kind of kinds) {
    const same = notes.filter((note) => note.kind === kind);
    lines.push(...same.slice(0, mostNotes).map((note) => note.message));
    const more = same.length - mostNotes;
    if (more > 0) lines.push(kind === 'encoding' ? `${more} more are not in UTF-8.` : `${more} more were not read.`);
  }
  if (leftOut.length > 0) {
    const named = leftOut.slice(0, 3).join(', ') + (leftOut.length > 3 ? `, +${leftOut.length - 3}` : '');
    lines.push(
      leftOut.length === 1
        ? `${named} was left out: it does not read as an article. Give its path to read it all the same.`
        : `${leftOut.length} files were left out: they do not read as articles (${named}). Give their paths to read them all the same.`,
    );
  }
  if (articles.length === 0 && !failed) lines.push('No articles were found.');
  return lines;
}

/** How many of all articles have changed since the revision: where that was asked for, the report is about these. */
export const changesSaying = (changed: number, all: number, since: string): string =>
  changed === 0
    ? `No article has changed since ${since}.`
    : `${changed} of ${all} articles ${changed === 1 ? 'has' : 'have'} changed since ${since}.`;
