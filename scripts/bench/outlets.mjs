import { ageOf, datelineOf, factSentences } from './facts.mjs';
import { makeThing, withArticle } from './story.mjs';
import { names, words } from './vocabulary.mjs';

/** Who tells a story: an article a day each, in marks, line lengths and a house style of its own. */
export const outlets = [
  { name: 'wire', marks: ['"', '"'], wrap: 0, american: true, ages: false },
  { name: 'herald', marks: ['“', '”'], wrap: 0, american: false, ages: false },
  { name: 'gull', marks: ['‘', '’'], wrap: 0, american: false, ages: true },
  { name: 'courier', marks: ['“', '”'], wrap: 72, american: true, ages: true },
  { name: 'revue', marks: ['«\u00a0', '\u00a0»'], wrap: 0, american: false, ages: false },
];
const wordsPerArticle = 700;

/** What an outlet does with a remark of its story, by share. The rest prints it word for word. */
const cutShare = 0.25;
const alteredShare = 0.06;
const reportedShare = 0.06;

/**
 * An outlet's article on one day of a story.
 * @returns `{ text, quotes }`; for each remark in it `{ remark, how, start, end }`: whose words it has (the same `remark` in
 *   two articles is the same remark), `verbatim`, `cut`, `altered` or `reported`, and where its first sentence stands, in
 *   UTF-16 units.
 */
export function writeArticle(story, day, outlet, random) {
  const byline = `By ${random.pick(names.given)} ${random.pick(names.start)}son`;
  let text = `${headline(story, random)}\n\n${byline}\n${datelineOf(story, day, outlet)}`;
  const quotes = [];
  const facts = factSentences(story, day, outlet, random);
  const named = new Set();
  const remarks = shuffled(day.remarks, random);
  const more = (n) => Array.from({ length: n }, () => narration(story, day, random));
  let count = 0;
  for (let turn = 0; count < wordsPerArticle; turn++) {
    const remark = remarks[turn];
    let paragraph;
    if (remark && turn % 2 === 1) {
      const { text: told, ...quote } = quoteParagraph(remark, outlet, random, named);
      const from = text.length + 2;
      quotes.push({ ...quote, start: from + quote.start, end: from + quote.end });
      paragraph = told;
    } else paragraph = [...more(1), ...facts.splice(0, 2), ...more(random.below(2))].join(' ');
    text += `\n\n${outlet.wrap > 0 ? wrapped(paragraph, outlet.wrap) : paragraph}`;
    count += paragraph.split(/\s+/).length;
  }
  return { text: `${text}\n`, quotes };
}

const headline = (story, random) =>
  `${random.pick(words.qualities)} ${story.topic} shuts ${story.place}`.replace(/^./, (ch) => ch.toUpperCase());

function narration({ topic, place }, { things }, random) {
  const { pick } = random;
  const thing = () => pick(things);
  const forms = [
    () => `The ${pick(words.qualities)} ${topic} at ${place} has been shut since ${pick(words.moments)}.`,
    () => `Officials found ${withArticle('a', thing())} along the ${thing()}.`,
    () => `${withArticle('A', thing())} near the ${thing()} caught fire, the council's report found.`,
    () => `Neither the ${thing()} nor the ${thing()} was insured against ${withArticle('a', thing())}.`,
    () =>
      `It wasn't the first time: the town's ${pick(words.qualities)} ${thing()} has fallen into the ${thing()} before.`,
    () => `Work on the ${topic} should end by ${pick(words.moments)}, with a fence around the ${thing()}.`,
  ];
  return pick(forms)();
}

/** `{ text, remark, how, start, end }`, the offsets in `text`. */
function quoteParagraph(remark, outlet, random, named) {
  const { id, person } = remark;
  const age = outlet.ages ? ` ${ageOf(person, random)},` : '';
  const who = named.has(person) ? person.surname : `${person.given} ${person.surname},${age} the ${person.role},`;
  named.add(person);
  const fate = random.next();
  if (fate < reportedShare) {
    const lead = `${who} said `;
    const words = remark.sentences[0].join(' ');
    return placed(lead, words, '.', id, 'reported');
  }
  const [how, sentences] =
    fate < reportedShare + cutShare
      ? ['cut', [cut(remark.sentences[0], random)]]
      : fate < reportedShare + cutShare + alteredShare
        ? ['altered', remark.sentences.map((sentence, i) => (i === 0 ? altered(sentence, random) : sentence))]
        : ['verbatim', remark.sentences];
  const [open, close] = outlet.marks;
  const cue = random.pick(words.cues);
  const [first, ...rest] = sentences.map((sentence) => asSentence(sentence));
  const said = first.replace(/\.$/, '');
  if (random.chance(0.2)) {
    const more = rest.map((sentence) => ` ${sentence}`).join('');
    return placed(`${who} put it so: ${open}`, said, `.${more}${close}`, id, how);
  }
  const tail = rest.length > 0 ? ` ${open}${rest.join(' ')}${close}` : '';
  return placed(open, said, `,${close} ${cue} ${who.replace(/,$/, '')}.${tail}`, id, how);
}

const placed = (before, said, after, remark, how) => ({
  text: before + said + after,
  remark,
  how,
  start: before.length,
  end: before.length + said.length,
});

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

/** Lines no longer than `width`: spaces become line breaks, so that no offset changes. */
function wrapped(paragraph, width) {
  let line = '';
  const lines = [];
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
