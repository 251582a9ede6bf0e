import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis';
import { splitParagraphs } from '../../claims/paragraphs';
import { scanQuotes } from '../../claims/quoteScanner';
import type { Article, ArticleId } from '../../core/article';
import type { Span } from '../../core/span';
import type { Problem } from '../../rules/rule';

/** Words put in the place of a stretch; an empty stretch means that they are put in. UTF-16 offsets. */
export interface Edit extends Span {
  readonly text: string;
}

/** A change to one article that settles a problem. Nobody makes it but the editor. */
export interface Fix {
  /** What the editor chooses: "Use the wording in wire.txt". */
  readonly title: string;
  /** What changes, both wordings named. */
  readonly description: string;
  /** Whether it is plainly the one to take. */
  readonly preferred: boolean;
  /** In the order of the text, none overlapping another. */
  readonly edits: readonly Edit[];
}

/** What a fix may look at: a problem, and the article that it is in. */
export interface FixContext {
  readonly analysis: Analysis;
  readonly article: Article;
  readonly problem: Problem;
}

/** The text after some edits, which stand in the order of the text. */
export function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** The edits that change something. */
export const effective = (text: string, edits: readonly Edit[]): readonly Edit[] =>
  edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);

/** Whether the quotation marks are no worse after some edits: no new fault, and as many quotes as before. */
export function leavesMarksSound(text: string, edits: readonly Edit[]): boolean {
  const before = marksOf(text);
  const after = marksOf(applied(text, edits));
  return after.faults <= before.faults && after.outermost === before.outermost;
}

function marksOf(text: string): { readonly faults: number; readonly outermost: number } {
  const { quotes, faults } = scanQuotes(text, splitParagraphs(text));
  return { faults: faults.length, outermost: quotes.filter(({ nestedIn }) => nestedIn === null).length };
}

/** The files that an editor may follow, those that are sources first, and then as they were given. */
export function sourcesFirst<T>(analysis: Analysis, items: readonly T[], idOf: (item: T) => ArticleId): readonly T[] {
  const isSource = (item: T): boolean => {
    const article = analysis.get(idOf(item))?.article;
    return article !== undefined && analysis.desk.isSource(article);
  };
  return [...items.filter(isSource), ...items.filter((item) => !isSource(item))];
}

/** Things that come to the same, under one heading, in the order in which each first came. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** How much of a wording a description shows, in UTF-16 units. */
const longestShown = 80;

/** "“is” becomes “was”": what a fix does, in one sentence. */
export function describeEdits(text: string, edits: readonly Edit[]): string {
  const [first] = edits;
  const last = edits.at(-1);
  if (!first || !last) return '';
  const stretch = { start: first.start, end: last.end };
  const before = text.slice(stretch.start, stretch.end);
  const after = applied(
    before,
    edits.map((edit) => shifted(edit, -stretch.start)),
  );
  if (before.trim() === '') return l10n.t('“{0}” is put in', shown(after));
  if (after.trim() === '') return l10n.t('“{0}” goes', shown(before));
  return l10n.t('“{0}” becomes “{1}”', shown(before), shown(after));
}

const shifted = (edit: Edit, by: number): Edit => ({ ...edit, start: edit.start + by, end: edit.end + by });

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= longestShown) return line;
  const space = line.lastIndexOf(' ', longestShown);
  return `${line.slice(0, space > 0 ? space : longestShown)}…`;
}
