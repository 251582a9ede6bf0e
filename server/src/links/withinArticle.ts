import type { ArticleId } from '../core/article';
import type { Claims } from '../claims/model';
import { changesAgainstEnds } from './within/changes';
import { conversionsAgainstOriginals } from './within/conversions';
import { headlineAgainstText } from './within/headline';
import { listsAgainstNumbers } from './within/lists';
import type { Finding } from './within/model';
import { totalsAgainstParts } from './within/sums';

export type { ChangeFinding, ConversionFinding, Finding, SumFinding } from './within/model';

/**
 * Finds the figures that an article itself belies: the headline's against the text's, the number announced above a list,
 * a total against its parts, a change against its ends, a conversion against its original. In the order of the figures; at most one a figure. Never throws.
 */
export function findWithin(id: ArticleId, text: string, claims: Claims): readonly Finding[] {
  if (claims.figures.length === 0) return [];
  const all: readonly Finding[] = [
    ...listsAgainstNumbers(text, claims),
    ...headlineAgainstText(id, text, claims),
    ...totalsAgainstParts(text, claims),
    ...changesAgainstEnds(text, claims),
    ...conversionsAgainstOriginals(text, claims),
  ];
  const told = new Set<number>();
  return all
    .filter(({ figure }) => !told.has(figure.start) && told.add(figure.start))
    .sort((a, b) => a.figure.start - b.figure.start);
}
