import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepText, textOf } from '../../src/core/keptText';

describe('a text that is kept', () => {
  it('comes back to the unit, torn pairs, marks of byte order and NULs included', () => {
    const unit = fc.oneof(
      fc.constantFrom('“', '”', 'é', '\ud83d', '\ude00', '\ufeff', '\0', '\ufffd', 'a', '\r\n'),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('');
        assert.equal(textOf(keepText(text)), text);
      }),
      { numRuns: 2000 },
    );
    assert.equal(textOf(keepText('\ufeff“a')), '\ufeff“a');
  });

  it('takes less than two bytes a letter where it has curly marks', () => {
    const kept = keepText('“We sail on Monday,” she said. '.repeat(100));
    assert.ok(kept instanceof Uint8Array && kept.buffer.byteLength < 3100 * 1.3);
  });
});
