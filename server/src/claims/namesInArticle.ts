import type { Background } from './background';
import type { ArticleName, NameSpelling, Office } from './model';
import { officeAt } from './namesInOffice';
import type { Person } from './people';
import { tokenIndexAt, type Token } from './tokens';

/** A file that names more is a list rather than an article; its first names are compared. */
const mostNames = 400;

interface Collected {
  readonly person: Person;
  readonly spellings: Map<string, { start: number; end: number; text: string; count: number }>;
  readonly offices: Office[];
}

/**
 * Everybody and everything that an article names outside its quotes, each with the spellings it has there and the
 * offices it is given. In the order of the first mention; spans are UTF-16 offsets. Linear in the number of mentions.
 */
export function namesInArticle({ reading, people }: Background): readonly ArticleName[] {
  const known = new Map<Person, Collected>();
  for (const { start, end, person, paragraph } of people.namings) {
    let name = known.get(person);
    if (!name) {
      if (known.size >= mostNames) continue;
      known.set(person, (name = { person, spellings: new Map(), offices: [] }));
    }
    const text = reading.text.slice(start, end);
    const spelling = name.spellings.get(text);
    if (spelling) spelling.count++;
    else name.spellings.set(text, { start, end, text, count: 1 });
    const tokens: readonly Token[] = reading.passages[paragraph]?.tokens ?? [];
    const office = officeAt(reading.text, tokens, tokenIndexAt(tokens, start), tokenIndexAt(tokens, end));
    if (office && !name.offices.some(({ rank, field }) => rank === office.rank && field === office.field))
      name.offices.push(office);
  }
  return [...known.values()].map(({ person, spellings, offices }) => ({
    spellings: [...spellings.values()] satisfies NameSpelling[],
    offices,
    roles: [...person.roles],
    gender: person.gender,
    weight: person.weight,
  }));
}
