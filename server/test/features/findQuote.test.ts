import assert from 'node:assert/strict';
import { createAnalysisHost } from '../../src/analysis';
import { findQuote } from '../../src/features/findQuote';
import { fixture } from './fixture';

const story = `
=== draft.txt
“We asked for fourteen lifeboats, and we will not sail without them,” Marta Kovel said.

The chairman had spoken of an open door before the talks.

=== wire.txt
Marta Kovel said: “We asked for forty lifeboats, and we will not sail without them.” The crowd cheered.

=== gull.txt
Kovel told the crews that they had asked for forty lifeboats and would not sail without them, whatever came.

=== late.txt
The harbour master was brief. “An open door,” he called it.
`;

/** Where the words are found, in the order given: relation, file, wording. */
function check(text: string, ...expected: string[]): void {
  const { analysis, words } = fixture(story);
  const found = findQuote(analysis, text).map((one) => {
    const speaker = one.speaker ? ` by ${one.speaker.name}` : '';
    return `${one.relation} in ${one.articleId}${speaker}: ${words(one.articleId, one)}`;
  });
  assert.deepEqual(found, expected);
}

/** More quotes than a word or a pair of words may stand in to be looked up when articles are compared. */
const many = (name: string, said: (i: number) => string): string =>
  Array.from({ length: 15 }, (_, file) => {
    const quotes = Array.from({ length: 30 }, (_, i) => `“${said(file * 30 + i)},” said clerk ${file * 30 + i}.`);
    return `\n=== ${name}${file}.txt\n${quotes.join('\n\n')}\n`;
  }).join('');

describe('finding a quotation', () => {
  it('gives the same words first, then other words, then words without marks', () => {
    check(
      'We asked for forty lifeboats, and we will not sail without them.',
      'verbatim in wire.txt by Marta Kovel: We asked for forty lifeboats, and we will not sail without them.',
      'reported in gull.txt: they had asked for forty lifeboats and would not sail without them',
      'altered in draft.txt by Marta Kovel: We asked for fourteen lifeboats, and we will not sail without them,',
    );
  });

  it('takes the words with their quotation marks and without, in any case', () => {
    for (const text of [
      '“WE WILL NOT SAIL WITHOUT THEM”',
      'we will not sail without them',
      '"We will not sail without them."',
    ])
      check(
        text,
        'excerpt in draft.txt by Marta Kovel: We asked for fourteen lifeboats, and we will not sail without them,',
        'excerpt in wire.txt by Marta Kovel: We asked for forty lifeboats, and we will not sail without them.',
      );
  });

  it('finds a short quote, in marks and without', () => {
    check('an open door', 'reported in draft.txt: an open door', 'verbatim in late.txt by he: An open door,');
  });

  it('gives last what only has most of the words, cut and altered', () => {
    const { analysis } = fixture(`
=== draft.txt
“He will not polish their pendulum,” Rosa Hale said.

=== wire.txt
“He will gladly polish the old brass pendulum by Easter,” said Rosa Hale.

=== gull.txt
Rosa Hale put it so: “The brass clock must strike by Easter.”
`);
    const found = findQuote(analysis, 'He will not polish their pendulum');
    assert.deepEqual(
      found.map(({ articleId }) => articleId),
      ['draft.txt', 'wire.txt'],
    );
  });

  it('finds what was altered although each of its words stands in very many quotes', () => {
    const { analysis } = fixture(`
=== wire.txt
“They may return to the harbour,” Rosa Hale said.
${many('a', (i) => `You should return every umbrella${i} by noon`)}
${many('b', (i) => `We built a lovely harbour beside canal${i}`)}
`);
    const found = findQuote(analysis, 'They may return to the old harbour');
    assert.deepEqual(
      found.map(({ articleId }) => articleId),
      ['wire.txt'],
    );
  });

  it('finds a slogan that stands in very many quotes', () => {
    const { analysis } = fixture(many('a', () => 'Bring the harbour home'));
    assert.ok(findQuote(analysis, 'Bring the harbour home').length >= 10);
  });

  it('leaves out quotes that share but words that very many have', () => {
    const { analysis } = fixture(many('a', (i) => `They may return an umbrella${i} by noon`));
    assert.deepEqual(findQuote(analysis, 'They may return his lanterns'), []);
  });

  it('finds nothing where no article has the words, and for no words', () => {
    check('The cattle of Oakham are the finest in the county');
    check('');
    check(' — “” ');
  });

  it('says what differs from the words given', () => {
    const { analysis } = fixture(story);
    const found = findQuote(analysis, 'We asked for forty lifeboats, and we will not sail without them.');
    const draft = found.find(({ articleId }) => articleId === 'draft.txt');
    assert.deepEqual(
      draft?.wording.filter(({ kind }) => kind === 'differs').map(({ text }) => text),
      ['fourteen'],
    );
    assert.equal(draft.gravity, 'number');
  });

  it('changes nothing that is known of the articles', () => {
    const { analysis } = fixture(story);
    const before = JSON.stringify(analysis.ids.map((id) => [analysis.linksFrom(id), analysis.storyOf(id)]));
    findQuote(analysis, 'We asked for forty lifeboats, and we will not sail without them.');
    assert.equal(JSON.stringify(analysis.ids.map((id) => [analysis.linksFrom(id), analysis.storyOf(id)])), before);
  });

  it('gives places that stand in the snapshot asked, whatever has changed since', () => {
    const host = createAnalysisHost();
    const set = (text: string) => {
      host.set({ id: 'a.txt', name: 'a.txt', text });
    };
    set('“We will not sail without the lifeboats,” Kovel said.');
    const before = host.snapshot();
    set('It rained. “We will not sail without the lifeboats,” Kovel said.');
    const text = 'We will not sail without the lifeboats';
    assert.deepEqual(
      [before, host.snapshot()].map((analysis) => findQuote(analysis, text).map(({ start }) => start)),
      [[1], [12]],
    );
    host.delete('a.txt');
    assert.deepEqual(findQuote(host.snapshot(), text), []);
    assert.deepEqual(findQuote(before, text), []);
  });
});
