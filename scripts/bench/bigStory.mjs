import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grammar, words } from './vocabulary.mjs';

const speakers = ['Marta Kovel', 'Tomas Brandt', 'Ines Tulloch', 'Pavel Orrin', 'Dana Whitlock', 'Hugo Lindqvist'];

/** Whole numbers below `n` that look random and come the same every time. */
function createNumbers() {
  let state = 42;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

/** A remark that no other is like, and the same with another word in it. */
function makeRemark(below) {
  const pick = (list) => list[below(list.length)];
  const thing = () => `${pick(['the', 'a', 'our', 'this', 'every'])} ${pick(words.qualities)} ${pick(words.things)}`;
  const say = (deed) =>
    `${subject} ${auxiliary} ${deed} ${rest[0]} ${preposition} ${rest[1]} ${connector} ${rest[2]} ${preposition} ${rest[3]}`;
  const [subject, auxiliary] = [pick(['We', 'They', 'Nobody', 'You']), pick(grammar.auxiliaries)];
  const [preposition, connector] = [pick(grammar.prepositions), pick(grammar.connectors)];
  const rest = [thing(), thing(), thing(), thing()];
  return { said: say(pick(words.deeds)), altered: say(pick(words.deeds)) };
}

/**
 * One story told by many articles, for measuring what shows it: each article has a fifth of the remarks, and one in seven
 * of these with another word.
 * @returns `{ name, text }` for each article.
 */
export function makeBigStory({ articles, remarks }) {
  const below = createNumbers();
  const all = Array.from({ length: remarks }, () => makeRemark(below));
  return Array.from({ length: articles }, (_, article) => {
    const own = all.filter((_, number) => number % articles === article || below(5) === 0);
    const paragraphs = own.map((remark) => {
      const said = below(7) === 0 ? remark.altered : remark.said;
      return `“${said},” ${speakers[all.indexOf(remark) % speakers.length]} said.`;
    });
    const day = 1 + (article % 20);
    const opening = `ORRIN, Nov. ${day} - The inquiry into the wreck of the ferry Amber Gull went on in Orrin harbour.`;
    return {
      name: `article-${String(article).padStart(2, '0')}.txt`,
      text: `${[opening, ...paragraphs].join('\n\n')}\n`,
    };
  });
}

/** Writes the story into a folder. */
export async function writeBigStory(story, folder) {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of story) await writeFile(join(folder, name), text);
}
