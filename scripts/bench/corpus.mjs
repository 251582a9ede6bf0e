import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ageOf, datelineOf, factSentences, makeFacts } from './facts.mjs';
import { compounds, grammar, names, places, words } from './vocabulary.mjs';

/** Who tells a story: one article each, in marks, line lengths and a house style of its own. */
const outlets = [
  { name: 'wire', marks: ['"', '"'], wrap: 0, american: true, ages: false },
  { name: 'herald', marks: ['“', '”'], wrap: 0, american: false, ages: false },
  { name: 'gull', marks: ['‘', '’'], wrap: 0, american: false, ages: true },
  { name: 'courier', marks: ['“', '”'], wrap: 72, american: true, ages: true },
  { name: 'revue', marks: ['«\u00a0', '\u00a0»'], wrap: 0, american: false, ages: false },
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
 * word, and without marks, and facts in numbers, few of them altered. The same seed makes the same texts. Each is `{ path, text }`.
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
    age: 23 + random.below(60),
  }));
  const remarks = Array.from({ length: remarksPerStory }, () => ({
    person: random.pick(people),
    sentences: Array.from({ length: 1 + random.below(3) }, () => clause(things, random)),
  }));
  const topic = random.pick(things);
  return { place, people, things, remarks, topic, ...makeFacts({ place, topic, things }, random) };
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
    const time = chance(0.25) ? `${pick(['by', 'until', 'before', 'after'])} ${pick(words.moments)}` : '';
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
  if (chance(0.03)) return `${2 + below(60)} ${noun}s`;
  return withArticle(pick(grammar.determiners), noun);
}

const withArticle = (determiner, noun) =>
  `${determiner === 'a' || determiner === 'A' ? determiner + (/^[aeiou]/.test(noun) ? 'n' : '') : determiner} ${noun}`;

// ---- how an outlet tells it -----------------------------------------------------------------------------

function writeArticle(story, outlet, random) {
  const byline = `By ${random.pick(names.given)} ${random.pick(names.start)}son`;
  const paragraphs = [headline(story, random), `${byline}\n${datelineOf(story, outlet)}`];
  const facts = factSentences(story, outlet, random);
  const named = new Set();
  const remarks = shuffled(story.remarks, random);
  const more = (n) => Array.from({ length: n }, () => narration(story, random));
  let count = 0;
  for (let turn = 0; count < wordsPerArticle; turn++) {
    const remark = remarks[turn];
    const paragraph =
      remark && turn % 2 === 1
        ? quoteParagraph(remark, outlet, random, named)
        : [narration(story, random), ...facts.splice(0, 2), ...more(random.below(2))].join(' ');
    paragraphs.push(outlet.wrap > 0 ? wrapped(paragraph, outlet.wrap) : paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return paragraphs.join('\n\n') + '\n';
}

const headline = (story, random) =>
  `${random.pick(words.qualities)} ${story.topic} shuts ${story.place}`.replace(/^./, (ch) => ch.toUpperCase());

function narration(story, random) {
  const { pick } = random;
  const thing = () => pick(story.things);
  const forms = [
    () => `The ${pick(words.qualities)} ${story.topic} at ${story.place} has been shut since ${pick(words.moments)}.`,
    () => `Officials found ${withArticle('a', thing())} along the ${thing()}.`,
    () => `${withArticle('A', thing())} near the ${thing()} caught fire, the council's report found.`,
    () => `Neither the ${thing()} nor the ${thing()} was insured against ${withArticle('a', thing())}.`,
    () =>
      `It wasn't the first time: the town's ${pick(words.qualities)} ${thing()} has fallen into the ${thing()} before.`,
    () => `Work on the ${story.topic} should end by ${pick(words.moments)}, with a fence around the ${thing()}.`,
  ];
  return pick(forms)();
}

function quoteParagraph(remark, outlet, random, named) {
  const { person } = remark;
  const age = outlet.ages ? ` ${ageOf(person, random)},` : '';
  const who = named.has(person) ? person.surname : `${person.given} ${person.surname},${age} the ${person.role},`;
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
