import { indexBefore, type Naming, type People } from './people';
import { standsAlone } from './quoteKinds';
import { lastCharacter, type Reading } from './reading';
import type { Finding } from './speakers';
import { tokenAt } from './tokens';

/** A run of lines that hold nothing but speech, after the line that says who asks. */
interface Exchange {
  /** The quote whose own sentence says who asks. */
  readonly question: number;
  /** The quotes alone in the paragraphs after it, in order. */
  readonly lines: readonly number[];
}

/** An exchange is this many lines long at most. */
const longest = 40;

/**
 * Whom dialogue gives a line to that is set line by line and attributed only once: `"Did you look?" Ms Roe asked. / "I
 * did." / "When?"`. The lines go to and fro between whoever asks and the one other person whom the paragraphs of the
 * first question and before it name. Null where the quote is no such line, or the other person is not plain: without a
 * second question papers go on with one speaker's words so. `findings` are those of the quotes before `index`.
 */
export function lineOfDialogue(
  reading: Reading,
  people: People,
  index: number,
  findings: readonly (Finding | null)[],
): Finding | null {
  const exchange = exchangeAround(reading, index);
  const asker = exchange && findings[exchange.question];
  if (!exchange || asker?.evidence !== 'adjacent') return null;
  const answerer = answererTo(reading, people, asker);
  if (!answerer) return null;
  return { ...(exchange.lines.indexOf(index) % 2 === 1 ? asker : answerer), evidence: 'neighbour', cue: null };
}

/** The exchange that a line belongs to, or null. */
function exchangeAround(reading: Reading, index: number): Exchange | null {
  if (!isLine(reading, index)) return null;
  let first = index;
  while (first > 0 && index - first < longest && isLine(reading, first - 1) && follows(reading, first)) first--;
  const question = first - 1;
  if (question < 0 || !follows(reading, first) || isLine(reading, question) || !asks(reading, question)) return null;
  const lines = [first];
  while (lines.length < longest && isLine(reading, first + lines.length) && follows(reading, first + lines.length))
    lines.push(first + lines.length);
  const second = lines[1];
  return second !== undefined && !asks(reading, first) && asks(reading, second) ? { question, lines } : null;
}

/** Whether a quote with both its marks is all of its paragraph. */
function isLine(reading: Reading, index: number): boolean {
  const quote = reading.quotes[index];
  const place = reading.places[index];
  if (!quote || !place || quote.open === '' || quote.close === '' || place.passage.within !== null) return false;
  return place.passage.sentences.length === 1 && standsAlone(place);
}

/** Whether a quote stands in the paragraph right after that of the quote before it. */
const follows = ({ quotes }: Reading, index: number): boolean =>
  quotes[index]?.paragraph === (quotes[index - 1]?.paragraph ?? NaN) + 1;

const asks = (reading: Reading, index: number): boolean => lastCharacter(reading.text, reading.quotes[index]) === '?';

/** The one person beside the asker whom the question's paragraph or the one before it names, or null. */
function answererTo(reading: Reading, people: People, asker: Finding): Finding | null {
  const { passage, phrase } = asker;
  const end = tokenAt(passage.tokens, phrase.end - 1).end;
  const last = indexBefore(people.namings, end);
  const own = people.namings[last];
  if (own?.end !== end) return null;
  let other: Naming | null = null;
  for (let i = last - 1; i >= 0; i--) {
    const naming = people.namings[i];
    if (!naming || naming.paragraph < passage.paragraph - 1) break;
    if (naming.person === own.person || naming.person.weight <= 0 || naming.standing === 'possessor') continue;
    if (other && other.person !== naming.person) return null;
    other = naming;
  }
  return other && findingAt(reading, other);
}

function findingAt(reading: Reading, naming: Naming): Finding | null {
  const passage = reading.passages[naming.paragraph];
  const start = passage?.tokens.findIndex((token) => token.start === naming.start) ?? -1;
  const end = passage?.tokens.findIndex((token) => token.end === naming.end) ?? -1;
  if (!passage || start < 0 || end < start) return null;
  return { passage, phrase: { start, end: end + 1 }, evidence: 'neighbour', cue: null };
}
