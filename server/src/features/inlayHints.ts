import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { touches } from '../core/span';
import type { Claims } from '../claims/model';
import type { FigureLink } from '../links/model';
import { countedLinks } from './codeLens';
import { bestFirst, isOpen, speakerOf, type Place } from './lookup';

/** Which words are set between the words of an article: none, other files' figures, or whom "she" means as well. */
export const inlayLevels = ['off', 'conflicts', 'all'] as const;
export type InlayLevel = (typeof inlayLevels)[number];

/** A few words shown between the words of an article. */
export interface InlayContent {
  readonly kind: 'speaker' | 'figure';
  readonly offset: number;
  readonly label: string;
  /** Where the label leads; null where that isn't known. */
  readonly place: Place | null;
  /** Every other figure, where the label names only the first: "14 lifeboats in wire.txt". */
  readonly more: readonly string[];
}

/** The longest wording of another file that is shown, in UTF-16 units. */
const longestLabel = 40;

/**
 * What is shown in a stretch of an article: behind a pronoun or a description that words are given to, the name; behind a
 * figure that other files have otherwise, theirs. At most one for each mention and each figure, in the order of `offset`.
 */
export function inlayHintsOf(
  analysis: Analysis,
  id: ArticleId,
  level: InlayLevel,
  within: Span,
): readonly InlayContent[] {
  const claims = analysis.get(id)?.claims;
  if (!claims || level === 'off') return [];
  const names = level === 'all' ? namesBehind(id, claims, within) : [];
  return [...names, ...otherFigures(analysis, id, within)].sort((a, b) => a.offset - b.offset);
}

function namesBehind(id: ArticleId, claims: Claims, within: Span): readonly InlayContent[] {
  const shown = new Map<number, InlayContent>();
  for (const quote of claims.quotes) {
    const speaker = quote.speaker;
    const named = speakerOf(quote);
    // A guess is for the hover, which can say that it is one; a label's turn says who speaks.
    if (!speaker || !named?.sure || quote.kind === 'block' || quote.kind === 'scare') continue;
    if (!touches(within, speaker.end) || shown.has(speaker.end) || saysName(speaker.mention, named.name)) continue;
    const first = firstNaming(claims, named.name);
    shown.set(speaker.end, {
      kind: 'speaker',
      offset: speaker.end,
      label: named.name,
      place: first && { articleId: id, start: first.start, end: first.end },
      more: [],
    });
  }
  return [...shown.values()];
}

/** Whether a mention has a word of the name in it: "Capt Tulloch" needs no "Morag Tulloch". */
function saysName(mention: string, name: string): boolean {
  const said = new Set(wordsOf(mention));
  return wordsOf(name).some((word) => said.has(word));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];

const firstNaming = (claims: Claims, name: string): Span | null =>
  claims.names.flatMap(({ spellings }) => spellings).find(({ text }) => text === name) ?? null;

function otherFigures(analysis: Analysis, id: ArticleId, within: Span): readonly InlayContent[] {
  const byFigure = new Map<number, FigureLink[]>();
  for (const link of countedLinks(analysis, id)) {
    if (!('figure' in link.from) || !isOpen(analysis, link) || !touches(within, link.from.end)) continue;
    const figureLink = link as FigureLink;
    const known = byFigure.get(figureLink.from.figure.index);
    if (known) known.push(figureLink);
    else byFigure.set(figureLink.from.figure.index, [figureLink]);
  }
  return [...byFigure.values()].flatMap((unsorted): InlayContent[] => {
    const links = bestFirst(analysis, unsorted);
    const first = links[0];
    if (!first) return [];
    const { articleId, start, end, figure } = first.to;
    const [words, name] = [shortened(figure.text), analysis.nameOf(articleId)];
    return [
      {
        kind: 'figure',
        offset: first.from.end,
        label:
          links.length === 1
            ? l10n.t('{0} in {1}', words, name)
            : l10n.t('{0} in {1} +{2}', words, name, links.length - 1),
        place: { articleId, start, end },
        more: links.map(({ to }) => l10n.t('{0} in {1}', shortened(to.figure.text), analysis.nameOf(to.articleId))),
      },
    ];
  });
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestLabel ? line : `${line.slice(0, longestLabel).trimEnd()} …`;
}
