import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outlets, writeArticle } from './outlets.mjs';
import { createRandom } from './random.mjs';
import { makeStory } from './story.mjs';

const [fewest, most] = [5, 40];
/** Multiples of it are spread evenly between whole numbers, so that any few stories in a row are large and small ones. */
const goldenSection = (Math.sqrt(5) - 1) / 2;

/**
 * Makes newsroom-like articles, one at a time: stories of 5 to 40 articles (13 on average, half of them under 10), told day
 * by day by five outlets, which share quotes word for word, cut, altered by a word and without marks, and facts in
 * numbers, few of them altered. The same seed makes the same texts, and the first articles of a large corpus are those
 * of a small one.
 * @returns for each article `{ path, story, text, quotes }`, as `writeArticle` has the last two.
 */
export function* articlesOf({ articles, seed = 1 }) {
  const start = createRandom(seed).next();
  let made = 0;
  for (let number = 0; made < articles; number++) {
    const random = createRandom(seed, number + 1);
    const size = fewest + Math.floor((most + 1 - fewest) * ((start + number * goldenSection) % 1) ** 3);
    const story = makeStory(number, random);
    for (let i = 0; i < size && made < articles; i++, made++) {
      const [day, outlet] = [Math.floor(i / outlets.length), outlets[i % outlets.length]];
      const name = day === 0 ? outlet.name : `${outlet.name}-${day + 1}`;
      const path = `story-${String(number).padStart(4, '0')}/${name}.txt`;
      yield { path, story: number, ...writeArticle(story, story.dayOf(day), outlet, random) };
    }
  }
}

/**
 * Writes a corpus below a folder, and holds no more than one article of it at a time.
 * @returns the paths of the articles in their order, and what they are in all; `bytes` of UTF-8.
 */
export async function writeCorpus(options, folder) {
  const paths = [];
  const made = { stories: 0, words: 0, bytes: 0 };
  for (const { path, story, text } of articlesOf(options)) {
    const file = join(folder, path);
    if (story + 1 > made.stories) await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    paths.push(path);
    made.stories = story + 1;
    made.words += text.split(/\s+/).length;
    made.bytes += Buffer.byteLength(text);
  }
  return { paths, ...made };
}
