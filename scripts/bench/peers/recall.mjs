/**
 * How well a search did for one quote.
 * @param hits numbers of paragraphs, the best first; several in one paragraph count as one.
 * @param wanted the paragraphs that have the same remark.
 * @param alsoRight paragraphs that it is no fault to find.
 * @param own the paragraph that the quote was taken from: finding it is no merit and costs no place.
 * @returns `share`, of those wanted how many stand among the first `best` (of more than `best`, of that many), whether
 *   `any` does, and of the `shown` how many are `right`.
 */
export function recallOf({ hits, wanted, alsoRight, own, best }) {
  const others = [...new Set(hits)].filter((hit) => hit !== own).slice(0, best);
  const known = new Set(wanted);
  const found = others.filter((hit) => known.has(hit)).length;
  const right = others.filter((hit) => known.has(hit) || alsoRight.includes(hit)).length;
  return { share: found / Math.min(best, known.size), any: found > 0, shown: others.length, right };
}
