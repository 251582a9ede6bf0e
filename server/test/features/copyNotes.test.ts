import assert from 'node:assert/strict';
import { copyNotes, copySentence } from '../../src/features/copyNotes';
import { figureHoverAt } from '../../src/features/figureHover';
import { hoverAt } from '../../src/features/hover';
import { ownCopy, wireCopy } from '../support/copiedStory';
import { readStory } from '../support/story';

/** What is said of the copies among the articles, seen from the first. */
function check(articles: Readonly<Record<string, string>>, ...expected: string[]): void {
  const source = Object.entries(articles).map(([name, text]) => `=== ${name}\n${text}\n`);
  const { analysis } = readStory(source.join('\n'));
  const [here = '', ...others] = Object.keys(articles);
  const said = copyNotes(analysis, here, others).map((note) => copySentence(note, (name) => name));
  assert.deepEqual(said, expected);
}

const cut = wireCopy.replace('late in the evening', 'on its first day').replace('in the last gale ', '');

describe('what a hover says of copies', () => {
  it('is nothing where each file is a source of its own', () => {
    check({ 'draft.txt': wireCopy, 'herald.txt': ownCopy });
  });

  it('is how much two files share, and that they are one source', () => {
    check(
      { 'draft.txt': ownCopy, 'courier.txt': cut, 'wire.txt': wireCopy },
      'courier.txt and wire.txt share 93% of their words: one source',
    );
  });

  it('tells the file under the cursor as such', () => {
    check(
      { 'draft.txt': wireCopy, 'wire.txt': wireCopy },
      'This file and wire.txt share 100% of their words: one source',
    );
  });

  it('is how much of the shorter one stands in the longer', () => {
    check(
      { 'draft.txt': `${wireCopy}\n\n${ownCopy}\n\n${ownCopy}`, 'wire.txt': wireCopy },
      '100% of wire.txt stands in this file: one source',
    );
  });

  it('names the earlier of two files that give their day', () => {
    check(
      {
        'draft.txt': `HESTHOLM, June 5, 2025 — ${wireCopy.trim()}`,
        'wire.txt': `HESTHOLM, June 4, 2025 — ${wireCopy.trim()}`,
      },
      'This file and wire.txt share 96% of their words: one source, wire.txt the earlier',
    );
  });

  it('says of three files and more what each has in common with another at least', () => {
    check(
      { 'draft.txt': ownCopy, 'a.txt': wireCopy, 'b.txt': wireCopy, 'c.txt': cut },
      'a.txt, b.txt and c.txt share 93% or more of their words: one source',
    );
  });

  const quote = '“Nobody has put a light on those rocks in eleven years,” said Lars Roe.';

  it('stands in the hover of a quote', () => {
    const { analysis, files } = readStory(
      `=== a.txt\n${ownCopy}\n\n${quote}\n\n=== b.txt\n${wireCopy}\n\n${quote}\n\n=== c.txt\n${cut}\n\n${quote}\n`,
    );
    const at = (files.get('a.txt')?.text.indexOf('those rocks') ?? 0) + 1;
    const [content] = hoverAt(analysis, 'a.txt', at);
    assert.deepEqual(
      content?.copies.map((note) => copySentence(note, (name) => name)),
      ['b.txt and c.txt share 93% of their words: one source'],
    );
  });

  it('stands in the hover of a figure, whose spread counts copies once', () => {
    const text = (crew: number) => `The Grey Heron had a crew of ${crew} sailors.`;
    const { analysis, files } = readStory(
      `=== a.txt\n${ownCopy}\n\n${text(14)}\n\n=== b.txt\n${wireCopy}\n\n${text(41)}\n\n=== c.txt\n${cut}\n\n${text(41)}\n`,
    );
    const at = (files.get('a.txt')?.text.indexOf('14 sailors') ?? 0) + 1;
    const content = figureHoverAt(analysis, 'a.txt', at, [], 8);
    assert.equal(content?.copies.length, 1);
    assert.deepEqual(content.spread && [content.spread.files, content.spread.sources], [3, 2]);
  });
});
