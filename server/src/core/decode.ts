import type { ReadResult } from './workspace';

const notText: ReadResult = { kind: 'skipped', reason: 'it is not a text file' };

/** First bytes of formats that are no text, though their beginning may look like it. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, odt, epub
  [0xd0, 0xcf, 0x11, 0xe0], // Word before 2007
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF: its text stands between commands
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
];

/** What the bytes 0x80 to 0x9F stand for in Windows-1252. '' where the code page leaves a gap. */
const windows1252High = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'.split('').map((ch) => (ch === ' ' ? '' : ch));

/** The control characters with which a file still passes as text, by share or number: old wire copy is framed in them. */
const controlShare = 0.01;
const fewControls = 4;

/**
 * Turns the bytes of a file into text.
 * @returns the text without its byte order mark and the name of its encoding, or `skipped` with a reason that
 * continues "notes.pdf was not read: ". Never throws; no bytes give an empty text.
 */
export function decode(bytes: Uint8Array): ReadResult {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return checked(utf8(bytes.subarray(3), 'UTF-8 with BOM'));
  if (startsWith(bytes, [0xff, 0xfe])) return checked(utf16(bytes, 'utf-16le', 'UTF-16 LE'));
  if (startsWith(bytes, [0xfe, 0xff])) return checked(utf16(bytes, 'utf-16be', 'UTF-16 BE'));
  if (signatures.some((signature) => startsWith(bytes, signature))) return notText;
  return checked(utf8(bytes, 'UTF-8'));
}

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

function utf8(bytes: Uint8Array, name: string): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: name };
  } catch {
    // One broken byte in a UTF-8 file must not turn all its curly quotes into â€œ.
    const { whole, broken } = countSequences(bytes);
    if (whole > broken || name !== 'UTF-8') {
      return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8 with damaged characters' };
    }
    return windows1252(bytes);
  }
}

function utf16(bytes: Uint8Array, label: string, name: string): Decoded {
  return { text: new TextDecoder(label).decode(bytes), encoding: name };
}

/** Null where a byte has no meaning in Windows-1252: then it isn't that. */
function windows1252(bytes: Uint8Array): Decoded | null {
  const parts: string[] = [];
  let latin = 0; // where the run begins that has the same meaning in Unicode
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || byte > 0x9f) continue;
    const ch = windows1252High[byte - 0x80];
    if (!ch) return null;
    parts.push(latin1(bytes.subarray(latin, i)), ch);
    latin = i + 1;
  }
  parts.push(latin1(bytes.subarray(latin)));
  return { text: parts.join(''), encoding: 'Windows-1252' };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return text;
}

/** How many characters of more than one byte the bytes hold as UTF-8, and how many bytes fit nowhere. */
function countSequences(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    let seen = 1;
    while (seen < length && ((bytes[i + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (length > 0 && seen === length) {
      whole++;
      i += length;
    } else {
      broken++;
      i++;
    }
  }
  return { whole, broken };
}

function checked(decoded: Decoded | null): ReadResult {
  if (decoded === null || looksBinary(decoded.text)) return notText;
  return { kind: 'text', text: decoded.text, encoding: decoded.encoding };
}

/** A NUL never stands in text; other control characters only now and then. Tabs, line breaks and form feeds are none. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // An escape opens a terminal sequence in a pasted log: text, though ugly.
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b && code !== 0x1a) || code === 0x7f) controls++;
  }
  return controls > Math.max(fewControls, text.length * controlShare);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
