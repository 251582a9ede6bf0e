import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { contains, type Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { FigureLink } from '../links/model';
import { dated } from '../links/storyDates';
import { copyNotes, countSources, type CopyNote } from './copyNotes';
import { convertedTo, figureTitle, meaningOf, spreadOf } from './figureWording';
import { claimantOf, compareNames, differs, figureAt, linksOfFigureAt, type NamedSpeaker, type Place } from './lookup';

/** A figure as another file has it. */
export interface FigureWritten {
  readonly text: string;
  /** Whether it can't be true as well as the figure here. */
  readonly differs: boolean;
}

/** What one other file has of the figure under the cursor. */
export interface FigureRow {
  readonly articleId: ArticleId;
  readonly name: string;
  /** As they are written there, each wording once. */
  readonly figures: readonly FigureWritten[];
  /** The first of them in the unit that stands here, where it is given in another; else null. */
  readonly converted: string | null;
  readonly claimant: NamedSpeaker | null;
  /** The time that the figure stands for, in the file's words. */
  readonly time: string | null;
  /** Where they stand, the figure shown first. */
  readonly places: readonly Span[];
}

/** What a hover tells of the figure at `span`. */
export interface FigureHover {
  readonly kind: 'figure';
  readonly span: Span;
  /** The figure with what it counts. */
  readonly title: string;
  /** What its words come to, where they don't say it: the day that "Monday" is. */
  readonly meaning: string | null;
  readonly claimant: NamedSpeaker | null;
  readonly time: string | null;
  /** One row a file: those that differ first, then those that agree, the surest first. */
  readonly rows: readonly FigureRow[];
  /** How many more files have the figure. */
  readonly more: number;
  /** Which of these files, and this one, are copies: one source. */
  readonly copies: readonly CopyNote[];
  /**
   * From the least to the greatest value, and in how many files with this one, copies counted once in `sources`; null
   * where none differs.
   */
  readonly spread: { readonly values: string; readonly files: number; readonly sources: number } | null;
}

/**
 * What is known of the figure at an offset.
 * @param shown passages of other files that the reader is shown anyway: a figure linked to nothing else is not told again.
 * @returns null where there is no figure, and where there is nothing to say that its words don't.
 */
export function figureHoverAt(
  analysis: Analysis,
  id: ArticleId,
  offset: number,
  shown: readonly Place[],
  mostRows: number,
): FigureHover | null {
  const here = analysis.get(id);
  const figure = here && figureAt(here.claims, offset);
  if (!figure) return null;
  const links = linksOfFigureAt(analysis, id, offset);
  const isShown = ({ to }: FigureLink) => shown.some((one) => one.articleId === to.articleId && contains(one, to));
  const told = links.every(isShown) ? [] : links;
  const meaning = meaningOf(dated(figure, analysis.storyOf(id)));
  const claimant = claimantOf(figure);
  // Inside a quote the speaker is told already; a day is still worth telling.
  const adds =
    figure.quote === null ? meaning !== null || claimant !== null : meaning !== null && figure.kind === 'date';
  if (told.length === 0 && !adds) return null;
  const rows = rowsOf(analysis, figure, told);
  return {
    kind: 'figure',
    span: { start: figure.start, end: figure.end },
    title: figureTitle(here.article.text, figure),
    meaning,
    claimant,
    time: figure.time?.text ?? null,
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    copies: copyNotes(
      analysis,
      id,
      rows.map((row) => row.articleId),
    ),
    spread: spreadAround(analysis, id, figure, told),
  };
}

function rowsOf(analysis: Analysis, figure: Figure, links: readonly FigureLink[]): readonly FigureRow[] {
  const byFile = new Map<ArticleId, FigureLink[]>();
  for (const link of links) {
    const known = byFile.get(link.to.articleId);
    if (known) known.push(link);
    else byFile.set(link.to.articleId, [link]);
  }
  const sorted = [...byFile.values()].sort((a, b) => rankOf(a) - rankOf(b) || compareNames(nameOf(a), nameOf(b)));
  return sorted.flatMap((all) => {
    const [best] = all;
    return best ? [rowOf(best, all)] : [];
  });

  function nameOf([link]: readonly FigureLink[]): string {
    return link ? analysis.nameOf(link.to.articleId) : '';
  }

  function rowOf(best: FigureLink, all: readonly FigureLink[]): FigureRow {
    const there = best.to.figure;
    const written = new Map<string, FigureWritten>();
    for (const link of all) {
      const { text } = link.to.figure;
      // "Twenty-eight" at the head of a sentence is "twenty-eight".
      if (!written.has(text.toLowerCase())) written.set(text.toLowerCase(), { text, differs: differs(link) });
    }
    return {
      articleId: best.to.articleId,
      name: nameOf(all),
      figures: [...written.values()],
      converted: convertedTo(figure, there),
      claimant: claimantOf(there),
      time: there.time?.text ?? null,
      places: all.map(({ to: { start, end } }) => ({ start, end })),
    };
  }
}

/** Files that differ first, lest they be among those that there is no room for; those that are only likely last. */
function rankOf(links: readonly FigureLink[]): number {
  if (links.every((link) => link.tentative)) return 2;
  return links.some((link) => differs(link) && !link.tentative) ? 0 : 1;
}

function spreadAround(
  analysis: Analysis,
  id: ArticleId,
  figure: Figure,
  links: readonly FigureLink[],
): FigureHover['spread'] {
  if (!links.some(differs)) return null;
  const values = spreadOf([figure, ...links.map((link) => link.to.figure)]);
  if (values === null) return null;
  const files = new Set([id, ...links.map((link) => link.to.articleId)]);
  return { values, files: files.size, sources: countSources(analysis, files) };
}
