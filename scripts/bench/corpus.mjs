import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compounds, grammar, names, places, words } from './vocabulary.mjs';

/** Who tells a story: one article each, in marks and line lengths of its own. */
const outlets = [
  { name: 'wire', marks: ['"', '"'], wrap: 0 },
  { name: 'herald', marks: ['“', '”'], wrap: 0 },
  { name: 'gull', marks: ['‘', '’'], wrap: 0 },
  { name: 'courier', marks: ['“', '”'], wrap: 72 },
  { name: 'revue', marks: ['«\u00a0', '\u00a0»'], wrap: 0 },
];
const remarksPerStory = 16;
const thingsPerStory = 90;
const wordsPerArticle = 700;

/** What an outlet does with a remark of its story, by share. The rest prints it word for word. */
const cutShare = 0.25;
const alteredShare = 0.06;
const reportedShare = 0.06;

/**
 * Makes newsroom-like articles: stories told by five outlets each, which share quotes word for word, cut, altered by a
 * word, and without marks. The same seed makes the same texts. Each is `{ path, text }`.
 */
export function makeCorpus({ articles = 500, seed = 1 } = {}) {
  const random = createRandom(seed);
  const corpus = [];
  for (let number = 0; corpus.length < articles; number++) {
    const story = makeStory(random);
    const folder = `story-${String(number).padStart(3, '0')}`;
    for (const outlet of outlets.slice(0, articles - corpus.length)) {
      corpus.push({ path: `${folder}/${outlet.name}.txt`, text: writeArticle(story, outlet, random) });
    }
  }
  return corpus;
}

/** Writes a corpus below a folder. */
export async function writeCorpus(corpus, folder) {
  for (const { path, text } of corpus) {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
}

/** Numbers from 0 to 1 that look random and come the same for the same seed (xorshift of 32 bits). */
function createRandom(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const pick = (list) => list[Math.floor(next() * list.length)];
  return { next, pick, below: (n) => Math.floor(next() * n), chance: (share) => next() < share };
}

// ---- what a story is about ------------------------------------------------------------------------------

function makeStory(random) {
  const place = random.pick(places);
  const things = Array.from({ length: thingsPerStory }, () => makeThing(random));
  const people = Array.from({ length: 5 }, () => ({
    given: random.pick(names.given),
    surname: random.pick(names.start) + random.pick(names.end),
    role: random.pick(names.roles),
  }));
  const remarks = Array.from({ length: remarksPerStory }, () => ({
    person: random.pick(people),
    sentences: Array.from({ length: 1 + random.below(3) }, () => clause(things, random)),
  }));
  return { place, people, things, remarks, topic: random.pick(things), number: 3 + random.below(90) };
}

/** Each story is about things of its own: two stories share some words, and now and then two in a row, as real ones do. */
function makeThing({ pick, chance }) {
  return pick(words.things) + (chance(0.7) ? pick(compounds) : '');
}

/**
 * A sentence without its capital and full stop, as a list of words. What two of them have in common by chance are words
 * of grammar: with set phrases, stories of different towns would match each other, which real copy seldom does.
 */
function clause(things, random) {
  const { pick, chance } = random;
  const simple = () => {
    const subject = chance(0.5) ? pick(grammar.subjects) : nounPhrase(things, random);
    const place = chance(0.6) ? `${pick(grammar.prepositions)} ${nounPhrase(things, random)}` : '';
    const time = chance(0.25) ? `${pick(['by', 'until', 'before', 'after'])} ${pick(words.days)}` : '';
    return [subject, pick(grammar.auxiliaries), pick(words.deeds), nounPhrase(things, random), place, time];
  };
  const parts = chance(0.5) ? simple() : [...simple(), pick(grammar.connectors), ...simple()];
  return parts
    .join(' ')
    .split(/ +/)
    .filter((word) => word !== '');
}

function nounPhrase(things, random) {
  const { pick, chance, below } = random;
  const noun = chance(0.6) ? `${pick(words.qualities)} ${pick(things)}` : pick(things);
  if (chance(0.12)) return `${2 + below(60)} ${noun}s`;
  return withArticle(pick(grammar.determiners), noun);
}

const withArticle = (determiner, noun) =>
  `${determiner === 'a' || determiner === 'A' ? determiner + (/^[aeiou]/.test(noun) ? 'n' : '') : determiner} ${noun}`;

// ---- how an outlet tells it -----------------------------------------------------------------------------

function writeArticle(story, outlet, random) {
  const paragraphs = [headline(story, random), `By ${random.pick(names.given)} ${random.pick(names.start)}son`];
  const named = new Set();
  const remarks = shuffled(story.remarks, random);
  let count = 0;
  for (let turn = 0; count < wordsPerArticle; turn++) {
    const remark = remarks[turn];
    const paragraph =
      remark && turn % 2 === 1
        ? quoteParagraph(remark, outlet, random, named)
        : Array.from({ length: 2 + random.below(3) }, () => narration(story, random)).join(' ');
    paragraphs.push(outlet.wrap > 0 ? wrapped(paragraph, outlet.wrap) : paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return paragraphs.join('\n\n') + '\n';
}

const headline = (story, random) =>
  `${random.pick(words.qualities)} ${story.topic} shuts ${story.place}`.replace(/^./, (ch) => ch.toUpperCase());

function narration(story, random) {
  const { pick, below } = random;
  const thing = () => pick(story.things);
  const forms = [
    () => `The ${pick(words.qualities)} ${story.topic} at ${story.place} has been shut since ${pick(words.days)}.`,
    () => `Officials counted ${story.number + below(20)} ${thing()}s along the ${thing()}.`,
    () => `${withArticle('A', thing())} near the ${thing()} caught fire, the council's report found.`,
    () => `Neither the ${thing()} nor the ${thing()} was insured against ${nounPhrase(story.things, random)}.`,
    () => `It wasn't the first time: the town's ${pick(words.qualities)} ${thing()} dates from ${1900 + below(120)}.`,
    () => `Work on the ${story.topic} should end by ${pick(words.days)}, with a 6'2" fence around the ${thing()}.`,
  ];
  return pick(forms)();
}

function quoteParagraph(remark, outlet, random, named) {
  const { person } = remark;
  const who = named.has(person) ? person.surname : `${person.given} ${person.surname}, the ${person.role},`;
  named.add(person);
  const fate = random.next();
  if (fate < reportedShare) return `${who} said ${remark.sentences[0].join(' ')}.`;
  const sentences =
    fate < reportedShare + cutShare
      ? [cut(remark.sentences[0], random)]
      : fate < reportedShare + cutShare + alteredShare
        ? remark.sentences.map((sentence, i) => (i === 0 ? altered(sentence, random) : sentence))
        : remark.sentences;
  const [open, close] = outlet.marks;
  const said = random.pick(words.cues);
  const [first, ...rest] = sentences.map((sentence) => asSentence(sentence));
  const tail = rest.length > 0 ? ` ${open}${rest.join(' ')}${close}` : '';
  if (random.chance(0.2)) return `${who} put it so: ${open}${[first, ...rest].join(' ')}${close}`;
  return `${open}${first.replace(/\.$/, ',')}${close} ${said} ${who.replace(/,$/, '')}.${tail}`;
}

/** A remark shortened as desks do: its end, or its ends around an ellipsis. */
function cut(sentence, random) {
  if (sentence.length < 9) return sentence;
  const at = 3 + random.below(3);
  return random.chance(0.5) ? sentence.slice(at) : [...sentence.slice(0, at), '…', ...sentence.slice(at + 3)];
}

/** A remark with one of its words changed, dropped or put in. */
function altered(sentence, random) {
  const at = 2 + random.below(sentence.length - 3);
  const instead = random.pick([[makeThing(random)], [], ['not', sentence[at]]]);
  return [...sentence.slice(0, at), ...instead, ...sentence.slice(at + 1)];
}

const asSentence = (sentence) => sentence.join(' ').replace(/^./, (ch) => ch.toUpperCase()) + '.';

function shuffled(list, random) {
  const left = [...list];
  return list.map(() => left.splice(random.below(left.length), 1)[0]);
}

function wrapped(paragraph, width) {
  let line = '';
  const lines = [];
  for (const word of paragraph.split(' ')) {
    if (line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
