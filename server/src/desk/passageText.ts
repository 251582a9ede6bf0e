import type { ArticleId } from '../core/article';
import type { ProblemCode } from '../core/config';
import { narrowestAround, type Span } from '../core/span';
import type { Claims } from '../claims/model';
import type { Problem } from '../rules/rule';

/** An article as far as its passages are concerned. */
export interface WithPassages {
  readonly article: { readonly text: string };
  readonly claims: Claims;
}

/** A passage with the text that stands for it where a difference is accepted. */
export interface PassageText {
  readonly articleId: ArticleId;
  readonly text: string;
}

/** Of a paragraph with a fault in its marks so much counts, in UTF-16 units. */
const mostOfParagraph = 200;

/**
 * What a passage of a problem says, in one line: as long as it stays the same, a difference that was accepted stays
 * accepted, whatever else changes. Of a quote all its words, of a figure or a date the sentence that it stands in, of a
 * name the name as it is spelled, of a fault in the marks the beginning of its paragraph.
 * @param span the problem's own place or that of a related passage; may lie outside the text.
 */
export function passageText(code: ProblemCode, { article, claims }: WithPassages, span: Span): string {
  const text = ({ start, end }: Span) => article.text.slice(start, end).replace(/\s+/g, ' ').trim();
  switch (code) {
    case 'quote-altered':
    case 'quote-misattributed':
    case 'quote-unsourced':
      // A comma before the closing mark is the sentence's around it.
      return text(narrowestAround(claims.quotes, span) ?? span).replace(/(?<![\s,.;:])[\s,.;:]+$/, '');
    case 'figure-conflict':
    case 'date-conflict':
      return text(narrowestAround(claims.sentences, span) ?? narrowestAround(claims.paragraphs, span) ?? span);
    case 'name-variant':
      return text(span);
    case 'quote-marks': {
      const { start, end } = narrowestAround(claims.paragraphs, { start: span.start, end: span.start }) ?? span;
      // A paragraph may be the whole file, with a fault in every line.
      const head = text({ start, end: Math.min(end, start + 4 * mostOfParagraph) });
      return (head.length > mostOfParagraph ? head : text({ start, end })).slice(0, mostOfParagraph);
    }
  }
}

/**
 * What would have to be accepted for a problem to be: its own passage with each one on the other side, or by itself where
 * there is none. Each pair once; empty for an article that isn't known.
 */
export function differencesOf(
  id: ArticleId,
  { code, start, end, related }: Problem,
  articleOf: (id: ArticleId) => WithPassages | undefined,
): readonly (readonly PassageText[])[] {
  const own = articleOf(id);
  if (!own) return [];
  const here: PassageText = { articleId: id, text: passageText(code, own, { start, end }) };
  if (related.length === 0) return [[here]];
  const pairs = new Map<string, readonly PassageText[]>();
  for (const passage of related) {
    const other = articleOf(passage.articleId);
    if (!other) continue;
    const text = passageText(code, other, passage);
    if (!pairs.has(text)) pairs.set(text, [here, { articleId: passage.articleId, text }]);
  }
  return [...pairs.values()];
}
