import type { ArticleName, Office } from '../../claims/model';
import type { NamedArticle, StoryName } from './inStory';
import type { RawPlace, RawVariant } from './variants';

interface Held {
  readonly place: RawPlace & { readonly office: number };
  readonly office: Office;
  /** Whether it is given as a country's own papers give it. */
  readonly isDomestic: boolean;
}

/** What the ministers are called who deal with other countries: papers abroad translate their titles. */
const knownAbroad = new Set(['foreign', 'finance', 'defense', 'interior', 'trade', 'prime']);

/** A country's people: "the British health minister" may well be a secretary at home. */
const nationality = /(?:ish|ese|[aei]an|nch|utch)$/;

/** Whether an office is the title right before a name, of no stated country and of a field of home affairs. */
function isTitleAtHome(name: ArticleName | undefined, office: Office): boolean {
  if (!name || office.rank !== 'cabinet' || knownAbroad.has(office.field)) return false;
  if (name.roles.some((role) => nationality.test(role))) return false;
  return name.spellings.some(({ start }) => start === office.end + 1);
}

const headOf = ({ text }: Office): string => /\b(?:minister|secretary)\b/i.exec(text)?.[0].toLowerCase() ?? '';

/** Two fields, or one field that a minister and a secretary can't both be in charge of. */
function areTwoOffices(a: Held, b: Held): boolean {
  if (a.office.field !== b.office.field) return true;
  return a.isDomestic && b.isDomestic && headOf(a.office) !== headOf(b.office);
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
        const isDomestic = isTitleAtHome(articles[article]?.names[name], office);
        const held = { place: { article, name, office: index }, office, isDomestic };
        const known = byRank.get(office.rank);
        if (known) known.push(held);
        else byRank.set(office.rank, [held]);
      });
    }
    return [...byRank.values()].flatMap(contradictions);
  });
}

function contradictions(held: readonly Held[]): readonly RawVariant[] {
  return held.flatMap((own): RawVariant[] => {
    const others = held.filter((other) => areTwoOffices(own, other));
    if (others.length === 0) return [];
    const alike = held.length - others.length;
    return [{ kind: 'office', own: own.place, others: others.map((one) => one.place), alike }];
  });
}
