import assert from 'node:assert/strict';
import { articleIdOf, isBelow, readablePath, relativeName } from '../../src/lsp/uris';

describe('URIs', () => {
  const spellings: readonly (readonly [string, ...string[]])[] = [
    ['file:///c:/copy/first%20draft.txt', 'file:///C%3A/copy/first%20draft.txt', 'file:///c%3a/copy/first draft.txt'],
    ['file:///copy/caf%C3%A9%20(2).txt', 'file:///copy/caf%c3%a9%20%282%29.txt', 'FILE:///copy/café (2).txt'],
    ['file:///copy/a.txt', 'file://localhost/copy/a.txt', 'file:///copy/%61.txt'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ];
  for (const [id, ...others] of spellings) {
    it(`has one spelling for ${id}`, () => {
      for (const other of [id, ...others]) assert.equal(articleIdOf(other), id);
    });
  }

  it('keeps apart what is not the same file', () => {
    const ids = ['file:///copy/a%2Fb.txt', 'file:///copy/a/b.txt', 'file:///copy/A/b.txt', 'file:///copy/a%23b.txt'];
    assert.equal(new Set(ids.map(articleIdOf)).size, ids.length);
  });

  it('gives back what is no URI, or has percent signs that encode nothing', () => {
    assert.equal(articleIdOf('first draft.txt'), 'first draft.txt');
    assert.equal(articleIdOf('file:///copy/100%.txt'), 'file:///copy/100%25.txt');
  });

  it('tells names as an editor reads them', () => {
    assert.ok(isBelow('file:///copy/desk/a.txt', 'file:///copy'));
    assert.ok(!isBelow('file:///copybook/a.txt', 'file:///copy'));
    assert.equal(relativeName('file:///copy/night%20desk/a.txt', 'file:///copy'), 'night desk/a.txt');
    assert.equal(readablePath('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(readablePath('file:///elsewhere/night%20desk/a.txt'), 'elsewhere/night desk/a.txt');
  });
});
