import type { ScannedQuote } from './model';
import { fold, readable } from './names';
import type { Gender } from './givenNames';
import { genderOfName, genderOfTitle, isTitle } from './givenNames';
import type { People } from './people';
import { indexBefore } from './people';
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

/** Whether a label says only that somebody asks or answers: "Q.", "A.". */
export const isUnnamed = (label: string): boolean => label === 'Q' || label === 'A';

/** An answer without a name looks back over this many quotes at most. */
const memory = 60;

/**
 * The label or the name of whoever gives the answers that a transcript marks "A." only: the last who was asked by somebody
 * and answered under a name, or who is named on a line that brings in a witness ("ADA ROE, sworn"), whichever comes
 * later. `index` is the quote with the bare label. Null where neither is plain.
 */
export function answererOf(
  text: string,
  people: People,
  quotes: readonly ScannedQuote[],
  index: number,
): { readonly label: string } | { readonly name: string } | null {
  const turns = quotes.slice(Math.max(0, index - memory), index).filter((q) => q.label && !q.carriedOver);
  const sworn = witnessBefore(text, people, quotes[index]?.start ?? 0);
  for (let i = turns.length - 1; i > 0; i--) {
    const label = labelOf(text, turns[i]);
    const turn = turns[i];
    if (!turn || isUnnamed(label) || isOfTheCourt(label)) continue;
    if (sworn && sworn.start > turn.start) break;
    const asker = labelOf(text, turns[i - 1]);
    const asked = text.slice(turns[i - 1]?.start, turns[i - 1]?.end);
    const surname = fold(label.split(/\s+/).at(-1) ?? '');
    const toThem = asked.trimEnd().endsWith('?') || fold(asked).includes(surname);
    if (!isUnnamed(asker) && !isOfTheCourt(asker) && toThem && !text.slice(turn.start, turn.end).includes('?'))
      return { label };
  }
  return sworn && { name: sworn.name };
}

const labelOf = (text: string, turn: ScannedQuote | undefined): string =>
  turn?.label ? text.slice(turn.label.start, turn.label.end) : '';

/** Those who speak in a court or at a press conference, and neither ask nor answer. */
const isOfTheCourt = (label: string): boolean =>
  /\b(?:judge|justice|court|clerk|usher|bailiff|foreman|forewoman|officer|moderator|chair\w*)\b/i.test(label);

/** A line that brings in a witness is this long at most, in UTF-16 code units. */
const longestLine = 160;

/** A witness is looked for over this many namings back at most. */
const namingsBack = 20;

/** The person whom the last line before the offset brings in as a witness: "THE WITNESS, ADA ROE, sworn". */
function witnessBefore(text: string, people: People, offset: number): { start: number; name: string } | null {
  const { namings } = people;
  const last = indexBefore(namings, offset);
  for (let i = last; i >= 0 && i > last - namingsBack; i--) {
    const naming = namings[i];
    if (!naming) continue;
    const before =
      text
        .slice(Math.max(0, naming.start - longestLine), naming.start)
        .split('\n')
        .at(-1) ?? '';
    const after = text.slice(naming.end, naming.end + longestLine).split('\n')[0] ?? '';
    if (before.length + after.length >= longestLine || !/\b(?:sworn|affirmed|recalled)\b/i.test(after)) continue;
    // "ADA ROE, sworn, examined by MR STROUD"
    if (!/\bby\s+(?:\S+\s+)?$/i.test(before)) return { start: naming.start, name: naming.person.name };
  }
  return null;
}
