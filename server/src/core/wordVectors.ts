/** Word vectors: for each stem of a common word a row of whole numbers; words that are used alike have rows that are alike. */
export interface WordVectors {
  /** How many numbers a row has. */
  readonly dimensions: number;
  /** The row of each stem; the commonest stem has the first one, so that a row also tells how rare a stem is. */
  readonly rows: ReadonlyMap<string, number>;
  /** The rows, one after the other. Every row has about the same length as a vector. */
  readonly numbers: Int8Array;
}

/** Hands out the table when it is first needed; null where there is none, and nothing is then judged by meaning. */
export type LoadWordVectors = () => WordVectors | null;

/** For a host without a table. */
export const noWordVectors: LoadWordVectors = () => null;

const signature = 'SSWV';
const headLength = 16;

/** Reads a table from its bytes as `scripts/vectors.mjs` writes them; null where they are no whole table. */
export function parseWordVectors(bytes: Uint8Array): WordVectors | null {
  if (bytes.length < headLength) return null;
  if ([...signature].some((ch, i) => bytes[i] !== ch.charCodeAt(0))) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset, headLength);
  const [count, dimensions, listLength] = [4, 8, 12].map((at) => head.getUint32(at, true)) as [number, number, number];
  const start = headLength + listLength;
  if (bytes.length !== start + count * dimensions || dimensions === 0) return null;
  const stems = new TextDecoder().decode(bytes.subarray(headLength, start)).split('\n');
  if (stems.length !== count) return null;
  return {
    dimensions,
    rows: new Map(stems.map((stem, row) => [stem, row])),
    numbers: new Int8Array(bytes.buffer, bytes.byteOffset + start, count * dimensions),
  };
}
