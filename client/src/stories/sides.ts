import type { WireLocation } from '../../../server/src/protocol';
import type { WireProblem } from '../../../server/src/protocol/stories';

/** Of a disagreement both sides of which stand here, the first. */
export function bothSidesOnce(problems: readonly WireProblem[]): readonly WireProblem[] {
  const told: WireProblem[] = [];
  const at = (place: WireLocation): string => `${place.uri} ${place.range.start.line}:${place.range.start.character}`;
  for (const problem of problems) {
    const isTold = told.some(
      (one) => one.code === problem.code && one.related.some(({ place }) => at(place) === at(problem.place)),
    );
    if (!isTold) told.push(problem);
  }
  return told;
}
