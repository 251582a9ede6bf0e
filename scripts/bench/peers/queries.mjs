import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { articlesOf } from '../corpus.mjs';
import { createRandom } from '../random.mjs';

/** A quote of fewer words is looked for by no one. */
const fewestWords = 5;

/**
 * Writes articles of so many bytes, one JSON string a line in `FOLDER/texts.jsonl`, and chooses quotes of theirs whose
 * remark other articles have printed as well: word for word, cut, or with a word altered.
 * @returns `{ articles, bytes, queries }`; a query is `{ text, article, start, matches: [{ article, start }] }`: the quote,
 *   where it stands, and where else its remark does, articles by number and offsets in UTF-16 units.
 */
export async function makeQueries({ bytes: wanted, seed, count }, folder) {
  const file = join(folder, 'texts.jsonl');
  await mkdir(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  /** The places where each remark is printed. */
  const places = new Map();
  const asked = [];
  let [articles, bytes] = [0, 0];
  for (const { text, quotes } of articlesOf({ articles: Infinity, seed })) {
    if (bytes >= wanted) break;
    if (!stream.write(`${JSON.stringify(text)}\n`)) await once(stream, 'drain');
    for (const { remark, how, start, end } of quotes) {
      if (how === 'reported') continue;
      const place = { article: articles, start };
      const all = places.get(remark);
      if (all) all.push(place);
      else places.set(remark, [place]);
      asked.push({ remark, ...place, text: text.slice(start, end) });
    }
    articles++;
    bytes += Buffer.byteLength(text);
  }
  stream.end();
  await once(stream, 'finish');

  const random = createRandom(seed, 0);
  const long = asked.filter(({ remark, text }) => places.get(remark).length > 1 && wordsIn(text) >= fewestWords);
  const chosen = [];
  while (chosen.length < count && long.length > 0) {
    const [{ remark, ...query }] = long.splice(random.below(long.length), 1);
    const matches = places.get(remark).filter(({ article }) => article !== query.article);
    if (matches.length > 0) chosen.push({ ...query, matches });
  }
  await writeFile(join(folder, 'queries.json'), JSON.stringify(chosen));
  return { articles, bytes, queries: chosen.length };
}

const wordsIn = (text) => text.split(/\s+/).length;
