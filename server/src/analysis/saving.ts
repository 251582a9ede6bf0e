import type { ArticleId } from '../core/article';
import { byteWriter, writeBytes, writeSigned, writeText, writeVarint, written, type ByteWriter } from '../core/bytes';
import type { Vocabulary } from '../claims/normalize';
import { foldLinks, unfoldLinks } from '../links/foldedLinks';
import type { Near } from '../links/storyIndex';
import type { ArticleProblems } from '../desk/articleProblems';
import type { ArticleState, Body } from './articleState';

/** Grows with every change of the form below: older bytes count as none then. */
export const savedForm = 5;

/** What a chunk holds: its first number. */
export const chunkKind = { head: 1, words: 2, articles: 3, likenesses: 4 } as const;

/** So many words make a chunk, and so many bytes of articles or likenesses: each takes a few milliseconds to make. */
const wordsAChunk = 2000;
const bytesAChunk = 48_000;
const likenessBytesAChunk = 16_000;

/** A number that tells bytes apart from any that a disk may have made of them: 32 bits. */
export function bytesHash(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5 ^ length;
  // Four at a time: byte by byte it takes a tenth of a second for all that is kept of 8,000 articles.
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    hash = Math.imul(hash ^ view.getInt32(i, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (let i = whole; i < length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** So many bytes at the end of each chunk are the hash of those before. */
export const sealBytes = 4;

/** What was written, with its hash behind it. */
function sealed(to: ByteWriter): Uint8Array {
  const hash = bytesHash(to.bytes, to.length);
  writeBytes(to, Uint8Array.of(hash & 255, (hash >>> 8) & 255, (hash >>> 16) & 255, hash >>> 24));
  return written(to);
}

/** What is saved: all articles of one moment. */
export interface Moment {
  readonly vocabulary: Vocabulary;
  /** How many words it had. It grows meanwhile, with whatever is looked for. */
  readonly words: number;
  readonly states: ReadonlyMap<ArticleId, ArticleState>;
  /** The problems of an article with the key of what they depend on; null where they are not known, or have no key. */
  readonly problemsOf: (state: ArticleState) => KeyedProblems | null;
  /** How alike each is to others, whose stories follow from it; fewer where that isn't known of all. */
  readonly likenesses: Iterable<readonly [ArticleId, Near]>;
}

/** Problems, and a hash of all that they depend on. */
export interface KeyedProblems {
  readonly key: number;
  readonly found: ArticleProblems;
}

/**
 * A moment as bytes, chunk by chunk: a head, the words that passages are folded with, how alike the articles are, then the
 * articles. Passages go by their place in their article, articles by their place in the order here, so that all numbers are
 * small.
 */
export function* savedChunks(moment: Moment): Generator<Uint8Array> {
  const { vocabulary, words, states, problemsOf, likenesses } = moment;
  const head = byteWriter();
  for (const number of [chunkKind.head, savedForm, words, states.size]) writeVarint(head, number);
  yield sealed(head);
  for (let from = 0; from < words; from += wordsAChunk)
    yield wordChunk(vocabulary, words, from, Math.min(words, from + wordsAChunk));
  const numbers = new Map([...states.keys()].map((id, number) => [id, number]));
  yield* likenessChunks(likenesses, numbers);
  let chunk = articleChunk();
  for (const state of states.values()) {
    writeArticle(chunk, state, states, numbers, problemsOf(state));
    if (chunk.length < bytesAChunk) continue;
    yield sealed(chunk);
    chunk = articleChunk();
  }
  yield sealed(chunk);
}

/** Each pair is written once, with the article whose number is the greater. */
function* likenessChunks(
  likenesses: Moment['likenesses'],
  numbers: ReadonlyMap<ArticleId, number>,
): Generator<Uint8Array> {
  let chunk = likenessChunk();
  for (const [id, near] of likenesses) {
    const number = numbers.get(id) ?? 0;
    const before = [...near].flatMap(([other, likeness]) => {
      const otherNumber = numbers.get(other) ?? 0;
      return otherNumber < number ? [[otherNumber, likeness] as const] : [];
    });
    writeVarint(chunk, number);
    writeVarint(chunk, before.length);
    for (const [other, likeness] of before) {
      writeVarint(chunk, other);
      writeVarint(chunk, likeness);
    }
    if (chunk.length < likenessBytesAChunk) continue;
    yield sealed(chunk);
    chunk = likenessChunk();
  }
  yield sealed(chunk);
}

function likenessChunk(): ByteWriter {
  const chunk = byteWriter(likenessBytesAChunk + 2000);
  writeVarint(chunk, chunkKind.likenesses);
  return chunk;
}

function wordChunk({ forms, stems }: Vocabulary, words: number, from: number, to: number): Uint8Array {
  const chunk = byteWriter((to - from) * 12);
  writeVarint(chunk, chunkKind.words);
  writeVarint(chunk, to - from);
  for (let id = from; id < to; id++) {
    const stem = stems[id] ?? id;
    writeText(chunk, forms[id] ?? '');
    // One that has been given a later stem since was but the stem of others at that moment: its own.
    writeSigned(chunk, (stem < words ? stem : id) - id);
  }
  return sealed(chunk);
}

function articleChunk(): ByteWriter {
  const chunk = byteWriter(bytesAChunk + 30_000);
  writeVarint(chunk, chunkKind.articles);
  return chunk;
}

function writeArticle(
  to: ByteWriter,
  { body, partners }: ArticleState,
  states: Moment['states'],
  numbers: ReadonlyMap<ArticleId, number>,
  problems: KeyedProblems | null,
): void {
  writeText(to, body.id);
  writeVarint(to, body.textHash);
  writeText(to, body.day ?? '');
  writeRising(to, body.about.names);
  writeRising(to, body.about.signature);
  writeSized(to, body.pack());
  writeVarint(to, body.folded.pids.length);
  writeSized(to, body.folded.bytes);
  const known = [...partners].filter(([partner]) => states.has(partner));
  writeVarint(to, known.length);
  for (const [partner, links] of known) {
    const other = states.get(partner)?.body ?? body;
    writeVarint(to, numbers.get(partner) ?? 0);
    const placed = (unfoldLinks(links) ?? []).map((link) => ({
      ...link,
      a: placeOf(link.a, body, other),
      b: placeOf(link.b, body, other),
    }));
    writeSized(to, foldLinks(placed));
  }
  writeVarint(to, problems ? 1 : 0);
  if (!problems) return;
  writeVarint(to, problems.key);
  // JSON escapes what UTF-8 can't hold.
  writeSized(to, encoder.encode(JSON.stringify(problems.found)));
}

const encoder = new TextEncoder();

/** A passage by its place: twice that in the article itself, and 1 more in the other one. */
function placeOf(pid: number, own: Body, other: Body): number {
  const place = own.folded.pids.indexOf(pid);
  return place >= 0 ? place * 2 : Math.max(0, other.folded.pids.indexOf(pid)) * 2 + 1;
}

/** Numbers that rise, each by how much. */
function writeRising(to: ByteWriter, numbers: Int32Array | Uint32Array): void {
  writeVarint(to, numbers.length);
  let last = 0;
  for (const number of numbers) {
    writeVarint(to, number - last);
    last = number;
  }
}

function writeSized(to: ByteWriter, bytes: Uint8Array): void {
  writeVarint(to, bytes.length);
  writeBytes(to, bytes);
}
