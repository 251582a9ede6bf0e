import type { ArticleId } from '../core/article';
import {
  byteReader,
  bytesLeft,
  readCount,
  readSigned,
  readText,
  readVarint,
  unsound,
  type ByteReader,
} from '../core/bytes';
import type { Steps } from '../core/steps';
import { createVocabulary, type Vocabulary } from '../claims/normalize';
import type { KeptLink } from '../links/materialize';
import type { NameStems } from '../links/passages';
import { packed, type Signature } from '../links/storySignature';
import type { About } from './articleState';
import { unfoldLinks } from '../links/foldedLinks';
import type { ArticleProblems } from '../desk/articleProblems';
import { bytesHash, chunkKind, savedForm, sealBytes, type KeyedProblems } from './saving';

/** An article as it was saved, not unfolded yet. */
export interface SavedArticle {
  /** Its place among those that were saved: its links name others by theirs. */
  readonly number: number;
  readonly id: ArticleId;
  readonly textHash: number;
  /** The day that the article gives as its own, in ISO 8601, or null. */
  readonly day: string | null;
  readonly about: About;
  readonly claims: Uint8Array;
  readonly passages: { readonly count: number; readonly bytes: Uint8Array };
  readonly partners: readonly { readonly number: number; readonly links: Uint8Array }[];
  /** A hash of all that its problems depended on, and what they were, as JSON in UTF-8; null where they weren't known. */
  readonly problems: { readonly key: number; readonly found: Uint8Array } | null;
}

/** What another host has saved. */
export interface Saved {
  /** The words that its passages are folded with, as the beginning of a new host's own. */
  readonly vocabulary: Vocabulary;
  /** Hands out an article, once; undefined where none of this id and text was saved, or it was taken. */
  take(id: ArticleId, textHash: number): SavedArticle | undefined;
  /** Whether a text was saved, under whatever id. */
  knows(textHash: number): boolean;
  /** The packed claims of a text, under whatever id it was saved. */
  claimsOf(textHash: number): Uint8Array | undefined;
  /** Whether there is an article that was not taken. */
  readonly hasMore: boolean;
  /** All articles by their numbers, taken or not. */
  readonly articles: readonly SavedArticle[];
  /**
   * How alike they are to one another, by their numbers, read as they are asked for: each pair once, with those that have
   * nothing in common left out. Returns in the end whether all of it was saved.
   */
  likenesses(): Iterator<readonly [number, number, likeness: number], boolean>;
}

/** Reads what `savedChunks` has made, chunk by chunk. Null where anything of it is missing or unsound. Never throws. */
export function* readSaved(chunks: readonly Uint8Array[]): Steps<Saved | null> {
  const [head = new Uint8Array(0), ...rest] = chunks;
  const first = opened(head);
  if (readVarint(first) !== chunkKind.head || readVarint(first) !== savedForm) return null;
  const words = readVarint(first);
  const count = readVarint(first);
  const vocabulary = createVocabulary();
  const byId = new Map<ArticleId, SavedArticle>();
  const byHash = new Map<number, SavedArticle>();
  const articles: SavedArticle[] = [];
  const likenesses: Uint8Array[] = [];
  for (const bytes of rest) {
    yield;
    const chunk = opened(bytes);
    const kind = readVarint(chunk);
    if (kind === chunkKind.words) readWords(chunk, vocabulary);
    else if (kind === chunkKind.articles) {
      while (bytesLeft(chunk) > 0) {
        const article = readArticle(chunk, articles.length, words);
        articles.push(article);
        byId.set(article.id, article);
        byHash.set(article.textHash, article);
      }
    } else if (kind === chunkKind.likenesses) likenesses.push(chunk.bytes.subarray(chunk.at));
    else unsound(chunk);
    if (!chunk.sound) return null;
  }
  if (!first.sound || vocabulary.forms.length !== words || byId.size !== count || articles.length !== count)
    return null;
  if (vocabulary.ids.size !== words || vocabulary.stems.some((stem) => !(stem >= 0 && stem < words))) return null;
  return {
    vocabulary,
    take(id, textHash) {
      const article = byId.get(id);
      if (article?.textHash !== textHash) return undefined;
      byId.delete(id);
      return article;
    },
    knows: (textHash) => byHash.has(textHash),
    claimsOf: (textHash) => byHash.get(textHash)?.claims,
    get hasMore() {
      return byId.size > 0;
    },
    articles,
    likenesses: () => likenessesIn(likenesses, count),
  };
}

function* likenessesIn(chunks: readonly Uint8Array[], articles: number): ReturnType<Saved['likenesses']> {
  let known = 0;
  for (const chunk of chunks) {
    const from = byteReader(chunk);
    while (bytesLeft(from) > 0) {
      const number = readVarint(from);
      for (let left = readCount(from); left > 0; left--) {
        const [other, likeness] = [readVarint(from), readVarint(from)];
        if (from.sound) yield [number, other, likeness];
      }
      known++;
    }
    if (!from.sound) return false;
  }
  return known === articles;
}

/**
 * The links of a saved article to another, or within it, by numbers that passages have here; null where the bytes are
 * unsound, or name a passage that there isn't.
 */
export function placedLinks(links: Uint8Array, own: Int32Array, other: Int32Array): readonly KeptLink[] | null {
  const pidAt = (place: number) => (place % 2 === 0 ? own : other)[Math.floor(place / 2)] ?? 0;
  const placed = unfoldLinks(links)?.map((link) => ({ ...link, a: pidAt(link.a), b: pidAt(link.b) }));
  return placed?.every(({ a, b }) => a > 0 && b > 0) ? placed : null;
}

/** The problems of a saved article, where they still hold; null where something that they depend on has changed. */
export function problemsStill({ problems }: SavedArticle, key: number): KeyedProblems['found'] | null {
  if (problems?.key !== key) return null;
  try {
    return JSON.parse(decoder.decode(problems.found)) as ArticleProblems;
  } catch {
    return null;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A reader of what stands before a chunk's hash, where that is right. */
function opened(chunk: Uint8Array): ByteReader {
  const length = Math.max(0, chunk.length - sealBytes);
  const from = byteReader(chunk.subarray(0, length));
  const [a = 0, b = 0, c = 0, d = 0] = chunk.subarray(length);
  if (bytesHash(chunk, length) !== (a | (b << 8) | (c << 16) | (d << 24)) >>> 0) unsound(from);
  return from;
}

function readWords(from: ByteReader, { ids, forms, stems }: Vocabulary): void {
  const count = readCount(from);
  for (let i = 0; i < count && from.sound; i++) {
    const form = readText(from);
    ids.set(form, forms.length);
    stems.push(forms.length + readSigned(from));
    forms.push(form);
  }
  if (bytesLeft(from) > 0) unsound(from);
}

/** @param words how many there are: stems are among them. */
function readArticle(from: ByteReader, number: number, words: number): SavedArticle {
  const id = readText(from);
  const textHash = readVarint(from);
  const day = readText(from) || null;
  const about = { names: readNames(from, words), signature: readSignature(from, words) };
  const claims = readSized(from);
  const count = readVarint(from);
  const bytes = readSized(from);
  // A passage takes more than four bytes.
  if (count * 4 > bytes.length) unsound(from);
  const partners: { number: number; links: Uint8Array }[] = [];
  const partnerCount = readCount(from);
  for (let i = 0; i < partnerCount; i++) partners.push({ number: readVarint(from), links: readSized(from) });
  const problems = readVarint(from) === 1 ? { key: readVarint(from), found: readSized(from) } : null;
  return { number, id, textHash, day, about, claims, passages: { count, bytes }, partners, problems };
}

const readNames = (from: ByteReader, words: number): NameStems =>
  readRising(from, new Int32Array(readCount(from)), words);

const readSignature = (from: ByteReader, words: number): Signature =>
  readRising(from, new Uint32Array(readCount(from)), packed(words, 0));

/** Numbers that rise and are all below `end`. */
function readRising<Numbers extends Int32Array | Uint32Array>(from: ByteReader, into: Numbers, end: number): Numbers {
  let last = 0;
  for (let i = 0; i < into.length && from.sound; i++) into[i] = last += readVarint(from);
  if (last >= end && into.length > 0) unsound(from);
  return into;
}

function readSized(from: ByteReader): Uint8Array {
  const length = readCount(from);
  const bytes = from.bytes.subarray(from.at, from.at + length);
  from.at += length;
  return bytes;
}
