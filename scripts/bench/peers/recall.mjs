/**
 * How well a search did for one quote.
 * @param hits numbers of paragraphs, the best first; several in one paragraph count as one.
 * @param wanted the paragraphs that have the same remark.
 * @param own the paragraph that the quote was taken from: finding it is no merit and costs no place.
 * @returns `share`, of those wanted how many stand among the first `best` (of more than `best`, of that many), and
 *   whether `any` does.
 */
export function recallOf(hits, wanted, own, best) {
  const others = [...new Set(hits)].filter((hit) => hit !== own).slice(0, best);
  const known = new Set(wanted);
  const right = others.filter((hit) => known.has(hit)).length;
  return { share: right / Math.min(best, known.size), any: right > 0 };
}
