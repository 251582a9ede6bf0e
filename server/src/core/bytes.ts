/** Bytes in the making: grows as it is written to. */
export interface ByteWriter {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many bytes are written. */
  length: number;
}

/** Bytes on the way of being read. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  /** The byte that is read next. */
  at: number;
  /** False from the first read on that asked for more than there is or met what nobody wrote: all reads give 0 then. */
  sound: boolean;
}

/** Makes an empty writer; `room` is how many bytes are expected. */
export const byteWriter = (room = 256): ByteWriter => ({ bytes: new Uint8Array(room), length: 0 });

/** A writer with more room than this, in bytes, is not kept for its room. */
const mostRoom = 65_536;

/**
 * Empties a writer that is kept to be written with again: making room anew for each article takes longer than writing.
 * What it held is copied out before, by {@link written} or {@link writeAll}.
 */
export function emptied(writer: ByteWriter): ByteWriter {
  if (writer.bytes.length > mostRoom) writer.bytes = new Uint8Array(256);
  writer.length = 0;
  return writer;
}

/** Makes a reader that stands at the first byte. Readers never throw; whoever reads looks at `sound` in the end. */
export const byteReader = (bytes: Uint8Array): ByteReader => ({ bytes, at: 0, sound: true });

/** What was written, in a buffer of its own: another thread can be given it as it is. */
export const written = (writer: ByteWriter): Uint8Array<ArrayBuffer> => writer.bytes.slice(0, writer.length);

/** How many bytes are left to read; none where a read has failed. */
export const bytesLeft = (reader: ByteReader): number => (reader.sound ? reader.bytes.length - reader.at : 0);

/** Marks what is read as unsound, and gives 0. */
export function unsound(reader: ByteReader): 0 {
  reader.sound = false;
  return 0;
}

function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const grown = new Uint8Array(Math.max(64, 2 * writer.bytes.length, writer.length + more));
  grown.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = grown;
}

/** Appends bytes as they are. */
export function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  makeRoom(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

/** Appends all that another writer holds. */
export function writeAll(writer: ByteWriter, from: ByteWriter): void {
  writeBytes(writer, from.bytes.subarray(0, from.length));
}

/** Eight bytes hold 56 bits: more than any whole number that is exact. */
const longestVarint = 8;

/** Writes a whole number from 0 to 2^53 - 1: seven bits a byte, the last of them first. */
export function writeVarint(writer: ByteWriter, value: number): void {
  // Nearly all are small.
  if (value < 128 && writer.length < writer.bytes.length) {
    writer.bytes[writer.length++] = value;
    return;
  }
  makeRoom(writer, longestVarint);
  const { bytes } = writer;
  let rest = value;
  let at = writer.length;
  while (rest > 0x7fffffff) {
    bytes[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  writer.length = at;
}

/** Writes three whole numbers, as three calls of `writeVarint`: most often each takes one byte. */
export function writeThree(writer: ByteWriter, first: number, second: number, third: number): void {
  const { bytes, length } = writer;
  if (first < 128 && second < 128 && third < 128 && length + 3 <= bytes.length) {
    bytes[length] = first;
    bytes[length + 1] = second;
    bytes[length + 2] = third;
    writer.length = length + 3;
    return;
  }
  writeVarint(writer, first);
  writeVarint(writer, second);
  writeVarint(writer, third);
}

/** Reads what `writeVarint` wrote. */
export function readVarint(reader: ByteReader): number {
  if (!reader.sound) return 0;
  const { bytes } = reader;
  const first = bytes[reader.at++];
  if (first === undefined) return unsound(reader);
  if (first < 128) return first;
  let value = first & 127;
  let scale = 128;
  for (let i = 1; i < longestVarint; i++) {
    const byte = bytes[reader.at++];
    if (byte === undefined) return unsound(reader);
    value += (byte & 127) * scale;
    if (byte < 128) return value <= Number.MAX_SAFE_INTEGER ? value : unsound(reader);
    scale *= 128;
  }
  return unsound(reader);
}

/** Writes a whole number of either sign, from -(2^52) to 2^52 - 1; small ones are short. */
export function writeSigned(writer: ByteWriter, value: number): void {
  writeVarint(writer, withoutSign(value));
}

/** A whole number of either sign as one from 0 on, as {@link readSigned} reads it. */
export const withoutSign = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Reads what `writeSigned` wrote. */
export function readSigned(reader: ByteReader): number {
  const value = readVarint(reader);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Reads how many things follow, each of which takes a byte at least: never more than there can be. */
export function readCount(reader: ByteReader): number {
  const count = readVarint(reader);
  return count <= bytesLeft(reader) ? count : unsound(reader);
}

const decimals = [1, 10, 100, 1000, 10_000] as const;
const asDouble = 6;
const asNull = 7;
/** Above this, a number with its sign and form is no exact varint. */
const longestDecimal = 2 ** 48;

const double = new DataView(new ArrayBuffer(8));

/** Writes any number, or null: whole numbers and short decimals in few bytes, all others in nine. */
export function writeNumber(writer: ByteWriter, value: number | null): void {
  if (value === null) {
    writeVarint(writer, asNull);
    return;
  }
  for (let form = 0; form < decimals.length; form++) {
    const scale = decimals[form] ?? 1;
    // The sum takes the sign off a zero: -0 is written as it is, below.
    const digits = Math.round(value * scale) + 0;
    if (!(Math.abs(digits) < longestDecimal)) break;
    if (!Object.is(digits / scale, value)) continue;
    writeVarint(writer, (digits < 0 ? -2 * digits - 1 : 2 * digits) * 8 + form);
    return;
  }
  writeVarint(writer, asDouble);
  makeRoom(writer, 8);
  double.setFloat64(0, value);
  for (let i = 0; i < 8; i++) writer.bytes[writer.length++] = double.getUint8(i);
}

/** Reads what `writeNumber` wrote. */
export function readNumber(reader: ByteReader): number | null {
  const head = readVarint(reader);
  const form = head % 8;
  if (form === asNull) return null;
  if (form === asDouble) {
    if (bytesLeft(reader) < 8) return unsound(reader);
    for (let i = 0; i < 8; i++) double.setUint8(i, reader.bytes[reader.at++] ?? 0);
    return double.getFloat64(0);
  }
  const scale = decimals[form];
  if (scale === undefined) return unsound(reader);
  const zigzag = (head - form) / 8;
  return (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2) / scale;
}

/** A code unit takes three bytes at most. */
const longestUnit = 3;

/** Writes a text, a torn surrogate included. */
export function writeText(writer: ByteWriter, text: string): void {
  writeVarint(writer, text.length);
  makeRoom(writer, text.length * longestUnit);
  const { bytes } = writer;
  let at = writer.length;
  for (let i = 0; i < text.length; i++) {
    let rest = text.charCodeAt(i);
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  }
  writer.length = at;
}

/** So many code units are made a string at a time: a call takes no more arguments than that everywhere. */
const mostUnits = 4096;

/** Reads what `writeText` wrote. */
export function readText(reader: ByteReader): string {
  const length = readCount(reader);
  let text = '';
  let units: number[] = [];
  for (let i = 0; i < length; i++) {
    units.push(readVarint(reader));
    if (units.length < mostUnits) continue;
    text += String.fromCharCode(...units);
    units = [];
  }
  return text + String.fromCharCode(...units);
}
