import type compromise from 'compromise/two';
import { remembering } from '../core/remember';

/** Clauses whose reading is kept; an article has a few dozen around its quotes. */
const mostKept = 2000;

let tagger: typeof compromise | null = null;

/** Loading takes a fifth of a second, and most folders never need it: it is loaded with the first question. */
function loadTagger(): typeof compromise {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with everything else
  tagger ??= (require('compromise/two') as { default?: typeof compromise }).default ?? require('compromise/two');
  return tagger as typeof compromise;
}

interface TaggedTerm {
  readonly text: string;
  readonly tags: readonly string[];
}

/**
 * The words of a short clause, in lower case, that a part-of-speech tagger takes for verbs in it. Slow (0.6 ms a
 * clause), so it is for the clause beside a quote alone, with the quoted words taken out, and only where the known
 * verbs don't settle it; what was read once is kept.
 */
export const verbsOf = remembering(mostKept, (clause): ReadonlySet<string> => {
  const verbs = new Set<string>();
  const sentences = loadTagger()(clause).json() as { readonly terms: readonly TaggedTerm[] }[];
  for (const { terms } of sentences) {
    for (const term of terms) if (term.tags.includes('Verb')) verbs.add(term.text.toLowerCase());
  }
  return verbs;
});
