import type { LoadWordVectors, WordVectors } from '../../src/core/wordVectors';

/** Words that are used alike, by their stems, a line each; the commonest line first. */
const alike = `
show shown lie thing
sign agree
winter summer spring
council board committe offic
repair mend renew fix
photograph pictur imag
pensioner old
pier quay harbor harbour
rock reef ship ferri raft
love hate
chart map
`;

const dimensions = 12;

/** The rows in front stand for commoner words: a stem's rank tells how rare it is, and these are words of matter. */
const firstRow = 4000;

/** One direction for each line; the words of a line differ from one another by a little. */
function makeTable(): WordVectors {
  const rows = new Map<string, number>();
  const lines = alike.trim().split('\n');
  for (const line of lines) {
    for (const stem of line.split(' ')) rows.set(stem, firstRow + rows.size);
  }
  const numbers = new Int8Array((firstRow + rows.size) * dimensions);
  lines.forEach((line, direction) => {
    line.split(' ').forEach((stem, nth) => {
      const at = (rows.get(stem) ?? 0) * dimensions;
      numbers[at + direction] = 120;
      numbers[at + dimensions - 1] = nth * 20;
    });
  });
  return { dimensions, rows, numbers };
}

const table = makeTable();

/** A made-up table of word vectors for the words of the tests' remarks: a test with it needs no build and reads no file. */
export const smallVectors: LoadWordVectors = () => table;
