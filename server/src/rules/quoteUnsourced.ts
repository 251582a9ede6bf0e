import * as l10n from '@vscode/l10n';
import type { Quote } from '../claims/model';
import { shownWords } from './changeWording';
import type { Problem, Rule, RuleContext } from './rule';

/** A longer quote is cut in the message, in UTF-16 units. */
const longestShown = 80;
/** How sure a speaker must be for a few words to be somebody's: whose, is not the question here. */
const isSpoken = 0.8;

/**
 * `quote-unsourced`: a quote in a draft that stands in none of the declared sources of its story. Silent without sources;
 * on words in marks that are nobody's; on headlines and pull quotes, whose words the text has; and on everything that a
 * source has in any form: other words, reported without marks, or in parts.
 */
export const quoteUnsourced: Rule = {
  code: 'quote-unsourced',
  defaultLevel: 'graded',
  check(context) {
    const { sources, claims, article } = context;
    if (sources.length === 0) return [];
    const linked = quotesInSources(context);
    const missing = claims.quotes.filter((quote) => isSpeech(quote) && !linked.has(quote) && !stands(context, quote));
    return told(missing).map((quote): Problem => ({
      code: 'quote-unsourced',
      severity: 'warning',
      start: quote.start,
      end: quote.end,
      message: messageOf(context, shown(article.text.slice(quote.start, quote.end))),
      related: [],
    }));
  },
};

/** The quotes that a source has in any form, if only likely. */
function quotesInSources({ links, isSource }: RuleContext): ReadonlySet<Quote> {
  const found = new Set<Quote>();
  for (const { from, to } of links) if (from.quote && isSource(to.articleId)) found.add(from.quote);
  return found;
}

/** Speech within speech is its outer quote's business; a few words that are given to nobody may be a title or a term. */
function isSpeech({ kind, speaker, nestedIn, display }: Quote): boolean {
  if (kind === 'scare' || nestedIn !== null || display) return false;
  return kind !== 'partial' || (speaker !== null && speaker.confidence >= isSpoken);
}

const stands = ({ sources, hasWords }: RuleContext, { text }: Quote): boolean =>
  sources.some((id) => hasWords(id, text));

/** Of a quote split by its cue the first part that is missing: one remark is one notice. */
function told(missing: readonly Quote[]): readonly Quote[] {
  const indexes = new Set(missing.map(({ index }) => index));
  return missing.filter(({ continues }) => continues === null || !indexes.has(continues));
}

// ---- the words the editor reads -----------------------------------------------------------------------

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= longestShown) return shownWords(line);
  const space = line.lastIndexOf(' ', longestShown);
  return shownWords(`${line.slice(0, space > longestShown / 2 ? space : longestShown)}…`);
}

function messageOf({ sources, nameOf }: RuleContext, words: string): string {
  const [first = '', second = ''] = sources.map(nameOf);
  if (sources.length === 1) return l10n.t('No source has this quote: {0} is not in {1}.', words, first);
  return sources.length === 2
    ? l10n.t('No source has this quote: {0} is neither in {1} nor in {2}.', words, first, second)
    : l10n.t('No source has this quote: {0} is in none of the {1} sources of this story.', words, sources.length);
}
