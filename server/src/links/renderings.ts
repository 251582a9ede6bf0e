import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { PassageRecord } from './passages';
import { compareRecords, type RawLink, type SameSpeaker } from './quoteLinker';

/** A word that one article has in more quotes than this does not tell one remark from another. */
const distinctiveUpTo = 2;
/** The share of the shorter wording, by weight, that both must have. */
const leastShare = 0.33;
const fewestShared = 3;
const grammarWeight = 0.25;
/** Pairs of articles with more quotes than this are not searched quote by quote. */
const mostQuotes = 60;

/**
 * Finds quotes of two articles of one story that are likely one remark put in other words, as two translators do: given
 * to the same person, sharing a word that neither article has in other quotes, and each the other's nearest. Only quotes
 * that have no link to the other article yet are looked at. The links are tentative: nothing is reported on them alone.
 */
export function findRenderings(
  a: readonly PassageRecord[],
  b: readonly PassageRecord[],
  linked: readonly RawLink[],
  sameSpeaker: SameSpeaker,
  vocabulary: Vocabulary,
): RawLink[] {
  const taken = new Set(linked.filter((l) => l.relation !== 'reported').flatMap((l) => [l.a, l.b]));
  const left = remarks(a);
  const right = remarks(b);
  if (left.length > mostQuotes || right.length > mostQuotes) return [];
  const commonLeft = frequencies(left);
  const commonRight = frequencies(right);
  const pairs: { x: PassageRecord; y: PassageRecord; share: number }[] = [];
  for (const x of left) {
    for (const y of right) {
      // A headline's words stand in the body as well, so that its mate may be taken.
      const display = x.quote?.display === true || y.quote?.display === true;
      if (!display && (taken.has(x.pid) || taken.has(y.pid))) continue;
      const distinctive = x.content.matter.some(
        (stem) =>
          (commonLeft.get(stem) ?? 0) <= distinctiveUpTo &&
          (commonRight.get(stem) ?? Infinity) <= distinctiveUpTo &&
          y.content.matter.includes(stem),
      );
      if (!distinctive || sameSpeaker(x, y) !== true) continue;
      const share = sharedWeight(x.content.words, y.content.words);
      if (share >= leastShare) pairs.push({ x, y, share });
    }
  }
  const links: RawLink[] = [];
  for (const { x, y, share } of pairs) {
    const nearest = pairs.every((other) => other.share <= share * 1.5 || (other.x !== x && other.y !== y));
    const found = nearest ? compareRecords(x, y, vocabulary) : null;
    if (found) links.push({ ...found, relation: 'altered', tentative: true });
  }
  return links;
}

/** The quotes that are remarks of some length: speech, with more than one word of matter. */
function remarks(records: readonly PassageRecord[]): PassageRecord[] {
  return records.filter(
    (r) => r.quote && r.quote.kind !== 'scare' && r.content.matter.length >= 2 && r.content.words.count >= 5,
  );
}

function frequencies(records: readonly PassageRecord[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const record of records) for (const stem of record.content.matter) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** The weight of the stems that both have over that of the lighter one; 0 where they share too few words. */
function sharedWeight(a: Words, b: Words): number {
  const weightsA = weights(a);
  const weightsB = weights(b);
  let shared = 0;
  let count = 0;
  for (const [stem, weight] of weightsA) {
    if (!weightsB.has(stem)) continue;
    shared += weight;
    count++;
  }
  const total = (map: ReadonlyMap<number, number>) => [...map.values()].reduce((sum, weight) => sum + weight, 0);
  return count < fewestShared ? 0 : shared / Math.max(1, Math.min(total(weightsA), total(weightsB)));
}

function weights(words: Words): Map<number, number> {
  const map = new Map<number, number>();
  words.stems.forEach((stem, i) => map.set(stem, (words.flags[i] ?? 0) & flag.grammar ? grammarWeight : 1));
  return map;
}
