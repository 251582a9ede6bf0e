import type { Figure } from '../claims/figures/model';

/** A figure longer than this is shown without the noun that follows it. */
const longest = 48;

/**
 * A figure as its article puts it, with what it counts: "up to 12,000 North Korean soldiers". Beside `other` it is shown
 * without the noun that both have; a bare number is given its subject ("28 hours").
 */
export function shownFigure(figure: Figure, other?: Figure): string {
  const short = withoutNoun(figure);
  const head = figure.subject?.head;
  if (other && head !== undefined && head === other.subject?.head) return short;
  const text = oneLine(figure.text);
  if (text.length > longest) return short;
  return text;
}

function withoutNoun(figure: Figure): string {
  const { subject, start, end, text } = figure;
  if (!subject || subject.start < figure.number.end || subject.end !== end) return oneLine(text);
  return oneLine(text.slice(0, subject.start - start));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** "courier.txt", "courier.txt and wire.txt", "4 other files (courier.txt, radio.txt, +2)". */
export function inFiles(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.length} other files (${names[0]}, ${names[1]}, +${names.length - 2})`;
}

/** ", both given to Ukraine" where the files name one source; ", given to Ukraine here" where only one does. */
export function sharedClaimant(here: Figure, there: readonly Figure[]): string {
  const mine = here.claimant?.name;
  const theirs = [...new Set(there.map((figure) => figure.claimant?.name))];
  if (mine !== undefined && theirs.every((name) => name !== undefined)) {
    if (theirs.length === 1 && theirs[0] === mine) return `, ${there.length > 1 ? 'all' : 'both'} given to ${mine}`;
    return `, given to ${mine} here and ${theirs.join(' and ')} there`;
  }
  if (mine !== undefined) return `, given to ${mine} here`;
  const [one, ...more] = theirs;
  return one !== undefined && more.length === 0 ? `, given to ${one} there` : '';
}
