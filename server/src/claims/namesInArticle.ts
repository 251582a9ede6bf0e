import type { Background } from './background';
import type { ArticleName, NameSpelling, Office } from './model';
import { officeAt } from './namesInOffice';
import type { Person } from './people';
import { isTitle } from './givenNames';
import { tokenAt, tokenIndexAt, type Token } from './tokens';

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
    const tokens: readonly Token[] = reading.passages[paragraph]?.tokens ?? [];
    const first = tokenIndexAt(tokens, start);
    const to = tokenIndexAt(tokens, end);
    const from = afterOffice(tokens, first, to);
    const at = tokenAt(tokens, from).start;
    const text = reading.text.slice(at, end);
    const spelling = name.spellings.get(text);
    if (spelling) spelling.count++;
    else name.spellings.set(text, { start: at, end, text, count: 1 });
    const office = officeAt(reading.text, tokens, first, to);
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

/** "Secretary of | State Ada Roe", "Chief | Of Staff Ada Roe": what goes on with an office before the name is no part of it. */
function afterOffice(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  if (tokenAt(tokens, start).lower === 'of' && to - start > 2) start++;
  const isOffice = tokenAt(tokens, start - 1).lower === 'of' && isTitle(tokenAt(tokens, start - 2).lower);
  return isOffice && to - start > 2 ? start + 1 : start;
}
