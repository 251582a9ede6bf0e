import assert from 'node:assert/strict';
import { foldsOf, indentedFolds } from '../../src/features/folding';
import { fixture } from './fixture';

/** Holds what folds in `a.txt`, on more than one line, against its marks. */
function checkFolds(source: string): void {
  const { analysis, files } = fixture(source);
  const text = analysis.get('a.txt')?.article.text ?? '';
  const found = foldsOf(analysis, 'a.txt').filter(({ start, end }) => text.slice(start, end).includes('\n'));
  assert.deepEqual(
    found.map(({ start, end }) => text.slice(start, end)),
    (files.get('a.txt')?.marks ?? []).map(({ start, end }) => text.slice(start, end)),
  );
}

describe('folding', () => {
  it('takes a speech that runs over paragraphs in one', () => {
    checkFolds(`
=== a.txt
The mayor did not hide it.

⟦“We have asked for new lifeboats,” Tom Vale said. “We asked in spring.

“We asked again in summer, and we were told to wait.

“We will not wait any more.”⟧

Nobody answered. “So be it,” he said.
`);
  });

  it('takes the turn of a transcript that goes on over lines', () => {
    checkFolds(`
=== a.txt
MAYOR: ⟦The bread was gone by then, and I would like to hear why that was.

I will wait for an answer as long as it takes, for I have all night.⟧

MS. QUILL: Nobody told us that it would be gone, so nobody baked any more of it.

MAYOR: That is what I was afraid of, and I said as much to the council.

MS. QUILL: You did, and nobody listened to you then any more than now.
`);
  });

  it('takes a pull quote with the lines below it', () => {
    checkFolds(`
=== a.txt
The council met for an hour and parted without a word to the press, which waited outside.

⟦> “We will not wait any more.”
>
> Tom Vale, mayor⟧

The press went home.
`);
  });

  it('finds what is set in, as the editor would without our folds', () => {
    const text = 'Notes\n  first\n    deeper\n\n  second\nMore\n\tlast\nEnd';
    assert.deepEqual(
      indentedFolds(text).map(({ start, end }) => text.slice(start, end)),
      ['Notes\n  first\n    deeper\n\n  second', '  first\n    deeper', 'More\n\tlast'],
    );
    assert.deepEqual(indentedFolds('All\non\none\nlevel'), []);
  });

  it('has nothing for an article that is not known', () => {
    assert.deepEqual(foldsOf(fixture('').analysis, 'gone.txt'), []);
  });
});
