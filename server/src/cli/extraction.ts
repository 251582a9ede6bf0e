import type { Claims } from '../claims/model';
import { extractClaims } from '../claims/extract';
import { unpackClaims } from '../claims/packed';
import { createReaders } from '../readers/readers';

/** From this much text on, in UTF-16 units, a thread is worth its start (about a tenth of a second). */
const worthAThread = 300_000;
/** So many texts are handed over at a time for each thread, so that none waits while this one compares. */
const underWay = 24;

/**
 * Extracts the claims of many texts: in other threads where there is enough to do, so that they are read while those before
 * them are compared; otherwise in this one.
 * @param take is handed each text's claims by its index, in the order of the texts.
 * @returns when all are taken. A thread that fails costs time and nothing else: its texts are read here.
 */
export async function extractAll(texts: readonly string[], take: (claims: Claims, index: number) => void) {
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const readers = createReaders();
  if (size >= worthAThread) readers.expect(texts.length);
  const handed: Promise<Uint8Array | 'here' | 'lost'>[] = [];
  const handOn = (): void => {
    while (handed.length < texts.length && handed.length < taken + underWay * readers.threads()) {
      handed.push(readers.extract(texts[handed.length] ?? ''));
    }
  };
  let taken = 0;
  for (const text of texts) {
    handOn();
    const packed = (await handed[taken]) ?? 'here';
    const claims = packed instanceof Uint8Array ? unpackClaims(packed, text) : null;
    take(claims ?? extractClaims(text), taken++);
  }
  await readers.end();
}
