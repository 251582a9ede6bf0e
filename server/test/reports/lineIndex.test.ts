import assert from 'node:assert/strict';
import { createLineIndex } from '../../src/reports/lineIndex';
import { parseMarked } from '../support/marked';

function at(source: string): { readonly line: number; readonly column: number } {
  const { text, cursor } = parseMarked(source);
  return createLineIndex(text).at(cursor);
}

describe('the line and column of an offset', () => {
  it('are counted from one', () => {
    assert.deepEqual(at('‸'), { line: 1, column: 1 });
    assert.deepEqual(at('one\ntw‸o'), { line: 2, column: 3 });
  });

  it('are right after line breaks of every kind', () => {
    assert.deepEqual(at('one\r\ntwo\rthree\n\n‸four'), { line: 5, column: 1 });
  });

  it('count an emoji as editors do, as two', () => {
    assert.deepEqual(at('🐑 ‸ewe'), { line: 1, column: 4 });
  });

  it('stay in the text', () => {
    assert.deepEqual(createLineIndex('one\ntwo').at(99), { line: 2, column: 4 });
    assert.deepEqual(createLineIndex('one\ntwo').at(-1), { line: 1, column: 1 });
  });
});
