import type { Figure } from '../../claims/figures/model';
import type { Claims, Paragraph } from '../../claims/model';
import type { ListFinding } from './model';

/** A list: its items, and how the first of them is marked. */
interface List {
  readonly items: readonly Paragraph[];
  readonly isNumbered: boolean;
  /** The index of its first paragraph. */
  readonly at: number;
}

/** Nouns that a headline announces a list with. */
const announced: ReadonlySet<string> = new Set(
  (
    'thing way highlight takeaway reason fact tip question answer lesson moment point step rule place book song film ' +
    'movie idea story trend sign key issue myth mistake quote pick prediction winner loser recipe example time'
  ).split(' '),
);

/** Above a list these say that it is a choice out of more, or goes on elsewhere. */
const isChoice = /\b(?:some|among|include[sd]?|including|such as|for example|other|more|so far|continued?|a few)\b/i;
/** The shortest list that is told of. */
const fewest = 2;
/** A number larger than this announces no list. */
const longest = 60;
/** A list shorter or longer than announced by more than this share is another list. */
const share = 0.34;

/**
 * Finds the numbers that announce a list of another length: "12 highlights" above eleven. Only where the list is plainly
 * the one announced: right below a line that ends with a colon, or the only numbered list under a headline that names
 * such a list.
 */
export function listsAgainstNumbers(text: string, claims: Claims): readonly ListFinding[] {
  const lists = findLists(text, claims.paragraphs);
  const findings: ListFinding[] = [];
  for (const list of lists) {
    const figure = introOf(text, claims, list) ?? headlineOf(text, claims, lists);
    if (!figure || findings.some((other) => other.figure === figure)) continue;
    const off = Math.abs(figure.value - list.items.length);
    if (off > 0 && off <= Math.max(1, figure.value * share)) findings.push({ kind: 'list', figure, items: list.items });
  }
  return findings;
}

const marker = /^(?:[#*_\s]{0,6})(?:(\d{1,2})[.)][*_]{0,2}\s|([-•·▪‣–*])\s)/;

function findLists(text: string, paragraphs: readonly Paragraph[]): readonly List[] {
  const lists: List[] = [];
  let open: { items: Paragraph[]; isNumbered: boolean; at: number; mark: string; last: number; step: number } | null =
    null;
  const close = () => {
    // Items that count down end at one; others are the middle of a list.
    if (open && open.items.length >= fewest && (open.step > 0 || open.last === 1)) lists.push(open);
    open = null;
  };
  paragraphs.forEach((paragraph, at) => {
    const match = marker.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 14)));
    if (!match) {
      // Under a numbered item there may be paragraphs; a list of bullets ends.
      if (open && !open.isNumbered) close();
      return;
    }
    const number = match[1] === undefined ? null : Number(match[1]);
    const mark = number === null ? (match[2] ?? '') : '1';
    if (open?.mark === mark && (number === null || number === open.last + open.step)) {
      open.items.push(paragraph);
      open.last = number ?? 0;
      return;
    }
    if (open?.mark === mark && open.items.length === 1 && number !== null && number === open.last - 1) {
      open.items.push(paragraph);
      open.last = number;
      open.step = -1;
      return;
    }
    close();
    if (number === null || number >= 1) {
      open = { items: [paragraph], isNumbered: number !== null, at, mark, last: number ?? 0, step: 1 };
    }
  });
  close();
  return lists.filter((list) => !list.isNumbered || startsRightly(text, list));
}

/** Whether a numbered list has its beginning: a first item, or the last of a countdown. */
function startsRightly(text: string, { items }: List): boolean {
  const number = (paragraph: Paragraph | undefined) =>
    Number(/\d+/.exec(text.slice(paragraph?.start ?? 0, (paragraph?.start ?? 0) + 10))?.[0] ?? 0);
  return number(items[0]) === 1 || number(items.at(-1)) === 1;
}

/** The figure that announces a list in the paragraph right above it, or null. */
function introOf(text: string, claims: Claims, list: List): Announcement | null {
  const above = claims.paragraphs[list.at - 1];
  if (!above || text.charCodeAt(above.end - 1) !== 58) return null;
  const sentence = claims.sentences.find(({ start, end }) => start < above.end && end >= above.end);
  if (!sentence || isChoice.test(text.slice(sentence.start, sentence.end))) return null;
  const figures = claims.figures.filter((figure) => figure.start >= sentence.start && figure.end <= above.end);
  const counts = figures.filter(({ kind }) => kind === 'count' || kind === 'money' || kind === 'percent');
  const [figure] = counts;
  return counts.length === 1 && figure && announces(figure) ? figure : null;
}

/** The figure of a headline that announces the article's only list, or null. */
function headlineOf(text: string, claims: Claims, lists: readonly List[]): Announcement | null {
  const [list, ...more] = lists.filter(({ isNumbered }) => isNumbered);
  const [headline] = claims.paragraphs;
  if (!list || more.length > 0 || !headline || list.at === 0 || headline.end - headline.start > 160) return null;
  if (isChoice.test(text.slice(headline.start, headline.end))) return null;
  const counts = claims.figures.filter(({ kind, end }) => kind === 'count' && end <= headline.end);
  const [figure] = counts;
  if (counts.length !== 1 || !figure || !announces(figure)) return null;
  const head = figure.subject?.head ?? /^\s*(\p{L}+?)s?\b/u.exec(text.slice(figure.number.end))?.[1]?.toLowerCase();
  return head !== undefined && announced.has(head) ? figure : null;
}

/** A figure that may announce a list. */
type Announcement = Figure & { readonly value: number };

function announces(figure: Figure): figure is Announcement {
  const { kind, value, bound, vague, per } = figure;
  if (kind !== 'count' || bound !== 'exact' || vague || per !== null) return false;
  return value !== null && value >= fewest && value <= longest;
}
