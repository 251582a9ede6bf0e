import type { Gender } from './givenNames';
import { clauseSubject } from './clauses';
import type { Naming, People, Person } from './people';
import { indexBefore } from './people';
import type { Reading } from './reading';
import { sentenceOf } from './reading';
import type { Finding } from './speakers';
import { tokenAt } from './tokens';

/** The naming of the person whom a pronoun means, and whether nobody else comes near. */
export interface PronounPerson {
  readonly naming: Naming;
  readonly plain: boolean;
}

/** A pronoun looks back over this many namings at most. */
const memory = 40;

/** How likely a pronoun means a name that stands so. */
const favour = { subject: 2.5, object: 0, oblique: -1, possessor: -1.5 } as const;

/** What a subject of the pronoun's own paragraph has over everybody before it, however well their gender is known. */
const nearness = 6;

/** By less than this much the likeliest is no plain choice. */
const leeway = 1.5;

interface Candidate {
  readonly naming: Naming;
  readonly score: number;
}

/**
 * The person last spoken of before the pronoun of a finding, of its gender, a subject before others. `spoken` are those
 * who have been quoted so far, in order. Null where nobody fits.
 */
export function pronounPerson(
  reading: Reading,
  people: People,
  finding: Finding,
  spoken: readonly Naming[],
  gender: Gender,
): PronounPerson | null {
  const candidates = [...weighAll(people, finding, spoken, gender).values()].sort((a, b) => b.score - a.score);
  const first = candidates.findIndex((one) => !isShadowed(reading, one.naming, gender));
  const best = candidates[first] ?? candidates[0];
  const rival = candidates[first < 0 ? 1 : first + 1];
  return best ? { naming: best.naming, plain: !rival || best.score - rival.score >= leeway } : null;
}

/** The best naming of everybody whom the pronoun can mean, with how likely it does. */
function weighAll(
  people: People,
  { passage, phrase }: Finding,
  spoken: readonly Naming[],
  gender: Gender,
): ReadonlyMap<Person, Candidate> {
  const offset = tokenAt(passage.tokens, phrase.start).start;
  const sentence = sentenceOf(passage, phrase.start);
  // "Roe, she said, never forgets": she is not Roe
  const topic = passage.tokens[phrase.start - 1]?.text === ',' ? passage.tokens[phrase.start - 2] : undefined;
  const best = new Map<Person, Candidate>();
  const weigh = (naming: Naming | undefined, rank: number, voiced = false): void => {
    if (!naming || naming.start >= offset || naming.end === topic?.end) return;
    const { person } = naming;
    if (person.gender !== null && person.gender !== gender) return;
    if (person.weight < 0 || (person.gender === null && person.weight === 0 && naming.standing !== 'subject')) return;
    const paragraphs = passage.paragraph - naming.paragraph;
    const sentences = paragraphs === 0 ? Math.max(0, sentence - naming.sentence) : 0;
    const standing =
      favour[naming.standing] + Math.min(person.weight, 4) * 0.4 + (person.gender === gender ? 3 : voiced ? 2.5 : 0);
    const near =
      paragraphs === 0 &&
      naming.standing === 'subject' &&
      (person.weight > 0 || person.gender !== null || person.first !== person.last);
    const score = 30 + standing + (near ? nearness : 0) - paragraphs * 3.5 - sentences * 1.5 - rank * 0.1;
    if (score > (best.get(person)?.score ?? 0)) best.set(person, { naming, score });
  };
  const from = indexBefore(people.namings, offset);
  for (let i = from; i >= 0 && i > from - memory; i--) weigh(people.namings[i], from - i);
  for (let i = spoken.length - 1; i >= 0 && i > spoken.length - 4; i--) weigh(spoken[i], 0, true);
  return best;
}

const subjects = { male: 'he', female: 'she' } as const;

/** "She wanted to see | Ada Roe elected": whom a sentence about "her" names beside her is somebody else. */
function isShadowed(reading: Reading, naming: Naming, gender: Gender): boolean {
  if (naming.standing === 'subject') return false;
  const passage = reading.passages[naming.paragraph];
  const sentence = passage?.sentences[naming.sentence];
  if (!passage || !sentence) return false;
  const to = Math.min(sentence.end, sentence.start + longestOpening);
  const subject = clauseSubject(passage.tokens, sentence.start, to);
  const word = tokenAt(passage.tokens, subject?.start ?? -1);
  return word.lower === subjects[gender] && word.start < naming.start;
}

/** In tokens. */
const longestOpening = 40;
