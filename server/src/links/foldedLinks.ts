import {
  byteReader,
  byteWriter,
  bytesLeft,
  readCount,
  readNumber,
  readVarint,
  unsound,
  writeNumber,
  writeVarint,
  written,
  type ByteReader,
  type ByteWriter,
} from '../core/bytes';
import type { Step } from './edges';
import type { KeptLink } from './materialize';
import type { ChangeGravity, QuoteRelation } from './model';

/** The links between two articles in about a twentieth of the room. Never changes. */
export type FoldedLinks = Uint8Array;

const relations: readonly QuoteRelation[] = ['verbatim', 'excerpt', 'altered', 'reported'];
const stepKinds: readonly Step['kind'][] = ['same', 'style', 'marked', 'changed'];
const gravities: readonly ChangeGravity[] = [
  'none',
  'number',
  'negation',
  'name',
  'words',
  'tense',
  'rendering',
  'grammar',
  'style',
];

/** Folds what the rest of the program asks of the links between two articles. */
export function foldLinks(links: readonly KeptLink[]): FoldedLinks {
  const to = byteWriter(16 + links.length * 40);
  writeVarint(to, links.length);
  for (const { a, b, relation, tentative, byMeaning, comparison } of links) {
    writeVarint(to, a);
    writeVarint(to, b);
    writeVarint(to, relations.indexOf(relation) * 4 + (tentative ? 2 : 0) + (byMeaning ? 1 : 0));
    writeVarint(to, gravities.indexOf(comparison.gravity));
    writeNumber(to, comparison.similarity);
    writeVarint(to, comparison.steps.length);
    for (const step of comparison.steps) writeStep(to, step);
  }
  return written(to);
}

/** The links as they were folded; null where the bytes are unsound. */
export function unfoldLinks(folded: FoldedLinks): readonly KeptLink[] | null {
  const from = byteReader(folded);
  const links: KeptLink[] = [];
  const count = readCount(from);
  for (let i = 0; i < count && from.sound; i++) {
    const a = readVarint(from);
    const b = readVarint(from);
    const bits = readVarint(from);
    const gravity = oneOf(from, gravities, readVarint(from));
    const similarity = readNumber(from) ?? 0;
    const steps: Step[] = [];
    const stepCount = readCount(from);
    for (let k = 0; k < stepCount; k++) steps.push(readStep(from));
    links.push({
      a,
      b,
      relation: oneOf(from, relations, bits >> 2),
      tentative: (bits & 2) !== 0,
      ...(bits & 1 ? { byMeaning: true } : {}),
      comparison: { steps, gravity, similarity },
    });
  }
  return from.sound && bytesLeft(from) === 0 ? links : null;
}

function writeStep(to: ByteWriter, { kind, aFrom, aTo, bFrom, bTo, gravity }: Step): void {
  writeVarint(to, stepKinds.indexOf(kind) * gravities.length + gravities.indexOf(gravity ?? 'none'));
  writeVarint(to, aFrom);
  writeVarint(to, aTo - aFrom);
  writeVarint(to, bFrom);
  writeVarint(to, bTo - bFrom);
}

function readStep(from: ByteReader): Step {
  const both = readVarint(from);
  const aFrom = readVarint(from);
  const aTo = aFrom + readVarint(from);
  const bFrom = readVarint(from);
  const bTo = bFrom + readVarint(from);
  const kind = oneOf(from, stepKinds, Math.floor(both / gravities.length));
  return { kind, aFrom, aTo, bFrom, bTo, gravity: oneOf(from, gravities, both % gravities.length) };
}

/** A name by its number; one that there isn't makes what is read unsound. */
function oneOf<T>(from: ByteReader, names: readonly T[], number: number): T {
  const name = names[number];
  if (name === undefined) unsound(from);
  return name ?? (names[0] as T);
}
