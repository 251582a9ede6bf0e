import { readCount, readNumber, readVarint, unsound, writeNumber, writeVarint } from '../../core/bytes';
import type { Span } from '../../core/span';
import type { Claimant } from '../figures/model';
import type { ArticleName, NameSpelling, Office, Speaker } from '../model';
import { genders, ranks, wordOf } from './codes';
import {
  readEnd,
  readNamed,
  readStart,
  standsAt,
  textAt,
  writeNamed,
  writeSpan,
  type Packing,
  type Unpacking,
} from './texts';

/** Writes whom a passage at the offset `near` is given to, or that it is nobody. */
export function writePerson(to: Packing, person: Speaker | Claimant, near: number): void {
  writeSpan(to, person, near);
  writeNumber(to.claims, person.confidence);
  standsAt(to, person.mention, person.start);
  writeNamed(to, person.name);
}

/** Reads what `writePerson` wrote. */
export function readPerson(from: Unpacking, near: number): Speaker & Claimant {
  const start = readStart(from, near);
  const end = readEnd(from, start);
  const confidence = numberIn(from);
  return { start, end, name: readNamed(from), mention: textAt(from, { start, end }), confidence };
}

/** Reads a number that can't be null. */
export function numberIn(from: Unpacking): number {
  return readNumber(from) ?? unsound(from);
}

/** Writes whom and what an article names. */
export function writeNames(to: Packing, names: readonly ArticleName[]): void {
  writeVarint(to.claims, names.length);
  let near = 0;
  for (const name of names) {
    const { spellings, offices, roles, gender, weight } = name;
    writeVarint(to.claims, spellings.length);
    for (const spelling of spellings) {
      writeSpan(to, spelling, near);
      writeVarint(to.claims, spelling.count);
      standsAt(to, spelling.text, spelling.start);
      near = spelling.start;
    }
    near = spellings[0]?.start ?? near;
    writeVarint(to.claims, (offices.length * 4 + (gender === null ? 0 : 1 + genders.of[gender])) * 2 + hasRoles(name));
    if (roles.length > 0) {
      writeVarint(to.claims, roles.length);
      for (const role of roles) writeNamed(to, role);
    }
    for (const office of offices) {
      writeSpan(to, office, near);
      writeVarint(to.claims, ranks.of[office.rank]);
      writeNamed(to, office.field);
    }
    writeNumber(to.claims, weight);
  }
}

const hasRoles = ({ roles }: ArticleName): 0 | 1 => (roles.length > 0 ? 1 : 0);

/** Reads what `writeNames` wrote. */
export function readNames(from: Unpacking): ArticleName[] {
  const names: ArticleName[] = [];
  const count = readCount(from);
  let near = 0;
  for (let n = 0; n < count && from.sound; n++) {
    const spellings: NameSpelling[] = [];
    for (let left = readCount(from); left > 0; left--) {
      near = readStart(from, near);
      const end = readEnd(from, near);
      spellings.push({ start: near, end, text: textAt(from, { start: near, end }), count: readVarint(from) });
    }
    near = spellings[0]?.start ?? near;
    const head = readVarint(from);
    const roles: string[] = [];
    if (head % 2 === 1) for (let left = readCount(from); left > 0; left--) roles.push(readNamed(from));
    const gender = (head >> 1) % 4;
    const offices = readOffices(from, head >> 3, near);
    const weight = numberIn(from);
    names.push({ spellings, offices, roles, gender: gender === 0 ? null : wordOf(from, genders, gender - 1), weight });
  }
  return names;
}

function readOffices(from: Unpacking, count: number, near: number): Office[] {
  const offices: Office[] = [];
  for (let left = count; left > 0; left--) {
    const start = readStart(from, near);
    const place: Span = { start, end: readEnd(from, start) };
    const rank = wordOf(from, ranks, readVarint(from));
    offices.push({ start, end: place.end, text: textAt(from, place), rank, field: readNamed(from) });
  }
  return offices;
}
