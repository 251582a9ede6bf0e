import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../src/core/decode';

const line = 'Zoë Brück said: “The café’s shut – for good.”';
const skipped = { kind: 'skipped', reason: 'it is not a text file' };
const text = (encoding: string, of: string = line) => ({ kind: 'text', text: of, encoding });

describe('decoding a file', () => {
  it('reads UTF-8', () => {
    assert.deepEqual(decode(Buffer.from(line)), text('UTF-8'));
  });

  it('takes the byte order mark off, so that offsets are those of an editor', () => {
    assert.deepEqual(decode(Buffer.from('\uFEFF' + line)), text('UTF-8 with BOM'));
  });

  it('reads UTF-16 of both byte orders', () => {
    const little = Buffer.from('\uFEFF' + line, 'utf16le');
    assert.deepEqual(decode(little), text('UTF-16 LE'));
    assert.deepEqual(decode(Buffer.from(little).swap16()), text('UTF-16 BE'));
  });

  it('reads UTF-16 that breaks off in the middle of a character', () => {
    const result = decode(Buffer.from('\uFEFFHe said', 'utf16le').subarray(0, -1));
    assert.ok(result.kind === 'text' && result.text.startsWith('He sai'));
  });

  it('reads Windows-1252 with its curly quotes, dashes and euro signs', () => {
    const bytes = Buffer.from([0x93, 0x80, 0x35, 0x2c, 0x94, 0x20, 0x96, 0x20, 0x5a, 0x6f, 0xeb, 0x92, 0x73]);
    assert.deepEqual(decode(bytes), text('Windows-1252', '“€5,” – Zoë’s'));
  });

  it('keeps every byte of long Windows-1252 copy', () => {
    const copy = Buffer.from('She said \x93no\x94. caf\xe9 '.repeat(5000), 'latin1');
    assert.deepEqual(decode(copy), text('Windows-1252', 'She said “no”. café '.repeat(5000)));
  });

  it('keeps the curly quotes of UTF-8 copy in which one byte is broken', () => {
    const bytes = Buffer.concat([Buffer.from(line), Buffer.from([0xff]), Buffer.from(line)]);
    assert.deepEqual(decode(bytes), text('UTF-8 with damaged characters', `${line}\uFFFD${line}`));
  });

  it('never gives half of a pair, whatever the bytes: no text could be sent on as UTF-8', () => {
    const beginning = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]);
    const units = fc.array(
      fc.constantFrom([0x3d, 0xd8], [0x00, 0xde], [0xd8, 0x3d], [0xed, 0xa0, 0x80], [0x61, 0x62], [0x93]),
    );
    fc.assert(
      fc.property(beginning, units, (begin, all) => {
        const decoded = decode(Uint8Array.from([...begin, ...all.flat()]));
        assert.ok(decoded.kind === 'skipped' || !/\p{Surrogate}/u.test(decoded.text));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives an empty text for an empty file', () => {
    assert.deepEqual(decode(new Uint8Array()), text('UTF-8', ''));
  });

  it('reads copy with a terminal escape or a stray control character in it', () => {
    assert.equal(decode(Buffer.from(`\x1b[31m${line}\x1b[0m`)).kind, 'text');
    assert.equal(decode(Buffer.from(`\x01${line.repeat(3)}\x04`)).kind, 'text');
  });

  for (const [what, bytes] of [
    ['a PDF', Buffer.from('%PDF-1.7\nplain words all the way')],
    ['a Word document', Buffer.from('PK\x03\x04plain words')],
    ['an old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['rich text', Buffer.from('{\\rtf1 He said no.}')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['bytes with NULs', Buffer.from('He said\0no.')],
    ['bytes full of control characters', Buffer.from(Array.from({ length: 64 }, (_, i) => (i * 7) % 256 || 1))],
    ['bytes that no Windows-1252 text has', Buffer.from('a\x81b\x8dc', 'latin1')],
  ] as const) {
    it(`does not take ${what} for text`, () => {
      assert.deepEqual(decode(bytes), skipped);
    });
  }
});
