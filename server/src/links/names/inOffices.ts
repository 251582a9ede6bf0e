import type { Office } from '../../claims/model';
import type { NamedArticle, StoryName } from './inStory';
import type { RawPlace, RawVariant } from './variants';

interface Held {
  readonly place: RawPlace & { readonly office: number };
  readonly office: Office;
}

/**
 * People whom a story's articles give two offices that nobody holds at once, under one whole name. An article that gives
 * both knows of both, and nothing is said of it.
 */
export function officeVariants(names: readonly StoryName[], articles: readonly NamedArticle[]): readonly RawVariant[] {
  return names.flatMap(({ places }) => {
    if (places.size < 2) return [];
    const byRank = new Map<Office['rank'], Held[]>();
    for (const { article, name } of places.values()) {
      const offices = articles[article]?.names[name]?.offices ?? [];
      offices.forEach((office, index) => {
        if (offices.some((other) => other !== office && other.rank === office.rank)) return;
        const held = { place: { article, name, office: index }, office };
        const known = byRank.get(office.rank);
        if (known) known.push(held);
        else byRank.set(office.rank, [held]);
      });
    }
    return [...byRank.values()].flatMap(contradictions);
  });
}

function contradictions(held: readonly Held[]): readonly RawVariant[] {
  return held.flatMap(({ place, office }): RawVariant[] => {
    const others = held.filter((other) => other.office.field !== office.field);
    if (others.length === 0) return [];
    return [{ kind: 'office', own: place, others: others.map((one) => one.place), alike: held.length - others.length }];
  });
}
