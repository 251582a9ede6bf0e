import * as l10n from '@vscode/l10n';
import { lengthOf } from '../../core/span';
import type { QuoteLink } from '../../links/model';
import { describeEdits, leavesMarksSound, type Edit, type Fix, type FixContext } from './fix';
import { linksOf } from './useWording';

/**
 * "Mark the cut with an ellipsis": where a quote leaves words of the other side out and changes none. Not where what is
 * left out turns the sense ("not"), nor where small words alone are gone: there an ellipsis would hide the fault.
 */
export function cutFixes({ analysis, article, problem }: FixContext): readonly Fix[] {
  for (const link of linksOf(analysis, article, problem)) {
    const edits = isOpenCut(link) ? cutsIn(article.text, link) : [];
    if (edits.length === 0 || !leavesMarksSound(article.text, edits)) continue;
    return [
      {
        title: edits.length === 1 ? l10n.t('Mark the cut with an ellipsis') : l10n.t('Mark the cuts with ellipses'),
        description: describeEdits(article.text, edits),
        preferred: false,
        edits,
      },
    ];
  }
  return [];
}

function isOpenCut({ steps, gravity, byMeaning }: QuoteLink): boolean {
  const changed = steps.filter(({ kind }) => kind === 'changed');
  if (byMeaning || gravity === 'negation' || gravity === 'grammar' || gravity === 'style') return false;
  return changed.length > 0 && changed.every(({ from, to }) => lengthOf(from) === 0 && lengthOf(to) > 0);
}

function cutsIn(text: string, { steps }: QuoteLink): readonly Edit[] {
  const ellipsis = ellipsisOf(text);
  return steps.flatMap(({ kind }, i): Edit[] => {
    const before = steps[i - 1];
    const after = steps[i + 1];
    if (kind !== 'changed' || !before || !after) return [];
    const span = { start: before.from.end, end: after.from.start };
    const gap = text.slice(span.start, span.end);
    // A sentence that ends before the cut keeps its stop; a comma goes with the words that it stood before.
    const stop = /^[.?!]["'”’]?/.exec(gap)?.[0] ?? '';
    return /^[\s,;.?!"'”’–—-]*$/.test(gap) ? [{ ...span, text: stop + ellipsis }] : [];
  });
}

/** How an article writes the ellipsis between two words, its space included. */
function ellipsisOf(text: string): string {
  const written = /(?<=[\p{L}.,]) ?(?:\. \. \.|\.\.\.|…) ?(?=\p{L})/u.exec(text)?.[0];
  return written ?? ' ... ';
}
