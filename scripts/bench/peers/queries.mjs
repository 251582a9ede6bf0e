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
 * @returns `{ articles, bytes, queries }`; a query is `{ text, article, start, matches, reported }`: the quote, where it
 *   stands, where else its remark does inside marks, and where without. A place is `{ article, start }`, articles by
 *   number and offsets in UTF-16 units.
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
      const place = { article: articles, start, isQuoted: how !== 'reported' };
      const all = places.get(remark);
      if (all) all.push(place);
      else places.set(remark, [place]);
      if (place.isQuoted) asked.push({ remark, ...place, text: text.slice(start, end) });
    }
    articles++;
    bytes += Buffer.byteLength(text);
  }
  stream.end();
  await once(stream, 'finish');

  const random = createRandom(seed, 0);
  const long = asked.filter(({ text }) => text.split(/\s+/).length >= fewestWords);
  const chosen = [];
  while (chosen.length < count && long.length > 0) {
    const [{ remark, article, start, text }] = long.splice(random.below(long.length), 1);
    const others = places.get(remark).filter((place) => place.article !== article);
    const matches = others.filter(({ isQuoted }) => isQuoted);
    const reported = others.filter(({ isQuoted }) => !isQuoted);
    if (matches.length > 0) chosen.push({ text, article, start, matches, reported });
  }
  await writeFile(join(folder, 'queries.json'), JSON.stringify(chosen));
  return { articles, bytes, queries: chosen.length };
}
