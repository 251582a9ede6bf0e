import type { ScannedQuote } from './model';
import { fold, readable } from './names';
import type { Gender } from './givenNames';
import { genderOfName, genderOfTitle, isTitle } from './givenNames';
import type { People } from './people';
import { determiners, prepositions, subordinators, timeWords } from './vocabulary';

/**
 * The full names that are spoken in a transcript's turns, by surname, case and accents left aside: what stands inside
 * a turn is a quote, where people are not met. The first name given to a surname counts. Linear in the turns.
 */
export function namesSaid(text: string, quotes: readonly ScannedQuote[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const quote of quotes) {
    if (!quote.label) continue;
    for (const [first, last = ''] of text.slice(quote.start, quote.end).matchAll(fullName)) {
      const opener = first.toLowerCase();
      if (isTitle(opener) || determiners.has(opener) || prepositions.has(opener)) continue;
      if (subordinators.has(opener) || timeWords.has(opener)) continue;
      const key = fold(last);
      if (!names.has(key)) names.set(key, `${first} ${last}`);
    }
  }
  return names;
}

/** A given name, with the surname behind it only looked at: it may be a given name itself ("Dear | Ada | Quill"). */
const fullName = /(?<!\p{L})\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?= (\p{Lu}\p{Ll}[\p{L}’'-]*\p{L}))/gu;

/**
 * The person whom a transcript's label names: "MAYOR BRANNIGAN" is the article's Walter Brannigan. `said` are the names
 * that the turns themselves hold.
 */
export function resolveLabel(
  people: People,
  said: ReadonlyMap<string, string>,
  label: string,
): { readonly name: string; readonly known: boolean } {
  const words = label.trim().split(/\s+/).slice(0, 12);
  const title = fold(words[0] ?? '');
  const last = fold(words[words.length - 1] ?? '');
  const gender = genderOfTitle(title);
  const fits = (other: Gender | null): boolean => gender === null || other === null || gender === other;
  const person = people.byLast.get(last)?.find((p) => p.first !== p.last && fits(p.gender));
  const spoken = words.length < 2 || isTitle(title) ? said.get(last) : undefined;
  const name = person?.name ?? (spoken && fits(genderOfName(fold(spoken.split(' ')[0] ?? ''))) ? spoken : undefined);
  return name === undefined ? { name: words.map(readable).join(' '), known: false } : { name, known: true };
}
