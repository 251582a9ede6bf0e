import type { PassageRecord } from './passages';
import { sharedStems, type QuoteIndex } from './quoteIndex';
import type { SameSpeaker } from './quoteLinker';

/** Two quotes that may be one remark. */
export interface Candidate {
  readonly x: PassageRecord;
  readonly y: PassageRecord;
  /** Stems that both have and neither article has in many quotes. */
  readonly telling: readonly number[];
  /** True for one person, null where an article doesn't say who spoke. */
  readonly same: true | null;
}

/** The quotes that may be one remark, by who speaks and by the stems that they share. */
export function candidatesOf(left: QuoteIndex, right: QuoteIndex, sameSpeaker: SameSpeaker): Candidate[] {
  const candidates: Candidate[] = [];
  const shared = sharedStems(left, right);
  for (let from = 0, to = 0; from < shared.count; from = to) {
    const place = shared.left[from];
    while (to < shared.count && shared.left[to] === place) to++;
    for (let i = from; i < to; i++) {
      const mate = shared.right[i] as number;
      if (shared.right.indexOf(mate, from) < i) continue;
      const one = candidate(left.quotes[place ?? 0], right.quotes[mate], sameSpeaker);
      if (!one) continue;
      for (let k = i; k < to; k++) if (shared.right[k] === mate) one.telling.push(shared.stems[k] as number);
      candidates.push(one);
    }
  }
  return candidates;
}

/** Two quotes that may be one remark as far as it is known who speaks, without the stems that they share; null for others. */
function candidate(x: PassageRecord | undefined, y: PassageRecord | undefined, sameSpeaker: SameSpeaker) {
  if (!x || !y) return null;
  const same = sameSpeaker(x, y);
  const isUnknown = !x.quote?.speaker || !y.quote?.speaker;
  return same === true || (same === null && isUnknown) ? { x, y, telling: new Array<number>(), same } : null;
}
