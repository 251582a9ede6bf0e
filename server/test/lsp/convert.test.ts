import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toOffset, toPosition } from '../../src/lsp/convert';

const article = (text: string) => ({ id: 'a', name: 'a.txt', text });

describe('positions', () => {
  it('count UTF-16 units in lines that end with \\n, \\r\\n or \\r', () => {
    const one = article('“🦊”\r\nb\rc\n\nd');
    assert.deepEqual(toPosition(one, 3), { line: 0, character: 3 });
    assert.deepEqual(toPosition(one, 6), { line: 1, character: 0 });
    assert.deepEqual(toPosition(one, 8), { line: 2, character: 0 });
    assert.deepEqual(toPosition(one, 11), { line: 4, character: 0 });
    assert.equal(toOffset(one, { line: 0, character: 99 }), 4);
    assert.equal(toOffset(one, { line: 99, character: 0 }), 12);
  });

  it('agree with the editor protocol’s own for every text and offset', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'é', '🦊', '\n', '\r', '\r\n', '\u2028', '”'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: -2, max: 40 }), fc.nat(8), fc.nat(8), (text, offset, line, character) => {
        const document = TextDocument.create('file:///a.txt', 'plaintext', 1, text);
        assert.deepEqual(toPosition(article(text), offset), document.positionAt(offset));
        assert.equal(toOffset(article(text), { line, character }), document.offsetAt({ line, character }));
      }),
    );
  });

  it('of any kind are places in the text', () => {
    const one = article('“Go.”\nWhat now?');
    for (const odd of [NaN, -1, 0.5, Infinity, '3', null, undefined, {}] as unknown as number[]) {
      for (const position of [
        { line: odd, character: 1 },
        { line: 1, character: odd },
      ]) {
        const offset = toOffset(one, position);
        assert.ok(Number.isInteger(offset) && offset >= 0 && offset <= one.text.length, JSON.stringify(position));
      }
    }
  });
});
